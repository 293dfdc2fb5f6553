// Names and places of the reference data; an id that nobody named is shown as it is.

import { get } from './api.js';

const known = { bank: new Map(), city: new Map(), firm: new Map() };
let reading = null;

/** Reads the names once; later calls wait for the same. */
export function load() {
  reading ??= Promise.all([take('bank', '/reference/banks'), take('city', '/reference/cities'), take('firm', '/reference/firms')]).catch((error) => {
    reading = null;
    throw error;
  });
  return reading;
}

async function take(kind, path) {
  for (const item of (await get(path)).items) {
    known[kind].set(item.id, item);
  }
}

export const name = (kind, id) => known[kind].get(id)?.name ?? id;
export const place = (id) => known.city.get(id);
export const countryOf = (kind, id) => known[kind].get(id)?.country ?? null;
export const list = (kind) => [...known[kind].values()];
