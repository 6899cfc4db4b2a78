#pragma once

#include <string>

#include "editing/study_edit.hpp"

namespace etic {

/// What the entry of a new code holds; nothing is written of what is empty but the definition.
struct NewCode {
  std::string part;  // of its id, the last
  std::string label;
  std::string definition;
  std::string questions;  // a list of question codes: `G1Q4-6, G2Q1`
};

/// Writes an entry for a code that coders proposed, behind all others of `parent`, and makes the proposals codings of
/// it. False where that cannot be; then the sink says why and nothing is changed.
[[nodiscard]] bool promote_proposal(StudyEdit& edit, const std::string& proposal, const CodeParent& parent,
                                    const NewCode& code, Sink& sink);

/// Makes the proposals codings of a code that there is already. False, and reported, where nobody proposes it.
[[nodiscard]] bool adopt_proposal(StudyEdit& edit, const std::string& proposal, CodeId code, Sink& sink);

}  // namespace etic
