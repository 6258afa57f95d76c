// The life of a page: first display, waiting, errors and refresh.
import { ApiError } from './api.js';
import { el } from './dom.js';

/**
 * The signed-in caller, from the data attributes of the page's body element.
 * @typedef {{ permissions: string[], agency: string, seesFullFigures: boolean, seesCases: boolean }} Caller
 */

/** @returns {Caller} */
export function caller() {
  const { permissions = '', agency = '' } = document.body.dataset;
  const all = permissions.split(' ');
  return {
    permissions: all,
    agency,
    seesFullFigures: all.includes('read-full-figures'),
    seesCases: all.includes('read-cases') && all.includes('read-full-figures'),
  };
}

/**
 * Shows a page, and shows it again whenever its URL changes, by the back button or by go().
 * @param {(place: HTMLElement) => Promise<void>} show Fills the element. If it throws, the error is shown instead.
 */
export function start(show) {
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-page]'));
  let [turn, asked] = [0, ''];
  const run = async () => {
    const mine = (turn += 1);
    asked = location.search;
    place.setAttribute('aria-busy', 'true');
    // Filled detached from the page, so that the page never shows parts of two responses.
    const fresh = el('div');
    try {
      await show(fresh);
    } catch (fault) {
      fresh.replaceChildren(errorView(fault, run));
    }
    if (mine !== turn) return;
    const wasInside = place.contains(document.activeElement);
    place.replaceChildren(...fresh.childNodes);
    place.removeAttribute('aria-busy');
    // A pressed button that no longer exists loses the focus: move the focus to the heading.
    if (wasInside) heading().focus();
    document.dispatchEvent(new CustomEvent('shown'));
  };
  // Links within the page, such as "Skip to main content", also raise popstate but do not change the query.
  addEventListener('popstate', () => location.search !== asked && run());
  document.addEventListener('moved', run);
  run();
}

/** Today's date in England, by the service's clock. */
export const today = () => document.body.dataset.today ?? '';

const heading = () => /** @type {HTMLElement} */ (document.querySelector('[data-heading]'));

/** Sets the page's heading and the window's title. @param {string} text */
export function setHeading(text) {
  heading().textContent = text;
  document.title = `${text} – Safeguarding Metrics`;
}

/**
 * Describes an error in plain words, with what the reader can do.
 * @param {unknown} fault
 * @param {() => void} again
 */
export function errorView(fault, again) {
  if (!(fault instanceof ApiError)) console.error(fault);
  const back = `/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
  const [title, ...rest] =
    fault instanceof ApiError && fault.status === 401
      ? [
          'You have been signed out',
          el(
            'p',
            { class: 'govuk-body' },
            'A sign-in lasts two hours. ',
            el('a', { class: 'govuk-link', href: back }, 'Sign in again'),
            ' to continue where you were.',
          ),
        ]
      : fault instanceof ApiError && fault.status === 403
        ? [
            'You cannot see this',
            el(
              'p',
              { class: 'govuk-body' },
              fault.detail || 'The key that you signed in with does not give access to it.',
            ),
          ]
        : fault instanceof ApiError
          ? [fault.message, el('p', { class: 'govuk-body' }, fault.detail), retryButton(again)]
          : [
              'Something went wrong on this page',
              el('p', { class: 'govuk-body' }, 'The figures are safe. Only the page that shows them failed.'),
              retryButton(again),
            ];
  return el(
    'div',
    { class: 'govuk-error-summary', role: 'alert', tabindex: '-1' },
    el('h2', { class: 'govuk-error-summary__title' }, title),
    el('div', { class: 'govuk-error-summary__body' }, rest),
  );
}

const retryButton = (/** @type {() => void} */ again) =>
  el(
    'button',
    { type: 'button', class: 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0', onclick: again },
    'Try again',
  );
