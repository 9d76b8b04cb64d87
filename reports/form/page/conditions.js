// Which questions are asked: the same three-valued logic as engine/scoring/asked.cpp.

const NO = 0, OPEN = 1, YES = 2;

/**
 * For each question "asked", "open" (hangs on an answer that is not there yet) or "not_asked".
 * `answers` by id; `edition` an id or ''.
 */
function askedStates(answers, edition) {
  const out = [];

  function resolve(index) {
    if (out[index]) return out[index];
    if (!inEdition(edition, index)) return (out[index] = 'not_asked');
    out[index] = 'not_asked';
    const condition = form.questions[index].ask_if;
    const truth = condition ? holds(condition) : YES;
    return (out[index] = truth === YES ? 'asked' : truth === OPEN ? 'open' : 'not_asked');
  }

  function holds(condition) {
    if (condition.kind === 'all') return Math.min(YES, ...condition.parts.map(holds));
    if (condition.kind === 'none') return Math.min(YES, ...condition.parts.map((part) => YES - holds(part)));
    if (condition.kind === 'any') return Math.max(NO, ...condition.parts.map(holds));
    const asked = resolve(condition.question);
    const question = form.questions[condition.question];
    const answer = answers[question.id];
    const state = stateOf(question, answer);
    if (asked === 'not_asked' || state === 'not_applicable') return NO;
    if (state !== 'answered') return OPEN;
    if (!fulfils(condition, worth(question, answer))) return NO;
    return asked === 'open' ? OPEN : YES;
  }

  function fulfils(condition, {score, chosen}) {
    if (condition.kind === 'answered') return true;
    if (condition.kind === 'at_least') return score >= condition.value - 1e-9;
    if (condition.kind === 'at_most') return score <= condition.value + 1e-9;
    return condition.options.some((option) => chosen.includes(option));
  }

  form.questions.forEach((_, index) => resolve(index));
  return out;
}
