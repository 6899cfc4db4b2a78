// Search in the words of the answers: every term must be there, in any order; "words in quotes" as they stand.

const folded = new Map();

function fold(text) {
  const lower = text.toLowerCase();
  // Places must stay what they are: a few letters grow when their case changes, and are left alone.
  return lower.length === text.length
    ? lower
    : Array.from({length: text.length}, (_, i) => {
        const letter = text[i].toLowerCase();
        return letter.length === 1 ? letter : text[i];
      }).join('');
}

function foldedText(t) {
  if (!folded.has(t)) folded.set(t, fold(study.texts[t].text));
  return folded.get(t);
}

function termsOf(query) {
  const terms = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]+)"|([^\s"]+)/g)) terms.push(fold(phrase || word));
  return terms;
}

let lastSearch = {key: null};

/// {hits: [{answer, places}], codes: [...]} within the filters that are on.
function searchOf(state) {
  const key = JSON.stringify([state.q, state.group, state.sub, state.values, state.code]);
  if (lastSearch.key === key) return lastSearch;
  const terms = termsOf(state.q);
  const hits = [];
  const seen = new Set();
  for (const i of selectionOf(state).responses) {
    const a = study.responses.answer[i];
    if (seen.has(a) || (state.code !== null && !bears(i, state.code))) continue;
    seen.add(a);
    const {t} = study.answers[a];
    if (t === undefined || t === null || terms.length === 0) continue;
    const text = foldedText(t);
    if (terms.every((term) => text.includes(term))) hits.push({answer: a, places: placesOf(text, terms)});
  }
  hits.sort((one, other) => one.answer - other.answer);
  const codes =
    terms.length === 0
      ? []
      : range(study.codes.length).filter((c) => {
          const {name, label, definition} = study.codes[c];
          const text = fold(`${name} ${label} ${definition}`);
          return terms.every((term) => text.includes(term));
        });
  lastSearch = {key, hits, codes};
  return lastSearch;
}

/// Where the words that are searched for stand in a text.
function placesIn(t, query) {
  return placesOf(foldedText(t), termsOf(query));
}

function placesOf(text, terms) {
  const places = [];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0 && places.length < 200; at = text.indexOf(term, at + term.length))
      places.push([at, at + term.length]);
  }
  return merged(places);
}

/// From a little before the first hit to a little after, at spaces.
function snippetAround(text, places) {
  const wide = 140;
  const [first] = places[0];
  let begin = first <= wide ? 0 : text.indexOf(' ', first - wide) + 1;
  if (begin <= 0 || begin > first) begin = first <= wide ? 0 : first - wide;
  const until = Math.max(places[0][1], first + wide * 2);
  let end = until >= text.length ? text.length : text.lastIndexOf(' ', until);
  if (end <= places[0][1]) end = Math.min(text.length, until);
  return [begin, end];
}

function buildSearch(section) {
  const body = el('div', {});
  section.append(body);
  return (state) => {
    if (state.q === '') {
      body.replaceChildren();
      return;
    }
    const found = searchOf(state);
    const parts = [];
    if (found.codes.length > 0) {
      const total = countsBy(state, '').counts;
      parts.push(
        el('h3', {}, 'In the codebook'),
        paged(
          el('ul', {class: 'found-codes'}),
          found.codes,
          (code) =>
            el(
              'li',
              {},
              codeName(code),
              ' ',
              countCell(total.cell(code, total.total), {quotes: code}),
              ' ',
              el('span', {class: 'definition'}, words(study.codes[code].definition)),
            ),
          10,
        ),
      );
    }
    parts.push(el('h3', {}, `In the answers: ${found.hits.length.toLocaleString('en')}`));
    if (found.hits.length === 0)
      parts.push(
        el(
          'p',
          {class: 'note'},
          'No answer holds these words',
          isFiltered(state) || state.code !== null ? ' under the filters that are on.' : '.',
        ),
      );
    else parts.push(wordingNote(), paged(el('ul', {class: 'quotes'}), found.hits, hitItem, 30));
    if (study.sampled) parts.push(el('p', {class: 'note'}, study.sampled.note));
    body.replaceChildren(...parts);
  };
}

function hitItem({answer: a, places}) {
  const answer = study.answers[a];
  const {text} = study.texts[answer.t];
  const [begin, end] = snippetAround(text, places);
  const respondent = answer.r[0];
  return el(
    'li',
    {class: 'quote'},
    el('p', {class: 'cited'}, citation(answer, -1)),
    el(
      'blockquote',
      {dir: 'auto'},
      begin > 0 ? '… ' : '',
      markedText(
        text,
        begin,
        end,
        places.filter(([from, to]) => from >= begin && to <= end),
      ),
      end < text.length ? ' …' : '',
    ),
    el(
      'p',
      {class: 'to'},
      goLink(
        {...noPanel, respondent, at: {question: answer.q, begin: null}},
        {'aria-label': `In the transcript: ${study.respondents[respondent].name}, ${study.questions[answer.q].code}`},
        'In the transcript',
      ),
    ),
  );
}
