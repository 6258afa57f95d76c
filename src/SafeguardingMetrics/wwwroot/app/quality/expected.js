// The expected returns of each month by the return schedule, and the late ones.
import { dayOf, isMonthsLast, numberOf } from './days.js';

/**
 * @typedef {object} Entry A row of GET /v1/return-schedule.
 * @property {string} dataset
 * @property {string} agency
 * @property {string} validFrom
 * @property {string | null} validTo
 * @property {string} frequency
 * @property {number} dueDays
 * @property {string} dueTime
 */

/**
 * A row of GET /v1/return-schedule/overdue.
 * @typedef {{ dataset: string, agency: string, from: string, to: string, dueAt: string, daysLate: number,
 *   heldReturnId: string | null }} Late
 */

/**
 * The returns for periods that end in a month: how many are expected, how many of these were due, and how many are late.
 * @typedef {{ expected: number, due: number, late: number }} Month
 */

/**
 * @typedef {{ dataset: string, agency: string, months: Map<string, Month> }} Line One agency's returns of one dataset.
 */

// A period is expected under the schedule entry that is in force on its last day.
const ENDS = /** @type {Record<string, (day: string) => boolean>} */ ({
  day: () => true,
  week: (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0,
  month: isMonthsLast,
  quarter: (day) => isMonthsLast(day) && Number(day.slice(5, 7)) % 3 === 0,
});

/**
 * A row for each agency and dataset with expected returns in these days, ordered by name.
 * @param {Entry[]} entries
 * @param {Late[]} late
 * @param {string} from
 * @param {string} to
 * @param {(day: string) => boolean} isOver True where a due day is over.
 * @returns {Line[]}
 */
export function createLines(entries, late, from, to, isOver) {
  const lines = new Map();
  for (const entry of entries) {
    const ends = ENDS[entry.frequency];
    if (!ends) continue;
    const last = Math.min(numberOf(to), entry.validTo === null ? Infinity : numberOf(entry.validTo));
    for (let at = Math.max(numberOf(from), numberOf(entry.validFrom)); at <= last; at += 1) {
      const day = dayOf(at);
      if (!ends(day)) continue;
      const month = monthOf(lines, entry, day);
      month.expected += 1;
      if (isOver(dayOf(at + entry.dueDays))) month.due += 1;
    }
  }
  for (const row of late) {
    const month = monthOf(lines, row, row.to);
    month.late += 1;
    month.due = Math.max(month.due, month.late);
  }
  return [...lines.values()].sort(
    (one, other) => one.agency.localeCompare(other.agency) || one.dataset.localeCompare(other.dataset),
  );
}

/** @param {Map<string, Line>} lines @param {{ dataset: string, agency: string }} whose @param {string} day @returns {Month} */
function monthOf(lines, { dataset, agency }, day) {
  const key = `${agency} ${dataset}`;
  const line = lines.get(key) ?? { dataset, agency, months: new Map() };
  const month = line.months.get(day.slice(0, 7)) ?? { expected: 0, due: 0, late: 0 };
  lines.set(key, line);
  line.months.set(day.slice(0, 7), month);
  return month;
}
