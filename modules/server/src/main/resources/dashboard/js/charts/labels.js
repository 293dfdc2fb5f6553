// Names on the map: of the largest cities, and only where they cover nothing.

import { number } from '../format.js';

const HEIGHT = 14;
const MOST = 14;
const widths = new Map();

export function place(brush, points, hot, colour, width) {
  brush.font = '500 12px system-ui, sans-serif';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  const taken = [];
  const order = [...points.filter((p) => p.id === hot), ...points.filter((p) => p.id !== hot && p.value > 0 && !p.dim)];
  for (const p of order) {
    if (taken.length === MOST) {
      return;
    }
    const text = label(p);
    const w = widthOf(brush, text);
    const box = free(p, w, taken, width);
    if (box || p.id === hot) {
      const at = box ?? { x: p.x + p.r + 5, y: p.y - HEIGHT / 2 };
      taken.push({ ...at, w });
      brush.strokeStyle = colour.paper;
      brush.lineWidth = 3;
      brush.strokeText(text, at.x, at.y + HEIGHT / 2);
      brush.fillStyle = colour.ink;
      brush.fillText(text, at.x, at.y + HEIGHT / 2);
    }
  }
}

/** Characters are measured once: a text is about as wide as they are, and measuring it costs more than all else in a frame. */
function widthOf(brush, text) {
  let width = 0;
  for (const character of text) {
    let w = widths.get(character);
    if (w === undefined) {
      w = brush.measureText(character).width;
      widths.set(character, w);
    }
    width += w;
  }
  return width;
}

const label = (p) => `${p.name} ${number(p.value)}${p.change > 0 ? ` ▲${p.change}` : p.change < 0 ? ` ▼${-p.change}` : ''}`;

function free(p, w, taken, width) {
  const y = p.y - HEIGHT / 2;
  const sides = [{ x: p.x + p.r + 5, y }, { x: p.x - p.r - 5 - w, y }, { x: p.x - w / 2, y: p.y - p.r - HEIGHT - 2 }, { x: p.x - w / 2, y: p.y + p.r + 2 }];
  const clear = (at) => at.x > 2 && at.x + w < width - 2 && taken.every((t) => at.x > t.x + t.w + 4 || at.x + w + 4 < t.x || at.y > t.y + HEIGHT || at.y + HEIGHT < t.y);
  return sides.find(clear);
}
