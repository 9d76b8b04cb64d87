// Values that are no answers, in a file that a person opens: what the form does not take, it lists by question and value,
// and nothing that a file holds makes the page fail or stay blank.
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, scratch, sextant, step, write} from './form.mjs';

const path = makeForm('unfit.html', '--unit', 'ATL');
const steps = ['start', 'vision', 'on-power', 'on-people', 'priorities', 'feedback', 'review', 'send'];
const about = {sextant: 'answers/1', instrument: {id: 'every-type', version: '1'}, unit: {id: 'ATL'}};
let count = 0;

async function opened(page, file) {
  await step(page, 'start');
  await page.setInputFiles('#open', write(`unfit-${++count}.json`, JSON.stringify({...about, ...file})));
  await page.waitForSelector('#notice');
  return page.innerText('#notice').then((text) => text.split('\n').map((line) => line.trim()).filter(Boolean));
}

await test(async ({open, check}) => {
  const page = await open(path);
  const every = async (what) => {
    for (const id of steps) {
      await step(page, id);
      check(`${what}, ${id}: there is a page`, [await page.locator('#title').count(), await page.locator('#failed').count()], [1, 0]);
    }
    await page.reload();
    await page.waitForSelector('#title');
    check(`${what}: after a reload there is a page`, await page.locator('#failed').count(), 0);
  };

  const told = await opened(page, {answers: {
    plan: 9, reach: 'Établi', host: {value: 'kings', because: 'By law.'}, open: 'perhaps', safe: ['law', 'luck'],
    count: true, share: [1], skills: {search: 'foo', make: 3}, story: {a: 1},
  }});
  check('what is not taken is listed', told.slice(1), [
    'Not taken, because this form has no place for it. Please answer these anew; the file itself is as it was:',
    'Is there a plan?: “9”',
    'How far does it reach?: “Établi”',
    'Who runs it?: “kings”',
    'Is it open?: “perhaps”',
    'Which safeguards are in force?: “luck”',
    'What share is trained?: “[1]”',
    'Which skills?: “{"search":"foo"}”',
    'What changed?: “{"a":1}”',
  ]);
  await page.click('#language-fr');
  check('in French too', (await page.innerText('#notice')).includes('Y a-t-il un plan\u00a0?\u00a0: «\u00a09\u00a0»'));
  await page.click('#language-en');
  await every('values');
  await step(page, 'on-power');
  await page.check('#c--host--v-firm');
  check('what fits is there', [await page.isChecked('#c--safe--v-law'), await page.inputValue('#because--host')], [true, 'By law.']);
  await step(page, 'on-people');
  await page.fill('#c--count--value', '1000');
  await page.press('#c--count--value', 'Tab');
  check('of a grid too', await page.isChecked('#c--skills--make--v-established'));

  // One part alone is a checklist with that part, as import reads it.
  check('a part alone is taken', (await opened(page, {answers: {host: 'firm', safe: 'law'}})).length, 2);
  await every('a part alone');
  await step(page, 'on-power');
  check('and ticked', await page.isChecked('#c--safe--v-law'));
  await step(page, 'send');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#send-file')]);
  await download.saveAs(`${scratch}/part.json`);
  check('and goes back as a list', JSON.parse(readFileSync(`${scratch}/part.json`, 'utf8')).answers.safe.value, ['law']);
  check('which import takes', sextant('import', 'part.json', '-q', kInstrument, '-o', 'part.yaml').code, 0);

  // Whatever else a file may hold in the wrong shape.
  const shapes = [3, 'a word', [], [null], {a: {b: 1}}];
  for (const shape of shapes) {
    const all = Object.fromEntries(['plan', 'reach', 'host', 'open', 'safe', 'count', 'share', 'skills', 'story'].map((id) => [id, shape]));
    await opened(page, {answers: all});
    await every(`answers ${JSON.stringify(shape)}`);
    const long = Object.fromEntries(Object.keys(all).map((id) => [id,
      {value: shape, state: shape, because: shape, evidence: shape, confidence: shape, owner: shape, feedback: shape, respondent: shape}]));
    await opened(page, {answers: long});
    await every(`long answers ${JSON.stringify(shape)}`);
    await opened(page, {answers: shape, unit: shape, round: shape, respondents: shape, vision: shape, targets: shape,
      priorities: shape, feedback: shape, edition: shape});
    await every(`beside ${JSON.stringify(shape)}`);
  }
  await opened(page, {vision: {purpose: [1], priorities: {a: 1}, outcomes: [{}], principles: 3}, round: {id: 2025, date: 3},
    unit: {id: 7}, targets: {power: 'high', nowhere: 2, people: 3}, priorities: [{node: 'nowhere'}, {node: 'power', reason: 'First.'}]});
  await every('beside');
  await step(page, 'priorities');
  check('a target that fits is there', await page.inputValue('#target--people'), 'established');
  check('and a priority', await page.inputValue('#priority-1'), 'power');

  // A draft that an earlier form kept with such a value: the page is there, and says what is gone.
  await page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('sextant-form', 1);
    request.onsuccess = () => {
      const drafts = request.result.transaction('drafts', 'readwrite').objectStore('drafts');
      drafts.openCursor().onsuccess = ({target: {result: cursor}}) => {
        if (!cursor) return done();
        cursor.update({...cursor.value, revision: cursor.value.revision + 1, answers: {safe: {value: 'luck'}, host: {value: 'firm'}}});
        cursor.continue();
      };
    };
  }));
  await page.reload();
  await page.waitForSelector('#notice');
  check('a draft of before is told of', (await page.innerText('#notice')).includes('Which safeguards are in force?: “luck”'));
  await every('a draft of before');
  await step(page, 'on-power');
  check('and the rest of it is there', await page.isChecked('#c--host--v-firm'));
}, {locale: 'en-GB', acceptDownloads: true});
