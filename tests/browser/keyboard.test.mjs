// Everything can be reached and done without a pointer.
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {closeQuietly, open, settled, startBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const where = (page) =>
  page.evaluate(() => {
    const {activeElement: at} = document;
    const part = at.closest('dialog') || at.closest('#bar, main > section, header, body');
    return {
      tag: at.tagName,
      id: at.id,
      part: part.id || part.tagName,
      text: at.textContent.trim().slice(0, 60),
      seen: at !== document.body && getComputedStyle(at).outlineStyle !== 'none',
    };
  });

/// Presses Tab until `found` or back at the start; what was met on the way.
async function tabTo(page, found, most = 1500) {
  const met = [];
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    const at = await where(page);
    if (at.tag === 'BODY') break;
    met.push(at);
    if (found(at)) return met;
  }
  return met;
}

test('Tab meets every control, and shows where it is', async () => {
  const page = await open(browser, 'harbour');
  const met = await tabTo(page, () => false);
  const parts = new Set(met.map(({part}) => part));
  for (const part of ['study', 'bar', 'respondents', 'codebook', 'tally', 'matrix', 'conclusions'])
    assert.ok(parts.has(part), part);
  assert.deepEqual(
    met.filter(({seen}) => !seen),
    [],
  );
  assert.equal(met[0].text, 'To the report');
  const reached = await page.evaluate(() => {
    // A table of links is one stop: arrow keys do the rest.
    const visible = (element) =>
      element.checkVisibility({contentVisibilityAuto: false}) &&
      !element.closest('details:not([open]) > :not(summary)');
    return [...document.querySelectorAll('button, select, input, summary, a[href]:not([tabindex="-1"])')].filter(
      (element) => visible(element) && !element.closest('dialog'),
    ).length;
  });
  const controls = met.filter(({tag}) => ['BUTTON', 'SELECT', 'INPUT', 'SUMMARY', 'A'].includes(tag)).length;
  assert.equal(controls, reached);
  await closeQuietly(page);
});

test('from a cell to its words, on to the transcript, and back to the cell', async () => {
  const page = await open(browser, 'bundled');
  const nav = await tabTo(page, ({text}) => text === 'Matrices');
  assert.equal(nav.at(-1).text, 'Matrices');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'matrix-title');
  const onCell = () => page.evaluate(() => Boolean(document.activeElement.closest('td')));
  for (let i = 0; i < 10 && !(await onCell()); ++i) await page.keyboard.press('Tab');
  assert.ok(await onCell());
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement.closest('td, th');
      return [cell.parentElement.rowIndex, cell.cellIndex];
    });
  assert.deepEqual(await place(), [1, 1]);
  for (const [key, to] of [
    ['ArrowDown', [2, 1]],
    ['ArrowRight', [2, 2]],
    ['ArrowLeft', [2, 1]],
    ['End', [2, 6]],
    ['Home', [2, 0]],
    ['ArrowUp', [1, 0]],
    ['Control+End', null],
    ['Control+Home', [0, 0]],
    ['ArrowDown', [1, 0]],
    ['ArrowRight', [1, 1]],
  ]) {
    await page.keyboard.press(key);
    if (to) assert.deepEqual(await place(), to, key);
  }
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  assert.equal((await where(page)).part, 'panel');
  const met = await tabTo(page, ({text}) => text === 'In the transcript', 60);
  assert.equal(met.at(-1).text, 'In the transcript');
  assert.ok(met.some(({text}) => text === 'Close'));
  await page.keyboard.press('Enter');
  await page.locator('dialog .answer').first().waitFor();
  assert.equal((await where(page)).tag, 'MARK');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({state: 'detached'});
  assert.deepEqual(await place(), [1, 1]);
  await closeQuietly(page);
});

test('Tab never leaves an open panel for the page beneath', async () => {
  const page = await open(browser, 'harbour', '#respondent=G1-01');
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    const {part, tag} = await where(page);
    assert.ok(part === 'panel' || tag === 'BODY', part);
  }
  await closeQuietly(page);
});

test('filters, definitions, pages of quotes and verdicts are worked by keys', async () => {
  const page = await open(browser, 'bundled');
  await tabTo(page, ({tag}) => tag === 'SELECT');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => location.hash.includes('group=G1'));
  await settled(page);
  assert.equal((await where(page)).tag, 'SELECT');
  await tabTo(page, ({text}) => text === 'Show all definitions');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => location.hash.includes('definitions=1'));
  await settled(page);
  assert.equal(await page.locator('#codebook details:not([open])').count(), 0);
  await page.locator('#conclusions .verdicts button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.includes('verdict='));
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');
  await closeQuietly(page);
});
