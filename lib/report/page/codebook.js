// The codebook as a tree, with what each code means.

function buildCodebook(section) {
  const all = el(
    'button',
    {type: 'button', class: 'button', 'aria-pressed': 'false', onclick: () => go({definitions: !current.definitions})},
    'Show all definitions',
  );
  const body = el('div', {});
  section.append(el('div', {class: 'controls'}, all), body);
  return (state) => {
    all.setAttribute('aria-pressed', String(state.definitions));
    const shown = codesShown(state);
    const total = countsBy(state, '').counts;
    body.replaceChildren(
      ...study.books.map((book, b) => bookTree(b, shown, total, state)).filter(Boolean),
      countNote(state),
    );
  };
}

/// By code: whether the code filter lets it in.
function codesShown(state) {
  const all = range(study.codes.length);
  return state.code === null ? all : study.subtree[state.code];
}

function bookTree(book, shown, counts, state) {
  const codes = shown.filter((code) => study.codes[code].book === book);
  if (codes.length === 0) return null;
  const here = new Set(codes);
  const children = new Map();
  const roots = [];
  codes.forEach((code) => {
    const {parent} = study.codes[code];
    if (!here.has(parent)) roots.push(code);
    else if (children.has(parent)) children.get(parent).push(code);
    else children.set(parent, [code]);
  });
  const tree = (list) =>
    el(
      'ul',
      {class: 'tree'},
      list.map((code) =>
        el('li', {}, codeEntry(code, counts, state), children.has(code) ? tree(children.get(code)) : ''),
      ),
    );
  const {name, label} = study.books[book];
  return el(
    'section',
    {class: 'book'},
    el('h3', {}, words(label || name), label && label !== name ? [' ', el('span', {class: 'id'}, name)] : ''),
    tree(roots),
  );
}

function codeEntry(code, counts, state) {
  const {definition, use, not} = study.codes[code];
  const line = el('span', {class: isTheme(code) ? 'theme' : null}, codeName(code));
  const about = [
    definition && el('p', {dir: 'auto'}, definition),
    use && el('p', {}, el('span', {class: 'lead'}, 'When to use: '), words(use)),
    not && el('p', {}, el('span', {class: 'lead'}, 'When not to use: '), words(not)),
    ...memosAbout(study.codes[code].name),
  ].filter(Boolean);
  const head =
    about.length === 0
      ? el('div', {class: 'summary'}, line)
      : el('details', {open: state.definitions}, el('summary', {}, line), el('div', {class: 'about'}, about));
  return el(
    'div',
    {class: 'entry'},
    head,
    el('span', {class: 'amount'}, countCell(counts.cell(code, counts.total), {quotes: code})),
  );
}

function countNote(state) {
  const where = filterWords(state);
  return el(
    'p',
    {class: 'note'},
    `n/base: respondents who voice it / those on record where it could be voiced; ${study.codedBy}${where ? `; where ${where}` : ''}.`,
  );
}
