// One month's figure, broken down by locality, team, agency or another breakdown of the indicator.
import { bars } from '../charts/bars.js';
import { buildUrl, get } from '../api.js';
import { urlWith, read } from '../address.js';
import { el } from '../dom.js';
import { DIMENSIONS, monthName } from '../words.js';
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
  const section = el(
    'section',
    { 'aria-labelledby': 'breakdown' },
    el('h2', { class: 'govuk-heading-m', id: 'breakdown' }, `Broken down, ${monthName(scope.month)}`),
  );
  if (isCross && !seesFullFigures) {
    section.append(
      el(
        'p',
        { class: 'govuk-body' },
        'With your key, figures can be broken down in one way at a time. ',
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

  const parameters = { ...toParameters(scope, 1), by: isCross ? `${scope.by},${split}` : split };
  const nameOf = (/** @type {any} */ row) => (isCross ? row.member2 : row.member);
  const rows = (await get(`/v1/indicators/${indicator.code}/values`, parameters)).filter(
    (/** @type {any} */ row) =>
      row.period === scope.month &&
      nameOf(row) !== null &&
      (!isCross || row.member === scope.member) &&
      row.symbol !== 'x',
  );
  const worst = indicator.polarity === 'high' ? 1 : -1;
  rows.sort(
    (/** @type {any} */ one, /** @type {any} */ other) =>
      (one.value === null ? 1 : 0) - (other.value === null ? 1 : 0) || worst * ((one.value ?? 0) - (other.value ?? 0)),
  );

  section.append(
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
    ...(rows.length === 0
      ? [el('p', { class: 'govuk-body' }, 'Nothing was counted in this month.')]
      : [
          el(
            'p',
            { class: 'govuk-body-s' },
            'Worst first. The thin line shows the range within which the figure may vary by chance',
            rows.some((/** @type {any} */ row) => row.target !== null) && ', the dashed one the target',
            '.',
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
              `${indicator.title} by ${titleOf(indicator, split).toLowerCase()}, ${monthName(scope.month)}`,
              titleOf(indicator, split),
              rows,
              nameOf,
            ),
          ),
          downloads(`/v1/indicators/${indicator.code}/values`, parameters, null),
        ]),
  );
  return section;
}

/** The title of a breakdown. The category of an indicator may be its plan type, for example. @param {any} indicator @param {string} by */
const titleOf = (indicator, by) =>
  by === 'category' ? spaced(indicator.category) : by === 'team' ? spaced(indicator.team) : (DIMENSIONS[by] ?? by);

/** "planType" as "Plan type". @param {string} name */
const spaced = (name) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
