// Filters, search, and the address that holds them.
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {closeQuietly, dataOf, etic, goTo, matrixOf, open, settled, startBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const hashOf = (page) => page.evaluate(() => location.hash);
const status = (page) => page.locator('#status').textContent();

async function choose(page, label, value) {
  const before = await hashOf(page);
  await page.getByLabel(label, {exact: true}).selectOption(value);
  await page.waitForFunction((hash) => location.hash !== hash, before);
  await settled(page);
}

test('filters narrow the figures, say so, and are taken back', async () => {
  const page = await open(browser, 'bundled');
  const all = await matrixOf(page);
  assert.deepEqual(Object.keys(all['model-limit']), ['G1', 'G2', 'G3', 'G4', 'G5', '(total)']);
  await choose(page, 'Group', {label: 'G1  Overseas park investors and operators'});
  await choose(page, 'Park', {label: 'KITIC'});
  assert.match(await hashOf(page), /group=G1&site=KITIC/);
  assert.equal(await status(page), 'Filtered to group G1, Park KITIC: 2 of 56 respondents, 26 of 349 answers.');
  assert.deepEqual((await matrixOf(page))['model-limit'], {G1: '2/2', '(total)': '2/2'});
  assert.ok(await page.locator('#conclusions .notice').isVisible());
  await page.getByRole('button', {name: 'Clear', exact: true}).click();
  await page.waitForFunction(() => !location.hash.includes('group'));
  await settled(page);
  assert.deepEqual(await matrixOf(page), all);
  assert.equal(await status(page), '');
  await closeQuietly(page);
});

test('the grid of respondents follows the filters', async () => {
  const page = await open(browser, 'bundled', '#site=VCEP&sq=SQ3');
  const people = await page.locator('#respondents .slots th[scope=row]').allTextContents();
  const data = await dataOf(page);
  const vcep = data.attributes[0].values.indexOf('VCEP');
  assert.deepEqual(
    people,
    data.respondents
      .filter((who) => who.attributes[0].includes(vcep) && ['G1', 'G2', 'G5'].includes(data.groups[who.group].name))
      .map(({name}) => name),
  );
  assert.ok((await page.locator('#respondents .slots').first().locator('.slot.recorded').count()) > 0);
  await closeQuietly(page);
});

test('lost answers and non-answers stand in the grid', async () => {
  const page = await open(browser, 'bundled', '#view=respondents');
  const data = await dataOf(page);
  assert.equal(await page.locator('#respondents td .slot.lost').count(), data.lost.flatMap(({r}) => r).length);
  const nonAnswers = await etic('bundled', 'tally', '--code', 'non-answer', '--count', 'responses');
  assert.equal(await page.locator('#respondents td .slot.silent').count(), nonAnswers[0].n);
  await closeQuietly(page);
});

test('a code or theme is found by id, by label, and by a part of either', async () => {
  const page = await open(browser, 'bundled');
  const field = page.getByLabel('Code or theme');
  for (const [typed, code] of [
    ['model-limit.fees', 'model-limit.fees'],
    ['Loss of independence', 'model-limit.autonomy'],
    ['sector-lock', 'model-limit.sector-lock'],
  ]) {
    await field.fill(typed);
    await field.press('Enter');
    await page.waitForFunction((name) => location.hash.includes(`code=${name}`), code);
  }
  await settled(page);
  assert.equal(await page.locator('#tally tbody tr').count(), 1);
  const claims = await page.locator('#conclusions .claim').count();
  await field.fill('no such thing');
  await field.press('Enter');
  assert.equal(await page.locator('#code-complaint').textContent(), 'no such code');
  assert.equal(await page.locator('#conclusions .claim').count(), claims);
  await field.fill('');
  await field.press('Enter');
  await page.waitForFunction(() => !location.hash.includes('code='));
  await closeQuietly(page);
});

test('a sub-question and a code pick conclusions, and no filter changes a verdict', async () => {
  const page = await open(browser, 'bundled', '#view=conclusions');
  const verdicts = () =>
    page
      .locator('#conclusions .claim')
      .evaluateAll((claims) =>
        Object.fromEntries(
          claims.map((claim) => [
            claim.dataset.id,
            claim.querySelector('.claim-verdict .verdict').textContent.trim() +
              claim.querySelector('.sides-line')?.textContent,
          ]),
        ),
      );
  const all = await verdicts();
  const rows = await etic('bundled', 'conclude');
  assert.deepEqual(Object.keys(all).sort(), rows.map(({id}) => id).sort());
  rows.forEach(({id, verdict}) => assert.ok(all[id].startsWith(verdict), id));
  await goTo(page, '#view=conclusions&sq=SQ2');
  const some = await verdicts();
  assert.deepEqual(
    Object.keys(some).sort(),
    rows
      .filter((row) => row.sub_question === 'SQ2')
      .map(({id}) => id)
      .sort(),
  );
  Object.entries(some).forEach(([id, text]) => assert.equal(text, all[id]));
  await goTo(page, '#view=conclusions&group=G1&site=KITIC');
  assert.deepEqual(await verdicts(), all);
  await goTo(page, '#view=conclusions&verdict=contested');
  assert.deepEqual(
    Object.keys(await verdicts()).sort(),
    rows
      .filter(({verdict}) => verdict === 'contested')
      .map(({id}) => id)
      .sort(),
  );
  await closeQuietly(page);
});

test('search finds all words of an answer, in any case, and keeps to the filters', async () => {
  const page = await open(browser, 'bundled');
  const data = await dataOf(page);
  const holding = (...words) =>
    data.answers.filter((answer) => words.every((word) => data.texts[answer.t].text.toLowerCase().includes(word)));
  const heading = () => page.locator('#search h3').last().textContent();
  await page.getByLabel('Search the answers').fill('MARKET government');
  await page.waitForFunction(() => location.hash.includes('q=MARKET+government'));
  await settled(page);
  const found = holding('market', 'government');
  assert.ok(found.length > 1);
  assert.equal(await heading(), `In the answers: ${found.length}`);
  assert.equal(await page.locator('#search .quote').count(), found.length);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await goTo(page, '#q="industrial+park"&group=G4');
  assert.equal(
    await heading(),
    `In the answers: ${holding('industrial park').filter(({q}) => data.groups[data.questions[q].group].name === 'G4').length}`,
  );
  await goTo(page, '#q=no-such-word-at-all');
  assert.equal(await heading(), 'In the answers: 0');
  assert.match(await status(page), /0 answers/);
  await goTo(page, '#q=autonomy');
  await page.locator('#search .quote .to a').first().click();
  await page.locator('dialog[open]').waitFor();
  assert.ok((await page.locator('dialog mark.hit').count()) > 0);
  await closeQuietly(page);
});

test('the address holds the state, and Back goes back', async () => {
  const page = await open(browser, 'bundled');
  await choose(page, 'Group', {label: 'G1  Overseas park investors and operators'});
  await choose(page, 'Columns', 'site');
  await choose(page, 'Sub-question', {index: 1});
  const hash = await hashOf(page);
  const shown = await matrixOf(page);
  const again = await open(browser, 'bundled', hash);
  assert.deepEqual(await matrixOf(again), shown);
  assert.equal(
    await again.getByLabel('Group', {exact: true}).inputValue(),
    await page.getByLabel('Group', {exact: true}).inputValue(),
  );
  assert.equal(await again.getByLabel('Columns').inputValue(), 'site');
  await closeQuietly(again);

  await page.locator('#matrix td a').first().click();
  await page.locator('dialog[open]').waitFor();
  await page.locator('dialog .quote .to a').first().click();
  await page.locator('dialog .answer').first().waitFor();
  const deep = await hashOf(page);
  const deepAgain = await open(browser, 'bundled', deep);
  assert.equal(await deepAgain.locator('#panel-title').textContent(), await page.locator('#panel-title').textContent());
  assert.equal(
    await deepAgain.locator('dialog .target').first().textContent(),
    await page.locator('dialog .target').first().textContent(),
  );
  await closeQuietly(deepAgain);

  await page.goBack();
  await page.locator('dialog .quote').first().waitFor();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /In the transcript/);
  await page.goBack();
  await page.locator('dialog[open]').waitFor({state: 'detached'});
  assert.equal(await hashOf(page), hash);
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes('sq='));
  await settled(page);
  assert.equal(await page.getByLabel('Sub-question').inputValue(), '');
  await page.goForward();
  await page.waitForFunction(() => location.hash.includes('sq='));
  await settled(page);
  assert.deepEqual(await matrixOf(page), shown);
  await closeQuietly(page);
});

test('what the study does not have is left out of an address', async () => {
  for (const hash of [
    '#group=G9&site=Mars&sq=SQ0&code=none.such&cols=colour&rows=x&view=nowhere&respondent=G1-99&quotes=x&claim=y&at=G1Q99.x&in=moon:full&verdict=right&mark=z',
    '#%',
    '#=&&==',
    '#q=%E0%A4%A',
    '#group=__proto__&site=constructor&quotes=toString',
    '#in=group:',
    '#quotes=model-limit&in=site:Mars',
    '#respondent=G1-01&at=G5Q1.3',
  ]) {
    const page = await open(browser, 'bundled', hash);
    assert.equal(Object.keys((await matrixOf(page))['model-limit']).length, 6, hash);
    await closeQuietly(page);
  }
});
