// One question on the page: its text, its choices, and what stands behind an answer.

/** What changes on the page when an answer does: this question, and the questions that hang on it. */
function answered(question, changes) {
  changeAnswer(question, changes);
  refresh(question);
  drawSlots();
}

/**
 * The same while somebody types, without drawing the question anew: a click that is under way must find the element
 * that it began on.
 */
function typed(question, value) {
  changeAnswer(question, {value, state: undefined});
  const answer = answerOf(question);
  const card = document.getElementById(idFor('q', question.id));
  card.dataset.state = stateOf(question, answer);
  document.getElementById(idFor('clear', question.id)).hidden = card.dataset.state === 'unanswered';
  for (const one of document.getElementsByName(idFor('n', question.id))) one.checked = false;
  const owner = document.getElementById(idFor('owner', question.id));
  if (owner) owner.parentElement.hidden = true;
  showProgress();
}

/** Draws one question anew, in its place. */
function refresh(question) {
  const old = document.getElementById(idFor('q', question.id));
  if (!old) return;
  keepingPlace(() => old.replaceWith(questionCard(question, old.dataset.number)));
  showProgress();
}

/** A choice among radio buttons: a card with its mark, its name and its text. */
function choiceCard(question, name, id, checked, pick, {mark, title, text, plain}) {
  const box = idFor('c', question.id, id);
  return el('div', {class: plain ? 'choice plain' : 'choice'},
    el('input', {type: 'radio', name, id: box, checked, onchange: pick}),
    el('label', {for: box},
      mark && el('span', {class: 'mark', 'aria-hidden': 'true'}, mark),
      el('span', {class: 'words'},
        title && el('strong', {}, mark && el('span', {class: 'spoken'}, mark + ' '), title),
        text && el('span', {}, text))));
}

function radioChoices(question, answer) {
  const name = idFor('n', question.id);
  return choicesOf(question).map((one) => choiceCard(question, name, 'v-' + one.id,
    !answer.state && answer.value === one.id, () => answered(question, {value: one.id, state: undefined}),
    {mark: one.mark, title: one.name, text: one.text}));
}

/** Don't know and not applicable, which stand apart from the choices. */
function stateChoices(question, answer) {
  const name = idFor('n', question.id);
  const states = question.not_applicable ? ['dont_know', 'not_applicable'] : ['dont_know'];
  return el('div', {class: 'states'}, states.map((state) => choiceCard(question, name, state.replace('_', '-'), answer.state === state,
    () => answered(question, {state}), {title: t(state), plain: true})));
}

function checkChoices(question, answer) {
  const value = !answer.state && Array.isArray(answer.value) ? answer.value : null;
  const box = (id, checked, text, pick) => el('div', {class: 'choice'},
    el('input', {type: 'checkbox', id, checked, onchange: pick}),
    el('label', {for: id}, el('span', {class: 'words'}, text)));
  const toggle = (part) => (event) => {
    const ticked = (value ?? []).filter((one) => one !== part);
    const now = event.target.checked ? [...ticked, part] : ticked;
    const order = question.options.map((option) => option.id).filter((id) => now.includes(id));
    answered(question, {value: order.length ? order : undefined, state: undefined});
  };
  return [
    ...question.options.map((option) => box(idFor('c', question.id, 'v-' + option.id),
      value?.includes(option.id) ?? false, tx(option.text), toggle(option.id))),
    box(idFor('c', question.id, 'none-of-these'), value?.length === 0, t('none_of_these'),
      (event) => answered(question, {value: event.target.checked ? [] : undefined, state: undefined})),
  ];
}

function gridChoices(question, answer) {
  const value = answer.state ? {} : answer.value ?? {};
  const pick = (cell, level) => () => {
    const now = {...value, [cell]: level};
    if (!level) delete now[cell];
    answered(question, {value: Object.keys(now).length ? now : undefined, state: undefined});
  };
  const open = openRows(question, answer);
  const rows = question.options.map((cell) => {
    const label = idFor('g', question.id, cell.id);
    return el('div', {class: 'cell', role: 'radiogroup', 'aria-labelledby': label},
      el('p', {id: label}, tx(cell.text)),
      el('div', {class: 'row'},
        [...scaleOf(question).levels.map((level) => [level.id, `${level.number} ${tx(level.name)}`]),
          ...(value[cell.id] ? [['', t('no_answer')]] : [])]
          .map(([id, words]) => {
            const box = idFor('c', question.id, cell.id, 'v-' + id);
            return el('div', {class: 'choice small'},
              el('input', {type: 'radio', id: box, name: label, checked: (value[cell.id] ?? '') === id,
                onchange: pick(cell.id, id)}),
              el('label', {for: box}, words));
          })));
  });
  return [...rows, el('p', {class: 'mind', id: idFor('rows', question.id), role: 'status'},
    open > 0 && t('rows_open', {open, count: question.options.length}))];
}

/** What is said of a number under way: that it cannot be counted, or how it is read where it may be read otherwise. */
function numberRemark(question, answer) {
  if (isUnreadable(question, answer)) return t('number_unread');
  const x = answer.state ? null : numberFor(question, answer.value);
  const value = x?.toLocaleString(numberTag(), {maximumFractionDigits: 20});
  const plain = (text) => String(text).replace(/[\s%]/g, '');
  return x === null || !/[.,e]/i.test(answer.value) || plain(answer.value) === plain(value) ? '' : t('number_read', {value});
}

function numberEntry(question, answer) {
  const id = idFor('c', question.id, 'value');
  const unit = tx(question.unit) || (question.type === 'percent' ? '%' : '');
  const range = question.least !== null && question.most !== null
    ? t('number_between', {least: question.least.toLocaleString(numberTag()), most: question.most.toLocaleString(numberTag())}) : '';
  const entry = field(id, unit ? `${t('number')} (${unit})` : t('number'), answer.state ? '' : answer.value ?? '',
    (text) => {
      typed(question, text);
      const now = answerOf(question);
      sayOf(entry, numberRemark(question, now), isUnreadable(question, now));
    },
    {help: range, wide: false, dir: 'ltr'});
  sayOf(entry, numberRemark(question, answer), isUnreadable(question, answer));
  const box = entry.querySelector('input');
  box.inputMode = 'decimal';
  // Other questions may hang on the number; they change when it is finished.
  box.addEventListener('change', drawSlots);
  return entry;
}

function textEntry(question, answer) {
  const entry = field(idFor('c', question.id, 'value'), t('your_words'), answer.state ? '' : answer.value ?? '',
    (text) => typed(question, text), {rows: 5});
  entry.querySelector('textarea').addEventListener('change', drawSlots);
  return entry;
}

/** What the last round said, to be confirmed: it does not count before. */
function beforeNow(question) {
  const before = unconfirmed(question);
  if (!before) return null;
  const name = idFor('b', question.id);
  return el('div', {class: 'before', role: 'group', 'aria-labelledby': name},
    el('p', {id: name}, el('strong', {}, t('last_round')), ' ', inWords(question, before),
      before.because && el('span', {class: 'quiet'}, ' ', before.because)),
    el('p', {}, t('still_true')),
    el('div', {class: 'buttons'},
      button(t('yes_still'), () => {
        // What was written now stays; what was said then comes beside it.
        const {value, state} = before;
        const {because = before.because, evidence = []} = answerOf(question);
        const then = (before.evidence ?? []).filter((one) => !evidence.some((each) => each.title === one.title));
        answered(question, {value, state, because, evidence: [...evidence, ...then]});
        document.getElementById(idFor('q', question.id)).focus();
      }, {class: 'main', id: idFor('still', question.id)}),
      button(t('no_changed'), () => {
        answered(question, {reconsidered: true});
        document.getElementById(idFor('q', question.id)).focus();
      })));
}

/** An answer in words, for reading back. */
function inWords(question, answer) {
  const {value, state} = answer;
  if (state) return t(state);
  if (value === undefined) return t('no_answer');
  switch (question.type) {
    case 'level': {
      const level = scaleOf(question).levels.find((one) => one.id === value);
      return level ? `${level.number} – ${tx(level.name)}` : String(value);
    }
    case 'choice':
      return tx(question.options.find((option) => option.id === value)?.text) || String(value);
    case 'yes_no':
      return t(value);
    case 'checklist':
      return value.length === 0 ? t('none_of_these')
        : value.map((id) => tx(question.options.find((option) => option.id === id)?.text)).join(t('between'));
    case 'grid':
      return question.options.filter((cell) => value[cell.id]).map((cell) => {
        const level = scaleOf(question).levels.find((one) => one.id === value[cell.id]);
        return `${tx(cell.text)}${t('colon')}${level ? `${level.number} – ${tx(level.name)}` : value[cell.id]}`;
      }).join(t('between'));
    case 'percent':
      return t('of_hundred', {value: bare(question, value)});
    default:
      return `${value} ${tx(question.unit)}`.trim();
  }
}

function questionCard(question, number) {
  const answer = answerOf(question);
  const id = idFor('q', question.id);
  const state = stateOf(question, answer);
  const entry = {
    level: radioChoices, choice: radioChoices, yes_no: radioChoices, checklist: checkChoices, grid: gridChoices,
    number: numberEntry, percent: numberEntry, text: textEntry,
  }[question.type];
  const help = tx(question.help);
  return el('fieldset', {class: 'question', id, tabindex: '-1', 'data-number': number, 'data-id': question.id,
    'data-state': state, 'aria-describedby': help ? `${id}-help` : null},
    el('legend', {}, el('span', {class: 'ordinal'}, number), ' ', tx(question.text)),
    help && el('p', {class: 'help', id: `${id}-help`}, help),
    question.quality.length > 0 && el('details', {class: 'quality', id: `${id}-quality`},
      el('summary', {}, t('before_choosing')),
      el('ul', {}, question.quality.map((one) => el('li', {}, tx(one))))),
    beforeNow(question),
    el('div', {class: `choices ${question.type}`}, entry(question, answer)),
    question.type !== 'text' && stateChoices(question, answer),
    answer.state === 'dont_know' && field(idFor('owner', question.id), t('who_finds_out'), answer.owner, (text) =>
      changeAnswer(question, {owner: text}), {help: t('who_finds_out_help')}),
    behind(question, answer),
    button(t('clear_answer'), () => answered(question, {value: undefined, state: undefined}),
      {class: 'quiet', id: idFor('clear', question.id), hidden: state === 'unanswered'}));
}
