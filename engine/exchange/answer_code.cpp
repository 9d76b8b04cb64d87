#include "engine/exchange/answer_code.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant::exchange {

namespace {

constexpr std::uint32_t kBase = 32;
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kHead = 6;  ///< format, edition, four of the instrument
constexpr std::size_t kCheck = 3;

/// A number by its digits in base 32, most significant first.
using Digits = std::vector<std::uint32_t>;

/// Divides in place and returns the remainder.
std::uint32_t divide(Digits& digits, std::uint32_t by) {
  std::uint32_t rest = 0;
  for (std::uint32_t& digit : digits) {
    const std::uint32_t x = rest * kBase + digit;
    digit = x / by;
    rest = x % by;
  }
  return rest;
}

/// How many digits the numbers below `product` of the factors take.
std::size_t digits_below(const std::vector<std::uint32_t>& factors) {
  Digits product = {1};  // least significant first
  for (const std::uint32_t factor : factors) {
    std::uint32_t carry = 0;
    for (std::uint32_t& digit : product) {
      const std::uint32_t x = digit * factor + carry;
      digit = x % kBase;
      carry = x / kBase;
    }
    for (; carry > 0; carry /= kBase) product.push_back(carry % kBase);
  }
  const bool power = product.back() == 1 && std::count(product.begin(), product.end(), 0U) ==
                                                static_cast<std::ptrdiff_t>(product.size()) - 1;
  return product.size() - (power ? 1 : 0);
}

std::uint32_t states_of(const Instrument& instrument, const Question& question) {
  const std::size_t levels = instrument.scales[question.scale].levels.size();
  return static_cast<std::uint32_t>(levels + (question.not_applicable ? 3 : 2));
}

std::vector<std::size_t> coded_questions(const Instrument& instrument, std::size_t edition) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < instrument.questions.size(); ++i) {
    if (edition > 0 && !instrument.editions[edition - 1].asked[i]) continue;
    if (instrument.questions[i].type == QuestionType::level) out.push_back(i);
  }
  return out;
}

/// How many digits hold every combination of answers.
std::size_t payload_length(const Instrument& instrument, const std::vector<std::size_t>& questions) {
  std::vector<std::uint32_t> factors;
  for (const std::size_t q : questions) factors.push_back(states_of(instrument, instrument.questions[q]));
  return digits_below(factors);
}

/// The first twenty bits of the instrument's fingerprint.
std::uint32_t instrument_bits(const Instrument& instrument) {
  std::uint32_t out = 0;
  for (const char c : instrument.fingerprint.substr(0, 5)) {
    out = out * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return out;
}

}  // namespace

std::uint32_t crc15(const std::vector<std::uint32_t>& values) {
  std::uint32_t crc = 0;
  for (const std::uint32_t value : values) {
    for (int bit = 4; bit >= 0; --bit) {
      const bool flip = (((value >> bit) ^ (crc >> 14U)) & 1U) != 0;
      crc = (crc << 1U) & 0x7FFFU;
      if (flip) crc ^= 0x4599U;
    }
  }
  return crc;
}

namespace {

/// Reads the values of a code's characters.
CodedAnswers read_values(Digits values, const Instrument& instrument) {
  CodedAnswers out;
  const auto number = [&values](std::size_t from, std::size_t to) {
    std::uint32_t x = 0;
    for (; from < to; ++from) x = x * kBase + values[from];
    return x;
  };
  const auto of_instrument = [&] {
    return values[0] == kFormat && number(2, kHead) == instrument_bits(instrument) &&
           values[1] <= instrument.editions.size();
  };
  out.length = values.size();
  if (values.size() >= kHead && of_instrument())
    out.wanted = kHead + payload_length(instrument, coded_questions(instrument, values[1])) + kCheck;
  if (values.size() < kHead + kCheck) {
    out.problem = CodedAnswers::Problem::length;
    return out;
  }
  const std::uint32_t check = number(values.size() - kCheck, values.size());
  values.resize(values.size() - kCheck);
  if (check != crc15(values)) {
    out.problem = out.wanted > 0 && out.wanted != out.length ? CodedAnswers::Problem::length
                                                             : CodedAnswers::Problem::checksum;
    return out;
  }
  const std::size_t edition = values[1];
  if (!of_instrument()) {
    out.problem = CodedAnswers::Problem::instrument;
    return out;
  }
  const std::vector<std::size_t> questions = coded_questions(instrument, edition);
  Digits payload = values;
  payload.erase(payload.begin(), payload.begin() + kHead);
  if (payload.size() != payload_length(instrument, questions)) {
    out.problem = CodedAnswers::Problem::length;
    return out;
  }
  if (edition > 0) out.edition = instrument.editions[edition - 1].id;
  for (auto it = questions.rbegin(); it != questions.rend(); ++it) {
    const Question& question = instrument.questions[*it];
    const auto& levels = instrument.scales[question.scale].levels;
    const std::uint32_t digit = divide(payload, states_of(instrument, question));
    if (digit == 0) continue;
    const std::string text = digit == 1                  ? "dont_know"
                             : digit - 2 < levels.size() ? levels[digit - 2].id
                                                         : "not_applicable";
    out.answers.push_back({*it, text});
  }
  std::reverse(out.answers.begin(), out.answers.end());
  if (std::any_of(payload.begin(), payload.end(), [](std::uint32_t digit) { return digit > 0; })) {
    out.problem = CodedAnswers::Problem::length;
    out.answers.clear();
  }
  return out;
}

/// Which single characters could be the wrong one: with another in its place the whole would be a code of the
/// instrument. Never empty where one is wrong and no more.
std::vector<std::size_t> wrong_ones(const Digits& values, const Instrument& instrument) {
  std::vector<std::size_t> out;
  const auto fits = [](const Digits& all) {
    std::uint32_t check = 0;
    for (std::size_t i = all.size() - kCheck; i < all.size(); ++i) check = check * kBase + all[i];
    return check == crc15({all.begin(), all.end() - kCheck});
  };
  Digits trial = values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::uint32_t other = 0; other < kBase; ++other) {
      trial[i] = other;
      if (other == values[i] || !fits(trial)) continue;
      if (read_values(trial, instrument).problem != CodedAnswers::Problem::none) continue;
      out.push_back(i);
      break;
    }
    trial[i] = values[i];
  }
  return out;
}

}  // namespace

CodedAnswers decode(std::string_view code, const Instrument& instrument) {
  CodedAnswers out;
  Digits values;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < code.size();) {
    const std::size_t at = i;
    char32_t c = utf8::next(code, i);
    // Word processors turn dashes and blanks into others.
    constexpr std::u32string_view kGaps = U" -\n\t\r\u00A0\u202F\u2010\u2011\u2012\u2013\u2014\u2212";
    if (kGaps.find(c) != std::u32string_view::npos) continue;
    if (c >= 'a' && c <= 'z') c = c - 'a' + 'A';
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const std::size_t value = c < 0x80 ? kAlphabet.find(static_cast<char>(c)) : std::string_view::npos;
    if (value == std::string_view::npos) {
      out.problem = CodedAnswers::Problem::character;
      out.at = at;
      return out;
    }
    values.push_back(static_cast<std::uint32_t>(value));
    places.push_back(at);
  }
  out = read_values(values, instrument);
  // No code is longer by far; what is may be any text.
  constexpr std::size_t kLongest = 400;
  if (out.problem != CodedAnswers::Problem::checksum || values.size() > kLongest) return out;
  for (const std::size_t index : wrong_ones(values, instrument))
    out.suspects.push_back({index, places[index]});
  return out;
}

}  // namespace sextant::exchange
