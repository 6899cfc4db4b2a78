// The page: its sections in order, drawn when the address asks for something else; what is in view first, the rest as
// soon as there is time.

const filterKey = (state) => [state.group, state.sub, state.values];

const sections = [
  {id: 'search', title: 'Search', build: buildSearch, key: (s) => [s.q, filterKey(s), s.code], inContents: false},
  {id: 'respondents', title: 'Respondents', build: buildRespondents, key: filterKey},
  {id: 'codebook', title: 'Codebook', build: buildCodebook, key: (s) => [filterKey(s), s.code, s.definitions]},
  {id: 'tally', title: 'Tally', build: buildTally, key: (s) => [filterKey(s), s.code, s.by, s.list]},
  {id: 'matrix', title: 'Matrices', build: buildMatrix, key: (s) => [filterKey(s), s.code, s.rows, s.cols]},
  {
    id: 'conclusions',
    title: 'Conclusions',
    build: buildConclusions,
    key: (s) => [isFiltered(s), s.sub, s.code, s.verdict],
    missing: !study.conclusions || study.conclusions.rows.length === 0,
  },
  {
    id: 'agreement',
    title: 'Agreement',
    build: buildAgreement,
    key: (s) => [isFiltered(s), s.code !== null],
    missing: !study.agreement || study.agreement.length === 0,
  },
].filter((section) => !section.missing);

function sectionNames() {
  return sections.map((section) => section.id);
}

function buildSections() {
  const main = document.getElementById('main');
  for (const section of sections) {
    section.heading = el('h2', {id: `${section.id}-title`, tabindex: '-1'}, section.title);
    section.element = el(
      'section',
      {id: section.id, class: 'part', 'aria-labelledby': `${section.id}-title`},
      section.heading,
    );
    section.draw = section.build(section.element);
    section.drawn = null;
    main.append(section.element);
  }
  document.getElementById('search').hidden = true;
}

function draw(section) {
  const key = JSON.stringify(section.key(current));
  if (section.drawn === key) return;
  section.drawn = key;
  section.draw(current);
}

let idle = 0;

function drawSections() {
  const waiting = sections.filter((section) => section.drawn !== JSON.stringify(section.key(current)));
  waiting.filter(isInView).forEach(draw);
  cancelLater(idle);
  const rest = waiting.filter((section) => section.drawn !== JSON.stringify(section.key(current)));
  const next = () => {
    if (rest.length === 0) {
      document.getElementById('main').removeAttribute('aria-busy');
      return;
    }
    draw(rest.shift());
    idle = later(next);
  };
  document.getElementById('main').setAttribute('aria-busy', 'true');
  if (rest.length === 0) next();
  else idle = later(next);
}

function drawAll() {
  sections.forEach(draw);
}

const later = window.requestIdleCallback
  ? (work) => window.requestIdleCallback(work, {timeout: 200})
  : (work) => setTimeout(work, 1);
const cancelLater = window.cancelIdleCallback || clearTimeout;

function isInView({element}) {
  if (element.hidden) return false;
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > -200 && top < window.innerHeight + 200;
}

function showSection(id) {
  const section = sections.find((candidate) => candidate.id === id);
  if (!section || section.element.hidden) return;
  draw(section);
  section.element.scrollIntoView({block: 'start'});
  section.heading.focus({preventScroll: true});
}

function render() {
  const before = current;
  current = readState(location.hash);
  document.getElementById('search').hidden = current.q === '';
  showFilters(current);
  drawSections();
  showStatus(current);
  const moved = current.view && (!before || before.view !== current.view);
  const typing = document.activeElement === filterFields.q;
  if (moved && !typing) showSection(current.view);
  else if (moved) document.getElementById('search').scrollIntoView({block: 'start'});
  showPanel(current);
}

function drawHeader() {
  document.title = study.title ? `${study.title}: report` : 'Report of an interview study';
  const joint = study.answers.filter((answer) => answer.r.length > 1).length;
  const amounts = [
    `${many(study.respondents.length, 'respondent')} in ${many(study.groups.length, 'group')}`,
    `${many(study.interviews.length, 'interview')}`,
    `${many(study.answers.length, 'answer')} to ${many(study.questions.length, 'question')}${joint ? `, ${joint} of them joint` : ''}`,
    `${many(study.codes.length, 'code')} in ${many(study.books.length, 'codebook')}`,
    study.conclusions ? many(study.conclusions.rows.length, 'conclusion') : '',
  ].filter(Boolean);
  document.getElementById('study').append(
    el('p', {class: 'kind'}, 'Report of an interview study'),
    el('h1', {dir: 'auto'}, study.title || 'Untitled study'),
    study.source ? el('p', {class: 'source', dir: 'auto'}, study.source) : '',
    el(
      'ul',
      {class: 'amounts'},
      amounts.map((amount) => el('li', {}, amount)),
    ),
    el('p', {class: 'wording'}, study.wordingNote, study.codedBy ? ` Answers ${study.codedBy}.` : ''),
    study.sampled ? el('p', {class: 'notice'}, study.sampled.note) : '',
    study.subQuestions.length
      ? el(
          'dl',
          {class: 'sub-questions'},
          study.subQuestions.map((sub) =>
            el(
              'div',
              {},
              el(
                'dt',
                {},
                goLink({sub: study.subNamed.get(sub.name)}, {'aria-label': `Filter: ${sub.name}`}, words(sub.name)),
              ),
              el('dd', {}, words(sub.question)),
            ),
          ),
        )
      : '',
  );
  document
    .getElementById('colophon')
    .append(
      el(
        'p',
        {},
        'A number n/base counts respondents: n voice it, of those with an answer on record where it could be voiced. An empty cell: by design nobody could be asked. –: nobody is on record. Voiced is not believed, and silence is not disagreement.',
      ),
      el('p', {}, 'Made by etic from the study’s own files.'),
    );
}

function openForPrint() {
  drawAll();
  layPanel(true);
  document.querySelectorAll('main details').forEach((details) => {
    if (!details.open) {
      details.open = true;
      details.dataset.opened = '';
    }
  });
}

function closeAfterPrint() {
  layPanel(false);
  document.querySelectorAll('details[data-opened]').forEach((details) => {
    details.open = false;
    delete details.dataset.opened;
  });
}

/// Headings that are gone to must not hide under the bar, which grows and shrinks.
function keepBarHeight() {
  const bar = document.getElementById('bar');
  const measure = () => document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  measure();
}

drawHeader();
buildSections();
buildBar();
keepBarHeight();
window.addEventListener('hashchange', render);
window.addEventListener('scroll', () => sections.filter(isInView).forEach(draw), {passive: true});
window.addEventListener('beforeprint', openForPrint);
window.addEventListener('afterprint', closeAfterPrint);
render();
