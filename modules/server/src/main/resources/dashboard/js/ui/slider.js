// A slider over days, with the flows of every month above it, and a button that plays them.

import { h, s } from './dom.js';
import { day, dayText, number } from '../format.js';
import { axis } from '../charts/axis.js';
import { today } from '../format.js';

const PLAY_MS = 24_000;
const HEIGHT = 40;
const BUCKET_DAYS = 30;

export class Slider {
  #frame = null;
  #wanted = null;

  /** @param turned told of the day that is shown, at most once a frame: an index, or null for now */
  constructor(turned) {
    this.turned = turned;
    this.pulse = h('div', { class: 'pulse', 'aria-hidden': 'true' });
    this.input = h('input', { id: 'day', type: 'range', min: '0', max: '1', value: '1', disabled: true, 'aria-label': 'Day', on: { input: () => this.#ask(Number(this.input.value)) } });
    this.button = h('button', { id: 'play', type: 'button', disabled: true, on: { click: () => (this.playing ? this.stop() : this.play()) } }, '▶ Play');
    this.now = h('button', { id: 'now', type: 'button', disabled: true, on: { click: () => { this.stop(); this.#to(this.end); } } }, 'Today');
    this.label = h('output', { class: 'slider-day', for: 'day' }, 'Reading the days');
    this.element = h('div', { class: 'slider' }, this.pulse, this.input, h('div', { class: 'slider-foot' }, this.button, this.label, this.now));
  }

  /** Tells how far the days are read. */
  reading(rows) {
    this.label.textContent = `Reading the days: ${number(rows)}`;
  }

  failed(reason) {
    this.label.textContent = `The days could not be read: ${reason}`;
  }

  /** Days are there; `at` is the one to begin with, null for now. */
  start(model, at) {
    this.first = model.first;
    this.end = Math.min(model.last, today()) - model.first;
    this.input.max = String(this.end);
    [this.input, this.button, this.now].forEach((element) => { element.disabled = false; });
    new ResizeObserver(() => this.flows(model)).observe(this.pulse);
    this.#to(at === null ? this.end : Math.max(0, Math.min(this.end, at)));
  }

  /** Openings above and closings below, month by month, over all cities. */
  flows(model) {
    const width = this.pulse.clientWidth;
    if (!width || this.end === undefined) {
      return;
    }
    const months = [...Array(Math.ceil((this.end + 1) / BUCKET_DAYS))].map(() => ({ up: 0, down: 0 }));
    for (const daily of model.daily.values()) {
      for (let i = 0; i <= this.end; i++) {
        months[Math.floor(i / BUCKET_DAYS)].up += daily.opened[i];
        months[Math.floor(i / BUCKET_DAYS)].down += daily.closed[i];
      }
    }
    const most = Math.max(1, ...months.flatMap(({ up, down }) => [up, down]));
    const step = width / ((this.end + 1) / BUCKET_DAYS);
    const bars = (name, sign) => months.map((month, i) => (month[name] ? `M${(i * step).toFixed(1)} ${HEIGHT / 2}h${Math.max(1, step - 1).toFixed(1)}v${((sign * month[name] * HEIGHT) / 2 / most).toFixed(1)}h-${Math.max(1, step - 1).toFixed(1)}z` : '')).join('');
    this.pulse.replaceChildren(s('svg', { width, height: HEIGHT + 20 },
      axis(this.first, this.first + this.end, { left: 0, right: width, top: 0, bottom: HEIGHT }),
      s('path', { class: 'opened', d: bars('up', -1) }), s('path', { class: 'closed', d: bars('down', 1) })));
  }

  play() {
    this.playing = true;
    this.button.textContent = '❚❚ Pause';
    const from = Number(this.input.value) >= this.end ? 0 : Number(this.input.value);
    const began = performance.now();
    const step = (now) => {
      if (this.playing) {
        const i = Math.min(this.end, from + Math.floor(((now - began) / PLAY_MS) * this.end));
        this.#show(i);
        i < this.end ? requestAnimationFrame(step) : this.stop();
      }
    };
    requestAnimationFrame(step);
  }

  stop() {
    this.playing = false;
    this.button.textContent = '▶ Play';
  }

  /** Input may come more often than frames do: only the last one of a frame is drawn. */
  #ask(i) {
    this.#wanted = i;
    this.#frame ??= requestAnimationFrame(() => { this.#frame = null; this.#show(this.#wanted); });
  }

  #to(i) {
    this.#show(i);
  }

  #show(i) {
    const text = `${day(dayText(this.first + i))}${i >= this.end ? ', today' : ''}`;
    this.input.value = String(i);
    this.input.setAttribute('aria-valuetext', text);
    this.label.textContent = text;
    this.turned(i >= this.end ? null : i);
  }
}
