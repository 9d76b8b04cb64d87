#pragma once

#include <optional>
#include <vector>

#include "engine/exchange/take_items.hpp"
#include "engine/instrument/model.hpp"

namespace sextant::exchange {

/// The list of evidence that the entries "evidence.title", "evidence.year" ... of a question make together;
/// nothing where no source has a title. What is no part of a source is refused, and so is a source without a
/// title.
std::optional<Tree> sources_of(const Question& question, const std::vector<const Entry*>& entries,
                               Items& items, Refusals& refuse);

}  // namespace sextant::exchange
