#include "agreement/unitizing.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace etic {
namespace {

/// A marked stretch, or the gap between two.
struct Section {
  std::int64_t begin = 0;
  std::int64_t length = 0;
  bool marked = false;
  std::uint32_t value = 0;

  [[nodiscard]] std::int64_t end() const { return begin + length; }
};

std::vector<Section> sections_of(const std::vector<MarkedStretch>& stretches, std::int64_t length) {
  std::vector<Section> sections;
  std::int64_t at = 0;
  for (const MarkedStretch& stretch : stretches) {
    if (stretch.begin > at) sections.push_back({at, stretch.begin - at, false, 0});
    sections.push_back({stretch.begin, stretch.length, true, stretch.value});
    at = stretch.begin + stretch.length;
  }
  if (at < length) sections.push_back({at, length - at, false, 0});
  return sections;
}

std::vector<std::vector<Section>> sections_of(const Continuum& continuum) {
  std::vector<std::vector<Section>> sections;
  for (const auto& stretches : continuum.observers) sections.push_back(sections_of(stretches, continuum.length));
  return sections;
}

/// Calls `visit` with every two sections of two observers that overlap, in one pass.
template <class Visit>
void for_each_overlap(const std::vector<Section>& a, const std::vector<Section>& b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    visit(a[i], b[j]);
    if (a[i].end() < b[j].end()) {
      ++i;
    } else if (b[j].end() < a[i].end()) {
      ++j;
    } else {
      ++i;
      ++j;
    }
  }
}

template <class Visit>
void for_each_overlap(const std::vector<std::vector<Section>>& observers, Visit visit) {
  for (std::size_t i = 0; i < observers.size(); ++i) {
    for (std::size_t j = i + 1; j < observers.size(); ++j) for_each_overlap(observers[i], observers[j], visit);
  }
}

double squared(double number) { return number * number; }

/// δ² of two sections that overlap: of two marked ones the squared distances of their ends; of a gap and a marked one
/// that lies in it the square of what is marked.
double distance(const Section& a, const Section& b) {
  if (a.marked && b.marked)
    return squared(static_cast<double>(a.begin - b.begin)) + squared(static_cast<double>(a.end() - b.end()));
  const Section& marked = a.marked ? a : b;
  const Section& gap = a.marked ? b : a;
  const bool lies_in_gap = marked.marked && !gap.marked && gap.begin <= marked.begin && marked.end() <= gap.end();
  return lies_in_gap ? squared(static_cast<double>(marked.length)) : 0;
}

/// Σ over gaps no shorter than `length` of (gap − length + 1), for many lengths.
class GapSums {
 public:
  explicit GapSums(const std::vector<std::vector<Section>>& observers) {
    for (const auto& sections : observers) {
      for (const Section& section : sections) {
        if (!section.marked) gaps_.push_back(section.length);
      }
    }
    std::sort(gaps_.begin(), gaps_.end());
    sums_.resize(gaps_.size() + 1);
    for (std::size_t i = gaps_.size(); i > 0; --i) sums_[i - 1] = sums_[i] + static_cast<double>(gaps_[i - 1]);
  }

  [[nodiscard]] double room_for(std::int64_t length) const {
    const auto first = static_cast<std::size_t>(std::lower_bound(gaps_.begin(), gaps_.end(), length) - gaps_.begin());
    return sums_[first] - static_cast<double>(gaps_.size() - first) * static_cast<double>(length - 1);
  }

 private:
  std::vector<std::int64_t> gaps_;
  std::vector<double> sums_;
};

/// Lengths on which two observers' values meet, both ways, over observers less one; a gap is a value of its own.
class Coincidences {
 public:
  Coincidences(const Continuum& continuum, bool by_value) : observers_(continuum.observers.size()) {
    const std::vector<std::vector<Section>> sections = sections_of(continuum);
    const auto key = [&](const Section& section) {
      return section.marked ? 1 + (by_value ? static_cast<std::int64_t>(section.value) : 0) : 0;
    };
    for_each_overlap(sections, [&](const Section& a, const Section& b) {
      const auto length = static_cast<double>(std::min(a.end(), b.end()) - std::max(a.begin, b.begin));
      if (key(a) == key(b)) same_ += 2 * length / others();
    });
    for (const auto& of_observer : sections) {
      for (const Section& section : of_observer) {
        const auto length = static_cast<double>(section.length);
        total_ += length;
        lengths_[key(section)] += length;
        with_itself_[key(section)] += section.marked ? length * length : length;
      }
    }
  }

  /// A section is never paired with itself by chance: of a marked one all of its length, of a gap each place alone.
  [[nodiscard]] Disagreement disagreement() const {
    double itself = 0;
    for (const auto& [value, length] : with_itself_) itself += length;
    double same_by_chance = 0;
    for (const auto& [value, length] : lengths_) same_by_chance += squared(length) - with_itself_.at(value);
    same_by_chance *= total_ / (squared(total_) - itself);
    return {total_ - same_, total_ - same_by_chance};
  }

 private:
  [[nodiscard]] double others() const { return static_cast<double>(observers_ - 1); }

  std::size_t observers_;
  double total_ = 0;
  double same_ = 0;
  std::map<std::int64_t, double> lengths_;      // by value
  std::map<std::int64_t, double> with_itself_;  // by value
};

}  // namespace

Coefficient alpha_of(const Disagreement& disagreement) {
  constexpr double rounding = 1e-12;
  if (disagreement.expected < rounding) return {0, no_variation};
  return {1 - disagreement.observed / disagreement.expected, {}};
}

Disagreement alpha_u_disagreement(const Continuum& continuum) {
  const std::vector<std::vector<Section>> observers = sections_of(continuum);
  const auto m = static_cast<double>(observers.size());
  const auto length = static_cast<double>(continuum.length);
  if (observers.size() < 2 || continuum.length == 0) return {};
  Disagreement found;
  for_each_overlap(observers, [&](const Section& a, const Section& b) { found.observed += 2 * distance(a, b); });
  found.observed /= m * (m - 1) * squared(length);

  double marked = 0;
  for (const auto& sections : observers)
    marked +=
        static_cast<double>(std::count_if(sections.begin(), sections.end(), [](const Section& s) { return s.marked; }));
  const GapSums gaps(observers);
  double expected = 0;
  double with_itself = 0;
  for (const auto& sections : observers) {
    for (const Section& section : sections) {
      if (!section.marked) continue;
      const auto l = static_cast<double>(section.length);
      expected += (marked - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps.room_for(section.length);
      with_itself += l * (l - 1);
    }
  }
  const double places = m * length * (m * length - 1) - with_itself;
  if (places > 0) found.expected = 2 / length * expected / places;
  return found;
}

Disagreement binary_u_alpha_disagreement(const Continuum& continuum) {
  if (continuum.observers.size() < 2 || continuum.length == 0) return {};
  return Coincidences(continuum, false).disagreement();
}

Disagreement nominal_u_alpha_disagreement(const Continuum& continuum) {
  if (continuum.observers.size() < 2 || continuum.length == 0) return {};
  return Coincidences(continuum, true).disagreement();
}

}  // namespace etic
