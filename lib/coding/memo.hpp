#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "coding/ledger.hpp"
#include "diagnostics/sink.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// A note, and what it is about: the study, or what is set of question, respondent (both: an answer) and code. A memo
/// on a coding is about all three and has its row.
struct Memo {
  std::optional<QuestionId> question;
  std::optional<RespondentId> respondent;
  std::optional<CodeId> code;
  std::optional<std::uint32_t> entry;  // of a coding: index into the ledger's entries
  std::string text;                    // paragraphs apart by empty lines
  const SourceFile* file = nullptr;
  std::uint32_t line = 1;
};

/// All memos: those in files of their own, by what they are about (the study, questions, respondents, answers, codes),
/// then those on codings, in the order of the ledger.
struct Memos {
  std::vector<std::unique_ptr<SourceFile>> files;
  std::vector<Memo> memos;
};

/// Reads the Markdown files of the study's folder of memos, each with `about:` in its front matter, and the memos of
/// the ledger's rows.
[[nodiscard]] Memos read_memos(const FileTree& files, const std::string& folder, const Study& study,
                               const Corpus& corpus, const Codebooks& books, const Ledger& ledger, Sink& sink);

/// What a memo can be about, read from words: `study`, `G1Q4`, `G1-03`, `G1-03 G1Q4`, `model-limit.fees`. The memo's
/// text and place stay empty. None where the words name nothing of the study.
[[nodiscard]] std::optional<Memo> find_subject(std::string_view words, const Study& study, const Corpus& corpus,
                                               const Codebooks& books);

/// `study`, `G1Q4`, `G1-03`, `G1-03 G1Q4`, a code; of a coding `G1-03 G1Q4 model-limit.fees`.
[[nodiscard]] std::string subject_text(const Memo& memo, const Study& study, const Corpus& corpus,
                                       const Codebooks& books);

}  // namespace etic
