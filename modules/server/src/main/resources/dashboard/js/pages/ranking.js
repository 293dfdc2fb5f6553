// The cities of the hub ranking, at the end of a day.

import { h } from '../ui/dom.js';
import { table } from '../ui/table.js';
import { figure } from '../ui/figures.js';
import { term } from '../ui/term.js';
import { empty } from '../ui/states.js';
import { number, percent, plural, signed } from '../format.js';
import { FIELDS, RATIOS } from '../words.js';
import * as links from '../links.js';
import { here } from '../router.js';

const PAGE = 40;
const HELD = 'Accounts open or dormant at the end of this day, by the daily rows.';
const INEXACT = 'Share of the events that are known to the month only, or whose city or date was inferred.';

export function ranking(rows, { sort, now, over }) {
  if (!rows.length) {
    return empty('No city here', 'No event names a city of this country.');
  }
  const skip = Number(new URLSearchParams(location.search).get('skip') ?? 0);
  const sorted = order(rows, sort);
  const element = table('Ranking of the cities', columns(now), sorted.slice(skip, skip + PAGE), { sorted: sort, key: (row) => row.id });
  element.addEventListener('mouseover', (event) => over(event.target.closest('tr')?.dataset.key || null));
  element.addEventListener('mouseleave', () => over(null));
  return h('div', null, element, steps(rows.length, skip));
}

/**
 * Changes a ranking of one past day into that of another: a few texts and places, since the slider asks for it many times a second.
 *
 * @return false when it cannot, as other cities are to be shown
 */
export function turn(element, rows, sort) {
  const body = element.querySelector('tbody');
  const skip = Number(new URLSearchParams(location.search).get('skip') ?? 0);
  const shown = order(rows, sort).slice(skip, skip + PAGE);
  const lines = new Map([...(body?.children ?? [])].map((line) => [line.dataset.key, line]));
  if (lines.size !== shown.length || !shown.every((row) => lines.has(row.id))) {
    return false;
  }
  shown.forEach((row, i) => {
    const line = lines.get(row.id);
    [String(row.rank), null, number(row.value), signed(row.net)].forEach((text, cell) => text !== null && write(line.children[cell], text));
    if (body.children[i] !== line) {
      body.insertBefore(line, body.children[i]);
    }
  });
  return true;
}

function write(cell, text) {
  const node = (cell.firstElementChild ?? cell).firstChild;
  if (node.data !== text) {
    node.data = text;
  }
}

function order(rows, sort) {
  const name = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const value = { accounts: (row) => -row.rank, city: (row) => row.name, net: (row) => row.net, share: (row) => row.share ?? -1, hhi: (row) => row.hhi ?? -1, inexact: (row) => row.inexactShare }[name] ?? ((row) => -row.rank);
  return [...rows].sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : a.rank - b.rank));
}

function columns(now) {
  const explain = (row, field, text, value) => (now ? figure(text, links.explain('city', row.id, field), value) : h('span', { class: 'num' }, text));
  return [
    { title: '#', tip: 'Rank by open accounts, then firms banked. Equals share a rank.', number: true, cell: (row) => String(row.rank) },
    { title: 'City', sort: 'city', heading: true, cell: (row) => h('a', { href: links.city(row.id) }, row.name) },
    { title: 'Accounts', tip: now ? FIELDS.accountsOpen[1] : HELD, sort: 'accounts', number: true, cell: (row) => explain(row, 'accountsOpen', number(row.value), row.value) },
    { title: 'Net', tip: RATIOS.netChange[1], sort: 'net', number: true, cell: (row) => explain(row, 'accountsClosed', signed(row.net), row.net) },
    ...(now ? [
      { title: 'Share', tip: RATIOS.shareOfHub[1], sort: 'share', number: true, cell: (row) => percent(row.share) },
      { title: 'HHI', tip: FIELDS.hhi[1], sort: 'hhi', number: true, cell: (row) => explain(row, 'hhi', number(row.hhi), row.hhi) },
    ] : []),
    { title: 'Inexact', tip: INEXACT, sort: 'inexact', number: true, cell: inexact },
  ];
}

const inexact = (row) =>
  row.inexactShare
    ? term(`≈ ${percent(Math.round(row.inexactShare * 100) / 100)}`, `Of ${plural(row.known, 'event')}, ${number(row.month)} known to the month only, ${number(row.inferred)} with a city or date that was inferred.`)
    : h('span', { class: 'quiet' }, '0%');

function steps(total, skip) {
  return total <= PAGE ? null : h('nav', { class: 'pager', 'aria-label': 'Pages of the ranking' },
    skip ? h('a', { href: here({ skip: skip > PAGE ? skip - PAGE : null }) }, '← Before') : h('span', null),
    h('span', { class: 'quiet' }, `${skip + 1} to ${Math.min(total, skip + PAGE)} of ${total}`),
    skip + PAGE < total ? h('a', { href: here({ skip: skip + PAGE }) }, 'Next →') : h('span', null));
}
