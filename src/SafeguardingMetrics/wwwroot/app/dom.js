// Creates DOM elements without HTML strings, so that text of the API is never parsed as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Creates an HTML element. An attribute that is false, null or undefined is left out; true gives an attribute without a
 * value; a function becomes an event listener ("onclick").
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export const el = (name, attributes = {}, ...children) =>
  /** @type {HTMLElement} */ (fill(document.createElement(name), attributes, children));

/**
 * Creates an SVG element.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export const svg = (name, attributes = {}, ...children) =>
  /** @type {SVGElement} */ (fill(document.createElementNS(SVG, name), attributes, children));

/**
 * @param {Element} element
 * @param {Record<string, any>} attributes
 * @param {any[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
  return element;
}

/** Text for screen readers only. @param {string} text */
export const unseen = (text) => el('span', { class: 'govuk-visually-hidden' }, text);

let last = 0;

/** An id that is unique on the page. @param {string} word */
export const newId = (word) => `${word}-${(last += 1)}`;
