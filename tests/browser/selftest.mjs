// browser.mjs notices what it is for: each fault planted in a page is found, and a sound page has none.
// selftest.mjs FOLDER: where the pages are written.
import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from './browser.mjs';

const folder = process.argv[2];
mkdirSync(folder, {recursive: true});
const page = (name, body) => {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{margin:0}</style></head><body><main><h1>A page</h1>${body}</main></body></html>`);
  return file;
};

if (process.argv[3]) {
  await test(async ({open}) => void (await open(process.argv[3])));
}
await test(async ({open, check, axe, duplicateIds, overflow}) => {
  const sound = await open(page('sound', '<p>Words.</p>'), {viewport: {width: 320, height: 480}});
  check('a sound page: axe', await axe(sound), []);
  check('a sound page: ids', await duplicateIds(sound), []);
  check('a sound page: width', await overflow(sound), {wider: 0, elements: []});

  const faulty = await open(page('faulty', `<p id="a" style="color:#ccc">Pale.</p><p id="a">Again.</p>
<p style="width:400px" class="wide">Wide.</p>`), {viewport: {width: 320, height: 480}});
  check('pale text is found', await axe(faulty), ['color-contrast (serious): p:nth-child(2)']);
  check('ids that stand twice are found', await duplicateIds(faulty), ['a']);
  check('what is too wide is found', await overflow(faulty), {wider: 80, elements: ['p.wide']});

  // Opened by a test of its own, which checks nothing else.
  const refused = page('refused', '<script>let a = 1;</script>');
  const child = spawnSync(process.execPath, [process.argv[1], folder, refused], {encoding: 'utf8'});
  check('a complaint in the console fails a test', child.status, 1);
  check('and is told', /^console of .*refused\.html: .*Content Security Policy/.test(child.stdout));
});
