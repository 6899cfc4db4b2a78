#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editing/study_edit.hpp"

namespace etic {

/// A place where a code is named by its whole id.
struct CodeMention {
  const SourceFile* file;
  Span span;         // without quotes
  std::string name;  // also `new:…` in people's codings
};

/// Every mention of a code: in `has` and `without` of the codebooks, in people's codings, in what memos are about, and
/// in what has no reader of its own, where each word of a value may be one (between white space, commas and `=`), prose
/// such as `statement` excepted. Keys of the codebooks and `exclusive`, which name codes by their last part, are not
/// among them.
[[nodiscard]] std::vector<CodeMention> find_mentions(const StudyEdit& edit);

/// Gives a code a new id wherever it is mentioned, and those below it.
void rename_mentions(StudyEdit& edit, std::string_view from, std::string_view to);

}  // namespace etic
