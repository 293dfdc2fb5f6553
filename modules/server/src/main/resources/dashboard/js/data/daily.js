// Daily rows as arrays by day: what charts and the slider read without looking anything up.

import { dayNumber } from '../format.js';

/** The days of one bank or city: counts by day, and the accounts that are held at its end. */
export class Daily {
  /**
   * @param rows daily rows, in any order
   * @param first day (since 1970) of the first entry
   * @param last day of the last entry
   */
  constructor(rows, first, last) {
    this.first = first;
    this.length = Math.max(1, last - first + 1);
    this.opened = new Int32Array(this.length);
    this.closed = new Int32Array(this.length);
    this.seen = new Int32Array(this.length);
    this.events = new Int32Array(this.length);
    this.month = new Int32Array(this.length);
    rows.forEach((row) => this.#take(row));
    this.sum();
  }

  #take(row) {
    const i = dayNumber(row.day) - this.first;
    if (i >= 0 && i < this.length) {
      this.opened[i] = row.accountsOpened;
      this.closed[i] = row.accountsClosed;
      this.seen[i] = row.accountsFirstSeen;
      this.events[i] = row.events ?? 0;
      this.month[i] = row.eventsMonthPrecision ?? 0;
    }
  }

  /** Takes one row anew. */
  put(row) {
    this.#take(row);
    this.sum();
  }

  /** Sums up what the slider asks for at every frame. */
  sum() {
    this.held = new Int32Array(this.length);
    this.net = new Int32Array(this.length);
    let held = 0;
    let net = 0;
    for (let i = 0; i < this.length; i++) {
      net += this.opened[i] - this.closed[i];
      held += this.opened[i] + this.seen[i] - this.closed[i];
      this.net[i] = net;
      this.held[i] = held;
    }
  }

  /** Net change of the days from `i - days + 1` to `i`. */
  change(i, days) {
    return this.net[i] - (i >= days ? this.net[i - days] : 0);
  }

  /** Sums of a part of the days in buckets of so many days; the last one may be shorter. */
  buckets(from, to, days) {
    const buckets = [];
    for (let start = from; start <= to; start += days) {
      const end = Math.min(to, start + days - 1);
      const bucket = { start, end, opened: 0, closed: 0, seen: 0, events: 0, month: 0 };
      for (let i = start; i <= end; i++) {
        for (const name of ['opened', 'closed', 'seen', 'events', 'month']) {
          bucket[name] += this[name][i];
        }
      }
      buckets.push(bucket);
    }
    return buckets;
  }
}
