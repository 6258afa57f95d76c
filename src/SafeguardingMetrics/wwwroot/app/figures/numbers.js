// A figure's numbers in words. A protected reader's numbers of children are groups of five: "15 to 19", "fewer than five".
import { amount, count } from '../words.js';

/**
 * @typedef {object} Numbers The numbers of a row of GET /v1/indicators/{code}/values.
 * @property {string} unit percent, days or cases
 * @property {number | null} value
 * @property {number | null} p90
 * @property {string | null} symbol
 * @property {number | null} numerator
 * @property {number | null} numeratorAtLeast
 * @property {number | null} numeratorAtMost
 * @property {number | null} denominator
 * @property {number | null} denominatorAtLeast
 * @property {number | null} denominatorAtMost
 * @property {number | null} valueAtLeast
 * @property {number | null} valueAtMost
 * @property {number} roundedTo 5 where numbers are groups of five, 1 where they are exact.
 */

const FEWER_THAN_FIVE = 4;
// A number that may be none is reckoned as the middle of none and four.
const middle = (/** @type {number} */ least, /** @type {number} */ most) => (least + most) / 2;

/**
 * One number: exact, as the two ends of its group, or as fewer than five. Empty where none is told.
 * @param {number | null} number
 * @param {number | null} least
 * @param {number | null} most
 */
function countWords(number, least, most) {
  if (most === null || least === null) return number === null ? '' : count(number);
  if (number !== null) return `${count(least)} to ${count(most)}`;
  return most === FEWER_THAN_FIVE ? 'fewer than five' : `${count(most)} or fewer`;
}

/** The numerator in words; empty where it is not told. @param {Numbers} row */
export const numeratorWords = (row) => countWords(row.numerator, row.numeratorAtLeast, row.numeratorAtMost);

/** The denominator in words; empty where it is not told. @param {Numbers} row */
export const denominatorWords = (row) => countWords(row.denominator, row.denominatorAtLeast, row.denominatorAtMost);

/** True where a rate is told as a range only: its numerator is fewer than five. @param {Numbers} row */
export const isRange = (row) => row.value === null && row.valueAtLeast !== null && row.valueAtMost !== null;

/** True where a value stands in a row, or a range of it. @param {Numbers | null} row */
export const hasFigure = (row) => row !== null && (row.value !== null || isRange(row));

/**
 * The value by which figures are ordered: that of the middles. Null where there is none.
 * @param {Numbers | null} row
 */
export function levelOf(row) {
  if (row === null || row.value !== null) return row?.value ?? null;
  if (!isRange(row) || row.numeratorAtLeast === null || row.numeratorAtMost === null) return null;
  return (100 * middle(row.numeratorAtLeast, row.numeratorAtMost)) / (row.denominator || 1);
}

/** True where the ends of a value are told beside it. @param {Numbers} row */
export const hasEnds = (row) => row.value !== null && row.valueAtLeast !== null && row.valueAtMost !== row.valueAtLeast;

// Means, and shares of sums, are told in whole units.
const isWhole = (/** @type {Numbers} */ row) =>
  row.roundedTo > 1 && row.unit !== 'days' && row.value !== null && row.valueAtLeast === null;

/** True where the value is rounded, or that of two middles. @param {Numbers} row */
export const isAbout = (row) => hasEnds(row) || isWhole(row);

/** The value in words: "4.3%", "0 to 1.0%". @param {Numbers} row */
export const valueWords = (row) =>
  isRange(row)
    ? rangeWords(row.valueAtLeast ?? 0, row.valueAtMost ?? 0, row.unit)
    : isWhole(row)
      ? amount(row.value, row.unit).replace('.0', '')
      : amount(row.value, row.unit);

/** "0 to 1.0%". @param {number} least @param {number} most @param {string} unit */
export const rangeWords = (least, most, unit) => `${least === 0 ? '0' : least.toFixed(1)} to ${amount(most, unit)}`;

/** The numerator and denominator in words, or what a length of time is of. @param {Numbers} row */
export function counted(row) {
  const [part, whole] = [numeratorWords(row), denominatorWords(row)];
  if (row.unit === 'days')
    return row.value !== null
      ? `in the median case${row.p90 === null ? '' : `; nine in ten within ${amount(row.p90, 'days')}`}`
      : whole && `${whole} counted`;
  if (part === '' || whole === '' || row.denominator === 0) return '';
  if (row.unit === 'cases')
    return row.numeratorAtMost === null ? `${part} over ${whole}` : `${part} cases, ${whole} workers`;
  return row.denominator === null ? `${whole} in all` : `${part} of ${whole}`;
}

/** What stands in place of a figure: why there is none. @param {Numbers} row @returns {{ short: string, long: string } | null} */
export function withoutFigureWords(row) {
  if (row.denominator === 0) return null;
  const isTold = denominatorWords(row) !== '';
  if (row.symbol === 'c' && !isTold)
    return { short: 'Fewer than five children', long: 'So few children are behind it that no number is told.' };
  if (row.symbol !== 'c' && row.symbol !== 'u') return null;
  const short =
    row.unit === 'days' ? 'Too few for a median' : row.unit === 'cases' ? 'Too few for a mean' : 'Too few for a rate';
  return { short, long: sentence(counted(row)) };
}

/** @param {string} words */
const sentence = (words) => words && `${words[0].toUpperCase()}${words.slice(1)}.`;
