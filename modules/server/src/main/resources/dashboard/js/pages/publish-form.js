// The form of one event: every question with its problems beside it.

import { post } from '../api.js';
import { h } from '../ui/dom.js';
import { words } from '../format.js';
import { said } from '../ui/states.js';
import { eventOf, FIELDS, uuid } from '../data/form.js';
import * as names from '../names.js';
import * as links from '../links.js';

const CHECK_AFTER_MS = 250;

export class EventForm {
  #timer = null;
  #asked = 0;
  #touched = new Set();

  /** @param query values to begin with: `?bank=za-bank&type=ACCOUNT_OPENED` */
  constructor(query, signal) {
    this.signal = signal;
    this.fields = new Map(FIELDS.map((field) => [field.name, control(field, query.get(field.name))]));
    this.summary = h('p', { class: 'check-summary', role: 'status' });
    this.remarks = h('div', { class: 'remarks', 'aria-live': 'polite' });
    this.done = h('div', { class: 'done', 'aria-live': 'polite' });
    this.button = h('button', { type: 'submit', class: 'primary' }, 'Publish');
    this.preview = h('pre', { class: 'preview', 'aria-label': 'The event as JSON', tabindex: '0' });
    const part = (more) => FIELDS.filter((field) => Boolean(field.more) === more).map((field) => this.fields.get(field.name).element);
    this.element = h('form', { class: 'event-form', novalidate: true, 'aria-label': 'One event', on: { submit: (event) => this.#publish(event), input: (event) => this.#changed(event) } },
      h('div', { class: 'questions' }, part(false)),
      h('details', null, h('summary', null, 'More: status, dates, who, product, id'), h('div', { class: 'questions' }, part(true))),
      h('div', { class: 'send' }, this.button, this.summary),
      this.remarks,
      this.done,
      h('details', null, h('summary', null, 'As JSON'), this.preview));
    if (!this.#value('id')) {
      this.fields.get('id').input.value = uuid();
    }
    this.#ask();
  }

  #value = (name) => this.fields.get(name).input.value;

  #event() {
    return eventOf(Object.fromEntries(FIELDS.map((field) => [field.name, this.#value(field.name)])));
  }

  #changed(event) {
    this.#touched.add(event.target.name);
    this.done.replaceChildren();
    this.#ask();
  }

  #ask() {
    const type = this.#value('type');
    this.fields.forEach(({ element, choose }, name) => {
      element.hidden = !(FIELDS.find((field) => field.name === name).shown?.(type) ?? true);
      choose?.(type);
    });
    this.preview.textContent = JSON.stringify(this.#event(), null, 2);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), CHECK_AFTER_MS);
  }

  async #check() {
    const asked = ++this.#asked;
    try {
      const { results } = await post('/events/check', JSON.stringify(this.#event()), 'application/json', this.signal);
      if (asked === this.#asked) {
        this.#tell(results[0]?.problems ?? [], results[0]?.remarks ?? [], false);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        error.problem?.problems ? this.#tell(error.problem.problems, [], false) : this.#say(`It could not be checked: ${error.message}`, true);
      }
    }
  }

  /** Problems of questions that were not touched yet are counted, not shown, until publishing is tried. */
  #tell(problems, remarks, all) {
    const of = (note) => (note.pointer ?? '').split('/').filter((part) => part && !/^\d+$/.test(part))[0];
    this.fields.forEach((field, name) => field.show(all || this.#touched.has(name) ? problems.filter((problem) => of(problem) === name) : [], [], () => this.#changed({ target: field.input })));
    const rest = problems.filter((problem) => !this.fields.has(of(problem))).map(said);
    const open = problems.length - rest.length;
    this.#say([...rest, open ? `${open} ${open === 1 ? 'answer is' : 'answers are'} still missing or wrong.` : rest.length ? '' : 'Ready to publish.'].filter(Boolean).join(' '), problems.length > 0);
    this.remarks.replaceChildren(...remarks.map((remark) => h('p', { class: 'remark' }, remark)));
  }

  #say(text, bad) {
    this.summary.textContent = text;
    this.summary.dataset.bad = String(bad);
  }

  async #publish(submit) {
    submit.preventDefault();
    clearTimeout(this.#timer);
    this.#asked++;
    const event = this.#event();
    this.button.disabled = true;
    try {
      const answer = await post('/events', JSON.stringify(event), 'application/json', this.signal);
      this.#published(event, answer);
    } catch (error) {
      this.#refused(error);
    } finally {
      this.button.disabled = false;
    }
  }

  #published(event, answer) {
    const where = answer.results?.[0] ?? {};
    const link = (kind) => event[kind] && h('a', { href: links.party(kind, event[kind]) }, names.name(kind, event[kind]));
    const ties = event.bank && event.firm && h('a', { href: links.relationship(event.bank, event.firm) }, 'the relationship');
    this.done.replaceChildren(h('p', { class: 'notice good' }, h('strong', null, 'Published. '), `${words(event.type)}, partition ${where.partition}, offset ${where.offset}. See `, [link('bank'), link('city'), ties, h('a', { href: '/feed' }, 'the feed')].filter(Boolean).flatMap((a, i) => [i ? ', ' : '', a]), '.'));
    this.fields.get('id').input.value = uuid();
    this.fields.get('revision').input.value = '';
    this.#touched.clear();
    this.#say('Another one may follow.', false);
    this.preview.textContent = JSON.stringify(this.#event(), null, 2);
  }

  #refused(error) {
    if (error.name === 'AbortError') {
      return;
    }
    if (error.problem?.problems) {
      this.#tell(error.problem.problems, [], true);
      this.element.querySelector('[aria-invalid="true"]')?.focus();
    } else {
      this.#say(`It was not published: ${error.message}`, true);
    }
  }
}

/** A question: its label, its input, its hint and its problems. */
function control(field, value) {
  const id = `field-${field.name}`;
  const says = h('p', { class: 'says', id: `${id}-says` });
  const input = entry(field, id, value);
  const list = field.list ? h('datalist', { id: `${id}-list` }, names.list(field.list).map((item) => h('option', { value: item.id }, item.name))) : null;
  const hint = field.hint ? h('p', { class: 'hint', id: `${id}-hint` }, field.hint) : null;
  const show = (problems, remarks, changed) => {
    input.setAttribute('aria-invalid', String(problems.length > 0));
    const use = (text) => h('button', { type: 'button', class: 'chip', on: { click: () => { input.value = text; changed(); input.focus(); } } }, `Use ${text}`);
    says.replaceChildren(...[...problems, ...remarks].flatMap((note) => [h('span', { class: problems.includes(note) ? 'problem' : 'remark' }, typeof note === 'string' ? note : said(note)), note.suggestion ? use(note.suggestion) : '']));
  };
  let offered = null;
  const choose = field.options && ((type) => {
    const options = field.options(type);
    if (offered !== options.join()) {
      offered = options.join();
      const before = input.value || value || '';
      input.replaceChildren(h('option', { value: '' }, field.none ?? ''), ...options.map((option) => h('option', { value: option }, words(option))));
      input.value = options.includes(before) ? before : '';
    }
  });
  choose?.('');
  return { element: h('div', { class: field.long ? 'question long' : 'question' }, h('label', { for: id }, field.label), input, list, hint, says), input, show, choose };
}

function entry(field, id, value) {
  const described = `${id}-says${field.hint ? ` ${id}-hint` : ''}`;
  const shared = { id, name: field.name, 'aria-describedby': described };
  if (field.options) {
    return h('select', shared);
  }
  const more = { autocomplete: 'off', spellcheck: field.long ? 'true' : 'false', list: field.list ? `${id}-list` : null, inputmode: field.number ? 'numeric' : null };
  const input = h(field.long ? 'textarea' : 'input', { ...shared, ...more, rows: field.long ? '3' : null });
  input.value = value ?? '';
  return input;
}
