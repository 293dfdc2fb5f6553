// The stream of changes. Read by fetch rather than EventSource: that sends the bearer token, too, and tells at once when the
// server is gone.

import { headers, query } from './api.js';

const QUIET_MS = 16_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;
const POLL_MS = 3_000;
const POLLS = 20;
const REFUSALS = [401, 403];

/** Emits `row`, `event`, `rejected`, `status`, `reset` and, when the connection changes, `state`. */
class Live extends EventTarget {
  state = 'connecting';
  status = null;
  since = Date.now();
  #abort = null;
  #params = null;
  #lastId = null;
  #retryMs = FIRST_RETRY_MS;
  #wake = null;

  /** Follows other topics from now on; what was missed since the page began to load comes as `reset`. */
  follow(params) {
    this.#params = params;
    this.#lastId = null;
    this.#retryMs = FIRST_RETRY_MS;
    this.#restart();
  }

  /** Tries again now. */
  retry() {
    this.#retryMs = FIRST_RETRY_MS;
    this.#wake?.();
  }

  #restart() {
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.#run(this.#abort.signal);
  }

  async #run(signal) {
    while (!signal.aborted) {
      let refused = false;
      try {
        refused = await this.#read(signal);
      } catch {
        // Any end is the same to the reader: what counts is that it's said and tried again.
      }
      if (!signal.aborted) {
        this.#become(refused ? 'refused' : 'reconnecting');
        await this.#pause(signal);
      }
    }
  }

  /** Reads until the stream ends; true when the server refuses this caller. */
  async #read(signal) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop);
    let quiet = setTimeout(stop, QUIET_MS);
    try {
      const response = await fetch(`/api/v1/stream${query(this.#params)}`, { headers: this.#headers(), signal: attempt.signal });
      if (!response.ok) {
        clearTimeout(quiet);
        if (!REFUSALS.includes(response.status)) {
          await this.#poll(signal);
        }
        return REFUSALS.includes(response.status);
      }
      this.#opened('live');
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of chunks(response.body)) {
        clearTimeout(quiet);
        quiet = setTimeout(stop, QUIET_MS);
        const blocks = (rest + decoder.decode(chunk, { stream: true })).replaceAll('\r\n', '\n').split('\n\n');
        rest = blocks.pop();
        blocks.forEach((block) => this.#message(block));
      }
      return false;
    } finally {
      clearTimeout(quiet);
      signal.removeEventListener('abort', stop);
    }
  }

  #headers() {
    return { Accept: 'text/event-stream', ...headers(), ...(this.#lastId ? { 'Last-Event-ID': this.#lastId } : {}) };
  }

  /** Where there is no stream to be had (too many of them, say): asks every few seconds, and for a stream again in a minute. */
  async #poll(signal) {
    for (let n = 0, tag = null; n < POLLS && !signal.aborted; n++) {
      const options = { headers: headers(), signal };
      const [status, rows] = await Promise.all([fetch('/api/v1/status', options), fetch('/api/v1/banks?limit=1', options)]);
      if (!status.ok) {
        return;
      }
      this.#opened('polling');
      this.#take('status', await status.text());
      if (tag !== null && tag !== rows.headers.get('ETag')) {
        this.#emit('reset');
      }
      tag = rows.headers.get('ETag');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  #opened(state) {
    const again = this.state === 'reconnecting' || this.state === 'refused';
    this.#retryMs = FIRST_RETRY_MS;
    this.#become(state);
    if (again) {
      this.#emit('reset');
    }
  }

  #message(block) {
    const fields = { event: 'message', data: [] };
    for (const line of block.split('\n')) {
      const [, name, value] = /^(\w*):? ?(.*)$/s.exec(line) ?? [];
      if (name === 'data') {
        fields.data.push(value);
      } else if (name) {
        fields[name] = value;
      }
    }
    this.#lastId = fields.id ?? this.#lastId;
    if (fields.data.length || fields.event === 'reset') {
      this.#take(fields.event, fields.data.join('\n'));
    }
  }

  #take(type, data) {
    const detail = data ? JSON.parse(data) : null;
    if (type === 'status') {
      this.status = detail;
    }
    this.#emit(type, detail);
  }

  #become(state) {
    if (this.state !== state) {
      this.state = state;
      this.since = Date.now();
      this.#emit('state');
    }
  }

  #pause(signal) {
    const wait = this.#retryMs;
    this.#retryMs = Math.min(LAST_RETRY_MS, wait * 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#wake = () => { clearTimeout(timer); resolve(); };
      signal.addEventListener('abort', this.#wake, { once: true });
    });
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

async function* chunks(body) {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    yield value;
  }
}

export const live = new Live();
