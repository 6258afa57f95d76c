// The most frequent findings, each with its rule and how to correct it.
import { el, unseen } from '../dom.js';
import { count } from '../words.js';

const SHOWN = 8;

/** How to correct findings of a dimension of data quality. */
const MENDING = /** @type {Record<string, string>} */ ({
  completeness: 'Fill in the missing value in your own system.',
  validity: 'Correct the value, or the export that writes it: the data dictionary says what each field accepts.',
  uniqueness: 'Send each record once. Duplicate keys often come from an export that joins two tables.',
  consistency: 'Two fields contradict each other. Find out which is wrong and correct that one.',
  timeliness: 'Check the dates. If they are right, explain the query: something was done late.',
  accuracy: 'Compare with the source. If the value is right, explain the query: it is only unusual.',
});

/** How to correct findings of a rule, where it differs from others of its dimension. */
const MENDING_OF = /** @type {Record<string, string>} */ ({
  R05: 'Leave the column out, or give it its name in the template.',
  R06: 'Compare the number with the child’s record: a digit is wrong, or two digits are swapped.',
  R07: 'Correct the date: nothing can be recorded before it happens.',
});

/** @param {string} severity error or query */
export const severityTag = (severity) =>
  el(
    'strong',
    { class: `govuk-tag ${severity === 'error' ? 'govuk-tag--red' : 'govuk-tag--yellow'}` },
    severity === 'error' ? 'Error' : 'Query',
  );

/**
 * A sentence about the queries that somebody has explained; nothing where there are none.
 * @param {any[]} rules GET /v1/data-quality?by=rule
 */
export function explainedWords(rules) {
  const explained = rules.reduce((sum, rule) => sum + rule.findingsExplained, 0);
  return (
    explained > 0 &&
    el(
      'p',
      { class: 'govuk-body' },
      `${explained === 1 ? '1 more query is' : `${count(explained)} more queries are`} explained: the agency has said ` +
        'that the record is right. Explained queries are not counted here.',
    )
  );
}

/**
 * @param {any[]} rules GET /v1/data-quality?by=rule
 * @param {Map<string, string[]>} datasets The titles of the datasets that have a rule, by its code.
 */
export function commonFindings(rules, datasets) {
  const inOrder = rules.filter((rule) => rule.findings > 0).sort((one, other) => other.findings - one.findings);
  const list = (/** @type {any[]} */ some) =>
    el(
      'ol',
      { class: 'app-findings' },
      some.map((rule) =>
        el(
          'li',
          { class: 'app-findings__one' },
          el(
            'p',
            { class: 'app-findings__count' },
            count(rule.findings),
            unseen(rule.findings === 1 ? ' time: ' : ' times: '),
          ),
          el(
            'div',
            {},
            el('p', { class: 'app-findings__sentence' }, rule.sentence),
            el(
              'p',
              { class: 'app-findings__of' },
              severityTag(rule.severity),
              ` ${rule.member} · ${datasetsOf(datasets.get(rule.member))}`,
            ),
            el(
              'p',
              { class: 'app-findings__mend' },
              el('strong', {}, 'What to do: '),
              MENDING_OF[rule.member] ?? MENDING[rule.dimension] ?? '',
            ),
          ),
        ),
      ),
    );
  return el(
    'div',
    {},
    list(inOrder.slice(0, SHOWN)),
    inOrder.length > SHOWN &&
      el(
        'details',
        { class: 'govuk-details' },
        el(
          'summary',
          { class: 'govuk-details__summary' },
          el('span', { class: 'govuk-details__summary-text' }, `The other ${inOrder.length - SHOWN}`),
        ),
        list(inOrder.slice(SHOWN)),
      ),
  );
}

/** @param {string[]} [titles] */
const datasetsOf = (titles = []) =>
  titles.length > 2 ? 'every dataset' : titles.join(', ').toLowerCase() || 'a former dataset';
