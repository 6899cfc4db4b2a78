// Who was interviewed, and what is missing.

const placeKinds = {
  recorded: ['●', 'recorded'],
  joint: ['◉', 'recorded, in a joint answer'],
  silent: ['○', 'recorded, a non-answer'],
  lost: ['×', 'lost'],
  nothing: ['·', 'not on record'],
};

function buildRespondents(section) {
  const body = el('div', {});
  section.append(body);
  return (state) => {
    const selection = selectionOf(state);
    const kinds = new Set();
    const grids = study.groups.map((_, g) => respondentGrid(g, selection, kinds)).filter(Boolean);
    const legend = el(
      'p',
      {class: 'key'},
      Object.entries(placeKinds)
        .filter(([kind]) => kinds.has(kind))
        .map(([kind, [glyph, text]]) => [
          el('span', {class: `slot ${kind}`, 'aria-hidden': 'true'}, glyph),
          ` ${text}  `,
        ]),
    );
    body.replaceChildren(
      framed(groupTable(state, selection), 'Respondents by group'),
      ...(grids.length
        ? [el('h3', {}, 'Answers on record'), legend, ...grids]
        : [el('p', {class: 'note'}, 'Nobody is left under the filters that are on.')]),
    );
  };
}

function groupTable(state, selection) {
  const expects = study.groups.some((group) => group.expected !== null) && state.values.length === 0;
  const sums = study.groups.map(() => ({met: 0, answers: new Set(), lost: new Set(), silent: 0}));
  study.respondents.forEach((who, r) => {
    if (selection.respondentFits[r]) ++sums[who.group].met;
  });
  const {respondent, answer, silent} = study.responses;
  for (const i of selection.responses) {
    const sum = sums[study.respondents[respondent[i]].group];
    sum.answers.add(answer[i]);
    if (silent[i]) ++sum.silent;
  }
  study.lost.forEach((entry) => {
    if (entry.r.some((r) => selection.respondentFits[r] && hasSlot(selection, r, entry.q)))
      sums[study.questions[entry.q].group].lost.add(entry);
  });
  const shown = range(study.groups.length).filter((g) => state.group === null || g === state.group);
  const row = (name, label, expected, sum) =>
    el(
      'tr',
      {},
      el('th', {scope: 'row'}, words(name), label && label !== name ? [' ', words(label, 'label')] : ''),
      expects ? el('td', {}, expected === null ? '' : String(expected)) : '',
      el('td', {class: expects && expected !== null && sum.met < expected ? 'short' : null}, String(sum.met)),
      el('td', {}, String(sum.answers.size)),
      el('td', {}, sum.lost.size ? String(sum.lost.size) : '0'),
      el('td', {}, String(sum.silent)),
    );
  const total = {met: 0, answers: new Set(), lost: new Set(), silent: 0};
  let expected = 0;
  shown.forEach((g) => {
    total.met += sums[g].met;
    total.silent += sums[g].silent;
    sums[g].answers.forEach((a) => total.answers.add(a));
    sums[g].lost.forEach((entry) => total.lost.add(entry));
    expected = expected === null || study.groups[g].expected === null ? null : expected + study.groups[g].expected;
  });
  const heads = ['Group', ...(expects ? ['expected'] : []), 'met', 'answers', 'lost', 'non-answers'];
  return el(
    'table',
    {class: 'plain'},
    el('caption', {}, 'Respondents and their answers, by group'),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', {scope: 'col'}, head)),
      ),
    ),
    el(
      'tbody',
      {},
      shown.map((g) => row(study.groups[g].name, study.groups[g].label, study.groups[g].expected, sums[g])),
    ),
    shown.length > 1 ? el('tfoot', {}, row('All', '', expected, total)) : '',
  );
}

function respondentGrid(group, selection, kinds) {
  const questions = study.questionsOfGroup[group].filter((q) => selection.asks[q]);
  const people = study.respondentsOfGroup[group].filter((r) => selection.respondentFits[r]);
  if (people.length === 0 || questions.length === 0) return null;
  const {name, label} = study.groups[group];
  const attribute = study.attributes.findIndex((held) => held.of === 'respondent');
  const table = el(
    'table',
    {class: 'slots'},
    el(
      'caption',
      {},
      words(name),
      label !== name ? [' ', words(label)] : '',
      el('span', {class: 'amount'}, ` ${many(people.length, 'respondent')}`),
    ),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', {scope: 'col'}, 'Respondent'),
        attribute >= 0
          ? el('th', {scope: 'col', class: 'value'}, words(capital(study.attributes[attribute].label)))
          : '',
        questions.map((q) =>
          el(
            'th',
            {scope: 'col', class: 'question-head'},
            el('abbr', {title: `${study.questions[q].code}: ${study.questions[q].text}`}, shortCode(q)),
          ),
        ),
      ),
    ),
  );
  const rows = el('tbody', {});
  table.append(rows);
  const rowOf = (r) =>
    el(
      'tr',
      {},
      el('th', {scope: 'row'}, goLink({...noPanel, respondent: r}, {tabindex: '-1'}, words(study.respondents[r].name))),
      attribute >= 0
        ? el(
            'td',
            {class: 'value'},
            words(
              valuesOf(r, 0, attribute)
                .map((v) => study.attributes[attribute].values[v])
                .join(', '),
            ),
          )
        : '',
      questions.map((q) => slotCell(r, q, selection, kinds)),
    );
  const more = pager(rows, people, rowOf, 60);
  return el('div', {class: 'grid-box'}, framed(asGrid(table), `Answers on record, ${name}`), more);
}

function shortCode(q) {
  const {code, group} = study.questions[q];
  const {name} = study.groups[group];
  return code.startsWith(name) && code.length > name.length ? code.slice(name.length) : code;
}

function slotCell(r, q, selection, kinds) {
  const response = study.responses.at.get(placeKey(r, q));
  let kind = 'nothing';
  if (response !== undefined)
    kind = study.responses.silent[response]
      ? 'silent'
      : study.answers[study.responses.answer[response]].r.length > 1
        ? 'joint'
        : 'recorded';
  else if (study.lostAt.has(placeKey(r, q))) kind = 'lost';
  if (kind !== 'nothing' && !hasSlot(selection, r, q)) return el('td', {});
  kinds.add(kind);
  const [glyph, text] = placeKinds[kind];
  const mark = el(
    'span',
    {class: `slot ${kind}`, title: text},
    el('span', {'aria-hidden': 'true'}, glyph),
    el('span', {class: 'unseen'}, text),
  );
  return el(
    'td',
    {},
    kind === 'nothing'
      ? mark
      : goLink({...noPanel, respondent: r, at: {question: q, begin: null}}, {tabindex: '-1'}, mark),
  );
}
