// The answers as they are being given: one value, its changes, and what may be said of it.

const last = JSON.parse(document.getElementById('last').textContent || 'null');

/** What is changed and kept. `id` tells drafts apart; `revision` counts its changes. */
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
    vision: {purpose: '', priorities: '', outcomes: '', principles: ''},
    aims: [],
    answers: {},
    priorities: [],
    targets: {},
    feedback: {questions: '', methods: '', workshop: ''},
    at: 'start',
  };
}

const answerOf = (question) => draft.answers[question.id] ?? {};

/** Changes one thing of an answer; undefined takes it away. What is empty is not kept. */
function changeAnswer(question, changes) {
  const answer = {...answerOf(question), ...changes};
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

/** {answered, open, asked, dontKnow, notApplicable, unreadable, toConfirm, minutes, next} of some questions. */
function progressOf(questions, states = askedStates(draft.answers, draft.edition)) {
  const out = {answered: 0, asked: 0, open: [], dontKnow: [], unreadable: [], toConfirm: [], minutes: 0};
  for (const index of questions) {
    if (states[index] !== 'asked') continue;
    const question = form.questions[index];
    const state = stateOf(question, answerOf(question));
    out.asked++;
    if (state !== 'unanswered') out.answered++;
    if (state === 'dont_know') out.dontKnow.push(index);
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
  const {id, revision, changed: when, language: tongue, at, edition, ...said} = one;
  const plain = blankDraft();
  return Object.keys(said).every((key) => JSON.stringify(said[key]) === JSON.stringify(plain[key]));
}
