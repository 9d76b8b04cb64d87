// What is written by hand comes back as it was meant: numbers, days, reasons, who finds out, the language. What cannot be
// understood is said beside it, refuses no file, and is not lost.
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, q, saved, scores, scratch, sextant, step, write} from './form.mjs';

const path = makeForm('given.html', '--unit', 'ATL', '--round', '2025-1');
const last = write('last.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: LAST}
answers:
  plan: {value: 3, because: As decided then., evidence: [{title: Decree 12, year: 2024}]}
  reach: {value: 2, because: Said then.}
`);
const withLast = makeForm('last.html', '--unit', 'LAST', '--last', last);
const head = {sextant: 'answers/1', instrument: {id: 'every-type', version: '1'}, unit: {id: 'ATL'}};


const file = async (page) => JSON.parse(readFileSync(await saved(page), 'utf8'));
const mind = (page, id) => page.innerText(`#${id}-mind`);

async function openFile(page, name, text) {
  await step(page, 'start');
  await page.setInputFiles('#open', write(name, text));
  await page.waitForFunction((one) => document.getElementById('notice')?.textContent.includes(one), name);
}

await test(async ({open, check, axe}) => {
  const page = await open(path);
  await page.waitForSelector('#title');

  // The language that was chosen is there after a reload, also where nothing is answered yet.
  await page.click('#language-fr');
  await page.waitForFunction(() => /^Enregistré/.test(document.getElementById('kept').textContent));
  await page.reload();
  await page.waitForSelector('#title');
  check('the language is kept', await page.getAttribute('html', 'lang'), 'fr');
  check('a form that is blank does not say where one was', await page.locator('#resumed').count(), 0);

  // Numbers with three decimals, from a file into a page in French.
  await openFile(page, 'decimals.json', JSON.stringify({...head, answers: {share: 33.333, count: 1234.567}}));
  await step(page, 'on-people');
  check('three decimals are a number', [await page.getAttribute(q('share'), 'data-state'), await page.getAttribute(q('count'), 'data-state')],
    ['answered', 'answered']);
  check('and it is said how they are read', (await mind(page, 'c--share--value')).replace(/\s/g, ' '), 'Lu comme 33,333.');
  let out = await file(page);
  check('and they go back', [out.answers.share.value, out.answers.count.value], [33.333, 1234.567]);
  await step(page, 'on-people');
  await page.fill('#c--share--value', '33,333 %');
  check('where one reading alone lies in the range, it is that', await page.getAttribute(q('share'), 'data-state'), 'answered');
  await page.fill('#c--count--value', '1,234');
  check('where two do, it is none', await page.getAttribute(q('count'), 'data-state'), 'unanswered');
  check('and is said', (await mind(page, 'c--count--value')).includes('pas encore un nombre'));
  await page.fill('#c--count--value', 'environ 900');
  await page.evaluate(() => document.getElementById('behind--count').setAttribute('open', ''));
  await page.fill('#because--count', 'D’après l’annuaire.');
  await step(page, 'send');
  check('the last step says that a number cannot be counted', await page.isVisible('#mend-numbers'));
  check('axe with what is to be mended', await axe(page), []);
  const where = await saved(page);
  out = JSON.parse(readFileSync(where, 'utf8')).answers.count;
  check('its words go with the reason', [out.value, out.because.replaceAll('\u00a0', ' ')],
    [undefined, 'Nombre tel que saisi : environ 900\nD’après l’annuaire.']);
  check('the file is not refused for it', scores(where)[0].questions.share.value !== undefined && sextant('check', where, '-q', kInstrument).code, 0);
  check('nor by import', sextant('import', where, '-q', kInstrument, '-o', 'words.yaml').code, 0);
  check('which keeps the words', readFileSync(`${scratch}/words.yaml`, 'utf8').includes('environ 900'));
  await page.click('#language-en');
  await openFile(page, 'again.json', readFileSync(where, 'utf8'));
  await step(page, 'on-people');
  await page.evaluate(() => document.getElementById('behind--count').setAttribute('open', ''));
  check('opened again, each is where it was', [await page.inputValue('#c--count--value'), await page.inputValue('#because--count')],
    ['environ 900', 'D’après l’annuaire.']);

  // "49,5 %" has one sign of per cent, in the text and on paper.
  await page.fill('#c--share--value', '49,5 %');
  await step(page, 'send');
  check('one sign of per cent in the text', (await page.inputValue('#as-text')).match(/49,5[\s%]*/)[0].trim(), '49,5%');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  check('and on paper', (await page.textContent('#paper')).match(/49,5[\s%]*/)[0].trim(), '49,5 %');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  // Days: said in words; one that is half typed or of another millennium is said, at once and before sending.
  await step(page, 'start');
  await page.fill('#who-date', '2025-02-05');
  check('the day in words', await mind(page, 'who-date'), '5 February 2025');
  check('goes out', (await file(page)).round.date, '2025-02-05');
  await step(page, 'start');
  check('no year has five digits', await page.evaluate(() => {
    const box = document.getElementById('who-date');
    box.value = '32025-02-05';
    box.dispatchEvent(new Event('input'));
    return box.validity.rangeOverflow;
  }));
  await page.focus('#who-date');
  await page.focus('#who-role');
  check('what is no day is said', (await mind(page, 'who-date')).includes('date is not complete'));
  check('and to a screen reader', await page.getAttribute('#who-date', 'aria-invalid'), 'true');
  check('is not sent', 'date' in (await file(page)).round, false);
  check('and that is said before sending', await page.isVisible('#mend-date'));
  await page.click('#mend-go-date');
  check('with the way there', await page.evaluate(() => document.activeElement.id), 'who-date');
  await page.evaluate(() => { document.getElementById('who-date').value = ''; });
  await page.focus('#who-date');
  await page.keyboard.type('05');
  await page.focus('#who-role');
  check('a day that is half typed is said', (await mind(page, 'who-date')).includes('date is not complete'));
  await step(page, 'review');
  check('also in the review', await page.isVisible('#mend-date'));
  await step(page, 'start');
  await page.fill('#who-date', '2025-03-01');
  await step(page, 'review');
  check('and no more when it is whole', await page.locator('#mend-date').count(), 0);

  // A reason without a priority: said, and sent among the remarks; opened again, it is a reason.
  await step(page, 'priorities');
  await page.fill('#priority-1-reason', 'Everything hangs on it.');
  check('a reason of nothing is said', (await mind(page, 'priority-1-reason')).includes('no priority is chosen'));
  const loose = await saved(page);
  check('before sending too', await page.isVisible('#mend-priority'));
  check('and is in the text', (await page.inputValue('#as-text')).includes('Everything hangs on it.'));
  out = JSON.parse(readFileSync(loose, 'utf8'));
  check('and in the file', [out.priorities, out.feedback.priorities], [undefined, ['Everything hangs on it.']]);
  check('which is sound', sextant('check', loose, '-q', kInstrument).code, 0);
  await openFile(page, 'loose.json', readFileSync(loose, 'utf8'));
  await step(page, 'priorities');
  check('opened again it is a reason', await page.inputValue('#priority-1-reason'), 'Everything hangs on it.');
  await page.selectOption('#priority-1', 'power.grid');
  check('with a priority nothing is said', await mind(page, 'priority-1-reason'), '');
  out = await file(page);
  check('and it goes out as one', [out.priorities, out.feedback], [[{node: 'power.grid', reason: 'Everything hangs on it.'}], undefined]);

  // Who finds out goes with a "don't know", and with nothing else; after a slip it is there again.
  await step(page, 'on-power');
  await page.check('#c--plan--dont-know');
  await page.fill('#owner--plan', 'The grid office');
  await page.check('#c--plan--v-established');
  check('an answer has nobody to find out', 'owner' in (await file(page)).answers.plan, false);
  check('nor has the text', (await page.inputValue('#as-text')).includes('The grid office'), false);
  await step(page, 'on-power');
  await page.check('#c--plan--dont-know');
  check('it is there again', await page.inputValue('#owner--plan'), 'The grid office');
  check('and goes out', (await file(page)).answers.plan.owner, 'The grid office');

  // A source of which only its kind is known.
  await step(page, 'on-power');
  await page.evaluate(() => document.getElementById('behind--host').setAttribute('open', ''));
  await page.check('#c--host--v-firm');
  await page.click('#evidence-add--host');
  await page.selectOption('#evidence--host--0--grade', '1');
  check('a kind of evidence alone goes out', (await file(page)).answers.host.evidence, [{title: 'stated, without a document', grade: 1}]);

  // "Still true" takes what was said then, and leaves what is written now.
  const again = await open(withLast);
  await again.waitForSelector('#title');
  await step(again, 'on-power');
  await again.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
  await again.fill('#because--plan', 'Decided anew.');
  await again.click('#evidence-add--plan');
  await again.fill('#evidence--plan--0--title', 'Decree 40');
  await again.click('#still--plan');
  await again.click('#still--reach');
  out = (await file(again)).answers;
  check('what was written now stays', [out.plan.value, out.plan.because, out.plan.evidence.map((one) => one.title)],
    ['established', 'Decided anew.', ['Decree 40', 'Decree 12']]);
  check('where nothing was, it is what was said then', [out.reach.value, out.reach.because], ['emerging', 'Said then.']);
}, {locale: 'en-GB', acceptDownloads: true});
