// The newest returns with findings, for the people who correct them.
import { el } from '../dom.js';
import { table } from '../figures/tables.js';
import { count } from '../words.js';
import { spanName } from './days.js';
import { stacking } from './stacking.js';

/** @param {any[]} returns GET /v1/returns @param {(dataset: string) => string} titleOf */
export const latestReturns = (returns, titleOf) =>
  returns.length === 0
    ? el('p', { class: 'govuk-body' }, 'No return in these months has a finding.')
    : stacking(
        table(
          'The newest returns with findings',
          [
            { title: 'For', value: (row) => spanName(row.period.from, row.period.to) },
            { title: 'Agency', value: (row) => row.agency },
            { title: 'Dataset', value: (row) => titleOf(row.dataset) },
            {
              title: 'Status',
              value: (row) =>
                row.status === 'rejected'
                  ? el('strong', { class: 'govuk-tag govuk-tag--red' }, 'Rejected')
                  : el('strong', { class: 'govuk-tag govuk-tag--green' }, 'Stored'),
            },
            { title: 'Left out', isNumber: true, value: (row) => count(row.records.rejected) },
            { title: 'Queried', isNumber: true, value: (row) => count(row.records.queried) },
            {
              title: 'Findings',
              value: (row) =>
                el(
                  'a',
                  {
                    class: 'govuk-link',
                    href: `/v1/returns/${encodeURIComponent(row.returnId)}/findings?format=csv&bom=true`,
                    download: `findings-${row.agency}-${row.dataset}-${row.period.to}.csv`,
                  },
                  'Download (CSV)',
                  el(
                    'span',
                    { class: 'govuk-visually-hidden' },
                    ` of ${titleOf(row.dataset)}, ${spanName(row.period.from, row.period.to)}`,
                  ),
                ),
            },
          ],
          returns,
        ),
      );
