// What is around every page: navigation, search, theme, the state of the connection and how far behind the numbers are.

import { live } from './live.js';
import { h } from './ui/dom.js';
import { duration, number, time } from './format.js';
import * as names from './names.js';
import * as links from './links.js';
import { go } from './router.js';

const BEHIND_SECONDS = 60;
const THEMES = ['system', 'light', 'dark'];
const $ = (id) => document.getElementById(id);

export function start() {
  theme();
  ['state', 'status'].forEach((type) => live.addEventListener(type, connection));
  setInterval(connection, 1_000);
  connection();
  names.load().then(search, () => {});
  document.querySelector('.jump').addEventListener('submit', jump);
  $('jump').addEventListener('change', jump);
}

/** Marks the page that is shown in the navigation. */
export function mark(path) {
  const section = { city: '/', bank: '/banks', relationship: '/banks' }[path.split('/')[1]] ?? path;
  for (const link of document.querySelectorAll('.bar nav a')) {
    const href = link.getAttribute('href');
    const current = href === '/' ? section === '/' : section.startsWith(href);
    link.toggleAttribute('aria-current', current);
    if (current) {
      link.setAttribute('aria-current', 'page');
    }
  }
}

function connection() {
  const { state, status } = live;
  const words = { connecting: 'Connecting', live: 'Live', polling: 'Every 3 s', reconnecting: 'Reconnecting', refused: 'No access' }[state];
  const label = (state === 'live' || state === 'polling') && status && !status.caughtUp ? 'Catching up' : words;
  const link = $('link-state');
  if (link.textContent !== label) {
    link.textContent = label;
    link.dataset.state = label === words && ['live', 'polling'].includes(state) ? 'live' : state === 'connecting' ? 'connecting' : 'waiting';
  }
  banner(message(state, status));
}

function message(state, status) {
  if (state === 'reconnecting') {
    const shown = !document.querySelector('main :is(.failure, .skeleton)');
    return { text: `Mooring does not answer. ${shown ? `What is shown is as of ${time(live.since)}; it goes on` : 'The page goes on'} by itself when the server is back.`, retry: true };
  }
  if (state === 'connecting' || state === 'refused' || !status) {
    return null;
  }
  if (status.trouble) {
    return { text: status.trouble };
  }
  if (!status.caughtUp) {
    return { text: `The server is reading the rows: ${number(status.lag)} to go.` };
  }
  const behind = status.topology?.behindSeconds ?? 0;
  return behind >= BEHIND_SECONDS
    ? { text: `The topology is ${duration(behind)} behind (${number(status.topology.lag)} records to count): numbers lack what was published since.` }
    : null;
}

function banner(said) {
  const box = $('banner');
  if (box.dataset.text === (said?.text ?? '')) {
    return;
  }
  box.dataset.text = said?.text ?? '';
  box.replaceChildren(...(said ? [h('p', null, said.text), said.retry ? h('button', { type: 'button', on: { click: () => live.retry() } }, 'Try now') : ''] : []));
}

function search() {
  const option = (kind) => (item) => h('option', { value: item.id }, `${item.name} · ${kind}`);
  $('jump-places').replaceChildren(...['city', 'bank', 'firm'].flatMap((kind) => names.list(kind).map(option(kind))));
}

function jump(event) {
  event.preventDefault();
  const wanted = $('jump').value.trim().toLowerCase();
  const hit = (kind) => names.list(kind).find((item) => item.id === wanted || item.name.toLowerCase() === wanted);
  const found = [['city', links.city], ['bank', links.bank], ['firm', (firm) => links.feed({ firm })]].find(([kind]) => hit(kind));
  if (found) {
    $('jump').value = '';
    go(found[1](hit(found[0]).id));
  } else if (event.type === 'submit' && wanted) {
    go(links.bank(wanted));
  }
}

function theme() {
  const button = $('theme');
  const chosen = () => document.documentElement.dataset.theme ?? 'system';
  const say = () => {
    button.textContent = { system: '◐', light: '○', dark: '●' }[chosen()];
    button.setAttribute('aria-label', `Theme: ${chosen()}. Change it`);
    button.title = `Theme: ${chosen()}`;
  };
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length];
    if (next === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = next;
    }
    localStorage.setItem('mooring.theme', next);
    say();
    window.dispatchEvent(new Event('theme'));
  });
  for (const media of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(media).addEventListener('change', () => window.dispatchEvent(new Event('theme')));
  }
  say();
}
