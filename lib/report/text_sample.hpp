#pragma once

#include <cstddef>
#include <vector>

#include "coding/coded_corpus.hpp"
#include "conclusions/finding.hpp"

namespace etic {

/// How many bytes of transcripts a page may hold.
struct TextRoom {
  std::size_t whole = 0;   // where all fit in so many, all of them
  std::size_t sample = 0;  // else a sample of so many
};

/// Answers whose words a page of limited size holds: by answer, true for those chosen.
///
/// All of them where there is room for all. Otherwise for each code as many answers that bear it, and for
/// each side of each finding as many answers behind it, as fit, the same number each and spread evenly over the study;
/// no chance is at work. Where even one each is too much, the first of them that fit.
[[nodiscard]] std::vector<bool> sample_texts(const CodedCorpus& coded, const std::vector<Finding>& findings,
                                             const TextRoom& room);

}  // namespace etic
