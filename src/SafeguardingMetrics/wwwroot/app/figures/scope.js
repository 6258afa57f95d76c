// The scope of figures: partnership, sector, agency or locality; month; date of knowledge.
import { read } from '../address.js';
import { today } from '../page.js';
import { lastDay, monthAfter, toWords } from '../words.js';

/**
 * @typedef {object} Scope
 * @property {string} month YYYY-MM.
 * @property {string} knownAt A day, or the empty text for now.
 * @property {string} by sector, agency, locality, or the empty text for the whole partnership.
 * @property {string} member The sector, agency or locality.
 */

/** The last complete month on a day. @param {string} day */
const lastWhole = (day) => (lastDay(day.slice(0, 7)) === day ? day.slice(0, 7) : monthAfter(day.slice(0, 7), -1));

/**
 * The scope in the page's URL. Without a month there: the last whole one.
 * @param {import('./releases.js').Released | null} [released] Of a protected reader: no month after the newest released one.
 * @returns {Scope}
 */
export function readScope(released = null) {
  const knownAt = read('knownAt');
  const [by = '', ...member] = read('for').split(':');
  const newest = released?.newest ?? null;
  const asked = /^20\d\d-(0[1-9]|1[0-2])$/.test(read('month')) ? read('month') : '';
  return {
    month: newest !== null && (asked === '' || asked > newest) ? newest : asked || lastWhole(knownAt || today()),
    knownAt,
    by,
    member: member.join(':'),
  };
}

/**
 * The months on offer, newest first: the current month, or the newest released one, and the two years before.
 * @param {import('./releases.js').Released | null} released
 */
export const monthsToChoose = (released) =>
  Array.from({ length: 25 }, (_, back) => monthAfter(released?.newest ?? today().slice(0, 7), -back));

/**
 * The API parameters for the days of a scope, over a number of months that end with the scope's month.
 * @param {Scope} scope
 * @param {number} months
 */
export const toDays = (scope, months) => ({
  from: `${monthAfter(scope.month, 1 - months)}-01`,
  to: lastDay(scope.month),
  knownAt: scope.knownAt,
});

/**
 * The API parameters for the figures of a scope.
 * @param {Scope} scope
 * @param {number} months
 * @returns {Record<string, string>}
 */
export const toParameters = (scope, months) => ({
  ...toDays(scope, months),
  ...(scope.by === 'agency' ? { agency: scope.member } : { by: scope.by }),
});

/** The API parameters for the chart of a scope. @param {Scope} scope @param {number} months */
export const toChartParameters = (scope, months) => ({
  ...toParameters(scope, months),
  member: scope.by === 'agency' ? '' : scope.member,
});

/** True for rows that belong to the scope. @param {Scope} scope */
export const isInScope = (scope) => (/** @type {{ member: string | null }} */ row) =>
  scope.by === '' || scope.by === 'agency' || row.member === scope.member;

/** The scope in words. @param {Scope} scope */
export const scopeWords = (scope) =>
  scope.by === '' ? 'Whole partnership' : scope.by === 'sector' ? toWords(scope.member) : scope.member;
