// Records that are no events, with all that is wrong with them.

import { get } from '../api.js';
import { h } from '../ui/dom.js';
import { pager } from '../ui/table.js';
import { recorded } from '../ui/event.js';
import { empty } from '../ui/states.js';
import { plural, words } from '../format.js';
import { head } from './feed.js';

const LIMIT = 50;

const REASONS = {
  UNDECODABLE: 'its bytes are no record of any schema',
  UNKNOWN_SCHEMA: 'the registry does not know its schema',
  NEWER_SCHEMA: 'it has values that this version does not know; publish it again after the upgrade',
  INVALID: 'it breaks rules of events',
  WRONG_KEY: 'its key is not that of its bank and firm',
  WRONG_PARTITION: 'its partition is not that of its key',
  FAR_FUTURE: 'it is dated more than a year after it was recorded',
};

export const rejected = ({ query }) => ({
  title: 'Rejected',
  follow: { topics: query.get('cursor') ? [] : ['rejected'] },
  load: (signal) => get('/rejected', { limit: LIMIT, cursor: query.get('cursor') }, signal),
  render: (page) =>
    h('article', { class: 'page' },
      head('/feed/rejected'),
      h('p', { class: 'lede' }, 'Records that the topology could not count. They are kept for 90 days, and may be mended and sent again: mooring rejected republish.'),
      page.items.length
        ? [h('ol', { class: 'events', 'aria-label': 'Rejected records' }, page.items.map(line)), pager('cursor', plural(page.items.length, 'record'), page.next)]
        : empty('Nothing was rejected', 'Every record that was read is an event.')),
});

const line = (record) =>
  h('li', { class: 'event', data: { key: `${record.origin.partition}/${record.origin.offset}` } },
    h('div', { class: 'when' }, h('time', { datetime: record.recordedAt }, recorded(record.recordedAt))),
    h('div', { class: 'what' },
      h('p', { class: 'event-title' }, h('strong', null, words(record.reason)), REASONS[record.reason] ? `: ${REASONS[record.reason]}` : ''),
      h('ul', { class: 'problems' }, (record.problems ?? []).map((problem) => h('li', null, typeof problem === 'string' ? problem : [h('code', null, problem.pointer ?? ''), ` ${problem.message}`]))),
      h('p', { class: 'proof quiet' }, `${record.origin.topic}, partition ${record.origin.partition}, offset ${record.origin.offset}`, record.key ? `, key ${record.key}` : ''),
      record.value ? h('details', null, h('summary', null, 'The record'), h('pre', null, record.value)) : null));
