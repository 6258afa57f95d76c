// The key of a trend chart.
import { el, svg } from '../dom.js';

/** @param {...SVGElement} parts */
const sample = (...parts) =>
  svg(
    'svg',
    {
      class: 'app-key__sample',
      viewBox: '0 0 32 16',
      width: 32,
      height: 16,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    parts,
  );

/** @param {string} stroke @param {string} dash @param {number} [width] */
const line = (stroke, dash, width = 2) =>
  sample(svg('path', { d: 'M0 8h32', stroke, 'stroke-width': width, 'stroke-dasharray': dash, fill: 'none' }));

/**
 * @param {import('./verdict.js').Point[]} points
 * @param {{ name: string }[]} benchmarks
 * @param {Map<string, any>} rows The figures by month.
 */
export function key(points, benchmarks, rows) {
  const has = (/** @type {(point: import('./verdict.js').Point) => any} */ predicate) => points.some(predicate);
  return el(
    'ul',
    { class: 'app-key' },
    [
      has((point) => point.lower !== null) && [
        sample(svg('rect', { width: 32, height: 16, fill: '#e8f1f8', stroke: '#b9c6d2' })),
        'usual variation (process limits)',
      ],
      has((point) => point.mean !== null) && [line('#505a5f', '2 3'), 'mean'],
      has((point) => point.target !== null) && [line('#0b0c0c', '8 5'), 'target'],
      ...benchmarks.map(({ name }) => [line('#53398b', '1 4', 3), name]),
      has((point) => point.variation === 'concern') && [
        sample(svg('path', { d: 'M16 1l7 7-7 7-7-7z', fill: '#9c4a00' })),
        'real change for the worse',
      ],
      has((point) => point.variation === 'improvement') && [
        sample(
          svg('circle', { cx: 16, cy: 8, r: 6, fill: '#fff', stroke: '#144e81', 'stroke-width': 2 }),
          svg('circle', { cx: 16, cy: 8, r: 2.5, fill: '#144e81' }),
        ),
        'real change for the better',
      ],
      has((point) => !point.isComplete && point.value !== null) && [
        sample(svg('circle', { cx: 16, cy: 8, r: 4, fill: '#fff', stroke: '#144e81', 'stroke-width': 2 })),
        has((point) => !point.isComplete && rows.get(point.period)?.releasedAt != null)
          ? 'a return was missing'
          : 'month not over',
      ],
      has((point) => rows.get(point.period)?.valueAtLeast != null) && [
        sample(svg('path', { d: 'M16 1v14M12 1h8M12 15h8', stroke: '#144e81', 'stroke-width': 1.5, fill: 'none' })),
        'what the figure may be, of groups of five',
      ],
    ]
      .filter(Boolean)
      .map((entry) => el('li', {}, entry)),
  );
}
