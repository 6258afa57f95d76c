// Days as YYYY-MM-DD: arithmetic, and spans in words.
import { dayName, monthName } from '../words.js';

const DAY = 86_400_000;

/** @param {string} day */
export const numberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;

/** @param {number} number */
export const dayOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** Adds a number of days to a day. @param {string} day @param {number} count */
export const dayAfter = (day, count) => dayOf(numberOf(day) + count);

/** True for the last day of a month. @param {string} day */
export const isMonthsLast = (day) => dayAfter(day, 1).endsWith('-01');

/** "9 to 15 November 2026"; a whole month by its name. @param {string} from @param {string} to */
export function spanName(from, to) {
  if (from === to) return dayName(to);
  if (from.slice(0, 7) !== to.slice(0, 7))
    return `${from.slice(0, 4) === to.slice(0, 4) ? dayName(from).replace(/ \d{4}$/, '') : dayName(from)} to ${dayName(to)}`;
  return from.endsWith('-01') && isMonthsLast(to) ? monthName(to) : `${Number(from.slice(8))} to ${dayName(to)}`;
}
