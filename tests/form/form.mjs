// What the tests of the form share: making forms, and reading the page's scripts without a browser.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import vm from 'node:vm';

const [binary, here] = process.argv.slice(2).map((path) => resolve(path));
export const kInstrument = here;
export const kSource = resolve(here, '../../reports/form/page');
export const kQuestionnaires = resolve(here, '../../questionnaires');

export const scratch = mkdtempSync(join(tmpdir(), 'sextant-form-'));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));

/** Runs the program: {code, out, err}. */
export function sextant(...args) {
  const done = spawnSync(binary, [...args, '--lang', args.includes('--lang') ? args[args.indexOf('--lang') + 1] : 'en'],
    {cwd: scratch, encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8'}, maxBuffer: 1 << 26});
  return {code: done.status, out: done.stdout, err: done.stderr};
}

/** Makes a form, of the tests' questionnaire unless `-q` is given; the path of its file. */
export function makeForm(name, ...args) {
  const path = join(scratch, name);
  const which = args.includes('-q') ? [] : ['-q', here];
  const done = spawnSync(binary, ['form', ...which, '-o', path, '--lang', 'en', ...args], {encoding: 'utf8'});
  if (done.status !== 0) throw new Error(`sextant form: ${done.stderr || done.error}`);
  return path;
}

export function write(name, text) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

/** The scores of each answers file: {questions, nodes, ...}. */
export function scores(...paths) {
  const done = sextant('score', ...paths, '-q', here, '--json');
  if (done.code !== 0) throw new Error(`score: ${done.err}`);
  return done.out.trim().split('\n').map((line) => JSON.parse(line));
}

/** The functions of the page's scripts, for a form's file. */
export function scripts(path, names) {
  const html = readFileSync(path, 'utf8');
  const json = (id) => html.match(new RegExp(`id="${id}"[^>]*>([^]*?)</script>`))[1];
  const sandbox = {document: {getElementById: (id) => ({textContent: json(id)})}};
  vm.createContext(sandbox);
  const text = ['words', 'words_ar', 'model', 'values', 'conditions', 'code'].map((file) =>
    readFileSync(join(kSource, `${file}.js`), 'utf8')).join('\n');
  vm.runInContext(`${text}\nthis.out = {${names.join(', ')}};`, sandbox);
  return sandbox.out;
}

/** Numbers that are the same in each run. */
export function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Says which facts do not hold, without a browser. */
export function checker() {
  const failures = [];
  const check = (fact, actual, expected = true) => {
    const [a, b] = [actual, expected].map((each) => JSON.stringify(each));
    if (a !== b) failures.push(`${fact}\n  expected ${b}\n  got      ${a}`);
  };
  const finish = () => {
    failures.forEach((failure) => console.log(failure));
    process.exit(failures.length ? 1 : 0);
  };
  return {check, finish};
}

export const q = (id) => `#q--${id}`;

/** Clicks a button that leaves the draft at hand; the other one is there when its first page is. */
export const takeUp = (page, button) => button.click().then(() => page.waitForFunction(() => document.activeElement.id === 'title'));

/** Goes to a step of the form. */
export const step = (page, id) => page.evaluate((one) => { location.hash = one; }, id).then(() => page.waitForSelector('#title'))
  .then(() => page.waitForTimeout(30));

/** Takes what one of the last step's buttons saves ('file', 'copy' ...): its path. */
export async function saved(page, id = 'file') {
  await step(page, 'send');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#send-${id}`)]);
  const to = `${scratch}/${download.suggestedFilename()}`;
  await download.saveAs(to);
  return to;
}
