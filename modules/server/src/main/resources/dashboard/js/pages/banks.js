// All banks, in a table.

import { get } from '../api.js';
import { h } from '../ui/dom.js';
import { table, pager } from '../ui/table.js';
import { field, figure } from '../ui/figures.js';
import { empty } from '../ui/states.js';
import { day, percent, signed } from '../format.js';
import { FIELDS, RATIOS } from '../words.js';
import * as names from '../names.js';
import * as links from '../links.js';

const LIMIT = 100;
const COUNTS = ['accountsOpen', 'accountsFirstSeen', 'accountsOpened', 'accountsClosed', 'firmsBanked', 'cities', 'events'];

export function banks({ query }) {
  const sort = query.get('sort') ?? '-accountsOpen';
  const cursor = query.get('cursor');
  return {
    title: 'Banks',
    follow: { topics: ['banks'] },
    load: (signal) => get('/banks', { sort, cursor, limit: LIMIT }, signal),
    render: (data) =>
      h('article', { class: 'page' },
        h('header', { class: 'page-head' }, h('h1', null, 'Banks'), h('p', { class: 'lede' }, 'Any institution that offers accounts or payment services, with what was reported of it.')),
        data.items.length
          ? [table('Banks', columns(), data.items, { sorted: sort, key: (row) => row.bank }), pager('cursor', `${data.items.length} banks on this page`, data.next)]
          : empty('No bank yet', 'Banks appear with the first event that names one.', h('a', { href: '/publish' }, 'Publish an event'))),
  };
}

function columns() {
  return [
    { title: 'Bank', heading: true, sort: 'bank', cell: (row) => h('a', { href: links.bank(row.bank) }, names.name('bank', row.bank)) },
    ...COUNTS.map((name) => ({ title: FIELDS[name][0], tip: FIELDS[name][1], sort: name, number: true, cell: (row) => field('bank', row.bank, row, name) })),
    ratio('netChange', signed),
    ratio('deRiskingRate', percent),
    { title: 'Last event', sort: 'lastDay', number: true, cell: (row) => day(row.lastDay) },
  ];
}

function ratio(name, write) {
  const [title, tip, behind] = RATIOS[name];
  return { title, tip, number: true, cell: (row) => figure(write(row.ratios?.[name]), links.explain('bank', row.bank, behind), row.ratios?.[name] ?? 0) };
}
