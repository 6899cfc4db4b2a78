// Narrow and wide, light and dark, on paper; and what axe-core has to say about it.
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {axeSource, closeQuietly, goTo, open, settled, startBrowser} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function violations(page) {
  // What is out of sight is looked at, too.
  await page.addStyleTag({content: '.part { content-visibility: visible !important; }'});
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  return found.violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
}

for (const colorScheme of ['light', 'dark']) {
  for (const [study, hash] of [
    ['bundled', '#code=model-limit&group=G1&definitions=1&rows=code&q=autonomy'],
    ['bundled', '#code=model-limit&quotes=model-limit'],
    ['bundled', '#code=model-limit&claim=C5.1-10&side=against'],
    ['bundled', '#code=model-limit&respondent=G1-07&at=G1Q6.0&mark=model-limit'],
    ['hostile-report', '#rows=code&by=site'],
    ['hostile-report', '#respondent=G1-01'],
    ['harbour', ''],
  ]) {
    test(`axe-core finds nothing: ${study}${hash}, ${colorScheme}`, async () => {
      const page = await open(browser, study, hash, {colorScheme});
      assert.deepEqual(await violations(page), []);
      await closeQuietly(page);
    });
  }
}

const states = [
  '',
  '#view=matrix&rows=code&cols=site',
  '#by=group&q=a',
  '#definitions=1&view=conclusions',
  '#respondent=G1-01',
  '#quotes=bite',
];

for (const width of [320, 768, 1920]) {
  test(`nothing makes the page scroll sideways at ${width}`, async () => {
    for (const study of ['bundled', 'hostile-report']) {
      const page = await open(browser, study, '', {viewport: {width, height: 700}});
      // Sections out of sight clip what is too wide for them: let it show.
      await page.addStyleTag({content: '.part { content-visibility: visible !important; }'});
      for (const hash of states) {
        await goTo(page, hash || '#view=');
        const [document, panel] = await page.evaluate(() => {
          const body = document.querySelector('dialog[open] .panel-body');
          return [
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
            body ? body.scrollWidth - body.clientWidth : 0,
          ];
        });
        assert.ok(document <= 0 && panel <= 0, `${study}${hash}: ${document}, ${panel}`);
      }
      await closeQuietly(page);
    }
  });
}

test('on a phone the filters open and close, and the panel takes the screen', async () => {
  const page = await open(browser, 'bundled', '', {
    viewport: {width: 320, height: 600},
    hasTouch: true,
    isMobile: true,
  });
  const group = page.getByLabel('Group', {exact: true});
  assert.equal(await group.isVisible(), false);
  await page.getByRole('button', {name: 'Filters'}).tap();
  assert.ok(await group.isVisible());
  await group.selectOption({index: 1});
  await page.waitForFunction(() => location.hash.includes('group=G1'));
  await settled(page);
  assert.ok(await page.getByRole('button', {name: 'Filters (1)'}).isVisible());
  await goTo(page, '#quotes=model-limit');
  const box = await page.locator('dialog').boundingBox();
  assert.ok(box.x <= 0 && box.width >= 305 && box.height >= 600, JSON.stringify(box));
  await closeQuietly(page);
});

test('targets are large enough to hit', async () => {
  const page = await open(browser, 'bundled', '', {viewport: {width: 320, height: 600}, hasTouch: true});
  await page.addStyleTag({content: '.part { content-visibility: visible !important; }'});
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, input, .slots td a')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const {width, height} = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(small, []);
  await closeQuietly(page);
});

test('printed, it has all sections, all definitions, the filters in words, and no controls', async () => {
  const page = await open(browser, 'bundled', '#group=G1&site=KITIC', {colorScheme: 'dark'});
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const id of ['respondents', 'codebook', 'tally', 'matrix', 'conclusions', 'agreement']) {
    assert.ok((await page.locator(`#${id}`).boundingBox()).height > 100, id);
    assert.ok(await page.locator(`#${id} h2`).isVisible(), id);
  }
  assert.equal(await page.locator('main details:not([open])').count(), 0);
  assert.equal(await page.locator('select:visible, input:visible, button:visible, nav:visible').count(), 0);
  assert.match(await page.locator('#status').textContent(), /Filtered to group G1, Park KITIC/);
  assert.ok(await page.locator('#status').isVisible());
  const colour = await page.evaluate(() => [
    getComputedStyle(document.body).color,
    getComputedStyle(document.querySelector('#matrix thead')).display,
  ]);
  assert.deepEqual(colour, ['rgb(31, 30, 27)', 'table-header-group']);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.ok((await page.locator('main details:not([open])').count()) > 0);
  const pdf = await page.pdf({format: 'A4'});
  await writeFile(join(process.env.BROWSER_BUILD, 'reports', 'bundled.pdf'), pdf);
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages > 10 && pages < 80, String(pages));
  await closeQuietly(page);
});

test('an open panel is printed alone, and whole', async () => {
  const page = await open(browser, 'bundled', '#respondent=G1-05&at=G1Q4');
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const before = await focused();
  const pdf = (await page.pdf({format: 'A4'})).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages > 1 && pages < 8, String(pages));
  assert.ok(await page.locator('dialog:modal').isVisible());
  assert.equal(await focused(), before);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({state: 'detached'});
  await closeQuietly(page);
});

test('without JavaScript it says what it needs', async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`file://${join(process.env.BROWSER_BUILD, 'reports', 'bundled.html')}`);
  assert.match(await page.locator('noscript').first().innerText(), /JavaScript/);
  await context.close();
});

test('it is one file: no network, no address but its own', async () => {
  const page = await open(browser, 'bundled', '', {offline: true});
  assert.equal(await page.locator('[src], link, iframe, object, embed').count(), 0);
  assert.match(await page.locator('meta[http-equiv]').getAttribute('content'), /^default-src 'none'/);
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').length), 0);
  await closeQuietly(page);
});
