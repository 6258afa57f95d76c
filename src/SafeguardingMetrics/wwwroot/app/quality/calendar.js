// The calendar of returns: a row for each agency and dataset, a column for each month.
import { el, unseen } from '../dom.js';
import { ragMark } from '../figures/shapes.js';
import { monthName, plural, shortMonth } from '../words.js';

/** @typedef {import('./expected.js').Line} Line */
/** @typedef {import('./expected.js').Month} Month */

/**
 * @param {Line[]} lines
 * @param {string[]} months The oldest first.
 * @param {(dataset: string) => string} titleOf
 */
export function calendar(lines, months, titleOf) {
  const caption = 'Returns by agency, dataset and month';
  const region = el(
    'div',
    { class: 'app-table app-calendar', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'govuk-table' },
      el('caption', { class: 'govuk-visually-hidden' }, caption),
      el(
        'thead',
        { class: 'govuk-table__head' },
        el(
          'tr',
          {},
          el('th', { scope: 'col', class: 'govuk-table__header' }, 'Agency and dataset'),
          months.map((month) =>
            el(
              'th',
              { scope: 'col', class: 'govuk-table__header app-calendar__month' },
              el('abbr', { title: monthName(month) }, shortMonth(month).slice(0, 3), el('span', {}, month.slice(0, 4))),
            ),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        lines.map((line) =>
          el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row', class: 'govuk-table__header app-calendar__name' },
              line.agency,
              el('span', {}, titleOf(line.dataset)),
            ),
            months.map((month) => cell(line.months.get(month))),
          ),
        ),
      ),
    ),
  );
  // In a narrow window the newest months are in view first.
  document.addEventListener(
    'shown',
    () => {
      region.scrollLeft = region.scrollWidth;
    },
    { once: true },
  );
  return el('div', {}, key(), region);
}

/** @param {Month | undefined} month */
function cell(month) {
  const [name, ...inside] =
    month === undefined
      ? ['none', '–', unseen('nothing expected')]
      : month.late > 0
        ? [
            'late',
            ragMark('red'),
            el('span', {}, `${month.late} late`),
            unseen(`, of ${plural(month.due, 'return')} due`),
          ]
        : month.due > 0
          ? ['here', ragMark('green'), unseen(month.due === 1 ? 'here' : `all ${month.due} here`)]
          : ['waiting', ragMark(null), unseen('not due yet')];
  return el('td', { class: `govuk-table__cell app-calendar__cell app-calendar__cell--${name}` }, el('div', {}, inside));
}

const key = () =>
  el(
    'ul',
    { class: 'app-key', 'aria-label': 'Key' },
    el('li', {}, ragMark('green'), 'All due returns have arrived'),
    el('li', {}, ragMark('red'), 'Number of late returns'),
    el('li', {}, ragMark(null), 'Not due yet'),
    el('li', {}, el('span', {}, '–'), 'Nothing expected'),
  );
