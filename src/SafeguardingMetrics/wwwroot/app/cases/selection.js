// The cases that the page's URL selects.
import { read } from '../address.js';
import { readScope, scopeWords } from '../figures/scope.js';
import { spanName } from '../quality/days.js';
import { dayName, lastDay, toWords } from '../words.js';

/** The parts of a figure whose cases can be seen. */
export const PARTS = ['denominator', 'numerator', 'missed'];

/**
 * @typedef {object} Selection
 * @property {string} code The indicator.
 * @property {string} part
 * @property {string} words The days and whose they are, in words.
 * @property {Record<string, string>} parameters Those of GET /v1/indicators/{code}/cases, without the part.
 */

/**
 * The selection of the URL. The indicator page passes a month and a scope (month, for); other links pass days and a member
 * (from, to, by, member, agency).
 * @returns {Selection}
 */
export function readSelection() {
  const scope = readScope();
  const from = read('from') || `${scope.month}-01`;
  const to = read('to') || lastDay(scope.month);
  const by = read('by') || (scope.by === 'agency' ? '' : scope.by);
  const member = read('member') || (by === scope.by ? scope.member : '');
  const agency = read('agency') || (scope.by === 'agency' ? scope.member : '');
  const whose =
    read('by') || read('agency')
      ? [agency, member && `${toWords(by)} ${toWords(member)}`].filter(Boolean).join(', ') || 'Whole partnership'
      : scopeWords(scope);
  const known = scope.knownAt.length > 10 ? scope.knownAt : scope.knownAt && dayName(scope.knownAt);
  return {
    code: read('indicator') || read('code'),
    part: PARTS.includes(read('part')) ? read('part') : PARTS[0],
    words: `${spanName(from, to)} · ${whose}${known ? ` · as known on ${known}` : ''}`,
    parameters: { from, to, ...(member ? { by, member } : {}), agency, knownAt: scope.knownAt },
  };
}
