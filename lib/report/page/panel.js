// The panel over the page: quotes behind a cell or a claim, or a transcript. It is open when the address says so.

const panel = document.getElementById('panel');
let panelKey = '';

function keyOfPanel(state) {
  if (state.respondent !== null) return JSON.stringify(['transcript', state.respondent, state.at]);
  if (state.claim !== null) return JSON.stringify(['claim', state.claim, state.side]);
  if (state.quotes !== null)
    return JSON.stringify(['quotes', state.quotes, state.in, state.group, state.sub, state.values]);
  return '';
}

function showPanel(state) {
  const key = keyOfPanel(state);
  if (key === panelKey) {
    if (key) emphasize(panel, state);
    return;
  }
  const cameFrom = panelKey && state.respondent === null ? lastJump : null;
  panelKey = key;
  if (!key) {
    if (panel.open) panel.close();
    panel.replaceChildren();
    return;
  }
  const title = el('h2', {id: 'panel-title', tabindex: '-1'});
  const body = el('div', {class: 'panel-body', tabindex: '0', role: 'region', 'aria-labelledby': 'panel-title'});
  const head = el('header', {class: 'panel-head'}, title, panelButtons(state));
  panel.replaceChildren(head, body);
  if (!panel.open) panel.showModal();
  if (state.respondent !== null) {
    title.append(words(study.respondents[state.respondent].name));
    lastJump = jumpKey(state);
    drawTranscript(body, state);
  } else if (state.claim !== null) {
    drawClaim(title, body, state);
  } else {
    drawCell(title, body, state);
  }
  emphasize(panel, state);
  if (state.respondent !== null && state.at) jumpTo(body, state);
  else if (!cameFrom || !focusLink(body, cameFrom)) title.focus();
}

let lastJump = null;

function jumpKey({at, mark, respondent}) {
  if (!at) return null;
  const response = study.responses.at.get(placeKey(respondent, at.question));
  return response === undefined ? null : `${study.responses.answer[response]}.${at.begin}.${mark}`;
}

/// Back from a transcript: to the quote that led there.
function focusLink(body, key) {
  const link = [...body.querySelectorAll('a[data-back]')].find((candidate) => candidate.dataset.back === key);
  if (!link) return false;
  link.focus({preventScroll: true});
  link.scrollIntoView({block: 'center'});
  return true;
}

function panelButtons(state) {
  const buttons = [];
  if (state.respondent !== null) {
    if (state.quotes !== null || state.claim !== null)
      buttons.push(goLink({respondent: null, at: null, mark: null}, {class: 'button'}, 'Back to the quotes'));
    const step = (by, text) => {
      const next = state.respondent + by;
      return next >= 0 && next < study.respondents.length
        ? goLink(
            {respondent: next, at: null},
            {class: 'button', 'aria-label': `${text}: ${study.respondents[next].name}`},
            text,
          )
        : '';
    };
    buttons.push(step(-1, 'Previous'), step(1, 'Next'));
  }
  buttons.push(el('button', {type: 'button', class: 'close', onclick: closePanel}, 'Close'));
  return el('div', {class: 'panel-buttons'}, buttons);
}

function closePanel() {
  go(noPanel);
}

panel.addEventListener('cancel', (event) => {
  event.preventDefault();
  closePanel();
});

panel.addEventListener('click', (event) => {
  if (event.target === panel) closePanel();
});

/// Some browsers close on a second Escape whatever is said to the first: the address then follows.
panel.addEventListener('close', () => {
  if (panelKey && !panel.open) closePanel();
});

/// What lies over the page as a modal dialog is cut off after one sheet of paper.
function layPanel(flat) {
  if (!panel.open) return;
  const focused = document.activeElement;
  panel.close();
  if (flat) panel.show();
  else panel.showModal();
  if (focused && panel.contains(focused)) focused.focus({preventScroll: true});
}

function drawCell(title, body, state) {
  const selection = selectionOf(state);
  const axis = state.in ? axisNamed(state.in.axis) : null;
  const places = axis ? place(axis, selection) : null;
  const column = places ? places.items.findIndex((item) => item.key === state.in.key) : -1;
  title.append(codeName(state.quotes));
  const where = [filterWords(state), state.in ? columnWords(axis, state.in.key) : ''].filter(Boolean).join(', ');
  const {definition} = study.codes[state.quotes];
  if (definition) body.append(el('p', {class: 'definition', dir: 'auto'}, definition));
  if (places && column < 0) {
    body.append(el('p', {class: 'note'}, `There is no such column under the filters that are on: ${where}.`));
    return;
  }
  const behind = behindCell(selection, state.quotes, places, column);
  const base = behind.voicing.length + behind.quiet.length;
  body.append(
    el(
      'p',
      {class: 'figure'},
      el('b', {}, `${behind.voicing.length}/${base}`),
      ` ${base === 1 ? 'respondent' : 'respondents'} on record where it could be voiced`,
      where ? `: ${where}` : '',
      '.',
    ),
    people('Voiced by', behind.voicing) || '',
    people('Not by', behind.quiet) || '',
    wordingNote(),
    ...quoteList(
      withLost(
        quotesOf(study.subtree[state.quotes], answersOfResponses(behind.bearing)),
        selection,
        state,
        places,
        column,
      ),
      'h3',
    ),
  );
}

/// What was taken away stands in answers that do not bear the code any more, too.
function withLost(found, selection, state, places, column) {
  const scope = new Set(study.codes[state.quotes].scope);
  const here = Array.from(selection.responses).filter((i) => {
    const {t} = study.answers[study.responses.answer[i]];
    if (t === undefined || t === null || !study.texts[t].lost) return false;
    return scope.has(study.responses.question[i]) && (!places || places.of(i).includes(column));
  });
  return {...found, lost: quotesOf(study.subtree[state.quotes], answersOfResponses(here)).lost};
}

function columnWords(axis, key) {
  const label =
    axis.attribute === undefined
      ? {group: 'group', subquestion: 'sub-question', question: 'question', respondent: 'respondent'}[axis.name]
      : study.attributes[axis.attribute].label;
  return `${label} ${key}`;
}

function drawClaim(title, body, state) {
  const row = study.conclusions.rows[state.claim];
  const sides = {for: [row.n, row.for], against: [row.against, row.contra], silent: [row.silent, row.quiet]};
  title.append(words(row.statement));
  body.append(
    el(
      'p',
      {class: 'figure'},
      el('span', {class: 'id'}, row.id),
      ' ',
      verdictMark(row.verdict),
      row.why ? [' ', words(row.why)] : '',
    ),
  );
  body.append(
    el(
      'nav',
      {class: 'sides', 'aria-label': 'Sides'},
      Object.entries(sides)
        .filter(([, [n]]) => n !== null && n !== undefined)
        .map(([side, [n]]) =>
          goLink(
            {side},
            {class: 'button', 'aria-current': side === state.side ? 'true' : null},
            `${capital(side)} ${side === 'for' ? `${n}/${row.base}` : n}`,
          ),
        ),
    ),
  );
  const query = state.side === 'against' ? row.againstQuery : row.evidence;
  if (query && state.side !== 'silent')
    body.append(el('p', {class: 'query'}, state.side === 'against' ? 'Against: ' : 'Evidence: ', words(query)));
  const [total, who] = sides[state.side];
  body.append(people(capital(state.side), who || [], total || 0) || el('p', {class: 'note'}, 'Nobody.'));
  if (state.side === 'silent') {
    body.append(el('p', {class: 'note'}, 'On record, and neither for nor against. Silence is not disagreement.'));
    return;
  }
  const among = new Map();
  (state.side === 'for' ? row.support : row.opposition).forEach(([answer, respondent]) =>
    addTo(among, answer, respondent),
  );
  const codes = state.side === 'for' ? row.supportCodes : row.oppositionCodes;
  const found = {...quotesOf(codes, among), lost: []};
  if (found.quotes.length > 0) body.append(wordingNote());
  body.append(...quoteList(found, 'h3'));
}
