// A small chart of the months before a figure, with the process limits.
import { svg } from '../dom.js';

const [WIDTH, HEIGHT, EDGE] = [280, 60, 6];

/**
 * Draws the points of a chart. The card describes the chart in words.
 * @param {import('./verdict.js').Point[]} points
 * @returns {SVGElement | null} Null with fewer than two points.
 */
export function spark(points) {
  const shown = points.filter((point) => point.value !== null);
  if (shown.length < 2) return null;
  const all = points
    .flatMap((point) => [point.value, point.lower, point.upper, point.target])
    .filter((value) => value !== null);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const x = (/** @type {number} */ index) => EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (/** @type {number} */ value) =>
    HEIGHT - EDGE - ((value - least) * (HEIGHT - 2 * EDGE)) / (most - least || 1);
  const line = (/** @type {(point: import('./verdict.js').Point) => number | null} */ select) =>
    points
      .map((point, index) => [index, select(point)])
      .map(([index, value], at, list) => {
        if (value === null) return '';
        const command = at === 0 || list[at - 1][1] === null ? 'M' : 'L';
        return `${command}${x(/** @type {number} */ (index)).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join('');
  const first = points.find((point) => point.upper !== null && point.lower !== null);

  return svg(
    'svg',
    { class: 'app-spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' },
    first &&
      svg('rect', {
        class: 'app-spark__usual',
        x: EDGE,
        y: y(/** @type {number} */ (first.upper)),
        width: WIDTH - 2 * EDGE,
        height: Math.max(1, y(/** @type {number} */ (first.lower)) - y(/** @type {number} */ (first.upper))),
      }),
    svg('path', { class: 'app-spark__target', d: line((point) => point.target) }),
    svg('path', { class: 'app-spark__line', d: line((point) => point.value) }),
    points.map(
      (point, index) =>
        point.value !== null &&
        points[index - 1]?.value == null &&
        points[index + 1]?.value == null &&
        svg('circle', { class: 'app-spark__last', cx: x(index), cy: y(point.value), r: 1.6 }),
    ),
    points.map(
      (point, index) =>
        point.value !== null &&
        (point.rule || index === points.length - 1) &&
        pointMark(point, x(index), y(point.value), index === points.length - 1),
    ),
  );
}

/** @param {import('./verdict.js').Point} point @param {number} x @param {number} y @param {boolean} isLast */
function pointMark(point, x, y, isLast) {
  const size = isLast ? 5 : 3.6;
  return point.variation === 'concern'
    ? svg('path', {
        class: 'app-spark__concern',
        d: `M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z`,
      })
    : svg('circle', {
        class: point.variation === 'improvement' ? 'app-spark__improvement' : 'app-spark__last',
        cx: x,
        cy: y,
        r: size - 0.8,
      });
}
