// The quality of the data and the returns that are late.
import { urlWith } from '../address.js';
import { buildUrl, get } from '../api.js';
import { el } from '../dom.js';
import { caller, start, today } from '../page.js';
import { calendar } from '../quality/calendar.js';
import { spanName } from '../quality/days.js';
import { commonFindings, explainedWords } from '../quality/findings.js';
import { confirmedWords, heldList } from '../quality/held.js';
import { lateList } from '../quality/late.js';
import { latestReturns } from '../quality/latest.js';
import { createLines } from '../quality/expected.js';
import { scoreTable, scoreWords } from '../quality/scores.js';
import { spanForm, readSpan } from '../quality/span.js';
import { qualityTrend } from '../quality/trend.js';
import { dayName, lastDay, plural, toWords } from '../words.js';

start(async (place) => {
  const { permissions, agency } = caller();
  const span = readSpan();
  const { from, to, knownAt } = span;
  const quality = (/** @type {string} */ by) => get('/v1/data-quality', { from, to, knownAt, by });
  const scores = (/** @type {string} */ by) => get('/v1/data-quality/scores', { from, to, knownAt, by });
  // What is counted of children's records is told to agencies, of their own, and to readers of full figures.
  const seesCounts = agency !== '' || permissions.includes('read-full-figures');
  const mends = permissions.includes('read-returns') && !knownAt;
  const [datasets, schedule, late, agencies, kinds, rules, months, agencyScores, kindScores, held, returns] =
    await Promise.all([
      get('/v1/datasets'),
      get('/v1/return-schedule', { knownAt }),
      get('/v1/return-schedule/overdue', { from, knownAt }),
      quality('agency'),
      quality('dataset'),
      seesCounts ? quality('rule') : [],
      quality('month'),
      scores('agency'),
      scores('dataset'),
      get('/v1/data-quality/held', { from, to, knownAt }),
      mends ? get('/v1/returns', { from, to, limit: '200' }) : { items: [] },
    ]);
  const books = await Promise.all(
    datasets.map(async (/** @type {any} */ one) => [one.title, await get(`/v1/datasets/${one.name}/rules`)]),
  );
  const titleOf = (/** @type {string} */ name) =>
    datasets.find((/** @type {any} */ one) => one.name === name)?.title ?? toWords(name);
  // A given day of knowledge is over at its end. Today is not over yet.
  const lines = createLines(
    schedule,
    late,
    from,
    lastDay(to.slice(0, 7)),
    (day) => day < to || (knownAt !== '' && knownAt !== today() && day === to),
  );

  place.append(
    el('p', { class: 'govuk-body-l app-lead' }, `${spanName(from, to)} · ${agency || 'all agencies'}`),
    spanForm(span),
    knownAt &&
      el(
        'div',
        { class: 'govuk-inset-text' },
        `This is the state at the end of ${dayName(knownAt)}. Anything received later is left out. `,
        el('a', { class: 'govuk-link', href: urlWith({ knownAt: '' }) }, 'See the current state'),
      ),
    section(
      'late',
      late.length === 0 ? 'Nothing is late' : `${plural(late.length, 'return is', 'returns are')} late`,
      late.length === 0
        ? el('p', { class: 'govuk-body' }, 'Everything that was due in these months has arrived.')
        : lateList(late, titleOf),
    ),
    ...(held.length > 0
      ? [section('held', plural(held.length, 'return is held', 'returns are held'), heldList(held, titleOf))]
      : []),
    section(
      'calendar',
      'Who has sent',
      lines.length === 0
        ? el('p', { class: 'govuk-body' }, 'Nothing is on the return schedule in these months.')
        : calendar(lines, span.months, titleOf),
    ),
    section(
      'scores',
      'Scores',
      agencies.length === 0 && agencyScores.length === 0
        ? el('p', { class: 'govuk-body' }, 'No return was received in these months, so there is nothing to score.')
        : [
            el(
              'p',
              { class: 'govuk-body' },
              seesCounts
                ? 'Lowest score first.'
                : 'Your key shows which returns came. It does not show records, findings and scores: they count ' +
                    'children’s records, and could tell of a single child.',
            ),
            scoreTable('By agency', 'Agency', agencyScores, agencies, seesCounts),
            scoreTable('By dataset', 'Dataset', kindScores, kinds, seesCounts, titleOf),
            seesCounts && scoreWords(),
            confirmedWords(agencies),
            downloads([
              ['Agencies', '/v1/data-quality', 'agency'],
              ['Scores of agencies', '/v1/data-quality/scores', 'agency'],
              ...(seesCounts ? [['Scores of fields', '/v1/data-quality/scores', 'field']] : []),
            ]),
          ],
    ),
    ...(seesCounts
      ? [
          section(
            'findings',
            'Most frequent findings',
            rules.length === 0
              ? el('p', { class: 'govuk-body' }, 'There are no findings in these months.')
              : [
                  el(
                    'p',
                    { class: 'govuk-body' },
                    'A record with an ',
                    el('strong', {}, 'error'),
                    ' is left out until it is corrected. A record with a ',
                    el('strong', {}, 'query'),
                    ' is counted, but should be looked at. Correct the record in your own system, then ' +
                      'send the same days again: the new return replaces the old one.',
                  ),
                  explainedWords(rules),
                  commonFindings(rules, datasetsOfRules(books)),
                  downloads([['Findings by rule', '/v1/data-quality', 'rule']]),
                ],
          ),
        ]
      : []),
    ...(mends
      ? [
          section(
            'mend',
            'Returns to correct',
            latestReturns(
              returns.items
                .filter(
                  (/** @type {any} */ row) => row.status === 'rejected' || row.status === 'accepted-with-findings',
                )
                .slice(0, 10),
              titleOf,
            ),
          ),
        ]
      : []),
    section(
      'trend',
      'Month by month',
      months.length === 0
        ? el('p', { class: 'govuk-body' }, 'There are no months to compare.')
        : [qualityTrend(months, seesCounts), downloads([['Months', '/v1/data-quality', 'month']])],
    ),
  );

  /** @param {string[][]} tables */
  function downloads(tables) {
    return el(
      'p',
      { class: 'govuk-body app-downloads' },
      tables.map(([words, path, by]) =>
        el(
          'a',
          {
            class: 'govuk-link',
            href: buildUrl(path, { from, to, knownAt, by, format: 'csv', bom: 'true' }),
            download: `${words.toLowerCase().replaceAll(' ', '-')}.csv`,
          },
          `${words} (CSV)`,
        ),
      ),
    );
  }
});

/** @param {string} id @param {string} title @param {...any} children */
const section = (id, title, ...children) =>
  el(
    'section',
    { class: 'app-section', 'aria-labelledby': id },
    el('h2', { class: 'govuk-heading-m', id }, title),
    children,
  );

/** The titles of the datasets that have a rule, by the rule's code. @param {any[]} books */
function datasetsOfRules(books) {
  const found = /** @type {Map<string, string[]>} */ (new Map());
  for (const [title, rules] of books)
    for (const { code } of rules) found.set(code, [...(found.get(code) ?? []), title]);
  return found;
}
