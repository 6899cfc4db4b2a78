#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/rule.hpp"
#include "study/question_set.hpp"
#include "text/source_file.hpp"

namespace etic {

using BookId = Id<struct BookSort>;

/// Words that turn a statement round. Without cues nothing is ever negated.
struct Negation {
  std::vector<Phrase> cues;
  std::vector<Phrase> not_cues;  // phrases in which a cue is none: `not only`
  std::vector<Phrase> stops;     // words that end a cue's reach
  std::uint32_t scope = 6;       // words before the match within which a cue negates
};

/// Where a codebook points at an answer: `example: G1-01 G1Q5`.
struct Example {
  std::string text;
  Span place;
};

/// An entry of a codebook. A theme is a code with children; its id stands for all of them.
struct Code {
  std::string name;  // the dotted path, unique over all books
  std::string label;
  std::string definition;
  std::string when_to_use;
  std::string when_not_to_use;
  std::vector<Example> examples;
  BookId book;
  std::optional<CodeId> parent;
  std::vector<CodeId> children;
  QuestionSet scope;              // where the code can occur; of a theme: the union over its codes
  QuestionSet prompted_by;        // questions whose own wording suggests it
  std::vector<CodeId> exclusive;  // of a theme: at most one of these an answer; among rules the first listed wins
  bool excludes_all = false;      // an answer that bears it bears no other code
  std::vector<Rule> rules;
  int depth = 0;  // 0 for a code at the top of its book
  Span place;     // the key in the book's file

  [[nodiscard]] bool is_theme() const { return !children.empty(); }
};

struct Codebook {
  std::string name;
  std::string label;
  std::string language;
  Negation negation;
  bool is_dictionary = false;  // read from a dictionary of nested lists, which has no definitions
  std::unique_ptr<SourceFile> file;
};

/// All books of a study. Codes stand in the books' order, a theme before its codes.
struct Codebooks {
  std::vector<Codebook> books;
  std::vector<Code> codes;
  std::map<std::string, CodeId, std::less<>> ids;  // by name
  std::vector<CodeId> coding_order;                // a code behind those its rules' `has` and `without` ask for

  [[nodiscard]] const Code& code(CodeId id) const { return codes[id.index()]; }
  [[nodiscard]] const Codebook& book(BookId id) const { return books[id.index()]; }
  [[nodiscard]] const Codebook& book_of(CodeId id) const { return book(code(id).book); }

  [[nodiscard]] std::optional<CodeId> find_code(std::string_view name) const;
  [[nodiscard]] std::optional<BookId> find_book(std::string_view name) const;

  /// The code itself and everything below it, in order.
  [[nodiscard]] std::vector<CodeId> subtree(CodeId id) const;

  /// The theme at the top above a code, or the code itself.
  [[nodiscard]] CodeId top(CodeId id) const;

  [[nodiscard]] std::vector<std::string> code_names() const;
  [[nodiscard]] std::vector<std::string> book_names() const;
};

/// The book that is applied whatever `--codebook` says.
inline constexpr std::string_view common_book = "common";

}  // namespace etic
