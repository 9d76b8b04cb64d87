// What is given is kept: reload, another form of the same browser, two windows at once, storage or downloads refused,
// a copy with the answers inside, a file opened.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {test} from '../browser/browser.mjs';
import {makeForm, q, scratch, write} from './form.mjs';

const path = makeForm('keeping.html', '--unit', 'ATL', '--round', '2025-1');
const plain = makeForm('no-storage.html');
const lastFile = write('last.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: ATL}
answers: {plan: {value: 3, because: As decided.}, host: state, count: 1000}
`);
const withLast = makeForm('last.html', '--unit', 'LAST', '--last', lastFile);

const kept = (page) => page.waitForFunction(() => /^Kept in this browser at/.test(document.getElementById('kept').textContent));
const step = (page, id) => page.evaluate((one) => { location.hash = one; }, id).then(() => page.waitForSelector('#title'))
  .then(() => page.waitForTimeout(30));
const checked = (page, id) => page.isChecked(`#c--${id}`);

async function saved(page, id) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#send-${id}`)]);
  const to = `${scratch}/${download.suggestedFilename()}`;
  await download.saveAs(to);
  return to;
}

await test(async ({open, check, axe, context}) => {
  const page = await open(path);
  await step(page, 'on-power');
  await page.check('#c--plan--v-established');
  await page.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
  await page.fill('#because--plan', 'A reason, with « signs » & <tags> "here" \u{1F4D6}');
  await kept(page);
  await page.reload();
  await page.waitForSelector('#title');
  check('a reload stays on the page', await page.innerText('#title'), 'Electricity');
  await step(page, 'start');
  check('after a reload the form says where one was', await page.innerText('#resumed'), 'Welcome back. 1 of 5 questions are answered.');
  await page.click('#resume');
  check('and goes on at the next question', await page.evaluate(() => document.activeElement.id), 'q--reach');
  check('the level is there', await checked(page, 'plan--v-established'));
  check('the reason is there', await page.inputValue('#because--plan'), 'A reason, with « signs » & <tags> "here" \u{1F4D6}');

  // Two windows: each answers another question; then both the same one.
  const other = await open(path);
  await step(other, 'on-power');
  await other.check('#c--host--v-firm');
  await kept(other);
  await step(page, 'on-power');
  await page.check('#c--reach--v-advanced');
  await kept(page);
  await page.waitForTimeout(200);
  check('what the other window said is here', await checked(page, 'host--v-firm'));
  await other.bringToFront();
  await other.waitForTimeout(200);
  check('and the other way round', await checked(other, 'reach--v-advanced'));

  // Two windows that do not hear of each other change the same answer: neither version is lost.
  const deaf = async () => {
    const one = await context.newPage();
    await one.addInitScript(() => {
      delete window.BroadcastChannel;
      const listen = window.addEventListener;
      window.addEventListener = (type, ...rest) => type !== 'focus' && listen.call(window, type, ...rest);
    });
    await one.goto(pathToFileURL(path).href);
    await step(one, 'on-power');
    return one;
  };
  const [first, second] = [await deaf(), await deaf()];
  await first.check('#c--host--v-nobody');
  await kept(first);
  await first.check('#c--plan--v-nascent');
  await kept(first);
  await second.check('#c--host--v-state');
  await second.waitForSelector('#copies:not([hidden])');
  check('what stands here stays', await checked(second, 'host--v-state'));
  check('what only the other changed is taken', await checked(second, 'plan--v-nascent'));
  const third = await open(path);
  await third.waitForSelector('.drafts li');
  check('the other version is a draft of its own', await third.locator('.drafts li').count(), 1);
  await third.click('.drafts button');
  await step(third, 'on-power');
  check('with its answer', await checked(third, 'host--v-nobody'));
  await step(third, 'start');
  await third.click('.drafts button');
  await step(third, 'on-power');
  check('and back', await checked(third, 'host--v-state'));
  await third.check('#c--plan--v-established');
  await kept(third);
  for (const one of [first, second]) await one.close();
  await page.bringToFront();
  await page.reload();
  await page.waitForSelector('#title');

  // Files that are opened.
  await step(page, 'start');
  const foreign = write('foreign.json', JSON.stringify({sextant: 'answers/1', instrument: {id: 'other'}, unit: {id: 'X'}, answers: {}}));
  await page.setInputFiles('#open', foreign);
  await page.waitForSelector('#notice');
  check('another questionnaire is refused', await page.innerText('#notice'), 'foreign.json belongs to another questionnaire. Nothing was changed.');
  await page.setInputFiles('#open', write('broken.json', '{"sextant": '));
  await page.waitForFunction(() => /broken/.test(document.getElementById('notice').textContent));
  check('a broken file too', await page.innerText('#notice'), 'broken.json holds no answers that this form can read. Nothing was changed.');
  await page.setInputFiles('#open', write('blank.html', readFileSync(path)));
  await page.waitForFunction(() => /blank/.test(document.getElementById('notice').textContent));
  check('and a blank form', await page.innerText('#notice'), 'blank.html is a form without answers. Nothing was changed.');

  // A copy of the form with the answers inside, opened where nothing is kept; and a copy of the copy.
  await step(page, 'send');
  const copy = await saved(page, 'copy');
  check('the copy is named after unit, round and respondent', copy.split('/').pop(), 'ATL-2025-1-respondent.html');
  const fresh = await context.newPage();
  await fresh.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('refused', 'SecurityError'); }});
    Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }});
  });
  const problems = [];
  fresh.on('pageerror', (error) => problems.push(String(error)));
  fresh.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await fresh.goto(pathToFileURL(copy).href);
  await fresh.waitForSelector('#title');
  check('without storage the page says so', await fresh.isVisible('#blocked'));
  await step(fresh, 'on-power');
  check('the copy holds the answers', await checked(fresh, 'plan--v-established'));
  check('and the reason', await fresh.inputValue('#because--plan'), 'A reason, with « signs » & <tags> "here" \u{1F4D6}');
  check('axe with the banner', await axe(fresh), []);
  await fresh.check('#c--reach--v-nascent');
  await step(fresh, 'send');
  const again = await saved(fresh, 'copy');
  const file = await saved(fresh, 'file');
  check('the file holds the answers though nothing could be kept', JSON.parse(readFileSync(file, 'utf8')).answers.reach.value, 'nascent');
  check('no error without storage', problems, []);
  await fresh.goto(pathToFileURL(again).href);
  await step(fresh, 'on-power');
  check('a copy of a copy', await checked(fresh, 'reach--v-nascent'));

  // Downloads refused: never "saved"; where to look, and other ways.
  await step(page, 'send');
  await page.evaluate(() => { HTMLAnchorElement.prototype.click = () => {}; });
  await page.click('#send-file');
  const said = await page.innerText('#look-file');
  check('it says where to look', said.includes('ATL-2025-1-respondent.json') && said.includes('folder for downloads'));
  check('and never that it is saved', /\bsaved\b/i.test(said), false);
  check('the text has the answers', (await page.inputValue('#as-text')).includes('3 – Established'));

  // The last round: shown, not counted until it is confirmed.
  const again2 = await open(withLast);
  await step(again2, 'on-power');
  check('the last answer is shown', await again2.innerText(`${q('plan')} .before p`), 'Last time: 3 – Established As decided.');
  check('and does not count', await again2.getAttribute(q('plan'), 'data-state'), 'unanswered');
  await again2.click('#still--plan');
  check('until it is confirmed', await again2.getAttribute(q('plan'), 'data-state'), 'answered');
  check('with its reason', await again2.inputValue('#because--plan'), 'As decided.');
  await step(again2, 'start');
  check('what waits is said', (await again2.innerText('.welcome')).includes('that wait for your “still true?”: 2'));

  // Scripts switched off.
  const cdp = await context.newCDPSession(fresh);
  await cdp.send('Emulation.setScriptExecutionDisabled', {value: true});
  await fresh.goto(pathToFileURL(plain).href);
  check('without scripts the spreadsheet is named', (await fresh.textContent('noscript')).includes('spreadsheet'));
  check('in both languages', (await fresh.textContent('noscript')).includes('tableur'));
}, {locale: 'en-GB', acceptDownloads: true});
