// Numbers with what they mean and the way to their events.

import { h } from './dom.js';
import { term } from './term.js';
import { decimal, number, percent, signed } from '../format.js';
import { FIELDS, RATIOS } from '../words.js';
import * as links from '../links.js';

const WRITE = { percent, decimal, signed, number };

/** A number that links to the events behind it. A zero has none, an absent one neither. */
export function figure(text, href, value) {
  return value || value === undefined ? h('a', { class: 'num', href }, text) : h('span', { class: 'num' }, text);
}

/** A field of a row. */
export const field = (scope, id, row, name) =>
  figure(number(row[name]), links.explain(scope, id, name), row[name]);

/** A key figure: a large number under its name. */
export const tile = (scope, id, row, name, note) =>
  h('div', { class: 'tile', data: { field: name } },
    h('dt', null, term(...FIELDS[name])),
    h('dd', null, field(scope, id, row, name), note ? h('small', null, note) : null));

/** A ratio as a tile. */
export const ratioTile = (scope, id, row, name) => {
  const [label, definition, behind] = RATIOS[name];
  return h('div', { class: 'tile', data: { field: name } }, h('dt', null, term(label, definition)), h('dd', null, ratio(scope, id, row, name, behind)));
};

/** All ratios of a row, each with its definition in full. */
export function ratios(scope, id, row) {
  const lines = Object.entries(RATIOS).filter(([name]) => row.ratios && name in row.ratios);
  return h('dl', { class: 'ratios' },
    lines.map(([name, [label, definition, behind]]) =>
      h('div', null, h('dt', null, label), h('dd', null, ratio(scope, id, row, name, behind), h('small', null, definition)))));
}

function ratio(scope, id, row, name, behind) {
  const value = row.ratios?.[name];
  const text = WRITE[RATIOS[name][3]](value);
  return figure(text, links.explain(scope, id, behind), value ?? 0);
}

/** A section with a heading. */
export function section(title, note, ...children) {
  return h('section', { class: 'part' }, h('header', null, h('h2', null, title), note ? h('p', null, note) : null), children);
}
