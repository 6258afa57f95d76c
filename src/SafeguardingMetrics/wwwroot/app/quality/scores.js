// The scores and findings of each agency and dataset.
import { el } from '../dom.js';
import { table } from '../figures/tables.js';
import { count } from '../words.js';

const number = (/** @type {number | null | undefined} */ value) =>
  value === null || value === undefined ? '–' : count(value);
const share = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(1));

/**
 * @param {string} caption
 * @param {string} first The title of the first column.
 * @param {any[]} scores GET /v1/data-quality/scores
 * @param {any[]} quality GET /v1/data-quality
 * @param {boolean} seesCounts
 * @param {(member: string) => string} [nameOf]
 */
export function scoreTable(caption, first, scores, quality, seesCounts, nameOf = (member) => member) {
  const members = [...new Set([...scores, ...quality].map((row) => row.member))].map((member) => ({
    member,
    score: scores.find((row) => row.member === member) ?? null,
    faults: quality.find((row) => row.member === member) ?? null,
  }));
  members.sort(
    (one, other) => (one.score?.score ?? 101) - (other.score?.score ?? 101) || one.member.localeCompare(other.member),
  );
  return table(
    caption,
    [
      { title: first, value: (row) => nameOf(row.member) },
      { title: 'Score', isNumber: true, value: (row) => el('strong', {}, share(row.score?.score ?? null)) },
      { title: 'Right', isNumber: true, value: (row) => share(row.score?.itemScore ?? null) },
      { title: 'Arrived', isNumber: true, value: (row) => share(row.score?.coverage ?? null) },
      ...(seesCounts
        ? [{ title: 'Records', isNumber: true, value: (/** @type {any} */ row) => number(row.faults?.recordsReceived) }]
        : []),
      { title: 'Left out', isNumber: true, value: (row) => number(row.faults?.recordsRejected) },
      { title: 'Queried', isNumber: true, value: (row) => number(row.faults?.recordsQueried) },
      { title: 'Findings', isNumber: true, value: (row) => number(row.faults?.findings) },
    ],
    members,
  );
}

/** What the columns mean. */
export const scoreWords = () =>
  el(
    'details',
    { class: 'govuk-details' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el('span', { class: 'govuk-details__summary-text' }, 'What the columns mean'),
    ),
    el(
      'div',
      { class: 'govuk-details__text' },
      el(
        'dl',
        { class: 'app-terms' },
        [
          [
            'Score',
            'From 0 to 100: the share that is right times the share that arrived, as in NHS England’s ' +
              'Data Quality Maturity Index.',
          ],
          ['Right', 'Of the values that should be present, the percentage that are present and without a finding.'],
          ['Arrived', 'Of the returns that were due, the percentage that have arrived.'],
          ['Left out', 'Records with an error, and all records of a rejected return. No figure counts them.'],
          ['Queried', 'Records that look unusual. They are counted, but somebody should look at them.'],
          ['Findings', 'How often a rule was broken. A record may have several.'],
        ].map(([term, meaning]) => [el('dt', {}, term), el('dd', {}, meaning)]),
      ),
    ),
  );
