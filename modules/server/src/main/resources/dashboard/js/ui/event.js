// An event as it reads in a list: when, what, who, where, how sure, and who says so.

import { h } from './dom.js';
import { country, day, isMonth, occurred, time, words } from '../format.js';
import * as names from '../names.js';
import * as links from '../links.js';

const STATUS_MARKS = { CONFIRMED: '●', REPORTED: '○', DISPUTED: '◐', RETRACTED: '×' };
const DETAILS = ['outcome', 'reason', 'change', 'product', 'diligence', 'stance', 'position', 'signal', 'tone', 'initiator', 'channel', 'programme', 'noticeDays', 'subjects'];

export const list = (records, label) => h('ol', { class: 'events', 'aria-label': label }, records.map((record) => item(record)));

export function item({ event, partition, offset, recordedAt, latest }) {
  const gone = !latest || event.status === 'RETRACTED' || event.status === 'DISPUTED';
  return h('li', { class: gone ? 'event gone' : 'event', data: { key: offset === undefined ? event.id : `${partition}/${offset}` } },
    h('div', { class: 'when' }, h('time', { datetime: event.occurredAt }, occurred(event.occurredAt)), precision(event)),
    h('div', { class: 'what' },
      h('p', { class: 'event-title' }, h('strong', null, words(event.type)), ' ', parties(event)),
      details(event),
      event.note ? h('p', { class: 'note' }, event.note) : null,
      h('p', { class: 'proof' }, status(event, latest), source(event), h('span', { class: 'record' }, (event.revision ?? 1) > 1 ? `revision ${event.revision}` : '', recordedAt ? ` recorded ${recorded(recordedAt)}` : ''))));
}

export function status(event, latest = true) {
  const text = latest ? words(event.status ?? 'REPORTED') : 'Superseded';
  return h('span', { class: 'status', data: { status: event.status ?? 'REPORTED' } }, h('span', { 'aria-hidden': 'true' }, latest ? STATUS_MARKS[event.status ?? 'REPORTED'] : '×'), ` ${text}`);
}

function precision(event) {
  const marks = [];
  if (isMonth(event.occurredAt)) {
    marks.push('month only');
  }
  if (event.dateBasis === 'INFERRED') {
    marks.push('date inferred');
  } else if (event.dateBasis === 'REPORT_DATE') {
    marks.push('date of report');
  }
  return marks.map((mark) => h('span', { class: 'mark' }, mark));
}

function parties(event) {
  const parts = [];
  if (event.bank) {
    parts.push(h('a', { href: links.bank(event.bank) }, names.name('bank', event.bank)));
  }
  if (event.bank && event.firm) {
    parts.push(h('a', { class: 'tie', href: links.relationship(event.bank, event.firm), 'aria-label': `relationship of ${names.name('bank', event.bank)} and ${names.name('firm', event.firm)}` }, '↔'));
  }
  if (event.firm) {
    parts.push(h('a', { href: links.feed({ firm: event.firm }) }, names.name('firm', event.firm)));
  }
  if (event.city) {
    parts.push(h('span', { class: 'place' }, 'in ', h('a', { href: links.city(event.city) }, names.name('city', event.city)), event.cityBasis === 'INFERRED' ? h('span', { class: 'mark' }, 'city inferred') : null));
  } else if (event.country) {
    parts.push(h('span', { class: 'place' }, 'in ', h('a', { href: links.hubs({ country: event.country }) }, country(event.country))));
  }
  return parts.flatMap((part, i) => [i ? ' ' : '', part]);
}

function details(event) {
  const said = DETAILS.filter((name) => event[name] !== undefined && event[name] !== null);
  return said.length
    ? h('ul', { class: 'tags' }, said.map((name) => h('li', null, h('span', null, `${words(name.replace(/[A-Z]/g, (c) => `_${c}`))} `), typeof event[name] === 'number' ? event[name] : name === 'programme' ? event[name] : words(event[name]))))
    : null;
}

function source(event) {
  const said = event.reportedAt && event.reportedAt !== event.occurredAt ? ` (${occurred(event.reportedAt)})` : '';
  return h('span', { class: 'source' },
    event.url ? h('a', { href: event.url, target: '_blank', rel: 'noopener noreferrer external' }, event.source, h('span', { class: 'hidden' }, ' (another site)'), h('span', { 'aria-hidden': 'true' }, ' ↗')) : event.source,
    said);
}

/** When the cluster got a record. */
export const recorded = (instant) => `${day(instant.slice(0, 10))}, ${time(instant)}`;
