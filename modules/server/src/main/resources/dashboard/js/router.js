// Real paths, and a page for each: every state of the dashboard has an address.

const ROUTES = [];

/** Adds a page for a pattern such as `/city/:id`. */
export function route(pattern, page) {
  const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const shape = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}/?$`);
  ROUTES.push({ shape, names, page });
}

/** The page of a path, with its parameters; none when there is no such page. */
export function find(path) {
  for (const { shape, names, page } of ROUTES) {
    const match = shape.exec(path);
    if (match) {
      return { page, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1])])) };
    }
  }
  return null;
}

/** Shows another address, as a link would. */
export function go(url) {
  if (url !== location.pathname + location.search) {
    history.pushState(null, '', url);
  }
  window.dispatchEvent(new Event('route'));
}

/** Writes the state of the page into its address, without a new entry in the history. */
export function note(params) {
  history.replaceState(null, '', here(params));
}

/** This address with other parameters; what is empty goes. */
export function here(params) {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(params)) {
    search.delete(name);
    [value].flat().filter((v) => v !== null && v !== undefined && v !== '').forEach((v) => search.append(name, v));
  }
  const text = search.toString();
  return location.pathname + (text ? `?${text}` : '');
}

/** Follows links within the dashboard, and the browser's back and forward. */
export function listen(show) {
  window.addEventListener('popstate', show);
  window.addEventListener('route', show);
  document.addEventListener('click', (click) => {
    const link = click.target.closest?.('a[href]');
    const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    if (!link || !plain || click.defaultPrevented || link.target || link.hasAttribute('download')) {
      return;
    }
    const url = new URL(link.href);
    if (url.origin === location.origin && find(url.pathname)) {
      click.preventDefault();
      go(url.pathname + url.search);
    }
  });
}
