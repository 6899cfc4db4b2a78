// A respondent's answers, with the coded stretches marked and their codes beside them.

function drawTranscript(body, state) {
  const who = study.respondents[state.respondent];
  const interviews = study.interviewsOf[state.respondent];
  const facts = el('dl', {class: 'facts'});
  const fact = (name, value) => value && facts.append(el('div', {}, el('dt', {}, name), el('dd', {}, value)));
  fact('Group', [words(study.groups[who.group].name), ' ', words(study.groups[who.group].label)]);
  study.attributes.forEach((attribute, a) => {
    const held =
      attribute.of === 'interview' ? interviews.flatMap((i) => valuesOf(0, i, a)) : valuesOf(state.respondent, 0, a);
    if (held.length > 0)
      fact(
        capital(attribute.label),
        words(
          [...new Set(held)]
            .sort((a, b) => a - b)
            .map((v) => attribute.values[v])
            .join(', '),
        ),
      );
  });
  const together = new Set(interviews.flatMap((i) => study.interviews[i].respondents));
  together.delete(state.respondent);
  if (together.size > 0)
    fact(
      'Together with',
      [...together]
        .slice(0, 30)
        .map((r, i) => [i ? ', ' : '', goLink({respondent: r, at: null}, {}, words(study.respondents[r].name))]),
    );
  fact(
    'Transcript',
    interviews.map((i, at) => [at ? ', ' : '', el('code', {}, study.interviews[i].file)]),
  );
  body.append(facts, wordingNote(), ...memosAbout(who.name));

  const missing = [];
  for (const q of study.questionsOfGroup[who.group]) {
    const response = study.responses.at.get(placeKey(state.respondent, q));
    const lost = study.lostAt.get(placeKey(state.respondent, q));
    if (response !== undefined) body.append(answerArticle(study.responses.answer[response], state));
    else if (lost)
      body.append(
        el(
          'section',
          {class: 'answer', 'data-question': q},
          questionHead(q),
          el('p', {class: 'note'}, 'Lost: ', words(lost.reason)),
        ),
      );
    else missing.push(q);
  }
  if (missing.length > 0)
    body.append(el('p', {class: 'note'}, `Not on record: ${missing.map((q) => study.questions[q].code).join(', ')}.`));
}

function questionHead(q) {
  return el(
    'h3',
    {class: 'question', tabindex: '-1'},
    el('span', {class: 'id'}, study.questions[q].code),
    ' ',
    words(study.questions[q].text),
  );
}

function answerArticle(a, {respondent, q}) {
  const answer = study.answers[a];
  const section = el('section', {class: 'answer', 'data-question': answer.q}, questionHead(answer.q));
  if (answer.r.length > 1)
    section.append(
      el(
        'p',
        {class: 'note'},
        'A joint answer of ',
        answer.r.map((r, i) => [i ? ', ' : '', words(study.respondents[r].name)]),
        '.',
      ),
    );
  const about = memosAbout(`${study.respondents[respondent].name} ${study.questions[answer.q].code}`);
  if (answer.t === undefined || answer.t === null) {
    const own = [...codesBorne(answer, respondent)];
    section.append(
      el('p', {class: 'note'}, 'The words of this answer are not in this page.'),
      own.length
        ? el(
            'ul',
            {class: 'legend'},
            own.map((code) => el('li', {}, el('div', {}, codeName(code)))),
          )
        : '',
      ...about,
    );
    return section;
  }
  const text = study.texts[answer.t];
  const codes = [...new Set([...text.marks].sort((m, n) => m[2] - n[2] || n[3] - m[3]).map((mark) => mark[0]))];
  section.append(
    el(
      'div',
      {class: 'coded'},
      el('div', {class: 'said', dir: 'auto'}, spokenText(text, codes, q ? placesIn(answer.t, q) : [])),
      codeLegend(text, codes, about, study.questions[answer.q].code),
    ),
  );
  return section;
}

/// Stretches of speech as paragraphs; what stands between them (a speaker's label) opens the next one.
function spokenText({text, stretches, marks}, codes, hits) {
  const runs = [...runsOf(marks), ...hits.map(([begin, end]) => ({code: null, begin, end}))];
  const paragraphs = [];
  let at = 0;
  for (const [begin, end, kind, voice] of stretches) {
    const label = text.slice(at, begin).trim();
    paragraphs.push(
      el(
        'p',
        {class: kind},
        label ? el('span', {class: 'speaker'}, `${label} `) : kindLabel(kind),
        codedPieces(
          text,
          begin,
          end,
          runs.filter((run) => run.code === null || (kind === 'talk' && run.voice === voice)),
          codes,
        ),
      ),
    );
    at = end;
  }
  const rest = text.slice(at).trim();
  if (rest) paragraphs.push(el('p', {class: 'talk'}, rest));
  return paragraphs;
}

function kindLabel(kind) {
  return kind === 'talk' ? '' : el('span', {class: 'unseen'}, kind === 'note' ? 'Note: ' : 'Interviewer: ');
}

/// One code's stretches in one voice, those that overlap or touch as one.
function runsOf(marks) {
  const apart = new Map();
  for (const [code, voice, begin, end] of marks) {
    const key = `${code} ${voice}`;
    if (!apart.has(key)) apart.set(key, {code, voice, stretches: []});
    apart.get(key).stretches.push([begin, end]);
  }
  return [...apart.values()].flatMap(({code, voice, stretches}) =>
    merged(stretches).map(([begin, end]) => ({code, voice, begin, end})),
  );
}

/// Text cut where a code (or, without one, a word that was searched for) begins or ends. A piece bears all codes whose
/// stretch it lies in; a number opens each stretch.
function codedPieces(text, begin, end, runs, codes) {
  const here = runs.filter((run) => run.begin < end && run.end > begin);
  const cuts = [...new Set([begin, end, ...here.flatMap((run) => [run.begin, run.end])])]
    .filter((cut) => cut >= begin && cut <= end)
    .sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    const over = here.filter((run) => run.begin <= from && run.end >= to);
    if (over.length === 0) {
      nodes.push(text.slice(from, to));
      continue;
    }
    const coded = over.filter((run) => run.code !== null);
    const opening = coded
      .filter((run) => run.begin === from || (from === begin && run.begin < begin))
      .map((run) => codes.indexOf(run.code) + 1)
      .sort((a, b) => a - b);
    nodes.push(
      el(
        'mark',
        {
          'data-begin': from,
          'data-codes': coded.length ? coded.map((run) => run.code).join(' ') : null,
          'data-opens': opening.length ? opening.join(' ') : null,
          class:
            [coded.length > 2 ? 'deep' : coded.length > 1 ? 'double' : '', coded.length < over.length ? 'hit' : '']
              .join(' ')
              .trim() || null,
        },
        text.slice(from, to),
      ),
    );
  }
  return nodes;
}

function codeLegend(text, codes, memos, question) {
  const list = el('ol', {class: 'legend', role: 'list'});
  for (const code of codes) {
    const coders = [...new Set(text.marks.filter((mark) => mark[0] === code).flatMap((mark) => mark[6]))].sort(
      (a, b) => a - b,
    );
    const button = el(
      'button',
      {
        type: 'button',
        'data-code': code,
        'aria-pressed': 'false',
        onclick: () => go({mark: current.mark === code ? null : code}, {replace: true}),
      },
      words(study.codes[code].label),
    );
    list.append(
      el(
        'li',
        {},
        el(
          'div',
          {},
          button,
          ' ',
          el('span', {class: 'id'}, study.codes[code].name),
          ' ',
          el('span', {class: 'by'}, `(${coders.map((coder) => study.coders[coder]).join(', ')})`),
        ),
      ),
    );
  }
  const lost = (text.lost || []).map(([code, , begin, end, note]) =>
    el(
      'li',
      {},
      codeName(code),
      ': ',
      el('q', {dir: 'auto'}, text.text.slice(begin, end)),
      ' ',
      el('span', {class: 'by'}, '(', words(note), ')'),
    ),
  );
  return el(
    'div',
    {class: 'beside', role: 'group', 'aria-label': `Codes of ${question}`},
    codes.length ? list : el('p', {class: 'note'}, 'No codes.'),
    lost.length ? [el('p', {class: 'lead'}, 'Taken away'), el('ul', {class: 'gone'}, lost)] : '',
    memos,
  );
}

function memosAbout(subject) {
  const fitting = study.memos.filter(
    (memo) =>
      memo.about === subject ||
      (memo.about.startsWith(`${subject} `) && study.codeNamed.has(memo.about.slice(subject.length + 1))),
  );
  if (fitting.length === 0) return [];
  return [
    el(
      'div',
      {class: 'memos'},
      el('p', {class: 'lead'}, fitting.length === 1 ? 'Memo' : 'Memos'),
      el(
        'ul',
        {},
        fitting.map((memo) => {
          const code = memo.about.slice(subject.length + 1);
          return el(
            'li',
            {},
            code ? [el('span', {class: 'id'}, code), ': '] : '',
            words(memo.text),
            memo.coder ? [' ', el('span', {class: 'by'}, '(', words(memo.coder), ')')] : '',
          );
        }),
      ),
    ),
  ];
}

/// Brings out one code, or all of a theme.
function emphasize(body, state) {
  const wanted = new Set(state.mark === null ? [] : study.subtree[state.mark]);
  body.querySelectorAll('mark[data-codes]').forEach((mark) => {
    mark.classList.toggle(
      'on',
      mark.dataset.codes.split(' ').some((code) => wanted.has(Number(code))),
    );
  });
  body.querySelectorAll('button[data-code]').forEach((button) => {
    button.setAttribute('aria-pressed', String(wanted.has(Number(button.dataset.code))));
  });
}

/// Goes to the words (or the question) that the address names.
function jumpTo(body, {at: {question, begin}, mark}) {
  const section = body.querySelector(`[data-question="${question}"]`);
  if (!section) return;
  const piece = begin === null ? null : pieceAt(section, begin);
  const target = piece || section.querySelector('.question');
  if (piece) stretchFrom(piece, mark).forEach((part) => part.classList.add('target'));
  else target.classList.add('target');
  target.setAttribute('tabindex', '-1');
  target.focus({preventScroll: true});
  target.scrollIntoView({block: piece ? 'center' : 'start'});
}

function pieceAt(section, begin) {
  return [...section.querySelectorAll('mark[data-begin]')].filter((mark) => Number(mark.dataset.begin) <= begin).pop();
}

/// The piece, and what follows it without a gap under the same code.
function stretchFrom(piece, code) {
  const wanted = new Set(code === null ? [] : study.subtree[code].map(String));
  const parts = [piece];
  for (
    let next = piece.nextSibling;
    next && next.nodeName === 'MARK' && (next.dataset.codes || '').split(' ').some((held) => wanted.has(held));
    next = next.nextSibling
  )
    parts.push(next);
  return parts;
}
