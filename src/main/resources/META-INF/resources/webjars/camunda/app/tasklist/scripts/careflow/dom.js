// Small words for building a page. Text is always text: nothing that a person or a customer wrote is read as HTML.

/**
 * An element with attributes and children. A function is a listener (onclick), null and false leave an attribute or a child out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name.replace(/^on/, ''), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Shows these in place of what was there. */
export function fill(container, ...children) {
  container.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

let numbers = 0;

/** An id that no other element has. */
export function newId(name) {
  numbers += 1;
  return `careflow-${name}-${numbers}`;
}

/** A labelled field. */
export function field(label, control, hint) {
  control.id ||= newId('field');
  const hintId = hint ? newId('hint') : null;
  if (hintId) {
    control.setAttribute('aria-describedby', hintId);
  }
  return h(
    'div',
    { class: 'form-group' },
    h('label', { for: control.id }, label),
    control,
    hint ? h('p', { class: 'help-block', id: hintId }, hint) : null
  );
}

/** A select; options are {value, label}. */
export function select(options, attributes = {}) {
  return h(
    'select',
    { class: 'form-control', ...attributes },
    options.map((option) => h('option', { value: option.value }, option.label))
  );
}

/** A message that is read out when it appears. */
export function message(kind, text) {
  return h('div', { class: `alert alert-${kind}`, role: kind === 'danger' ? 'alert' : 'status' }, text);
}

/** A moment as the server wrote it, in the time of the installation: 09:30 02/03/2026. */
export function moment(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso ?? '');
  return found ? `${found[4]} ${found[3]}/${found[2]}/${found[1]}` : '';
}
