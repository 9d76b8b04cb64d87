// Answer, kill the browser at once, open it again with the same profile: the answer is there.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {checker, makeForm} from './form.mjs';

const kBrowser = process.env.SEXTANT_CHROMIUM ?? '/usr/bin/chromium';
let chromium;
try {
  ({chromium} = await import('../browser/node_modules/playwright-core/index.mjs'));
} catch {
  console.log('SKIP: playwright-core is not in tests/browser/node_modules (./dev test runs npm ci)');
  process.exit(77);
}
if (!existsSync(kBrowser)) {
  console.log(`SKIP: ${kBrowser} is not there (Debian's chromium)`);
  process.exit(77);
}

const {check, finish} = checker();
const path = makeForm('killed.html', '--unit', 'ATL');
const profile = mkdtempSync(join(tmpdir(), 'sextant-killed-'));

async function browse() {
  rmSync(join(profile, 'DevToolsActivePort'), {force: true});
  const child = spawn(kBrowser, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {stdio: 'ignore', detached: true});
  let port = '';
  for (let i = 0; i < 300 && !port; i++) {
    await wait(100);
    try {
      [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    } catch { /* not yet */ }
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await browser.contexts()[0].newPage();
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('#title');
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  return {page, kill: () => process.kill(-child.pid, 'SIGKILL'), close: async () => {
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await ended;
  }};
}

const levels = ['nascent', 'emerging', 'established', 'advanced'];
let one = null;
async function expect(when, i) {
  check(`${when}: the level is there`, await one.page.isChecked(`#c--plan--v-${levels[i]}`));
  check(`${when}: the reason is there`, await one.page.inputValue('#because--plan'), `Reason ${i}`);
}
try {
  for (const [i, level] of levels.entries()) {
    one = await browse();
    await one.page.evaluate(() => { location.hash = 'on-power'; });
    await one.page.waitForSelector('#c--plan--v-nascent');
    if (i > 0) await expect(`after kill ${i}`, i - 1);
    await one.page.evaluate(() => document.getElementById('behind--plan').setAttribute('open', ''));
    await one.page.fill('#because--plan', `Reason ${i}`);
    await one.page.check(`#c--plan--v-${level}`);
    // The kill comes as soon as the page says that it has kept everything; in the other rounds, right after the answer.
    if (i === 0) await one.page.waitForFunction(() => /^Kept/.test(document.getElementById('kept').textContent));
    one.kill();
    one = null;
    await wait(200);
  }
  // A restart as people do it, twice: after the last kill, and after the browser was closed.
  for (const when of ['after the last kill', 'after closing']) {
    one = await browse();
    await one.page.evaluate(() => { location.hash = 'on-power'; });
    await one.page.waitForSelector('#c--plan--v-nascent');
    await expect(when, levels.length - 1);
    await one.close();
    one = null;
  }
} catch (error) {
  check('the browser does what it is told', String(error.stack), '');
} finally {
  one?.kill();
  await wait(200);
  rmSync(profile, {recursive: true, force: true, maxRetries: 5});
}
finish();
