// The numbers behind a chart, as tables.
import { el } from '../dom.js';
import { amount, shortMonth, toWords } from '../words.js';
import { within } from '../charts/trend.js';
import { noFigureWords, RAG_WORDS } from './card.js';
import { denominatorWords, hasFigure, numeratorWords, valueWords } from './numbers.js';

/** @typedef {{ title: string, isNumber?: boolean, value: (row: any) => any }} Column */

/**
 * A table in a region that scrolls sideways in a narrow window.
 * @param {string} caption
 * @param {Column[]} columns
 * @param {any[]} rows
 */
export const table = (caption, columns, rows) =>
  el(
    'div',
    { class: 'app-table', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'govuk-table govuk-table--small-text-until-tablet' },
      el('caption', { class: 'govuk-table__caption govuk-table__caption--s' }, caption),
      el(
        'thead',
        { class: 'govuk-table__head' },
        el(
          'tr',
          { class: 'govuk-table__row' },
          columns.map(({ title, isNumber }) =>
            el(
              'th',
              { scope: 'col', class: `govuk-table__header${isNumber ? ' govuk-table__header--numeric' : ''}` },
              title,
            ),
          ),
        ),
      ),
      el(
        'tbody',
        { class: 'govuk-table__body' },
        rows.map((row) =>
          el(
            'tr',
            { class: 'govuk-table__row' },
            columns.map(({ value, isNumber }, at) =>
              at === 0
                ? el('th', { scope: 'row', class: 'govuk-table__header' }, value(row))
                : el('td', { class: `govuk-table__cell${isNumber ? ' govuk-table__cell--numeric' : ''}` }, value(row)),
            ),
          ),
        ),
      ),
    ),
  );

const figure = (/** @type {any} */ row) =>
  !row ? '–' : hasFigure(row) ? valueWords(row) + (row.symbol === 'u' ? ' (few cases)' : '') : noFigureWords(row).short;
const part = (/** @type {any} */ row) => (row && numeratorWords(row)) || '–';
const whole = (/** @type {any} */ row) => (row && denominatorWords(row)) || '–';
const interval = (/** @type {any} */ row) =>
  row.lower === null ? '–' : `${amount(row.lower, row.unit)} to ${amount(row.upper, row.unit)}`;

/**
 * A row for each member of a breakdown.
 * @param {string} caption
 * @param {string} first The title of the first column.
 * @param {any[]} rows
 * @param {(row: any) => string} nameOf
 */
export const memberTable = (caption, first, rows, nameOf) =>
  table(
    caption,
    [
      { title: first, value: (row) => toWords(nameOf(row)) },
      { title: 'Figure', isNumber: true, value: figure },
      { title: 'Counted', isNumber: true, value: part },
      { title: 'Out of', isNumber: true, value: whole },
      { title: 'Range by chance', isNumber: true, value: interval },
      { title: 'Against target', value: (row) => (hasFigure(row) ? RAG_WORDS[row.rag ?? 'none'] : '–') },
    ],
    rows,
  );

/**
 * A row for each month of a trend, newest first.
 * @param {string} caption
 * @param {import('./verdict.js').Point[]} points
 * @param {Map<string, any>} rows By month.
 * @param {string} unit
 */
export const monthTable = (caption, points, rows, unit) =>
  table(
    caption,
    [
      { title: 'Month', value: (point) => shortMonth(point.period) },
      { title: 'Figure', isNumber: true, value: (point) => figure(rows.get(point.period)) },
      { title: 'Counted', isNumber: true, value: (point) => part(rows.get(point.period)) },
      { title: 'Out of', isNumber: true, value: (point) => whole(rows.get(point.period)) },
      { title: 'Target', isNumber: true, value: (point) => (point.target === null ? '–' : amount(point.target, unit)) },
      {
        title: 'Usual',
        isNumber: true,
        value: (point) =>
          point.lower === null || point.upper === null
            ? '–'
            : `${amount(within(point.lower, unit), unit)} to ${amount(within(point.upper, unit), unit)}`,
      },
      {
        title: 'Comment',
        value: (point) =>
          point.sentence ? point.sentence : point.variation === 'common-cause' ? 'No real change' : '–',
      },
    ],
    [...points].reverse(),
  );
