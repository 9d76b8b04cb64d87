// What an answers file or a draft says, as this page can hold it. Whatever it cannot hold is listed, by question and value.

const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isWord = (value) => ['string', 'number', 'boolean'].includes(typeof value);

/** A map; an empty one where there is none. */
const mapOf = (value) => (isMap(value) ? value : {});
/** A text; nothing where there is none. */
const wordOf = (value) => (isWord(value) ? String(value) : '');
/** Those of its keys that hold texts, as texts. */
const wordsIn = (value) => Object.fromEntries(Object.entries(mapOf(value)).filter(([, one]) => isWord(one)).map(([key, one]) => [key, String(one)]));

const STATES = ['dont_know', 'not_applicable'];

/** A value as its question takes it; `lose` is called with each part that it does not take. */
function fittingValue(question, value, lose) {
  const ids = (question.options ?? []).map((option) => option.id);
  const among = (known, one) => (known.includes(one) ? one : lose(one));
  switch (question.type) {
    case 'level':
      return among(scaleOf(question).levels.map((level) => level.id), value);
    case 'choice':
      return among(ids, value);
    case 'yes_no':
      return among(['yes', 'no'], value);
    case 'checklist': {
      if (!Array.isArray(value)) return ids.includes(value) ? [value] : lose(value);
      const ticked = value.map((one) => among(ids, one)).filter((one) => one !== undefined);
      return ticked.length || !value.length ? ids.filter((id) => ticked.includes(id)) : undefined;
    }
    case 'grid': {
      if (!isMap(value)) return lose(value);
      const levels = scaleOf(question).levels.map((level) => level.id);
      const kept = Object.entries(value).filter(([cell, level]) =>
        (ids.includes(cell) && levels.includes(level)) || lose({[cell]: level}));
      return kept.length ? Object.fromEntries(kept) : undefined;
    }
    default:
      return isWord(value) ? String(value) : lose(value);
  }
}

/** An answer as this page holds it. `lose` as above. */
function fittingAnswer(question, answer, lose) {
  const out = {...answer};
  const check = (key, take) => {
    if (out[key] === undefined || out[key] === null) delete out[key];
    else out[key] = take(out[key]);
    if (out[key] === undefined) delete out[key];
  };
  const word = (value) => (isWord(value) ? String(value) : lose(value));
  check('state', (state) => (STATES.includes(state) && (state === 'dont_know' || question.not_applicable) ? state : lose(state)));
  check('value', (value) => fittingValue(question, value, lose));
  for (const key of ['because', 'owner', 'feedback', 'finder']) check(key, word);
  check('confidence', (degree) => (['low', 'medium', 'high'].includes(degree) ? degree : lose(degree)));
  check('evidence', (list) => [].concat(list).map((one) => {
    if (isWord(one)) return {title: String(one)};
    if (!isMap(one)) return lose(one);
    const {grade, ...texts} = one;
    const known = [1, 2, 3, 4].includes(Number(grade)) ? {grade: Number(grade)} : {};
    if (grade && !known.grade) lose({grade});
    return {...wordsIn(texts), ...known};
  }).filter(Boolean));
  return out;
}

/** A value in short, to be quoted. */
function quoted(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 80 ? text.slice(0, 79) + '…' : text;
}

/** What was lost, in words: the first of them by question and value, and how many more there are. */
function lostWords(lost) {
  const most = 20;
  const quote = ({label, value}) => t('lost_line', {what: label(), value: quoted(value)});
  const more = lost.length - most;
  return [t('lost'), ...lost.slice(0, most).map(quote), more > 0 && t('lost_more', {count: more})].filter(Boolean);
}

const ofQuestion = (question) => () => labelOf(question);

/** Brings a draft that was kept into the shape that this page holds: what it lost. */
function fitDraft(one) {
  const lost = [];
  for (const question of form.questions) {
    const answer = one.answers[question.id];
    if (answer === undefined) continue;
    const fits = fittingAnswer(question, mapOf(answer), (value) => void lost.push({label: ofQuestion(question), value}));
    if (Object.keys(fits).length) one.answers[question.id] = fits;
    else delete one.answers[question.id];
  }
  return lost;
}
