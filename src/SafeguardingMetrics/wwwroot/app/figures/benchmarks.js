// Benchmarks, where they were loaded: England and the median of the statistical neighbours.
import { get } from '../api.js';
import { el } from '../dom.js';
import { amount } from '../words.js';

/**
 * @param {any} indicator
 * @param {import('./scope.js').Scope} scope
 * @returns {Promise<{ lines: { name: string, value: number }[], words: HTMLElement | null }>}
 */
export async function benchmarks(indicator, scope) {
  if (scope.by === 'locality' || scope.by === 'sector') return { lines: [], words: null };
  const found = await get(`/v1/indicators/${indicator.code}/comparison`, {
    from: `${scope.month}-01`,
    to: `${scope.month}-28`,
    agency: scope.by === 'agency' ? scope.member : '',
    knownAt: scope.knownAt,
  }).catch(() => null);
  const lines = [
    ['England', found?.england],
    ['Statistical neighbours (median)', found?.neighbourMedian],
  ]
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => ({ name: String(name), value: Number(value) }));
  const words =
    lines.length === 0
      ? null
      : el(
          'p',
          { class: 'govuk-body' },
          lines.map(({ name, value }) => `${name}: ${amount(value, indicator.unit)}`).join('. '),
          `, for ${found.benchmarkPeriod}.`,
        );
  return { lines, words };
}
