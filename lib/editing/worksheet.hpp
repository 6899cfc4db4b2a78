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
  AnswerId answer;
  std::string coder;
  std::string code;
  std::string quote;
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
/// Lines that begin with `#` (but `##`), `>`, `?` or `!` are for the eye only.
[[nodiscard]] std::string make_worksheet(const Study& study, const Corpus& corpus, const Codebooks& books,
                                         const std::string& title, const std::vector<AnswerId>& answers,
                                         const CodingsFile& file, const std::vector<Suggestion>& suggestions);

/// What a sheet says, and on which of its lines (from 1) it says so.
struct WorksheetRow {
  CodingRow row;
  std::uint32_t line = 1;
};

/// Something wrong in a sheet, and where.
struct WorksheetTrouble {
  std::uint32_t line = 1;
  std::string message;
};

struct ReadWorksheet {
  std::vector<WorksheetRow> rows;
  std::vector<WorksheetTrouble> troubles;
};

/// Reads a sheet on these answers. Codes and quotes are not looked into.
[[nodiscard]] ReadWorksheet read_worksheet(std::string_view text, const Study& study, const Corpus& corpus,
                                           const std::vector<AnswerId>& answers);

/// The sheet with every trouble said below its line, and those said before taken out.
[[nodiscard]] std::string annotated(std::string_view text, const std::vector<WorksheetTrouble>& troubles);

}  // namespace etic
