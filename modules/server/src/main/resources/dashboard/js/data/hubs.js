// Cities day by day: rows and daily rows turned into arrays that a frame of the slider only reads.

import { dayNumber, today } from '../format.js';
import { each, get } from '../api.js';
import { Daily } from './daily.js';
import * as names from '../names.js';

const START = '2021-01-01';
const DAY_FIELDS = ['city', 'day', 'accountsOpened', 'accountsClosed', 'accountsFirstSeen'];
const COUNT_FIELDS = ['city', 'cityBasis', 'dateBasis', 'precision'];
/** What the page shows of a city's row. */
export const CITY_FIELDS = ['city', 'accountsOpen', 'firmsBanked', 'accountsOpened', 'accountsClosed', 'hhi', 'events'];
/** The days whose net change the map shows. */
export const CHANGE_DAYS = 90;

export class Hubs {
  constructor(cities, ranking, countries) {
    this.cities = new Map(cities.map((row) => [row.city, row]));
    this.rank = new Map(ranking.map((row) => [row.city, row]));
    this.countries = new Map(countries.map((row) => [row.country, row]));
    this.inexact = new Map();
    this.daily = new Map();
    this.first = dayNumber(START);
    this.last = today();
  }

  /** Takes all daily rows. */
  setDays(rows) {
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
      ...this.#inexact(row),
    };
  }

  /** How much of what is told of a city is known to the month only, or inferred. */
  #inexact(row) {
    const { all, month, inferred, either } = this.inexact.get(row.city) ?? NOTHING;
    return { known: all, month, inferred, inexactShare: all ? either / all : 0 };
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

const NOTHING = { all: 0, month: 0, inferred: 0, either: 0 };

/** How many standing events of each city are known to the month only, have an inferred city or date, or either. */
export async function inexactness(signal) {
  const { items } = await get('/events/count', { status: ['REPORTED', 'CONFIRMED'], by: COUNT_FIELDS.join() }, signal);
  const cities = new Map();
  for (const { city, cityBasis, dateBasis, precision, count } of items) {
    const sums = cities.get(city) ?? { ...NOTHING };
    const month = precision === 'MONTH';
    const inferred = cityBasis === 'INFERRED' || dateBasis !== 'STATED';
    cities.set(city, sums);
    sums.all += count;
    sums.month += month ? count : 0;
    sums.inferred += inferred ? count : 0;
    sums.either += month || inferred ? count : 0;
  }
  return cities;
}

/** All daily rows, with the fields of which accounts are made; `onRead` is told how many were read so far. */
export async function readDays(signal, onRead) {
  const rows = [];
  await each('/city-daily', DAY_FIELDS, signal, (page) => {
    for (const [city, day, opened, closed, seen] of page) {
      rows.push({ city, day, accountsOpened: Number(opened), accountsClosed: Number(closed), accountsFirstSeen: Number(seen) });
    }
    onRead(rows.length);
  });
  return rows;
}

function group(rows) {
  const groups = new Map();
  rows.forEach((row) => (groups.get(row.city) ?? groups.set(row.city, []).get(row.city)).push(row));
  return groups;
}
