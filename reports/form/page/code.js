// The answer code: what a person can dictate when no file can leave the computer. docs/answer-code.md describes
// it; engine/exchange/answer_code.cpp reads it.

const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** CRC-15 (polynomial 0x4599) over five bits of each value. */
function crc15(values) {
  let crc = 0;
  for (const value of values) {
    for (let bit = 4; bit >= 0; bit--) {
      const flip = ((value >> bit) ^ (crc >> 14)) & 1;
      crc = (crc << 1) & 0x7fff;
      if (flip) crc ^= 0x4599;
    }
  }
  return crc;
}

/** `count` digits in base 32, most significant first. */
function digits32(number, count) {
  const out = [];
  for (let i = 0; i < count; i++) {
    out.unshift(Number(number % 32n));
    number /= 32n;
  }
  return out;
}

/** The answers to questions of type level, in groups of four characters. */
function answerCode(answers, edition) {
  let number = 0n;
  let combinations = 1n;
  form.questions.forEach((question, index) => {
    if (question.type !== 'level' || !inEdition(edition, index)) return;
    const levels = scaleOf(question).levels;
    const answer = answers[question.id];
    const state = stateOf(question, answer);
    const digit = state === 'dont_know' ? 1
      : state === 'not_applicable' ? levels.length + 2
        : state === 'answered' ? worth(question, answer).chosen[0] + 2 : 0;
    const states = BigInt(levels.length + (question.not_applicable ? 3 : 2));
    number = number * states + BigInt(digit);
    combinations *= states;
  });
  let length = 0;
  for (let most = combinations - 1n; most > 0n; most /= 32n) length++;
  const place = form.editions.findIndex((one) => one.id === edition) + 1;
  const head = [1, place, ...digits32(BigInt('0x' + form.fingerprint.slice(0, 5)), 4)];
  const values = [...head, ...digits32(number, length)];
  const all = [...values, ...digits32(BigInt(crc15(values)), 3)];
  return all.map((value) => CODE_ALPHABET[value]).join('').replace(/.{4}(?=.)/g, '$&-');
}
