// The HTTP API: answers as objects, refusals as errors that can be shown.

const BASE = '/api/v1';
const TOKEN = 'mooring.token';

/** A refusal of the server, or its silence (status 0). */
export class ApiError extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.status = problem.status;
  }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN),
  set: (value) => sessionStorage.setItem(TOKEN, value),
};

export const headers = () => (token.get() ? { Authorization: `Bearer ${token.get()}` } : {});

/** Query parameters without the empty ones; lists are repeated. */
export function query(params) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    [value].flat().filter((v) => v !== undefined && v !== null && v !== '').forEach((v) => search.append(name, v));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

export const get = (path, params, signal) => call('GET', path + query(params), { signal });
export const post = (path, body, type = 'application/json', signal) =>
  call('POST', path, { body, signal, headers: { 'Content-Type': type } });

/** Every item of a list, page after page; `onPage` is told of each as it comes. */
export async function all(path, params, signal, onPage) {
  const items = [];
  let cursor;
  do {
    const page = await get(path, { limit: 10_000, ...params, cursor }, signal);
    items.push(...page.items);
    onPage?.(items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/**
 * Every row of a list, with these fields only, as CSV: a tenth of the same as objects, and the next page is asked for while one is read.
 * For fields that need no quotes: ids, days and numbers.
 *
 * @param onPage told of the rows of each page: arrays of texts, in the order of the fields
 */
export async function each(path, fields, signal, onPage) {
  const ask = (url) => answer('GET', url, { signal, headers: { Accept: 'text/csv' } });
  let asked = ask(path + query({ limit: 10_000, fields: fields.join() }));
  while (asked) {
    const page = await asked;
    const next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.get('Link'));
    asked = next && ask(next[1]);
    asked?.catch(() => {});
    const lines = (await page.text()).split('\r\n');
    onPage(lines.slice(1, -1).map((line) => line.split(',')));
  }
}

/** An answer, or null where the server knows nothing of it. */
export const maybe = (promise) =>
  promise.catch((error) => {
    if (error.status === 404) {
      return null;
    }
    throw error;
  });

const call = async (method, path, options) => (await answer(method, path, options)).json();

async function answer(method, path, options) {
  const request = { method, ...options, headers: { Accept: 'application/json', ...headers(), ...options.headers } };
  const response = await fetch(BASE + path, request).catch((error) => {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError({ status: 0, title: 'Mooring does not answer', detail: `No answer from ${location.host}. Is the server running?` });
  });
  if (response.ok) {
    return response;
  }
  throw new ApiError(await problem(response));
}

async function problem(response) {
  const fallback = { status: response.status, title: `The server answered ${response.status}` };
  const said = await response.json().catch(() => null);
  return { ...fallback, ...said, status: response.status };
}
