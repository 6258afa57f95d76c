// The cases behind a figure as a table: the day, whether the case is counted, and its record.
import { el } from '../dom.js';
import { table } from '../figures/tables.js';
import { stacking } from '../quality/stacking.js';
import { count, dayName, plural } from '../words.js';

/**
 * @param {any[]} rows GET /v1/indicators/{code}/cases
 * @param {any} indicator
 * @param {string} key The key field of the dataset.
 * @param {string} caption
 */
export const caseTable = (rows, indicator, key, caption) =>
  stacking(
    table(
      caption,
      [
        { title: spaced(key), value: (row) => text(row.fields[key] ?? `Record ${row.record}`) },
        { title: 'Counts on', value: (row) => dayName(row.countedOn) },
        { title: 'Counted', value: (row) => counted(row) },
        ...(indicator.unit === 'days'
          ? [
              {
                title: 'Working days',
                isNumber: true,
                value: (/** @type {any} */ row) => (row.amount === null ? '–' : count(row.amount)),
              },
            ]
          : []),
        { title: 'Locality', value: (row) => row.locality ?? '–' },
        { title: 'Team', value: (row) => row.team ?? '–' },
        { title: 'Category', value: (row) => row.category ?? '–' },
        { title: 'Agency', value: (row) => row.agency },
        { title: 'The record as it was sent', value: (row) => record(row) },
      ],
      rows,
    ),
  );

/** Yes or no for a case of weight one; otherwise its numerator and denominator. @param {any} row */
function counted({ numerator, denominator }) {
  if (denominator !== 1 || (numerator !== 0 && numerator !== 1)) return `${count(numerator)} of ${count(denominator)}`;
  return el(
    'strong',
    { class: `govuk-tag ${numerator === 1 ? 'govuk-tag--blue' : 'govuk-tag--grey'}` },
    numerator === 1 ? 'Yes' : 'No',
  );
}

/** @param {any} row */
function record(row) {
  const fields = Object.entries(row.fields);
  if (fields.length === 0) return `Several records, from ${row.record} on`;
  return el(
    'details',
    { class: 'govuk-details app-record' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el(
        'span',
        { class: 'govuk-details__summary-text' },
        plural(fields.length, 'field'),
        el('span', { class: 'govuk-visually-hidden' }, ` of record ${row.record}`),
      ),
    ),
    el(
      'dl',
      { class: 'app-terms' },
      [...fields, ['return', row.returnId], ['record', row.record]].map(([name, value]) =>
        el('div', {}, el('dt', {}, spaced(String(name))), el('dd', {}, text(value))),
      ),
    ),
  );
}

const text = (/** @type {any} */ value) =>
  value === null || value === ''
    ? '–'
    : value === true
      ? 'yes'
      : value === false
        ? 'no'
        : Array.isArray(value)
          ? value.join(', ')
          : String(value);

/** "plannedOn" as "Planned on". @param {string} name */
const spaced = (name) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
