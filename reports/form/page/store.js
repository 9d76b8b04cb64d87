// Where the answers are kept while they are given. IndexedDB with strict durability is the one that survives a
// power cut; localStorage is a mirror that may be seconds behind. Both are refused by some policies.

const STORE = 'sextant-form';
/** Chromium has one store for all pages of file://, so every key names its questionnaire. */
const SPACE = [form.id, form.version, form.given.unit, form.given.round].join('|');

const store = {
  db: null,
  mirror: false,     // localStorage works
  saving: 0,         // how many writes are under way
  dirty: false,      // something has changed since the last of them began
  base: null,        // the draft as it was last read or sent to be written: what others' changes are told by
  written: null,     // the draft as it was last read or is known to be written
  state: 'starting', // 'kept', 'mirror', 'blocked'
  savedAt: null,
  copies: 0,         // how often another window had changed the same answer
  waiting: [],       // who waits until nothing is under way
};

const copyOf = (value) => JSON.parse(JSON.stringify(value));

/** What is now known to be kept; null where nothing is. */
function setBase(one) {
  store.base = one && copyOf(one);
  store.written = store.base;
}

function openDatabase() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(STORE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('drafts');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
      setTimeout(() => resolve(null), 5000);
    } catch {
      resolve(null);
    }
  });
}

function mirrorWorks() {
  try {
    localStorage.setItem(STORE + '-probe', '1');
    localStorage.removeItem(STORE + '-probe');
    return true;
  } catch {
    return false;
  }
}

const keyOf = (id) => `${SPACE}|${id}`;

function readMirror() {
  const out = [];
  if (!store.mirror) return out;
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (!key.startsWith(`${STORE}:${SPACE}|`)) continue;
    try {
      out.push(JSON.parse(localStorage.getItem(key)));
    } catch { /* half a mirror is no mirror */ }
  }
  return out;
}

function readDatabase() {
  return new Promise((resolve) => {
    if (!store.db) return resolve([]);
    const range = IDBKeyRange.bound(`${SPACE}|`, `${SPACE}|\uffff`);
    const request = store.db.transaction('drafts').objectStore('drafts').getAll(range);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve([]);
  });
}

/** Every draft of this questionnaire that is kept in this browser, the newest first. */
async function keptDrafts() {
  const newest = new Map();
  for (const one of [...await readDatabase(), ...readMirror()]) {
    if (one?.id && one.revision > (newest.get(one.id)?.revision ?? -1)) newest.set(one.id, one);
  }
  return [...newest.values()].sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

async function openStore() {
  store.mirror = mirrorWorks();
  store.db = await openDatabase();
  if (store.db) {
    store.db.onversionchange = () => store.db.close();
    store.state = 'kept';
  } else {
    store.state = store.mirror ? 'mirror' : 'blocked';
  }
}

/** Marks the draft as changed and has it written. */
function changed() {
  draft.revision++;
  draft.changed = new Date().toISOString();
  store.dirty = true;
  save();
  showState();
}

/**
 * Writes the draft at once. A second write may start while the first is on its way to the disk; changes that come
 * while two are under way go into the next. A write belongs to the draft that it began with, and to no other.
 */
function save() {
  if (store.saving >= 2 || !store.dirty) return;
  store.dirty = false;
  if (!store.db) return saveMirror();
  store.saving++;
  const {db} = store;
  const {id} = draft;
  let transaction;
  try {
    transaction = db.transaction('drafts', 'readwrite', {durability: 'strict'});
  } catch {
    return lostDatabase();
  }
  const drafts = transaction.objectStore('drafts');
  const request = drafts.get(keyOf(id));
  let sent = null;
  request.onsuccess = () => {
    if (draft.id !== id) return transaction.commit();
    mergeWith(request.result);
    sent = copyOf(draft);
    store.base = sent;
    drafts.put(sent, keyOf(id));
    transaction.commit();
  };
  transaction.oncomplete = () => {
    if (store.db !== db) return; // the one beside it was refused: the mirror has gone on from there
    store.saving--;
    if (sent && draft.id === id) {
      store.written = sent;
      store.savedAt = new Date();
      if (store.saving === 0 && !store.dirty) writeMirror(draft);
      tellOthers();
    }
    showState();
    save();
    endWaiting();
  };
  transaction.onabort = () => store.db === db && lostDatabase();
}

/** The database refuses (the disk is full, a policy came): go on with the mirror, and say so. */
function lostDatabase() {
  store.saving = 0;
  store.db = null;
  store.base = store.written;
  saveMirror();
  endWaiting();
}

/** Resolves when no change waits to be written and no write is under way: a draft is left only then. */
function settled() {
  return store.saving || store.dirty ? new Promise((resolve) => store.waiting.push(resolve)) : Promise.resolve();
}

function endWaiting() {
  if (store.saving || store.dirty) return;
  for (const resolve of store.waiting.splice(0)) resolve();
}

function saveMirror() {
  if (store.mirror) mergeWith(readMirror().find((one) => one.id === draft.id));
  const done = writeMirror(draft);
  store.state = done ? 'mirror' : 'blocked';
  if (done) {
    setBase(draft);
    store.savedAt = new Date();
    tellOthers();
  }
  showState();
}

function writeMirror(value) {
  try {
    localStorage.setItem(`${STORE}:${keyOf(value.id)}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The parts of a draft that may be changed apart from each other, by path. */
function partsOf(one) {
  const out = {};
  for (const [key, value] of Object.entries(one)) {
    if (['id', 'revision', 'changed', 'language'].includes(key)) continue;
    const split = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (!split) out[key] = value;
    else for (const [inner, each] of Object.entries(value)) out[key + '\n' + inner] = each;
  }
  return out;
}

function setPart(one, path, value) {
  const [key, inner] = path.split('\n');
  if (inner === undefined) one[key] = value;
  else if (value === undefined) delete one[key][inner];
  else one[key][inner] = value;
}

/**
 * Another window may have changed the same draft. What only it changed is taken; where both changed the same answer,
 * this window's stays and the other's goes to a draft of its own: nothing is overwritten. What is older than this
 * window's base is no change: a mirror that stayed behind.
 */
function mergeWith(theirs) {
  if (!theirs || !store.base || theirs.revision <= store.base.revision) return;
  const [base, mine, other] = [store.base, draft, theirs].map(partsOf);
  let clash = false;
  let taken = false;
  for (const path of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(other)])) {
    const [was, is, there] = [base, mine, other].map((parts) => JSON.stringify(parts[path]));
    if (there === was || there === is) continue;
    if (is !== was) {
      clash = true;
    } else {
      setPart(draft, path, other[path] === undefined ? undefined : copyOf(other[path]));
      taken = true;
    }
  }
  draft.revision = Math.max(draft.revision, theirs.revision) + 1;
  if (clash) keepApart(theirs);
  if (taken || clash) setTimeout(() => keepingPlace(render), 0);
}

function keepApart(theirs) {
  const copy = {...copyOf(theirs), id: randomId()};
  store.copies++;
  writeMirror(copy);
  if (!store.db) return;
  store.db.transaction('drafts', 'readwrite', {durability: 'strict'}).objectStore('drafts').put(copy, keyOf(copy.id));
}

const channel = (() => {
  try {
    return new BroadcastChannel(STORE);
  } catch {
    return null;
  }
})();

function tellOthers() {
  channel?.postMessage(keyOf(draft.id));
}

/** Takes what another window has written, if this one has nothing of its own under way. */
async function lookForOthers() {
  if (!draft || store.dirty || store.saving) return;
  const theirs = (await keptDrafts()).find((one) => one.id === draft.id);
  if (!theirs || !store.base || theirs.revision <= store.base.revision || store.dirty || store.saving) return;
  draft = {...theirs, language: draft.language};
  fitDraft(draft);
  setBase(draft);
  keepingPlace(render);
}

if (channel) channel.onmessage = (message) => draft && message.data === keyOf(draft.id) && lookForOthers();
addEventListener('focus', lookForOthers);

/** Before the window closes: warn where nothing could be kept. */
addEventListener('beforeunload', (event) => {
  if (draft && store.state === 'blocked' && [draft, ...others].some((one) => !isBlank(one))) event.preventDefault();
});

/** What the draft at hand held as it was taken up, and this page does not take. */
let unfit = [];

/** Makes a draft the one at hand; `base` is what of it is known to be kept. */
function takeUp(one, base) {
  draft = copyOf(one);
  unfit = fitDraft(draft);
  setBase(base);
  const tongue = form.languages.indexOf(one.language);
  if (tongue >= 0) language = tongue;
}

/** Drafts without the one at hand and without blank ones, each once and as it was changed last, the newest first. */
function othersAmong(drafts) {
  const newest = new Map();
  for (const one of drafts) {
    if (one.revision > (newest.get(one.id)?.revision ?? 0)) newest.set(one.id, one);
  }
  return [...newest.values()].filter((one) => one.id !== draft.id && !isBlank(one))
    .sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

/**
 * Leaves the draft at hand for another one, when all of it is written. Where nothing can be written, the one that is
 * left stands among the others as long as the window is open.
 */
async function leaveFor(one) {
  let kept = [];
  do {
    await settled();
    kept = await keptDrafts();
  } while (store.saving || store.dirty);
  const before = draft;
  const there = kept.find((each) => each.id === one.id);
  takeUp(there && there.revision > one.revision ? there : one, there ?? null);
  others = othersAmong([before, ...others, ...kept]);
}

/** Which draft to start with: the one in this page, as it went on here; else the newest that is kept; else a blank one. */
async function resume() {
  const kept = await keptDrafts();
  const {opened: inside, lost = []} = draftInPage() ?? {};
  const same = inside && kept.find((one) => one.id === inside.id);
  const chosen = inside ? (same && same.revision >= inside.revision ? same : inside) : kept[0];
  // Two windows of one filled copy begin with the same answers: those are what the other's changes are told by.
  takeUp(chosen ?? blankDraft(), chosen ?? null);
  if (inside && chosen === inside) unfit = [...lost, ...unfit];
  return {resumed: Boolean(chosen), others: othersAmong(kept)};
}
