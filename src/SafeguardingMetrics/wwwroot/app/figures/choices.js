// The form for month, scope and date of knowledge. A form with a button, so that nothing changes while a reader chooses.
import { urlWith, go, read } from '../address.js';
import { getRows } from '../api.js';
import { el } from '../dom.js';
import { today } from '../page.js';
import { dayName, monthName, toWords } from '../words.js';
import { monthsToChoose, toDays } from './scope.js';

/** @typedef {import('./scope.js').Scope} Scope */

/** @typedef {import('./releases.js').Released} Released */

/**
 * @param {Scope} scope
 * @param {Released | null} released Which months a protected reader sees.
 * @param {string[]} [dimensions] What the page's figures can be broken down by.
 */
export function choices(scope, released, dimensions = ['sector', 'locality', 'agency']) {
  const whose = el(
    'select',
    { class: 'govuk-select', id: 'for', name: 'for' },
    el('option', { value: '' }, 'Whole partnership'),
    scope.by && el('option', { value: read('for'), selected: true }, toWords(scope.member)),
  );
  offerMembers(
    whose,
    scope,
    released,
    ['sector', 'locality', 'agency'].filter((by) => dimensions.includes(by)),
  );
  const form = el(
    'form',
    { class: 'app-choices', method: 'get', action: location.pathname, 'aria-label': 'What to show' },
    ['code', 'split'].map((name) => read(name) && el('input', { type: 'hidden', name, value: read(name) })),
    field(
      'month',
      'Month',
      el(
        'select',
        { class: 'govuk-select', id: 'month', name: 'month' },
        monthsToChoose(released).map((month) =>
          el(
            'option',
            { value: month, selected: month === scope.month },
            monthName(month) + (!released && month === today().slice(0, 7) ? ' (so far)' : ''),
          ),
        ),
      ),
    ),
    field('for', 'Figures for', whose),
    field(
      'knownAt',
      released ? 'As released by' : 'As known on',
      el('input', {
        class: 'govuk-input app-choices__day',
        id: 'knownAt',
        name: 'knownAt',
        type: 'date',
        max: today(),
        value: scope.knownAt,
      }),
    ),
    el('button', { type: 'submit', class: 'govuk-button' }, 'Show'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(/** @type {HTMLFormElement} */ (form));
    go({ month: String(chosen.get('month')), for: String(chosen.get('for')), knownAt: String(chosen.get('knownAt')) });
  });
  return form;
}

/** The note that the figures are not the current ones. @param {Scope} scope @param {Released | null} released */
export const knownAtNote = (scope, released) =>
  scope.knownAt &&
  el(
    'div',
    { class: 'govuk-inset-text app-as-known' },
    released
      ? `These are the figures that had been released by the end of ${dayName(scope.knownAt)}. `
      : `These are the figures as they were at the end of ${dayName(scope.knownAt)}. Anything received later is left out. `,
    el('a', { class: 'govuk-link', href: urlWith({ knownAt: '' }) }, 'See the current figures'),
  );

/** @param {string} id @param {string} label @param {HTMLElement} control */
const field = (id, label, control) =>
  el(
    'div',
    { class: 'govuk-form-group app-choices__field' },
    el('label', { class: 'govuk-label', for: id }, label),
    control,
  );

/**
 * Offers the sectors, localities and agencies that have figures in the month. Until they are loaded, and if that fails,
 * the current choice remains.
 * @param {HTMLElement} select
 * @param {Scope} scope
 * @param {Released | null} released
 * @param {string[]} dimensions
 */
async function offerMembers(select, scope, released, dimensions) {
  // Some figures of a month are released later than others, so the month before has members that it has not yet.
  const { from, to, knownAt } = toDays(scope, released ? 2 : 1);
  const parameters = { from, to, knownAt };
  const members = await Promise.all(
    dimensions.map(async (by) => {
      const rows = await getRows('/v1/indicator-values', { ...parameters, by, codes: read('code') }).catch(() => []);
      return /** @type {const} */ ([by, [...new Set(rows.map((row) => row.member))].filter(Boolean).sort()]);
    }),
  );
  const chosen = read('for');
  select.replaceChildren(
    el('option', { value: '' }, 'Whole partnership'),
    ...members
      .filter(([, names]) => names.length > 0)
      .map(([by, names]) =>
        el(
          'optgroup',
          { label: by[0].toUpperCase() + by.slice(1) },
          names.map((name) =>
            el('option', { value: `${by}:${name}`, selected: `${by}:${name}` === chosen }, toWords(String(name))),
          ),
        ),
      ),
  );
}
