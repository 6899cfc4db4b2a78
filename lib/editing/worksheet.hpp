#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/ledger.hpp"
#include "editing/codings_file.hpp"

namespace etic {

/// What somebody suggests for an answer.
struct Suggestion {
  std::string coder;
  CodingRow row;
};

/// A sheet on which a coder codes some answers in a text editor: under each the words, what the coder has already, what
/// others suggest, and at the end the codes that can be given.
///
///     ## G1Q4 Why did you opt for this model?
///     > The words of the answer.
///     [x] read
///     model-choice.partner | a good partner | a note
///     reject model-limit.fees
///     ? model-choice.local-advice | asked friends
///
/// Lines that begin with `#` (but `##`), `>`, `?` or `!` are for the eye only. In a field `\|` is a bar.
[[nodiscard]] std::string make_worksheet(const Study& study, const Corpus& corpus, const Codebooks& books,
                                         const std::string& title, const std::vector<AnswerId>& answers,
                                         const CodingsFile& file, const std::vector<Suggestion>& suggestions);

/// Tells of a sheet what it was made of: it changes with the words, with the coder's own rows, and with the
/// suggestions.
[[nodiscard]] std::string fingerprint(std::string_view sheet);

/// Something wrong in a sheet, and on which of its lines (from 1).
struct WorksheetTrouble {
  std::uint32_t line = 1;
  std::string message;
  friend bool operator==(const WorksheetTrouble&, const WorksheetTrouble&) = default;
};

/// Puts what a sheet says into the coder's file: a line that stands there as it was made keeps its row, others are new
/// ones, and rows whose lines are gone go. An answer whose heading is gone keeps all. Codes and quotes are not looked
/// into. Returns what cannot be understood, and on which line each added row stands.
struct SheetReading {
  std::vector<WorksheetTrouble> troubles;
  std::vector<std::uint32_t> lines_of_added;
};
[[nodiscard]] SheetReading put_in(std::string_view sheet, const Study& study, const Corpus& corpus,
                                  const std::vector<AnswerId>& answers, CodingsFile& file);

/// The sheet with every trouble said below its line, and those said before taken out; and on which of its lines each
/// trouble's line now stands. Troubles stand in the order of their lines.
[[nodiscard]] std::pair<std::string, std::vector<std::uint32_t>> with_troubles(
    std::string_view sheet, const std::vector<WorksheetTrouble>& troubles);

}  // namespace etic
