// What is printed: every question that is asked, with its choices and marks, or blank. Browsers leave backgrounds
// out, so the marks are borders and signs.

function mark(set, round) {
  return el('span', {class: `box${round ? ' round' : ''}${set ? ' set' : ''}`});
}

function paperChoices(question, answer, filled) {
  const is = (id) => filled && !answer.state && (Array.isArray(answer.value) ? answer.value.includes(id) : answer.value === id);
  const line = (set, round, ...words) => el('li', {}, mark(set, round), el('span', {}, ...words));
  const rule = (count) => Array.from({length: count}, () => el('span', {class: 'write'}));
  const states = () => ['dont_know', question.not_applicable && 'not_applicable'].filter(Boolean)
    .map((state) => line(filled && answer.state === state, true, t(state)));
  switch (question.type) {
    case 'level': case 'choice': case 'yes_no':
      return el('ul', {}, choicesOf(question).map((one) => line(is(one.id), true,
        el('strong', {}, [one.mark, one.name].filter(Boolean).join(' ')), one.name && one.text ? ' – ' : '', one.text)), states());
    case 'checklist':
      return el('ul', {}, question.options.map((option) => line(is(option.id), false, tx(option.text))),
        line(filled && !answer.state && answer.value?.length === 0, false, t('none_of_these')), states());
    case 'grid':
      return [el('table', {}, el('tr', {}, el('td'), scaleOf(question).levels.map((level) =>
        el('th', {}, `${level.number} ${tx(level.name)}`))),
        question.options.map((cell) => el('tr', {}, el('td', {}, tx(cell.text)), scaleOf(question).levels.map((level) =>
          el('td', {}, mark(filled && !answer.state && answer.value?.[cell.id] === level.id, true)))))),
        el('ul', {}, states())];
    default: {
      const text = filled && !answer.state ? bare(question, answer.value ?? '') : '';
      const unit = tx(question.unit) || (question.type === 'percent' ? '%' : '');
      return [el('p', {class: 'entry'}, text || rule(question.type === 'text' ? 4 : 1), ' ', unit),
        question.type !== 'text' && el('ul', {}, states())];
    }
  }
}

function paperQuestion(index, number, filled) {
  const question = form.questions[index];
  const answer = filled ? answerOf(question) : {};
  return el('div', {class: 'paper-question'},
    el('p', {class: 'paper-text'}, el('strong', {}, `${number} `), tx(question.text),
      el('span', {class: 'paper-id'}, ` [${question.id}]`)),
    paperChoices(question, answer, filled),
    filled ? behindLines(answer).map((pair) => el('p', {class: 'paper-note'}, labelled(pair)))
      : el('p', {class: 'paper-note'}, t('paper_note'), el('span', {class: 'write'})));
}

/** Fills the part of the page that is only printed. */
function drawPaper(filled) {
  const states = askedStates(filled ? draft.answers : {}, draft.edition);
  const head = headLines().map(([label, text], i) => [label, filled || i < 3 ? text : '']);
  const out = [el('h1', {}, tx(form.title)), tx(form.notice) && el('p', {}, tx(form.notice)),
    el('dl', {}, head.filter(([, text], i) => text || i < 4).map(([name, value]) =>
      el('div', {}, el('dt', {}, name), el('dd', {}, value || el('span', {class: 'write'})))))];
  const vision = filled ? visionLines() : [];
  if (vision.length) out.push(el('h2', {}, tx(form.vision.title) || t('step_vision')), vision.map((pair) => el('p', {}, labelled(pair))));
  if (form.questions.some((question) => question.type === 'level')) out.push(el('p', {class: 'paper-rule'}, t('choose_highest')));
  chaptersOf(draft.edition).forEach(({node, questions}, place) => {
    out.push(el('h2', {}, tx(form.nodes[node].title)));
    questions.forEach((index, i) => {
      if (!filled || states[index] === 'asked') out.push(paperQuestion(index, `${place + 1}.${i + 1}`, filled));
    });
  });
  if (filled) {
    for (const part of closingParts()) {
      out.push(el('h2', {}, part.title), el('ul', {}, part.lines.map((pair) => el('li', {}, labelled(pair)))));
    }
  }
  document.getElementById('paper').replaceChildren(...out.flat().filter(Boolean));
}

let paperAsked = null;

function printPaper(filled) {
  paperAsked = filled;
  print();
}

/** Ctrl+P prints the form as it is filled in. */
addEventListener('beforeprint', () => draft && drawPaper(paperAsked ?? true));
addEventListener('afterprint', () => {
  paperAsked = null;
  document.getElementById('paper').replaceChildren();
});
