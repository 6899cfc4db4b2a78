// Counts as `etic tally` and `etic matrix` count: respondents who voice a code, of those on record where it could be
// voiced. A filter leaves a selection, an axis places its responses in columns, `count` fills the cells.

/// The part of the study that fits a filter: {group, sub, values: [{attribute, value}]}, null where anything does.
function select(filter) {
  const ofInterview = filter.values.filter((term) => study.attributes[term.attribute].of === 'interview');
  const ofRespondent = filter.values.filter((term) => study.attributes[term.attribute].of !== 'interview');
  const interviewFits = study.interviews.map((interview) => ofInterview.every((term) => holds(interview, term)));
  const respondentFits = study.respondents.map(
    (who, r) =>
      (filter.group === null || who.group === filter.group) &&
      ofRespondent.every((term) => holds(who, term)) &&
      ofInterview.every((term) => study.interviewsOf[r].some((i) => holds(study.interviews[i], term))),
  );
  const asks = study.questions.map(
    (question, q) =>
      (filter.group === null || question.group === filter.group) &&
      (filter.sub === null || study.questionsOfSub[filter.sub].has(q)),
  );
  const {responses} = study;
  const kept = [];
  for (let i = 0; i < responses.length; ++i) {
    if (!respondentFits[responses.respondent[i]] || !asks[responses.question[i]]) continue;
    if (interviewFits[study.answers[responses.answer[i]].i]) kept.push(i);
  }
  // By design only the groups of those who hold an attribute's value could be asked under it.
  const groupsLeft = new Set(study.respondents.filter((_, r) => respondentFits[r]).map((who) => who.group));
  const questions = asks.map(
    (asked, q) => asked && (filter.values.length === 0 || groupsLeft.has(study.questions[q].group)),
  );
  return {responses: Int32Array.from(kept), respondentFits, interviewFits, asks, questions};
}

function holds(holder, {attribute, value}) {
  return (holder.attributes[attribute] || []).includes(value);
}

/// An axis by its name in `etic matrix --cols`, or null.
function axisNamed(name) {
  if (['group', 'subquestion', 'question', 'respondent'].includes(name)) return {name};
  const attribute = study.attributes.findIndex((known) => known.name === name);
  return attribute < 0 ? null : {name, attribute};
}

/// Columns of an axis under a selection: the items {key, label, design: questions that could be asked there}, and
/// `of(response)`: the items it falls on.
function place(axis, selection) {
  if (axis.attribute !== undefined) return placeByAttribute(axis.attribute, selection);
  const {responses, questions} = study;
  if (axis.name === 'respondent') {
    const items = study.respondents.map((who) => ({
      key: who.name,
      label: who.name,
      design: study.questionsOfGroup[who.group],
    }));
    const met = selection.respondentFits.map(
      (fits, r) => fits && study.questionsOfGroup[study.respondents[r].group].some((q) => hasSlot(selection, r, q)),
    );
    const itself = items.map((_, r) => [r]);
    return keepUsed(items, met, selection, (i) => itself[responses.respondent[i]]);
  }
  let items;
  let itemsOf;
  if (axis.name === 'group') {
    items = study.groups.map((group, g) => ({key: group.name, label: group.label, design: study.questionsOfGroup[g]}));
    itemsOf = questions.map((question) => [question.group]);
  } else if (axis.name === 'question') {
    items = questions.map((question, q) => ({key: question.code, label: question.text, design: [q]}));
    itemsOf = questions.map((_, q) => [q]);
  } else {
    items = study.subQuestions.map((sub, s) => ({
      key: sub.name,
      label: sub.question,
      design: [...study.questionsOfSub[s]],
    }));
    itemsOf = questions.map((_, q) => range(items.length).filter((s) => study.questionsOfSub[s].has(q)));
  }
  const unserved = range(questions.length).filter((q) => itemsOf[q].length === 0);
  items.push({key: '(none)', label: '', design: unserved});
  unserved.forEach((q) => itemsOf[q].push(items.length - 1));
  const used = items.map((item) => item.design.some((q) => selection.questions[q]));
  used[items.length - 1] =
    unserved.length > 0 && selection.responses.some((i) => unserved.includes(responses.question[i]));
  return keepUsed(items, used, selection, (i) => itemsOf[responses.question[i]]);
}

function placeByAttribute(attribute, selection) {
  const {responses} = study;
  const ofInterview = study.attributes[attribute].of === 'interview';
  const items = study.attributes[attribute].values.map((value) => ({key: value, label: '', design: []}));
  const none = items.length;
  items.push({key: '(none)', label: '', design: []});
  const orNone = (values) => (values && values.length > 0 ? values : [none]);
  const held = (ofInterview ? study.interviews : study.respondents).map((holder) =>
    orNone(holder.attributes[attribute]),
  );
  const possible = ofInterview ? possibleValues(attribute).map(orNone) : held;
  const groups = items.map(() => new Set());
  const used = items.map(() => false);
  study.respondents.forEach((who, r) => {
    if (!selection.respondentFits[r]) return;
    for (const q of study.questionsOfGroup[who.group]) {
      if (!hasSlot(selection, r, q)) continue;
      const interview = interviewAt(r, q);
      const recorded = responses.at.has(placeKey(r, q));
      const falls = ofInterview ? (interview === null ? possible[r] : held[interview]) : held[r];
      for (const item of falls) {
        groups[item].add(who.group);
        used[item] = used[item] || item !== none || recorded;
      }
    }
  });
  items.forEach((item, i) => groups[i].forEach((g) => item.design.push(...study.questionsOfGroup[g])));
  return keepUsed(
    items,
    used,
    selection,
    (i) => held[ofInterview ? study.answers[responses.answer[i]].i : responses.respondent[i]],
  );
}

/// What each respondent's answers could hold: of an attribute of interviews, what any of them holds.
function possibleValues(attribute) {
  return study.interviewsOf.map((held) => [
    ...new Set(held.flatMap((i) => study.interviews[i].attributes[attribute] || [])),
  ]);
}

/// The interview where an answer was given, or is known to have been given; null where there was none.
function interviewAt(respondent, question) {
  const response = study.responses.at.get(placeKey(respondent, question));
  if (response !== undefined) return study.answers[study.responses.answer[response]].i;
  const lost = study.lostAt.get(placeKey(respondent, question));
  return lost && lost.i !== undefined ? lost.i : null;
}

/// Whether the selection holds a place for an answer of a respondent who fits, given or not.
function hasSlot(selection, respondent, question) {
  if (!selection.asks[question]) return false;
  const interview = interviewAt(respondent, question);
  return interview === null || selection.interviewFits[interview];
}

function keepUsed(items, used, selection, itemsOf) {
  const renumbered = new Map();
  items.forEach((_, i) => {
    if (used[i]) renumbered.set(i, renumbered.size);
  });
  const kept = items.filter((_, i) => used[i]);
  kept.forEach((item) => {
    item.design = new Set(item.design.filter((q) => selection.questions[q]));
  });
  const cache = new Map();
  const of = (response) => {
    const before = itemsOf(response);
    if (!cache.has(before))
      cache.set(
        before,
        before.filter((i) => renumbered.has(i)).map((i) => renumbered.get(i)),
      );
    return cache.get(before);
  };
  return {items: kept, of};
}

// Codes that can occur under the same questions have the same bases: each sort of them is counted once. Not so where
// answers were not all read, since then a base depends on who bears the code, too.
const sorts = sortCodes();

function sortCodes() {
  const unread = study.answers.some((answer) => answer.u && answer.u.length > 0);
  const known = new Map();
  const of = study.codes.map((code, c) => {
    const key = unread ? c : code.scope.join(' ');
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key);
  });
  const byQuestion = study.questions.map(() => []);
  const seen = new Set();
  study.codes.forEach((code, c) => {
    if (seen.has(of[c])) return;
    seen.add(of[c]);
    code.scope.forEach((q) => byQuestion[q].push(of[c]));
  });
  return {unread, of, byQuestion, length: known.size};
}

/// Whether it is known if a response bears a code: somebody has read its answer for it, or assigned it.
function isRead(answer, response, code) {
  return !answer.u || !answer.u.includes(study.codes[code].book) || bears(response, code);
}

/// The cells of all codes: `cell(code, column)`, the last column being the total.
function count(selection, places) {
  const columns = (places ? places.items.length : 0) + 1;
  const total = columns - 1;
  const bases = new Uint32Array(sorts.length * columns);
  const lastBase = new Int32Array(sorts.length * columns).fill(-1);
  const bearers = new Uint32Array(study.codes.length * columns);
  const lastBearer = new Int32Array(study.codes.length * columns).fill(-1);
  const joint = [];
  const {respondent, question, answer, begins, codes} = study.responses;
  for (const i of selection.responses) {
    const who = respondent[i];
    const told = study.answers[answer[i]];
    const falls = places ? places.of(i) : [];
    for (const sort of sorts.byQuestion[question[i]]) {
      if (sorts.unread && !isRead(told, i, sort)) continue;
      const row = sort * columns;
      for (let k = 0; k <= falls.length; ++k) {
        const cell = row + (k < falls.length ? falls[k] : total);
        if (lastBase[cell] === who) continue;
        lastBase[cell] = who;
        ++bases[cell];
      }
    }
    if (told.r.length > 1) joint.push(i);
    for (let c = begins[i]; c < begins[i + 1]; ++c) {
      const row = codes[c] * columns;
      for (let k = 0; k <= falls.length; ++k) {
        const cell = row + (k < falls.length ? falls[k] : total);
        if (lastBearer[cell] === who) continue;
        lastBearer[cell] = who;
        ++bearers[cell];
      }
    }
  }
  const couldOccur = (code, column) =>
    study.codes[code].scope.some((q) =>
      column === total ? selection.questions[q] : places.items[column].design.has(q),
    );
  return {
    total,
    /// Joint answers in the bases of these codes.
    jointAnswers(shown) {
      const isIn = (i) =>
        shown.some(
          (code) => study.codes[code].scope.includes(question[i]) && isRead(study.answers[answer[i]], i, code),
        );
      return new Set(joint.filter(isIn).map((i) => answer[i])).size;
    },
    /// {n, base}, base 0 where nothing is on record, or null where by design nobody could be asked.
    cell(code, column) {
      if (!couldOccur(code, column)) return null;
      return {n: bearers[code * columns + column], base: bases[sorts.of[code] * columns + column]};
    },
  };
}

/// Those behind one cell: responses that bear the code, and who is in its base without bearing it.
function behindCell(selection, code, places, column) {
  const {respondent, question, answer} = study.responses;
  const scope = new Set(study.codes[code].scope);
  const bearing = [];
  const base = new Set();
  for (const i of selection.responses) {
    if (!scope.has(question[i])) continue;
    if (places && !places.of(i).includes(column)) continue;
    if (bears(i, code)) bearing.push(i);
    if (isRead(study.answers[answer[i]], i, code)) base.add(respondent[i]);
  }
  const voicing = new Set(bearing.map((i) => respondent[i]));
  return {bearing, voicing: [...voicing], quiet: [...base].filter((r) => !voicing.has(r))};
}
