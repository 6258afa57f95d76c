// The card of an indicator on the overview.
import { el, unseen } from '../dom.js';
import { monthName, plural, symbolWords, targetWords } from '../words.js';
import { counted, hasFigure, isAbout, valueWords, withoutFigureWords } from './numbers.js';
import { dueWords, isReleased, isWaiting } from './releases.js';
import { changeMark, ragMark } from './shapes.js';
import { spark } from './spark.js';

/**
 * A row of GET /v1/indicator-values.
 * @typedef {import('./numbers.js').Numbers & RowAlone} Row
 */

/**
 * @typedef {object} RowAlone Beside its numbers.
 * @property {string} indicator
 * @property {string} period
 * @property {string | null} member
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {number | null} target
 * @property {string | null} rag
 * @property {number} agenciesExpected
 * @property {number} agenciesReported
 * @property {number | null} recordsRejected Null for protected readers.
 * @property {string | null} quality
 * @property {string} knownAt
 * @property {boolean} isComplete
 * @property {string | null} releasedAt Null for figures in full, and where nothing is released.
 * @property {string | null} nextReleaseOn
 */

/**
 * @typedef {object} Entry What a card shows.
 * @property {any} indicator
 * @property {Row | null} row
 * @property {Row | null} awaited The row of the page's month, where it is not released yet and an earlier month is shown.
 * @property {import('./verdict.js').Chart | null} chart Null until it is there.
 * @property {import('./verdict.js').Verdict} verdict
 * @property {import('../quality/held.js').Held[]} held The held returns of its datasets.
 */

/** The colours of a comparison with a target, in words. */
export const RAG_WORDS = /** @type {Record<string, string>} */ ({
  red: 'Off target',
  amber: 'Close to target',
  green: 'On target',
  none: 'No target set',
});

/** @param {Entry} entry @param {string} address Where the indicator's own page is. */
export function card({ indicator, row, awaited, chart, verdict, held }, address) {
  const isShown = hasFigure(row);
  const rag = row?.rag ?? null;
  return el(
    'li',
    { class: `app-card app-card--${isShown ? (rag ?? 'none') : 'empty'}` },
    el('h3', { class: 'app-card__title' }, el('a', { class: 'govuk-link', href: address }, indicator.title)),
    row &&
      awaited &&
      el(
        'p',
        { class: 'app-card__month' },
        el('strong', {}, `${monthName(row.period)}. `),
        dueWords(awaited.period, awaited.nextReleaseOn ?? ''),
      ),
    figure(row),
    row &&
      isShown &&
      el(
        'p',
        { class: 'app-card__rag' },
        ragMark(rag),
        ' ',
        el(
          'span',
          {},
          el('strong', {}, RAG_WORDS[rag ?? 'none']),
          row.target !== null && ` (${targetWords(row.target, row.unit, indicator.polarity)})`,
        ),
      ),
    chart && spark(chart.points),
    isShown &&
      el(
        'p',
        { class: 'app-card__verdict' },
        changeMark(verdict.variation, verdict.isUp),
        ' ',
        el('span', {}, el('strong', {}, verdict.words), '. ', verdict.sentence),
      ),
    row &&
      (!isWaiting(row) || held.length > 0) &&
      el('p', { class: 'app-card__data' }, completeness(row), heldWords(held, !isWaiting(row))),
  );
}

/**
 * Whose returns are held; nothing where none is.
 * @param {import('../quality/held.js').Held[]} held
 * @param {boolean} follows True where something stands before.
 */
function heldWords(held, follows) {
  const agencies = [...new Set(held.map((row) => row.agency))];
  return agencies.length > 0 && [follows && ' · ', el('strong', {}, `return held: ${agencies.join(', ')}`)];
}

/** @param {Row | null} row */
function figure(row) {
  if (!row || !hasFigure(row)) {
    const { short, long } = noFigureWords(row);
    return el(
      'p',
      { class: 'app-card__figure app-card__figure--none' },
      short,
      el('span', { class: 'app-card__of' }, long),
    );
  }
  const isFew = row.symbol === 'u' && symbolWords(row.symbol);
  return el(
    'p',
    { class: 'app-card__figure' },
    isAbout(row) && [el('span', { class: 'app-card__of' }, 'about'), ' '],
    valueWords(row),
    ' ',
    el(
      'span',
      {
        class: row.unit === 'days' || isFew || row.roundedTo > 1 ? 'app-card__of app-card__of--long' : 'app-card__of',
      },
      counted(row),
      isFew && ` (${isFew.short.toLowerCase()})`,
    ),
  );
}

/** Why there is no figure. @param {Row | null} row @returns {{ short: string, long: string }} */
export function noFigureWords(row) {
  if (row && isWaiting(row)) return { short: 'Not released yet', long: dueWords(row.period, row.nextReleaseOn ?? '') };
  // Of none, none can be counted, whatever the symbol says of the numerator.
  const symbol = row?.denominator === 0 ? 'z' : row ? row.symbol : 'x';
  return (row && withoutFigureWords(row)) ?? symbolWords(symbol) ?? { short: 'No figure', long: '' };
}

/** The completeness of the data in words. @param {Row} row */
export function completeness(row) {
  if (isWaiting(row)) return [];
  const agencies =
    row.agenciesExpected === 0
      ? 'No agency is expected to report'
      : row.agenciesReported === row.agenciesExpected
        ? row.agenciesExpected === 1
          ? 'The one agency reported'
          : `All ${row.agenciesExpected} agencies reported`
        : `${row.agenciesReported} of ${row.agenciesExpected} agencies reported`;
  // Numbers of records would tell numbers of children: protected readers have none.
  const rejected =
    row.recordsRejected === null
      ? ''
      : row.recordsRejected === 0
        ? ', no record rejected'
        : `, ${plural(row.recordsRejected, 'record')} rejected`;
  const missing = isReleased(row) && !row.isComplete && ' · a return was missing when this was released';
  return [
    unseen('Data: '),
    `${agencies}${rejected}`,
    missing,
    ...(row.quality ? [' · quality ', el('strong', {}, row.quality)] : []),
  ];
}
