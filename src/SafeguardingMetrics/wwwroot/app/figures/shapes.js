// Marks that differ in shape as well as in colour, so that they can be told apart in print, in grey and by colour-blind readers.
import { svg } from '../dom.js';

/** @param {string} name @param {...(SVGElement | null)} parts */
const mark = (name, ...parts) =>
  svg(
    'svg',
    {
      class: `app-mark app-mark--${name}`,
      viewBox: '0 0 20 20',
      width: 20,
      height: 20,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    parts,
  );

/** @param {string} d */
const stroke = (d) =>
  svg('path', {
    d,
    fill: 'none',
    stroke: '#fff',
    'stroke-width': 2.4,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

/**
 * The mark of a colour: a cross in a square, a triangle, a tick in a circle; a dashed ring without a target.
 * @param {string | null} rag
 */
export const ragMark = (rag) =>
  rag === 'red'
    ? mark('red', svg('rect', { x: 1, y: 1, width: 18, height: 18, rx: 2 }), stroke('M6 6l8 8M14 6l-8 8'))
    : rag === 'amber'
      ? mark('amber', svg('path', { d: 'M10 1L19.5 18.5H.5z' }), stroke('M10 7.5v5M10 15.3v.2'))
      : rag === 'green'
        ? mark('green', svg('circle', { cx: 10, cy: 10, r: 9.2 }), stroke('M5.8 10.4l3 3 5.4-6.2'))
        : mark(
            'none',
            svg('circle', {
              cx: 10,
              cy: 10,
              r: 8,
              fill: 'none',
              stroke: 'currentColor',
              'stroke-width': 2,
              'stroke-dasharray': '3 3',
            }),
          );

/**
 * The mark of a verdict: an arrow in a diamond for the worse, an arrow in a circle for the better, a wave for no change.
 * @param {string | null} variation
 * @param {boolean} isUp
 */
export function changeMark(variation, isUp) {
  const arrow = stroke(isUp ? 'M10 14.5v-9M6.5 9L10 5.5 13.5 9' : 'M10 5.5v9M6.5 11L10 14.5 13.5 11');
  if (variation === 'concern') return mark('concern', svg('path', { d: 'M10 0L20 10 10 20 0 10z' }), arrow);
  if (variation === 'improvement') return mark('improvement', svg('circle', { cx: 10, cy: 10, r: 9.2 }), arrow);
  if (variation === 'neutral') return mark('neutral', svg('rect', { x: 1, y: 1, width: 18, height: 18, rx: 9 }), arrow);
  return mark(
    'steady',
    svg('path', {
      d: 'M2 10c2.5-5 5-5 8 0s5.5 5 8 0',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2.4,
      'stroke-linecap': 'round',
    }),
  );
}
