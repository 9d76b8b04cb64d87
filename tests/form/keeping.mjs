// What is given is kept: reload, another form of the same browser, two windows at once, a full disk, a copy with the
// answers inside, a file opened. A browser that refuses to keep anything: refused.mjs.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {test} from '../browser/browser.mjs';
import {makeForm, q, saved, step, takeUp, write} from './form.mjs';

const path = makeForm('keeping.html', '--unit', 'ATL', '--round', '2025-1');
const plain = makeForm('no-storage.html');
const lastFile = write('last.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: ATL}
answers: {plan: {value: 3, because: As decided.}, host: state, count: 1000}
`);
const withLast = makeForm('last.html', '--unit', 'LAST', '--last', lastFile);

const kept = (page) => page.waitForFunction(() => /^Kept in this browser at/.test(document.getElementById('kept').textContent));
const checked = (page, id) => page.isChecked(`#c--${id}`);

await test(async ({open, check, context}) => {
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
  await takeUp(third, third.locator('.drafts button').first());
  await step(third, 'on-power');
  check('with its answer', await checked(third, 'host--v-nobody'));
  await step(third, 'start');
  await takeUp(third, third.locator('.drafts button').first());
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

  // A copy of the form with the answers inside, and a copy of the copy.
  await step(page, 'send');
  const copy = await saved(page, 'copy');
  check('the copy is named after unit, round and respondent', copy.split('/').pop(), 'ATL-2025-1-respondent.html');
  const fresh = await open(copy);
  await fresh.waitForSelector('#title');
  await step(fresh, 'on-power');
  check('the copy holds the answers', await checked(fresh, 'plan--v-established'));
  check('and the reason', await fresh.inputValue('#because--plan'), 'A reason, with « signs » & <tags> "here" \u{1F4D6}');
  await fresh.check('#c--reach--v-nascent');
  await step(fresh, 'send');
  const again = await saved(fresh, 'copy');
  await fresh.goto(pathToFileURL(again).href);
  await step(fresh, 'on-power');
  check('a copy of a copy', await checked(fresh, 'reach--v-nascent'));

  // A copy that went to a colleague and comes back, while the form went on here: neither is lost.
  await step(page, 'on-power');
  await page.check('#c--plan--v-advanced');
  await kept(page);
  const back = await open(again);
  await step(back, 'on-power');
  check('the copy shows its own answers', [await checked(back, 'plan--v-established'), await checked(back, 'reach--v-nascent')], [true, true]);
  await back.check('#c--reach--v-emerging');
  await kept(back);
  await back.reload();
  await back.waitForSelector('#c--reach--v-emerging');
  check('and goes on with them', await checked(back, 'reach--v-emerging'));
  await step(back, 'start');
  const mine = back.locator('.drafts li', {hasText: 'ATL, 2025-1'}).first();
  await takeUp(back, mine.locator('button'));
  await step(back, 'on-power');
  check('what went on here is there too', [await checked(back, 'plan--v-advanced'), await checked(back, 'reach--v-nascent')], [true, false]);
  await back.close();

  const problems = [];
  // Without IndexedDB the mirror keeps them, and the page says that it is the less safe one.
  const mirrored = await context.newPage();
  mirrored.on('pageerror', (error) => problems.push(String(error)));
  await mirrored.addInitScript(() => { Object.defineProperty(window, 'indexedDB', {value: undefined}); });
  await mirrored.goto(pathToFileURL(plain).href);
  await mirrored.waitForSelector('#title');
  await step(mirrored, 'on-power');
  await mirrored.check('#c--plan--v-emerging');
  check('with the mirror alone the page warns', /but its safer storage is not available/.test(await mirrored.innerText('#kept')));
  await mirrored.reload();
  await mirrored.waitForSelector('#c--plan--v-emerging');
  check('and keeps them over a reload', await checked(mirrored, 'plan--v-emerging'));
  await mirrored.close();

  // A disk that fills up, or a policy that comes, in the middle of the work.
  const full = await context.newPage();
  full.on('pageerror', (error) => problems.push(String(error)));
  await full.goto(pathToFileURL(plain).href);
  await full.waitForSelector('#title');
  await step(full, 'on-power');
  await full.check('#c--plan--v-nascent');
  await kept(full);
  // The mirror stays behind, as it may by seconds; then neither takes anything any more.
  await full.evaluate(() => {
    Storage.prototype.setItem = () => {};
    const {transaction} = IDBDatabase.prototype;
    window.durabilities = [];
    IDBDatabase.prototype.transaction = function one(...given) {
      const out = transaction.apply(this, given);
      if (given[1] === 'readwrite') window.durabilities.push(out.durability);
      return out;
    };
  });
  await full.check('#c--plan--v-established');
  await full.waitForFunction(() => window.durabilities.length > 0);
  await kept(full);
  // What a power cut leaves hangs on this; a kill alone would not show it.
  check('writes wait for the disk', await full.evaluate(() => [...new Set(window.durabilities)]), ['strict']);
  await full.evaluate(() => {
    IDBTransaction.prototype.commit = function commit() { this.abort(); };
    Storage.prototype.setItem = function setItem() { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await full.check('#c--host--v-firm');
  await full.waitForSelector('#blocked:not([hidden])');
  check('a full disk is said', (await full.innerText('#blocked')).includes('does not let the form keep anything'));
  await step(full, 'send');
  const out = JSON.parse(readFileSync(await saved(full, 'file'), 'utf8')).answers;
  check('and the answers can be taken out, the old ones and the new', [out.plan.value, out.host.value], ['established', 'firm']);
  check('nothing of it is an error to the page', problems, []);
  // Before the window closes, the browser asks.
  const asked = new Promise((resolve) => { full.once('dialog', (dialog) => { resolve(dialog.type()); dialog.accept(); }); });
  await full.close({runBeforeUnload: true});
  check('a window with answers that are nowhere is not closed in silence', await Promise.race([asked, page.waitForTimeout(3000)]), 'beforeunload');

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
}, {locale: 'en-GB', acceptDownloads: true});
