// The figure of a month, or of the days for which it is released, broken down by locality, team, agency or another
// breakdown of the indicator.
import { bars } from '../charts/bars.js';
import { buildUrl, get } from '../api.js';
import { urlWith, read } from '../address.js';
import { el } from '../dom.js';
import { dayName, DIMENSIONS, monthName } from '../words.js';
import { daysWords, findNewest, intervalsOf, ofMonth } from './breakdown-interval.js';
import { isRange, levelOf } from './numbers.js';
import { toParameters } from './scope.js';
import { memberTable } from './tables.js';
import { downloads } from './downloads.js';

/** @typedef {import('./scope.js').Scope} Scope */

/**
 * @param {any} indicator
 * @param {Scope} scope
 * @param {boolean} seesFullFigures
 */
export async function breakdown(indicator, scope, seesFullFigures) {
  const isCross = scope.by === 'locality' || scope.by === 'sector';
  const dimensions = indicator.dimensions.filter(
    (/** @type {string} */ by) =>
      by !== scope.by &&
      !(isCross && (by === 'agency' || by === 'sector')) &&
      !(scope.by === 'agency' && by === 'sector'),
  );
  const heading = (/** @type {string} */ words) =>
    el('h2', { class: 'govuk-heading-m', id: 'breakdown' }, `Broken down${words}`);
  const section = el('section', { 'aria-labelledby': 'breakdown' });
  if (scope.by !== '' && !seesFullFigures) {
    section.append(
      heading(`, ${monthName(scope.month)}`),
      el(
        'p',
        { class: 'govuk-body' },
        scope.by === 'agency'
          ? 'With your key, an agency’s figures are not broken down. '
          : 'With your key, figures can be broken down in one way at a time. ',
        el('a', { class: 'govuk-link', href: urlWith({ for: '' }) }, 'Break down the whole partnership’s figures'),
        '.',
      ),
    );
    return section;
  }
  const split = dimensions.includes(read('split'))
    ? read('split')
    : dimensions.includes('locality')
      ? 'locality'
      : dimensions[0];
  if (!split) return el('div', {});

  const path = `/v1/indicators/${indicator.code}`;
  const nameOf = (/** @type {any} */ row) => (isCross ? row.member2 : row.member);
  const { days, parameters, rows, why } = await (seesFullFigures
    ? readFull(
        path,
        scope,
        isCross ? `${scope.by},${split}` : split,
        (row) => nameOf(row) !== null && (!isCross || row.member === scope.member),
      )
    : readReleased(path, scope, split, indicator.shape === 'snapshot'));
  const worst = indicator.polarity === 'high' ? 1 : -1;
  // Names break ties: an order by numbers that are not shown would tell them.
  rows.sort((one, other) => {
    const [first, second] = [levelOf(one), levelOf(other)];
    return (
      (first === null ? 1 : 0) - (second === null ? 1 : 0) ||
      worst * ((first ?? 0) - (second ?? 0)) ||
      nameOf(one).localeCompare(nameOf(other), 'en-GB')
    );
  });
  const title = titleOf(indicator, split);

  section.append(
    heading(days ? `, ${daysWords(days)}` : ` by ${title.toLowerCase()}`),
    el(
      'nav',
      { class: 'app-splits', 'aria-label': 'Break down by' },
      el(
        'ul',
        {},
        dimensions.map((/** @type {string} */ by) =>
          el(
            'li',
            {},
            el(
              'a',
              {
                class: 'govuk-link govuk-link--no-visited-state',
                href: urlWith({ split: by }),
                'aria-current': by === split && 'true',
              },
              titleOf(indicator, by),
            ),
          ),
        ),
      ),
    ),
    why(title) && el('p', { class: 'govuk-body' }, why(title)),
    ...(rows.length === 0
      ? []
      : [
          el(
            'p',
            { class: 'govuk-body-s' },
            'Worst first. The thin line shows the range within which the figure may vary by chance',
            rows.some((row) => row.target !== null) && ', the dashed one the target',
            '.',
            rows.some(isRange) &&
              ' A wide light bar is a range: what the figure may be where fewer than five are counted.',
          ),
          bars(rows, nameOf),
          el(
            'details',
            { class: 'govuk-details' },
            el(
              'summary',
              { class: 'govuk-details__summary' },
              el('span', { class: 'govuk-details__summary-text' }, 'Show as a table'),
            ),
            memberTable(
              `${indicator.title} by ${title.toLowerCase()}, ${days ? daysWords(days) : ''}`,
              title,
              rows,
              nameOf,
            ),
          ),
          downloads(`${path}/values`, parameters, null),
        ]),
  );
  return section;
}

/**
 * What a breakdown shows.
 * @typedef {object} Shown
 * @property {import('./breakdown-interval.js').Days | null} days Null where none is released.
 * @property {Record<string, string>} parameters Those of the figures.
 * @property {any[]} rows
 * @property {(title: string) => string} why What is to be said of the days, or why there are no rows.
 */

/**
 * The month's figures in full.
 * @param {string} path
 * @param {Scope} scope
 * @param {string} by
 * @param {(row: any) => boolean} isShown
 * @returns {Promise<Shown>}
 */
async function readFull(path, scope, by, isShown) {
  const parameters = { ...toParameters(scope, 1), by };
  const rows = (await get(`${path}/values`, parameters)).filter(
    (/** @type {any} */ row) => row.period === scope.month && isShown(row) && row.symbol !== 'x',
  );
  return {
    days: ofMonth(scope.month),
    parameters,
    rows,
    why: () => (rows.length === 0 ? 'Nothing was counted in this month.' : ''),
  };
}

/**
 * The released figures of the shortest interval for which the breakdown is told.
 * @param {string} path
 * @param {Scope} scope
 * @param {string} by
 * @param {boolean} isSnapshot True where an interval's figure is that of its last day.
 * @returns {Promise<Shown>}
 */
async function readReleased(path, scope, by, isSnapshot) {
  const [total] = await get(`${path}/values`, toParameters(scope, 1));
  const intervals = intervalsOf(by, total?.roundedTo !== 1);
  let firstDueOn = null;
  let isReleased = false;
  for (const interval of intervals) {
    const { days, dueOn } = await findNewest(path, interval, scope);
    firstDueOn ??= dueOn;
    if (days === null) continue;
    isReleased = true;
    const parameters = { interval, from: days.from, to: days.to, by, knownAt: scope.knownAt };
    const rows = (await get(`${path}/values`, parameters)).filter(
      (/** @type {any} */ row) => row.period === days.period && row.member !== null,
    );
    const told = interval === 'quarter' ? 'by quarter' : 'by financial year';
    if (rows.length > 0)
      return {
        days,
        parameters,
        rows,
        why: (title) =>
          interval === 'month'
            ? ''
            : `By ${title.toLowerCase()}, figures are released ${told}. These are of ` +
              `${isSnapshot ? `${dayName(days.to)}, the last day of ` : ''}${daysWords(days)}.`,
      };
  }
  return {
    days: null,
    parameters: {},
    rows: [],
    why: (title) =>
      isReleased
        ? `By ${title.toLowerCase()}, no figures are released: too few children are counted.`
        : `By ${title.toLowerCase()}, no figures are released yet.${firstDueOn ? ` The first are due on ${dayName(firstDueOn)}.` : ''}`,
  };
}

/** The title of a breakdown. The category of an indicator may be its plan type, for example. @param {any} indicator @param {string} by */
const titleOf = (indicator, by) =>
  by === 'category' ? spaced(indicator.category) : by === 'team' ? spaced(indicator.team) : (DIMENSIONS[by] ?? by);

/** "planType" as "Plan type". @param {string} name */
const spaced = (name) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
