// The definition of an indicator and its limitations.
import { el } from '../dom.js';
import { toWords } from '../words.js';

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

/** The explanation of hidden small numbers. @param {boolean} seesFullFigures */
export const smallNumbers = (seesFullFigures) =>
  el(
    'details',
    { class: 'govuk-details' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el('span', { class: 'govuk-details__summary-text' }, 'Small numbers explained'),
    ),
    el(
      'div',
      { class: 'govuk-details__text' },
      (seesFullFigures
        ? [
            'Your key shows every figure in full. Before you pass one on, remember: a number from 1 to ' +
              '5 could identify a child to somebody who knows the area. Readers with an ordinary key see ' +
              '“Hidden: small number” instead.',
          ]
        : [
            'A number from 1 to 5 could identify a child to somebody who knows the area, so it is ' +
              'hidden, together with any number that would reveal it by subtraction. Zero is shown.',
            'To see more, choose a longer time or a coarser breakdown: a month’s total is often shown ' +
              'where its teams are not. This key does not show days, weeks or two breakdowns at a time.',
          ]
      ).map((words) => el('p', { class: 'govuk-body' }, words)),
      el('p', { class: 'govuk-body' }, '“Few cases” marks a figure that one child more or less would change a lot.'),
    ),
  );
