// The findings of each month.
import { el, svg } from '../dom.js';
import { table } from '../figures/tables.js';
import { count, shortMonth } from '../words.js';

const number = (/** @type {number | null} */ value) => (value === null ? '–' : count(value));

/**
 * @param {any[]} months GET /v1/data-quality?by=month
 * @param {boolean} seesCounts True where the caller sees numbers of records.
 */
export function qualityTrend(months, seesCounts) {
  // Findings in a hundred records; where numbers of records are hidden, findings in a return.
  const outOf = (/** @type {any} */ row) =>
    seesCounts ? row.recordsReceived / 100 : row.returns + row.returnsRejected;
  const rate = (/** @type {any} */ row) => (outOf(row) > 0 ? row.findings / outOf(row) : 0);
  const most = Math.max(...months.map(rate), 0.01);
  return table(
    `Findings by month, and ${seesCounts ? 'findings in a hundred records' : 'findings in a return'}`,
    [
      { title: 'Month', value: (row) => shortMonth(row.member) },
      { title: seesCounts ? 'In a hundred records' : 'In a return', value: (row) => bar(rate(row), most) },
      { title: 'Findings', isNumber: true, value: (row) => number(row.findings) },
      { title: 'Returns', isNumber: true, value: (row) => number(row.returns) },
      { title: 'Rejected', isNumber: true, value: (row) => number(row.returnsRejected) },
      ...(seesCounts
        ? [{ title: 'Records', isNumber: true, value: (/** @type {any} */ row) => number(row.recordsReceived) }]
        : []),
      { title: 'Left out', isNumber: true, value: (row) => number(row.recordsRejected) },
      { title: 'Queried', isNumber: true, value: (row) => number(row.recordsQueried) },
    ],
    [...months].reverse(),
  );
}

/** @param {number} value @param {number} most */
const bar = (value, most) =>
  el(
    'span',
    { class: 'app-rate' },
    svg(
      'svg',
      {
        class: 'app-rate__bar',
        viewBox: '0 0 100 14',
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
        focusable: 'false',
      },
      svg('rect', { class: 'app-bars__length', x: 0, y: 0, width: (100 * value) / most, height: 14 }),
    ),
    el('span', {}, value.toFixed(1)),
  );
