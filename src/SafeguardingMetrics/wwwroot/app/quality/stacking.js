/**
 * A table of sentences, which on a phone is read row by row instead of being scrolled sideways: each cell then says its column.
 * @param {HTMLElement} region What table() makes.
 */
export function stacking(region) {
  region.classList.add('app-stacks');
  const titles = [...region.querySelectorAll('thead th')].map((cell) => cell.textContent ?? '');
  for (const row of region.querySelectorAll('tbody tr')) [...row.children].forEach((cell, at) => cell.setAttribute('data-title', titles[at]));
  return region;
}
