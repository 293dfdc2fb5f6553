// Elements without markup in strings: text stays text, whatever it says.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Properties: `class`, `on` (listeners), `style` (by the CSSOM), `data`; all else are attributes. */
export const h = (tag, props, ...children) => fill(document.createElement(tag), props, children);

/** An SVG element, likewise. */
export const s = (tag, props, ...children) =>
  fill(document.createElementNS(SVG, tag), props, children);

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    set(element, name, value);
  }
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === 'on') {
    Object.entries(value).forEach(([type, listener]) => element.addEventListener(type, listener));
  } else if (name === 'style') {
    Object.entries(value).forEach(([key, css]) => element.style.setProperty(key, css));
  } else if (name === 'data') {
    Object.assign(element.dataset, value);
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}
