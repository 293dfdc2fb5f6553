// A city or a bank: what it has come to, how it got there, who is moored, and the events behind.

import { all, get } from '../api.js';
import { h } from '../ui/dom.js';
import { empty } from '../ui/states.js';
import { country, dayNumber, today } from '../format.js';
import { Daily } from '../data/daily.js';
import * as names from '../names.js';
import { funnel, head, keyFigures, moorings, ratioList, reasons, timeToOpen } from './party-parts.js';
import { history } from './party-history.js';
import { events, signals, stances } from './party-events.js';

const PAGE = 20;
const DAY_FIELDS = 'day,events,eventsMonthPrecision,accountsOpened,accountsClosed,accountsFirstSeen';

const SCOPES = {
  city: { path: '/cities', other: 'bank', tiles: ['accountsOpen', 'firmsBanked', 'banks', 'hhi', 'accountsDormant', 'accountsRestricted'], ratios: ['netChange', 'shareOfHub'] },
  bank: { path: '/banks', other: 'city', tiles: ['accountsOpen', 'firmsBanked', 'cities', 'accountsDormant', 'accountsRestricted', 'unattributed'], ratios: ['netChange', 'deRiskingRate'] },
};

/** The page of one scope: `city` or `bank`. */
export const party = (scope) => ({ params: { id }, query }) => {
  const spec = SCOPES[scope];
  return {
    title: id,
    titled: () => names.name(scope, id),
    follow: { topics: [spec.path.slice(1), `${scope}-daily`, 'moorings', 'reasons', 'events', ...(scope === 'bank' ? ['stances'] : [])], filter: { [scope]: id } },
    load: (signal) => read(scope, spec, id, query, signal),
    render: (data) => render(scope, spec, id, query, data),
  };
};

async function read(scope, spec, id, query, signal) {
  const own = `${spec.path}/${encodeURIComponent(id)}`;
  const only = { [scope]: id };
  const range = { from: query.get('from'), to: query.get('to') };
  const [row, days, moored, why, found, said] = await Promise.all([
    get(own, {}, signal),
    all(`${own}/daily`, { fields: DAY_FIELDS }, signal),
    get('/moorings', { ...only, account: query.get('account'), limit: PAGE, cursor: query.get('moored') }, signal),
    get('/reasons', { ...only, limit: 200 }, signal),
    get('/events', { ...only, ...range, latest: true, sort: '-occurredAt', limit: PAGE, cursor: query.get('cursor') }, signal),
    scope === 'bank' ? get('/stances', { ...only, limit: 100 }, signal) : get('/events', { ...only, type: 'SUPERVISORY_SIGNAL', latest: true, limit: 4 }, signal),
  ]);
  return { row, days, moored, why, found, said };
}

function render(scope, spec, id, query, { row, days, moored, why, found, said }) {
  const first = days.reduce((least, day) => Math.min(least, dayNumber(day.day)), today());
  const last = days.reduce((most, day) => Math.max(most, dayNumber(day.day)), today());
  const daily = new Daily(days, first, last);
  const home = names.countryOf(scope, id);
  return h('article', { class: 'page party' },
    head(scope, id, row, home ? country(home) : null),
    keyFigures(scope, id, row, spec),
    history(scope, id, daily, query),
    h('div', { class: 'columns' },
      funnel(scope, id, row), timeToOpen(scope, id, row)),
    h('div', { class: 'columns' }, reasons(scope, id, why.items, 'DECLINE'), reasons(scope, id, why.items, 'CLOSURE')),
    scope === 'bank' ? stances(id, said) : signals(id, row, said),
    moorings(scope, id, moored, query),
    ratioList(scope, id, row),
    days.length || found.items.length ? events(scope, id, found, query) : empty('No event yet', 'Nothing was reported of it.'));
}
