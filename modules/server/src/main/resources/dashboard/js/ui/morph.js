// Makes what is on the page equal to what was rendered anew, touching only what differs: focus, scroll position, open
// disclosures and half-typed text outlive a change of rows.

/** Changes the children of `live` into those of `next`. */
export function morph(live, next) {
  const wanted = [...next.childNodes];
  wanted.forEach((node, i) => {
    const there = live.childNodes[i];
    if (!there) {
      live.append(node);
    } else if (!alike(there, node)) {
      there.replaceWith(node);
    } else {
      sync(there, node);
    }
  });
  while (live.childNodes.length > wanted.length) {
    live.lastChild.remove();
  }
}

const alike = (a, b) =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.dataset?.key === b.dataset?.key;

function sync(there, node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (there.data !== node.data) {
      there.data = node.data;
      flash(there.parentElement);
    }
  } else if (node.drawn !== undefined) {
    redraw(there, node);
  } else if (!there.isEqualNode(node)) {
    attributes(there, node);
    morph(there, node);
  }
}

/** A drawing closes over its data, so it's taken whole; `drawn` says of what it was made. */
function redraw(there, node) {
  if (there.drawn === node.drawn) {
    return;
  }
  const focused = there.contains(document.activeElement);
  there.replaceWith(node);
  if (focused) {
    (node.matches('[tabindex]') ? node : node.querySelector('[tabindex]'))?.focus();
  }
}

function attributes(there, node) {
  for (const { name } of [...there.attributes]) {
    if (!node.hasAttribute(name) && name !== 'open') {
      there.removeAttribute(name);
    }
  }
  for (const { name, value } of node.attributes) {
    if (there.getAttribute(name) !== value) {
      there.setAttribute(name, value);
    }
  }
}

function flash(element) {
  const number = element?.closest('.num');
  if (number) {
    number.classList.remove('changed');
    requestAnimationFrame(() => number.classList.add('changed'));
  }
}
