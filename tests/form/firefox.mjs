// The same promises in Firefox ESR, which speaks WebDriver BiDi by itself: answer, kill, open again; a file that is
// renamed, which Firefox takes for another one; an answers file that is opened; nothing in the console.
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {existsSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {checker, makeForm, scratch, write} from './form.mjs';

const kBrowser = process.env.SEXTANT_FIREFOX ?? '/usr/bin/firefox-esr';
let WebSocket;
try {
  const require = createRequire(new URL('../browser/', import.meta.url));
  ({ws: WebSocket} = require('playwright-core/lib/utilsBundle'));
} catch {
  console.log('SKIP: playwright-core is not in tests/browser/node_modules (./dev test runs npm ci)');
  process.exit(77);
}
if (!existsSync(kBrowser)) {
  console.log(`SKIP: ${kBrowser} is not there (Debian's firefox-esr)`);
  process.exit(77);
}

const {check, finish} = checker();
const path = makeForm('firefox.html', '--unit', 'ATL');
const profile = mkdtempSync(join(tmpdir(), 'sextant-firefox-'));
// Driven from outside, Firefox would treat all files as one site; people's Firefox does not.
writeFileSync(join(profile, 'user.js'), 'user_pref("security.fileuri.strict_origin_policy", true);\n');

/** Starts Firefox and opens a form; `run` evaluates an expression in it, `choose` gives a file to its entry. */
async function browse(file = path) {
  const child = spawn(kBrowser, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    {stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: {...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1'}});
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const found = said.match(/WebDriver BiDi listening on (ws:\S+)/);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`Firefox ended: ${said}`)));
    setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), 90000).unref();
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  let number = 0;
  const waiting = new Map();
  socket.on('error', () => {});
  socket.on('message', (text) => {
    const answer = JSON.parse(text);
    if (answer.method === 'log.entryAdded' && ['error', 'warn'].includes(answer.params.level)) complaints.push(answer.params.text);
    waiting.get(answer.id)?.(answer);
  });
  const ask = (method, params) => new Promise((resolve, reject) => {
    const id = ++number;
    waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.message)) : resolve(answer.result)));
    socket.send(JSON.stringify({id, method, params}));
  });
  await ask('session.new', {capabilities: {}});
  await ask('session.subscribe', {events: ['log.entryAdded']});
  const {contexts: [{context}]} = await ask('browsingContext.getTree', {});
  await ask('browsingContext.navigate', {context, url: pathToFileURL(file).href, wait: 'complete'});
  const run = async (expression) => {
    const answer = await ask('script.evaluate', {expression, target: {context}, awaitPromise: true});
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  };
  const until = async (expression) => {
    for (let i = 0; i < 200; i++) {
      if (await run(`Boolean(${expression})`)) return;
      await wait(50);
    }
    throw new Error(`never: ${expression}`);
  };
  await until('document.getElementById("title")');
  const choose = async (selector, ...files) => {
    const found = await ask('script.evaluate', {expression: `document.querySelector('${selector}')`, target: {context}, awaitPromise: false});
    await ask('input.setFiles', {context, element: {sharedId: found.result.sharedId}, files});
  };
  const narrow = () => ask('browsingContext.setViewport', {context, viewport: {width: 320, height: 640}});
  return {run, until, choose, narrow, kill: () => process.kill(-child.pid, 'SIGKILL')};
}

const levels = ['nascent', 'established'];
const complaints = [];
let one;
const atPower = async () => {
  await one.run('location.hash = "on-power"');
  await one.until('document.getElementById("c--plan--v-nascent")');
};
const checked = (level) => one.run(`document.getElementById("c--plan--v-${level}").checked`);
const end = async () => {
  one.kill();
  one = null;
  await wait(500);
};
try {
  for (const [i, level] of levels.entries()) {
    one = await browse();
    await atPower();
    if (i > 0) check(`after kill ${i} the answer is there`, await checked(levels[i - 1]));
    await one.run(`document.getElementById("c--plan--v-${level}").click()`);
    await one.until('/^Kept in this browser at/.test(document.getElementById("kept").textContent)');
    await end();
  }

  // Under another name the form is another page: it begins blank, says why, and takes an answers file.
  const renamed = join(scratch, 'renamed.html');
  renameSync(path, renamed);
  one = await browse(renamed);
  await one.run('location.hash = "start"');
  await one.until('document.getElementById("open")');
  check('a renamed form says where answers may be', await one.run(
    'document.querySelector("main").textContent.includes("If you move or rename this file")'));
  await atPower();
  check('and holds none', await checked(levels[levels.length - 1]), false);
  await one.run('location.hash = "start"');
  await one.until('document.getElementById("open")');
  await one.choose('#open', write('answers.json', JSON.stringify({sextant: 'answers/1', instrument: {id: 'every-type', version: '1'},
    unit: {id: 'ATL'}, answers: {plan: 'advanced', count: 1000}})));
  await one.until('document.getElementById("notice")');
  check('an answers file is opened', await one.run('document.getElementById("notice").textContent'),
    'The answers from answers.json are open.');
  await atPower();
  check('with its answers', await checked('advanced'));
  await one.until('/^Kept in this browser at/.test(document.getElementById("kept").textContent)');
  await end();

  // Under its old name everything is where it was.
  renameSync(renamed, path);
  one = await browse();
  await atPower();
  check('under its old name the answers are there', await checked(levels[levels.length - 1]));
  await one.narrow();
  check('320 px', await one.run('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
  await end();
  check('nothing in the console', complaints, []);
} catch (error) {
  check('Firefox does what it is told', String(error.stack), '');
  one?.kill();
} finally {
  await wait(500);
  rmSync(profile, {recursive: true, force: true, maxRetries: 5});
}
finish();
