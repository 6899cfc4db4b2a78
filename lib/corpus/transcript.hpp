#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/source_file.hpp"

namespace etic {

/// A value of the front matter with its place.
struct WrittenValue {
  std::string text;
  Span place;
};

/// A stretch as the file has it: whose turn it is stands as the label's respondent, if one is labelled.
struct WrittenStretch {
  enum class Kind : std::uint8_t { talk, interviewer, note };

  Span span;
  Kind kind = Kind::talk;
  std::optional<std::size_t> respondent;  // of talk under `G3-02:`: index into `Transcript::respondents`
};

struct WrittenAnswer {
  QuestionId question;
  Span heading;
  Span body;
  std::vector<WrittenStretch> stretches;
  std::optional<std::string> lost;  // the reason, where the answer is only `[lost: …]`
};

/// One file as written, checked by itself and against the study's design; not yet against other transcripts.
struct Transcript {
  const SourceFile* file = nullptr;
  GroupId group;
  std::vector<WrittenValue> respondents;              // never empty, all of one group
  std::vector<std::vector<WrittenValue>> attributes;  // by attribute of the study
  std::vector<WrittenAnswer> answers;                 // every question once
};

/// Reads one transcript. Goes on at the next heading after an error; returns nothing only when it cannot be told whose
/// interview this is.
[[nodiscard]] std::optional<Transcript> read_transcript(const SourceFile& file, const Study& study, Sink& sink);

}  // namespace etic
