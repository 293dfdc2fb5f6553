// An address that leads nowhere.

import { h } from '../ui/dom.js';

export const lost = () => ({
  title: 'No such page',
  load: async () => null,
  render: () =>
    h('section', { class: 'failure' },
      h('h1', null, 'No such page'),
      h('p', null, `${location.pathname} is no address of the dashboard.`),
      h('p', null, h('a', { href: '/' }, 'To the hubs'))),
});
