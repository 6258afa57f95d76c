// Figures, months and symbols in words, the same on every page.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2026-10" as "October 2026". @param {string} month */
export const monthName = (month) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

/** "2026-10" as "Oct 2026", for axes and tables. @param {string} month */
export const shortMonth = (month) => `${MONTHS[Number(month.slice(5, 7)) - 1].slice(0, 3)} ${month.slice(0, 4)}`;

/** "2026-10-31" as "31 October 2026". @param {string} day */
export const dayName = (day) => `${Number(day.slice(8, 10))} ${monthName(day)}`;

/** Adds a number of months to a month. @param {string} month @param {number} count */
export function monthAfter(month, count) {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. @param {string} month */
export const lastDay = (month) =>
  `${month}-${String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()).padStart(2, '0')}`;

/** A number with commas. @param {number} number */
export const count = (number) => number.toLocaleString('en-GB');

/** "1 record", "2 records". @param {number} number @param {string} one @param {string} [many] */
export const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

/** A figure with its unit. @param {number | null} value @param {string} unit percent, days or cases */
export function amount(value, unit) {
  if (value === null) return '–';
  const number = value.toFixed(1);
  if (unit === 'percent') return `${number}%`;
  if (unit === 'days') return `${number.replace(/\.0$/, '')} ${value === 1 ? 'day' : 'days'}`;
  return `${number} ${unit}`;
}

/** Explains the symbols of figures: why there is no figure, or how reliable it is. */
const SYMBOLS = {
  c: { short: 'Fewer than five', long: 'A number of this figure is fewer than five, or none.' },
  u: {
    short: 'Few cases: read with care',
    long: 'There are so few cases that one child more or less would change the figure a lot.',
  },
  x: { short: 'Not available', long: 'No return has been received for these days.' },
  z: {
    short: 'Nothing to count',
    long: 'Returns were received, but none of their records counts towards this figure in these days.',
  },
};

/** @param {string | null} symbol @returns {{ short: string, long: string } | null} */
export const symbolWords = (symbol) =>
  symbol ? (SYMBOLS[/** @type {keyof typeof SYMBOLS} */ (symbol)] ?? { short: symbol, long: '' }) : null;

/**
 * A target in words, such as "95% or more".
 * @param {number} target
 * @param {string} unit
 * @param {string} polarity high or low: which is better
 */
export const targetWords = (target, unit, polarity) =>
  `${amount(target, unit).replace('.0', '')} or ${polarity === 'high' ? 'more' : unit === 'days' || unit === 'cases' ? 'fewer' : 'less'}`;

/** The titles of the breakdowns. */
export const DIMENSIONS = /** @type {Record<string, string>} */ ({
  agency: 'Agency',
  sector: 'Sector',
  locality: 'Locality',
  team: 'Team',
  category: 'Category',
  'ethnic-group': 'Ethnic group',
  ethnicity: 'Ethnicity',
  sex: 'Sex',
  age: 'Age',
  disability: 'Disability',
});

/** A code as words: "social-care" as "Social care". @param {string} code */
export const toWords = (code) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) ? code[0].toUpperCase() + code.slice(1).replaceAll('-', ' ') : code;
