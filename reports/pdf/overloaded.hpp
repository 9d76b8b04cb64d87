#pragma once

namespace sextant::pdf {

/// Several lambdas as one function object, for std::visit.
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace sextant::pdf
