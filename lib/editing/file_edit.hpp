#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_file.hpp"

namespace etic {

/// Lines of a file before and after an edit. What is only taken away has none after, what is only put in none before.
struct ChangedLines {
  std::uint32_t line = 1;  // of the file as it is, from which `before` stands or before which `after` is put in
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// Changes to one file by stretches of its bytes. Every other byte stays: comments, order, quotes, line breaks.
/// The file must outlive this.
class FileEdit {
 public:
  explicit FileEdit(const SourceFile& file) : file_(&file) {}

  /// Stretches that are replaced must not overlap.
  void replace(Span stretch, std::string text);
  void insert(std::uint32_t at, std::string text) { replace({at, at}, std::move(text)); }

  /// Puts whole lines in where a line begins, or at the end of a file whose last line has no line break.
  void insert_lines(std::uint32_t at, std::string lines);

  /// Takes a stretch out and returns it with the changes made inside it so far.
  std::string cut(Span stretch);

  [[nodiscard]] const SourceFile& file() const { return *file_; }
  [[nodiscard]] bool empty() const { return replacements_.empty(); }

  /// The whole file with its changes.
  [[nodiscard]] std::string result() const;

  /// What changes, line by line, in the file's order.
  [[nodiscard]] std::vector<ChangedLines> changed_lines() const;

 private:
  struct Replacement {
    Span stretch;
    std::string text;
  };
  using Iterator = std::vector<Replacement>::const_iterator;

  [[nodiscard]] std::string applied(Span stretch, Iterator first, Iterator last) const;
  [[nodiscard]] Span whole_lines(const Replacement& replacement) const;

  const SourceFile* file_;
  std::vector<Replacement> replacements_;  // by place; what is put in before what stands there
};

/// The line break that a file has: CRLF where its first line ends with it.
[[nodiscard]] std::string_view line_break_of(const SourceFile& file);

/// Where the line begins in which `at` stands.
[[nodiscard]] std::uint32_t line_begin(const SourceFile& file, std::uint32_t at);

/// Where the next line begins, or the file ends.
[[nodiscard]] std::uint32_t next_line(const SourceFile& file, std::uint32_t at);

}  // namespace etic
