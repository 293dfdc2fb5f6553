// Tables that scroll by themselves on a narrow screen and can be sorted by their headings.

import { h } from './dom.js';
import { term } from './term.js';
import { here } from '../router.js';

/**
 * A table.
 *
 * @param caption what it lists, for those who hear it
 * @param columns `{ name, title, tip, cell(row), number, sort }`; `sort` is the value of the address's `sort` for that column
 */
export function table(caption, columns, rows, { sorted, key } = {}) {
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', null,
      h('caption', { class: 'hidden' }, caption),
      h('thead', null, h('tr', null, columns.map((column) => heading(column, sorted)))),
      h('tbody', null, rows.map((row) => h('tr', { data: { key: key?.(row) ?? '' } }, columns.map((column) => cell(column, row)))))));
}

function heading(column, sorted) {
  const direction = sorted === column.sort ? 'ascending' : sorted === `-${column.sort}` ? 'descending' : null;
  const next = direction === 'descending' ? column.sort : `-${column.sort}`;
  const mark = direction ? (direction === 'ascending' ? ' ↑' : ' ↓') : '';
  const title = column.sort
    ? h('a', { class: 'sort', href: here({ sort: next, cursor: null }), title: column.tip ?? `Sort by ${column.title}` }, column.title, mark)
    : term(column.title, column.tip);
  return h('th', { scope: 'col', class: column.number ? 'right' : null, 'aria-sort': column.sort ? (direction ?? 'none') : null }, title);
}

const cell = (column, row) =>
  column.heading
    ? h('th', { scope: 'row' }, column.cell(row))
    : h('td', { class: column.number ? 'right' : null }, column.cell(row));

/** The way to the next page of a list, and back to its beginning. */
export function pager(name, shown, next) {
  const at = new URLSearchParams(location.search).get(name);
  if (!at && !next) {
    return null;
  }
  return h('nav', { class: 'pager', 'aria-label': 'Pages of the list' },
    at ? h('a', { href: here({ [name]: null }) }, '← First page') : h('span', null),
    h('span', { class: 'quiet' }, shown),
    next ? h('a', { href: here({ [name]: next }) }, 'Next page →') : h('span', { class: 'quiet' }, 'End of the list'));
}
