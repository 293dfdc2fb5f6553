// Accounts over time: what is held, what opened and closed, and what was only then seen. Three panels on one axis of days;
// first sights have their own, since they are no flow.

import { s, h } from '../ui/dom.js';
import { drawing, round } from './drawing.js';
import { axis } from './axis.js';
import { day, dayText, number, plural } from '../format.js';
import { go } from '../router.js';

const LEFT = 34;
const HELD = { top: 22, height: 120 };
const FLOW = { top: 172, height: 84 };
const SEEN = { top: 286, height: 36 };
const BOTTOM = SEEN.top + SEEN.height;
const BAR_PX = 3;
const BUCKETS = [1, 7, 28, 91, 364];

/**
 * The chart.
 *
 * @param daily what to draw
 * @param from first day of it, as an index
 * @param to last day of it
 * @param link address of the events of some days: `link(from, to)`
 */
export function flows(daily, from, to, link) {
  const made = JSON.stringify([from, to, sum(daily.opened), sum(daily.closed), sum(daily.seen), sum(daily.events), [...daily.held.subarray(from, to + 1)].reduce((a, b, i) => (a * 31 + b * (i + 1)) % 1e9, 7)]);
  return drawing(made, (width) => draw(daily, from, to, link, width), 'chart flows');
}

const sum = (array) => array.reduce((a, b) => a + b, 0);

function draw(daily, from, to, link, width) {
  const right = width - 4;
  const size = BUCKETS.find((days) => ((right - LEFT) / (to - from + 1)) * days >= BAR_PX) ?? 364;
  const buckets = daily.buckets(from, to, size);
  const span = Math.max(1, to - from);
  const x = (i) => LEFT + ((i - from) / (span + 1)) * (right - LEFT);
  const top = (name) => round(Math.max(1, ...buckets.map((bucket) => bucket[name])));
  const flow = Math.max(top('opened'), top('closed'));
  const held = round(daily.held.subarray(from, to + 1).reduce((a, b) => Math.max(a, b), 1));
  const half = FLOW.height / 2;
  const bars = (name, base, height, scale, sign) =>
    buckets.filter((bucket) => bucket[name] > 0).map((bucket) => bar(x(bucket.start), x(bucket.end + 1), base, (sign * height * bucket[name]) / scale)).join('');
  const svg = s('svg', { width, height: BOTTOM + 24, role: 'presentation' },
    axis(daily.first + from, daily.first + to, { left: LEFT, right, top: HELD.top, bottom: BOTTOM }),
    caption(HELD.top - 8, 'Accounts held: open or dormant'),
    scale(HELD.top, held), scale(HELD.top + HELD.height, 0),
    s('path', { class: 'held-area', d: `${steps(daily.held, from, to, x, held)}V${HELD.top + HELD.height}H${LEFT}Z` }),
    s('path', { class: 'held-line', d: steps(daily.held, from, to, x, held) }),
    caption(FLOW.top - 8, `▲ Opened and ▼ closed, ${{ 1: 'by day', 7: 'by week' }[size] ?? `by ${size} days`}`),
    scale(FLOW.top, flow), scale(FLOW.top + FLOW.height, flow),
    s('line', { class: 'zero', x1: LEFT, x2: right, y1: FLOW.top + half, y2: FLOW.top + half }),
    buckets.some((bucket) => bucket.opened || bucket.closed) ? null : s('text', { class: 'nothing', x: LEFT + 8, y: FLOW.top + half - 8 }, 'No opening or closing was reported in this time'),
    s('path', { class: 'opened', d: bars('opened', FLOW.top + half, half, flow, -1) }),
    s('path', { class: 'closed', d: bars('closed', FLOW.top + half, half, flow, 1) }),
    caption(SEEN.top - 8, '◇ First seen: there before it was reported'),
    scale(SEEN.top, top('seen')),
    s('line', { class: 'zero', x1: LEFT, x2: right, y1: BOTTOM, y2: BOTTOM }),
    s('path', { class: 'seen', d: bars('seen', BOTTOM, SEEN.height, top('seen'), -1) }));
  return reader(svg, { daily, buckets, x, from, to, size, link, right, width });
}

const caption = (y, text) => s('text', { class: 'caption', x: LEFT, y }, text);
const scale = (y, value) => s('text', { class: 'scale', x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, number(value));

function bar(x1, x2, base, height) {
  const gap = x2 - x1 > 4 ? 1 : 0;
  return `M${x1.toFixed(1)} ${base}h${Math.max(1.5, x2 - x1 - gap).toFixed(1)}v${height.toFixed(1)}H${x1.toFixed(1)}Z`;
}

/** Only where the number changes does the path turn: few points, however many days. */
function steps(held, from, to, x, scaleTop) {
  const y = (n) => (HELD.top + HELD.height * (1 - n / scaleTop)).toFixed(1);
  let path = `M${LEFT} ${y(held[from])}`;
  for (let i = from + 1; i <= to; i++) {
    if (held[i] !== held[i - 1]) {
      path += `H${x(i).toFixed(1)}V${y(held[i])}`;
    }
  }
  return `${path}H${x(to + 1).toFixed(1)}`;
}

/** Tells the numbers of a day by pointer and by arrow keys, and leads to its events. */
function reader(svg, { daily, buckets, x, from, to, size, link, right, width }) {
  const text = h('p', { class: 'readout', 'aria-hidden': 'true' }, 'Point at a day, or move by the arrow keys; Enter shows its events.');
  const cursor = s('line', { class: 'cursor', y1: HELD.top, y2: BOTTOM });
  const dial = h('div', { class: 'dial', role: 'slider', tabindex: '0', 'aria-label': 'Accounts over time', 'aria-valuemin': '0', 'aria-valuemax': String(buckets.length - 1), 'aria-valuenow': String(buckets.length - 1), 'aria-valuetext': say(daily, buckets.at(-1), size) }, svg);
  let at = buckets.length - 1;
  const move = (next) => {
    at = Math.max(0, Math.min(buckets.length - 1, next));
    svg.append(cursor);
    const middle = (x(buckets[at].start) + x(buckets[at].end + 1)) / 2;
    cursor.setAttribute('x1', middle);
    cursor.setAttribute('x2', middle);
    text.textContent = say(daily, buckets[at], size);
    dial.setAttribute('aria-valuenow', String(at));
    dial.setAttribute('aria-valuetext', text.textContent);
  };
  const open = () => go(link(dayText(daily.first + buckets[at].start), dayText(daily.first + buckets[at].end)));
  const under = (event) => Math.floor((((event.clientX - dial.getBoundingClientRect().left) - LEFT) / (right - LEFT)) * (to - from + 1) / size);
  dial.addEventListener('pointermove', (event) => move(under(event)));
  dial.addEventListener('click', (event) => { move(under(event)); open(); });
  dial.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -at, End: buckets.length }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(at + step);
    } else if (event.key === 'Enter') {
      open();
    }
  });
  return h('div', { style: { width: `${width}px` } }, text, dial);
}

function say(daily, bucket, size) {
  const start = day(dayText(daily.first + bucket.start));
  const when = size === 1 ? start : `${start} to ${day(dayText(daily.first + bucket.end))}`;
  const month = bucket.month ? `, ${number(bucket.month)} of them known to the month only` : '';
  return `${when}: ${number(daily.held[bucket.end])} held, ${number(bucket.opened)} opened, ${number(bucket.closed)} closed, ${number(bucket.seen)} first seen; ${plural(bucket.events, 'event')}${month}`;
}
