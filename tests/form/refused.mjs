// A browser that really refuses: its profile lets no page keep anything, as a policy does, and then it refuses downloads.
// The person is told, and has ways out: the answers come back whole.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scores, scratch, sextant, step, takeUp, write} from './form.mjs';

const path = makeForm('refused.html', '--unit', 'ATL', '--round', '2025-1');
const kRefused = 2;

await test(async ({open, check, axe, overflow, context}) => {
  const page = await open(path);
  await page.waitForSelector('#title');
  check('this browser refuses indeed', await page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('probe');
      request.onsuccess = () => resolve('opened');
      request.onerror = () => resolve('refused');
    });
    try {
      localStorage.setItem('probe', '1');
      return [database, 'written'];
    } catch {
      return [database, 'refused'];
    }
  }), ['refused', 'refused']);
  check('the page says so at once', (await page.innerText('#blocked')).includes('does not let the form keep anything'));
  check('and does not say that anything is kept', await page.innerText('#kept'), '');
  check('axe with the banner', await axe(page), []);
  await page.setViewportSize({width: 320, height: 640});
  check('it fits a telephone', await overflow(page), {wider: 0, elements: []});
  await page.setViewportSize({width: 1280, height: 800});
  await step(page, 'on-power');
  await page.check('#c--plan--v-established');
  await page.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
  await page.fill('#because--plan', 'It is law.');
  await page.check('#c--host--v-firm');

  // Another file is opened: what was here stays within reach, and it is not said to be kept.
  await step(page, 'start');
  await page.setInputFiles('#open', write('other.json', JSON.stringify({sextant: 'answers/1', instrument: {id: 'every-type'}, answers: {host: 'state'}})));
  await page.waitForSelector('#notice');
  const told = await page.innerText('#notice');
  check('it is said how long the answers from before are there', told.includes('only as long as this window is open'));
  check('and not that they are kept', told.includes('kept below'), false);
  await takeUp(page, page.locator('.drafts li', {hasText: 'answers: 2'}).locator('button'));
  await step(page, 'on-power');
  check('they are', [await page.isChecked('#c--plan--v-established'), await page.inputValue('#because--plan')], [true, 'It is law.']);
  await step(page, 'start');
  check('as are those of the file', await page.locator('.drafts li', {hasText: 'answers: 1'}).count(), 1);
  await takeUp(page, page.locator('#draft-new'));
  check('a blank draft loses none', await page.locator('.drafts li').count(), 2);
  // None of them is at hand now; closing the window asks all the same.
  const asked = () => new Promise((resolve) => { page.once('dialog', (dialog) => { resolve(dialog.type()); dialog.dismiss(); }); });
  const first = asked();
  await page.close({runBeforeUnload: true});
  check('the window is not closed in silence', await Promise.race([first, page.waitForTimeout(3000)]), 'beforeunload');
  await takeUp(page, page.locator('.drafts li', {hasText: 'answers: 2'}).locator('button'));

  // Downloads work as yet: a copy holds the answers, and the file too.
  const copy = await saved(page, 'copy');
  const fresh = await open(pathToFileURL(copy).href);
  await fresh.waitForSelector('#title');
  check('the copy says that nothing is kept', await fresh.isVisible('#blocked'));
  await step(fresh, 'on-power');
  check('it holds the answers', [await fresh.isChecked('#c--plan--v-established'), await fresh.inputValue('#because--plan')], [true, 'It is law.']);
  await fresh.check('#c--reach--v-nascent');
  const file = await saved(fresh, 'file');
  check('the file has the old ones and the new', scores(file)[0].questions.reach.level, 'nascent');

  // Now the browser refuses downloads as well. It never says "saved"; the text, the code and paper are left.
  const cdp = await context.newCDPSession(page);
  await cdp.send('Browser.setDownloadBehavior', {behavior: 'deny'});
  await step(page, 'send');
  const refused = page.waitForEvent('download');
  await page.click('#send-file');
  check('the download is refused by the browser', await (await refused).failure(), 'canceled');
  const said = await page.innerText('#look-file');
  check('it says where to look', said.includes('ATL-2025-1-respondent.json') && said.includes('folder for downloads'));
  check('and what to do if it is not there', said.includes('use the text or the code below, or print'));
  check('and never that it is saved', /\bsaved\b/i.test(said), false);
  const text = await page.inputValue('#as-text');
  check('the text has all that was said', ['3 – Established', 'It is law.', 'A firm'].filter((one) => !text.includes(one)), []);
  check('and is taken back', sextant('import', write('mail.txt', text), '-q', kInstrument, '-o', 'mail.yaml').code, 0);
  check('with its levels', scores(`${scratch}/mail.yaml`)[0].questions.plan.level, 'established');
  await page.evaluate(() => { window.print = () => {}; });
  await page.click('#print-filled');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  check('and paper', (await page.textContent('#paper')).includes('It is law.'));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  // The clipboard is a page's own to refuse: no setting of the browser does for files.
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); });
  await page.click('#send-text');
  await page.waitForFunction(() => document.getElementById('copied-text').textContent);
  check('it says how to copy by hand', await page.innerText('#copied-text'), 'The text is selected. Copy it with Ctrl+C.');
  check('and all of it is selected', await page.evaluate(() => {
    const box = document.getElementById('as-text');
    return document.activeElement === box && box.selectionStart === 0 && box.selectionEnd === box.value.length;
  }));

  // Scripts switched off, by the browser too.
  await fresh.close();
  const still = await context.newPage();
  await (await context.newCDPSession(still)).send('Emulation.setScriptExecutionDisabled', {value: true});
  await still.goto(pathToFileURL(path).href);
  check('without scripts the spreadsheet is named', (await still.locator('noscript').innerText()).includes('spreadsheet'));
  check('in both languages', (await still.locator('noscript').innerText()).includes('tableur'));
}, {locale: 'en-GB', acceptDownloads: true, preferences: {profile: {default_content_setting_values: {cookies: kRefused}}}});
