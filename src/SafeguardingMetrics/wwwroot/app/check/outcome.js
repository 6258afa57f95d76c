// The result of a check, by rule and by record.
import { el } from '../dom.js';
import { table } from '../figures/tables.js';
import { spanName } from '../quality/days.js';
import { severityTag } from '../quality/findings.js';
import { stacking } from '../quality/stacking.js';
import { amount, count, monthName, plural, toWords } from '../words.js';
import { saveFindings } from './csv.js';

/**
 * @param {any} receipt The receipt of the API.
 * @param {import('./form.js').Choice} choice
 */
export function outcome(receipt, { dataset, file }) {
  const { records, rules, findings } = receipt;
  const total = rules.reduce((/** @type {number} */ sum, /** @type {any} */ rule) => sum + rule.findings, 0);
  const list = el('div', {});
  const select = /** @type {HTMLSelectElement} */ (
    el(
      'select',
      { class: 'govuk-select', id: 'rule' },
      el('option', { value: '' }, 'All rules'),
      rules.map((/** @type {any} */ rule) =>
        el('option', { value: rule.code }, `${rule.code} (${count(rule.findings)})`),
      ),
    )
  );
  const chosen = () =>
    findings.filter((/** @type {any} */ finding) => select.value === '' || finding.rule === select.value);
  const fill = () =>
    list.replaceChildren(
      chosen().length > 0
        ? findingTable(chosen())
        : el(
            'p',
            { class: 'govuk-body' },
            'None of the findings listed is of this rule. Correct the listed ones and check again.',
          ),
    );
  select.addEventListener('change', fill);
  fill();

  return el(
    'section',
    { 'aria-labelledby': 'outcome' },
    el('h2', { class: 'govuk-heading-l', id: 'outcome', tabindex: '-1' }, headline(receipt, total)),
    el(
      'p',
      { class: 'govuk-body' },
      `${file.name}: ${dataset.title.toLowerCase()} of ${receipt.agency}, ${spanName(receipt.period.from, receipt.period.to)}. `,
      el('strong', {}, 'Nothing was stored or sent on.'),
    ),
    el(
      'dl',
      { class: 'app-tallies' },
      [
        ['Records in the file', records.received],
        ['Would be counted', records.accepted],
        ['Would be left out', records.rejected],
        ['Counted with a query', records.queried],
      ].map(([words, number]) => el('div', {}, el('dt', {}, words), el('dd', {}, count(number)))),
    ),
    receipt.status === 'held' &&
      el(
        'div',
        { class: 'govuk-inset-text' },
        'It differs so much from the records before it that no figure would change until somebody confirms it:',
        el(
          'ul',
          { class: 'govuk-list govuk-list--bullet' },
          receipt.held.reasons.map((/** @type {any} */ reason) => el('li', {}, reason.message)),
        ),
      ),
    total > 0 && [
      el('h3', { class: 'govuk-heading-m' }, 'By rule'),
      stacking(
        table(
          'Rules that were broken',
          [
            { title: 'Rule', value: (rule) => rule.code },
            { title: 'Findings', isNumber: true, value: (rule) => count(rule.findings) },
            { title: 'Kind', value: (rule) => severityTag(rule.severity) },
            { title: 'What the rule requires', value: (rule) => rule.message },
          ],
          rules,
        ),
      ),
      el('h3', { class: 'govuk-heading-m' }, 'By record'),
      total > findings.length &&
        el(
          'div',
          { class: 'govuk-inset-text' },
          `A check lists the first ${plural(findings.length, 'finding')} of ${count(total)}; ` +
            'the table above counts them all. Correct these and check again.',
        ),
      el(
        'div',
        { class: 'app-choices' },
        el(
          'div',
          { class: 'govuk-form-group app-choices__field' },
          el('label', { class: 'govuk-label', for: 'rule' }, 'Show findings of'),
          select,
        ),
        el(
          'button',
          {
            type: 'button',
            class: 'govuk-button govuk-button--secondary',
            onclick: () => saveFindings(chosen(), `findings-${dataset.name}-${receipt.period.to}.csv`),
          },
          'Download these findings (CSV)',
        ),
      ),
      list,
    ],
    receipt.indicators.length > 0 && moved(receipt.indicators),
  );
}

/** @param {any} receipt @param {number} total */
function headline({ status, records }, total) {
  if (status === 'rejected')
    return records.received === 0
      ? 'The file would be rejected'
      : 'The file would be rejected: no record is acceptable';
  if (status === 'held') return 'The file would be held';
  if (total === 0)
    return records.received === 0
      ? 'Nothing is wrong: the file holds no records'
      : 'Nothing is wrong: the file is ready to send';
  return records.rejected === 0
    ? `Ready to send, with ${plural(total, 'finding')} to look at`
    : `${plural(records.rejected, 'record')} of ${count(records.received)} would be left out`;
}

/** @param {any[]} findings */
const findingTable = (findings) =>
  stacking(
    table(
      `${plural(findings.length, 'finding')}, by record`,
      [
        {
          title: 'Record',
          value: (finding) =>
            finding.record === null
              ? 'The whole file'
              : `${count(finding.record)}${finding.line === null ? '' : ` (line ${count(finding.line)})`}`,
        },
        { title: 'Key', value: (finding) => finding.key ?? '–' },
        { title: 'Field', value: (finding) => finding.field ?? '–' },
        { title: 'Kind', value: (finding) => el('span', {}, severityTag(finding.severity), ` ${finding.rule}`) },
        { title: 'Value', value: (finding) => finding.value ?? '–' },
        { title: 'What is wrong', value: (finding) => finding.message },
      ],
      findings,
    ),
  );

/** @param {any[]} indicators */
const moved = (indicators) => [
  el('h3', { class: 'govuk-heading-m' }, 'What it would change'),
  table(
    'Your figures, before and after',
    [
      { title: 'Indicator', value: (row) => el('span', { class: 'app-wraps' }, toWords(row.code)) },
      { title: 'Month', value: (row) => monthName(row.month) },
      { title: 'Now', isNumber: true, value: (row) => amount(row.previous, row.unit) },
      { title: 'With this file', isNumber: true, value: (row) => amount(row.value, row.unit) },
    ],
    indicators,
  ),
];
