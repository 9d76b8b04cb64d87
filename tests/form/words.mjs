// The page's own words: none is missing in a language, none is used that is not there, none stands unused.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {checker, kSource, makeForm, scripts} from './form.mjs';

const {check, finish} = checker();
const {WORDS, t} = scripts(makeForm('words.html'), ['WORDS', 't']);
const files = readdirSync(kSource).filter((name) => name.endsWith('.js') && !name.startsWith('words'));
const source = files.map((name) => readFileSync(join(kSource, name), 'utf8')).join('\n');
const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

for (const [key, word] of Object.entries(WORDS)) {
  for (const language of ['en', 'fr', 'ar']) check(`${key} in ${language}`, (word[language] ?? '') !== '');
  for (const language of ['fr', 'ar']) check(`${key} in ${language}: the same places`, places(word[language] ?? ''), places(word.en ?? ''));
  check(`${key}: Arabic letters and signs`, /[A-Za-z,;?]/.test((word.ar ?? '').replace(/\{\w+\}|Ctrl\+C|MAR/g, '')), false);
  check(`${key}: no blank before a sign in English`, / [:;?!]/.test(word.en), false);
  // A key may be put together: t('grade_' + x), t(`send_${key}_title`), or stand in a list.
  const family = key.replace(/_[^_]+$/, '_');
  const used = source.includes(`'${key}'`) || source.includes(`'${family}'`) || /^send_\w+_(title|about)$/.test(key)
    || ['yes', 'no', 'language_name'].includes(key);
  check(`${key} is used`, used);
}
for (const [, key] of source.matchAll(/\bt\('(\w+)'[,)]/g)) check(`${key} is in the table`, key in WORDS);
check('English is not spaced as French', t('sending_title'), 'How to send them');
finish();
