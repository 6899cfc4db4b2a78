// A file of conclusions on a small study: read, judged, and signed off, whatever stands in it.

#include <algorithm>
#include <string>

#include "analysis/bearing.hpp"
#include "codebook/codebook_reader.hpp"
#include "conclusions/conclusion_reader.hpp"
#include "conclusions/sign_off.hpp"
#include "corpus/corpus_reader.hpp"
#include "fuzz/property.hpp"

using namespace etic;

namespace {

const MemoryFiles& whole_study() {
  static const MemoryFiles files(
      {{"transcripts/a.md",
        "---\nrespondent: G1-1\nsite: TCR\n---\n## G1Q1\nIt is good, it is cheap.\n## G1Q2\nNo comment.\n"},
       {"transcripts/b.md", "---\nrespondents: [G3-1, G3-2]\nsite: VCEP\n---\n## G3Q1\nWe agree, as it is cheap.\n"},
       {"codebooks/a.yaml",
        "codebook: common\ncodes:\n  non-answer: {excludes: all, rules: no comment}\n  price: {rules: cheap}\n"
        "  view: {exclusive: [for, against], questions: [G1Q1, G3Q1], codes: {for: {rules: agree}, against: {rules: 'do not'}}}\n"}});
  return files;
}

bool are_within(const std::vector<RespondentId>& some, const std::vector<RespondentId>& all) {
  return std::is_sorted(some.begin(), some.end()) && std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sink sound;
  const Corpus corpus = read_corpus(whole_study(), ".", fuzz::study(), sound);
  const Codebooks books = read_codebooks(whole_study(), ".", fuzz::study(), sound);
  fuzz::require(sound.error_count() == 0, "the study that is concluded from is sound");

  const MemoryFiles files(std::map<std::string, std::string>{
      {"conclusions.yaml", std::string(reinterpret_cast<const char*>(data), size)}});
  Sink sink;
  const Conclusions conclusions = read_conclusions(files, ".", fuzz::study(), corpus, books, sink);
  fuzz::check_diagnostics(sink);

  const CodedCorpus coded = code_by_rules(fuzz::study(), corpus, books);
  const Bearing bearing(coded);
  const Concluder concluder(coded, bearing);
  std::vector<Finding> findings;
  for (const Conclusion& conclusion : conclusions.conclusions) {
    fuzz::check_span(conclusion.place, *conclusions.file, "a conclusion lies inside the file");
    const Finding finding = concluder.judge(conclusion);
    fuzz::require(are_within(finding.sides.support, finding.sides.base), "support is of the base");
    fuzz::require(are_within(finding.sides.against, finding.sides.base), "those against are of the base");
    fuzz::require(are_within(finding.sides.silent(), finding.sides.base), "the silent are of the base");
    findings.push_back(finding);
  }

  // A sound file that is signed off is sound, and nothing in it has changed.
  if (sink.error_count() > 0 || conclusions.file == nullptr) return 0;
  std::vector<const Finding*> all;
  for (const Finding& finding : findings) all.push_back(&finding);
  Sink refused;
  const std::string result = sign_off(conclusions, all, "so it is", refused).result();
  fuzz::check_diagnostics(refused);
  if (refused.error_count() > 0) return 0;
  Sink again;
  const MemoryFiles signed_files(std::map<std::string, std::string>{{"conclusions.yaml", result}});
  const Conclusions reread = read_conclusions(signed_files, ".", fuzz::study(), corpus, books, again);
  fuzz::require(again.error_count() == 0, "what was signed off can be read");
  std::vector<Finding> refound;
  for (const Conclusion& conclusion : reread.conclusions) refound.push_back(concluder.judge(conclusion));
  fuzz::require(find_changes(refound).empty(), "what was signed off is as signed off");
  return 0;
}
