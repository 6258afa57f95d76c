// The definition of an indicator and its limitations.
import { el } from '../dom.js';
import { toWords } from '../words.js';
import { GROUPS_OF_FIVE } from './releases.js';

const BASIS = /** @type {Record<string, string>} */ ({
  statutory: 'Set by law or statutory guidance',
  published: 'As published nationally',
  local: 'Local practice',
});

/** @param {any} indicator */
export const definition = (indicator) =>
  el(
    'section',
    { 'aria-labelledby': 'definition' },
    el('h2', { class: 'govuk-heading-m', id: 'definition' }, 'What it means'),
    el(
      'dl',
      { class: 'govuk-summary-list' },
      [
        ['Definition', indicator.sentence],
        ['What is counted', indicator.numerator],
        ['Out of', indicator.denominator],
        ['Why it matters', indicator.why],
        ['What it does not show', indicator.limits],
        ['Better when', indicator.polarity === 'high' ? 'higher' : 'lower'],
        ['Basis', BASIS[indicator.basis] ?? toWords(indicator.basis)],
        [
          'Source',
          indicator.source.address
            ? el(
                'a',
                { class: 'govuk-link', href: indicator.source.address, rel: 'noreferrer' },
                indicator.source.title,
              )
            : indicator.source.title,
        ],
      ].map(([term, words]) =>
        el(
          'div',
          { class: 'govuk-summary-list__row' },
          el('dt', { class: 'govuk-summary-list__key' }, term),
          el('dd', { class: 'govuk-summary-list__value' }, words),
        ),
      ),
    ),
  );

/** Why a protected reader's numbers are rounded. @param {boolean} seesFullFigures */
export const smallNumbers = (seesFullFigures) =>
  el(
    'details',
    { class: 'govuk-details' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el(
        'span',
        { class: 'govuk-details__summary-text' },
        seesFullFigures ? 'Small numbers explained' : 'Why numbers are rounded',
      ),
    ),
    el(
      'div',
      { class: 'govuk-details__text' },
      (seesFullFigures
        ? [
            'Your key shows every figure in full. Before you pass one on, remember: a small number could identify a ' +
              'child to somebody who knows the area. Readers with an ordinary key see months that are released, and ' +
              'numbers of children in groups of five.',
            'Keys that show full figures are for the statutory partners’ own officers.',
          ]
        : [
            `${GROUPS_OF_FIVE} “15 to 19” is such a group. Where one number has to stand for it, that is its middle, 17: ` +
              'so numbers end in 2 and 7. “Fewer than five” may be none.',
            'A percentage is reckoned from the middles, and none is given of fewer than 20. Totals may differ a little ' +
              'from the sum of their parts. Posts are not children, and their numbers are exact.',
            'By team, and by what a child is, figures are released by quarter or by financial year. This key does not ' +
              'show days, weeks, two breakdowns at a time, or an agency’s figures broken down.',
            'Keys that show full figures are for the statutory partners’ own officers.',
          ]
      ).map((words) => el('p', { class: 'govuk-body' }, words)),
      seesFullFigures &&
        el('p', { class: 'govuk-body' }, '“Few cases” marks a figure that one child more or less would change a lot.'),
    ),
  );
