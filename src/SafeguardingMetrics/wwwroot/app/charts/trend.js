// The trend chart of an indicator: figures, process limits, target and benchmarks.
import { el } from '../dom.js';
import { amount, monthName, shortMonth } from '../words.js';
import { noFigureWords } from '../figures/card.js';
import { counted, hasEnds, isAbout, isRange, rangeWords, valueWords } from '../figures/numbers.js';
import { drawPoint, drawRange } from './marks.js';
import { reading } from './reading.js';
import { uPlot } from './uplot.js';

const HEIGHT = 340;
const DASHES = { mean: [2, 3], target: [8, 5], benchmark: [1, 4] };

/**
 * Draws the chart. It can be read with the pointer and the arrow keys.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.unit
 * @param {import('../figures/verdict.js').Point[]} options.points
 * @param {{ name: string, value: number }[]} options.benchmarks
 * @param {Map<string, any>} options.rows The figures by month, which say what a rounded one may be.
 * @returns {Promise<{ element: HTMLElement, canvas: () => HTMLCanvasElement }>}
 */
export async function trend({ title, unit, points, benchmarks, rows }) {
  const Plot = await uPlot();
  const place = el('div', { class: 'app-trend__plot' });
  const { element, readout, say } = reading(
    title,
    points,
    (point) => describePoint(point, unit, rows.get(point.period) ?? null),
    (index) => plot?.setCursor({ left: plot.valToPos(index, 'x'), top: 10 }),
    place,
  );
  const column = (/** @type {(point: any) => number | null} */ select) => points.map(select);
  // The API does not clip limits. The chart does, since no percentage is below 0 or above 100.
  const limit = (/** @type {(point: any) => number | null} */ select) =>
    points.map(select).map((value) => (value === null ? null : within(value, unit)));
  const ends = points.map((point) => rows.get(point.period)?.valueAtMost ?? 0);
  const line = (/** @type {string} */ stroke, /** @type {number[]} */ dash, width = 1.5) => ({
    stroke,
    dash,
    width,
    points: { show: false },
  });

  const options = {
    width: 600,
    height: HEIGHT,
    padding: [12, 18, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: [-0.4, points.length - 0.6] },
      y: {
        range: (/** @type {any} */ _, /** @type {number} */ least, /** @type {number} */ most) =>
          around(least, Math.max(most, ...ends), unit),
      },
    },
    axes: [
      {
        font: '14px Arial, sans-serif',
        stroke: '#0b0c0c',
        grid: { show: false },
        ticks: { stroke: '#b1b4b6' },
        space: 80,
        incrs: [1, 2, 3, 6, 12],
        values: (/** @type {any} */ _, /** @type {number[]} */ at) =>
          at.map((index) => (points[index] ? shortMonth(points[index].period) : '')),
      },
      {
        font: '14px Arial, sans-serif',
        stroke: '#0b0c0c',
        grid: { stroke: '#e3e4e5', width: 1 },
        ticks: { show: false },
        size: 64,
        values: (/** @type {any} */ _, /** @type {number[]} */ at) =>
          at.map((value) => (unit === 'percent' ? `${value}%` : String(value))),
      },
    ],
    series: [
      {},
      line('#b9c6d2', [], 1),
      line('#b9c6d2', [], 1),
      line('#505a5f', DASHES.mean),
      line('#0b0c0c', DASHES.target),
      ...benchmarks.map(() => line('#53398b', DASHES.benchmark, 2)),
      { stroke: '#144e81', width: 2, points: { show: false }, spanGaps: false },
    ],
    bands: [{ series: [2, 1], fill: 'rgba(29, 112, 184, 0.10)' }],
    hooks: {
      draw: [
        (/** @type {any} */ drawn) =>
          points.forEach((point, index) => {
            const { valueAtLeast = null, valueAtMost = null } = rows.get(point.period) ?? {};
            const at = (/** @type {number} */ value) => drawn.valToPos(value, 'y', true);
            if (valueAtLeast !== null && valueAtMost !== null)
              drawRange(
                drawn.ctx,
                drawn.valToPos(index, 'x', true),
                at(valueAtLeast),
                at(valueAtMost),
                devicePixelRatio || 1,
              );
            if (point.value !== null)
              drawPoint(drawn.ctx, point, drawn.valToPos(index, 'x', true), at(point.value), devicePixelRatio || 1);
          }),
      ],
      setCursor: [
        (/** @type {any} */ drawn) => {
          if (drawn.cursor.idx !== null && drawn.cursor.idx !== undefined) say(drawn.cursor.idx);
        },
      ],
    },
  };
  const data = [
    points.map((_, index) => index),
    limit((point) => point.lower),
    limit((point) => point.upper),
    column((point) => point.mean),
    column((point) => point.target),
    ...benchmarks.map(({ value }) => points.map(() => value)),
    column((point) => point.value),
  ];
  /** @type {any} */
  let plot = new Plot(options, data, place);
  new ResizeObserver(
    ([entry]) =>
      entry.contentRect.width > 0 && plot.setSize({ width: Math.floor(entry.contentRect.width), height: HEIGHT }),
  ).observe(place);
  element.append(readout);
  return { element, canvas: () => plot.ctx.canvas };
}

/**
 * The range of the vertical axis: the values with a margin, not below 0 and for percentages not above 100.
 * @param {number} least
 * @param {number} most
 * @param {string} unit
 */
function around(least, most, unit) {
  const room = Math.max((most - least) * 0.12, unit === 'percent' ? 2 : 0.5);
  return [
    Math.max(least >= 0 ? 0 : least - room, least - room),
    unit === 'percent' && most <= 100 ? Math.min(100.5, most + room) : most + room,
  ];
}

/**
 * Describes a point in words.
 * @param {import('../figures/verdict.js').Point} point
 * @param {string} unit
 * @param {any} row The figure; null where there is none.
 */
export function describePoint(point, unit, row) {
  if (point.value === null) return `${monthName(point.period)}: ${row ? describeGap(row) : 'no figure'}.`;
  const target = point.target === null ? '' : `, target ${amount(point.target, unit)}`;
  const usual =
    point.lower === null || point.upper === null
      ? ''
      : `. Usual: ${amount(within(point.lower, unit), unit)} to ${amount(within(point.upper, unit), unit)}`;
  const comment = point.sentence ? `${point.sentence}.` : point.variation === 'common-cause' ? 'No real change.' : '';
  return `${monthName(point.period)}: ${describeValue(point.value, unit, row)}${target}${usual}. ${comment}`.trim();
}

/** @param {any} row A row without a figure. */
const describeGap = (row) => [noFigureWords(row).short.toLowerCase(), counted(row)].filter(Boolean).join(', ');

/** @param {number} value @param {string} unit @param {any} row */
function describeValue(value, unit, row) {
  if (row && isRange(row)) return `${valueWords(row)}, ${counted(row)}`;
  if (!row || !isAbout(row)) return amount(value, unit);
  const ends = hasEnds(row) ? ` (${rangeWords(row.valueAtLeast, row.valueAtMost, unit)})` : '';
  return [`about ${valueWords(row)}${ends}`, counted(row)].filter(Boolean).join(', ');
}

/** A limit, clipped to the possible values. @param {number} limit @param {string} unit */
export const within = (limit, unit) => Math.max(0, unit === 'percent' ? Math.min(100, limit) : limit);
