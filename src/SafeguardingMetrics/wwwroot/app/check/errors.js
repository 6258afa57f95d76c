// Why a file could not be checked, as an error summary.
import { ApiError } from '../api.js';
import { el } from '../dom.js';

/** @param {{ field: string, text: string }[]} faults */
export const errorSummaryOf = (faults) =>
  errorSummary(
    el(
      'ul',
      { class: 'govuk-list govuk-error-summary__list' },
      faults.map(({ field, text }) =>
        el(
          'li',
          {},
          el(
            'a',
            {
              href: `#${field}`,
              onclick: (/** @type {Event} */ event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              },
            },
            text,
          ),
        ),
      ),
    ),
  );

/**
 * The error of the API for a file that cannot be checked.
 * @param {unknown} fault
 * @param {File} file
 */
export async function describeApiError(fault, file) {
  if (!(fault instanceof ApiError)) throw fault;
  // A browser stops sending a file that changes meanwhile, and reports the same error as without a connection.
  if (fault.status === 0 && !(await canBeRead(file)))
    return errorSummary(
      lines(
        'The file has changed since you chose it',
        'Choose it again, so that the browser reads the current version.',
      ),
    );
  if (fault.status === 401)
    return errorSummary(
      lines(
        'You have been signed out',
        el(
          'a',
          { href: `/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}` },
          'Sign in and choose the file again',
        ),
      ),
    );
  const { line, position } = fault.problem;
  const where = line ? `Look at line ${line}${position ? `, position ${position}` : ''} of the file.` : '';
  return errorSummary(lines(fault.message, fault.detail, where));
}

/** @param {...any} texts */
const lines = (...texts) =>
  texts.filter(Boolean).map((text, at) => el('p', at === 0 ? { class: 'govuk-!-font-weight-bold' } : {}, text));

/** @param {...any} inside */
const errorSummary = (...inside) =>
  el(
    'div',
    { class: 'govuk-error-summary', tabindex: '-1' },
    el(
      'div',
      { role: 'alert' },
      el('h2', { class: 'govuk-error-summary__title' }, 'There is a problem'),
      el('div', { class: 'govuk-error-summary__body' }, inside),
    ),
  );

/** @param {File} file */
const canBeRead = (file) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
