#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "audit/audit.hpp"

namespace etic {
namespace {

/// `G1-01 G1Q5`.
std::optional<AnswerId> find_answer(std::string_view text, const Study& study, const Corpus& corpus) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::optional<RespondentId> respondent = corpus.find_respondent(text.substr(0, space));
  const std::optional<QuestionCode> code = parse_question_code(text.substr(space + 1));
  if (!respondent || !code) return std::nullopt;
  const std::optional<QuestionId> question = study.find_question(*code);
  return question ? corpus.find_answer(*respondent, *question) : std::nullopt;
}

}  // namespace

void check_examples(const CodedCorpus& coded, Sink& sink) {
  const Codebooks& books = *coded.books;
  for (std::size_t i = 0; i < books.codes.size(); ++i) {
    const Code& code = books.codes[i];
    const SourceFile& file = *books.book(code.book).file;
    const std::vector<CodeId> subtree = books.subtree(CodeId(i));
    for (const Example& example : code.examples) {
      const std::optional<AnswerId> answer = find_answer(example.text, *coded.study, *coded.corpus);
      if (!answer) {
        sink.report(Kind::unknown_example, file, example.place, fmt::format("no answer `{}` is on record", example.text), "an example is a respondent and a question, like `G1-01 G1Q5`");
        continue;
      }
      const CodedCorpus::Range codings = coded.of(*answer);
      const bool bears = std::any_of(codings.begin(), codings.end(), [&](const Coding& coding) { return std::binary_search(subtree.begin(), subtree.end(), coding.code()); });
      if (bears) continue;
      sink.report(Kind::uncoded_example, file, example.place, fmt::format("`{}` is not coded `{}`", example.text, code.name),
                  fmt::format("`etic explain {}` shows what is", example.text));
    }
  }
}

}  // namespace etic
