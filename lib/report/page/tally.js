// Who voices which code: n and base with bars, on the whole or by an axis.

function rowCodes(state, kind) {
  return codesShown(state).filter((code) => kind === 'code' || code === state.code || study.depth[code] === 0);
}

function buildTally(section) {
  const by = chooser(
    'By',
    [['', 'nothing: the whole study'], ...columnAxes().map(({name, label}) => [name, label])],
    (value) => go({by: value}),
  );
  const list = chooser(
    'Rows',
    [
      ['code', 'themes and codes'],
      ['theme', 'themes only'],
    ],
    (value) => go({list: value}),
  );
  const body = el('div', {});
  section.append(el('div', {class: 'controls'}, by, list), body);
  return (state) => {
    by.querySelector('select').value = state.by;
    list.querySelector('select').value = state.list;
    const {places, counts} = countsBy(state, state.by);
    const codes = rowCodes(state, state.list);
    const tables = places
      ? places.items.map((item, column) => tallyTable(codes, counts, column, item, state))
      : [tallyTable(codes, counts, counts.total, null, state)];
    body.replaceChildren(...tables.filter(Boolean), ...tableNotes(state, counts, codes));
    if (!body.querySelector('table')) body.prepend(el('p', {class: 'note'}, 'No code could be voiced here.'));
  };
}

function tallyTable(codes, counts, column, item, state) {
  const top = codes.length > 0 ? Math.min(...codes.map((code) => study.depth[code])) : 0;
  const rows = [];
  for (const code of codes) {
    const cell = counts.cell(code, column);
    if (cell === null) continue;
    const share = cell.base > 0 ? cell.n / cell.base : 0;
    const bar = el('span', {class: 'bar-line', 'aria-hidden': 'true'}, el('span', {class: 'bar-fill'}));
    bar.firstChild.style.inlineSize = `${Math.round(share * 1000) / 10}%`;
    rows.push(
      el(
        'tr',
        {class: isTheme(code) ? 'theme' : null, 'data-code': study.codes[code].name},
        el('th', {scope: 'row', class: `indent${Math.min(study.depth[code] - top, 4)}`}, codeName(code)),
        el('td', {class: 'number'}, countCell(cell, {quotes: code, in: item ? {axis: state.by, key: item.key} : null})),
        el('td', {class: 'bars'}, cell.base > 0 && cell.n > 0 ? bar : ''),
      ),
    );
  }
  if (rows.length === 0) return null;
  const caption = item
    ? el(
        'caption',
        {},
        el('b', {}, words(item.key)),
        item.label && item.label !== item.key ? [' ', words(item.label)] : '',
      )
    : el('caption', {}, 'Who voices which code');
  const table = asGrid(
    el(
      'table',
      {class: 'tally', 'data-column': item ? item.key : '(total)'},
      caption,
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', {scope: 'col'}, state.list === 'theme' ? 'Theme' : 'Code'),
          el('th', {scope: 'col', class: 'number'}, 'n/base'),
          el('th', {scope: 'col'}, el('span', {class: 'unseen'}, 'share')),
        ),
      ),
      el('tbody', {}, rows),
    ),
  );
  return framed(table, item ? `Tally, ${item.key}` : 'Tally, whole study');
}

function tableNotes(state, counts, codes) {
  const notes = [countNote(state)];
  const joint = counts.jointAnswers(codes);
  if (joint > 0)
    notes.push(
      el(
        'p',
        {class: 'note'},
        `${joint === 1 ? 'One joint answer is' : `${joint} joint answers are`} among these, ${joint === 1 ? '' : 'each '}counted for each of its respondents.`,
      ),
    );
  return notes;
}
