// From a number to the words behind it, and on to their place in the transcript.
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {closeQuietly, dataOf, etic, goTo, open, seeded, startBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const dialog = (page) => page.locator('dialog[open]');

/// Quotes as the panel shows them: `who, question, site` and the marked words.
function quotesOf(page, selector = 'dialog .quote:not(.taken)') {
  return page.locator(selector).evaluateAll((items) =>
    items.map((item) => ({
      cited:
        item.querySelector('.cited').firstChild.textContent + item.querySelector('.cited').childNodes[1].textContent,
      by: item.querySelector('.by').textContent,
      context: item.querySelector('blockquote').textContent,
      marked: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
    })),
  );
}

async function showAll(page) {
  while ((await page.locator('dialog .more:visible').count()) > 0)
    await page.locator('dialog .more:visible').first().click();
}

test('behind a cell stand its quotes, as `etic quotes` has them', async () => {
  const page = await open(browser, 'bundled', '#cols=site');
  const data = await dataOf(page);
  const pick = seeded(7);
  const sites = data.attributes[0].values;
  for (let i = 0; i < 12; ++i) {
    const code = data.codes[pick(data.codes.length)].name;
    const site = sites[pick(sites.length)];
    await goTo(page, `#cols=site&quotes=${code}&in=site:${site}`);
    await showAll(page);
    const rows = await etic('bundled', 'quotes', code, '--where', `site=${site}`);
    const shown = (await quotesOf(page)).flatMap(({cited, marked}) => marked.map((words) => `${cited} ${words}`));
    const quoted = rows
      .filter(({lost}) => lost === '')
      .map((row) => `${row.respondents}, ${row.question} ${row.quote}`);
    const flat = (list) => list.map((text) => text.replace(/\s+/g, ' ')).sort();
    assert.deepEqual(flat(shown), flat(quoted), `${code} at ${site}`);
    const taken = (await quotesOf(page, 'dialog .quote.taken')).length;
    assert.equal(taken, rows.filter(({lost}) => lost !== '').length, `${code} at ${site}, taken away`);
  }
  await closeQuietly(page);
});

test('a click on a cell opens it, with wording, context and coders', async () => {
  const page = await open(browser, 'bundled', '#view=matrix&rows=code&code=model-limit&group=G1&cols=model');
  const cell = page.locator('#matrix tr[data-code="model-limit.sector-lock"] td').first();
  assert.equal(await cell.textContent(), '2/5');
  await cell.locator('a').click();
  await dialog(page).waitFor();
  assert.match(
    await dialog(page).locator('.figure').textContent(),
    /^2\/5 respondents on record where it could be voiced: group G1, Investment model Park-in-Park\.$/,
  );
  assert.equal(
    await dialog(page).locator('.wording').textContent(),
    "Wording: paraphrase, not the respondents' own words.",
  );
  assert.deepEqual((await quotesOf(page))[1], {
    cited: 'G1-05, G1Q6',
    by: '(rules, study)',
    context:
      '(2) However, the model could be a limitation as well: the leading enterprises there have already fixed the industrial structure, so outstanding enterprises not matching it cannot be attracted by the Chinese overseas park.',
    marked: ['the leading enterprises there have already fixed the industrial structure'],
  });
  await goTo(page, '#quotes=model-limit.sector-lock');
  const [taken] = await quotesOf(page, 'dialog .quote.taken');
  assert.equal(taken.by, '(rejected by study: operation and strategy are restricted, not which tenants come)');
  await closeQuietly(page);
});

test('so does one on a number of the tally, of the codebook, and on a code that was searched for', async () => {
  const page = await open(browser, 'bundled', '#code=model-benefit&by=subquestion&q=faster');
  for (const [number, figure] of [
    [
      page.locator('#tally table[data-column=SQ3] tr[data-code="model-benefit.services"] a'),
      /^1\/11 .*: sub-question SQ3\.$/,
    ],
    [page.locator('#codebook .entry', {hasText: 'model-benefit.speed'}).locator('.amount a'), /^5\/22 .*voiced\.$/],
    [
      page.locator('#search .found-codes li', {hasText: 'model-benefit.speed'}).locator('a.count'),
      /^5\/22 .*voiced\.$/,
    ],
  ]) {
    await number.click();
    await dialog(page).waitFor();
    assert.match(await dialog(page).locator('.figure').textContent(), figure);
    assert.ok((await dialog(page).locator('.quote').count()) > 0);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({state: 'detached'});
  }
  await closeQuietly(page);
});

test('a quote leads to its place in the transcript', async () => {
  const page = await open(browser, 'bundled', '#quotes=model-limit.autonomy');
  const link = dialog(page).getByRole('link', {name: 'In the transcript: G1-07, G1Q6'}).first();
  await link.click();
  await dialog(page).locator('.answer').first().waitFor();
  assert.equal(await page.locator('#panel-title').textContent(), 'G1-07');
  const target = dialog(page).locator('mark.target').first();
  assert.match(await target.textContent(), /^What we have over/);
  assert.ok(await target.evaluate((mark) => document.activeElement === mark));
  const box = await target.boundingBox();
  assert.ok(box.y > 0 && box.y < 900);
  assert.ok((await dialog(page).locator('mark.on').count()) > 0);
  assert.equal(await dialog(page).locator('button[aria-pressed=true]').first().textContent(), 'Loss of independence');
  await dialog(page).getByRole('link', {name: 'Back to the quotes'}).click();
  await dialog(page).locator('.quote').first().waitFor();
  await closeQuietly(page);
});

test('a transcript has every answer whole, with what is lost and what is not on record', async () => {
  const page = await open(browser, 'bundled');
  const data = await dataOf(page);
  for (const name of ['G1-05', 'G3-02', 'G4-01', data.respondents[data.lost[0].r[0]].name]) {
    const r = data.respondents.findIndex((who) => who.name === name);
    await goTo(page, `#respondent=${name}`);
    const answers = data.answers.filter((answer) => answer.r.includes(r)).sort((a, b) => a.q - b.q);
    const said = await dialog(page)
      .locator('.said')
      .evaluateAll((list) => list.map((text) => text.textContent.replace(/\s+/g, '')));
    assert.deepEqual(
      said,
      answers.map(({t}) => data.texts[t].text.replace(/\s+/g, '')),
      name,
    );
    const lost = data.lost.filter((entry) => entry.r.includes(r));
    const text = await dialog(page).textContent();
    for (const {reason} of lost) assert.ok(text.includes(`Lost: ${reason}`));
    const asked = data.questions.filter(({group}) => group === data.respondents[r].group).length;
    if (answers.length + lost.length < asked) assert.match(text, /Not on record: /);
    assert.ok(text.includes(data.wordingNote));
  }
  await closeQuietly(page);
});

test('coded stretches are marked exactly, where codes overlap too', async () => {
  const page = await open(browser, 'bundled');
  const data = await dataOf(page);
  for (const name of ['G1-05', 'G2-07']) {
    const r = data.respondents.findIndex((who) => who.name === name);
    await goTo(page, `#respondent=${name}`);
    const marked = await dialog(page)
      .locator('.answer .said')
      .evaluateAll((list) =>
        list.map((said) => {
          const held = {};
          said.querySelectorAll('mark').forEach((mark) =>
            mark.dataset.codes.split(' ').forEach((code) => {
              held[code] = (held[code] || '') + mark.textContent;
            }),
          );
          return held;
        }),
      );
    const answers = data.answers.filter((answer) => answer.r.includes(r)).sort((a, b) => a.q - b.q);
    answers.forEach(({t}, i) => {
      const {text, marks} = data.texts[t];
      const expected = {};
      for (const code of new Set(marks.map(([held]) => held))) {
        const covered = new Set();
        marks
          .filter(([held]) => held === code)
          .forEach(([, , begin, end]) => {
            for (let at = begin; at < end; ++at) covered.add(at);
          });
        expected[code] = [...covered]
          .sort((a, b) => a - b)
          .map((at) => text[at])
          .join('');
      }
      assert.deepEqual(marked[i], expected, `${name}, answer ${i}`);
    });
  }
  await closeQuietly(page);
});

test('in a joint answer each voice has its own words', async () => {
  const page = await open(browser, 'turns', '#respondent=G1-01');
  const stretches = await dialog(page)
    .locator('.said p')
    .evaluateAll((list) =>
      list.map((p) => [p.querySelector('.speaker').textContent.trim(), Boolean(p.querySelector('mark'))]),
    );
  assert.deepEqual(stretches, [
    ['G1-01:', true],
    ['G1-02:', false],
    ['G1-01:', true],
  ]);
  assert.match(await dialog(page).textContent(), /A joint answer of G1-01, G1-02\./);
  await goTo(page, '#quotes=' + (await dataOf(page)).codes[0].name);
  assert.deepEqual((await quotesOf(page))[0].marked, ['A tap.', 'And a bench.']);
  assert.match(await dialog(page).locator('.figure').textContent(), /^1\/2 /);
  await closeQuietly(page);
});

test('behind a claim stand those for it, those against it, and the silent', async () => {
  const page = await open(browser, 'bundled', '#view=conclusions');
  const rows = await etic('bundled', 'conclude');
  const claim = page.locator('.claim[data-id="C5.1-10"]');
  assert.match(await claim.locator('.claim-verdict').textContent(), /understated\s*3 expected, 4 found/);
  await claim.getByRole('link', {name: '4/11'}).click();
  await dialog(page).waitFor();
  assert.deepEqual(
    (await quotesOf(page)).map(({cited}) => cited),
    ['G4-04, G4Q2', 'G4-07, G4Q2', 'G4-08, G4Q2', 'G4-09, G4Q2'],
  );
  assert.ok(await dialog(page).locator('.wording').isVisible());
  const people = async () => (await dialog(page).locator('.people a').allTextContents()).sort();
  for (const row of rows.filter((each) => each.n !== null).filter((_, i) => i % 9 === 0)) {
    for (const [side, who] of [
      ['for', row.support],
      ['against', row.against],
      ['silent', row.silent],
    ]) {
      await goTo(page, `#claim=${row.id}&side=${side}`);
      assert.deepEqual(await people(), [...who].sort(), `${row.id} ${side}`);
      if (side === 'silent' || who.length === 0) continue;
      await showAll(page);
      const quoted = new Set((await quotesOf(page)).flatMap(({cited}) => cited.split(',')[0].split(' ')));
      who.forEach((name) => assert.ok(quoted.has(name), `${row.id} ${side}: ${name} is quoted`));
    }
  }
  await closeQuietly(page);
});

test('Escape, the Close button and a click beside it close the panel, and focus returns', async () => {
  const page = await open(browser, 'bundled', '#view=matrix');
  const cell = page.locator('#matrix td a').nth(3);
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog(page).getByRole('button', {name: 'Close'}).click(),
    () => page.mouse.click(20, 400),
  ]) {
    await cell.click();
    await dialog(page).waitFor();
    assert.ok(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)));
    await close();
    await page.locator('dialog[open]').waitFor({state: 'detached'});
    assert.ok(await cell.evaluate((link) => document.activeElement === link));
    assert.ok(!(await page.evaluate(() => location.hash)).includes('quotes='));
  }
  await closeQuietly(page);
});
