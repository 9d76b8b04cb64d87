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

/** What the last round said of something, to be confirmed as a whole: `pairs` of labels and texts. */
function lastSaid(id, pairs, take) {
  return el('div', {class: 'before', role: 'group', 'aria-labelledby': id},
    el('p', {id}, el('strong', {}, t('last_said'))),
    el('ul', {}, pairs.map((pair) => el('li', {}, labelled(pair)))),
    el('p', {}, t('still_true_here')),
    el('div', {class: 'buttons'}, button(t('yes_still'), () => {
      take();
      changed();
      render();
      document.getElementById('title').focus();
    }, {class: 'main', id: `still-${id}`})));
}

/** A priority in words. */
const priorityWords = (one) => [one.node ? tx(form.nodes[nodeAt.get(one.node)].title) : t('priority_none'), one.reason].filter(Boolean).join(' – ');

function priorityBefore() {
  const before = lastPriorities();
  if (!before) return null;
  return lastSaid('last-priorities', before.map((one, i) => [t('priority_number', {number: i + 1}), priorityWords(one)]), () => {
    draft.priorities = copyOf(before);
  });
}

function prioritiesPage() {
  const choices = [['', t('priority_none')]];
  for (const node of pillarNodes()) {
    choices.push([form.nodes[node].id, tx(form.nodes[node].title)]);
    for (const one of nodesBelow(node)) choices.push([form.nodes[one].id, '\u00a0\u00a0\u00a0' + tx(form.nodes[one].title)]);
  }
  const change = (i, changes) => {
    const now = [0, 1, 2].map((j) => draft.priorities[j] ?? {node: '', reason: ''});
    now[i] = {...now[i], ...changes};
    draft.priorities = now;
    changed();
  };
  const remarks = [];
  const say = () => remarks.forEach((one) => one());
  const priority = (i) => {
    const one = draft.priorities[i] ?? {};
    const number = t('priority_number', {number: i + 1});
    const reason = field(`priority-${i + 1}-reason`, t('priority_reason'), one.reason, (text) => {
      change(i, {reason: text});
      say();
    }, {rows: 2});
    remarks[i] = () => sayOf(reason, lacksNode(draft.priorities[i] ?? {}) ? t('priority_loose')
      : isChosenTwice(i) ? t('priority_twice') : '', false);
    remarks[i]();
    return el('div', {class: 'priority', role: 'group', 'aria-label': number},
      picker(`priority-${i + 1}`, number, one.node ?? '', choices, (id) => {
        change(i, {node: id});
        say();
      }), reason);
  };
  return [
    el('section', {}, el('h2', {}, t('priorities_title')), el('p', {class: 'about'}, t('priorities_about')), priorityBefore(),
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

/** What was written and does not come back as it was meant, with the way there. */
function stillToMend() {
  const line = (id, words, target, where) => el('p', {class: 'notice', id: 'mend-' + id}, words, ' ',
    button(where, target, {class: 'link', id: 'mend-go-' + id}));
  const {unit, round} = draft;
  const unread = progressOf(everything()).unreadable;
  const loose = draft.priorities.findIndex(lacksNode);
  const twice = draft.priorities.findIndex((_, i) => isChosenTwice(i));
  return [
    !unit.id.trim() && line('unit', t('review_unit'), () => go('start', 'who-unit'), t('step_start')),
    round.date !== '' && !isDay(round.date) && line('date', t('date_unread'), () => go('start', 'who-date'), t('step_start')),
    page !== 'review' && unread.length > 0 && line('numbers', t('review_unread') + t('colon') + unread.length + '.',
      () => go('review'), t('step_review')),
    twice >= 0 && line('twice', t('priority_twice'), () => go('priorities', `priority-${twice + 1}`), t('step_priorities')),
    loose >= 0 && line('priority', t('priority_loose'), () => go('priorities', `priority-${loose + 1}`), t('step_priorities')),
  ];
}

/** Whether a priority is the same as one before it. */
const isChosenTwice = (i) => Boolean(draft.priorities[i]?.node) && draft.priorities.findIndex((one) => one.node === draft.priorities[i].node) < i;

/** A priority with a reason, and nothing chosen that it is the reason for. */
const lacksNode = (one) => !one.node && Boolean(one.reason?.trim());

function reviewPage() {
  const states = askedStates(draft.answers, draft.edition);
  const chapters = chaptersOf(draft.edition).map((chapter) => ({chapter, done: progressOf(chapter.questions, states)}));
  const all = progressOf(everything(), states);
  const list = (items) => el('ul', {class: 'review'}, items);
  return [
    el('p', {class: 'lead'}, t('review_about')),
    stillToMend(),
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
    all.partly.length > 0 && el('section', {id: 'partly'}, el('h2', {}, t('review_partly')), el('p', {}, t('review_partly_about')),
      list(all.partly.map((index) => {
        const question = form.questions[index];
        return el('li', {}, questionLink(index), el('span', {class: 'quiet'}, ' ',
          t('review_rows', {open: openRows(question, answerOf(question)), count: question.options.length})));
      }))),
  ];
}

/** "Label: text", without the colon after a question. */
const labelled = ([label, text]) => (/[?\u061f]$/.test(label) ? `${label} ${text}` : label + t('colon') + text);

const said = (pairs) => pairs.filter(([, text]) => text);

/** Who answers for what, as [label, text], so that an import reads it from a text. */
function headLines() {
  const {ministry, role, group, name} = draft.who;
  const edition = form.editions.find((one) => one.id === draft.edition);
  const groupTitle = tx(form.groups.find((one) => one.id === group)?.title);
  return [[t('unit'), draft.unit.id], [t('round'), draft.round.id], [t('date'), isDay(draft.round.date) ? draft.round.date : ''],
    [t('paper_answered_by'), [name, role, ministry, groupTitle].filter(Boolean).join(t('comma'))],
    [t('edition'), tx(edition?.title)]];
}

function visionLines({aims, vision} = draft) {
  return said(['purpose', 'priorities', 'outcomes', 'principles'].map((key) => {
    const titles = key === 'outcomes' ? aims.map((id) => tx(form.outcomes.find((one) => one.id === id)?.title) || id) : [];
    return [tx(form.vision[key].title) || t('vision_' + key), [...titles, ...lines(vision[key])].join(t('between'))];
  }));
}

/** What stands behind an answer. */
function behindLines(answer) {
  const source = (one) => [one.title, one.year, one.where, one.grade && t('grade_' + one.grade)].filter(Boolean).join(t('comma'));
  return said([[t('because'), answer.because], [t('who_finds_out'), answer.owner],
    ...(answer.evidence ?? []).map((one) => [t('evidence'), source(one)]),
    [t('confidence'), answer.confidence && t('confidence_' + answer.confidence)],
    [t('question_feedback'), answer.feedback]]);
}

/** What follows the questions: {title, lines}. */
function closingParts() {
  const nodeTitle = (id) => tx(form.nodes[nodeAt.get(id)].title);
  const levelWords = (id, chosen) => {
    const level = form.scales[form.nodes[nodeAt.get(id)].scale].levels.find((one) => one.id === chosen);
    return level ? `${level.number} – ${tx(level.name)}` : String(chosen);
  };
  return [
    {title: t('step_priorities'), lines: draft.priorities.filter((one) => nodeAt.has(one.node) || lacksNode(one)).map((one, i) =>
      [t('priority_number', {number: i + 1}), priorityWords(one)])},
    {title: t('targets_title'), lines: Object.entries(draft.targets).filter(([id]) => nodeAt.has(id)).map(([id, level]) =>
      [nodeTitle(id), levelWords(id, level)])},
    {title: t('step_feedback'), lines: said(['questions', 'methods', 'workshop'].map((key) =>
      [t('feedback_' + key), draft.feedback[key]]))},
  ].filter((part) => part.lines.length > 0);
}

/** Everything as text for an e-mail. */
function answersAsText() {
  const states = askedStates(draft.answers, draft.edition);
  const heading = (title) => ['', title.toLocaleUpperCase(tag())];
  const out = [tx(form.title), ...said(headLines()).map(labelled)];
  const vision = visionLines();
  if (vision.length) out.push(...heading(tx(form.vision.title) || t('step_vision')), ...vision.map(labelled));
  for (const {node, questions} of chaptersOf(draft.edition)) {
    const given = questions.filter((index) => states[index] === 'asked' && answerForFile(form.questions[index], answerOf(form.questions[index])));
    if (given.length) out.push(...heading(tx(form.nodes[node].title)));
    for (const index of given) {
      const question = form.questions[index];
      const answer = answerOf(question);
      out.push(`- ${labelled([labelOf(question), inWords(question, answer)])}`);
      out.push(...behindLines(answer).map((pair) => '    ' + labelled(pair)));
    }
  }
  for (const part of closingParts()) out.push(...heading(part.title), ...part.lines.map((pair) => '- ' + labelled(pair)));
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
    stillToMend(),
    way('file', save('file', '.json', () => JSON.stringify(documentOf(draft), null, 1) + '\n', 'application/json')),
    way('copy', save('copy', '.html', copyOfForm, 'text/html')),
    way('text', copy('text', t('text_label'), answersAsText(), 8)),
    way('code', copy('code', t('code_label'), codeAsText(), 5)),
    way('print', el('div', {class: 'buttons'}, button(t('print_filled'), () => printPaper(true), {id: 'print-filled'}),
      button(t('print_blank'), () => printPaper(false), {id: 'print-blank'}))),
  ];
}
