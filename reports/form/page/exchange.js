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

/** What stands before a number that cannot be counted, in each language that it may have been written in. */
const writtenMarks = () => Object.entries(WORDS.number_written).map(([base, word]) => (base === 'fr' ? spaced(word) : word) + ' ');

/** What this page does with an answer; anything else that a file holds of it goes back as it came. */
const ANSWER_KEYS = ['value', 'state', 'because', 'confidence', 'owner', 'feedback', 'evidence', 'respondent', 'reconsidered', 'finder'];

/** An answer as files hold it, given by `respondent` unless the file that it came from named another; null where none is. */
function answerForFile(question, answer, respondent) {
  const out = {};
  let {because} = answer;
  if (answer.state) out.state = answer.state;
  else if (answer.value !== undefined && worth(question, answer)) out.value = valueForFile(question, answer.value);
  // A file with such a value would be refused as a whole: its words go where every command takes words.
  else if (isUnreadable(question, answer)) because = [t('number_written') + ' ' + String(answer.value).trim(), because].filter(Boolean).join('\n');
  if (because) out.because = because;
  for (const key of ['confidence', 'owner', 'feedback']) {
    if (answer[key]) out[key] = answer[key];
  }
  const evidence = (answer.evidence ?? []).filter((one) => one.title || one.year || one.where || one.grade)
    .map((one) => compact({...one, title: one.title || one.where || one.year || t('grade_' + one.grade)}));
  if (evidence.length) out.evidence = evidence;
  for (const key of Object.keys(answer).filter((one) => !ANSWER_KEYS.includes(one))) out[key] = answer[key];
  if (!Object.keys(out).length) return null;
  // Without it, the keys would be read as those of cells.
  if (question.type === 'grid' && !('value' in out || 'state' in out)) out.state = 'unanswered';
  const by = answer.respondent === undefined ? respondent : answer.respondent;
  if (by) out.respondent = by;
  return out;
}

function respondentId(who) {
  const words = [who.group, who.role || who.ministry].filter(Boolean).join('-');
  const id = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...id].slice(0, 40).join('') || 'respondent';
}

/**
 * The id that a draft's own answers stand under; none that another respondent has. Empty where nobody says who answers: two
 * such files are two people, and are told apart by their names.
 */
function ownId(one) {
  if (!one.people.length && !Object.keys(compact(one.who)).length) return '';
  const wanted = one.who.id || respondentId(one.who);
  const taken = one.people.map((each) => each.id);
  let id = wanted;
  for (let i = 2; taken.includes(id); i++) id = `${wanted}-${i}`;
  return id;
}

/** The answers file that a draft amounts to. */
function documentOf(one) {
  const out = {sextant: 'answers/1', instrument: {id: form.id, version: form.version}};
  if (one.edition) out.edition = one.edition;
  const unit = compact({...one.unit, id: one.unit.id.trim()});
  if (Object.keys(unit).length) out.unit = unit;
  const round = compact({...one.round, id: one.round.id.trim(), date: isDay(one.round.date) ? one.round.date : ''});
  if (Object.keys(round).length) out.round = round;
  out.language = one.language;
  const id = ownId(one);
  if (id) out.respondents = [compact({...one.who, id}), ...one.people];
  out.answers = {};
  for (const question of form.questions) {
    const answer = answerForFile(question, one.answers[question.id] ?? {}, id);
    if (answer) out.answers[question.id] = answer;
  }
  const {answers, ...rest} = one.rest;
  Object.assign(out.answers, answers);
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
  // A reason without what it is the reason for is no priority, and goes among the remarks.
  const loose = one.priorities.filter(lacksNode).map((each) => each.reason.trim());
  if (loose.length) feedback.priorities = [feedback.priorities, ...loose].filter(Boolean);
  if (Object.keys(feedback).length) out.feedback = feedback;
  // What was written in an earlier version of this page may not be clean.
  return cleanValue(Object.assign(out, rest));
}

const editionTitle = (id) => tx(form.editions.find((one) => one.id === id)?.title) || id || t('edition_all');

/** The people of a file: the first of them answers here. */
function peopleOf(respondents, lose) {
  return [].concat(respondents ?? []).map((one) => (isMap(one) ? wordsIn(one) : lose(one))).filter(Boolean);
}

/** Several texts, from one or a list of them. */
const textsIn = (value, lose) => [].concat(value ?? []).map((one) => (isWord(one) ? String(one) : lose(one))).filter((one) => one !== undefined);

/** What a file says beside its answers, put into a draft. `loseAt` makes what takes the values that are not taken. */
function takeBeside(out, {vision, targets, priorities, feedback}, loseAt) {
  const {purpose, ...lists} = mapOf(vision);
  const loseVision = loseAt(() => t('step_vision'));
  if (vision && !isMap(vision)) loseVision(vision);
  const several = (key) => textsIn(lists[key], loseVision);
  const outcomes = several('outcomes');
  const known = (word) => form.outcomes.some((outcome) => outcome.id === word);
  out.aims = outcomes.filter(known);
  out.vision = {
    purpose: wordOf(purpose),
    priorities: several('priorities').join('\n'),
    outcomes: outcomes.filter((word) => !known(word)).join('\n'),
    principles: several('principles').join('\n'),
  };
  if (purpose && !isWord(purpose)) loseVision(purpose);
  const loseTarget = loseAt(() => t('targets_title'));
  if (targets && !isMap(targets)) loseTarget(targets);
  for (const [key, level] of Object.entries(mapOf(targets))) {
    const node = form.nodes[nodeAt.get(key)];
    const found = node && form.scales[node.scale].levels.find((one) => one.id === level || one.number === String(level));
    if (found) out.targets[key] = found.id;
    else loseTarget({[key]: level});
  }
  const losePriority = loseAt(() => t('step_priorities'));
  for (const one of [].concat(priorities ?? [])) {
    const {node, ...rest} = wordsIn(one);
    const fits = nodeAt.has(node) && out.priorities.length < 3;
    if (fits) out.priorities.push({node, ...rest});
    else losePriority(one);
  }
  const {priorities: reasons, ...topics} = mapOf(feedback);
  const loseRemark = loseAt(() => t('step_feedback'));
  if (feedback && !isMap(feedback)) loseRemark(feedback);
  for (const [key, said] of Object.entries(topics)) out.feedback[key] = textsIn(said, loseRemark).join('\n');
  const loose = textsIn(reasons, loseRemark);
  const room = Math.max(0, 3 - out.priorities.length);
  out.priorities.push(...loose.slice(0, room).map((reason) => ({node: '', reason})));
  const left = loose.slice(room);
  if (left.length) out.feedback.priorities = left.join('\n');
}

/**
 * A draft from an answers file, and what a person must know of how it was taken: {opened, remarks, lost}, each remark a
 * function that says it. Throws with a word of the table where it is of another questionnaire.
 */
function draftOf(given) {
  const file = cleanValue(given);
  const instrument = typeof file?.instrument === 'string' ? {id: file.instrument} : file?.instrument;
  if (file?.sextant !== 'answers/1' || !instrument) throw new Error('open_unknown');
  if (instrument.id !== form.id) throw new Error('open_other');
  if (instrument.version && String(instrument.version) !== form.version) throw new Error('open_version');
  const out = blankDraft();
  const remarks = [];
  const lost = [];
  const loseAt = (label) => (value) => void lost.push({label, value});
  const {sextant, instrument: named, edition: asks, unit, round, language: tongue, respondents, answers, vision, targets,
    priorities, feedback, ...rest} = file;
  out.rest = rest;
  const edition = form.editions.some((one) => one.id === asks) ? asks : '';
  if (asks && !edition) loseAt(() => t('edition'))(asks);
  out.edition = form.given.edition || edition;
  if (out.edition !== edition && form.editions.find((one) => one.id === out.edition)?.asked.includes('0')) {
    remarks.push(() => t('open_edition', {there: editionTitle(edition), here: editionTitle(out.edition)}));
  }
  Object.assign(out.unit, {id: ''}, isWord(unit) ? {id: String(unit)} : mapOf(unit));
  out.unit.id = wordOf(out.unit.id);
  const {closed, ...open} = mapOf(round);
  Object.assign(out.round, open);
  [out.round.id, out.round.date] = [wordOf(out.round.id), wordOf(out.round.date)];
  if (closed) remarks.push(() => t('open_closed'));
  const everyone = peopleOf(respondents, loseAt(() => t('who_title')));
  const [{id = '', ...who} = {}, ...people] = everyone;
  Object.assign(out.who, who);
  out.people = people;
  if (people.length) remarks.push(() => t('open_several', {count: everyone.length}));
  if (id && (people.length || Object.keys(rest).length || id !== respondentId(out.who))) out.who.id = id;
  if (answers && !isMap(answers)) loseAt(() => t('step_review'))(answers);
  for (const [key, one] of Object.entries(mapOf(answers))) {
    const question = form.questions[questionAt.get(key)];
    if (!question) {
      out.rest.answers = {...out.rest.answers, [key]: one};
      continue;
    }
    const {respondent, ...answer} = fittingAnswer(question, answerFromFile(question, one), loseAt(ofQuestion(question)));
    // One person's file is that person's; where there are several, an answer of nobody in particular stays that.
    const held = Object.keys(answer).length > 0;
    if (held) out.answers[key] = people.length && respondent !== id ? {...answer, respondent: wordOf(respondent) || null} : answer;
  }
  if (Object.keys(out.rest).length) remarks.push(() => t('open_rest'));
  takeBeside(out, {vision, targets, priorities, feedback}, loseAt);
  return {opened: out, remarks, lost};
}

const LONG_KEYS = ['value', 'state', 'because', 'evidence', 'confidence', 'respondent', 'date', 'owner', 'feedback', 'history', 'said',
  'disputed'];

/** Whether an answer is written at length, or is its value alone. */
function isLong(given) {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return false;
  return 'value' in given || 'state' in given || Object.keys(given).every((key) => LONG_KEYS.includes(key));
}

function answerFromFile(question, given) {
  const answer = isLong(given) ? {...given} : {value: given ?? undefined};
  if (answer.state === 'unanswered') delete answer.state;
  if (['dont_know', 'not_applicable'].includes(answer.value) && question.type !== 'text') {
    answer.state = answer.value;
    delete answer.value;
  }
  const levels = question.type === 'level' || question.type === 'grid' ? scaleOf(question).levels : [];
  const idOf = (level) => levels.find((one) => one.id === level || one.number === String(level))?.id ?? level;
  if (question.type === 'level' && answer.value !== undefined) answer.value = idOf(answer.value);
  if (question.type === 'yes_no' && typeof answer.value === 'boolean') answer.value = answer.value ? 'yes' : 'no';
  if (question.type === 'grid' && isMap(answer.value)) {
    answer.value = Object.fromEntries(Object.entries(answer.value).map(([cell, level]) => [cell, idOf(level)]));
  }
  const number = question.type === 'number' || question.type === 'percent';
  if (number && typeof answer.value === 'number') answer.value = String(answer.value);
  const mark = writtenMarks().find((one) => wordOf(answer.because).startsWith(one));
  if (number && mark && answer.value === undefined && !answer.state) {
    const [first, ...reason] = String(answer.because).split('\n');
    answer.value = first.slice(mark.length);
    answer.because = reason.join('\n');
  }
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

/** Answers that stand in this page, if it is a filled copy, and what it does not take of them: {opened, lost}. */
function draftInPage() {
  const element = document.getElementById('filled');
  if (!element.textContent.trim()) return null;
  const {opened, lost} = draftOf(JSON.parse(element.textContent));
  opened.id = element.dataset.draft || opened.id;
  opened.revision = 1;
  return {opened, lost};
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
