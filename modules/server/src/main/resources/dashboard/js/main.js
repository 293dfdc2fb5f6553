// The dashboard: an address in, a page out.

import { find, listen, route } from './router.js';
import * as shell from './shell.js';
import * as names from './names.js';
import { show } from './page.js';
import { tips } from './ui/term.js';
import { hubs } from './pages/hubs.js';
import { banks } from './pages/banks.js';
import { party } from './pages/party.js';
import { explain } from './pages/explain.js';
import { relationship } from './pages/relationship.js';
import { feed } from './pages/feed.js';
import { rejected } from './pages/rejected.js';
import { publish } from './pages/publish.js';
import { lost } from './pages/lost.js';

route('/', hubs);
route('/banks', banks);
route('/city/:id', party('city'));
route('/bank/:id', party('bank'));
route('/city/:id/explain/:field', explain('city'));
route('/bank/:id/explain/:field', explain('bank'));
route('/relationship/:bank/:firm', relationship);
route('/feed', feed);
route('/feed/rejected', rejected);
route('/publish', publish);

const main = document.getElementById('main');
let shown = null;
let path = null;

/** Shows the page of the address; one of the same path keeps its scroll position. */
function turn() {
  shown?.abort();
  shown = new AbortController();
  const moved = path !== null && path !== location.pathname;
  path = location.pathname;
  const { page, params } = find(path) ?? { page: lost, params: {} };
  const context = { root: main, signal: shown.signal, params, query: new URLSearchParams(location.search) };
  const spec = page(context);
  document.title = `${spec.title} · Mooring`;
  shell.mark(path);
  if (moved) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  show(context, { ...spec, load: (signal) => loaded(spec, signal) });
}

/** Names are part of every page; pages go without them when they can't be had. */
async function loaded(spec, signal) {
  const [data] = await Promise.all([spec.load(signal), names.load().catch(() => {})]);
  document.title = `${spec.titled?.() ?? spec.title} · Mooring`;
  return data;
}

tips();
shell.start();
listen(turn);
turn();
