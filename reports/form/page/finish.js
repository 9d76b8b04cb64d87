// The last pages: priorities and targets, remarks, reading through, sending back.

/** The nodes that may be a priority or have a target: chapters and what stands below them, in order. */
function nodesBelow(node) {
  return form.nodes.map((_, i) => i).filter((i) => {
    if (i === node || i === 0) return false;
    for (let up = form.nodes[i].parent; up !== 0; up = form.nodes[up].parent) {
      if (up === node) return true;
    }
    return false;
  });
}

const pillarNodes = () => chaptersOf(draft.edition).map((chapter) => chapter.node)
  .filter((node) => node !== 0 && !form.nodes[node].index);

function prioritiesPage() {
  const choices = [['', t('priority_none')]];
  for (const node of pillarNodes()) {
    choices.push([form.nodes[node].id, tx(form.nodes[node].title)]);
    for (const one of nodesBelow(node)) choices.push([form.nodes[one].id, `– ${tx(form.nodes[one].title)}`]);
  }
  const change = (i, changes) => {
    const now = [0, 1, 2].map((j) => draft.priorities[j] ?? {node: '', reason: ''});
    now[i] = {...now[i], ...changes};
    draft.priorities = now;
    changed();
  };
  const priority = (i) => {
    const one = draft.priorities[i] ?? {};
    const number = t('priority_number', {number: i + 1});
    return el('div', {class: 'priority', role: 'group', 'aria-label': number},
      picker(`priority-${i + 1}`, number, one.node ?? '', choices, (id) => change(i, {node: id})),
      field(`priority-${i + 1}-reason`, t('priority_reason'), one.reason, (text) => change(i, {reason: text}), {rows: 2}));
  };
  return [
    el('section', {}, el('h2', {}, t('priorities_title')), el('p', {class: 'about'}, t('priorities_about')),
      [0, 1, 2].map(priority)),
    el('section', {}, el('h2', {}, t('targets_title')), el('p', {class: 'about'}, t('targets_about')),
      pillarNodes().map((node) => el('div', {class: 'targets'}, targetPicker(node),
        nodesBelow(node).length > 0 && el('details', {id: idFor('targets', form.nodes[node].id)},
          el('summary', {}, t('targets_below')), nodesBelow(node).map(targetPicker))))),
  ];
}

function targetPicker(node) {
  const {id, title, scale} = form.nodes[node];
  return picker(idFor('target', id), tx(title), draft.targets[id] ?? '',
    [['', t('target_none')], ...form.scales[scale].levels.map((level) => [level.id, `${level.number} – ${tx(level.name)}`])],
    (level) => {
      if (level) draft.targets[id] = level;
      else delete draft.targets[id];
      changed();
    });
}

function feedbackPage() {
  return [el('p', {class: 'lead'}, t('feedback_about')),
    ['questions', 'methods', 'workshop'].map((key) => field('feedback-' + key, t('feedback_' + key), draft.feedback[key],
      (text) => { draft.feedback[key] = text; changed(); }, {rows: 4}))];
}

function reviewPage() {
  const states = askedStates(draft.answers, draft.edition);
  const chapters = chaptersOf(draft.edition).map((chapter) => ({chapter, done: progressOf(chapter.questions, states)}));
  const all = progressOf(everything(), states);
  const list = (items) => el('ul', {class: 'review'}, items);
  return [
    el('p', {class: 'lead'}, t('review_about')),
    !draft.unit.id.trim() && el('p', {class: 'notice'}, t('review_unit'), ' ',
      button(t('step_start'), () => go('start', 'who-unit'), {class: 'link'})),
    el('section', {}, el('h2', {}, t('review_summary')),
      el('div', {class: 'scroller', tabindex: '0', role: 'group', 'aria-label': t('review_summary')}, el('table', {},
        el('thead', {}, el('tr', {}, ['col_section', 'col_answered', 'col_unknown', 'col_open'].map((key) =>
          el('th', {scope: 'col'}, t(key))))),
        el('tbody', {}, chapters.map(({chapter, done}) => el('tr', {},
          el('th', {scope: 'row'}, tx(form.nodes[chapter.node].title)),
          el('td', {}, t('step_of', done)), el('td', {}, String(done.dontKnow.length)),
          el('td', {}, String(done.open.length)))))))),
    el('section', {id: 'to-find'}, el('h2', {}, t('review_find')),
      all.dontKnow.length === 0 ? el('p', {}, t('review_find_none'))
        : list(all.dontKnow.map((index) => {
          const {owner} = answerOf(form.questions[index]);
          return el('li', {}, questionLink(index), el('span', {class: 'quiet'}, ' ',
            owner ? t('review_owner', {owner}) : t('review_owner_none')));
        }))),
    all.unreadable.length > 0 && el('section', {}, el('h2', {}, t('review_unread')),
      list(all.unreadable.map((index) => el('li', {}, questionLink(index,
        `${labelOf(form.questions[index])} (${answerOf(form.questions[index]).value})`))))),
    el('section', {}, el('h2', {}, t('review_open')),
      all.open.length === 0 && el('p', {}, t('review_open_none')),
      chapters.filter(({done}) => done.open.length > 0).map(({chapter, done}) => [
        el('h3', {}, tx(form.nodes[chapter.node].title)),
        list(done.open.filter((index) => !all.unreadable.includes(index)).map((index) => el('li', {}, questionLink(index)))),
      ])),
  ];
}

/** Everything as text for an e-mail. */
function answersAsText() {
  const states = askedStates(draft.answers, draft.edition);
  const out = [tx(form.title), ''];
  const {ministry, role} = draft.who;
  for (const line of [[draft.unit.id, draft.round.id, draft.round.date], [ministry, role]]) {
    if (line.some(Boolean)) out.push(line.filter(Boolean).join(', '));
  }
  const say = (label, text) => text && out.push(label + t('colon') + text);
  for (const key of ['purpose', 'priorities', 'outcomes', 'principles']) {
    const aims = key === 'outcomes' ? draft.aims.map((id) => tx(form.outcomes.find((one) => one.id === id).title)) : [];
    say(tx(form.vision[key].title) || t('vision_' + key), [...aims, ...lines(draft.vision[key])].join('; '));
  }
  for (const {node, questions} of chaptersOf(draft.edition)) {
    out.push('', tx(form.nodes[node].title).toLocaleUpperCase(tag()));
    for (const index of questions) {
      const question = form.questions[index];
      const answer = answerOf(question);
      if (states[index] !== 'asked' || Object.keys(answer).length === 0) continue;
      out.push(`- ${labelOf(question)}${t('colon')}${inWords(question, answer)}`);
      for (const [label, text] of [[t('because'), answer.because], [t('who_finds_out'), answer.owner],
        [t('question_feedback'), answer.feedback]]) if (text) out.push(`    ${label}${t('colon')}${text}`);
      for (const one of answer.evidence ?? []) {
        out.push(`    ${t('evidence')}${t('colon')}${[one.title, one.year, one.where].filter(Boolean).join(', ')}`);
      }
    }
  }
  out.push('');
  draft.priorities.filter((one) => one.node).forEach((one, i) =>
    say(t('priority_number', {number: i + 1}), `${tx(form.nodes[nodeAt.get(one.node)].title)} (${one.reason})`));
  for (const key of Object.keys(draft.feedback)) say(t('feedback_' + key) ?? key, draft.feedback[key]);
  out.push('', codeAsText());
  return out.join('\n');
}

function codeAsText() {
  return [draft.unit.id && `unit: ${draft.unit.id}`, draft.round.id && `round: ${draft.round.id}`,
    `code: ${answerCode(draft.answers, draft.edition)}`].filter(Boolean).join('\n');
}

/** Copies, or marks the text for copying by hand. */
async function copyText(box, status) {
  try {
    await navigator.clipboard.writeText(box.value);
    status.textContent = t('copied');
  } catch {
    box.focus();
    box.select();
    status.textContent = t('copy_by_hand');
  }
}

function sendPage() {
  const way = (key, ...rest) => el('section', {class: 'way'}, el('h2', {}, t(`send_${key}_title`)),
    el('p', {}, t(`send_${key}_about`)), rest);
  const save = (key, extension, text, type) => {
    const status = el('p', {class: 'notice', role: 'status', id: `look-${key}`, hidden: true});
    return [button(t('send_' + key), () => {
      const name = fileName(extension);
      download(name, text(), type);
      status.hidden = false;
      status.textContent = t('look_for', {name});
    }, {class: 'main', id: 'send-' + key}), status];
  };
  const copy = (key, label, text, rows) => {
    const box = el('textarea', {id: 'as-' + key, readonly: true, rows, dir: key === 'code' ? 'ltr' : 'auto', spellcheck: 'false'});
    box.value = text;
    const status = el('p', {class: 'notice quiet', role: 'status', id: 'copied-' + key});
    return [el('div', {class: 'field'}, el('label', {for: 'as-' + key}, label), box),
      button(t('send_' + key), () => copyText(box, status), {id: 'send-' + key}), status];
  };
  return [
    el('p', {class: 'lead'}, t('send_about')),
    !draft.unit.id.trim() && el('p', {class: 'notice'}, t('review_unit'), ' ',
      button(t('step_start'), () => go('start', 'who-unit'), {class: 'link'})),
    way('file', save('file', '.json', () => JSON.stringify(documentOf(draft), null, 1) + '\n', 'application/json')),
    way('copy', save('copy', '.html', copyOfForm, 'text/html')),
    way('text', copy('text', t('text_label'), answersAsText(), 8)),
    way('code', copy('code', t('code_label'), codeAsText(), 5)),
    way('print', el('div', {class: 'buttons'}, button(t('print_filled'), () => printPaper(true), {id: 'print-filled'}),
      button(t('print_blank'), () => printPaper(false), {id: 'print-blank'}))),
  ];
}
