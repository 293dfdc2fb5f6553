// Cities on a map, on a canvas: the land is drawn once, the cities at every frame of the slider.

import { h } from '../ui/dom.js';
import { lines, path, project, REGIONS, windowOn } from './world.js';
import { colours } from './colours.js';
import { place as labels } from './labels.js';

const ASPECT = 0.52;
const LEAST_HEIGHT = 220;
const HIT_PX = 8;
let shapes = null;

/** The coastlines, read once. */
export async function geography() {
  if (!shapes) {
    const data = await (await fetch('/data/land.json')).json();
    shapes = { land: lines(data.land), borders: lines(data.borders) };
  }
}

export class WorldMap {
  #land = document.createElement('canvas');
  #points = [];
  #hot = null;
  #biggest = 1;
  #window = null;

  /** @param open what to do when a city is chosen: `open(id)`; `over(id)` when it is pointed at */
  constructor(region, open, over) {
    this.region = region;
    this.canvas = h('canvas', { role: 'img', 'aria-label': 'Map of the cities by accounts. The table of the ranking has the same numbers.' });
    this.element = h('div', { class: 'map' }, this.canvas);
    this.canvas.addEventListener('pointermove', (event) => { this.point(this.#under(event)); over(this.#hot); });
    this.canvas.addEventListener('pointerleave', () => { this.point(null); over(null); });
    this.canvas.addEventListener('click', () => this.#hot && open(this.#hot));
    new ResizeObserver(() => this.resize()).observe(this.element);
  }

  /** Draws these cities from now on: `{ id, name, lon, lat, value, change, inexact, dim }`; `biggest` sets the scale. */
  show(points, biggest) {
    this.#points = points;
    this.#biggest = Math.max(1, biggest);
    this.draw();
  }

  /** Points out one city. */
  point(id) {
    if (this.#hot !== id) {
      this.#hot = id;
      this.canvas.style.setProperty('cursor', id ? 'pointer' : 'default');
      this.draw();
    }
  }

  resize() {
    const width = this.element.clientWidth;
    if (!width) {
      return;
    }
    const height = Math.max(LEAST_HEIGHT, Math.round(width * ASPECT));
    const ratio = Math.min(2, devicePixelRatio || 1);
    for (const canvas of [this.canvas, this.#land]) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
    }
    this.canvas.style.setProperty('height', `${height}px`);
    this.#window = { ...windowOn(REGIONS[this.region][1], width, height), width, height, ratio };
    this.#drawLand();
    this.draw();
  }

  #drawLand() {
    if (!shapes || !this.#window) {
      return;
    }
    const { width, height, ratio } = this.#window;
    const brush = this.#land.getContext('2d');
    const colour = colours();
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.clearRect(0, 0, width, height);
    brush.fillStyle = colour.land;
    brush.fill(path(shapes.land, this.#window, true), 'evenodd');
    brush.strokeStyle = colour.border;
    brush.lineWidth = 0.6;
    brush.stroke(path(shapes.borders, this.#window, false));
  }

  draw() {
    if (!this.#window) {
      return;
    }
    const { width, height, ratio } = this.#window;
    const brush = this.canvas.getContext('2d');
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, this.canvas.width, this.canvas.height);
    brush.drawImage(this.#land, 0, 0);
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    const shown = this.#placed().filter((p) => p.x > -20 && p.x < width + 20 && p.y > -20 && p.y < height + 20);
    const colour = colours();
    shown.forEach((p) => dot(brush, p, colour, p.id === this.#hot));
    labels(brush, shown, this.#hot, colour, width);
  }

  #placed() {
    const { k, dx, dy, width } = this.#window;
    const most = Math.min(34, Math.max(14, width / 26));
    return this.#points
      .map((p) => {
        p.plane ??= project(p.lon, p.lat);
        return { ...p, x: k * p.plane[0] + dx, y: k * p.plane[1] + dy, r: p.value > 0 ? Math.max(3.5, most * Math.sqrt(p.value / this.#biggest)) : 2 };
      })
      .sort((a, b) => b.r - a.r);
  }

  #under(event) {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const near = this.#placed().map((p) => ({ id: p.id, gap: Math.hypot(p.x - x, p.y - y) - p.r })).sort((a, b) => a.gap - b.gap)[0];
    return near && near.gap < HIT_PX ? near.id : null;
  }

  /** Another theme: all colours anew. */
  repaint() {
    this.#drawLand();
    this.draw();
  }
}

/** Growing and shrinking differ in colour, and by the mark beside the name; what is inexact has a broken line. */
function dot(brush, p, colour, hot) {
  brush.globalAlpha = p.dim ? 0.25 : 1;
  brush.beginPath();
  brush.arc(p.x, p.y, p.r, 0, 2 * Math.PI);
  if (p.value > 0) {
    brush.globalAlpha *= p.inexact ? 0.45 : 1;
    brush.fillStyle = colour.dot;
    brush.fill();
    brush.globalAlpha = p.dim ? 0.25 : 1;
    brush.setLineDash(p.inexact ? [4, 3] : []);
    brush.strokeStyle = p.change > 0 ? colour.opened : p.change < 0 ? colour.closed : p.inexact ? colour.accent : colour.ring;
    brush.lineWidth = hot ? 3 : p.change ? 2.4 : 1.4;
  } else {
    brush.setLineDash([]);
    brush.fillStyle = colour.land;
    brush.fill();
    brush.strokeStyle = colour.muted;
    brush.lineWidth = 1;
  }
  brush.stroke();
  brush.setLineDash([]);
  brush.globalAlpha = 1;
}
