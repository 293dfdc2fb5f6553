// The addresses of the dashboard, in one place.

import { query } from './api.js';

const id = encodeURIComponent;

/** Percentiles and indices are no counts: the events behind them are those of a count. */
const BEHIND = { hhi: 'accountsOpen', daysToOpenP50: 'daysToOpenCount', daysToOpenP90: 'daysToOpenCount', daysToOpenMax: 'daysToOpenCount' };

export const bank = (bankId) => `/bank/${id(bankId)}`;
export const city = (cityId) => `/city/${id(cityId)}`;
export const party = (scope, partyId) => `/${scope}/${id(partyId)}`;
export const explain = (scope, partyId, field, params) => `${party(scope, partyId)}/explain/${BEHIND[field] ?? field}${query(params)}`;
export const relationship = (bankId, firmId) => `/relationship/${id(bankId)}/${id(firmId)}`;
export const feed = (params) => `/feed${query(params)}`;
export const hubs = (params) => `/${query(params)}`;
