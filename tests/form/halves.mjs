// What is half done or done twice, and what the last round said beside its answers: the form says so.
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scores, sextant, step, write} from './form.mjs';

const lastFile = write('last-round.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: ATL}
vision: {purpose: Every child reads., priorities: [Reading, Teachers], outcomes: [learning, Fewer drop-outs]}
priorities: [{node: people, reason: Teachers first.}, {node: power}]
answers: {plan: 3}
`);
const path = makeForm('halves.html', '--unit', 'ATL');
const withLast = makeForm('halves-last.html', '--unit', 'ATL', '--round', '2026-1', '--last', lastFile);

await test(async ({open, check, axe}) => {
  const page = await open(path);
  await step(page, 'on-people');
  await page.fill('#c--count--value', '1000');
  await page.press('#c--count--value', 'Tab');
  check('an open grid says nothing', await page.innerText('#rows--skills'), '');
  await page.check('#c--skills--search--v-emerging');
  check('a grid in part says so', await page.innerText('#rows--skills'), 'Rows without an answer: 1 of 2. They count neither for nor against.');
  check('and counts as answered', await page.getAttribute('#q--skills', 'data-state'), 'answered');
  await step(page, 'review');
  check('the review lists it', await page.innerText('#partly li'), 'Which skills? open rows: 1 of 2');
  check('axe', await axe(page), []);
  const half = await saved(page);
  check('as the scoring counts it', scores(half)[0].questions.skills.state, 'answered');
  check('and status tells the same', sextant('status', half, '-q', kInstrument).out.includes('skills  Which skills? (rows without an answer: 1 of 2)'));
  await step(page, 'on-people');
  await page.check('#c--skills--make--v-established');
  check('a whole grid says nothing', await page.innerText('#rows--skills'), '');
  await step(page, 'review');
  check('nor does the review', await page.locator('#partly').count(), 0);

  // The same priority twice.
  const twice = 'The same priority is chosen twice. Choose another one, or “none yet”.';
  await step(page, 'priorities');
  await page.selectOption('#priority-1', 'power');
  await page.selectOption('#priority-3', 'power');
  check('it is said', await page.innerText('#priority-3-reason-mind'), twice);
  check('at the second of them', await page.innerText('#priority-1-reason-mind'), '');
  await step(page, 'review');
  check('and before sending', (await page.innerText('#mend-twice')).startsWith(twice));
  await page.click('#mend-go-twice');
  check('with the way there', await page.evaluate(() => document.activeElement.id), 'priority-3');
  const {err, code} = sextant('check', await saved(page), '-q', kInstrument);
  check('check names it too', [code, err.includes('warning Q0334')], [0, true]);
  await step(page, 'priorities');
  await page.selectOption('#priority-1', 'people');
  check('it is mended from either', await page.innerText('#priority-3-reason-mind'), '');

  // Vision and priorities of the last round: shown, and sent back only when they are confirmed.
  const later = await open(withLast);
  await step(later, 'vision');
  const vision = await later.innerText('.before');
  check('the vision of the last round', ['Purpose: Every child reads.', 'Reading; Teachers', 'Learning; Fewer drop-outs'].filter((one) => !vision.includes(one)), []);
  await step(later, 'priorities');
  check('its priorities', (await later.innerText('.before li >> nth=0')), 'Priority 1: Teachers – Teachers first.');
  check('axe, last round', await axe(later), []);
  const before = JSON.parse(readFileSync(await saved(later), 'utf8'));
  check('nothing of it is sent unasked', [before.vision, before.priorities], [undefined, undefined]);
  await step(later, 'vision');
  await later.click('#still-last-vision');
  check('confirmed, it is here', [await later.inputValue('#vision-purpose'), await later.isChecked('#aim--learning'), await later.inputValue('#vision-outcomes'),
    await later.locator('.before').count()], ['Every child reads.', true, 'Fewer drop-outs', 0]);
  await step(later, 'priorities');
  await later.click('#still-last-priorities');
  check('and so are the priorities', [await later.inputValue('#priority-1'), await later.inputValue('#priority-2')], ['people', 'power']);
  const after = JSON.parse(readFileSync(await saved(later), 'utf8'));
  check('and they are sent', [after.vision, after.priorities], [
    {purpose: 'Every child reads.', priorities: ['Reading', 'Teachers'], outcomes: ['learning', 'Fewer drop-outs']},
    [{node: 'people', reason: 'Teachers first.'}, {node: 'power'}]]);
}, {locale: 'en-GB', acceptDownloads: true});
