// One indicator.
import { get } from '../api.js';
import { read } from '../address.js';
import { el } from '../dom.js';
import { setHeading, start } from '../page.js';

start(async (place) => {
  const indicator = await get(`/v1/indicators/${encodeURIComponent(read('code'))}`);
  setHeading(indicator.title);
  place.append(el('p', { class: 'govuk-body' }, indicator.sentence));
});
