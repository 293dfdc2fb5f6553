// The addresses of the dashboard, in one place.

import { query } from './api.js';

const id = encodeURIComponent;

export const bank = (bankId) => `/bank/${id(bankId)}`;
export const city = (cityId) => `/city/${id(cityId)}`;
export const party = (scope, partyId) => `/${scope}/${id(partyId)}`;
export const explain = (scope, partyId, field, params) => `${party(scope, partyId)}/explain/${field}${query(params)}`;
export const relationship = (bankId, firmId) => `/relationship/${id(bankId)}/${id(firmId)}`;
export const feed = (params) => `/feed${query(params)}`;
export const hubs = (params) => `/${query(params)}`;
