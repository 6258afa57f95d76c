// The card of an indicator on the overview.
import { el, unseen } from '../dom.js';
import { amount, count, plural, symbolWords, targetWords } from '../words.js';
import { changeMark, ragMark } from './shapes.js';
import { spark } from './spark.js';

/**
 * @typedef {object} Row A row of GET /v1/indicator-values.
 * @property {string} indicator
 * @property {string} period
 * @property {string | null} member
 * @property {number | null} numerator
 * @property {number | null} denominator
 * @property {number | null} value
 * @property {number | null} p90
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {string} unit
 * @property {number | null} target
 * @property {string | null} rag
 * @property {string | null} symbol
 * @property {number} agenciesExpected
 * @property {number} agenciesReported
 * @property {number} recordsRejected
 * @property {string | null} quality
 * @property {string} knownAt
 */

/**
 * @typedef {object} Entry What a card shows.
 * @property {any} indicator
 * @property {Row | null} row
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
export function card({ indicator, row, chart, verdict, held }, address) {
  const rag = row?.rag ?? null;
  return el(
    'li',
    { class: `app-card app-card--${row?.value == null ? 'empty' : (rag ?? 'none')}` },
    el('h3', { class: 'app-card__title' }, el('a', { class: 'govuk-link', href: address }, indicator.title)),
    figure(row),
    row?.value != null &&
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
    row?.value != null &&
      el(
        'p',
        { class: 'app-card__verdict' },
        changeMark(verdict.variation, verdict.isUp),
        ' ',
        el('span', {}, el('strong', {}, verdict.words), '. ', verdict.sentence),
      ),
    row && el('p', { class: 'app-card__data' }, completeness(row), heldWords(held)),
  );
}

/**
 * Whose returns are held; nothing where none is.
 * @param {import('../quality/held.js').Held[]} held
 */
function heldWords(held) {
  const agencies = [...new Set(held.map((row) => row.agency))];
  return agencies.length > 0 && [' · ', el('strong', {}, `return held: ${agencies.join(', ')}`)];
}

/** @param {Row | null} row */
function figure(row) {
  const symbol = symbolWords(row ? row.symbol : 'x');
  if (!row || row.value === null)
    return el(
      'p',
      { class: 'app-card__figure app-card__figure--none' },
      symbol?.short ?? 'No figure',
      el('span', { class: 'app-card__of' }, symbol?.long ?? ''),
    );
  return el(
    'p',
    { class: 'app-card__figure' },
    amount(row.value, row.unit),
    ' ',
    el(
      'span',
      { class: row.unit === 'days' || symbol ? 'app-card__of app-card__of--long' : 'app-card__of' },
      counted(row),
      symbol && ` (${symbol.short.toLowerCase()})`,
    ),
  );
}

/** The numerator and denominator in words. @param {Row} row */
export const counted = (row) =>
  row.unit === 'days'
    ? `in the median case${row.p90 === null ? '' : `; nine in ten within ${amount(row.p90, 'days')}`}`
    : row.numerator === null || row.denominator === null
      ? ''
      : row.unit === 'cases'
        ? `${count(row.numerator)} over ${count(row.denominator)}`
        : `${count(row.numerator)} of ${count(row.denominator)}`;

/** The completeness of the data in words. @param {Row} row */
export function completeness(row) {
  const agencies =
    row.agenciesExpected === 0
      ? 'No agency is expected to report'
      : row.agenciesReported === row.agenciesExpected
        ? row.agenciesExpected === 1
          ? 'The one agency reported'
          : `All ${row.agenciesExpected} agencies reported`
        : `${row.agenciesReported} of ${row.agenciesExpected} agencies reported`;
  const rejected =
    row.recordsRejected === 0 ? 'no record rejected' : `${plural(row.recordsRejected, 'record')} rejected`;
  return [unseen('Data: '), `${agencies}, ${rejected}`, row.quality && [' · quality ', el('strong', {}, row.quality)]];
}
