// The cases behind a figure, for callers who may see them.
import { urlWith, go, read } from '../address.js';
import { buildUrl, get, getWhole } from '../api.js';
import { caseTable } from '../cases/rows.js';
import { PARTS, readSelection } from '../cases/selection.js';
import { el } from '../dom.js';
import { caller, setHeading, start } from '../page.js';
import { count, plural } from '../words.js';

const ON_A_PAGE = 50;

start(async (place) => {
  const { seesCases } = caller();
  const selection = readSelection();
  if (!seesCases) {
    place.append(
      el(
        'div',
        { class: 'govuk-inset-text' },
        'Your key gives access to figures, not to the children’s records behind them. Only the ' +
          'partnership’s analysts may open records. Ask them, or the person who gave you the key.',
      ),
      selection.code && back(selection.code),
    );
    return;
  }
  if (!selection.code) {
    place.append(...(await indicatorsToChoose()));
    return;
  }

  const path = `/v1/indicators/${encodeURIComponent(selection.code)}`;
  const [indicator, datasets, answer] = await Promise.all([
    get(path),
    get('/v1/datasets'),
    getWhole(`${path}/cases`, {
      ...selection.parameters,
      part: selection.part,
      limit: ON_A_PAGE,
      cursor: read('cursor'),
    }),
  ]);
  const { items, next } = await answer.json();
  const key = datasets.find((/** @type {any} */ one) => one.name === indicator.dataset)?.key ?? '';
  const first = (read('cursor') ? Number(read('after')) || 0 : 0) + 1;
  const last = first + items.length - 1;
  const range = first === 1 && !next ? plural(items.length, 'case') : `cases ${count(first)} to ${count(last)}`;
  const parts = /** @type {Record<string, string>} */ ({
    denominator: 'All of them',
    numerator: 'Counted',
    missed: 'Not counted',
  });
  setHeading(`Cases: ${indicator.title}`);
  place.append(
    el('p', { class: 'govuk-body-l app-lead' }, selection.words),
    back(selection.code),
    el('p', { class: 'govuk-body' }, `Counted: ${indicator.numerator}. Out of: ${indicator.denominator}.`),
    el(
      'nav',
      { class: 'app-splits', 'aria-label': 'Which of them' },
      el(
        'ul',
        {},
        PARTS.map((part) =>
          el(
            'li',
            {},
            el(
              'a',
              {
                class: 'govuk-link govuk-link--no-visited-state',
                href: urlWith({ part, cursor: '', after: '' }),
                'aria-current': part === selection.part && 'true',
              },
              parts[part],
            ),
          ),
        ),
      ),
    ),
    answer.headers.has('Cases-Incomplete')
      ? el(
          'div',
          { class: 'govuk-inset-text' },
          'There are fewer cases here than the figure counts, because some records were erased on request.',
        )
      : '',
    ...(items.length === 0
      ? [el('p', { class: 'govuk-body' }, 'There are no cases: nothing was counted in these days.')]
      : [
          caseTable(items, indicator, key, `${parts[selection.part]}: ${range}`),
          pages(first, next, last),
          el(
            'p',
            { class: 'govuk-body app-downloads' },
            el(
              'a',
              {
                class: 'govuk-link',
                href: buildUrl(`${path}/cases`, {
                  ...selection.parameters,
                  part: selection.part,
                  format: 'csv',
                  bom: 'true',
                }),
                download: `cases-${selection.code}.csv`,
              },
              'Download all of them (CSV)',
            ),
            el(
              'a',
              {
                class: 'govuk-link',
                href: buildUrl(`${path}/cases`, { ...selection.parameters, part: selection.part, format: 'xlsx' }),
                download: `cases-${selection.code}.xlsx`,
              },
              'Download all of them (Excel)',
            ),
          ),
          el(
            'p',
            { class: 'govuk-body-s' },
            'NHS numbers and unique pupil numbers are not kept, so they are not here. The audit log ' +
              'records who opened these cases.',
          ),
        ]),
  );
});

/** @param {string} code */
function back(code) {
  return el(
    'p',
    { class: 'govuk-body' },
    el(
      'a',
      { class: 'govuk-link', href: urlWith({ code, indicator: '', part: '', cursor: '', after: '' }, '/indicator') },
      'Back to the indicator',
    ),
  );
}

/** @param {number} first @param {string | null} next The address of the next page in the API. @param {number} last */
function pages(first, next, last) {
  if (first === 1 && !next) return '';
  const cursor = next && new URL(next, location.href).searchParams.get('cursor');
  const link = (/** @type {string} */ words, /** @type {string} */ rel, /** @type {string} */ href) =>
    el('a', { class: 'govuk-link', href, rel }, words);
  return el(
    'nav',
    { class: 'govuk-body app-downloads', 'aria-label': 'Pages of cases' },
    first > 1 && link('Back to the first cases', 'first', urlWith({ cursor: '', after: '' })),
    cursor && link(`Next ${ON_A_PAGE} cases`, 'next', urlWith({ cursor, after: String(last) })),
  );
}

/** The choice of an indicator, for a URL that names none. */
async function indicatorsToChoose() {
  const indicators = await get('/v1/indicators');
  const select = /** @type {HTMLSelectElement} */ (
    el(
      'select',
      { class: 'govuk-select', id: 'code', name: 'code' },
      indicators.map((/** @type {any} */ one) => el('option', { value: one.code }, one.title)),
    )
  );
  const form = el(
    'form',
    { class: 'app-choices', 'aria-label': 'What to show' },
    el(
      'div',
      { class: 'govuk-form-group app-choices__field' },
      el('label', { class: 'govuk-label', for: 'code' }, 'Indicator'),
      select,
    ),
    el('button', { type: 'submit', class: 'govuk-button' }, 'Show its cases'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ code: select.value });
  });
  return [el('p', { class: 'govuk-body-l app-lead' }, 'The records behind a figure'), form];
}
