// What the tests share: a browser, a page that tells on itself, and ways to ask it and `etic` the same thing.
import {execFile} from 'node:child_process';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import assert from 'node:assert/strict';

const {ETIC, ETIC_ROOT, BROWSER, BROWSER_BUILD} = process.env;
const require = createRequire(join(BROWSER_BUILD, 'package.json'));
const {chromium} = require('playwright-core');
export const axeSource = require('axe-core').source;

const run = promisify(execFile);
const isRoot = process.getuid && process.getuid() === 0;

export function startBrowser() {
  return chromium.launch({executablePath: BROWSER, args: isRoot ? ['--no-sandbox'] : []});
}

export function studyFolder(study) {
  return study === 'bundled' ? ETIC_ROOT : join(ETIC_ROOT, 'tests/fixtures', study);
}

/// Opens a report. `page.complaints` gathers whatever it says on the console and whatever it asks the network for.
export async function open(browser, study, hash = '', options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  const url = pathToFileURL(join(BROWSER_BUILD, 'reports', `${study}.html`)).href;
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => page.complaints.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) page.complaints.push(`fetched: ${request.url()}`);
  });
  page.setDefaultTimeout(60000);
  await page.goto(url + hash);
  await settled(page);
  return page;
}

/// Waits until the page has drawn what its address asks for. The address changes before the page hears of it: that
/// nothing is busy is not enough.
export async function settled(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('main section') &&
      JSON.stringify(readState(location.hash)) === JSON.stringify(current) &&
      !document.querySelector('main[aria-busy]'),
  );
}

/// Goes to another state, as a link does.
export async function goTo(page, hash) {
  await page.evaluate(
    (to) =>
      new Promise((done, fail) => {
        const before = location.hash;
        addEventListener('hashchange', () => done(), {once: true});
        location.hash = to;
        if (location.hash === before) done();
        setTimeout(() => fail(new Error(`never got to ${to}`)), 60000);
      }),
    hash,
  );
  await settled(page);
}

export async function closeQuietly(page) {
  const {complaints} = page;
  await page.context().close();
  assert.deepEqual(complaints, []);
}

/// What `etic` prints, as rows.
export async function etic(study, ...args) {
  const {stdout} = await run(ETIC, [...args, '-C', studyFolder(study), '--format', 'json'], {maxBuffer: 1 << 28});
  return JSON.parse(stdout).rows;
}

/// The study as the page has read it.
export function dataOf(page) {
  return page.evaluate(() => given);
}

/// Cells of the matrix as the page shows them: {row: {column: text}}.
export function matrixOf(page) {
  return page.evaluate(() => {
    const table = document.querySelector('#matrix table');
    if (!table) return {};
    const heads = [...table.tHead.rows[0].cells]
      .slice(1)
      .map((cell) => (cell.classList.contains('total') ? '(total)' : cell.querySelector('bdi').textContent));
    return Object.fromEntries(
      [...table.tBodies[0].rows].map((row) => [
        row.dataset.code,
        Object.fromEntries([...row.cells].slice(1).map((cell, i) => [heads[i], cell.textContent])),
      ]),
    );
  });
}

/// Tallies as the page shows them: {value: {code: text}}; `(total)` where there is one only.
export function tallyOf(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#tally table')].map((table) => [
        table.dataset.column,
        Object.fromEntries([...table.tBodies[0].rows].map((row) => [row.dataset.code, row.cells[1].textContent])),
      ]),
    ),
  );
}

/// A count as the page writes it.
export function countText({n, base}) {
  if (base === null) return '';
  return base === 0 ? '–' : `${n}/${base}`;
}

/// The same numbers on every machine.
export function seeded(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
