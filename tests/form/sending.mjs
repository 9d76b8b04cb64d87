// What is sent back: the answers file, the copy of the form, the code and the paper, each compared with the same
// answers typed by hand.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scores, scratch, sextant, step, write} from './form.mjs';

const path = makeForm('sending.html', '--unit', 'ATL', '--round', '2025-1', '--date', '2025-03-25');
// The same answers as below, written by hand.
const typed = write('typed.yaml', `sextant: answers/1
instrument: {id: every-type, version: "1"}
unit: {id: ATL}
round: {id: 2025-1, date: 2025-03-25}
answers:
  plan: {value: established, because: "It says: \\"yes\\"", confidence: high, evidence: [{title: Decree 12, year: 2024, where: Archive, grade: 3}]}
  reach: {state: dont_know, owner: The grid office}
  host: firm
  safe: [law, audit]
  open: yes
  count: 1000
  share: 49.5
  skills: {search: emerging, make: advanced}
  story: Two laboratories.
`);


/** Dark pixels of a page's picture within a box of points (1/72 inch), as a share. */
function darkness(pgm, {x, y, width, height}) {
  const bytes = readFileSync(pgm);
  const head = bytes.subarray(0, 40).toString('latin1').match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  const columns = Number(head[1]);
  const at = (column, row) => bytes[head[0].length + row * columns + column];
  let dark = 0;
  let all = 0;
  for (let row = Math.round(y); row < y + height; row++) {
    for (let column = Math.round(x); column < x + width; column++) {
      all++;
      if (at(column, row) < 128) dark++;
    }
  }
  return dark / all;
}

await test(async ({open, check}) => {
  const page = await open(path);
  await page.waitForSelector('#title');
  await page.fill('#who-ministry', 'Ministère de l’éducation');
  await page.fill('#who-role', 'Planner');
  await page.selectOption('#who-group', 'ministry');
  await step(page, 'vision');
  await page.fill('#vision-purpose', 'Learning for all.');
  await page.fill('#vision-priorities', 'Reading\nGirls in secondary school');
  await page.check('#aim--learning');
  await step(page, 'on-power');
  await page.check('#c--plan--v-established');
  await page.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
  await page.fill('#because--plan', 'It says: "yes"');
  await page.click('#evidence-add--plan');
  await page.fill('#evidence--plan--0--title', 'Decree 12');
  await page.fill('#evidence--plan--0--year', '2024');
  await page.fill('#evidence--plan--0--where', 'Archive');
  await page.selectOption('#evidence--plan--0--grade', '3');
  await page.check('#confidence--plan--high');
  await page.check('#c--reach--dont-know');
  await page.fill('#owner--reach', 'The grid office');
  await page.check('#c--host--v-firm');
  await page.check('#c--safe--v-law');
  await page.check('#c--safe--v-audit');
  await page.check('#c--open--v-yes');
  await step(page, 'on-people');
  await page.fill('#c--count--value', '1 000');
  await page.press('#c--count--value', 'Tab');
  await page.fill('#c--share--value', '49,5 %');
  await page.press('#c--share--value', 'Tab');
  await page.check('#c--skills--search--v-emerging');
  await page.check('#c--skills--make--v-advanced');
  await page.fill('#c--story--value', 'Two laboratories.');
  await page.evaluate(() => document.getElementById('behind--story').setAttribute('open', ''));
  await page.fill('#feedback--story', 'A good question.');
  await step(page, 'priorities');
  await page.selectOption('#priority-1', 'power.grid');
  await page.fill('#priority-1-reason', 'Everything hangs on it.');
  await page.selectOption('#target--power', 'advanced');
  await step(page, 'feedback');
  await page.fill('#feedback-workshop', 'A long day.');
  await step(page, 'send');

  const file = await saved(page, 'file');
  check('the file is named after unit, round and respondent', file.split('/').pop(), 'ATL-2025-1-ministry-planner.json');
  const wanted = scores(typed)[0];
  const same = (fact, where, parts = ['nodes', 'questions', 'findings']) => {
    const got = scores(where)[0];
    for (const part of parts) check(`${fact}: ${part}`, got[part], wanted[part]);
  };
  same('the file as it is scores as if typed', file);

  const imported = sextant('import', file, '-q', kInstrument, '-o', 'imported.yaml');
  check('import takes everything', [imported.code, imported.err], [0, '']);
  same('imported, it scores as if typed', `${scratch}/imported.yaml`);
  const yaml = readFileSync(`${scratch}/imported.yaml`, 'utf8');
  for (const text of ['Learning for all.', 'Girls in secondary school', 'learning', 'Everything hangs on it.', 'A long day.',
    'A good question.', 'The grid office', 'Ministère de l’éducation', 'Decree 12', 'advanced']) {
    check(`"${text}" came back`, yaml.includes(text) || (text === 'advanced' && /power: 4/.test(yaml)));
  }
  const once = sextant('import', file, '-q', kInstrument, '-o', 'imported.yaml');
  check('a file that is there is not touched', [once.code, /--replace/.test(once.err)], [3, true]);

  const copy = await saved(page, 'copy');
  check('the copy comes back too', sextant('import', copy, '-q', kInstrument, '-o', 'copy.yaml').code, 0);
  check('and says the same', readFileSync(`${scratch}/copy.yaml`, 'utf8'), yaml);

  // The code: questions with levels, and nothing else.
  const text = await page.inputValue('#as-code');
  const code = text.match(/code: (.*)/)[1];
  const fromCode = (given, name) => sextant('import', '--code', given, '-q', kInstrument, '--unit', 'ATL', '-o', name);
  check('the code is taken', fromCode(code, 'code.yaml').code, 0);
  const levels = scores(`${scratch}/code.yaml`)[0].questions;
  check('the level came with it', [levels.plan.level, levels.reach.state], ['established', 'dont_know']);
  check('in small letters, without dashes, O for 0', fromCode(code.toLowerCase().replaceAll('-', '').replaceAll('0', 'O'), 'small.yaml').code, 0);
  const everything = ['ATL', '2025-1', 'Planner', 'Ministère de l’éducation', 'Ministries', 'Learning for all.', 'Girls in secondary school',
    'It says: "yes"', 'Decree 12, 2024, Archive, dated, and others can obtain it', 'How sure are you? very', 'Who will find out? The grid office',
    'Two laboratories.', 'A good question.', 'Priority 1: Grid – Everything hangs on it.', 'Electricity: 4 – Advanced', 'A long day.'];
  const mail = await page.inputValue('#as-text');
  for (const said of everything) check(`the text holds "${said}"`, mail.includes(said));
  check('and no hole', /undefined|null|\(\)|NaN|: $/m.test(mail), false);
  check('the text for an e-mail holds it', sextant('import', write('mail.txt', await page.inputValue('#as-text')), '-q', kInstrument, '-o', 'mail.yaml').code, 0);
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const plain = code.replaceAll('-', '');
  let refused = 0;
  for (let i = 0; i < plain.length; i++) {
    const wrong = alphabet[(alphabet.indexOf(plain[i]) + 1 + i) % 32];
    if (fromCode(plain.slice(0, i) + wrong + plain.slice(i + 1), `wrong-${i}.yaml`).code === 1) refused++;
  }
  check('a wrong character is refused, wherever it stands', refused, plain.length);

  // Paper: the mark chosen is dark, the others are rings.
  for (const [name, filled] of [['filled', true], ['blank', false]]) {
    await page.evaluate(() => { window.print = () => {}; });
    await page.click(`#print-${name}`);
    await page.emulateMedia({media: 'print'});
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const pdf = `${scratch}/${name}.pdf`;
    // A sheet of A4 without margins at 96 dots an inch, so that boxes of the layout are boxes of the picture.
    await page.setViewportSize({width: 794, height: 1123});
    await page.evaluate(() => document.styleSheets[0].insertRule('@page { margin: 0 }', document.styleSheets[0].cssRules.length));
    const boxes = await page.evaluate(() => [...document.querySelectorAll('.paper-question')].slice(0, 1)
      .flatMap((each) => [...each.querySelectorAll('.box')]).map((box) => {
        const {x, y, width, height} = box.getBoundingClientRect();
        return {x: x + scrollX, y: y + scrollY, width, height};
      }));
    await page.pdf({path: pdf, format: 'A4', printBackground: false});
    execFileSync('pdftoppm', ['-gray', '-r', '96', '-f', '1', '-l', '1', pdf, `${scratch}/${name}`]);
    const picture = execFileSync('sh', ['-c', `ls ${scratch}/${name}-*.pgm`], {encoding: 'utf8'}).trim();
    if (filled) {
      const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8'}).replace(/\s+/g, ' ');
      for (const said of everything) check(`the paper holds "${said}"`, printed.includes(said));
    }
    const shades = boxes.map((box) => darkness(picture, box) > 0.6);
    check(`${name}: the marks of the first question`, shades, [false, false, filled, false, false, false]);
    await page.emulateMedia({media: 'screen'});
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  }
}, {locale: 'en-GB', acceptDownloads: true});
