// How far the coders agree: tables as `etic agree` prints them.

function buildAgreement(section) {
  const notice = el('p', {class: 'notice', hidden: true}, 'Agreement is of the whole study, whatever is filtered.');
  section.append(notice, ...study.agreement.map(agreementTable));
  return (state) => {
    notice.hidden = !isFiltered(state) && state.code === null;
  };
}

function agreementTable(table) {
  const cellText = (cell) => (cell === null ? '' : typeof cell === 'object' ? `${cell.n}/${cell.base}` : String(cell));
  const right = (column) => (table.columns[column] && table.columns[column].right ? 'number' : null);
  const rows = table.rows.map((row) =>
    el(
      'tr',
      {class: row.strong ? 'theme' : null},
      row.cells.map((cell, column) => {
        const text = cellText(cell);
        return column === 0
          ? el('th', {scope: 'row', class: `indent${Math.min(row.indent || 0, 4)}`}, words(text))
          : el('td', {class: right(column)}, words(text));
      }),
    ),
  );
  return el(
    'div',
    {class: 'grid-box'},
    framed(
      el(
        'table',
        {class: 'plain'},
        el('caption', {}, words(table.caption)),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            table.columns.map((column, i) => el('th', {scope: 'col', class: right(i)}, words(column.name))),
          ),
        ),
        el('tbody', {}, rows),
      ),
      table.caption,
    ),
    ...(table.footnotes || []).map((note) => el('p', {class: 'note'}, words(note))),
  );
}
