// Two people who do not say who they are: each counts, with an answer like the other's or unlike.
import {readFileSync, renameSync} from 'node:fs';
import {test} from '../browser/browser.mjs';
import {kInstrument, makeForm, saved, scratch, sextant, step} from './form.mjs';

const path = makeForm('nobody.html', '--unit', 'ATL', '--round', '2026-1');

await test(async ({open, check}) => {
  const page = await open(path);
  const sent = async (level, name) => {
    await step(page, 'on-power');
    await page.check(`#c--plan--v-${level}`);
    await page.check('#c--host--v-firm');
    renameSync(await saved(page), `${scratch}/${name}`);
    return name;
  };
  const mails = [await sent('nascent', 'mail one.json'), await sent('advanced', 'mail two.json')];
  const file = JSON.parse(readFileSync(`${scratch}/${mails[0]}`, 'utf8'));
  check('nobody is named', [file.respondents, file.answers.plan.respondent], [undefined, undefined]);
  check('import takes them', sextant('import', ...mails, '-q', kInstrument, '-o', '2026-1.respondents').code, 0);
  const agreement = JSON.parse(sextant('agreement', '2026-1.respondents', '-q', kInstrument, '--json').out);
  check('they are two', [agreement.questions.plan.count, agreement.questions.host.count], [2, 2]);
  const merged = sextant('merge', '2026-1.respondents', '-q', kInstrument, '-o', '2026-1.yaml');
  check('both are heard', [merged.code, /mail one: 1.*\n.*mail two: 4/.test(merged.out)], [0, true]);

  await step(page, 'start');
  await page.fill('#who-role', 'Planner');
  const planner = JSON.parse(readFileSync(await saved(page), 'utf8'));
  check('who says so is named', [planner.respondents, planner.answers.plan.respondent], [[{role: 'Planner', id: 'planner'}], 'planner']);
  await step(page, 'start');
  await page.fill('#who-role', 'مدير التخطيط');
  const director = await saved(page);
  check('in any script', JSON.parse(readFileSync(director, 'utf8')).respondents, [{role: 'مدير التخطيط', id: 'مدير-التخطيط'}]);
  check('and the file is called so', director.split('/').pop(), 'ATL-2026-1-مدير-التخطيط.json');
}, {locale: 'en-GB', acceptDownloads: true});
