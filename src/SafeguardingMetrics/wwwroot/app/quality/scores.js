// The scores and findings of each agency and dataset.
import { el } from '../dom.js';
import { table } from '../figures/tables.js';
import { count } from '../words.js';

const number = (/** @type {number | null | undefined} */ value) =>
  value === null || value === undefined ? '–' : count(value);
const share = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(1));

// Without a score the share that arrived; what has neither comes last.
const rank = (/** @type {any} */ row) => row.score?.score ?? row.score?.coverage ?? 101;

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
    (one, other) => rank(one) - rank(other) || one.member.localeCompare(other.member),
  );
  return table(
    caption,
    [
      { title: first, value: (row) => nameOf(row.member) },
      ...(seesCounts
        ? [
            {
              title: 'Score',
              isNumber: true,
              value: (/** @type {any} */ row) => el('strong', {}, share(row.score?.score ?? null)),
            },
            { title: 'Right', isNumber: true, value: (/** @type {any} */ row) => share(row.score?.itemScore ?? null) },
          ]
        : []),
      { title: 'Arrived', isNumber: true, value: (row) => share(row.score?.coverage ?? null) },
      ...(seesCounts
        ? [
            ['Records', 'recordsReceived'],
            ['Left out', 'recordsRejected'],
            ['Queried', 'recordsQueried'],
            ['Findings', 'findings'],
          ].map(([title, name]) => ({
            title,
            isNumber: true,
            value: (/** @type {any} */ row) => number(row.faults?.[name]),
          }))
        : [{ title: 'Returns', isNumber: true, value: (/** @type {any} */ row) => number(row.faults?.returns) }]),
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
