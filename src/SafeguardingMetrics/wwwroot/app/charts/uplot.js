// Loads uPlot, which is a classic script, once when a page first draws a chart.

const BASE = new URL('../../vendor/uplot/', import.meta.url);

/** @type {Promise<any> | undefined} */
let loading;

/** @returns {Promise<any>} The constructor. */
export const uPlot = () =>
  (loading ??= new Promise((resolve, reject) => {
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: new URL('uPlot.min.css', BASE).href });
    const script = document.createElement('script');
    Object.assign(script, {
      src: new URL('uPlot.iife.min.js', BASE).href,
      onload: () => resolve(/** @type {any} */ (window).uPlot),
      onerror: () => reject(new Error('uPlot')),
    });
    document.head.append(style, script);
  }));
