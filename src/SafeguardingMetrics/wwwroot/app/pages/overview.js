// The overview: a card for each indicator, worst first.
import { read, urlWith } from '../address.js';
import { get } from '../api.js';
import { el } from '../dom.js';
import { card } from '../figures/card.js';
import { knownAtNote, choices } from '../figures/choices.js';
import { inGroups } from '../figures/order.js';
import { findReleased, isReleased, isWaiting, releaseNote } from '../figures/releases.js';
import { toChartParameters, isInScope, toDays, toParameters, readScope, scopeWords } from '../figures/scope.js';
import { ragMark } from '../figures/shapes.js';
import { getVerdict } from '../figures/verdict.js';
import { caller, start } from '../page.js';
import { monthName, plural } from '../words.js';

// Final limits need thirteen months or more.
const MONTHS = 15;
const PATIENCE = 600;
// So many months back, with the page's own, an indicator that is released later than others has a figure.
const BACK = 4;

start(async (place) => {
  const released = await findReleased(read('knownAt'));
  const scope = readScope(released);
  const [indicators, rows, allHeld] = await Promise.all([
    get('/v1/indicators'),
    readRows(scope),
    caller().permissions.includes('read-data-quality') ? get('/v1/data-quality/held', toDays(scope, 1)) : [],
  ]);
  const held = allHeld.filter((/** @type {any} */ row) => scope.by !== 'agency' || row.agency === scope.member);
  const own = rows.filter(isInScope(scope));
  const rowsOf = (/** @type {any} */ indicator) =>
    own.filter((/** @type {any} */ row) => row.indicator === indicator.code);
  // An indicator without this breakdown, or without data of the sector or agency, has no rows and no card.
  const shown = indicators
    .filter(
      (/** @type {any} */ indicator) =>
        scope.by === '' || rowsOf(indicator).some((/** @type {any} */ row) => row.symbol !== 'x'),
    )
    .map((/** @type {any} */ indicator) => ({ indicator, ...choose(rowsOf(indicator), rows, indicator, scope.month) }));
  const entriesWith = (/** @type {any[]} */ charts) =>
    shown.map((/** @type {any} */ { indicator, row, awaited }, /** @type {number} */ at) => ({
      indicator,
      row,
      awaited,
      chart: charts[at] ?? null,
      verdict: getVerdict(charts[at] ?? null, row?.period ?? scope.month, released !== null),
      held: held.filter((/** @type {any} */ row) => indicator.dataset.split(', ').includes(row.dataset)),
    }));
  const charts = Promise.all(
    shown.map((/** @type {any} */ { indicator, row }) =>
      get(
        `/v1/indicators/${indicator.code}/chart`,
        toChartParameters({ ...scope, month: row?.period ?? scope.month }, MONTHS),
      ),
    ),
  );

  place.append(
    el('p', { class: 'govuk-body-l app-lead' }, `${monthName(scope.month)} · ${scopeWords(scope)}`),
    choices(scope, released),
    knownAtNote(scope, released) || '',
    released ? releaseNote(released, scope.month, own) : '',
    heldNotice(held, urlWith({ month: '', for: '' }, '/data-quality')),
  );
  const figures = el('div');
  place.append(figures);
  const show = (/** @type {any[]} */ known) => figures.replaceChildren(...cards(inGroups(entriesWith(known)), scope));
  // After PATIENCE milliseconds the figures are shown before their charts are loaded.
  if (await Promise.race([charts, new Promise((resolve) => setTimeout(resolve, PATIENCE, null))])) show(await charts);
  else {
    show([]);
    charts.then(show, () => {});
  }
});

/**
 * The rows of the page's month, and of the months before for indicators of which it is not released yet.
 * @param {import('../figures/scope.js').Scope} scope
 * @returns {Promise<any[]>}
 */
async function readRows(scope) {
  const rows = await get('/v1/indicator-values', toParameters(scope, 1));
  const codes = [...new Set(rows.filter(isWaiting).map((/** @type {any} */ row) => row.indicator))].join(',');
  if (codes === '') return rows;
  const earlier = await get('/v1/indicator-values', { ...toParameters(scope, BACK), codes });
  return [...rows, ...earlier.filter((/** @type {any} */ row) => row.period < scope.month)];
}

/**
 * The row that a card shows: of the month, or where that is not released yet of the newest month that is.
 * @param {any[]} own The indicator's rows of the scope.
 * @param {any[]} all All rows: a month that is not released is one row of the total.
 * @param {any} indicator
 * @param {string} month
 */
function choose(own, all, indicator, month) {
  const row = own.find((one) => one.period === month) ?? null;
  const awaited =
    row && !isWaiting(row)
      ? null
      : all.find((one) => one.indicator === indicator.code && one.period === month && isWaiting(one));
  const earlier = awaited && own.filter((one) => isReleased(one) && one.period < month).at(-1);
  return earlier ? { row: earlier, awaited } : { row, awaited: null };
}

/** @param {ReturnType<typeof inGroups>} groups @param {import('../figures/scope.js').Scope} scope */
const cards = (groups, scope) =>
  groups.length === 0
    ? [nothing()]
    : [
        summary(groups),
        ...groups.map((group) =>
          el(
            'section',
            { class: 'app-group', 'aria-labelledby': group.id },
            el(
              'h2',
              { class: 'govuk-heading-m app-group__title', id: group.id, tabindex: '-1' },
              group.rag && ragMark(group.rag),
              ' ',
              group.title,
              el('span', { class: 'app-group__count' }, ` ${group.entries.length}`),
            ),
            el(
              'ul',
              { class: 'app-cards' },
              group.entries.map((entry) =>
                card(entry, urlWith({ code: entry.indicator.code, month: scope.month }, '/indicator')),
              ),
            ),
          ),
        ),
      ];

/**
 * Says on the overview that returns of a month are held; nothing where none is.
 * @param {import('../quality/held.js').Held[]} held @param {string} address Where the page Data quality is.
 */
function heldNotice(held, address) {
  if (held.length === 0) return '';
  return el(
    'div',
    { class: 'govuk-inset-text app-held' },
    el('strong', { class: 'govuk-tag govuk-tag--yellow' }, 'Held'),
    ` ${plural(held.length, 'return for this month is', 'returns for this month are')} held and counted as not ` +
      'received, because they differ much from the records before. The figures below are without them. ',
    el('a', { class: 'govuk-link', href: address }, 'See what is held, and why'),
  );
}

/** @param {ReturnType<typeof inGroups>} groups */
function summary(groups) {
  const total = groups.reduce((sum, group) => sum + group.entries.length, 0);
  return el(
    'nav',
    { class: 'app-summary', 'aria-label': 'Groups of indicators' },
    el('p', { class: 'govuk-body govuk-!-margin-bottom-2' }, `${plural(total, 'indicator')}, worst first:`),
    el(
      'ul',
      { class: 'app-summary__list' },
      groups.map((group) =>
        el(
          'li',
          {},
          el(
            'a',
            { class: 'govuk-link govuk-link--no-visited-state', href: `#${group.id}` },
            ragMark(group.rag),
            el('strong', {}, group.entries.length),
            ` ${group.title.toLowerCase()}`,
          ),
        ),
      ),
    ),
  );
}

const nothing = () =>
  el(
    'div',
    { class: 'govuk-inset-text' },
    'There are no figures for this selection. Either no return was received, or the figures cannot be broken ' +
      'down in this way. Choose another month, or the whole partnership.',
  );
