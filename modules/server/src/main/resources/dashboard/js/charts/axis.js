// Days along the bottom of a chart.

import { s } from '../ui/dom.js';
import { dayNumber } from '../format.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LABEL_PX = 54;

/** Firsts of months between two days (since 1970) that leave room for their labels. */
export function ticks(first, last, width) {
  const start = new Date(first * 86_400_000);
  const months = Math.max(1, (last - first) / 30.44);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => (months / n) * LABEL_PX <= width) ?? 240;
  const found = [];
  for (let month = Math.ceil(start.getUTCMonth() / step) * step; ; month += step) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), month, 1));
    const at = dayNumber(date.toISOString().slice(0, 10));
    if (at > last) {
      return found;
    }
    if (at >= first) {
      found.push({ at, text: date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : MONTHS[date.getUTCMonth()], year: date.getUTCMonth() === 0 });
    }
  }
}

/** The axis: a line for each tick over the height of the chart, and its label below. */
export function axis(first, last, { left, right, top, bottom }) {
  const x = (at) => left + ((at - first) / Math.max(1, last - first)) * (right - left);
  return s('g', { class: 'axis' },
    ticks(first, last, right - left).map(({ at, text, year }) => [
      s('line', { x1: x(at), x2: x(at), y1: top, y2: bottom, class: year ? 'year' : null }),
      s('text', { x: x(at), y: bottom + 15, 'text-anchor': x(at) > right - 20 ? 'end' : x(at) < left + 12 ? 'start' : 'middle' }, text)]));
}
