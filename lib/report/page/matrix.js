// Codes crossed with groups, sub-questions or an attribute; the darker a cell, the larger its share of the base.

function buildMatrix(section) {
  const rows = chooser(
    'Rows',
    [
      ['theme', 'themes'],
      ['code', 'themes and codes'],
    ],
    (value) => go({rows: value}),
  );
  const cols = chooser(
    'Columns',
    columnAxes().map(({name, label}) => [name, label]),
    (value) => go({cols: value}),
  );
  const body = el('div', {});
  section.append(el('div', {class: 'controls'}, rows, cols, heatKey()), body);
  return (state) => {
    rows.querySelector('select').value = state.rows;
    cols.querySelector('select').value = state.cols;
    const {places, counts} = countsBy(state, state.cols);
    const codes = rowCodes(state, state.rows);
    const label = columnAxes().find((axis) => axis.name === state.cols).label;
    body.replaceChildren(
      places.items.length === 0 ? el('p', {class: 'note'}, 'No column is left under the filters that are on.') : '',
      framed(matrixTable(codes, places, counts, state, label), `Matrix by ${label}`),
      ...tableNotes(state, counts, codes),
    );
  };
}

function heatKey() {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const swatch = el('span', {class: 'swatch heat'});
    swatch.style.setProperty('--share', String(share));
    return swatch;
  });
  return el(
    'p',
    {class: 'heat-key'},
    'none ',
    el('span', {class: 'swatches', 'aria-hidden': 'true'}, steps),
    ' all of the base',
  );
}

function matrixTable(codes, places, counts, state, label) {
  const top = Math.min(...codes.map((code) => study.depth[code]));
  const heads = places.items.map((item) =>
    el(
      'th',
      {scope: 'col'},
      words(item.key),
      item.label && item.label !== item.key ? el('span', {class: 'label'}, words(item.label)) : '',
    ),
  );
  const rows = codes.map((code) =>
    el(
      'tr',
      {class: isTheme(code) && state.rows === 'code' ? 'theme' : null, 'data-code': study.codes[code].name},
      el('th', {scope: 'row', class: `indent${Math.min(study.depth[code] - top, 4)}`}, codeName(code)),
      places.items.map((item, column) =>
        heatCell(counts.cell(code, column), {quotes: code, in: {axis: state.cols, key: item.key}}),
      ),
      heatCell(counts.cell(code, counts.total), {quotes: code, in: null}, 'total'),
    ),
  );
  return asGrid(
    el(
      'table',
      {class: 'matrix'},
      el('caption', {}, `${state.rows === 'code' ? 'Codes' : 'Themes'} by ${label}`),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', {scope: 'col'}, state.rows === 'code' ? 'Code' : 'Theme'),
          heads,
          el('th', {scope: 'col', class: 'total'}, 'total'),
        ),
      ),
      el('tbody', {}, rows),
    ),
  );
}

function heatCell(cell, changes, className = '') {
  const counted = cell !== null && cell.base > 0;
  const td = el(
    'td',
    {class: [className, counted ? 'heat' : 'void'].filter(Boolean).join(' ')},
    countCell(cell, changes),
  );
  if (counted) td.style.setProperty('--share', (cell.n / cell.base).toFixed(3));
  return td;
}
