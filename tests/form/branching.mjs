// The form asks the questions that the engine asks: random answers of every type, states and editions.
import {checker, generator, makeForm, scores, scripts, write} from './form.mjs';

const {check, finish} = checker();
const {askedStates, form, worth} = scripts(makeForm('branching.html'), ['askedStates', 'form', 'worth']);
const pick = generator(7);

function randomAnswer(question) {
  const state = pick(6);
  if (state === 0) return null;
  if (state === 1 && question.type !== 'text') return {state: 'dont_know'};
  if (state === 2 && question.not_applicable) return {state: 'not_applicable'};
  const levels = form.scales[question.scale].levels;
  const options = question.options ?? [];
  switch (question.type) {
    case 'level': return {value: levels[pick(levels.length)].id};
    case 'choice': return {value: options[pick(options.length)].id};
    case 'yes_no': return {value: pick(2) ? 'yes' : 'no'};
    case 'checklist': return {value: options.filter(() => pick(2)).map((option) => option.id)};
    case 'grid': return {value: Object.fromEntries(options.filter(() => pick(2)).map((cell) => [cell.id, levels[pick(4)].id]))};
    // On the bounds of steps and goalposts, and beside them.
    case 'number': return {value: String([1, 99, 100, 999, 1000, 1001, 10000, 50000][pick(8)])};
    case 'percent': return {value: String([0, 49.9, 50, 89.9, 90, 100][pick(6)])};
    default: return {value: 'Something.'};
  }
}

const runs = 150;
const cases = [];
for (let i = 0; i < runs; i++) {
  const answers = {};
  for (const question of form.questions) {
    const answer = randomAnswer(question);
    if (answer) answers[question.id] = answer;
  }
  const edition = i % 5 === 4 ? 'short' : '';
  const numbers = (question, value) => (['number', 'percent'].includes(question.type) ? Number(value) : value);
  const file = {sextant: 'answers/1', instrument: {id: form.id, version: form.version}, ...(edition && {edition}),
    unit: {id: `U${i}`}, answers: Object.fromEntries(form.questions.filter((question) => answers[question.id]).map((question) => {
      const answer = answers[question.id];
      return [question.id, answer.state ? answer : {value: numbers(question, answer.value)}];
    }))};
  cases.push({answers, edition, path: write(`case-${i}.json`, JSON.stringify(file))});
}
const found = scores(...cases.map(({path}) => path));
let hidden = 0;
cases.forEach(({answers, edition}, i) => {
  const states = askedStates(answers, edition);
  form.questions.forEach((question, index) => {
    const engine = found[i].questions[question.id];
    const asked = states[index] === 'asked';
    hidden += asked ? 0 : 1;
    check(`case ${i}, ${question.id} is asked`, asked, engine.state !== 'not_asked');
    if (!asked || engine.state !== 'answered' || question.type === 'text') return;
    const value = worth(question, answers[question.id])?.score;
    check(`case ${i}, ${question.id} is worth ${engine.value}`, Math.abs(value - engine.value) < 1e-12);
  });
});
check('branching is put to the test', hidden > runs);
finish();
