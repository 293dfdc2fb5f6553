// The events behind one number.

import { get } from '../api.js';
import { h } from '../ui/dom.js';
import { list } from '../ui/event.js';
import { empty } from '../ui/states.js';
import { day, number, plural, words } from '../format.js';
import { definition, label } from '../words.js';
import * as names from '../names.js';
import * as links from '../links.js';
import { here } from '../router.js';

const PAGE = 100;

export const explain = (scope) => ({ params: { id, field }, query }) => {
  const reason = query.get('reason');
  const at = query.get('day');
  const from = Number(query.get('skip') ?? 0);
  return {
    title: `${label(field)} of ${id}`,
    titled: () => `${label(field)} of ${names.name(scope, id)}`,
    follow: { topics: [scope === 'bank' ? 'banks' : 'cities', 'events'], filter: { [scope]: id } },
    load: (signal) => get(`/${scope === 'bank' ? 'banks' : 'cities'}/${encodeURIComponent(id)}/explain/${encodeURIComponent(field)}`, { day: at }, signal),
    render: (data) => {
      const events = data.events.filter((record) => !reason || (record.event.reason ?? 'UNKNOWN') === reason);
      return h('article', { class: 'page' },
        h('header', { class: 'page-head' },
          h('p', { class: 'kicker' }, h('a', { href: links.party(scope, id) }, names.name(scope, id)), at ? `, ${day(at)}` : ''),
          h('h1', null, label(field), reason ? `: ${words(reason)}` : '', ' ', reason ? null : h('span', { class: 'num value' }, number(data.value))),
          definition(field) ? h('p', { class: 'lede' }, definition(field)) : null,
          h('p', { class: 'quiet' }, summary(events, reason))),
        events.length ? list(events.slice(from, from + PAGE), 'Events behind the number') : empty('No event stands behind it', 'The number is zero, or rests on an event of the whole bank.'),
        steps(events.length, from));
    },
  };
};

const summary = (events, reason) =>
  reason ? `${plural(events.length, 'event')} with this reason.` : `${plural(events.length, 'event')}: those of every relationship that counts here. Folded alone they give this number.`;

function steps(total, from) {
  if (total <= PAGE) {
    return null;
  }
  return h('nav', { class: 'pager', 'aria-label': 'Pages of the list' },
    from > 0 ? h('a', { href: here({ skip: from > PAGE ? from - PAGE : null }) }, '← Before') : h('span', null),
    h('span', { class: 'quiet' }, `${number(from + 1)} to ${number(Math.min(total, from + PAGE))} of ${number(total)}`),
    from + PAGE < total ? h('a', { href: here({ skip: from + PAGE }) }, 'Next page →') : h('span', null));
}
