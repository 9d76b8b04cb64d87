// What every browser test starts with: Debian's chromium, axe-core, and a list of what went wrong.
//
//   import {test} from './browser.mjs';
//   await test(async ({open, check, axe}) => {
//     const page = await open('report.html');
//     check('no axe violations', await axe(page), []);
//   });
//
// Prints each fact that does not hold and exits with 1; where the browser or its packages are absent, prints
// `SKIP: why` and exits with 77.
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {isDeepStrictEqual} from 'node:util';

const kBrowser = process.env.SEXTANT_CHROMIUM ?? '/usr/bin/chromium';
// No sandbox: tests open our own files, and containers give chromium none. Nothing calls home.
const kFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-dev-shm-usage',
];

function skip(why) {
  console.log(`SKIP: ${why}`);
  process.exit(77);
}

/**
 * Runs `body` with a browser of its own, then says what failed and ends the process.
 * `options` are playwright's for a context (viewport, locale, colorScheme ...); `options.origins` lists the
 * origins beside file: that pages may ask, for instance `http://127.0.0.1:8080`: any other request fails the test;
 * `options.preferences` are the profile's, as an administrator or a person sets them.
 *
 * `body` gets:
 *   open(file or URL, {viewport})  a page that has loaded; what its console complains of fails the test
 *   check(fact, actual, expected = true)
 *   axe(page, options)             axe-core's violations as "rule (impact): selector; selector"
 *   duplicateIds(page)             ids that stand more than once
 *   overflow(page)                 by how many pixels the page is wider than its window, and the elements that are
 *   context                        playwright's browser context
 */
export async function test(body, options = {}) {
  let chromium;
  let axePath;
  try {
    ({chromium} = await import('playwright-core'));
    axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  } catch {
    skip('playwright-core and axe-core are not in tests/browser/node_modules (./dev test runs npm ci)');
  }
  if (!existsSync(kBrowser)) skip(`${kBrowser} is not there (Debian's chromium)`);

  const failures = [];
  const check = (fact, actual, expected = true) => {
    if (isDeepStrictEqual(actual, expected)) return;
    failures.push(`${fact}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(actual)}`);
  };
  const {origins = [], preferences, ...settings} = options;
  const profile = mkdtempSync(join(tmpdir(), 'sextant-browser-'));
  if (preferences) {
    mkdirSync(join(profile, 'Default'));
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  }
  let context;
  try {
    context = await chromium.launchPersistentContext(
      profile, {executablePath: kBrowser, args: kFlags, headless: true, ...settings});
    await context.route(/^(https?|wss?):/, (route) => {
      const url = route.request().url();
      if (origins.includes(new URL(url).origin)) return route.continue();
      failures.push(`a page asks the network for ${url}`);
      return route.abort();
    });
    // Set before a page's own content security policy can refuse it.
    await context.addInitScript({path: axePath});

    const open = async (where, {viewport} = {}) => {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) failures.push(`console of ${where}: ${message.text()}`);
      });
      page.on('pageerror', (error) => failures.push(`script of ${where}: ${error}`));
      if (viewport) await page.setViewportSize(viewport);
      await page.goto(/^\w+:\/\//.test(where) ? where : pathToFileURL(resolve(where)).href, {waitUntil: 'load'});
      return page;
    };
    await body({open, check, axe, duplicateIds, overflow, context});
  } catch (error) {
    failures.push(error.stack ?? String(error));
  } finally {
    await context?.close();
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
  for (const failure of failures) console.log(failure);
  process.exit(failures.length === 0 ? 0 : 1);
}

async function axe(page, options = {}) {
  return page.evaluate(async (given) => {
    const {violations} = await globalThis.axe.run(document, given);
    return violations.map((rule) =>
      `${rule.id} (${rule.impact}): ${rule.nodes.map((node) => node.target.join(' ')).join('; ')}`);
  }, options);
}

async function duplicateIds(page) {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  });
}

async function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wider = root.scrollWidth - root.clientWidth;
    if (wider <= 0) return {wider: 0, elements: []};
    const elements = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > root.clientWidth + 0.5 || box.left < -0.5;
      })
      .map((element) => element.tagName.toLowerCase() + (element.id && `#${element.id}`) +
        [...element.classList].map((name) => `.${name}`).join(''));
    return {wider, elements: elements.slice(0, 10)};
  });
}
