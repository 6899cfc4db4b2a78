#pragma once

#include <string>
#include <vector>

#include "conclusions/finding.hpp"
#include "diagnostics/sink.hpp"
#include "editing/file_edit.hpp"

namespace etic {

/// Something of a finding that is not as the researcher signed it off.
struct Change {
  const Finding* finding = nullptr;
  std::string what;  // `verdict`, `support`, `against`, `base`
  std::string signed_off;
  std::string now;
};

/// What is not as signed off, verdicts and figures. A sentence for which nothing is expected is expected to be
/// supported, unless it is left to interpretation or declares no evidence.
[[nodiscard]] std::vector<Change> find_changes(const std::vector<Finding>& findings);

/// The conclusions' file with verdict and figures of these findings as what is expected. Comments, order and everything
/// else stay, and so does a conclusion that is signed off as found. A verdict that is not comfortable wants a reason:
/// the one that stands there for it, or `reason`, which then takes its place; a verdict that has become comfortable
/// leaves none. Reported and left out: one that wants a reason and gets none, and one written in brackets.
[[nodiscard]] FileEdit sign_off(const Conclusions& conclusions, const std::vector<const Finding*>& findings,
                                const std::string& reason, Sink& sink);

}  // namespace etic
