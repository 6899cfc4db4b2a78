#pragma once

#include <string>
#include <vector>

#include "conclusions/finding.hpp"

namespace etic {

/// Conclusions as pairs of bars, SVG: of each sentence's base those for it to the right, those against it to the left,
/// with the figures, what the sentence says and its verdict. A respondent may be on both sides.
[[nodiscard]] std::string conclusion_picture(const std::vector<Finding>& findings, const CodedCorpus& coded);

}  // namespace etic
