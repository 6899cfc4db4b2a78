'use strict';

// The study as it stands in the page, and what is looked up in it often. Everything else reads it, nothing writes it.
const given = unpacked(JSON.parse(document.getElementById('data').textContent));
const study = readStudy(given);

/// There are many answers, so that their fields come without names; a text all of whose words are one voice's without
/// its stretches.
function unpacked(data) {
  data.answers = data.answers.map(([i, q, r, c, t, v, u]) => ({i, q, r, c, t, v, u}));
  data.texts.forEach((text) => {
    text.stretches ??= [[0, text.text.length, 'talk', 0]];
  });
  return data;
}

function readStudy(data) {
  const codes = data.codes;
  const depth = codes.map(() => 0);
  const ancestors = codes.map(() => []);
  codes.forEach((code, i) => {
    if (code.parent === null || code.parent === undefined) return;
    depth[i] = depth[code.parent] + 1;
    ancestors[i] = [code.parent, ...ancestors[code.parent]];
  });
  const subtree = codes.map((_, i) => [i]);
  codes.forEach((_, i) => ancestors[i].forEach((above) => subtree[above].push(i)));
  const positions = (list, key) => new Map(list.map((item, i) => [item[key], i]));
  return {
    ...data,
    depth,
    ancestors,
    subtree,
    codeNamed: positions(codes, 'name'),
    groupNamed: positions(data.groups, 'name'),
    questionNamed: positions(data.questions, 'code'),
    subNamed: positions(data.subQuestions, 'name'),
    respondentNamed: positions(data.respondents, 'name'),
    conclusionNamed: positions(data.conclusions ? data.conclusions.rows : [], 'id'),
    questionsOfGroup: data.groups.map((_, g) =>
      range(data.questions.length).filter((q) => data.questions[q].group === g),
    ),
    questionsOfSub: data.subQuestions.map((sub) => new Set([...sub.asked, ...sub.also])),
    respondentsOfGroup: data.groups.map((_, g) =>
      range(data.respondents.length).filter((r) => data.respondents[r].group === g),
    ),
    interviewsOf: interviewsByRespondent(data),
    responses: readResponses(data, ancestors),
    lostAt: lostByPlace(data),
  };
}

function range(length) {
  return Array.from({length}, (_, i) => i);
}

function interviewsByRespondent(data) {
  const held = data.respondents.map(() => []);
  data.interviews.forEach((interview, i) => interview.respondents.forEach((r) => held[r].push(i)));
  return held;
}

function lostByPlace(data) {
  const lost = new Map();
  data.lost.forEach((entry) => entry.r.forEach((r) => lost.set(placeKey(r, entry.q), entry)));
  return lost;
}

function placeKey(respondent, question) {
  return respondent * given.questions.length + question;
}

/// Respondent × question with an answer on record, by respondent and then question, and the codes each bears: those of
/// the voices that are the respondent's, with all themes above them. Flat arrays, since big studies have many.
function readResponses(data, ancestors) {
  const all = [];
  data.answers.forEach((answer, a) => answer.r.forEach((r) => all.push({r, q: answer.q, a})));
  all.sort((one, other) => one.r - other.r || one.q - other.q || one.a - other.a);
  const responses = {
    length: all.length,
    respondent: new Int32Array(all.length),
    question: new Int32Array(all.length),
    answer: new Int32Array(all.length),
    silent: new Uint8Array(all.length),
    begins: new Int32Array(all.length + 1),
    codes: null,
    at: new Map(),
  };
  const borne = [];
  all.forEach(({r, q, a}, i) => {
    responses.respondent[i] = r;
    responses.question[i] = q;
    responses.answer[i] = a;
    responses.at.set(placeKey(r, q), i);
    const own = codesBorne(data.answers[a], r);
    responses.silent[i] = own.size > 0 && [...own].every((code) => data.codes[code].silence) ? 1 : 0;
    const closed = new Set(own);
    own.forEach((code) => ancestors[code].forEach((above) => closed.add(above)));
    closed.forEach((code) => borne.push(code));
    responses.begins[i + 1] = borne.length;
  });
  responses.codes = Int32Array.from(borne);
  return responses;
}

function codesBorne(answer, respondent) {
  const own = new Set();
  answer.c.forEach((codes, voice) => {
    if (isVoiceOf(answer, voice, respondent)) codes.forEach((code) => own.add(code));
  });
  return own;
}

function isVoiceOf(answer, voice, respondent) {
  const alone = answer.v ? answer.v[voice] : null;
  return alone === null || alone === undefined || alone === respondent;
}

function bears(response, code) {
  const {begins, codes} = study.responses;
  for (let i = begins[response]; i < begins[response + 1]; ++i) if (codes[i] === code) return true;
  return false;
}

/// What a response holds of an attribute: positions in the attribute's values.
function valuesOf(respondent, interview, attribute) {
  const holder =
    study.attributes[attribute].of === 'interview' ? study.interviews[interview] : study.respondents[respondent];
  return holder.attributes[attribute] || [];
}
