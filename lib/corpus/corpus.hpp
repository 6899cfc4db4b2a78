#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/few.hpp"
#include "study/study.hpp"
#include "text/source_file.hpp"

namespace etic {

using RespondentId = Id<struct RespondentSort>;
using InterviewId = Id<struct InterviewSort>;
using AnswerId = Id<struct AnswerSort>;

/// For each attribute of the study the values held, as indices into `Corpus::values`; several for a list.
using AttributeValues = Few<Few<std::uint32_t>, 2>;

/// One person interviewed.
struct Respondent {
  std::string name;  // `G1-03`
  GroupId group;
  AttributeValues attributes;  // of the respondent; those of interviews stand with them
  std::uint64_t rank = 0;      // order among all, even where they are in several parts
};

/// One transcript: one interview, or a joint one. Or what rows of answers stand for.
struct Interview {
  const SourceFile* file = nullptr;
  std::vector<RespondentId> respondents;
  AttributeValues attributes;  // of the interview
  bool is_in_rows = false;     // a chunk of a file of answers: offsets in it mean nothing to a reader
};

/// Who speaks in an answer: all its respondents together, or one of them alone.
struct Voice {
  std::optional<RespondentId> alone;
};

/// A stretch of an answer as it is shown: talk of the respondents, of the interviewer, or an editor's note.
struct Stretch {
  enum class Kind : std::uint8_t { talk, interviewer, note };

  Span span;  // bytes of the file, without the speaker's label, trimmed
  Kind kind = Kind::talk;
  std::uint16_t voice = 0;  // of talk: index into `Answer::voices`
};

/// One recorded text under one question code. It belongs to every respondent of its interview, but for those who in
/// an interview with labelled turns say nothing here.
struct Answer {
  InterviewId interview;
  QuestionId question;
  Few<RespondentId> respondents;  // never empty, in study order
  Span heading;                   // the question code in the heading
  Span body;                      // trimmed; all that stands under the heading
  Few<Voice> voices;              // at least one
  Few<Stretch> stretches;         // in the file's order; at least one is talk

  [[nodiscard]] bool is_joint() const { return respondents.size() > 1; }
};

/// An answer known to have been given whose text is lost.
struct LostAnswer {
  InterviewId interview;
  QuestionId question;
  Few<RespondentId> respondents;
  std::string reason;
  Span place;
};

/// Respondent × question with an answer on record.
struct Response {
  RespondentId respondent;
  QuestionId question;
  AnswerId answer;
};

/// Everything that was said. Of transcripts, respondents stand in study order (group, then natural order of their
/// names), answers by their first respondent and the study's order of questions, whatever files they came from and in
/// whatever order. Behind them come those of rows, in the order of these.
struct Corpus {
  std::vector<std::unique_ptr<SourceFile>> files;
  std::vector<Respondent> respondents;
  std::vector<Interview> interviews;
  std::vector<Answer> answers;
  std::vector<LostAnswer> lost;
  std::vector<Response> responses;               // by respondent, then question
  std::vector<std::vector<std::string>> values;  // of each attribute: declared ones, then others in natural order
  bool is_part = false;                          // of a larger corpus: what is not here may be in other parts

  [[nodiscard]] const Respondent& respondent(RespondentId id) const { return respondents[id.index()]; }
  [[nodiscard]] const Interview& interview(InterviewId id) const { return interviews[id.index()]; }
  [[nodiscard]] const Answer& answer(AnswerId id) const { return answers[id.index()]; }
  [[nodiscard]] const SourceFile& file_of(const Answer& answer) const { return *interview(answer.interview).file; }

  /// What offsets in an answer are counted from when they are shown: its transcript's begin, or of a row its text's.
  [[nodiscard]] std::uint32_t origin_of(const Answer& answer) const {
    return interview(answer.interview).is_in_rows ? answer.body.begin : 0;
  }

  [[nodiscard]] std::optional<RespondentId> find_respondent(std::string_view name) const;
  [[nodiscard]] std::optional<AnswerId> find_answer(RespondentId respondent, QuestionId question) const;

  /// Indices into `values[attribute]` that a response holds: of its respondent or of its interview.
  [[nodiscard]] const Few<std::uint32_t>& values_of(const Response& response, AttributeId attribute,
                                                    const Study& study) const;
};

}  // namespace etic
