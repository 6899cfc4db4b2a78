#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "study/answer_file.hpp"
#include "study/id.hpp"
#include "study/question_code.hpp"
#include "study/question_set.hpp"
#include "text/source_file.hpp"

namespace etic {

/// A kind of respondent, who is asked questions of its own.
struct Group {
  std::uint32_t number = 0;  // of `G1`: 1
  std::string name;          // `G1`
  std::string label;
  std::optional<std::int64_t> expected;  // respondents
  Span place;
};

/// A property of a respondent or of an interview, or derived from another one by a map.
struct Attribute {
  enum class Of : std::uint8_t { respondent, interview };

  std::string name;
  std::string label;
  Of of = Of::respondent;
  std::vector<std::string> values;  // allowed ones in their order; none: any text
  std::optional<AttributeId> from;
  std::vector<std::pair<std::string, std::string>> map;  // value of `from` → value; what it lacks has no value
  Span place;
};

struct Question {
  QuestionCode code;
  GroupId group;
  std::string text;
  Span place;
};

/// A research question and the interview questions that serve it.
struct SubQuestion {
  std::string name;  // `SQ1`
  std::string question;
  std::string hypothesis;
  QuestionSet asked;  // asked for it
  QuestionSet also;   // further ones that its findings draw on
  Span place;
};

inline constexpr std::size_t longest_speaker_label = 64;  // bytes

/// Labels that mark turns in a transcript, without their colon.
struct Speakers {
  std::vector<std::string> interviewer;
  std::vector<std::string> respondent;
};

/// How close the transcripts' words are to what was said.
enum class Wording : std::uint8_t { verbatim, minutes, paraphrase };

[[nodiscard]] std::string_view name(Wording wording);

/// What to do where the folder that `key` of study.yaml names, or is called by default, is not there.
[[nodiscard]] std::string missing_folder_hint(std::string_view key, std::string_view folder);

/// A coder whose codings are a layer of the settled coding.
struct SettleLayer {
  std::string coder;
  Span place;
};

/// Where the conclusions are if `study.yaml` does not say.
inline constexpr std::string_view default_conclusions_file = "conclusions.yaml";

/// A table of results that is kept beside the study: a file's name, and the command that prints it.
struct DeclaredTable {
  std::string name;                    // `theme-by-group.csv`: its ending is the format, or `.svg` of a picture
  std::vector<std::string> arguments;  // `matrix`, `--rows`, `theme` …
  Span place;                          // the name in study.yaml
};

inline constexpr std::string_view picture_ending = ".svg";

/// The folder, in the study's, where the files of declared tables are.
inline constexpr std::string_view tables_folder = "tables";

/// The design of one study, as `study.yaml` declares it. Groups, questions, sub-questions and attributes stand in the
/// file's order, and their ids are their places in it.
struct Study {
  std::string title;
  std::string source;
  Wording wording = Wording::verbatim;
  std::vector<Group> groups;
  std::vector<Attribute> attributes;
  std::vector<Question> questions;
  std::vector<SubQuestion> sub_questions;
  Speakers speakers;
  std::vector<SettleLayer> settle;

  std::string transcripts_folder;  // relative to the study
  std::string codebooks_folder;
  std::string codings_folder;
  std::string memos_folder;
  std::string conclusions_file;
  std::vector<DeclaredTable> tables;
  std::vector<AnswerFile> answer_files;

  std::unique_ptr<SourceFile> file;

  [[nodiscard]] std::optional<GroupId> find_group(std::string_view name) const;
  [[nodiscard]] std::optional<GroupId> find_group(std::uint32_t number) const;
  [[nodiscard]] std::optional<QuestionId> find_question(QuestionCode code) const;
  [[nodiscard]] std::optional<SubQuestionId> find_sub_question(std::string_view name) const;
  [[nodiscard]] std::optional<AttributeId> find_attribute(std::string_view name) const;

  [[nodiscard]] const Group& group(GroupId id) const { return groups[id.index()]; }
  [[nodiscard]] const Question& question(QuestionId id) const { return questions[id.index()]; }
  [[nodiscard]] const SubQuestion& sub_question(SubQuestionId id) const { return sub_questions[id.index()]; }
  [[nodiscard]] const Attribute& attribute(AttributeId id) const { return attributes[id.index()]; }

  [[nodiscard]] QuestionSet all_questions() const { return QuestionSet(questions.size(), true); }
  [[nodiscard]] QuestionSet no_questions() const { return QuestionSet(questions.size()); }

  [[nodiscard]] std::vector<std::string> group_names() const;
  [[nodiscard]] std::vector<std::string> question_names() const;
  [[nodiscard]] std::vector<std::string> sub_question_names() const;
};

}  // namespace etic
