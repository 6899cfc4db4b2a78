#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"

namespace etic {

/// Files of a study to be written: paths relative to its folder, and what stands in them.
using StudyFiles = std::vector<std::pair<std::string, std::string>>;

/// A small working study that teaches by its comments: lib/editing/starter/ as it was when the program was built.
[[nodiscard]] StudyFiles starter_study();

/// A study made for a list of questions.
struct GuidedStudy {
  StudyFiles files;
  std::vector<std::string> unread_columns;  // of the list, by name
};

/// A study for a list of questions: CSV with columns `question` (`G1Q4`) and `text`, and if wanted `subquestion` and
/// `group` (the group's label). Without transcripts yet; `templates/` has one to fill in for each group.
[[nodiscard]] std::optional<GuidedStudy> study_for_questions(const SourceFile& guide, Sink& sink);

/// Writes all files below `folder`, which must not exist or be empty. All of them appear, or none. Returns what went
/// wrong, if anything did.
[[nodiscard]] std::optional<std::string> write_study(const std::string& folder, const StudyFiles& files);

}  // namespace etic
