// Characters that are no text. They come along when somebody pastes from a PDF or a word processor, and no answers file
// may hold them.

/** What broke a line or a page where a text comes from, and breaks a line here. */
const BREAKS = /\r\n?|[\u000b\u000c\u0085]/g;
/** Control characters, two that are no characters, and halves of one. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0\ufdd1]|\p{Surrogate}/gu;

const cleanText = (text) => text.replace(BREAKS, '\n').replace(NO_TEXT, '');

/** A value as JSON has them, with each of its texts clean. */
function cleanValue(value) {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanValue(one)]));
}

/** Texts are cleaned as they are typed or pasted, before anything else hears of it; the cursor stays where it was. */
document.addEventListener('input', (event) => {
  const box = event.target;
  if (event.isComposing || !box.matches('textarea, input[type="text"]')) return;
  const clean = (text) => (box.tagName === 'INPUT' ? cleanText(text).replace(/\n/g, ' ') : cleanText(text));
  const text = clean(box.value);
  if (text === box.value) return;
  const caret = clean(box.value.slice(0, box.selectionEnd)).length;
  box.value = text;
  box.setSelectionRange(caret, caret);
}, true);
