// What comes along when somebody pastes from a PDF or a word processor: characters that are no text. The form takes them
// out, and what was saved before it did is taken in all the same.
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scratch, sextant, step, write} from './form.mjs';

const path = makeForm('pasted.html', '--unit', 'ATL', '--round', '2025-1');
// Each of them is refused by every command that reads an answers file.
const kBreaks = ['\u000b', '\u000c', '\u0085'];
const kNoText = ['\u0002', '\u0007', ...kBreaks, '\u009f', '\u007f', '\ufdd0'];

await test(async ({open, check}) => {
  const page = await open(path);
  await step(page, 'on-power');
  await page.check('#c--plan--v-established');
  await page.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
  await page.focus('#because--plan');
  for (const one of kNoText) await page.keyboard.insertText(`a${one}b `);
  check('a text is clean as it is pasted; breaks of lines and pages break lines', await page.inputValue('#because--plan'),
    'ab ab a\nb a\nb a\nb ab ab ab ');
  // The cursor stays where it was: what is typed next stands there.
  await page.fill('#because--plan', 'one three');
  await page.evaluate(() => document.getElementById('because--plan').setSelectionRange(4, 4));
  await page.keyboard.insertText('t\u0007wo ');
  await page.keyboard.insertText('and ');
  check('the cursor stays', await page.inputValue('#because--plan'), 'one two and three');
  await step(page, 'start');
  await page.fill('#who-ministry', '');
  await page.focus('#who-ministry');
  await page.keyboard.insertText('Ministry\u000bof \u0002Education');
  check('a line stays a line', await page.inputValue('#who-ministry'), 'Ministry of Education');
  await step(page, 'on-people');
  await page.fill('#c--count--value', '1000');
  await page.press('#c--count--value', 'Tab');
  await page.check('#c--skills--search--v-emerging');
  await page.focus('#c--story--value');
  await page.keyboard.insertText('Two\u0002 laboratories.');
  check('as an answer too', await page.inputValue('#c--story--value'), 'Two laboratories.');
  const taken = sextant('import', await saved(page, 'file'), '-q', kInstrument, '-o', 'pasted.yaml');
  check('the answers file is taken as a whole', [taken.code, taken.err], [0, '']);
  check('and so is the copy', sextant('import', await saved(page, 'copy'), '-q', kInstrument, '-o', 'copy.yaml').code, 0);
  check('both say the same', readFileSync(`${scratch}/pasted.yaml`, 'utf8').includes('one two and three'));

  // Answers of before: opened, they are clean; imported, the rest is taken and each text is named.
  const file = (because) => JSON.stringify({sextant: 'answers/1', instrument: {id: 'every-type', version: '1'}, unit: {id: 'ATL'},
    answers: {plan: {value: 'established', because}, host: 'firm', story: 'Whole.'}}, null, 1);
  for (const one of kNoText) {
    const name = `U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const from = write(`${name}.json`, file(`a${one}b`));
    const {code, err} = sextant('import', from, '-q', kInstrument, '-o', `${name}.yaml`);
    const yaml = readFileSync(`${scratch}/${name}.yaml`, 'utf8');
    if (kBreaks.includes(one)) {
      check(`${name} breaks the line`, [code, err, /because: [^]*a(\\n|\n\s+)b/.test(yaml)], [0, '', true]);
      continue;
    }
    check(`${name} is named, once`, [code, err.match(/error Q\d+/g)], [1, ['error Q0827']]);
    check(`${name} at its place`, err.includes(`${name}.json:13:15: error`));
    check(`${name}: the rest is taken`, ['plan: 3', 'host: firm', 'Whole.'].filter((each) => !yaml.includes(each)), []);
    const copy = readFileSync(path, 'utf8').replace(/(id="filled"[^>]*>)/, (tag) => tag + file(`a${one}b`).replace(/</g, '\\u003c'));
    check(`${name} in a copy`, sextant('import', write(`${name}.html`, copy), '-q', kInstrument, '-o', `${name}-copy.yaml`).code, 1);
    check(`${name} in a copy: the rest`, readFileSync(`${scratch}/${name}-copy.yaml`, 'utf8').includes('host: firm'));
  }
  await step(page, 'start');
  await page.setInputFiles('#open', `${scratch}/U+0002.json`);
  await page.waitForSelector('#notice');
  const again = await saved(page, 'file');
  check('opened and saved again, it is clean', sextant('import', again, '-q', kInstrument, '-o', 'again.yaml').code, 0);
  check('with all that was said', JSON.parse(readFileSync(again, 'utf8')).answers.plan.because, 'ab');
}, {locale: 'en-GB', acceptDownloads: true});
