// Horizontal bars with their number: the funnel, reasons, tones. Plain elements: they are read as a list, and print.

import { h } from '../ui/dom.js';
import { figure } from '../ui/figures.js';
import { number, percent } from '../format.js';

/**
 * Bars.
 *
 * @param items `{ label, value, href, note, kind }`
 */
export function bars(items, label) {
  const top = Math.max(1, ...items.map((item) => item.value));
  return h('ul', { class: 'bars', 'aria-label': label }, items.map((item) => line(item, top)));
}

const line = ({ label, value, href, note, kind }, top) =>
  h('li', null,
    h('span', { class: 'bar-label' }, label),
    h('span', { class: 'bar-track', 'aria-hidden': 'true' }, h('span', { class: `bar-fill ${kind ?? ''}`, style: { width: `${(100 * value) / top}%` } })),
    h('span', { class: 'bar-value' }, figure(number(value), href, value), note ? h('small', null, note) : null));

/** The share of a stage that came from the one before. */
export const conversion = (value, before) => (before ? percent(value / before) : null);
