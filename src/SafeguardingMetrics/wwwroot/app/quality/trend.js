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
  const rate = (/** @type {any} */ row) =>
    row.recordsReceived > 0 ? row.findings / (row.recordsReceived / 100) : 0;
  const most = Math.max(...months.map(rate), 0.01);
  const counted = (/** @type {string} */ title, /** @type {string} */ name) => ({
    title,
    isNumber: true,
    value: (/** @type {any} */ row) => number(row[name]),
  });
  return table(
    seesCounts ? 'Findings by month, and findings in a hundred records' : 'Returns by month',
    [
      { title: 'Month', value: (row) => shortMonth(row.member) },
      ...(seesCounts
        ? [
            { title: 'In a hundred records', value: (/** @type {any} */ row) => bar(rate(row), most) },
            counted('Findings', 'findings'),
          ]
        : []),
      counted('Returns', 'returns'),
      counted('Rejected', 'returnsRejected'),
      ...(seesCounts
        ? [counted('Records', 'recordsReceived'), counted('Left out', 'recordsRejected'), counted('Queried', 'recordsQueried')]
        : []),
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
