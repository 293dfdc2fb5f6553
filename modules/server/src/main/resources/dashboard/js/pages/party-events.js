// What was said about a city or a bank: stances, supervisory signals, and all events behind its numbers.

import { h } from '../ui/dom.js';
import { field, section } from '../ui/figures.js';
import { table, pager } from '../ui/table.js';
import { term } from '../ui/term.js';
import { list } from '../ui/event.js';
import { empty } from '../ui/states.js';
import { day, plural, words } from '../format.js';
import { FIELDS } from '../words.js';
import * as names from '../names.js';
import * as links from '../links.js';

export function stances(id, page) {
  const behind = (row) => links.feed({ bank: id, type: 'BANK_STANCE_CHANGED', city: row.city });
  const columns = [
    { title: 'Stance', heading: true, cell: (row) => h('a', { href: behind(row) }, words(row.stance)) },
    { title: 'Position', cell: (row) => words(row.position) },
    { title: 'City', cell: (row) => (row.city ? h('a', { href: links.city(row.city) }, names.name('city', row.city)) : 'everywhere') },
    { title: 'Programme', cell: (row) => row.programme ?? '–' },
    { title: 'Since', number: true, cell: (row) => day(row.day) },
  ];
  return section('Stances', 'The last word on each subject: announcements, not accounts.',
    page.items.length ? table('Stances', columns, page.items, { key: (row) => `${row.stance}/${row.city}/${row.programme}` }) : empty('It has announced nothing that was reported'));
}

export function signals(id, row, page) {
  const tones = ['Supportive', 'Neutral', 'Restrictive'];
  return section('Supervisory signals', 'Those that name the city. Signals to a whole country stand in the feed under the country.',
    h('dl', { class: 'pairs' }, tones.map((tone) => h('div', null, h('dt', null, term(...FIELDS[`signals${tone}`])), h('dd', null, field('city', id, row, `signals${tone}`))))),
    page.items.length ? [list(page.items, 'Latest signals'), h('p', null, h('a', { href: links.feed({ city: id, type: 'SUPERVISORY_SIGNAL' }) }, 'All signals'))] : null);
}

export function events(scope, id, page, query) {
  const range = { from: query.get('from'), to: query.get('to') };
  const withdrawn = scope === 'city' ? 'A bank that withdraws everywhere closes accounts here by an event that names no city; it stands on the page of the bank.' : null;
  return section('Events behind', withdrawn,
    page.items.length ? list(page.items, 'Events') : empty('No event in this time'),
    pager('cursor', plural(page.items.length, 'event'), page.next),
    h('p', null, h('a', { href: links.feed({ [scope]: id, ...range }) }, 'Filter them in the feed')));
}
