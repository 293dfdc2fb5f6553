// Accounts over time, with the choice of a time, and the same numbers as a table.

import { h } from '../ui/dom.js';
import { figure, section } from '../ui/figures.js';
import { table } from '../ui/table.js';
import { empty } from '../ui/states.js';
import { flows } from '../charts/flows.js';
import { day, dayNumber, dayText, number, today } from '../format.js';
import { FIELDS } from '../words.js';
import * as links from '../links.js';
import { go, here } from '../router.js';

const MOST_LINES = 100;
const SPANS = [['All', null], ['3 years', 1_096], ['1 year', 365], ['90 days', 90]];

export function history(scope, id, daily, query) {
  const last = daily.first + daily.length - 1;
  const from = clamp(query.get('from') ? dayNumber(query.get('from')) : daily.first, daily.first, last) - daily.first;
  const to = clamp(query.get('to') ? dayNumber(query.get('to')) : last, daily.first + from, last) - daily.first;
  const link = (start, end) => links.feed({ [scope]: id, from: start, to: end });
  const any = daily.events.some((n) => n) || daily.closed.some((n) => n);
  return section('Accounts over time', 'Openings and closings are flows. First sights are not: they show when an account that was there became known.',
    range(query, daily.first, last),
    any ? [flows(daily, from, to, link), days(daily, from, to, (field, at) => links.explain(scope, id, field, { day: at }))] : empty('No dated event yet'));
}

const clamp = (n, least, most) => (Number.isFinite(n) ? Math.max(least, Math.min(most, n)) : least);

function range(query, first, last) {
  const input = (name, value) =>
    h('label', null, name === 'from' ? 'From ' : 'To ', h('input', { type: 'date', id: name, value: query.get(name) ?? '', min: dayText(first), max: dayText(last), placeholder: value, on: { change: (event) => go(here({ [name]: event.target.value, cursor: null })) } }));
  const span = ([text, length]) => {
    const wanted = length === null ? null : dayText(today() - length);
    const current = (query.get('from') ?? null) === wanted && !query.get('to');
    return h('a', { href: here({ from: wanted, to: null, cursor: null }), class: 'chip', 'aria-current': current ? 'true' : null }, text);
  };
  return h('div', { class: 'filters', role: 'group', 'aria-label': 'Time' }, SPANS.map(span), input('from'), input('to'));
}

function days(daily, from, to, behind) {
  const lines = [];
  for (let i = to; i >= from && lines.length < MOST_LINES; i--) {
    if (daily.events[i] || daily.closed[i]) {
      lines.push(i);
    }
  }
  const cell = (name) => {
    const field = { opened: 'accountsOpened', closed: 'accountsClosed', seen: 'accountsFirstSeen', events: 'events' }[name];
    return { title: FIELDS[field][0], number: true, cell: (i) => figure(number(daily[name][i]), behind(field, dayText(daily.first + i)), daily[name][i]) };
  };
  const columns = [
    { title: 'Day', heading: true, cell: (i) => [day(dayText(daily.first + i)), daily.month[i] ? h('span', { class: 'mark' }, daily.month[i] === daily.events[i] ? 'month only' : `${daily.month[i]} month only`) : null] },
    { title: 'Held', number: true, cell: (i) => number(daily.held[i]) },
    cell('opened'), cell('closed'), cell('seen'), cell('events'),
  ];
  return h('details', { class: 'as-table' }, h('summary', null, 'As a table'),
    table('Days with events or flows, latest first', columns, lines, { key: (i) => String(i) }),
    lines.length === MOST_LINES ? h('p', { class: 'quiet' }, `The latest ${MOST_LINES} such days of the chosen time.`) : null);
}
