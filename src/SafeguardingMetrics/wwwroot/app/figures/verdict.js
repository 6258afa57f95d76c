// Whether a figure has really changed, or goes up and down as it always does: what the API's chart says of the month.

/**
 * @typedef {object} Point A point of GET /v1/indicators/{code}/chart.
 * @property {string} period
 * @property {string} from
 * @property {string} to
 * @property {number | null} value
 * @property {string | null} symbol
 * @property {boolean} isComplete
 * @property {number | null} mean
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {number | null} target
 * @property {string | null} rule
 * @property {string | null} variation
 * @property {string | null} sentence
 */

/**
 * @typedef {object} Chart
 * @property {Point[]} points
 * @property {{ period: string | null, variation: string | null, variationSentence: string, assurance: string | null, assuranceSentence: string | null }} latest
 */

/**
 * @typedef {object} Verdict
 * @property {string | null} variation improvement, concern, neutral, common-cause, or null where it cannot be said.
 * @property {boolean} isUp True where the figure lies above its mean.
 * @property {string} words In a few words.
 * @property {string} sentence Why.
 */

const WORDS = /** @type {Record<string, string>} */ ({
  improvement: 'Real change: better',
  concern: 'Real change: worse',
  neutral: 'Real change',
  'common-cause': 'No real change',
});

/** What a chart says of one month. @param {Chart | null} chart @param {string} month @returns {Verdict} */
export function verdictOf(chart, month) {
  if (!chart) return { variation: null, isUp: false, words: 'Looking for real change…', sentence: '' };
  const point = chart?.points.find((one) => one.period === month);
  const variation = point?.variation ?? null;
  const isUp = !!point && point.value !== null && point.mean !== null && point.value > point.mean;
  if (!variation) {
    const why = !point || point.value === null ? 'There is no figure to judge.' : !point.isComplete ? 'The month is not over, or not all of its returns are here.' : 'There are too few months before it.';
    return { variation, isUp, words: 'Too early to say', sentence: why };
  }
  return { variation, isUp, words: WORDS[variation], sentence: variation === 'common-cause' ? 'Within the ups and downs of the months before.' : `${point?.sentence ?? ''}.` };
}
