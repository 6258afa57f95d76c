// For which days a protected reader's breakdown is released: not every breakdown is told for every month.
import { get } from '../api.js';
import { lastDay, monthAfter, monthName } from '../words.js';
import { isReleased, isWaiting } from './releases.js';

/**
 * The days of a breakdown.
 * @typedef {object} Days
 * @property {string} interval month, quarter or financial-year
 * @property {string} period The interval's label in the API.
 * @property {string} from
 * @property {string} to
 */

// Teams and what a child is are told by quarter, ethnicity by financial year; localities of a small partnership by quarter.
const INTERVALS = /** @type {Record<string, string[]>} */ ({
  team: ['quarter', 'financial-year'],
  sex: ['quarter', 'financial-year'],
  age: ['quarter', 'financial-year'],
  disability: ['quarter', 'financial-year'],
  'ethnic-group': ['quarter', 'financial-year'],
  ethnicity: ['financial-year'],
});
const USUAL = ['month', 'quarter', 'financial-year'];

// So many months back, the newest released interval is looked for.
const REACH = /** @type {Record<string, number>} */ ({ month: 0, quarter: 8, 'financial-year': 26 });

/** @param {string} month @returns {Days} */
export const ofMonth = (month) => ({ interval: 'month', period: month, from: `${month}-01`, to: lastDay(month) });

/**
 * The intervals by which a breakdown is released, the shortest first.
 * @param {string} by
 * @param {boolean} isAboutChildren False where numbers are exact.
 */
export const intervalsOf = (by, isAboutChildren) => (isAboutChildren && INTERVALS[by]) || USUAL;

/**
 * The newest released interval up to the one with a month, and the day on which the first is due where none is released.
 * @param {string} path The address of the indicator.
 * @param {string} interval
 * @param {import('./scope.js').Scope} scope
 * @returns {Promise<{ days: Days | null, dueOn: string | null }>}
 */
export async function findNewest(path, interval, scope) {
  if (interval === 'month') return { days: ofMonth(scope.month), dueOn: null };
  const rows = await get(`${path}/values`, {
    interval,
    from: `${monthAfter(scope.month, -REACH[interval])}-01`,
    to: lastDay(scope.month),
    knownAt: scope.knownAt,
  });
  const { period, from, to } = rows.filter(isReleased).at(-1) ?? {};
  return { days: period ? { interval, period, from, to } : null, dueOn: rows.find(isWaiting)?.nextReleaseOn ?? null };
}

/** The days in words: "October 2026", "July to September 2026". @param {Days} days */
export function daysWords({ from, to }) {
  const [first, last] = [monthName(from), monthName(to)];
  return first === last ? last : `${from.slice(0, 4) === to.slice(0, 4) ? first.split(' ')[0] : first} to ${last}`;
}
