// Whatever a study holds is shown as text, and does nothing.
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {closeQuietly, dataOf, goTo, open, startBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const sections =
  'script, style, img, svg:not(.shape), iframe, object, embed, link, form:not(#filters), base, marquee, u, i, em';

/// Elements that only the study's words could have made.
const foreign = (page) =>
  page.evaluate(
    (selector) =>
      [
        ...document.querySelectorAll(
          `#study :is(${selector}), main :is(${selector}), dialog :is(${selector}), #bar :is(${selector}), #colophon :is(${selector})`,
        ),
      ].map((element) => element.outerHTML),
    sections,
  );

test('tags, comments and ends of scripts stand in the page as they are written', async () => {
  const page = await open(browser, 'hostile-report', '#definitions=1&rows=code&cols=site&by=group');
  const data = await dataOf(page);
  assert.equal(await page.title(), 'Words that bite: <script>window.bitten = "title"</script> & "quotes": report');
  assert.equal(await page.locator('h1').textContent(), data.title);
  assert.equal(await page.locator('.source').textContent(), data.source);
  const text = await page.locator('body').textContent();
  const shown = [
    ...data.groups.map(({label}) => label),
    ...data.subQuestions.flatMap(({question, hypothesis}) => [question, hypothesis]),
    ...data.codes.flatMap((code) => [code.label, code.definition, code.use, code.not]),
    ...data.books.map(({label}) => label),
    ...data.conclusions.rows.flatMap(({statement, reason}) => [statement, reason]),
    ...data.attributes[0].values,
  ];
  shown.forEach((words) => assert.ok(text.includes(words), words));
  const options = await page.locator('option').allTextContents();
  data.attributes[0].values.forEach((value) => assert.ok(options.includes(value), value));
  assert.deepEqual(await foreign(page), []);
  await closeQuietly(page);
});

test('so do answers, quotes, memos and lost answers', async () => {
  const page = await open(browser, 'hostile-report');
  const data = await dataOf(page);
  const said = new Set();
  for (const {name} of data.respondents) {
    await goTo(page, `#respondent=${name}`);
    assert.deepEqual(await foreign(page), []);
    const texts = await page.locator('dialog .said').evaluateAll((list) =>
      list.map((each) => {
        const copy = each.cloneNode(true);
        copy.querySelectorAll('.unseen').forEach((hint) => hint.remove());
        return copy.textContent;
      }),
    );
    texts.forEach((each) => said.add(each.replace(/\s+/g, '')));
    const text = await page.locator('dialog').textContent();
    const r = data.respondents.findIndex((who) => who.name === name);
    data.questions
      .filter((_, q) => data.answers.some((answer) => answer.q === q && answer.r.includes(r)))
      .forEach((question) => assert.ok(text.includes(question.text), question.text));
    data.lost.filter((lost) => lost.r.includes(r)).forEach(({reason}) => assert.ok(text.includes(reason), reason));
    data.memos
      .filter(({about}) => about.startsWith(name))
      .forEach((memo) => assert.ok(text.includes(memo.text), memo.text));
  }
  data.texts.forEach(({text}) => assert.ok(said.has(text.replace(/\s+/g, '')), text));
  for (const {name} of data.codes) {
    await goTo(page, `#quotes=${encodeURIComponent(name)}`);
    assert.ok((await page.locator('dialog .quote').count()) > 0, name);
    assert.deepEqual(await foreign(page), []);
  }
  for (const {id} of data.conclusions.rows) {
    await goTo(page, `#claim=${id}`);
    assert.deepEqual(await foreign(page), []);
  }
  assert.equal(await page.evaluate(() => window.bitten), undefined);
  await closeQuietly(page);
});

test('an address does nothing either', async () => {
  const page = await open(
    browser,
    'hostile-report',
    `#q=${encodeURIComponent('<script>window.bitten = "answer"</script>')}`,
  );
  assert.equal(await page.locator('#search .quote').count(), 1);
  assert.match(
    await page.locator('#status').textContent(),
    /Search for “<script>window\.bitten = "answer"<\/script>”: 1 answer\./,
  );
  await goTo(page, `#q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&site=${encodeURIComponent('<North>')}`);
  assert.deepEqual(await foreign(page), []);
  assert.match(await page.locator('#status').textContent(), /Place <i>where<\/i> <North>/);
  assert.equal(await page.evaluate(() => window.bitten), undefined);
  await closeQuietly(page);
});

test('marks that turn the direction of writing end where the words end', async () => {
  const page = await open(browser, 'hostile-report', '#view=conclusions');
  const loose = await page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const {parentElement, data} = walker.currentNode;
      if (
        !/[\u202a-\u202e\u2066-\u2069\u0590-\u06ff]/.test(data) ||
        parentElement.closest('script, datalist, select, title')
      )
        continue;
      const isolated = parentElement.closest('bdi, [dir]');
      const bidi = isolated && getComputedStyle(isolated).unicodeBidi;
      if (!/isolate|plaintext/.test(bidi || '') && getComputedStyle(isolated || parentElement).display === 'inline')
        found.push(data);
    }
    return found;
  });
  assert.deepEqual(loose, []);
  await closeQuietly(page);
});
