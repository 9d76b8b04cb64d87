// The answers as a file (answers/1, in JSON), as text, as a copy of this form; and back again.

/** The page as it was before this script touched it: a filled copy is made from it. */
const pristine = '<!doctype html>\n' + document.documentElement.outerHTML;

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

function compact(value) {
  const kept = Object.entries(value).filter(([, one]) => one !== '' && one !== undefined && one !== null);
  return Object.fromEntries(kept);
}

/** The value of an answer as files hold it. */
function valueForFile(question, value) {
  if (question.type !== 'number' && question.type !== 'percent') return value;
  const x = numberFor(question, value);
  return x === null ? value : x;
}

function answerForFile(question, answer, respondent) {
  const out = {};
  if (answer.state) out.state = answer.state;
  else if (answer.value !== undefined && (worth(question, answer) || isUnreadable(question, answer))) {
    out.value = valueForFile(question, answer.value);
  }
  for (const key of ['because', 'confidence', 'owner', 'feedback']) {
    if (answer[key]) out[key] = answer[key];
  }
  const evidence = (answer.evidence ?? []).filter((one) => one.title || one.year || one.where)
    .map((one) => compact({...one, title: one.title || one.where || one.year}));
  if (evidence.length) out.evidence = evidence;
  if (Object.keys(out).length && respondent) out.respondent = respondent;
  return Object.keys(out).length ? out : null;
}

function respondentId(who) {
  const words = [who.group, who.role || who.ministry].filter(Boolean).join('-');
  const id = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '').slice(0, 40);
  return id || 'respondent';
}

/** The answers file that a draft amounts to. */
function documentOf(one) {
  const out = {sextant: 'answers/1', instrument: {id: form.id, version: form.version}};
  if (one.edition) out.edition = one.edition;
  if (one.unit.id.trim()) out.unit = {id: one.unit.id.trim()};
  const round = compact({id: one.round.id.trim(), date: /^\d{4}-\d\d-\d\d$/.test(one.round.date) ? one.round.date : ''});
  if (Object.keys(round).length) out.round = round;
  out.language = one.language;
  const id = respondentId(one.who);
  out.respondents = [compact({id, ...one.who})];
  out.answers = {};
  for (const question of form.questions) {
    const answer = answerForFile(question, one.answers[question.id] ?? {}, id);
    if (answer) out.answers[question.id] = answer;
  }
  const vision = compact({purpose: one.vision.purpose.trim()});
  for (const key of ['priorities', 'outcomes', 'principles']) {
    const list = [...(key === 'outcomes' ? one.aims : []), ...lines(one.vision[key])];
    if (list.length) vision[key] = list;
  }
  if (Object.keys(vision).length) out.vision = vision;
  if (Object.keys(one.targets).length) out.targets = one.targets;
  const priorities = one.priorities.filter((each) => each.node).map(compact);
  if (priorities.length) out.priorities = priorities;
  const feedback = compact(one.feedback);
  if (Object.keys(feedback).length) out.feedback = feedback;
  return out;
}

/** A draft from an answers file. Throws with a word of the table where it is of another questionnaire. */
function draftOf(file) {
  const instrument = typeof file?.instrument === 'string' ? {id: file.instrument} : file?.instrument;
  if (file?.sextant !== 'answers/1' || !instrument) throw new Error('open_unknown');
  if (instrument.id !== form.id) throw new Error('open_other');
  if (instrument.version && instrument.version !== form.version) throw new Error('open_version');
  const out = blankDraft();
  out.edition = file.edition ?? '';
  out.unit.id = file.unit?.id ?? '';
  Object.assign(out.round, file.round);
  const {id, ...who} = file.respondents?.[0] ?? {};
  Object.assign(out.who, who);
  for (const [key, answer] of Object.entries(file.answers ?? {})) {
    const question = form.questions[questionAt.get(key)];
    if (question) out.answers[key] = answerFromFile(question, answer);
  }
  const several = (value) => [].concat(value ?? []).map(String);
  const outcomes = several(file.vision?.outcomes);
  const known = (word) => form.outcomes.some((outcome) => outcome.id === word);
  out.aims = outcomes.filter(known);
  out.vision = {
    purpose: file.vision?.purpose ?? '',
    priorities: several(file.vision?.priorities).join('\n'),
    outcomes: outcomes.filter((word) => !known(word)).join('\n'),
    principles: several(file.vision?.principles).join('\n'),
  };
  for (const [id, level] of Object.entries(file.targets ?? {})) {
    const {levels} = form.scales[form.nodes[nodeAt.get(id)]?.scale ?? 0];
    out.targets[id] = levels.find((one) => one.id === level || one.number === String(level))?.id ?? level;
  }
  out.priorities = file.priorities ?? [];
  for (const [key, said] of Object.entries(file.feedback ?? {})) out.feedback[key] = several(said).join('\n');
  return out;
}

function answerFromFile(question, given) {
  const long = given !== null && typeof given === 'object' && !Array.isArray(given)
    && (question.type !== 'grid' || 'value' in given || 'state' in given || 'because' in given);
  const {respondent, ...answer} = long ? given : {value: given};
  if (['dont_know', 'not_applicable'].includes(answer.value) && question.type !== 'text') {
    answer.state = answer.value;
    delete answer.value;
  }
  const levels = question.type === 'level' || question.type === 'grid' ? scaleOf(question).levels : [];
  const idOf = (level) => levels.find((one) => one.id === level || one.number === String(level))?.id ?? level;
  if (question.type === 'level' && answer.value !== undefined) answer.value = idOf(answer.value);
  if (question.type === 'yes_no' && typeof answer.value === 'boolean') answer.value = answer.value ? 'yes' : 'no';
  if (question.type === 'grid' && answer.value) {
    answer.value = Object.fromEntries(Object.entries(answer.value).map(([cell, level]) => [cell, idOf(level)]));
  }
  if (typeof answer.value === 'number') answer.value = String(answer.value).replace('.', t('decimal'));
  return answer;
}

/** JSON that may stand inside a page. */
const forPage = (value) => JSON.stringify(value, null, 1).replace(/</g, '\\u003c');

/** This form with the answers inside, as a draft of its own: from here on the copy and this page go different ways. */
function copyOfForm() {
  const at = pristine.indexOf('id="filled"');
  const from = pristine.indexOf('>', at) + 1;
  const to = pristine.indexOf('<' + '/script>', from);
  const mark = pristine.slice(pristine.lastIndexOf('<', at), from).replace(/ data-draft="[^"]*"/, '')
    .replace('>', ` data-draft="${randomId()}">`);
  return pristine.slice(0, pristine.lastIndexOf('<', at)) + mark + forPage(documentOf(draft)) + pristine.slice(to) + '\n';
}

/** Answers that stand in this page, if it is a filled copy. */
function draftInPage() {
  const element = document.getElementById('filled');
  if (!element.textContent.trim()) return null;
  const out = draftOf(JSON.parse(element.textContent));
  out.id = element.dataset.draft || out.id;
  out.revision = 1;
  return out;
}

/** The draft in a file that a person opens: answers in JSON, or a filled copy of the form. */
function readOpened(text) {
  if (!/^\s*</.test(text)) {
    let file = null;
    try {
      file = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      throw new Error('open_unknown');
    }
    return draftOf(file);
  }
  const inside = new DOMParser().parseFromString(text, 'text/html').getElementById('filled');
  if (!inside) throw new Error('open_unknown');
  if (!inside.textContent.trim()) throw new Error('open_blank');
  return draftOf(JSON.parse(inside.textContent));
}

function fileName(extension) {
  const part = (text) => text.trim().replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return [draft.unit.id, draft.round.id, respondentId(draft.who)].map(part).filter(Boolean).join('-') + extension;
}

/** Hands a file to the browser. It may be refused in silence: nobody must say that it is saved. */
function download(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
