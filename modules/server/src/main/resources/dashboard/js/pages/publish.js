// Events by hand and by file.

import { h } from '../ui/dom.js';
import { live } from '../live.js';
import { EventForm } from './publish-form.js';
import { fileDrop } from './publish-file.js';

export const publish = ({ query, signal }) => ({
  title: 'Publish',
  follow: { topics: [] },
  load: async () => null,
  takes: () => true,
  render: () => {
    const may = live.status?.publish ?? true;
    return h('article', { class: 'page publish' },
      h('header', { class: 'page-head' },
        h('h1', null, 'Publish'),
        h('p', { class: 'lede' }, 'An event is one reported fact. It is checked while you type; nothing is published before you say so.'),
        may ? null : h('p', { class: 'notice' }, 'This reader may not publish: a token with the role publish is needed.')),
      new EventForm(query, signal).element,
      fileDrop(signal));
  },
});
