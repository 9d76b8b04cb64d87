// The same promise in Firefox ESR, which speaks WebDriver BiDi by itself: answer, kill, open again.
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {checker, makeForm} from './form.mjs';

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

/** Starts Firefox and opens the form; `run` evaluates an expression in it. */
async function browse() {
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
    waiting.get(answer.id)?.(answer);
  });
  const ask = (method, params) => new Promise((resolve, reject) => {
    const id = ++number;
    waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.message)) : resolve(answer.result)));
    socket.send(JSON.stringify({id, method, params}));
  });
  await ask('session.new', {capabilities: {}});
  const {contexts: [{context}]} = await ask('browsingContext.getTree', {});
  await ask('browsingContext.navigate', {context, url: pathToFileURL(path).href, wait: 'complete'});
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
  return {run, until, kill: () => process.kill(-child.pid, 'SIGKILL')};
}

const levels = ['nascent', 'established'];
let one;
try {
  for (const [i, level] of levels.entries()) {
    one = await browse();
    await one.run('location.hash = "on-power"');
    await one.until('document.getElementById("c--plan--v-nascent")');
    if (i > 0) check(`after kill ${i} the answer is there`, await one.run(`document.getElementById("c--plan--v-${levels[i - 1]}").checked`));
    await one.run(`document.getElementById("c--plan--v-${level}").click()`);
    await one.until('/^Kept in this browser at/.test(document.getElementById("kept").textContent)');
    one.kill();
    one = null;
    await wait(500);
  }
} catch (error) {
  check('Firefox does what it is told', String(error.stack), '');
  one?.kill();
} finally {
  await wait(500);
  rmSync(profile, {recursive: true, force: true, maxRetries: 5});
}
finish();
