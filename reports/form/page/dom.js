// Making elements. Attributes in `on...` are listeners; null and false children are left out.

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value' || key === 'checked' || key === 'selected') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An id for an element, from ids of the questionnaire: letters, digits and dashes. */
const idFor = (...parts) => parts.join('--').replace(/[^A-Za-z0-9-]/g, (c) => '_' + c.codePointAt(0).toString(36));

/** A labelled line of text. */
function field(id, label, value, change, {help, type = 'text', rows, dir, wide = true} = {}) {
  const shared = {
    id, 'aria-describedby': help ? `${id}-help` : null, dir: dir ?? 'auto',
    oninput: (event) => change(event.target.value),
  };
  const box = rows
    ? el('textarea', {...shared, rows})
    : el('input', {...shared, type, autocomplete: 'off'});
  box.value = value ?? '';
  return el('div', {class: wide ? 'field' : 'field short'},
    el('label', {for: id}, label),
    help && el('p', {class: 'help', id: `${id}-help`}, help),
    box,
    el('p', {class: 'mind', id: `${id}-mind`, role: 'status'}));
}

/** Says something of what stands in a field, below it. */
function sayOf(entry, words, invalid) {
  const remark = entry.querySelector('.mind');
  const box = entry.querySelector('input, textarea');
  if (remark.textContent !== words) remark.textContent = words;
  const described = [entry.querySelector('.help')?.id, words && remark.id];
  box.setAttribute('aria-describedby', described.filter(Boolean).join(' '));
  if (invalid) box.setAttribute('aria-invalid', 'true');
  else box.removeAttribute('aria-invalid');
}

function button(label, act, attributes = {}) {
  return el('button', {type: 'button', onclick: act, ...attributes}, label);
}

/** Renders again without losing the place: focus, selection, scroll and what is unfolded. */
function keepingPlace(draw) {
  const active = document.activeElement;
  const id = active?.id;
  let selection = null;
  try {
    selection = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  } catch { /* not every input has one */ }
  const open = [...document.querySelectorAll('details[open][id]')].map((element) => element.id);
  const anchor = id ? active.getBoundingClientRect().top : null;
  const scroll = scrollY;
  draw();
  for (const each of open) document.getElementById(each)?.setAttribute('open', '');
  const again = id && document.getElementById(id);
  scrollTo(0, scroll);
  if (!again) return;
  again.focus({preventScroll: true});
  if (selection && selection[0] !== null) {
    try {
      again.setSelectionRange(...selection);
    } catch { /* nor takes one */ }
  }
  scrollBy(0, again.getBoundingClientRect().top - anchor);
}
