// Where crypto firms are banked: the map, the ranking, and every day since 2021.

import { all, get } from '../api.js';
import { h } from '../ui/dom.js';
import { morph } from '../ui/morph.js';
import { empty } from '../ui/states.js';
import { CITY_FIELDS, Hubs, inexactness, readDays } from '../data/hubs.js';
import { geography, WorldMap } from '../charts/map.js';
import { REGIONS } from '../charts/world.js';
import { Slider } from '../ui/slider.js';
import { section } from '../ui/figures.js';
import { list } from '../ui/event.js';
import { ranking, turn } from './ranking.js';
import { country, day, dayNumber, dayText, plural } from '../format.js';
import { go, here, note } from '../router.js';
import * as names from '../names.js';
import * as links from '../links.js';

const RANKING_MS = 150;
const REST_MS = 400;
const LATEST = 4;
const COUNT_MS = 2_000;
const SIGNAL_FIELDS = 'country,signalsSupportive,signalsNeutral,signalsRestrictive';

export function hubs({ query, signal }) {
  const page = new HubsPage(query, signal);
  return {
    title: 'Hubs',
    follow: { topics: ['cities', 'city-daily'] },
    load: async (ended) => {
      const days = page.startDays(ended);
      const [cities, ranks, countries, latest, inexact] = await Promise.all([all('/cities', { fields: CITY_FIELDS.join() }, ended), get('/ranking', {}, ended), all('/countries', { fields: SIGNAL_FIELDS }, ended), get('/events', { latest: true, country: query.get('country'), limit: LATEST }, ended), inexactness(ended), geography()]);
      return Object.assign(new Hubs(cities, ranks.items, countries), { latest: latest.items, inexact, days });
    },
    render: (model) => page.render(model),
    takes: (type, message) => type === 'row' && page.take(message),
  };
}

class HubsPage {
  constructor(query, signal) {
    this.signal = signal;
    this.country = query.get('country');
    this.region = query.get('region') in REGIONS ? query.get('region') : 'world';
    this.sort = query.get('sort') ?? '-accounts';
    this.day = query.get('day');
    window.addEventListener('theme', () => this.map?.repaint(), { signal });
  }

  render(model) {
    this.model = model;
    this.table = h('div', { class: 'ranking' });
    this.when = h('p', { class: 'when-shown', 'aria-live': 'polite' });
    this.map = new WorldMap(this.region, (id) => go(links.city(id)), (id) => this.#hot(id));
    this.slider = new Slider((i) => this.#turn(i));
    const page = h('article', { class: 'page hubs' },
      h('header', { class: 'page-head' }, h('h1', null, 'Hubs'), h('p', { class: 'lede' }, 'Where banks hold accounts of crypto firms, by what was reported.'), this.#filters()),
      model.cities.size ? this.#body() : empty('No event has reached a city yet', 'Numbers appear here within a second of the first event.', h('a', { href: '/publish' }, 'Publish an event')));
    page.drawn = model;
    this.signal.addEventListener('abort', () => this.slider.stop());
    this.#readDays();
    this.#draw();
    return page;
  }

  #body() {
    return h('div', { class: 'hubs-body' },
      h('section', { class: 'map-part', 'aria-label': 'Map' }, this.map.element, this.slider.element, legend(),
        section('Latest', 'The last that is known to have happened.', list(this.model.latest, 'Latest events'), h('p', null, h('a', { href: links.feed({ country: this.country }) }, 'All events')))),
      h('section', { class: 'ranking-part', 'aria-label': 'Ranking' }, this.when, this.table, this.country ? this.#signals() : null));
  }

  #filters() {
    const codes = [...new Set([...this.model.cities.values()].map((row) => row.country ?? placeOf(row.city)).filter(Boolean))].sort((a, b) => (country(a) < country(b) ? -1 : 1));
    const option = (value, text, chosen) => h('option', { value, selected: value === (chosen ?? '') }, text);
    return h('div', { class: 'filters', role: 'group', 'aria-label': 'Filters' },
      h('label', null, 'Country ', h('select', { id: 'country', on: { change: (event) => go(here({ country: event.target.value })) } }, option('', 'All countries', this.country), codes.map((code) => option(code, country(code), this.country)))),
      h('label', null, 'Map ', h('select', { id: 'region', on: { change: (event) => go(here({ region: event.target.value === 'world' ? null : event.target.value })) } }, Object.entries(REGIONS).map(([key, [text]]) => option(key, text, this.region)))));
  }

  #signals() {
    const row = this.model.countries.get(this.country);
    const link = (name, text) => h('a', { href: links.feed({ country: this.country, type: 'SUPERVISORY_SIGNAL' }) }, `${row[name]} ${text}`);
    return row ? h('p', { class: 'quiet' }, `${country(this.country)}, supervisory signals: `, link('signalsSupportive', 'supportive'), ', ', link('signalsNeutral', 'neutral'), ', ', link('signalsRestrictive', 'restrictive'), '.') : null;
  }

  /** Reads the days while the rest is read: they are most of what the page needs. */
  startDays(ended) {
    const days = readDays(ended, (read) => this.slider?.reading(read));
    days.catch(() => {}); // told where it is awaited
    return days;
  }

  /** Days come after the first picture: it stands on the rows of the cities alone. */
  async #readDays() {
    try {
      const { model } = this;
      model.setDays(await model.days);
      const at = this.day ? dayNumber(this.day) - model.first : null;
      this.slider.start(model, at);
      this.#draw();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.slider.failed(error.message);
      }
    }
  }

  /** A frame: the map now, the table a few times a second, the address when it rests. */
  #turn(i) {
    this.at = i;
    this.#map();
    this.pending ??= setTimeout(() => { this.pending = null; this.#table(); }, RANKING_MS);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.signal.aborted || note({ day: this.at === null ? null : dayText(this.model.first + this.at) }), REST_MS);
  }

  #draw() {
    this.#map();
    this.#table();
  }

  #map() {
    const shown = this.model.at(this.at ?? null, null).filter((city) => city.lat !== undefined);
    shown.forEach((city) => { city.dim = this.country && city.country !== this.country; city.inexact = city.inexactShare > 0.5; });
    this.map.show(shown, this.model.biggest ?? Math.max(1, ...shown.map((city) => city.value)));
  }

  #table() {
    const rows = this.model.at(this.at ?? null, this.country);
    const total = rows.reduce((sum, row) => sum + row.value, 0);
    const now = (this.at ?? null) === null;
    this.when.textContent = now ? `Today: ${plural(total, 'open account')} in ${plural(rows.filter((row) => row.value).length, 'city', 'cities')}` : `${day(dayText(this.model.first + this.at))}: ${plural(total, 'account')} open or dormant`;
    if (now || !this.past || !turn(this.table, rows, this.sort)) {
      morph(this.table, h('div', null, ranking(rows, { sort: this.sort, now, over: (id) => this.map.point(id) })));
    }
    this.past = !now;
  }

  /** What is inexact is counted by the server, again when rows have changed. */
  async #count() {
    this.counting = null;
    try {
      this.model.inexact = await inexactness(this.signal);
      this.#draw();
    } catch {
      // Gone or going: the next change, or the next connection, counts again.
    }
  }

  #hot(id) {
    for (const row of this.table.querySelectorAll('tr[data-key]')) {
      row.classList.toggle('hot', row.dataset.key === id);
    }
  }

  take(message) {
    if (!this.model?.take(message)) {
      return false;
    }
    this.slider.flows(this.model);
    this.#turn(this.at ?? null);
    this.counting ??= setTimeout(() => this.#count(), COUNT_MS);
    return true;
  }
}

const placeOf = (id) => names.countryOf('city', id);

const legend = () =>
  h('ul', { class: 'legend', 'aria-label': 'Legend' },
    h('li', null, h('span', { class: 'key dot', 'aria-hidden': 'true' }), 'area: accounts'),
    h('li', null, h('span', { class: 'key up', 'aria-hidden': 'true' }, '▲'), 'grew in 90 days'),
    h('li', null, h('span', { class: 'key down', 'aria-hidden': 'true' }, '▼'), 'shrank in 90 days'),
    h('li', null, h('span', { class: 'key broken', 'aria-hidden': 'true' }), 'most of it month-only or inferred'),
    h('li', null, h('span', { class: 'key none', 'aria-hidden': 'true' }), 'events, no account'));
