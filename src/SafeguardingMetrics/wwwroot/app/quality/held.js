// The returns that are held, and the returns that were sent as confirmed.
import { el } from '../dom.js';
import { dayName, plural } from '../words.js';
import { spanName } from './days.js';

/**
 * A row of GET /v1/data-quality/held.
 * @typedef {{ returnId: string, dataset: string, agency: string, from: string, to: string, expiresAt: string,
 *   reason: string | null }} Held
 */

/** @param {Held[]} held @param {(dataset: string) => string} titleOf */
export const heldList = (held, titleOf) => [
  el(
    'p',
    { class: 'govuk-body' },
    'These returns differ so much from the records before them that no figure has changed. The sender or an ' +
      'administrator confirms a return that is right, or the sender sends the right one. Until then it counts as not ' +
      'received.',
  ),
  el(
    'ul',
    { class: 'app-lots' },
    held.map((row) =>
      el(
        'li',
        {},
        el(
          'p',
          { class: 'govuk-body govuk-!-margin-bottom-1' },
          el('strong', { class: 'govuk-tag govuk-tag--yellow' }, 'Held'),
          ' ',
          el('strong', {}, row.agency),
          ` · ${titleOf(row.dataset)} · ${spanName(row.from, row.to)}`,
        ),
        el(
          'p',
          { class: 'govuk-body-s' },
          row.reason && `${row.reason} `,
          `Without a confirmation it ends on ${dayName(row.expiresAt.slice(0, 10))}.`,
        ),
      ),
    ),
  ),
];

/**
 * Says which agencies send returns with confirmed=true, so that nothing of them can be held; nothing where none does.
 * @param {any[]} agencies GET /v1/data-quality?by=agency
 */
export const confirmedWords = (agencies) => {
  const senders = agencies.filter((row) => row.returnsConfirmed > 0);
  return (
    senders.length > 0 && [
      el(
        'p',
        { class: 'govuk-body' },
        'These agencies said beforehand that returns were right (confirmed=true), so nothing of them could be held. ' +
          'A job should not say so every time.',
      ),
      el(
        'ul',
        { class: 'govuk-list govuk-list--bullet' },
        senders.map((row) => el('li', {}, `${row.member}: ${plural(row.returnsConfirmed, 'return')}`)),
      ),
    ]
  );
};
