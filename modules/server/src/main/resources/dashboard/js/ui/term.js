// Words that are explained where they stand: by pointer, by keyboard and to a screen reader.

import { h } from './dom.js';

const MARGIN = 8;

/** A word with its definition. */
export const term = (text, definition) =>
  definition ? h('button', { type: 'button', class: 'term', data: { tip: definition }, 'aria-describedby': 'tip' }, text) : text;

/** Shows the definition of whatever term is pointed at or focused. */
export function tips() {
  const tip = document.getElementById('tip');
  const of = (target) => target.closest?.('.term');
  const open = (event) => of(event.target) && place(tip, of(event.target));
  const close = (event) => of(event.target) && (tip.hidden = true);
  ['mouseover', 'focusin', 'click'].forEach((type) => document.addEventListener(type, open));
  document.addEventListener('mouseout', close);
  document.addEventListener('focusout', close);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && (tip.hidden = true));
}

function place(tip, word) {
  tip.textContent = word.dataset.tip;
  tip.hidden = false;
  const at = word.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  const below = at.bottom + height + MARGIN < innerHeight;
  tip.style.setProperty('left', `${left}px`);
  tip.style.setProperty('top', `${below ? at.bottom + 6 : at.top - height - 6}px`);
}
