// A bank and a firm: their life city by city, with the withdrawals of the bank on it.

import { all } from '../api.js';
import { h } from '../ui/dom.js';
import { list } from '../ui/event.js';
import { section } from '../ui/figures.js';
import { table } from '../ui/table.js';
import { empty } from '../ui/states.js';
import { timeline } from '../charts/timeline.js';
import { byCity } from '../data/life.js';
import { TYPES } from '../words.js';
import { day, number, words } from '../format.js';
import * as names from '../names.js';
import * as links from '../links.js';

const MOORING_TYPES = new Set(TYPES.slice(0, TYPES.indexOf('CUSTOMER_PAYMENTS_CHANGED')));
const MOST_LISTED = 100;

export const relationship = ({ params: { bank, firm } }) => ({
  title: `${bank} and ${firm}`,
  titled: () => `${names.name('bank', bank)} and ${names.name('firm', firm)}`,
  follow: { topics: ['moorings', 'events'], filter: { bank } },
  load: async (signal) => {
    const [rows, records, withdrawals] = await Promise.all([
      all('/moorings', { bank, firm }, signal),
      all('/events', { bank, firm, latest: false, sort: '-occurredAt' }, signal),
      all('/events', { bank, type: 'BANK_WITHDREW', latest: true, sort: '-occurredAt' }, signal),
    ]);
    return { rows, records, withdrawals };
  },
  render: (data) => render(bank, firm, data),
});

const standing = ({ event, latest }) => latest && (event.status === 'REPORTED' || event.status === 'CONFIRMED');

function render(bank, firm, { rows, records, withdrawals }) {
  const events = records.filter(standing).map((record) => record.event);
  const lanes = byCity(events.filter((event) => MOORING_TYPES.has(event.type)), withdrawals.filter(standing).map((record) => record.event))
    .map((lane) => ({ ...lane, account: rows.find((row) => (row.city ?? null) === lane.city)?.account ?? 'NONE' }));
  const listed = [...records, ...withdrawals].sort((a, b) => (a.event.occurredAt < b.event.occurredAt ? 1 : -1));
  return h('article', { class: 'page' },
    h('header', { class: 'page-head' },
      h('p', { class: 'kicker' }, 'Relationship'),
      h('h1', null, h('a', { href: links.bank(bank) }, names.name('bank', bank)), ' and ', names.name('firm', firm)),
      h('p', { class: 'lede' }, h('a', { href: links.feed({ firm }) }, `Everything about ${names.name('firm', firm)}`))),
    events.length ? section('Life', null, timeline(lanes, Date.now()), legend()) : empty('Nothing stands between the two', 'No event that names both is reported or confirmed.'),
    rows.length ? section('Moorings', null, table('Moorings', COLUMNS, rows, { key: (row) => row.city ?? '-' })) : null,
    section('Events', withdrawals.length ? 'Withdrawals of the whole bank among them: they end every account it has.' : null,
      listed.length ? list(listed.slice(0, MOST_LISTED), 'Events, latest first') : empty('No event names both'),
      listed.length > MOST_LISTED ? h('p', null, h('a', { href: links.feed({ bank, firm }) }, `All ${number(listed.length)} in the feed`)) : null));
}

const COLUMNS = [
  { title: 'City', heading: true, cell: (row) => (row.city ? h('a', { href: links.city(row.city) }, names.name('city', row.city)) : 'No city named') },
  { title: 'Account', cell: (row) => words(row.account) },
  { title: 'Restricted', cell: (row) => (row.restricted ? 'yes' : 'no') },
  { title: 'Furthest stage', cell: (row) => (row.stage ? words(row.stage) : '–') },
  { title: 'Seen from', tip: 'The start: its first event came before the account. The account: it was there before it was reported.', cell: (row) => (row.observed ? 'the start' : 'the account') },
  { title: 'Days to open', number: true, cell: (row) => number(row.daysToOpen) },
  { title: 'First event', number: true, cell: (row) => day(row.firstDay) },
  { title: 'Last event', number: true, cell: (row) => day(row.lastDay) },
];

const legend = () =>
  h('ul', { class: 'legend', 'aria-label': 'Legend' },
    h('li', null, h('span', { class: 'key band', 'aria-hidden': 'true' }), 'account open'),
    h('li', null, h('span', { class: 'key band dormant', 'aria-hidden': 'true' }), 'dormant'),
    h('li', null, '■ opened'), h('li', null, '● other event'), h('li', null, '▲ restriction or notice'), h('li', null, '× end'),
    h('li', null, 'broken line: known to the month only'));
