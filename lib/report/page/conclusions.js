// Conclusions with their verdicts. They stand for the whole study: filters on people never change a verdict.

function buildConclusions(section) {
  const notice = el(
    'p',
    {class: 'notice', hidden: true},
    'Verdicts are of the whole study, whatever is filtered. A sub-question or a code picks the conclusions that are listed.',
  );
  const sums = el('p', {class: 'verdicts', role: 'group', 'aria-label': 'Only conclusions with this verdict'});
  const body = el('div', {});
  section.append(notice, sums, body);
  return (state) => {
    notice.hidden = !isFiltered(state) && state.code === null;
    const about = range(study.conclusions.rows.length).filter((c) => isAbout(study.conclusions.rows[c], state));
    const focused = sums.contains(document.activeElement) ? document.activeElement.dataset.verdict : null;
    sums.replaceChildren(
      ...Object.keys(verdicts)
        .map((verdict) => {
          const n = about.filter((c) => study.conclusions.rows[c].verdict === verdict).length;
          return n === 0 && state.verdict !== verdict
            ? ''
            : el(
                'button',
                {
                  type: 'button',
                  class: 'button',
                  'data-verdict': verdict,
                  'aria-pressed': String(state.verdict === verdict),
                  title: verdicts[verdict],
                  onclick: () => go({verdict: current.verdict === verdict ? '' : verdict}),
                },
                verdictMark(verdict),
                ` ${n}`,
              );
        })
        .filter(Boolean),
    );
    if (focused) {
      const again = [...sums.children].find((button) => button.dataset.verdict === focused);
      if (again) again.focus();
    }
    const shown = about.filter((c) => state.verdict === '' || study.conclusions.rows[c].verdict === state.verdict);
    const parts = [];
    const subs = [...new Set(shown.map((c) => study.conclusions.rows[c].sub))];
    subs.sort((a, b) => (a === null) - (b === null) || a - b);
    for (const sub of subs) {
      const rows = shown.filter((c) => study.conclusions.rows[c].sub === sub);
      if (sub !== null || subs.length > 1)
        parts.push(
          el(
            'h3',
            {},
            sub === null
              ? 'Of no sub-question'
              : [el('span', {class: 'id'}, study.subQuestions[sub].name), ' ', words(study.subQuestions[sub].question)],
          ),
        );
      if (sub !== null && study.subQuestions[sub].hypothesis)
        parts.push(
          el(
            'p',
            {class: 'hypothesis'},
            el('span', {class: 'lead'}, 'Hypothesis: '),
            words(study.subQuestions[sub].hypothesis),
          ),
        );
      parts.push(paged(el('ol', {class: 'claims'}), rows, claimItem, 200));
    }
    if (shown.length === 0)
      parts.push(el('p', {class: 'note'}, 'No conclusion is left under the filters that are on.'));
    body.replaceChildren(...parts, ...study.conclusions.notes.map((note) => el('p', {class: 'note'}, note)));
  };
}

function isAbout(row, state) {
  if (state.sub !== null && row.sub !== state.sub) return false;
  if (state.code === null) return true;
  const wanted = new Set(study.subtree[state.code]);
  return [...row.supportCodes, ...row.oppositionCodes].some((code) => wanted.has(code));
}

function claimItem(c) {
  const row = study.conclusions.rows[c];
  const figure = (side, n, text) =>
    el(
      'span',
      {class: 'side'},
      `${side} `,
      n > 0 ? goLink({...noPanel, claim: c, side}, {class: 'count'}, text) : el('span', {class: 'count none'}, text),
    );
  const figures =
    row.n === null || row.n === undefined
      ? ''
      : el(
          'p',
          {class: 'sides-line'},
          row.says ? el('span', {class: 'side'}, 'says ', el('b', {}, words(row.says))) : '',
          figure('for', row.n, `${row.n}/${row.base}`),
          figure('against', row.against, String(row.against)),
          figure('silent', row.silent, String(row.silent)),
        );
  return el(
    'li',
    {class: 'claim', 'data-id': row.id},
    el(
      'p',
      {class: 'claim-id'},
      el('span', {class: 'id'}, words(row.id)),
      row.section ? el('span', {class: 'section-number'}, ` ${row.section}`) : '',
    ),
    el(
      'div',
      {class: 'claim-body'},
      el('p', {class: 'statement', dir: 'auto'}, row.statement),
      figures,
      row.reason ? el('p', {class: 'reason', dir: 'auto'}, row.reason) : '',
      row.evidence
        ? el(
            'details',
            {class: 'query'},
            el('summary', {}, 'Evidence asked for'),
            el('p', {}, el('code', {dir: 'auto'}, row.evidence)),
            row.againstQuery ? el('p', {}, 'against: ', el('code', {dir: 'auto'}, row.againstQuery)) : '',
          )
        : '',
    ),
    el(
      'p',
      {class: 'claim-verdict'},
      verdictMark(row.verdict),
      row.why ? el('span', {class: 'why'}, words(row.why)) : '',
    ),
  );
}
