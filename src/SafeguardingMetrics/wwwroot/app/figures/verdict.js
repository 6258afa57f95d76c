// Whether a month's figure is a real change or usual variation, from the API's chart.

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
 * @typedef {object} Latest
 * @property {string | null} period
 * @property {string | null} variation
 * @property {string} variationSentence
 * @property {string | null} assurance
 * @property {string | null} assuranceSentence
 */

/**
 * @typedef {object} Chart
 * @property {Point[]} points
 * @property {Latest} latest
 */

/**
 * @typedef {object} Verdict
 * @property {string | null} variation improvement, concern, neutral, common-cause; null where the month is not judged.
 * @property {boolean} isUp True where the figure lies above its mean.
 * @property {string} words The verdict in a few words.
 * @property {string} sentence The reason in a sentence.
 */

const WORDS = /** @type {Record<string, string>} */ ({
  improvement: 'Real change: better',
  concern: 'Real change: worse',
  neutral: 'Real change',
  'common-cause': 'No real change',
});

/**
 * The verdict on one month.
 * @param {Chart | null} chart
 * @param {string} month
 * @param {boolean} isReleased True where the figures are released ones.
 * @returns {Verdict}
 */
export function getVerdict(chart, month, isReleased) {
  if (!chart) return { variation: null, isUp: false, words: 'Checking for real change…', sentence: '' };
  const point = chart?.points.find((one) => one.period === month);
  const variation = point?.variation ?? null;
  const isUp = !!point && point.value !== null && point.mean !== null && point.value > point.mean;
  if (!variation) {
    const why =
      !point || point.value === null
        ? 'There is no figure to judge.'
        : !point.isComplete
          ? isReleased
            ? 'A return was missing when it was released.'
            : 'The month is not over, or not all of its returns have arrived.'
          : chart.latest.period === month
            ? `${chart.latest.variationSentence}.`
            : 'There are too few months before it.';
    return { variation, isUp, words: 'Too early to say', sentence: why };
  }
  return {
    variation,
    isUp,
    words: WORDS[variation],
    sentence:
      variation === 'common-cause' ? 'Within the usual variation of the months before.' : `${point?.sentence ?? ''}.`,
  };
}
