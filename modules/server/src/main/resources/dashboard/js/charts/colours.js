// Colours of the style sheet for a canvas, looked up once a theme.

const NAMES = ['paper', 'ink', 'muted', 'land', 'border', 'dot', 'ring', 'accent', 'opened', 'closed'];
let cache = null;

export function colours() {
  if (!cache) {
    const style = getComputedStyle(document.documentElement);
    cache = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }
  return cache;
}

window.addEventListener('theme', () => { cache = null; });
