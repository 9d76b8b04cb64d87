// The HTML edition in a real browser. html_report.mjs FOLDER: with en, fr, ar, hostile and pages made by sextant.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from '../browser/browser.mjs';

const folder = process.argv[2];
const file = (name) => join(folder, `${name}.html`);
const kWindow = {width: 1280, height: 800};

// Sizes in px of all text that shows, labels of drawings as they come out; the smallest first.
const smallestText = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() ||
      element.closest('.unseen, .cover.off, desc, script')) continue;
    const drawing = element.closest('svg');
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    sizes.push(Math.round(parseFloat(getComputedStyle(element).fontSize) * scale * 100) / 100);
  }
  return Math.min(...sizes);
});
// The words of each heading of level 1 and 2 that shows.
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('h1, .chapter > .l1')]
  .filter((one) => one.checkVisibility() && !one.closest('.cover.off')).map((one) => one.textContent));

await test(async ({open, check, axe, duplicateIds, overflow}) => {
  for (const name of ['en', 'fr', 'ar', 'hostile', 'country-en', 'country-fr', 'country-ar', 'brief-en', 'plan-fr',
    'poster-fr', 'group-en', 'group-fr']) {
    const page = await open(file(name), {viewport: kWindow});
    check(`${name}: axe finds nothing`, await axe(page), []);
    check(`${name}: no wider than the window`, await overflow(page), {wider: 0, elements: []});
    check(`${name}: no id stands twice`, await duplicateIds(page), []);
    const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')).filter((target) => !document.getElementById(target.slice(1))));
    check(`${name}: every link within the page arrives`, dead, []);
    const levels = await page.evaluate(() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
      .map((heading) => Number(heading.tagName[1])));
    check(`${name}: one title`, levels.filter((level) => level === 1).length, 1);
    check(`${name}: no level of headings is skipped`, levels.filter((l, i) => i > 0 && l > levels[i - 1] + 1), []);
    await page.setViewportSize({width: 320, height: 640});
    check(`${name} on a telephone: no wider than the window`, await overflow(page), {wider: 0, elements: []});
    if (!name.endsWith('fr')) check(`${name} on a telephone: axe finds nothing`, await axe(page), []);
    await page.close();
  }

  // The words of a language, and the direction of its page.
  const arabic = await open(file('ar'), {viewport: kWindow});
  check('Arabic runs from right to left', await arabic.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
  check('and an English paragraph in it from left to right',
    await arabic.getByText('This paragraph is in English').evaluate((one) => getComputedStyle(one).direction), 'ltr');
  check('the contents stand at the right', await arabic.evaluate(() =>
    document.querySelector('nav').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().right));
  await arabic.close();

  // Nothing of a text becomes markup or script.
  const hostile = await open(file('hostile-words'), {viewport: kWindow});
  check('no element came out of a text', await hostile.evaluate(() =>
    [document.querySelectorAll('img, iframe, b, form').length, document.scripts.length, globalThis.planted ?? null]), [0, 1, null]);
  check('no link leads to a script', await hostile.evaluate(() => [...document.links].map((link) => link.protocol)
    .filter((protocol) => !['file:', 'https:', 'http:', 'mailto:'].includes(protocol))), []);
  await hostile.close();

  // Projector mode, by keyboard alone.
  const page = await open(file('country-en'), {viewport: {width: 1920, height: 1080}});
  const all = await shown(page);
  check('the whole report shows at first', all.length > 8);
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await press('Tab');
  check('the first stop is the link to the report', await focused(), 'Skip to the report');
  await press('Tab');
  check('the second is the projector', await focused(), 'Projector mode');
  await press('Enter');
  check('one part shows: the cover', await shown(page), all.slice(0, 1));
  check('the contents make room', await page.evaluate(() => document.querySelector('nav').checkVisibility()), false);
  for (let i = 1; i < all.length; ++i) {
    await press(i % 2 ? 'ArrowRight' : 'PageDown');
    check(`part ${i + 1} shows alone`, await shown(page), [all[i]]);
    check(`part ${i + 1} has the focus`, await focused(), all[i]);
    const size = await smallestText(page);
    if (size < 24) check(`part ${i + 1}: no letter is smaller than 24 px`, size, 24);
    check(`part ${i + 1}: no wider than the window`, (await overflow(page)).wider, 0);
  }
  check('it says where one is', await page.locator('output').textContent(), `Part ${all.length} of ${all.length}`);
  check('axe finds nothing in projector mode', await axe(page), []);
  await press('ArrowRight');
  check('after the last comes none', await shown(page), all.slice(-1));
  await press('ArrowLeft');
  check('and back', await shown(page), all.slice(-2, -1));
  await press('Home');
  check('to the first', await shown(page), all.slice(0, 1));
  const country = all[0];
  check('the cover names the country', await page.evaluate((name) => document.body.innerText.includes(name), country));
  await page.getByRole('button', {name: 'Hide names'}).press('Enter');
  check('no name where names are hidden', await page.evaluate((name) =>
    `${document.title} ${document.body.textContent}`.match(new RegExp(`.{0,20}${name}.{0,20}`)), country), null);
  const anonymous = join(folder, 'anonymous.pdf');
  writeFileSync(anonymous, await page.pdf({preferCSSPageSize: true}));
  const text = (pdf, ...options) => execFileSync('pdftotext', [...options, pdf, '-'], {encoding: 'utf8', maxBuffer: 1 << 28});
  check('nor on paper', text(anonymous).includes(country), false);
  await page.getByRole('button', {name: 'Show names'}).press('Enter');
  check('and back again', (await shown(page))[0], country);
  await press('Escape');
  check('Escape shows the whole report again', await shown(page), all);

  // On paper, however it stood on the screen.
  const pdf = join(folder, 'printed.pdf');
  await page.setViewportSize({width: 320, height: 640});
  writeFileSync(pdf, await page.pdf({preferCSSPageSize: true}));
  const info = execFileSync('pdfinfo', [pdf], {encoding: 'utf8'});
  check('A4', /Page size:\s+59[45]\S* x 84[12]/.test(info), true);
  const pages = text(pdf, '-layout').split('\f').slice(0, -1);
  check('the cover has no footer', /Page 1 of/.test(pages[0]), false);
  check('each other page says which it is', pages.slice(1).map((words, i) => words.includes(`Page ${i + 2} of ${pages.length}`))
    .filter((there) => !there), []);
  // The long table of all answers: its header stands on each of its pages.
  const answers = await page.evaluate(() => {
    const table = document.querySelector('#answers').parentElement.querySelector('table');
    return {head: [...table.tHead.rows[0].cells].map((cell) => cell.textContent),
      rows: [...table.tBodies[0].rows].map((row) => row.cells[0].querySelector('.muted').textContent.trim())};
  });
  const holding = pages.filter((words) => answers.rows.filter((id) => words.includes(id)).length > 3 );
  check('the answers take several pages', holding.length > 2);
  check('the header of a table is repeated', holding.filter((words) =>
    !words.split('\n').some((line) => answers.head.every((title) => line.includes(title)))), []);
  check('every answer is on paper', answers.rows.filter((id) => !pages.some((words) => words.includes(id))), []);
  const outside = [...text(pdf, '-bbox').matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"/g)]
    .filter((word) => Number(word[1]) < 20 || Number(word[2]) > 595 - 20);
  check('no word leaves the page', outside.map((word) => word[0]), []);
  await page.close();

  check('a report is no larger than 600 kB', readFileSync(file('country-fr')).length < 600_000);
});
