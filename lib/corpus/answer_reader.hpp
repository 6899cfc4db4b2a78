#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/answer_columns.hpp"
#include "corpus/corpus.hpp"
#include "corpus/row_chunks.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic {

/// Some rows of a file of answers, as a corpus by itself: respondents and answers in the rows' order. Between parts
/// nothing is known yet: the same respondent may be in others.
struct AnswerPart {
  Corpus corpus;
  std::vector<Span> respondent_places;  // by respondent: where it is named, or its row
  bool has_ids = false;                 // some rows name their respondent; else nobody is in another part
  std::uint64_t position = 0;           // bytes of the files, as they lie on disk, up to its end
  Sink sink;
};

/// Reads the rows of one file of answers. Rows in trouble are reported and left out. May be used by several threads at
/// once.
class AnswerReader {
 public:
  /// Finds the columns in the header, with which `begin`, some first rows of the file, begins where cells are parted.
  /// What is wrong with it goes to the sink; no rows can be read then.
  /// `number` is the file's among all files of answers.
  AnswerReader(const Study& study, const AnswerFile& file, std::uint32_t number, RowFormat format,
               const SourceFile& begin, Sink& sink);

  [[nodiscard]] AnswerPart read(RowChunk chunk) const;

  /// Of files whose rows name their columns themselves: those that must be there and were in no row read so far.
  [[nodiscard]] std::vector<std::string> missing_columns() const;

 private:
  friend class AnswerPartBuilder;

  void find_columns(const SourceFile& begin, Sink& sink);

  const Study& study_;
  std::string path_;
  std::uint32_t number_;
  std::string name_;  // before the line, of respondents without an id
  RowFormat format_;
  AnswerColumns columns_;
  std::vector<std::string> names_;              // of the columns
  std::vector<std::uint32_t> wanted_;           // by the file's column: which of ours it is
  std::size_t header_size_ = 0;                 // bytes before the first row
  mutable std::vector<std::atomic<bool>> met_;  // by column: in some row
};

}  // namespace etic
