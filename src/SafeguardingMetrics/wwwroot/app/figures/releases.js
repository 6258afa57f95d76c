// What a protected reader sees: months that have been released, from which release, and when the next is due.
import { getRows } from '../api.js';
import { el } from '../dom.js';
import { caller, today } from '../page.js';
import { dayName, lastDay, monthAfter, monthName } from '../words.js';

// Within so many months, a month is released for the first time.
const MONTHS = 4;

/** Why numbers are as they are, in one sentence. */
export const GROUPS_OF_FIVE = 'Numbers of children are told in groups of five, so that no child can be told from them.';

/**
 * @typedef {object} Released
 * @property {string | null} newest The newest month of which a figure is released; null where there is none.
 * @property {{ month: string, on: string } | null} next The month that follows, and the first day on which a figure of it is due.
 */

/**
 * Which months are released to the reader; null for readers of full figures, who do not wait for releases.
 * @param {string} knownAt A day, or the empty text for now.
 * @param {string} [code] The only indicator.
 * @returns {Promise<Released | null>}
 */
export async function findReleased(knownAt, code = '') {
  if (caller().seesFullFigures) return null;
  const now = (knownAt || today()).slice(0, 7);
  const rows = await getRows('/v1/indicator-values', {
    codes: code,
    from: `${monthAfter(now, -MONTHS)}-01`,
    to: lastDay(now),
    knownAt,
  });
  const months = rows.filter((row) => row.releasedAt !== '').map((row) => row.period);
  const newest = months.sort().at(-1) ?? null;
  const [next] = rows
    .filter((row) => row.releasedAt === '' && row.nextReleaseOn !== '' && row.period > (newest ?? ''))
    .sort((one, other) => one.nextReleaseOn.localeCompare(other.nextReleaseOn));
  return { newest, next: next ? { month: next.period, on: next.nextReleaseOn } : null };
}

/** True of a row that is released. @param {any} row */
export const isReleased = (row) => row.releasedAt !== null;

/** True of a row whose interval will be released. @param {any} row */
export const isWaiting = (row) => row.releasedAt === null && row.nextReleaseOn !== null;

/** When a month that is not released is due. @param {string} month @param {string} on */
export const dueWords = (month, on) => `${monthName(month)} is due to be released on ${dayName(on)}.`;

/**
 * Which release a page shows and when the next is due.
 * @param {Released} released
 * @param {string} month The month shown.
 * @param {any[]} rows The figures shown.
 */
export function releaseNote(released, month, rows) {
  const ofMonth = rows.filter((row) => row.period === month && isReleased(row));
  const again = daysOf(ofMonth.map((row) => row.nextReleaseOn));
  const isNewest = month === released.newest;
  return el(
    'div',
    { class: 'govuk-inset-text app-release' },
    el(
      'p',
      { class: 'govuk-body' },
      ofMonth.length === 0
        ? `No figures of ${monthName(month)} are released. `
        : [
            el(
              'strong',
              {},
              `${monthName(month)}, as released on ${daysOf(ofMonth.map((row) => londonDay(row.releasedAt)))}.`,
            ),
            ' ',
            again
              ? `Corrections to it are shown from the next release, on ${again}. `
              : 'It will not be released again. ',
          ],
      (isNewest || released.newest === null) && released.next && dueWords(released.next.month, released.next.on),
    ),
    el('p', { class: 'govuk-body' }, GROUPS_OF_FIVE),
  );
}

/** The day in England of an instant. @param {string} instant */
export const londonDay = (instant) => new Date(instant).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

/** "5 and 15 November 2026"; from the first to the last where there are many. @param {(string | null)[]} days */
function daysOf(days) {
  const sorted = [...new Set(days.filter((day) => day !== null))].sort();
  if (sorted.length === 0) return '';
  if (sorted.length > 3) return `days from ${dayName(sorted[0])} to ${dayName(sorted[sorted.length - 1])}`;
  const words = sorted.map((day, at) =>
    sorted[at + 1]?.slice(0, 7) === day.slice(0, 7) ? String(Number(day.slice(8))) : dayName(day),
  );
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
