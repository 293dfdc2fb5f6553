// The life of a page: loading, shown, shown again as rows change, failed.

import { live } from './live.js';
import { ApiError } from './api.js';
import { morph } from './ui/morph.js';
import { h } from './ui/dom.js';
import { failure, skeleton } from './ui/states.js';

const SKELETON_AFTER_MS = 120;
const REFRESH_MS = 400;

/**
 * Shows a page and keeps it up to date.
 *
 * @param context `{ root, signal }`: where to show it, and what ends it
 * @param page `follow` (parameters of the stream), `load(signal)`, `render(data)`, and optionally `takes(message)`, which may use a
 *     change itself and says so by true
 */
export async function show({ root, signal }, page) {
  const refresh = throttled(() => update(root, signal, page), REFRESH_MS);
  follow(signal, page, refresh);
  const focus = focused(root);
  const waiting = setTimeout(() => !signal.aborted && root.replaceChildren(skeleton()), SKELETON_AFTER_MS);
  try {
    const data = await page.load(signal);
    clearTimeout(waiting);
    if (!signal.aborted) {
      root.replaceChildren(page.render(data));
      focus();
      page.shown?.(root);
    }
  } catch (error) {
    clearTimeout(waiting);
    fail(root, signal, error, () => show({ root, signal }, page));
  }
}

/** The way to bring the focus back to a filter that made the page be shown anew, so that the next key changes it further. */
function focused(root) {
  const { id, name, localName } = document.activeElement;
  const within = root.contains(document.activeElement);
  return () => within && root.querySelector(id ? `#${CSS.escape(id)}` : `${localName}[name="${CSS.escape(name ?? '')}"]`)?.focus({ preventScroll: true });
}

function follow(signal, page, refresh) {
  live.follow({ topics: ['status', ...(page.follow?.topics ?? [])].join(','), ...page.follow?.filter });
  const listen = (type) =>
    live.addEventListener(type, (message) => page.takes?.(type, message.detail) || refresh(), { signal });
  ['row', 'event', 'rejected', 'reset'].forEach(listen);
  signal.addEventListener('abort', () => refresh.cancel());
}

async function update(root, signal, page) {
  try {
    const data = await page.load(signal);
    if (!signal.aborted) {
      morph(root, h('div', null, page.render(data)));
      page.shown?.(root);
    }
  } catch (error) {
    // What is shown stays: the banner says that it's of before, and the next connection reads again.
    if (error instanceof ApiError && error.status !== 0 && error.status < 500) {
      fail(root, signal, error, () => show({ root, signal }, page));
    }
  }
}

function fail(root, signal, error, again) {
  if (signal.aborted || error.name === 'AbortError') {
    return;
  }
  const problem = error instanceof ApiError ? error.problem : { status: null, title: 'The page could not be shown', detail: error.message };
  root.replaceChildren(failure(problem, again));
  if (problem.status === 0) {
    live.addEventListener('reset', again, { signal, once: true });
  }
  if (problem.status === null) {
    console.error(error);
  }
}

/** Calls at once, then at most every so often while asked again; the last ask is never lost. */
function throttled(action, everyMs) {
  let timer = null;
  let asked = false;
  const run = async () => {
    asked = false;
    timer = setTimeout(() => { timer = null; if (asked) { run(); } }, everyMs);
    await action();
  };
  const ask = () => { asked = true; if (timer === null) { run(); } };
  ask.cancel = () => { clearTimeout(timer); timer = -1; };
  return ask;
}
