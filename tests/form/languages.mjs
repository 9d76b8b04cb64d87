// Forms of the questionnaires that are shipped, in each of their languages: accessible on each step, set as the language
// is set, nothing left in another one, narrow screens, and a file that is not too large for an e-mail.
import {readFileSync, statSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kQuestionnaires, makeForm} from './form.mjs';

const six = makeForm('six-pillars.html', '-q', `${kQuestionnaires}/six-pillars`, '--unit', 'ATL');
const arabic = makeForm('arabic.html', '-q', `${kQuestionnaires}/connectivity-ar`, '--unit', 'ATL');

// What is not words of the page: names, ids and codes that stand in Latin letters in any language.
const kLatin = /\b(MAR|ATL|DTC|EMIS|JavaScript|connectivity-ar|CC-BY-[\d.]+|Ctrl|HTML|unit|code|[0-9A-Z]{4}(-[0-9A-Z]{1,4})+)\b/g;

await test(async ({open, check, axe, duplicateIds, overflow}) => {
  const inner = (page) => page.evaluate(() => document.getElementById('page').innerText);
  async function walk(page, language, steps) {
    const go = async (id) => {
      await page.evaluate((one) => { location.hash = one; }, id);
      await page.waitForTimeout(30);
    };
    let text = '';
    for (const id of steps) {
      await go(id);
      if (id.startsWith('on-')) {
        // One answer of each state, so that every part of a question is there.
        await page.locator('.choices.level').nth(0).locator('input').nth(2).check();
        await page.locator('.states').nth(1).locator('input').nth(0).check();
        await page.locator('[id^="evidence-add"]').nth(0).evaluate((each) => each.click());
        await page.evaluate(() => document.querySelectorAll('.question').forEach((each, i) =>
          i < 2 && each.querySelectorAll('details').forEach((one) => { one.open = true; })));
      }
      check(`axe, ${id}, ${language}`, await axe(page), []);
      check(`ids once, ${id}, ${language}`, await duplicateIds(page), []);
      text += `${await inner(page)}\n`;
      await page.setViewportSize({width: 320, height: 640});
      check(`320 px, ${id}, ${language}`, await overflow(page), {wider: 0, elements: []});
      check(`no table is cut off, ${id}, ${language}`, await page.evaluate(() =>
        [...document.querySelectorAll('.scroller')].filter((each) => each.scrollWidth > each.clientWidth).length), 0);
      await page.setViewportSize({width: 1280, height: 800});
    }
    return text;
  }

  check('the form of six pillars in two languages fits an e-mail', statSync(six).size < 600000);
  const page = await open(six);
  await page.waitForSelector('#title');
  const english = await walk(page, 'en', ['start', 'vision', 'on-coordination', 'priorities', 'feedback', 'review', 'send']);
  check('an apostrophe is curved', english.match(/\w+'\w+/g), null);
  await page.click('#language-fr');
  const french = await walk(page, 'fr', ['start', 'vision', 'on-connectivity', 'priorities', 'feedback', 'review', 'send']);
  check('French signs stand behind no-break spaces', french.match(/.{0,20}( [:;?!»%]|« ).{0,20}/g), null);
  check('and nothing lacks its space', french.match(/.{0,20}\p{L}[;?!»].{0,20}/gu), null);
  check('a French apostrophe is curved', french.match(/\p{L}+'\p{L}+/gu), null);
  // What the page itself says in English must not be left in French.
  for (const word of ['Save', 'Copy', 'Print', 'Next', 'Back', 'answered', 'Don’t know', 'Evidence', 'Kept']) {
    check(`no "${word}" in French`, french.includes(word), false);
  }

  const right = await open(arabic);
  await right.waitForSelector('#title');
  check('Arabic says so, and runs from the right', await right.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  const said = await walk(right, 'ar', ['start', 'on-connectivity', 'priorities', 'feedback', 'review', 'send']);
  check('nothing but Arabic', said.replace(kLatin, '').match(/[A-Za-z]{2,}/g), null);
  check('and its signs', said.match(/[\u0600-\u06ff] ?[,;?]/g), null);
  check('digits are European, as those of the levels', said.match(/[\u0660-\u0669\u06f0-\u06f9]/g), null);
  check('no sign of direction where all is Arabic', /[\u2066-\u2069]/.test(said), false);
  // The mark of a choice stands at the right of its words, the steps at the right of the page.
  await right.evaluate(() => { location.hash = 'on-connectivity'; });
  await right.waitForSelector('.choices.level');
  const [mark, words, steps, main] = await right.evaluate(() => ['.choice input', '.choice .words', 'nav.steps', 'main']
    .map((each) => document.querySelector(each === '.choice input' || each === '.choice .words' ? `.choices.level ${each}` : each)
      .getBoundingClientRect().x));
  check('right to left: the mark, then its words', mark > words);
  check('right to left: the steps, then the page', steps > main);
  check('the sentence without scripts is in Arabic first',
    readFileSync(arabic, 'utf8').match(/<p class="noscript" lang="(\w+)" dir="(\w+)"/g).map((each) => each.match(/lang="(\w+)" dir="(\w+)"/).slice(1).join(' ')),
    ['ar rtl', 'en ltr', 'fr ltr']);
}, {locale: 'en-GB'});
