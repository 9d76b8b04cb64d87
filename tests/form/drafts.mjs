// Drafts beside each other: one is left while it is being written, two windows of one filled copy, files of
// other editions and of several respondents. No answer is lost or goes to another draft.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scores, sextant, step, write} from './form.mjs';

const path = makeForm('drafts.html', '--unit', 'ATL', '--round', '2025-1');
const short = makeForm('short.html', '--edition', 'short', '--unit', 'ATL');
const head = {sextant: 'answers/1', instrument: {id: 'every-type', version: '1'}, unit: {id: 'ATL'}};

const checked = (page, id) => page.isChecked(`#c--${id}`);
const kept = (page) => page.waitForFunction(() => /^Kept in this browser at/.test(document.getElementById('kept').textContent));

const file = async (page) => JSON.parse(readFileSync(await saved(page, 'file'), 'utf8'));

async function openFile(page, name, value) {
  await step(page, 'start');
  await page.setInputFiles('#open', write(name, JSON.stringify(value)));
  await page.waitForFunction((one) => document.getElementById('notice')?.textContent.includes(one), name);
  return page.innerText('#notice');
}

/** What the browser's database holds: the values of each draft, in a line. */
const answersKept = (page) => page.evaluate(() => new Promise((resolve) => {
  const opened = indexedDB.open('sextant-form');
  opened.onsuccess = () => {
    opened.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = (event) => resolve(event.target.result
      .map((one) => Object.entries(one.answers).map(([key, answer]) => `${key} ${answer.value}`).sort().join(', ')).sort());
  };
}));

await test(async ({open, check, axe, overflow, context}) => {
  // A write takes its time here, as on a slow disk: until it is let go.
  const slow = await context.newPage();
  await slow.addInitScript(() => {
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function late(...given) {
      const out = put.apply(this, given);
      // A transaction is open for as long as something is asked of it.
      const again = () => { if (window.held) this.count().onsuccess = again; };
      again();
      return out;
    };
    IDBTransaction.prototype.commit = () => {};
  });
  await slow.goto(pathToFileURL(path).href);
  await slow.waitForSelector('#title');
  await step(slow, 'on-power');
  /** Does something while nothing can be written, then takes up the draft that a button leads to. */
  const whileHeld = async (act, button) => {
    await slow.evaluate(() => { window.held = true; });
    await act();
    await step(slow, 'start');
    await slow.click(button);
    await slow.waitForTimeout(50);
    await slow.evaluate(() => { window.held = false; });
    await slow.waitForFunction(() => document.activeElement.id === 'title');
    await slow.waitForTimeout(300);
  };
  await whileHeld(async () => {
    await slow.check('#c--plan--v-emerging');
    await slow.check('#c--host--v-firm');
    await slow.check('#c--reach--v-nascent');
  }, '#draft-new');
  await step(slow, 'on-power');
  check('a new draft begins blank', [await checked(slow, 'plan--v-emerging'), await checked(slow, 'host--v-firm')], [false, false]);
  await whileHeld(async () => {
    await slow.check('#c--host--v-state');
    await slow.check('#c--plan--v-advanced');
  }, '.drafts button');
  await step(slow, 'on-power');
  check('the draft that was left while it was written has its answers', await slow.evaluate(() =>
    [...document.querySelectorAll('input:checked')].map((each) => each.id)), ['c--plan--v-emerging', 'c--reach--v-nascent', 'c--host--v-firm']);
  await slow.close();
  const later = await open(path);
  check('two drafts are kept, each with its own', await answersKept(later), ['host firm, plan emerging, reach nascent', 'host state, plan advanced']);

  // Two windows of one filled copy that do not hear of each other: what only one has changed is taken, and where both have
  // changed the same answer, neither version is lost.
  const copy = await saved(later, 'copy');
  const deaf = async () => {
    const one = await context.newPage();
    await one.addInitScript(() => {
      delete window.BroadcastChannel;
      const listen = window.addEventListener;
      window.addEventListener = (type, ...rest) => type !== 'focus' && listen.call(window, type, ...rest);
    });
    await one.goto(pathToFileURL(copy).href);
    await one.waitForSelector('#title');
    await step(one, 'on-power');
    return one;
  };
  const [first, second] = [await deaf(), await deaf()];
  await first.check('#c--plan--v-established');
  await first.check('#c--host--v-nobody');
  await kept(first);
  await second.check('#c--host--v-firm');
  await kept(second);
  await second.waitForTimeout(50);
  check('a copy in two windows: what the other changed is taken', await checked(second, 'plan--v-established'));
  check('a copy in two windows: a clash is said', await second.isVisible('#copies'));
  const third = await context.newPage();
  await third.goto(pathToFileURL(copy).href);
  await third.waitForSelector('.drafts li');
  const versions = await answersKept(third);
  check('a copy in two windows: both versions are kept', ['nobody', 'firm'].filter((one) => !versions.some((each) =>
    each.includes(`host ${one}, plan established`))), []);
  for (const one of [first, second, third]) await one.close();

  // A form of one edition stays one; what else the file says goes back with it, and is told.
  const one = await open(short);
  await one.waitForSelector('#title');
  const edition = await openFile(one, 'whole.json', {...head, answers: {plan: 'advanced', host: {value: 'state', because: 'By law.'}}});
  check('another edition is named', edition.includes('“All questions”') && edition.includes('“Short”'));
  check('the form asks its own', await one.locator('nav.steps li').count(), 7);
  const sent = await file(one);
  check('and sends its own back, with everything in the file', [sent.edition, sent.answers.plan.value, sent.answers.host.value, sent.answers.host.because],
    ['short', 'advanced', 'state', 'By law.']);

  // A file of several respondents, with a plan and history.
  const people = [{id: 'one', role: 'Planner'}, {id: 'two', role: 'Teacher', group: 'teachers'}];
  const several = {...head, unit: {id: 'ATL', name: 'Atlantis'}, respondents: people, answers: {
    plan: {value: 'advanced', respondent: 'two', date: '2025-02-01', history: [{value: 'emerging', date: '2025-01-01', reason: 'A first look.'}]},
    host: {value: 'firm', respondent: 'one'},
    open: true,
    skills: {state: 'unanswered', evidence: [{title: 'Survey'}]},
    share: {value: 50, respondent: 'two'},
  }, notes: 'Of the second day.', contributions: [{respondent: 'two', notes: 'Mine.'}]};
  const wide = await open(path);
  await wide.waitForSelector('#title');
  const said = await openFile(wide, 'several.json', several);
  check('several respondents are named', said.includes('Respondents in this file: 2'));
  check('and what the form does not show', said.includes('what this form does not show'));
  check('axe with the notice', await axe(wide), []);
  await wide.setViewportSize({width: 320, height: 640});
  check('and it fits a telephone', await overflow(wide), {wider: 0, elements: []});
  await wide.setViewportSize({width: 1280, height: 800});
  await wide.click('#language-fr');
  check('the notice changes with the language', (await wide.innerText('#notice')).includes('Nombre de répondants dans ce fichier'));
  await wide.click('#language-en');
  await step(wide, 'on-people');
  await wide.fill('#c--share--value', '60');
  const back = await file(wide);
  check('respondents stay', back.respondents, people);
  check('what nobody has changed goes back as it came', [back.answers.plan, back.answers.host, back.answers.open, back.answers.skills.evidence],
    [several.answers.plan, several.answers.host, {value: 'yes'}, [{title: 'Survey'}]]);
  check('what was changed is the first one\'s', back.answers.share, {value: 60, respondent: 'one'});
  check('the rest goes back', [back.unit, back.notes, back.contributions], [several.unit, several.notes, several.contributions]);
  const read = write('back.json', JSON.stringify(back));
  check('and the file is sound', scores(read)[0].questions.plan.level, 'advanced');
  check('to the check too', sextant('check', read, '-q', kInstrument).code, 0);
}, {locale: 'en-GB', acceptDownloads: true});
