// Loading, empty and failed: states that are meant, and say what to do.

import { h } from './dom.js';
import { token } from '../api.js';
import * as links from '../links.js';
import { find } from '../router.js';

export const skeleton = () =>
  h('div', { class: 'skeleton', 'aria-busy': 'true' },
    h('p', { class: 'hidden', role: 'status' }, 'Loading'),
    ['title', 'line', 'block', 'line', 'line'].map((kind) => h('div', { class: `bone ${kind}` })));

/** Nothing to show; the children say why, and what would change it. */
export const empty = (title, ...children) => h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), children.map((child) => h('p', null, child)));

/** A problem as a sentence: the value, where there is one, and what's wrong with it. */
export const said = (problem) => `${problem.value ? `${problem.value}: ` : ''}${problem.message}`;

export function failure(problem, again) {
  if (problem.status === 401 || problem.status === 403) {
    return tokenForm(problem, again);
  }
  return h('section', { class: 'failure', role: 'alert' },
    h('h1', null, problem.status === 404 ? 'Nothing is known of that' : problem.title),
    h('p', null, problem.detail),
    problem.suggestions?.length ? h('p', null, 'Did you mean ', suggestions(problem.suggestions)) : null,
    h('p', null, problem.status === 404 ? h('a', { href: '/' }, 'To the hubs') : h('button', { type: 'button', on: { click: again } }, 'Try again')));
}

function suggestions(ids) {
  const scope = location.pathname.split('/')[1];
  const address = (id) => (find(links.party(scope, id)) ? links.party(scope, id) : '/');
  return ids.map((id, i) => [i ? ', ' : '', h('a', { href: address(id) }, id)]).concat('?');
}

function tokenForm(problem, again) {
  const input = h('input', { id: 'token', type: 'password', autocomplete: 'off', required: true });
  const submit = (event) => {
    event.preventDefault();
    token.set(input.value.trim());
    again();
  };
  return h('section', { class: 'failure' },
    h('h1', null, problem.status === 401 ? 'A token is needed' : 'This token may not do that'),
    h('p', { role: 'alert' }, problem.detail ?? 'This server asks readers for a token.'),
    h('form', { class: 'token', on: { submit } },
      h('label', { for: 'token' }, 'Token'), input,
      h('button', { type: 'submit' }, 'Use it'),
      h('p', { class: 'hint' }, 'Kept in this tab only, until it is closed.')));
}
