// Elements, made without a word of HTML in a string: what comes from the API is always text.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. An attribute that is false, null or undefined is left out, one that is true is there without a value; a function listens ("onclick").
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export const el = (name, attributes = {}, ...children) => /** @type {HTMLElement} */ (fill(document.createElement(name), attributes, children));

/**
 * Makes an element of a drawing.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export const svg = (name, attributes = {}, ...children) => /** @type {SVGElement} */ (fill(document.createElementNS(SVG, name), attributes, children));

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
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

/** Text that only a screen reader tells. @param {string} text */
export const unseen = (text) => el('span', { class: 'govuk-visually-hidden' }, text);

let last = 0;

/** An id that nothing else on the page has. @param {string} word */
export const newId = (word) => `${word}-${(last += 1)}`;
