// The parts of a page of a city or a bank that show its row.

import { h } from '../ui/dom.js';
import { field, figure, ratios, ratioTile, section, tile } from '../ui/figures.js';
import { table, pager } from '../ui/table.js';
import { term } from '../ui/term.js';
import { empty } from '../ui/states.js';
import { bars, conversion } from '../charts/bars.js';
import { day, number, plural, words } from '../format.js';
import { FIELDS, STAGES } from '../words.js';
import * as names from '../names.js';
import * as links from '../links.js';
import { go, here } from '../router.js';

const ACCOUNTS = ['OPEN', 'DORMANT', 'CLOSED', 'NONE'];
const ACCOUNT_MARKS = { OPEN: '●', DORMANT: '◐', CLOSED: '×', NONE: '○' };

export const head = (scope, id, row, home) =>
  h('header', { class: 'page-head' },
    h('p', { class: 'kicker' }, scope === 'city' ? 'City' : 'Bank', home ? `, ${home}` : ''),
    h('h1', null, names.name(scope, id)),
    h('p', { class: 'lede' },
      field(scope, id, row, 'events'), row.events === 1 ? ' event' : ' events', row.firstDay ? ` from ${day(row.firstDay)} to ${day(row.lastDay)}` : '',
      ', of them ', field(scope, id, row, 'eventsConfirmed'), ' confirmed; ', field(scope, id, row, 'eventsDisputed'), ' disputed; ', field(scope, id, row, 'unattributed'), ' ', term('unattributed', FIELDS.unattributed[1]), '.'));

export const keyFigures = (scope, id, row, { tiles, ratios: shares }) =>
  h('dl', { class: 'tiles', 'aria-label': 'Key figures' },
    tiles.slice(0, 1).map((name) => tile(scope, id, row, name)),
    shares.filter((name) => row.ratios && name in row.ratios).map((name) => ratioTile(scope, id, row, name)),
    tiles.slice(1).map((name) => tile(scope, id, row, name)));

export function funnel(scope, id, row) {
  const counts = STAGES.map((stage) => row[`funnel${stage}`]);
  const note = 'Moorings that were seen from before the account.';
  return section('Funnel', note,
    counts[0]
      ? bars(STAGES.map((stage, i) => ({ label: term(stage, FIELDS[`funnel${stage}`][1]), value: counts[i], href: links.explain(scope, id, `funnel${stage}`), note: i ? conversion(counts[i], counts[i - 1]) : null })), 'Funnel')
      : empty('No start was seen', 'Its moorings, if any, are known by their accounts only, so none is in a funnel.'));
}

export function timeToOpen(scope, id, row) {
  const decided = ['Approved', 'Conditional', 'Declined', 'Withdrawn'];
  const line = (name) => h('div', null, h('dt', null, term(...FIELDS[name])), h('dd', null, field(scope, id, row, name), ' ', h('small', null, name === 'daysToOpenCount' ? '' : 'days')));
  return section('Days to open, and decisions', null,
    row.daysToOpenCount ? h('dl', { class: 'pairs' }, ['daysToOpenP50', 'daysToOpenP90', 'daysToOpenMax', 'daysToOpenCount'].map(line)) : empty('Time to open is not known', 'It needs a first contact and an opening, both known to the day.'),
    h('dl', { class: 'pairs' }, decided.map((name) => h('div', null, h('dt', null, term(...FIELDS[`decisions${name}`])), h('dd', null, field(scope, id, row, `decisions${name}`))))));
}

export function reasons(scope, id, items, kind) {
  const rows = items.filter((row) => row.kind === kind).sort((a, b) => b.count - a.count);
  const behind = kind === 'DECLINE' ? 'decisionsDeclined' : 'accountsClosed';
  const title = kind === 'DECLINE' ? 'Why declined' : 'Why closed';
  const said = (reason) => (reason === 'UNKNOWN' ? term('Unknown', 'The report has no reason.') : reason === 'NOT_GIVEN' ? term('Not given', 'The bank gave no reason.') : words(reason));
  return section(title, null,
    rows.length
      ? bars(rows.map((row) => ({ label: said(row.reason), value: row.count, kind: kind === 'DECLINE' ? '' : 'down', href: links.explain(scope, id, behind, { reason: row.reason }) })), title)
      : empty(kind === 'DECLINE' ? 'No decline was reported' : 'No closing was reported'));
}

export const ratioList = (scope, id, row) => section('Ratios', 'As fractions of what was reported; a dash where there is nothing to divide by.', ratios(scope, id, row));

export function moorings(scope, id, page, query) {
  const chosen = query.get('account') ?? '';
  const other = scope === 'city' ? 'bank' : 'city';
  const filter = h('label', { class: 'inline' }, 'Account ',
    h('select', { id: 'account', on: { change: (event) => go(here({ account: event.target.value, moored: null })) } },
      h('option', { value: '' }, 'any'), ACCOUNTS.map((state) => h('option', { value: state, selected: state === chosen }, words(state)))));
  const columns = [
    { title: 'Firm', heading: true, cell: (row) => h('a', { href: links.relationship(row.bank, row.firm) }, names.name('firm', row.firm)) },
    { title: other === 'bank' ? 'Bank' : 'City', cell: (row) => (row[other] ? h('a', { href: links.party(other, row[other]) }, names.name(other, row[other])) : h('span', { class: 'quiet' }, 'no city named')) },
    { title: 'Account', tip: FIELDS.accountsOpen[1], cell: account },
    { title: 'Furthest stage', cell: (row) => (row.stage ? words(row.stage) : '–') },
    { title: 'Seen from', tip: 'The start: its first event came before the account. The account: it was there before it was reported.', cell: (row) => (row.observed ? 'the start' : 'the account') },
    { title: 'Days to open', tip: 'From first contact to first opening, where both are known to the day.', number: true, cell: (row) => number(row.daysToOpen) },
    { title: 'Events', number: true, cell: (row) => figure(number(row.events), links.relationship(row.bank, row.firm), row.events) },
    { title: 'Last event', number: true, cell: (row) => day(row.lastDay) },
  ];
  return section('Who is moored', null, filter,
    page.items.length
      ? [table('Moorings', columns, page.items, { key: (row) => `${row.bank}/${row.firm}/${row.city ?? '-'}` }), pager('moored', plural(page.items.length, 'mooring'), page.next)]
      : empty(chosen ? 'No mooring in that state' : 'Nobody is moored', 'A mooring is a bank and a named firm in one city.'));
}

const account = (row) => [
  h('span', { class: 'status', data: { account: row.account } }, h('span', { 'aria-hidden': 'true' }, ACCOUNT_MARKS[row.account]), ` ${words(row.account)}`),
  row.restricted ? h('span', { class: 'mark' }, 'restricted') : null,
];
