// Cities day by day: rows and daily rows turned into arrays that a frame of the slider only reads.

import { dayNumber, today } from '../format.js';
import { Daily } from './daily.js';
import * as names from '../names.js';

const START = '2021-01-01';
/** The days whose net change the map shows. */
export const CHANGE_DAYS = 90;

export class Hubs {
  constructor(cities, ranking, countries) {
    this.cities = new Map(cities.map((row) => [row.city, row]));
    this.rank = new Map(ranking.map((row) => [row.city, row]));
    this.countries = new Map(countries.map((row) => [row.country, row]));
    this.inferred = null;
    this.daily = new Map();
    this.first = dayNumber(START);
    this.last = today();
  }

  /** Takes all daily rows. */
  days(rows) {
        const numbers = rows.map((row) => dayNumber(row.day));
    this.first = numbers.reduce((a, b) => Math.min(a, b), this.first);
    this.last = numbers.reduce((a, b) => Math.max(a, b), this.last);
    for (const [city, days] of group(rows)) {
      this.daily.set(city, new Daily(days, this.first, this.last));
    }
    this.biggest = Math.max(1, ...[...this.daily.values()].map((daily) => daily.held.reduce((a, b) => Math.max(a, b), 0)));
  }

  /** Takes one row of the stream; false when it must be read anew. */
  take({ topic, key, row }) {
    if (topic === 'cities') {
      row ? this.cities.set(key, row) : this.cities.delete(key);
      return true;
    }
    if (topic === 'city-daily' && row && this.ready && dayNumber(row.day) <= this.last) {
      const daily = this.daily.get(row.city) ?? new Daily([], this.first, this.last);
      this.daily.set(row.city, daily);
      daily.put(row);
      return true;
    }
    return false;
  }

  get ready() {
    return this.biggest !== undefined;
  }

  /** Every city as it was at the end of a day; `null` is now, by the rows themselves. */
  at(i, country) {
    const all = [...this.cities.values()].map((row) => this.#city(row, i));
    const shown = country ? all.filter((city) => city.country === country) : all;
    return ranked(shown);
  }

  #city(row, i) {
    const daily = this.daily.get(row.city);
    const place = names.place(row.city);
    const now = i === null;
    const end = daily ? (now ? Math.min(daily.length - 1, today() - daily.first) : i) : 0;
    return {
      id: row.city,
      name: names.name('city', row.city),
      country: place?.country ?? null,
      lat: place?.lat,
      lon: place?.lon,
      value: now ? row.accountsOpen : (daily?.held[i] ?? 0),
      firms: now ? row.firmsBanked : null,
      change: daily ? daily.change(end, CHANGE_DAYS) : 0,
      net: now ? row.accountsOpened - row.accountsClosed : (daily?.net[i] ?? 0),
      share: now ? (this.rank.get(row.city)?.share ?? null) : null,
      hhi: now ? row.hhi : null,
      events: row.events,
      ...this.#inexact(row, daily),
    };
  }

  /** How much of what is told of a city is known to the month only, or inferred. */
  #inexact(row, daily) {
    if (daily && daily.months === undefined) {
      daily.months = daily.month.reduce((a, b) => a + b, 0);
    }
    const month = daily?.months ?? 0;
    const inferred = this.inferred?.get(row.city) ?? 0;
    const known = this.inferred?.all ?? month;
    return { month, inferred, inexactShare: row.events ? Math.min(1, (this.inferred ? (this.inferred.inexact.get(row.city) ?? 0) : known) / row.events) : 0 };
  }
}

/** By accounts, then firms; equals share a rank and stand by id. */
function ranked(cities) {
  const sorted = cities.sort((a, b) => b.value - a.value || (b.firms ?? 0) - (a.firms ?? 0) || (a.id < b.id ? -1 : 1));
  sorted.forEach((city, i) => {
    const before = sorted[i - 1];
    city.rank = before && before.value === city.value && before.firms === city.firms ? before.rank : i + 1;
  });
  return sorted;
}

/** Of events: how many of each city have an inferred city or date, and how many are inexact in any way. */
export function inference(records) {
  const inferred = new Map();
  inferred.inexact = new Map();
  const count = (map, city) => map.set(city, (map.get(city) ?? 0) + 1);
  for (const { event } of records.filter((record) => record.event.city && ['REPORTED', 'CONFIRMED'].includes(record.event.status))) {
    const concluded = event.cityBasis === 'INFERRED' || event.dateBasis !== 'STATED';
    concluded && count(inferred, event.city);
    (concluded || event.occurredAt.length === 7) && count(inferred.inexact, event.city);
  }
  return inferred;
}

function group(rows) {
  const groups = new Map();
  rows.forEach((row) => (groups.get(row.city) ?? groups.set(row.city, []).get(row.city)).push(row));
  return groups;
}
