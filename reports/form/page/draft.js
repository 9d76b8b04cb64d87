// The answers as they are being given: one value, its changes, and what may be said of it.

const last = JSON.parse(document.getElementById('last').textContent || 'null');

/**
 * What is changed and kept. `id` tells drafts apart; `revision` counts its changes. `people` are the respondents of an
 * opened file beside the one who answers here, and `rest` is what else it held that this page does not ask.
 */
let draft = null;

function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function blankDraft() {
  return {
    id: randomId(),
    revision: 0,
    changed: '',
    language: form.languages[language],
    edition: form.given.edition,
    unit: {id: form.given.unit},
    round: {id: form.given.round, date: form.given.date},
    who: {ministry: '', role: '', group: '', name: ''},
    people: [],
    vision: {purpose: '', priorities: '', outcomes: '', principles: ''},
    aims: [],
    answers: {},
    priorities: [],
    targets: {},
    feedback: {questions: '', methods: '', workshop: ''},
    rest: {},
  };
}

/** The days that a round may have, and what stands for one that was left half typed. */
const DAYS = ['1900-01-01', '2100-12-31'];
const HALF_TYPED = '…';

function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < DAYS[0] || text > DAYS[1]) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** "5 February 2025"; nothing where there is no such day. */
function dayInWords(text) {
  if (!isDay(text)) return '';
  const words = new Date(`${text}T00:00:00Z`).toLocaleDateString(numberTag(), {dateStyle: 'long', timeZone: 'UTC'});
  return baseTag() === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

const answerOf = (question) => draft.answers[question.id] ?? {};

/**
 * Changes one thing of an answer; undefined takes it away. What is empty is not kept. Another value is an answer of
 * whoever gives it here. Who finds out belongs to a "don't know": it is put aside while there is none.
 */
function changeAnswer(question, changes) {
  const before = answerOf(question);
  const answer = {...before, ...changes};
  if ('value' in changes || 'state' in changes) {
    delete answer.respondent;
    delete answer.date;
    const [was, is] = [before.state === 'dont_know', answer.state === 'dont_know'];
    if (was && !is) [answer.owner, answer.finder] = ['', answer.owner];
    if (is && !was && answer.finder) [answer.owner, answer.finder] = [answer.owner || answer.finder, ''];
  }
  for (const [key, value] of Object.entries(answer)) {
    if (value === undefined || value === '' || (key === 'evidence' && value.length === 0)) delete answer[key];
  }
  if (Object.keys(answer).length) draft.answers[question.id] = answer;
  else delete draft.answers[question.id];
  changed();
}

/** What the last round said of a question and this one has neither confirmed nor changed. */
function unconfirmed(question) {
  const before = last?.answers[question.id];
  const answer = answerOf(question);
  return before && answer.value === undefined && !answer.state && !answer.reconsidered ? before : null;
}

/** Whether the last round said something of the vision or named priorities, and nothing of that kind is said here. */
const lastVision = () => (isBlankVision(draft) && last?.vision) || null;
const lastPriorities = () => (!draft.priorities.some((one) => one.node || one.reason) && last?.priorities?.length ? last.priorities : null);
const isBlankVision = (one) => one.aims.length === 0 && Object.values(one.vision).every((text) => !text.trim());

/** How far some questions are: counts of the asked and the answered, minutes left, and lists of places. */
function progressOf(questions, states = askedStates(draft.answers, draft.edition)) {
  const out = {answered: 0, asked: 0, open: [], dontKnow: [], unreadable: [], toConfirm: [], partly: [], minutes: 0};
  for (const index of questions) {
    if (states[index] !== 'asked') continue;
    const question = form.questions[index];
    const state = stateOf(question, answerOf(question));
    out.asked++;
    if (state !== 'unanswered') out.answered++;
    if (state === 'dont_know') out.dontKnow.push(index);
    if (openRows(question, answerOf(question))) out.partly.push(index);
    if (state !== 'unanswered') continue;
    out.open.push(index);
    out.minutes += minutesFor(question);
    if (isUnreadable(question, answerOf(question))) out.unreadable.push(index);
    if (unconfirmed(question)) out.toConfirm.push(index);
  }
  return out;
}

const everything = () => chaptersOf(draft.edition).flatMap((chapter) => chapter.questions);

/** Whether anything at all was filled in. */
function isBlank(one) {
  const {id, revision, changed: when, language: tongue, edition, ...said} = one;
  const plain = blankDraft();
  return Object.keys(said).every((key) => JSON.stringify(said[key]) === JSON.stringify(plain[key]));
}
