// The order of the cards: groups from the worst, and within a group the furthest from its target first.

import { hasFigure, levelOf } from './numbers.js';

/** @typedef {import('./card.js').Entry} Entry */

/** @type {{ id: string, title: string, rag: string | null, holds: (entry: Entry) => boolean }[]} */
export const GROUPS = [
  {
    id: 'attention',
    title: 'Off target, or getting worse',
    rag: 'red',
    holds: ({ row, verdict }) => hasFigure(row) && (row?.rag === 'red' || verdict.variation === 'concern'),
  },
  {
    id: 'close',
    title: 'Close to target',
    rag: 'amber',
    holds: ({ row }) => hasFigure(row) && row?.rag === 'amber',
  },
  { id: 'on', title: 'On target', rag: 'green', holds: ({ row }) => hasFigure(row) && row?.rag === 'green' },
  { id: 'without', title: 'No target set', rag: null, holds: ({ row }) => hasFigure(row) },
  { id: 'empty', title: 'No figure to show', rag: null, holds: () => true },
];

const CHANGE = /** @type {Record<string, number>} */ ({ concern: 0, improvement: 3 });

/** The shortfall of a figure as a share of its target. @param {Entry} entry */
function gap({ row, indicator }) {
  const level = levelOf(row);
  if (row === null || level === null || row.target === null) return 0;
  return (indicator.polarity === 'high' ? row.target - level : level - row.target) / Math.max(1, Math.abs(row.target));
}

/**
 * Sorts the entries into groups. Empty groups are left out.
 * @param {Entry[]} entries
 */
export function inGroups(entries) {
  const rank = (/** @type {Entry} */ entry) => CHANGE[entry.verdict.variation ?? ''] ?? 1;
  const groups = GROUPS.map((group) => ({ ...group, entries: /** @type {Entry[]} */ ([]) }));
  for (const entry of entries) groups.find((group) => group.holds(entry))?.entries.push(entry);
  // The order of the catalogue breaks ties.
  for (const group of groups) group.entries.sort((one, other) => rank(one) - rank(other) || gap(other) - gap(one));
  return groups.filter((group) => group.entries.length > 0);
}
