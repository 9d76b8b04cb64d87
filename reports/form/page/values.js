// What answers are worth, as the engine counts it: branching asks for it.

/** What a text may mean as a number, as people write it ("1 234,5", "12.5 %"): "1,234" may be two, "many" is none. */
function readings(text, percent) {
  let kept = String(text ?? '').replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/\u2212/g, '-').trim();
  if (percent && kept.endsWith('%')) kept = kept.slice(0, -1).trim();
  const grouped = / /.test(kept);
  if (grouped) {
    if (!/^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/.test(kept)) return [];
    kept = kept.replace(/ /g, '');
  }
  const point = kept.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point)) return [];
  const thousands = !grouped && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(kept);
  return thousands ? [Number(point), Number(kept.replace(',', ''))] : [Number(point)];
}

/** The number that a question takes; null where none is meant or more than one may be. */
function numberFor(question, text) {
  const fit = readings(text, question.type === 'percent').filter((x) =>
    !(question.least !== null && x < question.least) && !(question.most !== null && x > question.most) &&
    !(question.goalposts?.log && x <= 0));
  return fit.length === 1 ? fit[0] : null;
}

/** A number as it was written, without the sign that the page puts behind it. */
const bare = (question, value) => (question.type === 'percent' ? String(value).replace(/\s*%\s*$/, '') : String(value));

function stepValue(steps, x) {
  let value = steps[0].value;
  for (const step of steps) {
    if (x >= step.from - 1e-9) value = step.value;
  }
  return value;
}

function placeBetween(posts, x) {
  const log = x > 0 ? Math.log(x / posts.low) : -Infinity;
  const place = posts.log ? log / Math.log(posts.high / posts.low) : (x - posts.low) / (posts.high - posts.low);
  return posts.clamp ? Math.min(1, Math.max(0, place)) : place;
}

/**
 * What an answer is worth: null where there is none that can be counted, otherwise {score, chosen}, where `chosen`
 * are the places of the level or the options.
 */
function worth(question, answer) {
  const value = answer?.value;
  if (value === undefined || value === null || answer.state) return null;
  const options = question.options;
  switch (question.type) {
    case 'level': {
      const levels = scaleOf(question).levels;
      const i = levels.findIndex((level) => level.id === value);
      return i < 0 ? null : {score: levels[i].value, chosen: [i]};
    }
    case 'choice': {
      const i = options.findIndex((option) => option.id === value);
      return i < 0 ? null : {score: options[i].value, chosen: [i]};
    }
    case 'yes_no': {
      const i = value === 'yes' ? 0 : 1;
      return {score: options[i].value, chosen: [i]};
    }
    case 'checklist': {
      const chosen = options.map((_, i) => i).filter((i) => value.includes(options[i].id));
      const sum = chosen.reduce((total, i) => total + options[i].value, 0);
      const all = options.reduce((total, option) => total + option.value, 0);
      const score = question.count === 'share' ? (all > 0 ? sum / all : 0)
        : question.count === 'steps' ? stepValue(question.steps, sum) : sum;
      return {score, chosen};
    }
    case 'grid': {
      const levels = scaleOf(question).levels;
      const scores = options.map((cell) => levels.find((level) => level.id === value[cell.id])).filter(Boolean);
      if (scores.length === 0) return null;
      return {score: scores.reduce((total, level) => total + level.value, 0) / scores.length, chosen: []};
    }
    case 'text':
      return value.trim() ? {score: 0, chosen: []} : null;
    default: {
      const x = numberFor(question, value);
      if (x === null) return null;
      const score = question.steps.length ? stepValue(question.steps, x)
        : question.goalposts ? placeBetween(question.goalposts, x) : x;
      return {score, chosen: []};
    }
  }
}

/** "answered", "dont_know", "not_applicable" or "unanswered". */
function stateOf(question, answer) {
  if (answer?.state) return answer.state;
  return worth(question, answer) ? 'answered' : 'unanswered';
}

/** How many rows of a grid have no level, where some have one; 0 for any other question. */
function openRows(question, answer) {
  if (question.type !== 'grid' || stateOf(question, answer) !== 'answered') return 0;
  return question.options.filter((cell) => !answer.value[cell.id]).length;
}

/** Whether something was written that cannot be counted: a number out of its range. */
function isUnreadable(question, answer) {
  const number = question.type === 'number' || question.type === 'percent';
  return number && !answer?.state && String(answer?.value ?? '').trim() !== '' && !worth(question, answer);
}
