// Bars side by side, each with the range within which the figure may vary by chance.
import { el, svg } from '../dom.js';
import { toWords } from '../words.js';
import { noFigureWords, RAG_WORDS } from '../figures/card.js';
import { counted, hasFigure, isRange, valueWords } from '../figures/numbers.js';
import { ragMark } from '../figures/shapes.js';

const WIDTH = 400;

/**
 * @param {any[]} rows The figures of one month or longer, worst first.
 * @param {(row: any) => string} nameOf
 */
export function bars(rows, nameOf) {
  const most = Math.max(
    ...rows.flatMap((row) => [row.value, row.valueAtMost, row.upper, row.target].map((end) => end ?? 0)),
    1,
  );
  const x = (/** @type {number} */ value) => (value * WIDTH) / most;
  return el(
    'ul',
    { class: 'app-bars' },
    rows.map((row) =>
      el(
        'li',
        { class: 'app-bars__row' },
        el('span', { class: 'app-bars__name' }, toWords(nameOf(row))),
        !hasFigure(row)
          ? el('span', { class: 'app-bars__none' }, [noFigureWords(row).short, counted(row)].filter(Boolean).join(': '))
          : [
              el(
                'span',
                { class: 'app-bars__value' },
                el('strong', {}, valueWords(row)),
                ' ',
                row.rag && [ragMark(row.rag), el('span', { class: 'govuk-visually-hidden' }, RAG_WORDS[row.rag])],
                el('span', { class: 'app-bars__of' }, ` ${counted(row)}${row.symbol === 'u' ? ', few cases' : ''}`),
              ),
              svg(
                'svg',
                {
                  class: 'app-bars__bar',
                  viewBox: `0 0 ${WIDTH} 22`,
                  preserveAspectRatio: 'none',
                  'aria-hidden': 'true',
                  focusable: 'false',
                },
                isRange(row)
                  ? svg('rect', {
                      class: 'app-bars__range',
                      x: x(row.valueAtLeast),
                      y: 3,
                      width: Math.max(1, x(row.valueAtMost - row.valueAtLeast)),
                      height: 16,
                    })
                  : svg('rect', {
                      class: 'app-bars__length',
                      x: 0,
                      y: 3,
                      width: Math.max(1, x(row.value)),
                      height: 16,
                    }),
                row.lower !== null &&
                  row.upper !== null &&
                  svg('path', {
                    class: 'app-bars__interval',
                    d: `M${x(row.lower)} 11H${x(row.upper)}M${x(row.lower)} 6v10M${x(row.upper)} 6v10`,
                  }),
                row.target !== null && svg('path', { class: 'app-bars__target', d: `M${x(row.target)} 0v22` }),
              ),
            ],
      ),
    ),
  );
}
