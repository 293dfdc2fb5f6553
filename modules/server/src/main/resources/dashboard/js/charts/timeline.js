// The life of a relationship: a lane for each city, the state of the account as a band, events as marks.

import { s } from '../ui/dom.js';
import { drawing } from './drawing.js';
import { axis } from './axis.js';
import { occurred, words } from '../format.js';
import { start, spans } from '../data/life.js';
import * as names from '../names.js';

const DAY = 86_400_000;
const LANE = 64;
const TOP = 8;
const LEFT = 4;

/** @param lanes `{ city, events, withdrawals, account }`; `account` is the state by the row */
export function timeline(lanes, now) {
  const all = lanes.flatMap((lane) => [...lane.events, ...lane.withdrawals]);
  const starts = all.map((event) => start(event.occurredAt));
  const least = Math.min(...starts) / DAY;
  const most = Math.max(...starts, lanes.some((lane) => lane.account !== 'CLOSED') ? now : 0) / DAY;
  const margin = Math.max(14, (most - least) * 0.04);
  const first = Math.floor(least - margin);
  const last = Math.ceil(most + margin);
  return drawing(JSON.stringify(lanes), (width) => draw(lanes, first, last, width), 'chart timeline');
}

function draw(lanes, first, last, width) {
  const right = width - 6;
  const bottom = TOP + lanes.length * LANE;
  const x = (ms) => LEFT + ((ms / DAY - first) / (last - first)) * (right - LEFT);
  return s('svg', { width, height: bottom + 24, role: 'img', 'aria-label': 'Timeline; the same events are listed below' },
    axis(first, last, { left: LEFT, right, top: TOP, bottom }),
    lanes.map((lane, i) => drawLane(lane, TOP + i * LANE, x, right)));
}

function drawLane(lane, top, x, right) {
  const y = top + 40;
  const life = spans([...lane.events, ...lane.withdrawals]);
  const agrees = (life.at(-1)?.state ?? 'NONE') === lane.account;
  return s('g', null,
    s('text', { class: 'lane-name', x: LEFT, y: top + 16 }, lane.city ? names.name('city', lane.city) : 'No city named', s('tspan', { class: 'lane-state' }, `  ${words(lane.account ?? 'NONE')}`)),
    s('line', { class: 'zero', x1: LEFT, x2: right, y1: y, y2: y }),
    agrees ? life.filter((span) => span.state !== 'CLOSED').map((span) => s('rect', { class: `span ${span.state.toLowerCase()}`, x: x(span.from), y: y - 7, width: Math.max(2, (span.to === null ? right : x(span.to)) - x(span.from)), height: 14 })) : null,
    lane.events.map((event) => mark(event, x, y)),
    lane.withdrawals.map((event) => mark(event, x, y)));
}

function mark(event, x, y) {
  const at = x(start(event.occurredAt));
  const kind = { RELATIONSHIP_CLOSED: 'end', BANK_WITHDREW: 'end', EXIT_NOTIFIED: 'warn', RESTRICTION_CHANGED: 'warn', ACCOUNT_OPENED: 'begin' }[event.type] ?? 'other';
  const shape = {
    end: s('path', { d: `M${at - 6} ${y - 6}l12 12m0 -12l-12 12` }),
    warn: s('path', { d: `M${at} ${y - 8}l8 14h-16z` }),
    begin: s('path', { d: `M${at - 6} ${y - 6}h12v12h-12z` }),
    other: s('circle', { cx: at, cy: y, r: 5 }),
  }[kind];
  return s('g', { class: `event-mark ${kind}${event.occurredAt.length === 7 ? ' month' : ''}` }, shape, s('title', null, `${occurred(event.occurredAt)}: ${words(event.type)}${event.type === 'BANK_WITHDREW' ? ' (whole bank)' : ''}`));
}
