// Making elements. Text from the study only ever becomes text nodes and attribute values, never markup.

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ''),
  );
  return element;
}

/// Words of the study within a line of ours: their direction stays their own.
function words(text, className) {
  return el('bdi', {class: className || null}, text);
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const patches = new WeakMap();

/// A link to the current state with `changes`. Where it leads is found out when it is used: the state may have moved on.
function goLink(changes, attributes, ...children) {
  const link = el('a', {href: '#', ...attributes}, ...children);
  patches.set(link, changes);
  return link;
}

function linkUnder(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link && patches.has(link) ? link : null;
}

for (const kind of ['pointerover', 'pointerdown', 'focusin']) {
  document.addEventListener(kind, (event) => {
    const link = linkUnder(event);
    if (link) link.setAttribute('href', writeState({...current, ...patches.get(link)}));
  });
}

document.addEventListener('click', (event) => {
  const link = linkUnder(event);
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const changes = patches.get(link);
  if (changes.view && writeState({...current, ...changes}) === location.hash) showSection(changes.view);
  else go(changes);
});

let fieldsMade = 0;

/// A label and the control it names.
function labelled(label, control, ...others) {
  if (!control.id) control.id = `field-${++fieldsMade}`;
  return el('div', {class: 'field'}, el('label', {for: control.id}, label), control, others);
}

/// A choice between a few values.
function chooser(label, options, onchoice) {
  const select = el(
    'select',
    {onchange: () => onchoice(select.value)},
    options.map(([value, text]) => el('option', {value}, text)),
  );
  return labelled(label, select);
}

function many(n, one, several = `${one}s`) {
  return `${n.toLocaleString('en')} ${n === 1 ? one : several}`;
}

/// A table that scrolls in a frame of its own when the page is too narrow for it.
function framed(table, label) {
  return el('div', {class: 'frame', role: 'region', 'aria-label': label, tabindex: '0'}, table);
}

/// A count as text: nothing where nobody could be asked, `–` where nobody is on record.
function countText(cell) {
  if (cell === null) return '';
  return cell.base === 0 ? '–' : `${cell.n}/${cell.base}`;
}

/// A count that opens into the words behind it.
function countCell(cell, changes, attributes = {}) {
  if (cell !== null && cell.base > 0 && cell.n > 0)
    return goLink({...noPanel, ...changes}, {class: 'count', ...attributes}, countText(cell));
  if (cell !== null && cell.base === 0) return el('span', {class: 'count none', title: 'none on record'}, '–');
  return el('span', {class: 'count none'}, countText(cell));
}

/// Makes one tab stop of a table with many links: arrow keys go from cell to cell.
function asGrid(table) {
  table.setAttribute('role', 'grid');
  let stop = null;
  const target = (cell) => cell.querySelector('a') || cell;
  const make = (element) => {
    if (stop) stop.setAttribute('tabindex', '-1');
    stop = element;
    stop.setAttribute('tabindex', '0');
  };
  table.querySelectorAll('a').forEach((link) => link.setAttribute('tabindex', '-1'));
  const first = table.querySelector('a');
  if (first) make(first);
  table.addEventListener('focusin', (event) => {
    const cell = event.target.closest('td, th');
    if (cell && table.contains(cell)) make(event.target);
  });
  table.addEventListener('keydown', (event) => {
    const cell = event.target.closest('td, th');
    if (!cell || event.altKey || event.metaKey) return;
    const next = cellAfter(table, cell, event);
    if (!next) return;
    event.preventDefault();
    const element = target(next);
    element.setAttribute('tabindex', '-1');
    element.focus();
  });
  return table;
}

function cellAfter(table, cell, event) {
  const row = cell.parentElement;
  const {rows} = table;
  const across = (to) => row.cells[Math.max(0, Math.min(to, row.cells.length - 1))];
  const down = (to) => {
    const other = rows[Math.max(0, Math.min(to, rows.length - 1))];
    return other.cells[Math.min(cell.cellIndex, other.cells.length - 1)];
  };
  switch (event.key) {
    case 'ArrowRight':
      return across(cell.cellIndex + 1);
    case 'ArrowLeft':
      return across(cell.cellIndex - 1);
    case 'ArrowDown':
      return down(row.rowIndex + 1);
    case 'ArrowUp':
      return down(row.rowIndex - 1);
    case 'PageDown':
      return down(row.rowIndex + 10);
    case 'PageUp':
      return down(row.rowIndex - 10);
    case 'Home':
      return event.ctrlKey ? rows[0].cells[0] : across(0);
    case 'End':
      return event.ctrlKey ? rows[rows.length - 1].cells[row.cells.length - 1] : across(row.cells.length - 1);
    default:
      return null;
  }
}

/// Puts the first of many into a list; what comes back is a button for the next, and a word on paper about the rest.
function pager(list, items, make, step) {
  let shown = 0;
  const more = el('button', {type: 'button', class: 'more'});
  const note = el('p', {class: 'note on-paper'});
  const show = () => {
    const added = items.slice(shown, shown + step).flatMap(make);
    list.append(...added);
    shown = Math.min(shown + step, items.length);
    const rest = items.length - shown;
    more.hidden = rest === 0;
    note.hidden = rest === 0;
    more.textContent = `Show ${Math.min(step, rest)} more of ${rest.toLocaleString('en')}`;
    note.textContent = `${rest.toLocaleString('en')} more are not printed.`;
    return added[0];
  };
  more.addEventListener('click', () => {
    const first = show();
    const target = first.querySelector('a, button') || first;
    if (target === first) target.setAttribute('tabindex', '-1');
    target.focus();
  });
  show();
  return [more, note];
}

function paged(list, items, make, step) {
  return el('div', {}, list, pager(list, items, make, step));
}

/// The name of a code for people, with its id where that says more.
function codeName(code, {id = true} = {}) {
  const {name, label} = study.codes[code];
  const repeats = name === label || name.endsWith(`.${label}`);
  return el(
    'span',
    {class: 'code-name'},
    words(label || name),
    id && !repeats ? [' ', el('span', {class: 'id', dir: 'ltr'}, name)] : '',
  );
}
