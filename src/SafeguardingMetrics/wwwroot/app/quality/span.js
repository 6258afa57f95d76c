// The months that the page covers, and the date of knowledge.
import { go, read } from '../address.js';
import { el } from '../dom.js';
import { today } from '../page.js';
import { monthAfter } from '../words.js';

const SPANS = [
  ['12', 'Twelve months'],
  ['3', 'Three months'],
  ['1', 'This month'],
];

/** @typedef {{ from: string, to: string, knownAt: string, months: string[] }} Span */

/** The span in the page's URL: whole months up to today or to the day of knowledge. @returns {Span} */
export function readSpan() {
  const knownAt = read('knownAt');
  const to = knownAt || today();
  const length = SPANS.some(([months]) => months === read('months')) ? Number(read('months')) : 12;
  const months = Array.from({ length }, (_, at) => monthAfter(to.slice(0, 7), at + 1 - length));
  return { from: `${months[0]}-01`, to, knownAt, months };
}

/** @param {Span} span */
export function spanForm(span) {
  const form = el(
    'form',
    { class: 'app-choices', method: 'get', action: location.pathname, 'aria-label': 'What to show' },
    el(
      'div',
      { class: 'govuk-form-group app-choices__field' },
      el('label', { class: 'govuk-label', for: 'months' }, 'Over'),
      el(
        'select',
        { class: 'govuk-select', id: 'months', name: 'months' },
        SPANS.map(([months, words]) =>
          el('option', { value: months, selected: span.months.length === Number(months) }, words),
        ),
      ),
    ),
    el(
      'div',
      { class: 'govuk-form-group app-choices__field' },
      el('label', { class: 'govuk-label', for: 'knownAt' }, 'As known on'),
      el('input', {
        class: 'govuk-input app-choices__day',
        id: 'knownAt',
        name: 'knownAt',
        type: 'date',
        max: today(),
        value: span.knownAt,
      }),
    ),
    el('button', { type: 'submit', class: 'govuk-button' }, 'Show'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(/** @type {HTMLFormElement} */ (form));
    go({ months: String(chosen.get('months')), knownAt: String(chosen.get('knownAt')) });
  });
  return form;
}
