#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "editing/study_edit.hpp"

namespace etic {

/// An entry of a codebook as whole lines.
struct EntryText {
  std::string lines;
  std::uint32_t indentation = 0;  // of its key
};

/// Whether the code's entry can be taken out by lines; reports where it cannot, which names file and line.
[[nodiscard]] bool can_take_entry(const StudyEdit& edit, CodeId code, Sink& sink);

/// Takes out the code's entry, with the comments right above it and the changes made inside it so far: also from its
/// theme's `exclusive`, and `codes:` itself with the last one.
[[nodiscard]] EntryText take_entry(StudyEdit& edit, CodeId code);

/// Whether `parent` can be given a further code by lines; reports where it cannot.
[[nodiscard]] bool can_put_entry(const StudyEdit& edit, const CodeParent& parent, Sink& sink);

/// Puts an entry behind all others of `parent`, set in as they are; and last into `exclusive`.
void put_entry(StudyEdit& edit, const CodeParent& parent, std::string_view part, const EntryText& entry);

/// Columns by which a codebook sets in what belongs to an entry.
[[nodiscard]] std::uint32_t usual_step(const StudyEdit& edit, BookId book);

/// Reports that an entry stands in brackets.
void report_brackets(const SourceFile& file, const YamlEntry& entry, Sink& sink);

}  // namespace etic
