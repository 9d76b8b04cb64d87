// The frame around every page, and the first pages.

let page = 'start';
let resumed = false;
let others = [];
/** What is to be told above the page, in the language that it has by then. */
let notice = null;

/** The steps of the form in order: {id, name, chapter}. */
function steps() {
  const hasVision = tx(form.vision.title) || form.outcomes.length;
  return [
    {id: 'start', name: t('step_start')},
    hasVision && {id: 'vision', name: tx(form.vision.title) || t('step_vision')},
    ...chaptersOf(draft.edition).map((chapter) =>
      ({id: 'on-' + form.nodes[chapter.node].id, name: tx(form.nodes[chapter.node].title), chapter})),
    {id: 'priorities', name: t('step_priorities')},
    {id: 'feedback', name: t('step_feedback')},
    {id: 'review', name: t('step_review')},
    {id: 'send', name: t('step_send')},
  ].filter(Boolean);
}

function go(id, focus = null) {
  page = id;
  location.hash = id;
  notice = null;
  render();
  scrollTo(0, 0);
  const target = focus && document.getElementById(focus);
  if (target) {
    target.focus();
    target.scrollIntoView({block: 'start'});
  } else {
    document.getElementById('title').focus();
  }
}

function languageSwitch() {
  if (form.languages.length < 2) return null;
  return el('div', {class: 'languages', role: 'group', 'aria-label': t('language_choice')},
    form.languages.map((one, i) => button((WORDS.language_name[one] ?? languageName(one)), () => {
      language = i;
      draft.language = one;
      changed();
      keepingPlace(render);
    }, {id: 'language-' + one, lang: one, 'aria-pressed': String(i === language)})));
}

function languageName(code) {
  try {
    return new Intl.DisplayNames([code], {type: 'language'}).of(code);
  } catch {
    return code;
  }
}

function stepList(all) {
  const states = askedStates(draft.answers, draft.edition);
  return el('nav', {class: 'steps', 'aria-label': t('steps')}, el('ol', {}, all.map((step) => {
    const done = step.chapter && progressOf(step.chapter.questions, states);
    const whole = done && done.asked > 0 && done.answered === done.asked;
    const note = done ? (whole ? t('step_done') : t('step_of', done)) : '';
    return el('li', {}, button([el('span', {}, step.name), note && el('span', {class: whole ? 'note done' : 'note'}, note)],
      () => go(step.id), {id: idFor('step', step.id), 'aria-current': step.id === page ? 'step' : null}));
  })));
}

function pager(all) {
  const i = all.findIndex((step) => step.id === page);
  return el('div', {class: 'pager'},
    i > 0 && button(t('previous', {name: all[i - 1].name}), () => go(all[i - 1].id), {id: 'previous'}),
    i + 1 < all.length && button(t('next', {name: all[i + 1].name}), () => go(all[i + 1].id), {id: 'next', class: 'main'}));
}

/** What is shown of keeping: where, since when, or that it does not work. */
function keptWords() {
  const time = store.savedAt?.toLocaleTimeString(numberTag(), {hour: '2-digit', minute: '2-digit'});
  if (store.state === 'blocked') return '';
  if (store.saving || store.dirty) return t('keeping');
  if (store.state === 'mirror') return time ? t('kept_mirror', {time}) : t('kept_ready');
  return time ? t('kept', {time}) : t('kept_ready');
}

function showState() {
  const place = document.getElementById('kept');
  if (!place) return;
  if (place.textContent !== keptWords()) place.textContent = keptWords();
  document.getElementById('blocked').hidden = store.state !== 'blocked';
  document.getElementById('copies').hidden = store.copies === 0;
}

/** A time in words: to five minutes, or to half hours where it is long. */
function duration(minutes, short, long) {
  if (minutes <= 90) return t(short, {minutes: Math.max(5, Math.ceil(minutes / 5) * 5)});
  return t(long, {hours: String(Math.ceil(minutes / 30) / 2).replace('.', t('decimal'))});
}

function showProgress(all = steps()) {
  const done = progressOf(everything());
  const bar = document.getElementById('bar');
  bar.max = Math.max(1, done.asked);
  bar.value = done.answered;
  document.getElementById('progress-words').textContent = `${t('progress', done)} · ` +
    (done.open.length ? duration(done.minutes, 'time_left', 'hours_left') : t('time_done'));
  const list = document.querySelector('nav.steps');
  keepingPlace(() => list.replaceWith(stepList(all)));
}

/** What a page shows; where that fails, that it does, and the rest of the page stays usable. */
function bodyOf(draw) {
  try {
    return draw();
  } catch (error) {
    console.error(error);
    return el('p', {class: 'banner', role: 'alert', id: 'failed'}, t('failed'));
  }
}

function render() {
  const all = steps();
  if (!all.some((step) => step.id === page)) page = 'start';
  const step = all.find((one) => one.id === page);
  document.documentElement.lang = tag();
  document.documentElement.dir = RTL.includes(baseTag()) ? 'rtl' : 'ltr';
  document.title = `${step.name} – ${tx(form.short_title) || tx(form.title)}`;
  const bodies = {start: startPage, vision: visionPage, priorities: prioritiesPage, feedback: feedbackPage,
    review: reviewPage, send: sendPage};
  const body = bodyOf(step.chapter ? () => chapterPage(step.chapter) : bodies[page]);
  document.getElementById('page').replaceChildren(
    el('a', {class: 'skip', href: '#main', onclick: (event) => {
      event.preventDefault();
      document.getElementById('title').focus();
    }}, t('skip')),
    el('header', {class: 'top'},
      el('p', {class: 'name'}, tx(form.short_title) || tx(form.title)),
      languageSwitch(),
      el('p', {class: 'kept', id: 'kept'}, keptWords())),
    el('p', {class: 'banner', id: 'blocked', role: 'alert', hidden: store.state !== 'blocked'}, t('blocked')),
    el('p', {class: 'banner', id: 'copies', role: 'alert', hidden: store.copies === 0}, t('copies')),
    el('div', {class: 'body'},
      el('aside', {class: 'aside', 'aria-label': t('where')},
        el('div', {class: 'progress'},
          el('progress', {id: 'bar', 'aria-labelledby': 'progress-words'}),
          el('p', {id: 'progress-words'})),
        el('details', {class: 'fold', id: 'fold', open: wide.matches},
          el('summary', {}, t('steps')), el('nav', {class: 'steps'}))),
      el('main', {id: 'main'},
        el('h1', {id: 'title', tabindex: '-1'}, page === 'start' ? tx(form.title) : step.name),
        notice && el('div', {class: 'notice', role: 'status', id: 'notice'}, notice().map((words) => el('p', {}, words))),
        body,
        pager(all))),
    el('footer', {}, tx(form.notice) && el('p', {}, tx(form.notice)),
      el('p', {}, [`${form.id} ${form.version}`, form.licence].filter(Boolean).join(' · '))));
  showProgress(all);
}

/** Says what the draft at hand held and this page does not take. */
function tellUnfit() {
  if (!unfit.length) return;
  const lost = unfit;
  notice = () => lostWords(lost);
  render();
}

/** Where to go on: the chapter and the question that comes next. */
function nextOpen() {
  const states = askedStates(draft.answers, draft.edition);
  for (const chapter of chaptersOf(draft.edition)) {
    const open = progressOf(chapter.questions, states).open[0];
    if (open !== undefined) return {chapter, index: open};
  }
  return null;
}

const pageOf = (index) => 'on-' + form.nodes[chapterOf(form.questions[index])].id;

function questionLink(index, words) {
  const question = form.questions[index];
  return button(words ?? labelOf(question), () => go(pageOf(index), idFor('q', question.id)),
    {class: 'link', id: idFor('goto', question.id)});
}

function welcome() {
  const next = nextOpen();
  const done = progressOf(everything());
  const asGiven = resumed || done.answered > 0;
  return el('div', {class: 'welcome'},
    asGiven && el('p', {id: 'resumed'}, t('welcome_back', done), ' ', !next && t('welcome_back_done')),
    done.toConfirm.length > 0 && el('p', {}, t('to_confirm', {count: done.toConfirm.length})),
    next && asGiven && button(t('resume_at', {name: labelOf(form.questions[next.index])}), () =>
      go(pageOf(next.index), idFor('q', form.questions[next.index].id)), {class: 'main', id: 'resume'}));
}

/** The day of the round, in words below it. Of one that is half typed the browser hands out nothing: that is noted. */
function dateEntry() {
  const shown = draft.round.date === HALF_TYPED ? '' : draft.round.date;
  const entry = field('who-date', t('date'), shown, (text) => {
    draft.round.date = text;
    changed();
    sayOf(entry, dayInWords(text), false);
  }, {type: 'date', wide: false});
  const box = entry.querySelector('input');
  [box.min, box.max] = DAYS;
  const say = () => {
    const wrong = draft.round.date !== '' && !isDay(draft.round.date);
    sayOf(entry, wrong ? t('date_unread') : dayInWords(draft.round.date), wrong);
  };
  box.addEventListener('blur', () => {
    const now = box.validity.badInput ? HALF_TYPED : box.value;
    if (now !== draft.round.date) {
      draft.round.date = now;
      changed();
    }
    say();
  });
  say();
  return entry;
}

function startPage() {
  const {given} = form;
  return [
    tx(form.description) && el('p', {class: 'lead'}, tx(form.description)),
    welcome(),
    el('section', {},
      el('h2', {}, t('who_title')),
      field('who-unit', t('unit'), draft.unit.id, (text) => { draft.unit.id = text; changed(); },
        {help: t('unit_help'), wide: false}),
      field('who-round', t('round'), draft.round.id, (text) => { draft.round.id = text; changed(); },
        {help: t('round_help'), wide: false}),
      dateEntry(),
      field('who-ministry', t('ministry'), draft.who.ministry, (text) => { draft.who.ministry = text; changed(); }),
      field('who-role', t('role'), draft.who.role, (text) => { draft.who.role = text; changed(); }),
      form.groups.length > 0 && picker('who-group', t('group'), draft.who.group,
        [['', t('group_none')], ...form.groups.map((group) => [group.id, tx(group.title)])],
        (id) => { draft.who.group = id; changed(); }),
      field('who-name', t('person'), draft.who.name, (text) => { draft.who.name = text; changed(); },
        {help: t('person_help')})),
    !given.edition && form.editions.length > 0 && el('section', {}, editionChoice()),
    el('section', {},
      el('h2', {}, t('keeping_title')),
      el('p', {}, store.state === 'blocked' ? t('blocked') : t('keeping_here')),
      store.state !== 'blocked' && el('p', {}, t('keeping_move')),
      el('h2', {}, t('sending_title')),
      el('p', {}, t('sending_text'))),
    draftsSection(),
  ];
}

/** The editions as cards, with their size. One that asks everything stands for "all questions". */
function editionChoice() {
  const whole = form.editions.find((one) => !one.asked.includes('0'));
  const cards = [...(whole ? [] : [{id: '', title: null, about: null}]), ...form.editions];
  return el('fieldset', {class: 'aims'}, el('legend', {}, el('h2', {}, t('edition'))), cards.map((one) => {
    const id = idFor('edition', one.id || 'all');
    const held = form.questions.filter((_, index) => inEdition(one.id, index));
    const minutes = held.reduce((sum, question) => sum + minutesFor(question), 0);
    return el('div', {class: 'choice'},
      el('input', {type: 'radio', name: 'edition', id, checked: draft.edition === one.id || (!draft.edition && one === whole),
        onchange: () => { draft.edition = one.id; changed(); keepingPlace(render); }}),
      el('label', {for: id}, el('span', {class: 'words'},
        el('strong', {}, one.id ? tx(one.title) : t('edition_all')),
        tx(one.about) && el('span', {}, tx(one.about)),
        el('span', {class: 'quiet'}, t('edition_size', {count: held.length, time: duration(minutes, 'minutes', 'hours')})))));
  }));
}

function picker(id, label, value, choices, change) {
  return el('div', {class: 'field'}, el('label', {for: id}, label),
    el('select', {id, onchange: (event) => change(event.target.value)},
      choices.map(([key, words]) => el('option', {value: key, selected: key === value}, words))));
}

function draftsSection() {
  const answeredIn = (one) => Object.values(one.answers).filter((answer) => answer.state || answer.value !== undefined).length;
  const line = (one) => t('draft_line', {
    who: [one.unit.id, one.round.id, one.who.ministry || one.who.role].filter(Boolean).join(t('comma')) || t('draft_nameless'),
    answered: answeredIn(one),
    when: new Date(one.changed).toLocaleString(numberTag(), {dateStyle: 'medium', timeStyle: 'short'}),
  });
  const switchTo = (one) => async () => {
    await leaveFor(one());
    resumed = draft.revision > 0;
    go('start');
    tellUnfit();
  };
  return el('section', {},
    el('h2', {}, t('open_title')),
    el('div', {class: 'field'},
      el('label', {for: 'open'}, t('open_file')),
      el('input', {type: 'file', id: 'open', accept: '.json,.html,.htm,application/json,text/html', onchange: openFile})),
    others.length > 0 && el('h3', {}, t('drafts')),
    others.length > 0 && el('ul', {class: 'drafts'}, others.map((one) =>
      el('li', {}, line(one), ' ', button(t('draft_open'), switchTo(() => one), {'aria-label': `${t('draft_open')}: ${line(one)}`})))),
    !isBlank(draft) && button(t('draft_new'), switchTo(blankDraft), {class: 'quiet', id: 'draft-new'}));
}

async function openFile(event) {
  const file = event.target.files[0];
  if (!file) return;
  const {name} = file;
  try {
    const {opened, remarks, lost} = readOpened(await file.text());
    const before = isBlank(draft) ? '' : store.state === 'blocked' ? 'open_window' : 'open_kept';
    await leaveFor(opened);
    changed();
    resumed = true;
    notice = () => [t('open_done', {name}), ...(lost.length ? lostWords(lost) : []),
      ...[...remarks, before].filter(Boolean).map((one) => (typeof one === 'string' ? t(one) : one()))];
  } catch (error) {
    if (!WORDS[error.message]) console.error(error);
    notice = () => [t(WORDS[error.message] ? error.message : 'open_unknown', {name})];
  }
  render();
  document.getElementById('notice').scrollIntoView({block: 'nearest'});
}

function visionBefore() {
  const before = lastVision();
  return before && lastSaid('last-vision', visionLines(before), () => {
    draft.aims = [...before.aims];
    draft.vision = {...before.vision};
  });
}

function visionPage() {
  const {vision} = form;
  const change = (key) => (text) => { draft.vision[key] = text; changed(); };
  const prompt = (key, rows) => {
    const one = vision[key];
    const help = [tx(one.prompt), tx(one.help), key === 'purpose' ? '' : t('vision_lines')].filter(Boolean).join(' ');
    return field('vision-' + key, tx(one.title) || t('vision_' + key), draft.vision[key], change(key), {rows, help});
  };
  return [
    tx(vision.about) && el('p', {class: 'lead'}, tx(vision.about)),
    visionBefore(),
    prompt('purpose', 4),
    prompt('priorities', 5),
    form.outcomes.length > 0 && el('fieldset', {class: 'aims'}, el('legend', {}, t('aims')),
      form.outcomes.map((outcome) => {
        const id = idFor('aim', outcome.id);
        return el('div', {class: 'choice'},
          el('input', {type: 'checkbox', id, checked: draft.aims.includes(outcome.id), onchange: (event) => {
            draft.aims = form.outcomes.map((one) => one.id).filter((one) =>
              (one === outcome.id ? event.target.checked : draft.aims.includes(one)));
            changed();
          }}),
          el('label', {for: id}, el('span', {class: 'words'}, el('strong', {}, tx(outcome.title)),
            tx(outcome.about) && el('span', {}, tx(outcome.about)))));
      })),
    prompt('outcomes', 4),
    prompt('principles', 4),
  ];
}

/** The place of a question: its card, a line while it hangs on an answer that is not there yet, or nothing. */
function fillSlot(slot, state) {
  const question = form.questions[Number(slot.dataset.slot)];
  slot.dataset.asked = state;
  slot.replaceChildren(...(state === 'asked' ? [questionCard(question, slot.dataset.number)]
    : state === 'open' ? [el('p', {class: 'waiting'}, labelOf(question), ' ', el('span', {}, t('hangs_open')))] : []));
}

/** Draws the questions anew that are asked now and were not, or the other way round; the others stay as they are. */
function drawSlots() {
  const states = askedStates(draft.answers, draft.edition);
  for (const slot of document.querySelectorAll('[data-slot]')) {
    const state = states[Number(slot.dataset.slot)];
    if (slot.dataset.asked !== state) fillSlot(slot, state);
  }
}

function chapterPage({node, questions}) {
  const states = askedStates(draft.answers, draft.edition);
  const out = [tx(form.nodes[node].about) && el('p', {class: 'lead'}, tx(form.nodes[node].about))];
  if (questions.some((index) => form.questions[index].type === 'level')) {
    out.push(el('p', {class: 'rule'}, t('choose_highest')));
  }
  let under = node;
  let section = el('section', {});
  const place = steps().findIndex((step) => step.chapter?.node === node) - steps().findIndex((step) => step.chapter) + 1;
  questions.forEach((index, i) => {
    const question = form.questions[index];
    if (question.node !== under) {
      under = question.node;
      out.push(section);
      section = el('section', {}, el('h2', {}, tx(form.nodes[under].title)),
        tx(form.nodes[under].about) && el('p', {class: 'about'}, tx(form.nodes[under].about)));
    }
    const slot = el('div', {'data-slot': String(index), 'data-number': `${place}.${i + 1}`});
    fillSlot(slot, states[index]);
    section.append(slot);
  });
  out.push(section);
  return out;
}
