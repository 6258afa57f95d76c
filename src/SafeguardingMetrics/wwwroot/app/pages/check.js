// Checks a file before it is sent. The file goes to …/check only, and neither the page nor the service keeps any of it.
import { read } from '../address.js';
import { get, send } from '../api.js';
import { describeApiError, errorSummaryOf } from '../check/errors.js';
import { checkForm } from '../check/form.js';
import { outcome } from '../check/outcome.js';
import { el } from '../dom.js';
import { caller, start } from '../page.js';
import { count, toWords } from '../words.js';

start(async (place) => {
  const { permissions } = caller();
  const datasets = await get('/v1/datasets');
  if (!permissions.includes('submit')) {
    place.append(
      el(
        'div',
        { class: 'govuk-inset-text' },
        'Your key cannot check files. Agencies that send returns can check theirs with their own key.',
      ),
      templates(datasets),
    );
    return;
  }

  const schedule = permissions.includes('read-data-quality') ? await get('/v1/return-schedule') : [];
  const isOwn = (/** @type {any} */ one) => schedule.some((/** @type {any} */ entry) => entry.dataset === one.name);
  const above = el('div', {});
  const below = el('div', {});
  const status = el('div', { role: 'status' });
  let stop = new AbortController();
  const form = checkForm(
    datasets.filter(isOwn),
    datasets.filter((/** @type {any} */ one) => !isOwn(one)),
    read('dataset'),
    run,
    (faults) => {
      stop.abort();
      below.replaceChildren();
      tell(faults.length > 0 ? errorSummaryOf(faults) : null);
    },
  );
  place.append(
    el('p', { class: 'govuk-body-l app-lead' }, 'Check a return before you send it'),
    el(
      'div',
      { class: 'govuk-grid-row' },
      el(
        'div',
        { class: 'govuk-grid-column-two-thirds' },
        above,
        el(
          'p',
          { class: 'govuk-body' },
          'The file is checked against every rule and then discarded: ',
          el('strong', {}, 'nothing is stored, and no figure changes.'),
        ),
        form,
      ),
    ),
    status,
    below,
    templates(datasets),
  );

  /** Shows the errors of the form, or removes them. @param {HTMLElement | null} summary */
  function tell(summary) {
    above.replaceChildren(...(summary ? [summary] : []));
    document.title = document.title.replace(/^(Error: )?/, summary ? 'Error: ' : '');
    summary?.focus();
  }

  /** @param {import('../check/form.js').Choice} choice */
  async function run(choice) {
    stop = new AbortController();
    const { signal } = stop;
    status.replaceChildren(waiting(choice.file, () => stop.abort()));
    try {
      // The browser streams the file from disk: the page never holds its content.
      const receipt = await send(
        `/v1/returns/${choice.dataset.name}/check`,
        { period: choice.period },
        choice.file,
        choice.type,
        signal,
      );
      if (signal.aborted) return;
      below.replaceChildren(outcome(receipt, choice));
      /** @type {HTMLElement | null} */ (below.querySelector('#outcome'))?.focus();
    } catch (fault) {
      if (signal.aborted) return;
      tell(await describeApiError(fault, choice.file));
    } finally {
      if (stop.signal === signal) status.replaceChildren();
    }
  }
});

/** @param {File} file @param {() => void} onStop */
const waiting = (file, onStop) =>
  el(
    'p',
    { class: 'govuk-body app-waiting' },
    `Checking ${file.name} (${count(Math.max(1, Math.round(file.size / 1024)))} kB)… `,
    el('button', { type: 'button', class: 'app-link-button', onclick: onStop }, 'Stop'),
  );

/** @param {any[]} datasets */
const templates = (datasets) =>
  el(
    'section',
    { class: 'app-section', 'aria-labelledby': 'templates' },
    el('h2', { class: 'govuk-heading-m', id: 'templates' }, 'Templates'),
    el('p', { class: 'govuk-body' }, 'A file with the header line of each dataset, and who sends it.'),
    el(
      'ul',
      { class: 'govuk-list app-templates' },
      datasets.map((one) =>
        el(
          'li',
          {},
          el(
            'a',
            { class: 'govuk-link', href: `/v1/datasets/${one.name}/template.csv`, download: `${one.name}.csv` },
            `${one.title} (CSV)`,
          ),
          el('span', {}, ` ${one.sentence} Sent by: ${one.sectors.map(toWords).join(', ').toLowerCase()}.`),
        ),
      ),
    ),
  );
