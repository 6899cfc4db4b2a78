#include "coding/memo.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

#include "corpus/front_matter.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "yaml/mapping_reader.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

constexpr std::string_view whole_study = "study";

constexpr std::string_view example =
    "a memo starts with `---`, a line `about: G1-03` (or a question, a code, `study`), and `---`";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The study first, then questions, respondents, answers, codes, codings, each in their order.
auto order_of(const Memo& memo) {
  const int sort = memo.entry                         ? 5
                   : memo.code                        ? 4
                   : memo.question && memo.respondent ? 3
                   : memo.respondent                  ? 2
                   : memo.question                    ? 1
                                                      : 0;
  return std::tuple(sort, memo.respondent.value_or(RespondentId()), memo.question.value_or(QuestionId()),
                    memo.code.value_or(CodeId()), memo.entry.value_or(0));
}

class MemoReader {
 public:
  MemoReader(Memos& memos, const Study& study, const Corpus& corpus, const Codebooks& books, Sink& sink)
      : memos_(memos), study_(study), corpus_(corpus), books_(books), sink_(sink) {}

  void read(std::unique_ptr<SourceFile> file) {
    const std::optional<FrontMatter> front = find_front_matter(*file, example, sink_);
    if (front) read(*file, *front);
    memos_.files.push_back(std::move(file));
  }

 private:
  void read(const SourceFile& file, const FrontMatter& front) {
    const YamlNode root = parse_yaml(file, front.yaml, sink_);
    MappingReader keys(root, "the front matter", file, sink_);
    keys.require("about");
    const std::vector<Text> about = keys.texts("about");
    keys.finish();
    const std::string_view text = trimmed(file.slice({front.body, static_cast<std::uint32_t>(file.bytes().size())}));
    if (text.empty()) {
      sink_.report(Kind::empty_value, file.path(), "the memo says nothing");
      return;
    }
    for (const Text& words : about) {
      std::optional<Memo> memo = find_subject(words.text, study_, corpus_, books_);
      if (!memo) {
        sink_.report(Kind::unknown_subject, file, words.node->span,
                     fmt::format("`{}` is neither a respondent, a question nor a code of this study", words.text),
                     did_you_mean(words.text, subjects()));
        continue;
      }
      memo->text = text;
      memo->file = &file;
      memo->line = file.place(static_cast<std::uint32_t>(text.data() - file.bytes().data())).line;
      memos_.memos.push_back(std::move(*memo));
    }
  }

  [[nodiscard]] std::vector<std::string> subjects() const {
    std::vector<std::string> names = study_.question_names();
    for (const Respondent& respondent : corpus_.respondents) names.push_back(respondent.name);
    for (std::string& code : books_.code_names()) names.push_back(std::move(code));
    return names;
  }

  Memos& memos_;
  const Study& study_;
  const Corpus& corpus_;
  const Codebooks& books_;
  Sink& sink_;
};

}  // namespace

std::optional<Memo> find_subject(std::string_view words, const Study& study, const Corpus& corpus,
                                 const Codebooks& books) {
  Memo memo;
  const std::string folded = folded_space(words);
  if (folded == whole_study) return memo;
  if (const std::optional<CodeId> code = books.find_code(folded)) {
    memo.code = code;
    return memo;
  }
  const std::size_t space = std::min(folded.find(' '), folded.size());
  memo.respondent = corpus.find_respondent(folded.substr(0, space));
  const std::string rest = memo.respondent ? folded.substr(std::min(folded.size(), space + 1)) : folded;
  if (rest.empty()) return memo;
  const std::optional<QuestionCode> code = parse_question_code(rest);
  memo.question = code ? study.find_question(*code) : std::nullopt;
  if (!memo.question) return std::nullopt;
  return memo;
}

std::string subject_text(const Memo& memo, const Study& study, const Corpus& corpus, const Codebooks& books) {
  std::string text;
  const auto add = [&](const std::string& name) { text += (text.empty() ? "" : " ") + name; };
  if (memo.respondent) add(corpus.respondent(*memo.respondent).name);
  if (memo.question) add(study.question(*memo.question).code.text());
  if (memo.code) add(books.code(*memo.code).name);
  return text.empty() ? std::string(whole_study) : text;
}

Memos read_memos(const FileTree& files, const std::string& folder, const Study& study, const Corpus& corpus,
                 const Codebooks& books, const Ledger& ledger, Sink& sink) {
  Memos memos;
  MemoReader reader(memos, study, corpus, books, sink);
  for (const std::string& path :
       files.files_below(join_path(folder, study.memos_folder)).value_or(std::vector<std::string>{})) {
    if (!path.ends_with(".md") || path.ends_with("README.md")) continue;
    if (std::unique_ptr<SourceFile> file = open_source(files, path, table_limit, sink)) reader.read(std::move(file));
  }
  for (std::uint32_t i = 0; i < ledger.entries.size(); ++i) {
    const LedgerEntry& entry = ledger.entries[i];
    if (entry.memo.empty()) continue;
    const Answer& answer = corpus.answer(entry.answer);
    const SourceFile& file = *ledger.coder(entry.coder).file;
    memos.memos.push_back({answer.question, answer.respondents.front(), entry.code, i, entry.memo, &file,
                           file.place(entry.row.begin).line});
  }
  std::stable_sort(memos.memos.begin(), memos.memos.end(),
                   [](const Memo& a, const Memo& b) { return order_of(a) < order_of(b); });
  return memos;
}

}  // namespace etic
