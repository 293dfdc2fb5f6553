// A place for a picture that is as wide as its column, and drawn anew when that changes.

import { h } from '../ui/dom.js';

/**
 * A box that holds what `draw(width)` gives.
 *
 * @param made of what it's drawn, as text: a page that is shown anew keeps a drawing of the same
 */
export function drawing(made, draw, className = 'chart') {
  const box = h('div', { class: className });
  box.drawn = made;
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now > 0 && now !== width) {
      width = now;
      box.replaceChildren(draw(now));
    }
  }).observe(box);
  return box;
}

/** The smallest of 1, 2, 5, 10, 20, ... that is not less. */
export function round(n) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= n);
}
