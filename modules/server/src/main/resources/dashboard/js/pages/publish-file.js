// A file of events: checked line by line, then published when told to, in parts, with what became of every line.

import { post } from '../api.js';
import { h } from '../ui/dom.js';
import { section } from '../ui/figures.js';
import { said } from '../ui/states.js';
import { number, plural } from '../format.js';

const PART = 500;
const SHOWN = 200;
const NDJSON = 'application/x-ndjson';

export function fileDrop(signal) {
  const out = h('div', { class: 'file-result', 'aria-live': 'polite' });
  const input = h('input', { id: 'file', type: 'file', accept: '.jsonl,.ndjson,.json,.csv,application/json,text/csv', class: 'hidden', on: { change: () => input.files[0] && take(input.files[0]) } });
  const take = (file) => new FileRun(file, out, signal).check();
  const over = (event) => { event.preventDefault(); drop.classList.toggle('over', event.type === 'dragover'); };
  const drop = h('label', { class: 'drop', for: 'file', on: { dragover: over, dragleave: over, drop: (event) => { over(event); event.dataTransfer.files[0] && take(event.dataTransfer.files[0]); } } },
    h('strong', null, 'Drop a file here, or choose one'), h('span', null, 'JSON lines, a JSON array, or CSV with a row of field names'));
  return section('A file of events', 'Lines are checked first. Files of millions are quicker by mooring publish FILE.', input, drop, out);
}

class FileRun {
  constructor(file, out, signal) {
    this.file = file;
    this.out = out;
    this.signal = signal;
    this.bar = h('progress', { max: '1', value: '0', 'aria-label': 'Progress' });
    this.said = h('p', { class: 'check-summary' });
  }

  async check() {
    try {
      const text = await this.file.text();
      this.csv = /\.csv$/i.test(this.file.name) ? text : null;
      this.lines = this.csv ? [] : linesOf(text);
      const bad = this.csv ? await this.#whole('/events/check') : await this.#inParts(this.lines, '/events/check', 'Checked');
      this.#checked(bad);
    } catch (error) {
      this.#failed(error);
    }
  }

  #checked(bad) {
    const wrong = new Set(bad.map((line) => line.line));
    const good = this.lines.filter((line) => !wrong.has(line.line));
    if (!this.lines.length && !this.csv) {
      this.out.replaceChildren(h('p', { class: 'check-summary' }, `${this.file.name}: has no line.`));
      return;
    }
    this.#show(`${this.file.name}: ${plural(good.length, 'good line')}, ${plural(bad.length, 'line')} with problems. Nothing is published yet.`, bad,
      good.length ? h('button', { type: 'button', class: 'primary', on: { click: () => this.#publish(good, bad) } }, `Publish the ${plural(good.length, 'good line')}`) : null);
  }

  async #publish(good, before) {
    try {
      const bad = this.csv ? await this.#whole('/events') : await this.#inParts(good, '/events', 'Published');
      const known = new Set(before.map((line) => line.line));
      const late = bad.filter((line) => !known.has(line.line));
      this.#show(`${this.file.name}: ${plural(good.length - late.length, 'event')} published${late.length ? `, ${number(late.length)} refused` : ''}.`, [...before, ...late].sort((a, b) => a.line - b.line), null);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Sends CSV in one piece, since a record may go over several lines; gives the records that have problems. */
  async #whole(path) {
    this.out.replaceChildren(this.bar, this.said);
    const { results } = await post(path, this.csv, 'text/csv', this.signal);
    this.lines = results.map((result) => ({ line: result.line }));
    return results.filter(refused).map((result) => ({ line: result.line, problems: problemsOf(result) }));
  }

  /** Sends lines in parts; gives those that have problems. */
  async #inParts(lines, path, verb) {
    const bad = lines.filter((line) => line.problem).map((line) => ({ line: line.line, problems: [{ message: line.problem }] }));
    const sent = lines.filter((line) => !line.problem);
    this.out.replaceChildren(this.bar, this.said);
    for (let at = 0; at < sent.length; at += PART) {
      const part = sent.slice(at, at + PART);
      const { results } = await post(path, `${part.map((line) => line.text).join('\n')}\n`, NDJSON, this.signal);
      for (const [i, result] of results.entries()) {
        if (refused(result)) {
          bad.push({ line: part[i].line, problems: problemsOf(result) });
        }
      }
      this.done = Math.min(sent.length, at + PART);
      this.bar.value = this.done / sent.length;
      this.said.textContent = `${verb} ${number(this.done)} of ${number(sent.length)}`;
    }
    return bad;
  }

  #show(text, bad, action) {
    const shown = bad.slice(0, SHOWN);
    this.out.replaceChildren(h('p', { class: 'check-summary', data: { bad: String(bad.length > 0) } }, text), action ?? '',
      bad.length ? h('ol', { class: 'line-results', 'aria-label': 'Lines with problems' }, shown.map(({ line, problems }) => h('li', null, h('strong', null, `Line ${number(line)}`), h('ul', null, problems.map((problem) => h('li', null, h('code', null, problem.pointer ?? ''), ' ', said(problem), problem.suggestion ? ` (${problem.suggestion}?)` : '')))))) : '',
      bad.length > SHOWN ? h('p', { class: 'quiet' }, `and ${number(bad.length - SHOWN)} more`) : '');
  }

  #failed(error) {
    if (error.name !== 'AbortError') {
      const until = this.done ? ` The first ${number(this.done)} lines went through; sending the file again is safe.` : '';
      this.out.replaceChildren(h('p', { class: 'check-summary', role: 'alert', data: { bad: 'true' } }, `${this.file.name}: ${error.message}${until}`));
    }
  }
}

const refused = (result) => Boolean(result.problems?.length) || (result.status !== undefined && result.status !== 'ACCEPTED');
const problemsOf = (result) => (result.problems?.length ? result.problems : [{ message: result.detail ?? result.status }]);

/** Lines `{ line, text }` of a file; those that are no JSON have a `problem`. */
function linesOf(text) {
  if (text.trimStart().startsWith('[')) {
    return JSON.parse(text).map((event, i) => ({ line: i + 1, text: JSON.stringify(event) }));
  }
  return text.split(/\r?\n/).map((line, i) => ({ line: i + 1, text: line.trim() })).filter((line) => line.text).map(parsed);
}

function parsed(line) {
  try {
    JSON.parse(line.text);
    return line;
  } catch (error) {
    return { ...line, problem: `is no JSON: ${error.message}` };
  }
}
