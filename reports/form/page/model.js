// The questionnaire that this form was made from, and how it is walked. Texts are lists, one text a language.

const form = JSON.parse(document.getElementById('instrument').textContent);
const questionAt = new Map(form.questions.map((question, i) => [question.id, i]));
const nodeAt = new Map(form.nodes.map((node, i) => [node.id, i]));

/** The language of the page: an index into form.languages. */
let language = 0;

/** A text of the questionnaire in the page's language; the source language where it is not translated. */
function tx(text) {
  return text ? text[language] || text[0] || '' : '';
}

const scaleOf = (question) => form.scales[question.scale];

/** The choices of a question that are answered with one of them: {id, mark, name, text}. */
function choicesOf(question) {
  if (question.type === 'level') {
    return scaleOf(question).levels.map((level, i) =>
      ({id: level.id, mark: level.number, name: tx(level.name), text: tx(question.descriptors[i])}));
  }
  if (question.type === 'yes_no') {
    return [{id: 'yes', mark: '', name: t('yes'), text: ''}, {id: 'no', mark: '', name: t('no'), text: ''}];
  }
  return question.options.map((option) => ({id: option.id, mark: '', name: '', text: tx(option.text)}));
}

/** What lists call a question. */
const labelOf = (question) => tx(question.title) || tx(question.text);

/** The node of a chapter: the highest above a question that is not the whole. */
function chapterOf(question) {
  let node = question.node;
  while (node !== 0 && form.nodes[node].parent !== 0) node = form.nodes[node].parent;
  return node;
}

/** Whether an edition holds a question; '' is every question. */
function inEdition(edition, index) {
  const one = form.editions.find((each) => each.id === edition);
  return !one || one.asked[index] === '1';
}

/** The chapters of an edition in order: {node, questions: [index]}. */
function chaptersOf(edition) {
  const chapters = new Map();
  form.questions.forEach((question, index) => {
    if (!inEdition(edition, index)) return;
    const node = chapterOf(question);
    if (!chapters.has(node)) chapters.set(node, {node, questions: []});
    chapters.get(node).questions.push(index);
  });
  return [...chapters.values()].sort((a, b) => a.node - b.node);
}

/** Minutes that a question takes, roughly: what the time left is made of. */
function minutesFor(question) {
  if (question.type === 'grid') return 0.4 * question.options.length;
  return {level: 1.5, text: 3, yes_no: 0.5, number: 1, percent: 1, choice: 1, checklist: 1}[question.type];
}
