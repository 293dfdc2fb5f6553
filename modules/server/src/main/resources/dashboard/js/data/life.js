// The account of a mooring through its events, as section 4.1 of the contract has it, for drawing: spans of time in one state. A
// page that draws them holds the end against the row, and draws none where the two differ.

import { TYPES } from '../words.js';

const REACHES_ACCOUNT = new Set(['ACCOUNT_OPENED', 'ACCOUNT_REPORTED', 'ACCOUNT_ACTIVATED', 'SERVICE_CHANGED', 'RESTRICTION_CHANGED', 'DORMANCY_CHANGED', 'EXIT_NOTIFIED', 'RELATIONSHIP_CLOSED']);
const REOPENS = new Set(['ACCOUNT_OPENED', 'ACCOUNT_REPORTED', 'ACCOUNT_ACTIVATED']);

/** Milliseconds of an instant, day or month; of a day or month its start. */
export const start = (text) => Date.parse(text.length === 7 ? `${text}-01` : text);

/** By time, then by the order of types in a life, then by id. */
export const inOrder = (a, b) =>
  start(a.occurredAt) - start(b.occurredAt) || TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || (a.id < b.id ? -1 : 1);

/** Spans `{ state, from, to }` of an account; the last one has no `to`. */
export function spans(events) {
  const found = [];
  let state = 'NONE';
  for (const event of [...events].sort(inOrder)) {
    const next = after(state, event);
    if (next !== state) {
      const at = start(event.occurredAt);
      if (found.length) {
        found.at(-1).to = at;
      }
      found.push({ state: next, from: at, to: null });
      state = next;
    }
  }
  return found;
}

function after(state, event) {
  const { type } = event;
  if (type === 'BANK_WITHDREW') {
    return state === 'OPEN' || state === 'DORMANT' ? 'CLOSED' : state;
  }
  if (!REACHES_ACCOUNT.has(type)) {
    return state;
  }
  const there = state === 'NONE' ? 'OPEN' : state;
  if (type === 'RELATIONSHIP_CLOSED') {
    return 'CLOSED';
  }
  if (type === 'DORMANCY_CHANGED') {
    return there === 'CLOSED' ? there : event.change === 'ENTERED' ? 'DORMANT' : 'OPEN';
  }
  if (REOPENS.has(type) && (there === 'CLOSED' || (there === 'DORMANT' && type !== 'ACCOUNT_REPORTED'))) {
    return 'OPEN';
  }
  return there;
}

/** The events of each mooring of a pair: those of its city, and those that section 4.1 gives it. */
export function byCity(events, withdrawals) {
  const cities = [...new Set(events.map((event) => event.city).filter(Boolean))].sort();
  const shared = new Set(['RESTRICTION_CHANGED', 'EXIT_NOTIFIED', 'RELATIONSHIP_CLOSED']);
  const lanes = cities.length ? cities : [null];
  return lanes.map((city) => ({
    city,
    events: events.filter((event) => lanes.length === 1 || event.city === city || (!event.city && shared.has(event.type))),
    withdrawals: withdrawals.filter((event) => !event.city || event.city === city),
  }));
}
