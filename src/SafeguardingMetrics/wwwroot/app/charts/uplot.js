// uPlot, which is a script of the old kind, as a module: loaded once, when a page first draws with it.

const BASE = new URL('../../vendor/uplot/', import.meta.url);

/** @type {Promise<any> | undefined} */
let loading;

/** @returns {Promise<any>} The constructor. */
export const uPlot = () => (loading ??= new Promise((resolve, reject) => {
  const style = document.createElement('link');
  Object.assign(style, { rel: 'stylesheet', href: new URL('uPlot.min.css', BASE).href });
  const script = document.createElement('script');
  Object.assign(script, { src: new URL('uPlot.iife.min.js', BASE).href, onload: () => resolve(/** @type {any} */ (window).uPlot), onerror: () => reject(new Error('uPlot')) });
  document.head.append(style, script);
}));
