// What a page shows is in its address: it can be sent to somebody, kept, and gone back to.

/** A part of the address; the empty text where it is not there. @param {string} name */
export const read = (name) => new URLSearchParams(location.search).get(name) ?? '';

/**
 * This page's address with parts of it changed; a part that is empty goes.
 * @param {Record<string, string>} changes
 * @param {string} [path]
 */
export function changed(changes, path = location.pathname) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  return query.size ? `${path}?${query}` : path;
}

/** Goes there without loading the page anew. @param {Record<string, string>} changes */
export function go(changes) {
  history.pushState(null, '', changed(changes));
  document.dispatchEvent(new CustomEvent('moved'));
}
