#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/ledger.hpp"
#include "coding/memo.hpp"
#include "diagnostics/sink.hpp"
#include "editing/file_edit.hpp"
#include "editing/yaml_entry.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Where a code can stand: below a theme, or at the top of a book.
struct CodeParent {
  BookId book;
  std::optional<CodeId> theme;
};

/// All files of a study that name codes, as they are on disk, and what is to be changed in them. Nothing is written
/// here. What it was made of must outlive it.
class StudyEdit {
 public:
  /// Reads the YAML of codebooks, conclusions and tables once more, with the places of everything. A file that does not
  /// parse is reported: what stands behind its error could not be edited.
  StudyEdit(const FileTree& files, const std::string& folder, const Study& study, const Codebooks& books,
            const Ledger& ledger, const Memos& memos, Sink& sink);

  [[nodiscard]] const Codebooks& books() const { return books_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const Memos& memos() const { return memos_; }

  [[nodiscard]] const SourceFile& file_of(BookId book) const { return *books_.book(book).file; }
  [[nodiscard]] YamlEntry document(BookId book) const;

  /// The code's entry; not of a code in a dictionary.
  [[nodiscard]] YamlEntry entry_of(CodeId code) const;

  /// The entry of a theme or of a whole book: what holds the `codes:` of those below.
  [[nodiscard]] YamlEntry entry_of(const CodeParent& parent) const;
  [[nodiscard]] CodeParent parent_of(CodeId code) const;

  /// The id of a code with this last part below `parent`.
  [[nodiscard]] std::string name_below(const CodeParent& parent, std::string_view part) const;

  /// What names codes and has no reader of its own: the conclusions, and `tables:` of study.yaml.
  struct Findings {
    const SourceFile* file;
    YamlEntry entry;
  };
  [[nodiscard]] std::vector<Findings> findings() const;

  /// The changes to one of the study's files.
  [[nodiscard]] FileEdit& of(const SourceFile& file);

  /// Says that a code, and what stands below it, has another id from now on.
  void note_rename(std::string_view from, std::string_view to) { renames_.emplace_back(from, to); }

  /// A code's id after the edit.
  [[nodiscard]] std::string id_after(const std::string& id) const;

  /// Changes to files, in natural order of their paths; files without any are left out.
  [[nodiscard]] std::vector<const FileEdit*> changes() const;

 private:
  [[nodiscard]] static YamlNode parse(const SourceFile& file, Sink& sink);

  const Study& study_;
  const Codebooks& books_;
  const Ledger& ledger_;
  const Memos& memos_;
  std::vector<YamlNode> documents_;  // by book
  YamlNode study_document_;
  std::unique_ptr<SourceFile> conclusions_;  // none: the study has none
  YamlNode conclusions_document_;
  std::map<std::string, FileEdit> edits_;  // by path
  std::vector<std::pair<std::string, std::string>> renames_;
};

/// Whether an id is a code's or of something below it.
[[nodiscard]] bool is_or_is_below(std::string_view id, std::string_view code);

/// The last part of a code's id: `quiet` of `use.quiet`.
[[nodiscard]] std::string_view last_part(std::string_view id);

/// A scalar's text without its quotes.
[[nodiscard]] Span inside_quotes(const SourceFile& file, Span scalar);

}  // namespace etic
