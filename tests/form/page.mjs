// The page itself: accessible on every step and in both languages, narrow screens, every type of question, the
// keyboard alone, a change of language in mid-question.
import {test} from '../browser/browser.mjs';
import {makeForm, q} from './form.mjs';

const path = makeForm('page.html', '--unit', 'ATL');
const steps = ['start', 'vision', 'on-power', 'on-people', 'priorities', 'feedback', 'review', 'send'];

await test(async ({open, check, axe, duplicateIds, overflow}) => {
  const page = await open(path);
  const step = (id) => page.evaluate((one) => { location.hash = one; }, id).then(() => page.waitForTimeout(30));
  await page.waitForSelector('#title');

  for (const language of ['en', 'fr']) {
    await page.click(`#language-${language}`);
    check(`the page says that it is in ${language}`, await page.getAttribute('html', 'lang'), language);
    for (const id of steps) {
      await step(id);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => { each.open = true; }));
      check(`axe, ${id}, ${language}`, await axe(page), []);
      check(`ids once, ${id}, ${language}`, await duplicateIds(page), []);
      await page.setViewportSize({width: 320, height: 640});
      check(`320 px, ${id}, ${language}`, await overflow(page), {wider: 0, elements: []});
      await page.setViewportSize({width: 1280, height: 800});
    }
  }

  // Words are in the language asked for, to the last one.
  await step('send');
  const french = await page.innerText('main');
  for (const word of ['Save', 'Copy', 'Print', 'answer']) check(`no "${word}" in French`, french.includes(word), false);
  await page.click('#language-en');

  // Every type, by pointer; branching shows what is asked.
  await step('on-power');
  check('what hangs on an open answer waits', await page.locator(q('reach')).count(), 0);
  await page.check('#c--plan--v-emerging');
  check('and is asked then', await page.locator(q('reach')).count(), 1);
  await page.check('#c--host--v-firm');
  await page.check('#c--safe--v-law');
  await page.check('#c--safe--v-audit');
  await page.check('#c--open--v-yes');
  await step('on-people');
  await page.fill('#c--count--value', 'many');
  check('a word is no number, and is kept', await page.innerText(`${q('count')} .mind`), 'This is not yet a number that can be counted here. It is kept as you wrote it.');
  await page.fill('#c--count--value', '1 000');
  await page.press('#c--count--value', 'Tab');
  await page.fill('#c--share--value', '49,5');
  await page.press('#c--share--value', 'Tab');
  await page.check('#c--skills--search--v-emerging');
  await page.fill('#c--story--value', 'Two laboratories.');
  // From a text straight to a click in the same question: the click must not be lost.
  await page.fill('#c--share--value', '50');
  await page.click('label[for="c--share--dont-know"]');
  check('a click right after typing counts', await page.getAttribute(q('share'), 'data-state'), 'dont_know');
  await page.fill('#c--share--value', '49,5');
  check('typing again takes the don\'t know away', await page.isChecked('#c--share--dont-know'), false);
  check('and is an answer', await page.getAttribute(q('share'), 'data-state'), 'answered');
  check('progress', await page.innerText('#progress-words').then((text) => text.split(' · ')[0]), '8 of 9 questions answered');
  await step('review');
  check('what is open stands in the review, and what is filled in partly', await page.locator('.review button').allInnerTexts(), ['How far does it reach?', 'Which skills?']);
  await page.click('.review button');
  check('and leads to the question', await page.evaluate(() => document.activeElement.id), 'q--reach');

  // None of these is an answer; taking it away is none.
  await page.uncheck('#c--safe--v-law');
  await page.uncheck('#c--safe--v-audit');
  await page.check('#c--safe--none-of-these');
  check('none of these is an answer', await page.getAttribute(q('safe'), 'data-state'), 'answered');
  await page.click('#clear--safe');
  check('an answer can be taken away', await page.getAttribute(q('safe'), 'data-state'), 'unanswered');

  // Don't know asks who will find out, and makes a list of it.
  await page.check('#c--reach--dont-know');
  await page.fill('#owner--reach', 'The grid office');
  await step('review');
  check('the list to find out names the owner', await page.innerText('#to-find li'), 'How far does it reach? Who will find out: The grid office');

  // A change of language in mid-question: nothing moves, nothing is lost.
  await step('on-power');
  await page.evaluate(() => document.querySelector('#behind--plan').setAttribute('open', ''));
  await page.fill('#because--plan', 'Half a sent');
  await page.locator('#because--plan').press('ArrowLeft');
  await page.evaluate(() => document.getElementById('language-fr').click());
  check('the text under way stays', await page.inputValue('#because--plan'), 'Half a sent');
  check('the choice stays', await page.isChecked('#c--plan--v-emerging'));
  check('the question is in French', await page.innerText(`${q('plan')} legend`), '1.1 Y a-t-il un plan\u00a0?');
  await page.click('#language-en');

  // Arrows choose, space ticks; keyboard.mjs walks the whole form.
  await step('on-power');
  await page.focus('#c--plan--v-emerging');
  await page.keyboard.press('ArrowDown');
  check('an arrow chooses the next level', await page.isChecked('#c--plan--v-established'));
  check('and the focus goes with it', await page.evaluate(() => document.activeElement.id), 'c--plan--v-established');
  await page.focus('#c--safe--v-officer');
  await page.keyboard.press('Space');
  check('space ticks', await page.isChecked('#c--safe--v-officer'));

  // Four priorities cannot be given; three can.
  await step('priorities');
  check('three priorities', await page.locator('.priority').count(), 3);
}, {locale: 'en-GB'});
