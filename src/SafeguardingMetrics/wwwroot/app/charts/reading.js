// Reading a chart point by point with the arrow keys, Home, End or the pointer. Each point is described in words below the
// chart and announced to screen readers.
import { el, newId } from '../dom.js';
import { monthName } from '../words.js';

/**
 * @template {{ period: string }} T
 * @param {string} title
 * @param {T[]} points
 * @param {(point: T) => string} describePoint
 * @param {(index: number) => void} move Moves the cursor of the chart.
 * @param {HTMLElement} place The chart.
 */
export function reading(title, points, describePoint, move, place) {
  const hint = newId('reading');
  const readout = el('p', { class: 'app-trend__readout', role: 'status' }, describePoint(points[points.length - 1]));
  let at = points.length - 1;
  const keys = el(
    'div',
    {
      class: 'app-trend__keys',
      tabindex: '0',
      role: 'slider',
      'aria-label': `${title}, month by month`,
      'aria-describedby': hint,
      'aria-valuemin': 0,
      'aria-valuemax': points.length - 1,
    },
    place,
  );

  /** @param {number} index */
  const say = (index) => {
    at = index;
    keys.setAttribute('aria-valuenow', String(index));
    keys.setAttribute('aria-valuetext', monthName(points[index].period));
    const sentence = describePoint(points[index]);
    if (readout.textContent !== sentence) readout.textContent = sentence;
  };
  keys.addEventListener('keydown', (event) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: points.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    say(Math.max(0, Math.min(points.length - 1, to)));
    move(at);
  });
  say(at);
  return {
    element: el(
      'div',
      { class: 'app-trend' },
      keys,
      el(
        'p',
        { class: 'govuk-hint app-trend__hint', id: hint },
        'Point at a month, or use the arrow keys, to read its figure.',
      ),
    ),
    readout,
    say,
  };
}
