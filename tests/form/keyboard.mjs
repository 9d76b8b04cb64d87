// The whole form by the keyboard alone: from opening it to the file that is sent, each stop with a focus that is seen.
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {makeForm, scores, scratch, write} from './form.mjs';

const path = makeForm('keyboard.html');

await test(async ({open, check}) => {
  const page = await open(path);
  await page.waitForSelector('#title');
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const at = () => page.evaluate(() => {
    const {activeElement: now} = document;
    // What is drawn round a choice is drawn round its card.
    const drawn = now.matches('.choice input') ? now.nextElementSibling : now;
    const {outlineStyle, outlineWidth, visibility} = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    return {id: now.id || now.className || now.tagName, summary: now.tagName === 'SUMMARY' && now.parentElement.id,
      seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3 && visibility === 'visible' && box.width > 0
        && box.bottom > 0 && box.top < innerHeight && box.left >= -4 && box.right <= innerWidth + 4};
  });
  const unseen = new Set();
  /** Tab, until a place is reached. */
  const to = async (id, key = 'Tab') => {
    for (let i = 0; i < 120; i++) {
      await press(key);
      const now = await at();
      if (!now.seen && now.id !== 'BODY') unseen.add(`${await page.innerText('#title')}: ${now.id}`);
      if (now.id === id || now.summary === id) return;
    }
    throw new Error(`Tab does not reach ${id}; the focus is at ${JSON.stringify(await at())}`);
  };
  const title = () => page.innerText('#title');

  await press('Tab');
  check('the first stop leads to the content', await at(), {id: 'skip', summary: false, seen: true});
  await press('Enter');
  check('and there it goes', (await at()).id, 'title');
  await to('who-unit');
  await page.keyboard.type('ATL');
  await to('who-role');
  await page.keyboard.type('Planner');
  // The editions are one group of radio buttons: one stop, arrows within.
  await to('edition--all');
  await press('ArrowDown');
  check('an arrow chooses the next edition', (await at()).id, 'edition--short');
  await press('ArrowUp');
  await to('next');
  await press('Enter');
  check('the next page begins at its heading', [await title(), (await at()).id], ['Vision', 'title']);
  await to('aim--learning');
  await press('Space');
  await to('next');
  await press('Enter');
  check('then the first section', await title(), 'Electricity');

  await to('c--plan--v-nascent');
  await press('Space', 'ArrowDown', 'ArrowDown');
  check('arrows choose, and the focus goes along', (await at()).id, 'c--plan--v-established');
  await to('behind--plan');
  await press('Enter');
  await to('because--plan');
  await page.keyboard.type('By decree.');
  await to('evidence-add--plan');
  await press('Enter');
  check('a new source is entered at once', (await at()).id, 'evidence--plan--0--title');
  await page.keyboard.type('Decree 12');
  await to('confidence--plan--low');
  await press('Space', 'ArrowRight');
  await to('c--reach--v-nascent');
  await press('ArrowUp', 'ArrowUp');
  await press('ArrowDown');
  check('don\'t know is among the choices', (await at()).id, 'c--reach--dont-know');
  await to('owner--reach');
  await page.keyboard.type('The grid office');
  await to('c--host--v-nobody');
  await press('ArrowDown');
  await to('c--safe--v-law');
  await press('Space');
  check('a tick leaves the focus where it is', (await at()).id, 'c--safe--v-law');
  await to('c--safe--v-audit');
  await press('Space');
  await to('c--open--v-yes');
  await press('Space');
  await to('next');
  await press('Enter');
  check('the second section', await title(), 'Teachers');
  await to('c--count--value');
  await page.keyboard.type('1 000');
  await to('c--share--value');
  await page.keyboard.type('49,5');
  await to('c--skills--search--v-nascent');
  await press('Space', 'ArrowRight');
  await to('c--story--value');
  await page.keyboard.type('Two laboratories.');
  await to('next');
  await press('Enter');
  await to('priority-1');
  await page.keyboard.type('Grid');
  await to('target--people');
  await page.keyboard.type('3');
  await to('next');
  await press('Enter');
  await to('next');
  await press('Enter');
  check('the review names what is open', await title(), 'Check your answers');
  await to('next');
  await press('Enter');
  await to('send-file');
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  const file = `${scratch}/by-keyboard.json`;
  await download.saveAs(file);
  await to('send-text');
  await press('Enter');
  await page.waitForFunction(() => document.getElementById('copied-text').textContent !== '');
  await to('print-blank');
  check('every stop was seen', [...unseen], []);

  const typed = write('typed.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: ATL}
answers: {plan: established, reach: dont_know, host: firm, safe: [law, audit], open: yes, count: 1000, share: 49.5,
  skills: {search: emerging}, story: Two laboratories.}
`);
  const [got, wanted] = scores(file, typed);
  for (const part of ['nodes', 'questions']) check(`what was sent scores as if typed: ${part}`, got[part], wanted[part]);
  const sent = JSON.parse(readFileSync(file, 'utf8'));
  check('with all that was said besides', [sent.unit.id, sent.answers.plan.because, sent.answers.plan.evidence[0].title,
    sent.answers.plan.confidence, sent.answers.reach.owner, sent.vision.outcomes, sent.priorities[0].node, sent.targets],
    ['ATL', 'By decree.', 'Decree 12', 'medium', 'The grid office', ['learning'], 'power.grid', {people: 'established'}]);
}, {locale: 'en-GB', acceptDownloads: true});
