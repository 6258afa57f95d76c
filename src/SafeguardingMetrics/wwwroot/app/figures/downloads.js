// Downloads of figures: CSV, Excel, picture, Power BI.
import { buildUrl } from '../api.js';
import { el } from '../dom.js';

const POWER_QUERY = '/v1/indicator-values/powerquery';

/**
 * @param {string} path The address of the figures.
 * @param {Record<string, string>} parameters Which figures.
 * @param {(() => void) | null} save Saves the picture; null where there is none.
 */
export const downloads = (path, parameters, save) =>
  el(
    'p',
    { class: 'govuk-body app-downloads' },
    el(
      'a',
      { class: 'govuk-link', href: buildUrl(path, { ...parameters, format: 'csv', bom: 'true' }), download: '' },
      'Download the figures (CSV)',
    ),
    el(
      'a',
      { class: 'govuk-link', href: buildUrl(path, { ...parameters, format: 'xlsx' }), download: '' },
      'Download the figures (Excel)',
    ),
    save && el('button', { type: 'button', class: 'app-link-button', onclick: save }, 'Download the picture (PNG)'),
  );

/**
 * The instructions to get the same figures in Power BI.
 * @param {Record<string, string>} parameters Those of GET /v1/indicator-values.
 */
export function powerBi(parameters) {
  const address = new URL(buildUrl('/v1/indicator-values', { ...parameters, format: 'csv' }), location.href).href;
  const query = el('div', {});
  const details = el(
    'details',
    { class: 'govuk-details' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el('span', { class: 'govuk-details__summary-text' }, 'Open in Power BI'),
    ),
    el(
      'div',
      { class: 'govuk-details__text' },
      el(
        'p',
        { class: 'govuk-body' },
        'In Power BI Desktop, choose Get data, then Web, and enter this address. Choose Basic; the user ' +
          'name is the id of your key, the password is the key.',
      ),
      el('p', { class: 'govuk-body app-code' }, el('code', {}, address)),
      query,
    ),
  );
  details.addEventListener('toggle', () => fillQuery(query, parameters), { once: true });
  return details;
}

// An older installation has no such endpoint; the query is then left out.
/** @param {HTMLElement} place @param {Record<string, string>} parameters */
async function fillQuery(place, parameters) {
  const address = buildUrl(POWER_QUERY, parameters);
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return;
  place.append(
    el(
      'p',
      { class: 'govuk-body' },
      'Or paste this query into the advanced editor of a blank query (',
      el('a', { class: 'govuk-link', href: address }, 'as a file'),
      '):',
    ),
    el('pre', { class: 'app-code', tabindex: '0' }, await response.text()),
  );
}
