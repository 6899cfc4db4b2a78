#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>

#include "audit/audit.hpp"

namespace etic {
namespace {

/// `G1-01 G1Q5`.
struct Reference {
  std::string_view respondent;
  QuestionCode question;
};

std::optional<Reference> parse_reference(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::optional<QuestionCode> question = parse_question_code(text.substr(space + 1));
  if (!question) return std::nullopt;
  return Reference{text.substr(0, space), *question};
}

std::optional<AnswerId> find_answer(const Reference& reference, const Study& study, const Corpus& corpus) {
  const std::optional<RespondentId> respondent = corpus.find_respondent(reference.respondent);
  if (!respondent) return std::nullopt;
  const std::optional<QuestionId> question = study.find_question(reference.question);
  return question ? corpus.find_answer(*respondent, *question) : std::nullopt;
}

bool has_rules(const Codebooks& books, const std::vector<CodeId>& codes) {
  return std::any_of(codes.begin(), codes.end(), [&](CodeId code) { return !books.code(code).rules.empty(); });
}

bool is_coded_by_rules(const CodedCorpus& coded, AnswerId answer, const std::vector<CodeId>& codes) {
  const CodedCorpus::Range codings = coded.of(answer);
  return std::any_of(codings.begin(), codings.end(), [&](const Coding& coding) {
    return std::binary_search(codes.begin(), codes.end(), coding.code());
  });
}

bool is_coded_by_reading(const Ledger& ledger, AnswerId answer, const std::vector<CodeId>& codes) {
  return std::any_of(ledger.entries.begin(), ledger.entries.end(), [&](const LedgerEntry& entry) {
    return entry.status == LedgerEntry::Status::add && entry.answer == answer && entry.code &&
           std::binary_search(codes.begin(), codes.end(), *entry.code);
  });
}

}  // namespace

void check_examples(const CodedCorpus& coded, const Ledger& ledger, Sink& sink) {
  const Codebooks& books = *coded.books;
  for (std::size_t i = 0; i < books.codes.size(); ++i) {
    const Code& code = books.codes[i];
    const SourceFile& file = *books.book(code.book).file;
    const std::vector<CodeId> subtree = books.subtree(CodeId(i));
    for (const Example& example : code.examples) {
      const std::optional<Reference> reference = parse_reference(example.text);
      const std::optional<AnswerId> answer =
          reference ? find_answer(*reference, *coded.study, *coded.corpus) : std::nullopt;
      if (!answer) {
        sink.report(Kind::unknown_example, file, example.place,
                    fmt::format("no answer `{}` is on record", example.text),
                    reference ? "" : "an example is a respondent and a question, like `G1-01 G1Q5`");
        continue;
      }
      const bool bears = has_rules(books, subtree) ? is_coded_by_rules(coded, *answer, subtree)
                                                   : is_coded_by_reading(ledger, *answer, subtree);
      if (bears) continue;
      sink.report(Kind::uncoded_example, file, example.place,
                  fmt::format("`{}` is not coded `{}`", example.text, code.name),
                  fmt::format("`etic explain {}` shows what is", example.text));
    }
  }
}

}  // namespace etic
