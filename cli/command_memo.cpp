#include "cli/command_memo.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "coding/memo.hpp"
#include "report/memo_tables.hpp"

namespace etic::cli {
namespace {

/// Whether a memo is about what was asked for, or about a part of it: a respondent's answer, a theme's code.
bool is_about(const Memo& memo, const Memo& asked, const Codebooks& books) {
  const bool study = !asked.question && !asked.respondent && !asked.code;
  if (study) return !memo.question && !memo.respondent && !memo.code;
  if (asked.question && memo.question != asked.question) return false;
  if (asked.respondent && memo.respondent != asked.respondent) return false;
  if (!asked.code) return true;
  const std::vector<CodeId> below = books.subtree(*asked.code);
  return memo.code && std::binary_search(below.begin(), below.end(), *memo.code);
}

}  // namespace

void MemoCommand::set_up(CLI::App& app) {
  app.add_option("ABOUT", subjects_, "Only on these: study, G1-03, G1Q4, 'G1-03 G1Q4', a code or theme");
  study_.set_up(app, false);
  output_.set_up(app);
}

int MemoCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Sink sink;
  std::vector<Memo> asked;
  for (const std::string& words : subjects_) {
    if (std::optional<Memo> subject = find_subject(words, opened->study, opened->corpus, opened->books)) {
      asked.push_back(std::move(*subject));
    } else {
      sink.report(Kind::unknown_subject, "",
                  fmt::format("`{}` is neither a respondent, a question nor a code of this study", words));
    }
  }
  require_no_errors(env, sink, json);

  std::vector<Memo> memos = opened->memos.memos;
  std::erase_if(memos, [&](const Memo& memo) {
    return !asked.empty() && std::none_of(asked.begin(), asked.end(),
                                          [&](const Memo& subject) { return is_about(memo, subject, opened->books); });
  });
  if (output_.is_long()) {
    output_.write(memo_records(memos, opened->study, opened->corpus, opened->books, opened->ledger),
                  {{"command", "memo"}}, env);
  } else if (memos.empty()) {
    output_.say("No memos.");
  } else {
    output_.write(memo_table(memos, opened->study, opened->corpus, opened->books, opened->ledger), {}, env);
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
