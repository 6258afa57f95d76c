/**
 * Makes a table stack on a phone: each row becomes a block in which every cell shows its column's title.
 * @param {HTMLElement} region The result of table().
 */
export function stacking(region) {
  region.classList.add('app-stacks');
  const titles = [...region.querySelectorAll('thead th')].map((cell) => cell.textContent ?? '');
  for (const row of region.querySelectorAll('tbody tr'))
    [...row.children].forEach((cell, at) => cell.setAttribute('data-title', titles[at]));
  return region;
}
