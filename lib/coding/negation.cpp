#include "coding/negation.hpp"

#include <algorithm>

namespace etic {

const WordRange* latest_before(const WordRange* begin, const WordRange* end, std::uint32_t word) {
  const WordRange* after =
      std::lower_bound(begin, end, word, [](const WordRange& range, std::uint32_t w) { return range.last < w; });
  return after == begin ? nullptr : after - 1;
}

NegationFinder::NegationFinder(const Negation& negation, ElementTable& elements)
    : scope_(negation.scope), has_cues_(!negation.cues.empty()) {
  cue_ = elements.add(negation.cues);
  not_cue_ = elements.add(negation.not_cues);
  stop_ = elements.add(negation.stops);
}

void NegationFinder::settle() {
  if (settled_) return;
  settled_ = true;
  cues_ = found_->hits(cue_);
  stops_ = found_->hits(stop_);
  for (std::size_t i = 1; i < stops_.size(); ++i) stops_[i].first = std::max(stops_[i].first, stops_[i - 1].first);

  std::vector<WordRange> not_cues = found_->hits(not_cue_);
  if (not_cues.empty()) return;
  std::sort(not_cues.begin(), not_cues.end());
  for (std::size_t i = 1; i < not_cues.size(); ++i) not_cues[i].last = std::max(not_cues[i].last, not_cues[i - 1].last);
  const auto inside_not_cue = [&](const WordRange& cue) {
    const auto after =
        std::upper_bound(not_cues.begin(), not_cues.end(), cue.first,
                         [](std::uint32_t first, const WordRange& other) { return first < other.first; });
    return after != not_cues.begin() && std::prev(after)->last >= cue.last;
  };
  cues_.erase(std::remove_if(cues_.begin(), cues_.end(), inside_not_cue), cues_.end());
}

bool NegationFinder::stopped(std::uint32_t cue_last, std::uint32_t word) const {
  const WordRange* stop = latest_before(stops_.data(), stops_.data() + stops_.size(), word);
  return stop != nullptr && stop->first > cue_last;
}

/// The last cue before the word that reaches it, if that stands in the same sentence; or null.
const WordRange* NegationFinder::cue_in_reach(std::uint32_t word) {
  settle();
  const WordRange* cue = latest_before(cues_.data(), cues_.data() + cues_.size(), word);
  return cue != nullptr && word - cue->last <= scope_ && !stopped(cue->last, word) ? cue : nullptr;
}

bool NegationFinder::stands_between(std::uint32_t left, std::uint32_t right) {
  if (!has_cues_ || found_->hits(cue_).empty()) return false;
  settle();
  for (const WordRange* cue = latest_before(cues_.data(), cues_.data() + cues_.size(), right); cue != nullptr; --cue) {
    if (cue->last <= left || stopped(cue->last, right)) return false;
    if (cue->first > left) return true;
    if (cue == cues_.data()) return false;
  }
  return false;
}

}  // namespace etic
