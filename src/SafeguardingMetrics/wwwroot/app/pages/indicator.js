// One indicator: its trend, its breakdown, its definition and its downloads.
import { urlWith, read } from '../address.js';
import { buildUrl, get } from '../api.js';
import { savePicture } from '../charts/picture.js';
import { trend } from '../charts/trend.js';
import { el } from '../dom.js';
import { benchmarks } from '../figures/benchmarks.js';
import { breakdown } from '../figures/breakdown.js';
import { completeness, noFigureWords, RAG_WORDS } from '../figures/card.js';
import { knownAtNote, choices } from '../figures/choices.js';
import { definition, smallNumbers } from '../figures/definition.js';
import { counted, hasEnds, hasFigure, isAbout, rangeWords, valueWords } from '../figures/numbers.js';
import { findReleased, isWaiting, releaseNote } from '../figures/releases.js';
import { key } from '../figures/key.js';
import { toChartParameters, isInScope, toParameters, readScope, scopeWords } from '../figures/scope.js';
import { changeMark, ragMark } from '../figures/shapes.js';
import { monthTable } from '../figures/tables.js';
import { downloads, powerBi } from '../figures/downloads.js';
import { getVerdict } from '../figures/verdict.js';
import { caller, setHeading, start } from '../page.js';
import { amount, monthName, symbolWords, targetWords } from '../words.js';

const MONTHS = 25;

start(async (place) => {
  const { seesFullFigures, seesCases } = caller();
  const path = `/v1/indicators/${encodeURIComponent(read('code'))}`;
  const indicator = await get(path);
  const released = await findReleased(read('knownAt'), indicator.code);
  const scope = readScope(released);
  setHeading(indicator.title);
  const [chart, values, others, where] = await Promise.all([
    get(`${path}/chart`, toChartParameters(scope, MONTHS)),
    get(`${path}/values`, toParameters(scope, MONTHS)),
    benchmarks(indicator, scope),
    breakdown(indicator, scope, seesFullFigures),
  ]);
  const own = new Map(values.filter(isInScope(scope)).map((/** @type {any} */ row) => [row.period, row]));
  const first = chart.points.findIndex((/** @type {any} */ point) => point.value !== null || point.symbol === 'c');
  const points = first < 0 ? [] : chart.points.slice(first);
  const under = `${monthName(scope.month)} · ${scopeWords(scope)}`;
  const drawing =
    points.length > 1
      ? await trend({ title: indicator.title, unit: indicator.unit, points, benchmarks: others.lines, rows: own })
      : null;

  place.append(
    el('p', { class: 'govuk-body-l app-lead' }, under),
    el(
      'p',
      { class: 'govuk-body' },
      el('a', { class: 'govuk-link', href: urlWith({ code: '', split: '' }, '/') }, 'Back to the overview'),
    ),
    choices(scope, released, indicator.dimensions),
    knownAtNote(scope, released) || '',
    released ? releaseNote(released, scope.month, [...own.values()]) : '',
    headline(indicator, own.get(scope.month) ?? null, getVerdict(chart, scope.month, released !== null)),
    el(
      'section',
      { 'aria-labelledby': 'trend' },
      el('h2', { class: 'govuk-heading-m', id: 'trend' }, 'Over time: real change or usual variation?'),
      drawing
        ? [drawing.element, key(points, others.lines, own)]
        : el('p', { class: 'govuk-body' }, 'There are too few months for a chart.'),
      others.words,
      chart.latest.assuranceSentence && el('p', { class: 'govuk-body' }, `${chart.latest.assuranceSentence}.`),
      points.length > 0 &&
        el(
          'details',
          { class: 'govuk-details' },
          el(
            'summary',
            { class: 'govuk-details__summary' },
            el('span', { class: 'govuk-details__summary-text' }, 'Show as a table'),
          ),
          monthTable(`${indicator.title}, ${scopeWords(scope)}`, points, own, indicator.unit),
        ),
      downloads(
        `${path}/values`,
        toParameters(scope, MONTHS),
        drawing &&
          (() => savePicture(drawing.canvas(), indicator.title, under, `${indicator.code}-${scope.month}.png`)),
      ),
    ),
    where,
    seesCases
      ? el(
          'p',
          { class: 'govuk-body' },
          el('a', { class: 'govuk-link', href: urlWith({}, '/cases') }, 'See the cases behind this figure'),
        )
      : '',
    definition(indicator),
    smallNumbers(seesFullFigures),
    powerBi({ codes: indicator.code, ...toParameters(scope, MONTHS) }),
  );
});

/**
 * The figure of the month, compared with its target and with the months before.
 * @param {any} indicator
 * @param {any} row
 * @param {import('../figures/verdict.js').Verdict} verdict
 */
function headline(indicator, row, verdict) {
  const isShown = hasFigure(row);
  const none = noFigureWords(row);
  const figure = !isShown
    ? el('p', { class: 'app-headline__none' }, el('strong', {}, none.short), `. ${none.long}`)
    : el(
        'p',
        { class: 'app-headline__figure' },
        isAbout(row) && [el('span', { class: 'app-headline__about' }, 'about'), ' '],
        valueWords(row),
        el(
          'span',
          { class: 'app-headline__of' },
          [
            counted(row),
            hasEnds(row) && `so it may be ${rangeWords(row.valueAtLeast, row.valueAtMost, row.unit)}`,
            row.lower !== null && `range by chance ${amount(row.lower, row.unit)} to ${amount(row.upper, row.unit)}`,
            row.symbol === 'u' && symbolWords('u')?.short,
          ]
            .filter(Boolean)
            .join('; '),
        ),
      );
  return el(
    'div',
    { class: `app-headline app-card--${isShown ? (row.rag ?? 'none') : 'empty'}` },
    figure,
    isShown &&
      el(
        'div',
        { class: 'app-headline__marks' },
        el(
          'p',
          {},
          ragMark(row.rag),
          ' ',
          el(
            'span',
            {},
            el('strong', {}, RAG_WORDS[row.rag ?? 'none']),
            row.target !== null && ` (${targetWords(row.target, row.unit, indicator.polarity)})`,
          ),
        ),
        el(
          'p',
          {},
          changeMark(verdict.variation, verdict.isUp),
          ' ',
          el('span', {}, el('strong', {}, verdict.words), '. ', verdict.sentence),
        ),
      ),
    row && !isWaiting(row) && el('p', { class: 'app-headline__data' }, completeness(row)),
  );
}
