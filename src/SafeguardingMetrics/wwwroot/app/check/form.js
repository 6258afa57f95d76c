// The form of a check: dataset, days and file.
import { FileUpload } from '../../vendor/govuk-frontend/govuk-frontend.min.js';
import { el } from '../dom.js';
import { today } from '../page.js';

/**
 * @typedef {{ name: string, title: string, sentence: string, sectors: string[], shape: string }} Dataset A row of GET /v1/datasets.
 * @typedef {{ dataset: Dataset, period: string, file: File, type: string }} Choice
 * @typedef {{ field: string, text: string }} Fault An error of the form, and the id of its field.
 */

const TYPES = /** @type {Record<string, string>} */ ({
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
});

/**
 * @param {Dataset[]} own The datasets on the caller's schedule.
 * @param {Dataset[]} others
 * @param {string} chosen The dataset that is selected first.
 * @param {(choice: Choice) => void} onChoice
 * @param {(faults: Fault[]) => void} onFaults
 */
export function checkForm(own, others, chosen, onChoice, onFaults) {
  const all = [...own, ...others];
  const option = (/** @type {Dataset} */ one) =>
    el('option', { value: one.name, selected: one.name === chosen }, one.title);
  const select = /** @type {HTMLSelectElement} */ (
    el(
      'select',
      { class: 'govuk-select', id: 'dataset', name: 'dataset' },
      own.length > 0 && others.length > 0
        ? [
            el('optgroup', { label: 'On your schedule' }, own.map(option)),
            el('optgroup', { label: 'Others' }, others.map(option)),
          ]
        : all.map(option),
    )
  );
  const about = el('div', { id: 'dataset-hint', class: 'govuk-hint' });
  const from = day('from', 'First day', `${today().slice(0, 7)}-01`);
  const to = day('to', 'Last day', today());
  const file = /** @type {HTMLInputElement} */ (
    el('input', {
      class: 'govuk-file-upload',
      type: 'file',
      id: 'file',
      name: 'file',
      accept: '.csv,.json,.ndjson,.jsonl,.tsv,.txt',
      'aria-describedby': 'file-hint',
    })
  );
  const drop = el('div', { class: 'govuk-drop-zone', 'data-module': 'govuk-file-upload' }, file);
  const chosenDataset = () => all.find((one) => one.name === select.value) ?? all[0];

  const describe = () => {
    const one = chosenDataset();
    about.replaceChildren(
      one.sentence,
      ' ',
      el(
        'a',
        { class: 'govuk-link', href: `/v1/datasets/${one.name}/template.csv`, download: `${one.name}.csv` },
        `Template of ${one.title.toLowerCase()} (CSV)`,
      ),
    );
    // A snapshot describes one day.
    from.group.hidden = one.shape === 'snapshot';
    to.label.textContent = one.shape === 'snapshot' ? 'The day that the file describes' : 'Last day';
  };
  select.addEventListener('change', describe);
  describe();

  const form = el(
    'form',
    { novalidate: true, 'aria-label': 'What to check' },
    el(
      'div',
      { class: 'govuk-form-group' },
      el('label', { class: 'govuk-label govuk-label--s', for: 'dataset' }, 'Dataset'),
      about,
      select,
    ),
    el(
      'fieldset',
      { class: 'govuk-fieldset' },
      el('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, 'Days that the file covers'),
      el('div', { class: 'app-days' }, from.group, to.group),
    ),
    el(
      'div',
      { class: 'govuk-form-group', id: 'file-group' },
      el('label', { class: 'govuk-label govuk-label--s', for: 'file' }, 'File'),
      el('div', { id: 'file-hint', class: 'govuk-hint' }, 'CSV, JSON, or one JSON record on each line, in UTF-8.'),
      drop,
    ),
    el('button', { type: 'submit', class: 'govuk-button' }, 'Check the file'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isSnapshot = chosenDataset().shape === 'snapshot';
    const [first, last, picked] = [isSnapshot ? to.input.value : from.input.value, to.input.value, file.files?.[0]];
    const type = TYPES[picked?.name.split('.').at(-1)?.toLowerCase() ?? ''];
    const faults = /** @type {Fault[]} */ (
      [
        !first && { field: 'from', text: 'Enter the first day that the file covers' },
        !last && {
          field: 'to',
          text: isSnapshot ? 'Enter the day that the file describes' : 'Enter the last day that the file covers',
        },
        first && last && last < first && { field: 'to', text: 'The last day is before the first' },
        !picked
          ? { field: 'file', text: 'Choose a file' }
          : !type && { field: 'file', text: 'Choose a file whose name ends in .csv, .json or .ndjson' },
      ].filter((fault) => fault && !(isSnapshot && fault.field === 'from'))
    );
    show(form, faults);
    onFaults(faults);
    if (faults.length === 0 && picked)
      onChoice({ dataset: chosenDataset(), period: first === last ? first : `${first}/${last}`, file: picked, type });
  });
  // The component's button takes the input's id and label, so it must start when the form is in the page.
  document.addEventListener(
    'shown',
    () => {
      new FileUpload(drop);
      nameButton(drop);
    },
    { once: true },
  );
  return form;
}

// The accessible name is label, status and action without the component's commas, so that a user of speech recognition can
// say what is visible on the button.
/** @param {HTMLElement} drop */
function nameButton(drop) {
  const [button, status, action] = [
    'button',
    '.govuk-file-upload-button__status',
    '.govuk-file-upload-button__pseudo-button-container',
  ].map((part) => /** @type {HTMLElement} */ (drop.querySelector(part)));
  status.id = 'file-status';
  action.id = 'file-action';
  status.after(' ');
  button.setAttribute('aria-labelledby', 'file-label file-status file-action');
}

/** @param {string} id @param {string} title @param {string} value */
function day(id, title, value) {
  const input = /** @type {HTMLInputElement} */ (
    el('input', { class: 'govuk-input app-choices__day', type: 'date', id, name: id, value })
  );
  const label = el('label', { class: 'govuk-label', for: id }, title);
  return { input, label, group: el('div', { class: 'govuk-form-group', id: `${id}-group` }, label, input) };
}

/** Shows each error at its field. @param {HTMLElement} form @param {Fault[]} faults */
function show(form, faults) {
  for (const old of form.querySelectorAll('.govuk-error-message')) old.remove();
  for (const group of form.querySelectorAll('.govuk-form-group--error'))
    group.classList.remove('govuk-form-group--error');
  for (const { field, text } of faults) {
    const group = form.querySelector(`#${field}-group`);
    group?.classList.add('govuk-form-group--error');
    group
      ?.querySelector('.govuk-label')
      ?.after(
        el(
          'p',
          { class: 'govuk-error-message', id: `${field}-error` },
          el('span', { class: 'govuk-visually-hidden' }, 'Error: '),
          text,
        ),
      );
  }
  for (const id of ['from', 'to', 'file']) {
    const control = form.querySelector(`#${id}`);
    const described = [id === 'file' && 'file-hint', faults.some(({ field }) => field === id) && `${id}-error`]
      .filter(Boolean)
      .join(' ');
    if (described) control?.setAttribute('aria-describedby', described);
    else control?.removeAttribute('aria-describedby');
  }
}
