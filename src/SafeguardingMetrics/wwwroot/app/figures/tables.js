// The numbers behind a chart, as tables.
import { el } from '../dom.js';
import { amount, count, shortMonth, symbolWords, toWords } from '../words.js';
import { within } from '../charts/trend.js';
import { RAG_WORDS } from './card.js';

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

const number = (/** @type {number | null} */ value) => (value === null ? '–' : count(value));
const figure = (/** @type {any} */ row) =>
  row.value === null
    ? (symbolWords(row.symbol)?.short ?? '–')
    : amount(row.value, row.unit) + (row.symbol === 'u' ? ' (few cases)' : '');
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
      { title: 'Counted', isNumber: true, value: (row) => number(row.numerator) },
      { title: 'Out of', isNumber: true, value: (row) => number(row.denominator) },
      { title: 'Range by chance', isNumber: true, value: interval },
      { title: 'Against target', value: (row) => (row.value === null ? '–' : RAG_WORDS[row.rag ?? 'none']) },
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
      { title: 'Figure', isNumber: true, value: (point) => figure({ ...point, unit, symbol: point.symbol }) },
      { title: 'Counted', isNumber: true, value: (point) => number(rows.get(point.period)?.numerator ?? null) },
      { title: 'Out of', isNumber: true, value: (point) => number(rows.get(point.period)?.denominator ?? null) },
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
