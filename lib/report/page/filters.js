// The bar that stays: sections, filters, search.

const filterFields = {};

function buildBar() {
  const contents = document.getElementById('contents');
  sections.forEach((section) => {
    if (section.inContents === false) return;
    contents.append(el('li', {}, goLink({view: section.id, ...noPanel}, {'data-section': section.id}, section.title)));
  });

  const form = document.getElementById('filters');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    flushSearch();
  });
  const select = (label, options, onchoice) => chooser(label, [['', 'all'], ...options], onchoice);
  const fields = el('div', {class: 'fields', id: 'fields'});
  const more = el('details', {class: 'others'}, el('summary', {}, 'More filters'));
  const put = (name, field, where = fields) => {
    filterFields[name] = field.querySelector('select, input');
    where.append(field);
  };

  if (study.groups.length > 1) {
    put(
      'group',
      select(
        'Group',
        study.groups.map((group, g) => [g, named(group.name, group.label)]),
        (value) => go({group: numberOr(value)}),
      ),
    );
  }
  const attributes = filterAttributes();
  attributes.forEach((a, position) => {
    const {label, values} = study.attributes[a];
    put(
      `attribute${a}`,
      select(
        capital(label),
        values.map((value, v) => [v, value]),
        (value) => {
          const others = current.values.filter((term) => term.attribute !== a);
          go({
            values:
              value === ''
                ? others
                : [...others, {attribute: a, value: Number(value)}].sort((x, y) => x.attribute - y.attribute),
          });
        },
      ),
      position === 0 ? fields : more,
    );
  });
  if (study.subQuestions.length > 0) {
    put(
      'sub',
      select(
        'Sub-question',
        study.subQuestions.map((sub, s) => [s, named(sub.name, sub.question)]),
        (value) => go({sub: numberOr(value)}),
      ),
    );
  }
  put('code', codeField());
  if (attributes.length > 1) fields.append(more);

  const search = el('input', {
    type: 'search',
    id: 'q',
    placeholder: 'Search the answers',
    maxlength: '200',
    enterkeyhint: 'search',
    oninput: searchSoon,
  });
  filterFields.q = search;
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'toggle',
      id: 'toggle',
      'aria-expanded': 'false',
      'aria-controls': 'fields',
      onclick: () => toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true')),
    },
    'Filters',
  );
  form.append(el('div', {class: 'first'}, labelled('Search the answers', search), toggle), fields);
  document
    .getElementById('bar')
    .append(
      el(
        'div',
        {class: 'state'},
        el('p', {id: 'status', class: 'status', role: 'status', 'aria-live': 'polite'}),
        el('button', {type: 'button', class: 'clear', id: 'clear', onclick: clearFilters}, 'Clear'),
      ),
    );
  document.getElementById('bar').hidden = false;
}

function named(name, label) {
  return label && label !== name ? `${name}  ${label}` : name;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function numberOr(value) {
  return value === '' ? null : Number(value);
}

function codeField() {
  const list = el(
    'datalist',
    {id: 'codes'},
    study.codes.map((code) => el('option', {value: code.name, label: code.label})),
  );
  const complaint = el('span', {class: 'complaint', id: 'code-complaint', role: 'alert'});
  const input = el('input', {
    type: 'search',
    list: 'codes',
    spellcheck: 'false',
    placeholder: 'all',
    'aria-describedby': 'code-complaint',
    onchange: () => {
      const code = findCode(input.value);
      complaint.textContent = code === undefined ? 'no such code' : '';
      if (code === undefined) return;
      input.value = code === null ? '' : study.codes[code].name;
      go({code});
    },
  });
  return labelled('Code or theme', input, list, complaint);
}

/// The code that was typed: its id or label, or a part that only one code has. Null for nothing, undefined for none.
function findCode(typed) {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  const exact = study.codes.findIndex((code) => code.name.toLowerCase() === text || code.label.toLowerCase() === text);
  if (exact >= 0) return exact;
  const near = range(study.codes.length).filter((c) =>
    `${study.codes[c].name} ${study.codes[c].label}`.toLowerCase().includes(text),
  );
  return near.length === 1 ? near[0] : undefined;
}

function clearFilters() {
  filterFields.q.focus();
  filterFields.q.value = '';
  document.getElementById('code-complaint').textContent = '';
  go({...noFilter, q: '', verdict: ''});
}

let searchTimer = 0;

function searchSoon() {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(flushSearch, 200);
}

/// One entry of the history a search, not one a letter.
function flushSearch() {
  clearTimeout(searchTimer);
  const q = filterFields.q.value.trim();
  if (q === current.q) return;
  if (q === '' || current.q === '') go({q, view: q ? 'search' : current.view === 'search' ? '' : current.view});
  else go({q}, {replace: true});
}

function showFilters(state) {
  const set = (name, value) => {
    const field = filterFields[name];
    // What is being typed is left alone.
    if (field && (field.tagName === 'SELECT' || document.activeElement !== field)) field.value = value;
  };
  set('group', state.group === null ? '' : state.group);
  set('sub', state.sub === null ? '' : state.sub);
  set('code', state.code === null ? '' : study.codes[state.code].name);
  set('q', state.q);
  filterAttributes().forEach((a) => {
    const term = state.values.find((held) => held.attribute === a);
    set(`attribute${a}`, term ? term.value : '');
  });
  const active = (state.group !== null) + (state.sub !== null) + (state.code !== null) + state.values.length;
  document.getElementById('toggle').textContent = active ? `Filters (${active})` : 'Filters';
  document.getElementById('clear').hidden = active === 0 && state.q === '' && state.verdict === '';
  document.querySelectorAll('#contents a').forEach((link) => {
    if (link.dataset.section !== state.view) {
      link.removeAttribute('aria-current');
      return;
    }
    link.setAttribute('aria-current', 'true');
    link.closest('ul').scrollLeft = link.offsetLeft - 16;
  });
}

/// Says what the filters leave: for eyes, for listeners, for the printed page.
function showStatus(state) {
  const selection = selectionOf(state);
  const {respondent, answer} = study.responses;
  const answers = new Set(Array.from(selection.responses, (i) => answer[i])).size;
  const met = new Set(Array.from(selection.responses, (i) => respondent[i])).size;
  const parts = [];
  const text = filterWords(state);
  if (text)
    parts.push(
      `Filtered to ${text}: ${met} of ${many(study.respondents.length, 'respondent')}, ${answers} of ${many(study.answers.length, 'answer')}.`,
    );
  if (state.code !== null)
    parts.push(`Only the ${isTheme(state.code) ? 'theme' : 'code'} ${study.codes[state.code].name}.`);
  if (state.q) parts.push(`Search for “${state.q}”: ${many(searchOf(state).hits.length, 'answer')}.`);
  if (state.verdict) parts.push(`Only conclusions that are ${state.verdict}.`);
  const status = document.getElementById('status');
  const said = parts.join(' ');
  if (status.textContent !== said) status.textContent = said;
}

function isTheme(code) {
  return study.subtree[code].length > 1;
}
