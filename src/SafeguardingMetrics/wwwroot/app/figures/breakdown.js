// One month's figure taken apart: by locality, team, agency and whatever else the indicator knows.
import { bars } from '../charts/bars.js';
import { addressOf, get } from '../api.js';
import { changed, read } from '../address.js';
import { el } from '../dom.js';
import { DIMENSIONS, monthName } from '../words.js';
import { parametersOf } from './scope.js';
import { memberTable } from './tables.js';
import { downloads } from './take-away.js';

/** @typedef {import('./scope.js').Scope} Scope */

/**
 * @param {any} indicator
 * @param {Scope} scope
 * @param {boolean} seesFullFigures
 */
export async function breakdown(indicator, scope, seesFullFigures) {
  const isCross = scope.by === 'locality' || scope.by === 'sector';
  const dimensions = indicator.dimensions.filter((/** @type {string} */ by) => by !== scope.by && !(isCross && (by === 'agency' || by === 'sector')) && !(scope.by === 'agency' && by === 'sector'));
  const section = el('section', { 'aria-labelledby': 'breakdown' }, el('h2', { class: 'govuk-heading-m', id: 'breakdown' }, `Broken down, ${monthName(scope.month)}`));
  if (isCross && !seesFullFigures) {
    section.append(el('p', { class: 'govuk-body' }, 'With your key figures can be taken apart in one way at a time. ', el('a', { class: 'govuk-link', href: changed({ for: '' }) }, 'Take the whole partnership’s apart'), '.'));
    return section;
  }
  const split = dimensions.includes(read('split')) ? read('split') : dimensions.includes('locality') ? 'locality' : dimensions[0];
  if (!split) return el('div', {});

  const parameters = { ...parametersOf(scope, 1), by: isCross ? `${scope.by},${split}` : split };
  const nameOf = (/** @type {any} */ row) => (isCross ? row.member2 : row.member);
  const rows = (await get(`/v1/indicators/${indicator.code}/values`, parameters)).filter((/** @type {any} */ row) => row.period === scope.month && nameOf(row) !== null && (!isCross || row.member === scope.member) && row.symbol !== 'x');
  const worst = indicator.polarity === 'high' ? 1 : -1;
  rows.sort((/** @type {any} */ one, /** @type {any} */ other) => (one.value === null ? 1 : 0) - (other.value === null ? 1 : 0) || worst * ((one.value ?? 0) - (other.value ?? 0)));

  section.append(
    el('nav', { class: 'app-splits', 'aria-label': 'Take apart by' }, el('ul', {}, dimensions.map((/** @type {string} */ by) => el('li', {}, el('a', { class: 'govuk-link govuk-link--no-visited-state', href: changed({ split: by }), 'aria-current': by === split && 'true' }, titleOf(indicator, by)))))),
    ...(rows.length === 0 ? [el('p', { class: 'govuk-body' }, 'Nothing was counted in this month.')] : [
      el('p', { class: 'govuk-body-s' }, 'Worst first. The thin line shows where the figure may lie by chance', rows.some((/** @type {any} */ row) => row.target !== null) && ', the dashed one the target', '.'),
      bars(rows, nameOf),
      el('details', { class: 'govuk-details' }, el('summary', { class: 'govuk-details__summary' }, el('span', { class: 'govuk-details__summary-text' }, 'The same as a table')), memberTable(`${indicator.title} by ${titleOf(indicator, split).toLowerCase()}, ${monthName(scope.month)}`, titleOf(indicator, split), rows, nameOf)),
      downloads(addressOf(`/v1/indicators/${indicator.code}/values`, { ...parameters, format: 'csv' }), null),
    ]));
  return section;
}

/** What a dimension is called here: an indicator's category may be a plan type. @param {any} indicator @param {string} by */
const titleOf = (indicator, by) => (by === 'category' ? spaced(indicator.category) : by === 'team' ? spaced(indicator.team) : (DIMENSIONS[by] ?? by));

/** "planType" as "Plan type". @param {string} name */
const spaced = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
