#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/rule.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "yaml/mapping_reader.hpp"

namespace etic {

/// Codes that a condition names; they are looked up when all books are read.
struct NamedCodes {
  std::vector<Text> has;
  std::vector<Text> without;
};

/// A rule before its `has` and `without` are looked up.
struct WrittenRule {
  Rule rule;
  NamedCodes names;
};

/// Conditions as they stand on a code or on a rule.
struct WrittenConditions {
  Conditions conditions;  // `questions` is every question where none are given
  bool has_questions = false;
  NamedCodes names;
};

/// Reads the patterns, lists and rules of one book.
class RuleReader {
 public:
  RuleReader(const SourceFile& file, const Study& study, Sink& sink) : file_(file), study_(study), sink_(sink) {}

  /// `lists:`. A list may name those above it.
  void read_lists(const YamlNode& lists);

  /// Phrases that are alternatives of each other, lists written out, as under `negation:`.
  [[nodiscard]] std::vector<Phrase> read_phrases(const std::vector<Text>& texts);

  /// Whether this is `[]`, which is reported: something is meant here.
  [[nodiscard]] bool is_empty(const YamlNode& node, std::string_view what);

  /// `questions:`; nothing where it is absent.
  [[nodiscard]] std::optional<QuestionSet> read_questions(MappingReader& reader);

  [[nodiscard]] WrittenConditions read_conditions(MappingReader& reader);

  /// One entry of `rules:`. A rule with anything in it that cannot be read is reported and left out: it would match
  /// more than was meant.
  [[nodiscard]] std::optional<WrittenRule> read_rule(const YamlNode& node);

  /// The plain pattern of a dictionary.
  [[nodiscard]] std::optional<WrittenRule> read_pattern(const Text& pattern);

 private:
  [[nodiscard]] std::optional<Element> read_element(const Text& text);
  [[nodiscard]] std::vector<Element> read_elements(const YamlNode& node, std::string_view key);
  [[nodiscard]] const std::vector<Phrase>* find_list(std::string_view name, const Text& text, std::size_t offset);
  [[nodiscard]] bool append(std::vector<Phrase>& heads, const std::vector<Phrase>& tails, const Text& text);
  [[nodiscard]] bool read_form(MappingReader& reader, const YamlNode& node, Rule& rule);
  [[nodiscard]] bool read_regex(const Text& text, Rule& rule);
  void read_within(MappingReader& reader, Rule& rule);
  void read_negated(MappingReader& reader, Rule& rule);
  static void refuse_on_whole_answer(MappingReader& reader, const Rule& rule);
  [[nodiscard]] std::optional<WordLimit> read_word_limit(const Text& text);

  const SourceFile& file_;
  const Study& study_;
  Sink& sink_;
  std::map<std::string, std::vector<Phrase>, std::less<>> lists_;
  std::size_t word_count_ = 0;  // of all patterns so far, lists written out
};

}  // namespace etic
