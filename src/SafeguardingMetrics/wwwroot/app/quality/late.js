// The overdue returns.
import { el } from '../dom.js';
import { count, plural } from '../words.js';
import { spanName } from './days.js';

/** @typedef {import('./expected.js').Late} Late */

/** Groups overdue returns by agency and dataset, the largest group first. @param {Late[]} late @returns {Late[][]} */
export const groupByDataset = (late) =>
  [...Map.groupBy(late, (row) => `${row.agency} ${row.dataset}`).values()].sort(
    (one, other) => other.length - one.length,
  );

/** @param {Late[]} late @param {(dataset: string) => string} titleOf */
export const lateList = (late, titleOf) =>
  el(
    'ul',
    { class: 'app-lots' },
    groupByDataset(late).map((rows) => {
      const newest = rows.reduce((one, other) => (other.to > one.to ? other : one));
      return el(
        'li',
        {},
        el(
          'p',
          { class: 'govuk-body govuk-!-margin-bottom-1' },
          el('strong', { class: 'govuk-tag govuk-tag--red' }, `${count(rows.length)} late`),
          ' ',
          el('strong', {}, rows[0].agency),
          ` · ${titleOf(rows[0].dataset)}`,
        ),
        rows.length === 1
          ? el('p', { class: 'govuk-body-s' }, words(newest))
          : el(
              'details',
              { class: 'govuk-details' },
              el(
                'summary',
                { class: 'govuk-details__summary' },
                el('span', { class: 'govuk-details__summary-text' }, `The latest: ${words(newest)}. See all`),
              ),
              el(
                'div',
                { class: 'govuk-details__text' },
                el(
                  'ul',
                  { class: 'govuk-list' },
                  [...rows].sort((one, other) => other.to.localeCompare(one.to)).map((row) => el('li', {}, words(row))),
                ),
              ),
            ),
      );
    }),
  );

/** @param {Late} row */
const words = (row) =>
  `${spanName(row.from, row.to)}, ${row.daysLate === 0 ? 'due today' : `${plural(row.daysLate, 'day')} late`}` +
  (row.heldReturnId ? ': it has come, and is held' : '');
