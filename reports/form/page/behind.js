// What stands behind an answer: the reason, the evidence, how sure one is, and a remark on the question.

function behind(question, answer) {
  const id = idFor('behind', question.id);
  const notes = [answer.because && t('has_reason'), answer.evidence?.some((one) => one.title || one.year || one.where || one.grade) && t('has_evidence'),
    answer.confidence && t('has_confidence'), answer.feedback && t('has_remark')].filter(Boolean);
  const summary = (now) => t('behind') + (now.length ? t('colon') + now.join(t('comma')) : '');
  return el('details', {class: 'behind', id},
    el('summary', {}, summary(notes)),
    field(idFor('because', question.id), t('because'), answer.because, (text) => changeAnswer(question, {because: text}),
      {rows: 2}),
    evidenceEntry(question, answer),
    confidenceEntry(question, answer),
    field(idFor('feedback', question.id), t('question_feedback'), answer.feedback, (text) =>
      changeAnswer(question, {feedback: text}), {rows: 2, help: t('question_feedback_help')}));
}

function evidenceEntry(question, answer) {
  const list = answer.evidence ?? [];
  const change = (i, key, value) => {
    const now = (answerOf(question).evidence ?? []).map((one, j) => (j === i ? {...one, [key]: value} : one));
    changeAnswer(question, {evidence: now});
  };
  const sources = list.map((one, i) => {
    const name = (key) => idFor('evidence', question.id, i, key);
    return el('div', {class: 'source', role: 'group', 'aria-label': t('source_number', {number: i + 1})},
      field(name('title'), t('evidence_title'), one.title, (text) => change(i, 'title', text)),
      el('div', {class: 'pair'},
        field(name('year'), t('evidence_year'), one.year, (text) => change(i, 'year', text), {wide: false}),
        field(name('where'), t('evidence_where'), one.where, (text) => change(i, 'where', text))),
      gradeEntry(name('grade'), one, (grade) => change(i, 'grade', grade)),
      button(t('evidence_remove'), () => answered(question,
        {evidence: answerOf(question).evidence.filter((_, j) => j !== i)}), {class: 'quiet', id: name('remove')}));
  });
  return el('div', {class: 'evidence'},
    el('p', {class: 'subhead'}, t('evidence')),
    tx(question.evidence) && el('p', {class: 'help'}, t('evidence_hint'), ' ', tx(question.evidence)),
    sources,
    button(t('evidence_add'), () => {
      answered(question, {evidence: [...(answerOf(question).evidence ?? []), {title: ''}]});
      document.getElementById(idFor('evidence', question.id, list.length, 'title'))?.focus();
    }, {id: idFor('evidence-add', question.id)}));
}

function gradeEntry(id, one, change) {
  const grades = ['', 1, 2, 3, 4];
  const select = el('select', {id, onchange: (event) => change(event.target.value ? Number(event.target.value) : '')},
    grades.map((grade) => el('option', {value: String(grade), selected: String(one.grade ?? '') === String(grade)},
      t('grade_' + (grade || 'none')))));
  return el('div', {class: 'field'}, el('label', {for: id}, t('evidence_grade')), select);
}

function confidenceEntry(question, answer) {
  const name = idFor('confidence', question.id);
  return el('fieldset', {class: 'confidence'},
    el('legend', {}, t('confidence')),
    el('div', {class: 'row'}, ['low', 'medium', 'high'].map((degree) => {
      const id = idFor('confidence', question.id, degree);
      return el('div', {class: 'choice small'},
        el('input', {type: 'radio', name, id, checked: answer.confidence === degree,
          onchange: () => changeAnswer(question, {confidence: degree})}),
        el('label', {for: id}, t('confidence_' + degree)));
    })));
}
