#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/codebook.hpp"
#include "coding/coding.hpp"
#include "coding/quote.hpp"
#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Stands before the id of a code that a coder proposes: `new:fear-of-being-bound`.
inline constexpr std::string_view proposal_mark = "new:";

/// The coder whose file holds what was decided where others differed.
inline constexpr std::string_view adjudicator = "adjudicated";

/// One row of a coder's file.
struct LedgerEntry {
  enum class Status : std::uint8_t {
    add,     // assigns the code
    reject,  // vetoes what earlier layers assigned of it: where it overlaps the quote, or everywhere in the answer
    read,    // the coder has read the answer with a book, or with all, and found nothing more
  };

  CoderId coder;
  Status status = Status::add;
  AnswerId answer;
  std::optional<CodeId> code;     // of `add` and `reject`; none for a proposal
  std::string proposal;           // of a code that no book has, without the mark
  std::optional<BookId> book;     // of `read`; none: all books
  std::string quote;              // with folded white space; empty: the whole answer
  std::vector<Passage> passages;  // where it stands: one, or of the whole answer one a voice; none: it does not stand
  std::string memo;

  Span row;  // in the coder's file, as the cells below
  Span code_cell;
  Span quote_cell;
  std::optional<Span> nth_cell;
};

struct Coder {
  std::string name;
  std::unique_ptr<SourceFile> file;  // none: the rules
};

/// What people coded by hand, file by file. The first coder is the rules, which have no entries.
struct Ledger {
  std::vector<Coder> coders;         // behind the rules in natural order of their names
  std::vector<LedgerEntry> entries;  // by coder, then in the file's order
  std::vector<CoderId> settle;       // the layers of the settled coding, in order; none: not declared

  [[nodiscard]] const Coder& coder(CoderId id) const { return coders[id.index()]; }
  [[nodiscard]] std::optional<CoderId> find_coder(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> coder_names() const;
};

/// Reads `codings/<coder>.csv`, all of them, and the study's `settle:`. What is wrong with a row is reported and the
/// row left out, but for a quote that does not stand: such an entry has no passages.
[[nodiscard]] Ledger read_ledger(const FileTree& files, const std::string& folder, const Study& study,
                                 const Corpus& corpus, const Codebooks& books, Sink& sink);

}  // namespace etic
