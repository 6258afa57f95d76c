// How a page begins, waits, fails and begins again.
import { ApiFault } from './api.js';
import { el } from './dom.js';

/**
 * Who is signed in, as the frame says.
 * @typedef {{ permissions: string[], agency: string, seesFullFigures: boolean, seesCases: boolean }} Caller
 */

/** @returns {Caller} */
export function caller() {
  const { permissions = '', agency = '' } = document.body.dataset;
  const all = permissions.split(' ');
  return { permissions: all, agency, seesFullFigures: all.includes('read-full-figures'), seesCases: all.includes('read-cases') && all.includes('read-full-figures') };
}

/**
 * Shows a page, and again whenever its address changes: by the back button, or by go().
 * @param {(place: HTMLElement) => Promise<void>} show Fills the place. What it throws is told in its stead.
 */
export function start(show) {
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-page]'));
  let [turn, asked] = [0, ''];
  const run = async () => {
    const mine = (turn += 1);
    asked = location.search;
    place.setAttribute('aria-busy', 'true');
    // Filled apart, so that the page never holds half of one answer and half of another.
    const fresh = el('div');
    try {
      await show(fresh);
    } catch (fault) {
      fresh.replaceChildren(faultView(fault, run));
    }
    if (mine !== turn) return;
    const wasInside = place.contains(document.activeElement);
    place.replaceChildren(...fresh.childNodes);
    place.removeAttribute('aria-busy');
    // Whoever pressed a button that is no longer there goes on at the top of what it brought.
    if (wasInside) heading().focus();
    document.dispatchEvent(new CustomEvent('shown'));
  };
  // Links within the page, such as the one that skips to its content, also come this way and ask for nothing else.
  addEventListener('popstate', () => location.search !== asked && run());
  document.addEventListener('moved', run);
  run();
}

/** The day it is in England, as the service's clock says. */
export const today = () => document.body.dataset.today ?? '';

const heading = () => /** @type {HTMLElement} */ (document.querySelector('[data-heading]'));

/** Sets the page's heading, and the window's title with it. @param {string} text */
export function setHeading(text) {
  heading().textContent = text;
  document.title = `${text} – Safeguarding Metrics`;
}

/**
 * What went wrong, in plain words, with what can be done.
 * @param {unknown} fault
 * @param {() => void} again
 */
export function faultView(fault, again) {
  if (!(fault instanceof ApiFault)) console.error(fault);
  const back = `/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
  const [title, ...rest] =
    fault instanceof ApiFault && fault.status === 401 ? ['You have been signed out', el('p', { class: 'govuk-body' }, 'A sign-in lasts two hours. ', el('a', { class: 'govuk-link', href: back }, 'Sign in again'), ' to go on where you were.')]
      : fault instanceof ApiFault && fault.status === 403 ? ['You cannot see this', el('p', { class: 'govuk-body' }, fault.detail || 'The key that you signed in with may not read it.')]
        : fault instanceof ApiFault ? [fault.message, el('p', { class: 'govuk-body' }, fault.detail), again_(again)]
          : ['Something went wrong on this page', el('p', { class: 'govuk-body' }, 'The figures are safe: only the page that shows them has failed.'), again_(again)];
  return el('div', { class: 'govuk-error-summary', role: 'alert', tabindex: '-1' }, el('h2', { class: 'govuk-error-summary__title' }, title), el('div', { class: 'govuk-error-summary__body' }, rest));
}

const again_ = (/** @type {() => void} */ again) => el('button', { type: 'button', class: 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0', onclick: again }, 'Try again');
