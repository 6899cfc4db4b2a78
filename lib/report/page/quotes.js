// Quotes: coded words in their context, cited.

/// The quotes of some codes in some answers, as {code, answer, begin, end, marks, coders, lost}, by code and then answer.
/// `among` maps answers to the respondents meant: who speaks alone in a joint answer is quoted for nobody else.
function quotesOf(codes, among) {
  const wanted = new Set(codes);
  const found = {quotes: [], lost: [], wordless: 0};
  for (const [a, respondents] of among) {
    const answer = study.answers[a];
    if (answer.t === undefined || answer.t === null) {
      ++found.wordless;
      continue;
    }
    const text = study.texts[answer.t];
    const meant = (voice) => [...respondents].some((r) => isVoiceOf(answer, voice, r));
    for (const [code, voice, begin, end, contextBegin, contextEnd, coders] of text.marks) {
      if (!wanted.has(code) || !meant(voice)) continue;
      const last = found.quotes[found.quotes.length - 1];
      if (
        last &&
        last.answer === a &&
        last.code === code &&
        last.voice === voice &&
        last.begin === contextBegin &&
        last.end === contextEnd
      ) {
        last.marks.push([begin, end]);
        coders.forEach((coder) => last.coders.add(coder));
      } else {
        found.quotes.push({
          code,
          answer: a,
          voice,
          begin: contextBegin,
          end: contextEnd,
          marks: [[begin, end]],
          coders: new Set(coders),
        });
      }
    }
    for (const [code, voice, begin, end, note] of text.lost || []) {
      if (wanted.has(code) && meant(voice))
        found.lost.push({code, answer: a, voice, begin, end, marks: [[begin, end]], note});
    }
  }
  const byCode = (one, other) => one.code - other.code || one.answer - other.answer;
  found.quotes.sort(byCode);
  found.lost.sort(byCode);
  return found;
}

/// Respondents by answer, of responses.
function answersOfResponses(responses) {
  const among = new Map();
  for (const i of responses) addTo(among, study.responses.answer[i], study.responses.respondent[i]);
  return among;
}

function addTo(among, answer, respondent) {
  if (!among.has(answer)) among.set(answer, new Set());
  among.get(answer).add(respondent);
}

/// Who speaks: one alone, or all who answered.
function speakersOf(answer, voice) {
  const alone = answer.v ? answer.v[voice] : null;
  return alone === null || alone === undefined ? answer.r : [alone];
}

/// `G1-05, G1Q5, KITIC`
function citation(answer, voice) {
  const speakers = speakersOf(answer, voice);
  const names = speakers.map((r) => study.respondents[r].name).join(' ');
  const value =
    study.attributes.length === 0
      ? ''
      : valuesOf(speakers[0], answer.i, 0)
          .map((v) => study.attributes[0].values[v])
          .join(' ');
  return [el('b', {}, words(names)), `, ${study.questions[answer.q].code}`, value ? [', ', words(value)] : ''];
}

/// Text from `begin` to `end` with stretches of it marked.
function markedText(text, begin, end, stretches) {
  const nodes = [];
  let at = begin;
  for (const [from, to] of merged(stretches)) {
    if (from > at) nodes.push(text.slice(at, from));
    nodes.push(el('mark', {}, text.slice(Math.max(from, at), to)));
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

/// What of some stretches one voice has said: a coding may reach over what somebody else says in between.
function spokenBy(voice, {stretches}, marks) {
  const own = stretches.filter(([, , kind, speaker]) => kind === 'talk' && speaker === voice);
  return marks.flatMap(([from, to]) =>
    own
      .filter(([begin, end]) => begin < to && end > from)
      .map(([begin, end]) => [Math.max(begin, from), Math.min(end, to)]),
  );
}

function merged(stretches) {
  const sorted = [...stretches].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const joined = [];
  for (const [from, to] of sorted) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function quoteItem(quote) {
  const answer = study.answers[quote.answer];
  const {text} = study.texts[answer.t];
  const [from] = quote.marks[0];
  const respondent = speakersOf(answer, quote.voice)[0];
  const by =
    quote.note ||
    [...quote.coders]
      .sort((a, b) => a - b)
      .map((coder) => study.coders[coder])
      .join(', ');
  return el(
    'li',
    {class: quote.note ? 'quote taken' : 'quote'},
    el('p', {class: 'cited'}, citation(answer, quote.voice), ' ', el('span', {class: 'by'}, '(', words(by), ')')),
    el(
      'blockquote',
      {dir: 'auto'},
      markedText(text, quote.begin, quote.end, spokenBy(quote.voice, study.texts[answer.t], quote.marks)),
    ),
    el(
      'p',
      {class: 'to'},
      goLink(
        {respondent, at: {question: answer.q, begin: from}, mark: quote.code},
        {
          'data-back': `${quote.answer}.${from}.${quote.code}`,
          'aria-label': `In the transcript: ${study.respondents[respondent].name}, ${study.questions[answer.q].code}`,
        },
        'In the transcript',
      ),
    ),
  );
}

/// All of `quotesOf`, under a heading for each code.
function quoteList(found, level) {
  const parts = [];
  const list = (quotes) => {
    const entries = [];
    quotes.forEach((quote, i) => entries.push({quote, opens: i === 0 || quotes[i - 1].code !== quote.code}));
    return paged(
      el('ul', {class: 'quotes'}),
      entries,
      ({quote, opens}) => [
        ...(opens ? [el('li', {class: 'of-code'}, el(level, {}, codeName(quote.code)))] : []),
        quoteItem(quote),
      ],
      40,
    );
  };
  if (found.wordless > 0) {
    parts.push(
      el(
        'p',
        {class: 'note'},
        `${many(found.wordless, 'more answer')} belong${found.wordless === 1 ? 's' : ''} here, without words in this page. ${study.sampled ? study.sampled.note : ''}`,
      ),
    );
  }
  if (found.quotes.length > 0) parts.push(list(found.quotes));
  if (found.lost.length > 0) {
    parts.push(el(level, {class: 'taken-head'}, 'Taken away by a later coder, and not counted'), list(found.lost));
  }
  return parts;
}

function wordingNote() {
  return el('p', {class: 'wording'}, study.wordingNote);
}

/// Names that lead to transcripts; folded away where they are so many that they would stand before the words.
function people(label, respondents, total = respondents.length) {
  if (total === 0) return null;
  const shown = respondents.slice(0, 200);
  const rest = total - shown.length;
  const lead = el('span', {class: 'lead'}, `${label} (${total.toLocaleString('en')}): `);
  const names = [
    shown.map((r, i) => [
      i > 0 ? ', ' : '',
      goLink({respondent: r, at: null, mark: null}, {}, words(study.respondents[r].name)),
    ]),
    rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '',
  ];
  return total <= 40
    ? el('p', {class: 'people'}, lead, names)
    : el('details', {class: 'people'}, el('summary', {}, lead), el('p', {}, names));
}
