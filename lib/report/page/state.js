// What is shown stands in the address after `#`, and nowhere else: links, the back button and bookmarks come for free.

const plainKeys = [
  'view',
  'group',
  'sq',
  'code',
  'q',
  'by',
  'list',
  'rows',
  'cols',
  'verdict',
  'definitions',
  'quotes',
  'in',
  'claim',
  'side',
  'respondent',
  'at',
  'mark',
];

function attributeKey(attribute) {
  const {name} = study.attributes[attribute];
  return plainKeys.includes(name) ? `attribute.${name}` : name;
}

function defaultColumns() {
  if (study.groups.length > 1) return 'group';
  const attribute = filterAttributes()[0];
  if (attribute !== undefined) return study.attributes[attribute].name;
  return study.subQuestions.length > 0 ? 'subquestion' : 'group';
}

/// Attributes that make sense as a filter or as columns: a handful of values.
function filterAttributes() {
  return range(study.attributes.length).filter((a) => {
    const {length} = study.attributes[a].values;
    return length >= 2 && length <= 30;
  });
}

/// Reads the address. What the study does not have is left out: an old link still opens what it can.
function readState(hash) {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (key) => asked.get(key) || '';
  const named = (positions, key) => (positions.has(asked.get(key)) ? positions.get(asked.get(key)) : null);
  const oneOf = (key, allowed, otherwise) => (allowed.includes(asked.get(key)) ? asked.get(key) : otherwise);
  const axes = columnAxes().map((axis) => axis.name);
  const values = [];
  filterAttributes().forEach((attribute) => {
    const value = study.attributes[attribute].values.indexOf(asked.get(attributeKey(attribute)));
    if (value >= 0) values.push({attribute, value});
  });
  const claim = named(study.conclusionNamed, 'claim');
  return {
    view: oneOf('view', sectionNames(), ''),
    group: named(study.groupNamed, 'group'),
    sub: named(study.subNamed, 'sq'),
    values,
    code: named(study.codeNamed, 'code'),
    q: text('q').trim().slice(0, 200),
    by: oneOf('by', axes, ''),
    list: oneOf('list', ['code', 'theme'], 'code'),
    rows: oneOf('rows', ['code', 'theme'], 'theme'),
    cols: oneOf('cols', axes, defaultColumns()),
    verdict: oneOf('verdict', Object.keys(verdicts), ''),
    definitions: asked.get('definitions') === '1',
    quotes: named(study.codeNamed, 'quotes'),
    in: readColumn(text('in')),
    claim,
    side: claim === null ? '' : oneOf('side', ['for', 'against', 'silent'], 'for'),
    respondent: named(study.respondentNamed, 'respondent'),
    at: readPlace(text('at')),
    mark: named(study.codeNamed, 'mark'),
  };
}

function readColumn(text) {
  const colon = text.indexOf(':');
  if (colon < 0 || !axisNamed(text.slice(0, colon))) return null;
  return {axis: text.slice(0, colon), key: text.slice(colon + 1)};
}

function readPlace(text) {
  const [question, begin] = text.split('.');
  if (!study.questionNamed.has(question)) return null;
  return {question: study.questionNamed.get(question), begin: /^\d+$/.test(begin || '') ? Number(begin) : null};
}

function writeState(state) {
  const parts = [];
  const put = (key, value) => {
    if (value !== '' && value !== null && value !== undefined) parts.push(`${encode(key)}=${encode(String(value))}`);
  };
  const name = (list, i) => (i === null ? '' : list[i].name);
  put('view', state.view);
  put('group', name(study.groups, state.group));
  state.values.forEach(({attribute, value}) => put(attributeKey(attribute), study.attributes[attribute].values[value]));
  put('sq', name(study.subQuestions, state.sub));
  put('code', name(study.codes, state.code));
  put('q', state.q);
  put('by', state.by);
  put('list', state.list === 'code' ? '' : state.list);
  put('rows', state.rows === 'theme' ? '' : state.rows);
  put('cols', state.cols === defaultColumns() ? '' : state.cols);
  put('verdict', state.verdict);
  put('definitions', state.definitions ? 1 : '');
  put('quotes', name(study.codes, state.quotes));
  put('in', state.in ? `${state.in.axis}:${state.in.key}` : '');
  put('claim', state.claim === null ? '' : study.conclusions.rows[state.claim].id);
  put('side', state.claim === null || state.side === 'for' ? '' : state.side);
  put('respondent', name(study.respondents, state.respondent));
  put(
    'at',
    state.at ? study.questions[state.at.question].code + (state.at.begin === null ? '' : `.${state.at.begin}`) : '',
  );
  put('mark', name(study.codes, state.mark));
  // Never empty: going to `#` alone would scroll to the top.
  return `#${parts.join('&') || 'view='}`;
}

function encode(text) {
  return encodeURIComponent(text).replace(/%20/g, '+').replace(/%3A/g, ':').replace(/%2C/g, ',');
}

const noPanel = {quotes: null, in: null, claim: null, side: '', respondent: null, at: null, mark: null};
const noFilter = {group: null, sub: null, values: [], code: null};

let current = null;

/// Goes to the current state with a few things changed.
function go(changes, {replace = false} = {}) {
  const hash = writeState({...current, ...changes});
  if (hash === location.hash) return;
  if (replace) location.replace(hash);
  else location.hash = hash;
}

function isFiltered(state) {
  return state.group !== null || state.sub !== null || state.values.length > 0;
}

/// The filter in words, as a caption has it.
function filterWords(state) {
  const words = [];
  if (state.group !== null) words.push(`group ${study.groups[state.group].name}`);
  state.values.forEach(({attribute, value}) =>
    words.push(`${study.attributes[attribute].label} ${study.attributes[attribute].values[value]}`),
  );
  if (state.sub !== null) words.push(`sub-question ${study.subQuestions[state.sub].name}`);
  return words.join(', ');
}

/// Selections and counts of the filter that is on, each made once.
const counted = {key: null, selection: null, tables: new Map()};

function selectionOf(state) {
  const key = JSON.stringify([state.group, state.sub, state.values]);
  if (counted.key !== key) {
    counted.key = key;
    counted.selection = select(state);
    counted.tables.clear();
  }
  return counted.selection;
}

/// {places, counts} by an axis's name; '' is the total alone.
function countsBy(state, axisName) {
  const selection = selectionOf(state);
  if (!counted.tables.has(axisName)) {
    const places = axisName ? place(axisNamed(axisName), selection) : null;
    counted.tables.set(axisName, {places, counts: count(selection, places)});
  }
  return counted.tables.get(axisName);
}

function columnAxes() {
  const axes = [];
  if (study.groups.length > 0) axes.push({name: 'group', label: 'group'});
  if (study.subQuestions.length > 0) axes.push({name: 'subquestion', label: 'sub-question'});
  filterAttributes().forEach((a) => axes.push({name: study.attributes[a].name, label: study.attributes[a].label}));
  return axes;
}
