// The page counts as `etic tally` and `etic matrix` do, whatever is filtered.
import test, {after, before} from 'node:test';
import assert from 'node:assert/strict';
import {
  closeQuietly,
  countText,
  dataOf,
  etic,
  goTo,
  matrixOf,
  open,
  seeded,
  settled,
  startBrowser,
  tallyOf,
} from './support.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const blank = (text) => text === undefined || text === '';

/// Both have the same cells; what one leaves out is blank in the other.
function assertSameCells(page, expected, what) {
  for (const key of new Set([...Object.keys(page), ...Object.keys(expected)])) {
    const [shown, counted] = [page[key] || {}, expected[key] || {}];
    for (const inner of new Set([...Object.keys(shown), ...Object.keys(counted)])) {
      if (blank(shown[inner]) && blank(counted[inner])) continue;
      assert.equal(shown[inner], counted[inner], `${what}: ${key}, ${inner}`);
    }
  }
}

function nested(rows, outer, inner) {
  const cells = {};
  for (const row of rows) (cells[row[outer]] ||= {})[row[inner]] = countText(row);
  return cells;
}

async function compare(page, study, filter, {by, cols, tallies = true}) {
  const hash = new URLSearchParams({view: 'matrix', rows: 'code', cols, ...(by ? {by} : {})});
  const where = [];
  for (const [key, value] of Object.entries(filter)) {
    hash.set(await keyOf(page, key), value);
    where.push('--where', `${key}=${value}`);
  }
  const what = `${study} ${hash}`;
  const [matrix, tally] = await Promise.all([
    etic(study, 'matrix', '--rows', 'code', '--cols', cols, ...where),
    tallies ? etic(study, 'tally', ...(by ? ['--by', by] : []), ...where) : [],
    goTo(page, `#${hash}`),
  ]);
  await settled(page);
  assertSameCells(await matrixOf(page), nested(matrix, 'row', 'col'), `matrix ${what}`);
  if (!tallies) return;
  const expected = nested(by ? tally : tally.map((row) => ({...row, value: '(total)'})), 'value', 'code');
  assertSameCells(await tallyOf(page), expected, `tally ${what}`);
}

/// How the address calls a filter: an attribute may be named like something of the page's own.
async function keyOf(page, key) {
  if (key === 'group') return 'group';
  if (key === 'subquestion') return 'sq';
  return page.evaluate((name) => attributeKey(study.attributes.findIndex((attribute) => attribute.name === name)), key);
}

const names = (list) => [undefined, ...list.map(({name}) => name)];

/// What `--where` can say of an attribute: a value with a comma would be two.
const values = (attribute) => attribute.values.filter((value) => !value.includes(','));

function axesOf(data) {
  const axes = ['group', ...(data.subQuestions.length ? ['subquestion'] : [])];
  return [
    ...axes,
    ...data.attributes.filter(({values: held}) => held.length >= 2 && held.length <= 30).map(({name}) => name),
  ];
}

function without(filter) {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

test('all groups, sites and sub-questions of the bundled study', async () => {
  const page = await open(browser, 'bundled');
  const data = await dataOf(page);
  const axes = axesOf(data);
  const site = data.attributes.find(({name}) => name === 'site');
  let turn = 0;
  for (const group of names(data.groups)) {
    for (const place of [undefined, ...site.values]) {
      for (const subquestion of names(data.subQuestions)) {
        ++turn;
        await compare(page, 'bundled', without({group, site: place, subquestion}), {
          by: [undefined, ...axes][turn % (axes.length + 1)],
          cols: axes[turn % axes.length],
          tallies: turn % 3 === 0,
        });
      }
    }
  }
  assert.equal(turn, 6 * 7 * 4);
  await closeQuietly(page);
});

for (const [study, times] of [
  ['bundled', 12],
  ['hostile-report', 40],
  ['ferry', 40],
  ['layered', 16],
  ['turns', 2],
  ['harbour', 16],
  ['orchard', 6],
]) {
  test(`filters drawn by lot: ${study}`, async () => {
    const page = await open(browser, study);
    const data = await dataOf(page);
    const axes = axesOf(data);
    const pick = seeded(study.length);
    const one = (list) => list[pick(list.length)];
    for (let i = 0; i < times; ++i) {
      const filter = {group: one(names(data.groups)), subquestion: one(names(data.subQuestions))};
      for (const attribute of data.attributes) {
        if (axes.includes(attribute.name) && pick(3) === 0) filter[attribute.name] = one(values(attribute));
      }
      await compare(page, study, without(filter), {by: one([undefined, ...axes]), cols: one(axes)});
    }
    await closeQuietly(page);
  });
}

test('a code that is filtered for picks rows and leaves bases alone', async () => {
  const page = await open(browser, 'bundled', '#rows=code&code=model-limit');
  const expected = nested(
    await etic('bundled', 'matrix', '--rows', 'code', '--cols', 'group', '--code', 'model-limit'),
    'row',
    'col',
  );
  const shown = await matrixOf(page);
  assertSameCells(shown, expected, 'code');
  assert.equal(Object.keys(shown).length, 5);
  await closeQuietly(page);
});

test('joint answers are told where they are counted', async () => {
  const page = await open(browser, 'bundled');
  const notes = () => page.locator('#tally .note').allTextContents();
  assert.match((await notes())[1], /^4 joint answers are among these/);
  await goTo(page, '#code=model-limit.autonomy');
  assert.equal((await notes()).length, 1);
  await closeQuietly(page);
  const own = await open(browser, 'hostile-report', '#code=bite.turn');
  assert.match(
    (await own.locator('#tally .note').allTextContents())[1] || '',
    /^One joint answer is among these, counted for each of its respondents\.$/,
  );
  await closeQuietly(own);
});
