// The overview: where to look first.
import { get } from '../api.js';
import { el } from '../dom.js';
import { amount } from '../words.js';
import { start } from '../page.js';

start(async (place) => {
  const [indicators, values] = await Promise.all([get('/v1/indicators'), get('/v1/indicator-values')]);
  place.append(el('ul', { class: 'govuk-list' }, indicators.map((indicator) => {
    const latest = values.filter((row) => row.indicator === indicator.code).at(-1);
    return el('li', {}, el('a', { class: 'govuk-link', href: `/indicator?code=${indicator.code}` }, indicator.title), ' ', latest ? amount(latest.value, latest.unit) : '–');
  })));
});
