#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "answer_text.hpp"
#include "codebook/codebook_reader.hpp"
#include "coding/rule_coder.hpp"
#include "corpus/corpus_reader.hpp"
#include "study/study_reader.hpp"
#include "text/file_tree.hpp"

// Codes 300 KB of made-up answers by 600 patterns in memory, for tests/policy/instructions, which counts the
// instructions of `code_every_answer` and of nothing else. `--built-with` tells compiler, processor and kind of build.

namespace {

using namespace etic;

constexpr std::uint64_t respondents = 100;
constexpr std::uint32_t patterns = 600;
constexpr std::uint64_t seed = 1;

MemoryFiles make_files() {
  const answer_text::Vocabulary vocabulary;
  answer_text::AnswerWriter answers(vocabulary, seed);
  std::map<std::string, std::string> files{
      {"study.yaml", answer_text::study_text()},
      {"codebooks/patterns.yaml", answer_text::codebook_of(answer_text::make_patterns(vocabulary, patterns))}};
  for (std::uint64_t respondent = 0; respondent < respondents; ++respondent) {
    const std::string name = "G1-" + std::to_string(respondent + 1);
    std::string transcript =
        "---\nrespondent: " + name + "\nsite: " + answer_text::site_of(respondent, seed) + "\n---\n";
    for (std::uint32_t question = 0; question < answer_text::question_count; ++question) {
      transcript += "\n## G1Q" + std::to_string(question + 1) + "\n";
      transcript += answers.write(respondent * answer_text::question_count + question).text;
      transcript += '\n';
    }
    files["transcripts/" + name + ".md"] = transcript;
  }
  return MemoryFiles(std::move(files));
}

}  // namespace

/// What is counted: text to codings, and text to codes borne. In the first round every word is new, in the others none
/// is: as it is in the megabytes of a survey.
extern "C" [[gnu::noinline]] void code_every_answer(const Corpus& corpus, std::array<RuleCoder, 2>& coders,
                                                    std::vector<Coding>& codings) {
  for (int round = 0; round < 5; ++round) {
    codings.clear();
    BorneCodes borne;
    for (std::size_t answer = 0; answer < corpus.answers.size(); ++answer) {
      coders[0].code(corpus, AnswerId(answer), codings);
      coders[1].find_codes(corpus, AnswerId(answer), borne);
    }
  }
}

int main(int count, char** words) {
  if (count == 2 && std::strcmp(words[1], "--built-with") == 0) {
    std::puts(ETIC_BUILT_WITH);
    return 0;
  }
  const MemoryFiles files = make_files();
  Sink sink;
  const std::optional<Study> study = read_study(files, ".", sink);
  if (!study) return 1;
  const Corpus corpus = read_corpus(files, ".", *study, sink);
  const Codebooks books = read_codebooks(files, ".", *study, sink);
  const CompiledRules rules(books);
  std::array<RuleCoder, 2> coders{RuleCoder(books, rules), RuleCoder(books, rules)};
  std::vector<Coding> codings;
  codings.reserve(corpus.answers.size() * 100);
  code_every_answer(corpus, coders, codings);
  std::uint64_t bytes = 0;
  for (const Answer& answer : corpus.answers) bytes += answer.body.size();
  std::printf("%zu answers, %llu bytes, %zu codings\n", corpus.answers.size(), static_cast<unsigned long long>(bytes),
              codings.size());
  return sink.error_count() == 0 && !codings.empty() ? 0 : 1;
}
