// Events as they come, and all of them by what they say.

import { get } from '../api.js';
import { h } from '../ui/dom.js';
import { list } from '../ui/event.js';
import { pager } from '../ui/table.js';
import { empty } from '../ui/states.js';
import { plural, words } from '../format.js';
import { STATUSES, TYPES } from '../words.js';
import * as names from '../names.js';
import { go } from '../router.js';
import * as links from '../links.js';

const LIMIT = 50;
const PARTIES = ['bank', 'firm', 'city'];
const ORDERS = { '-recordedAt': 'as they come', '-occurredAt': 'latest occurred first', occurredAt: 'earliest occurred first' };

export function feed({ query }) {
  const asked = Object.fromEntries(['bank', 'firm', 'city', 'country', 'type', 'status', 'from', 'to'].map((name) => [name, query.get(name)]));
  const filtered = Object.values(asked).some(Boolean);
  const sort = query.get('sort') ?? (filtered ? '-occurredAt' : '-recordedAt');
  const cursor = query.get('cursor');
  const filter = Object.fromEntries(['bank', 'firm', 'city', 'country', 'type', 'status'].map((name) => [name, asked[name]]));
  return {
    title: 'Feed',
    follow: { topics: cursor ? [] : ['events'], filter },
    load: (signal) => get('/events', { ...asked, latest: !query.get('revisions'), sort, limit: LIMIT, cursor }, signal),
    render: (page) =>
      h('article', { class: 'page' },
        head('/feed'),
        form(asked, sort, query),
        page.items.length
          ? [list(page.items, 'Events'), pager('cursor', plural(page.items.length, 'event'), page.next)]
          : filtered ? empty('No event is like that', h('a', { href: '/feed' }, 'All events')) : empty('No event yet', h('a', { href: '/publish' }, 'Publish one'), 'Or, in a terminal: mooring publish samples/history.jsonl')),
  };
}

/** The head that the feed and the rejected share. */
export const head = (path) =>
  h('header', { class: 'page-head' },
    h('h1', null, 'Feed'),
    h('nav', { class: 'tabs', 'aria-label': 'Feed' },
      h('a', { href: '/feed', 'aria-current': path === '/feed' ? 'page' : null }, 'Events'),
      h('a', { href: '/feed/rejected', 'aria-current': path === '/feed/rejected' ? 'page' : null }, 'Rejected')));

function form(asked, sort, query) {
  const send = (event) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target.form ?? event.target));
    go(links.feed(Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value.trim()]))));
  };
  return h('form', { class: 'filters', 'aria-label': 'Filters', on: { submit: send, change: send } },
    PARTIES.map((kind) => text(kind, asked[kind])),
    choice('type', asked.type, TYPES, 'any'),
    choice('status', asked.status, STATUSES, 'any'),
    h('label', null, 'Country ', h('input', { name: 'country', value: asked.country ?? '', maxlength: '2', size: '3', autocomplete: 'off' })),
    h('label', null, 'From ', h('input', { type: 'date', name: 'from', value: asked.from ?? '' })),
    h('label', null, 'To ', h('input', { type: 'date', name: 'to', value: asked.to ?? '' })),
    h('label', null, 'Order ', h('select', { name: 'sort' }, Object.entries(ORDERS).map(([value, label]) => h('option', { value, selected: value === sort }, label)))),
    h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'revisions', value: 'all', checked: Boolean(query.get('revisions')) }), ' superseded ones, too'),
    h('a', { href: '/feed', class: 'chip' }, 'Clear'),
    h('button', { type: 'submit', class: 'hidden' }, 'Filter'));
}

const text = (kind, value) =>
  h('label', null, `${words(kind.toUpperCase())} `,
    h('input', { name: kind, value: value ?? '', list: `${kind}-ids`, autocomplete: 'off', spellcheck: 'false' }),
    h('datalist', { id: `${kind}-ids` }, names.list(kind).map((item) => h('option', { value: item.id }, item.name))));

const choice = (name, value, options, none) =>
  h('label', null, `${words(name.toUpperCase())} `,
    h('select', { name }, h('option', { value: '' }, none), options.map((option) => h('option', { value: option, selected: option === value }, words(option)))));
