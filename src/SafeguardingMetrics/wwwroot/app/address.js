// The state of a page is in its URL, so that it can be sent, bookmarked and gone back to.

/** A query parameter of the URL; empty where missing. @param {string} name */
export const read = (name) => new URLSearchParams(location.search).get(name) ?? '';

/**
 * This page's URL with some query parameters urlWith. An empty value removes the parameter.
 * @param {Record<string, string>} changes
 * @param {string} [path]
 */
export function urlWith(changes, path = location.pathname) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  return query.size ? `${path}?${query}` : path;
}

/** Changes the URL and shows the page again without loading it. @param {Record<string, string>} changes */
export function go(changes) {
  history.pushState(null, '', urlWith(changes));
  document.dispatchEvent(new CustomEvent('moved'));
}
