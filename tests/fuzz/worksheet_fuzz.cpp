// A coder's worksheet, as it comes back from an editor: whatever stands in it, the coder's file stays one.

#include <string>

#include "codebook/codebook_reader.hpp"
#include "corpus/corpus_reader.hpp"
#include "csv/csv_reader.hpp"
#include "editing/worksheet.hpp"
#include "fuzz/property.hpp"

using namespace etic;

namespace {

const MemoryFiles& whole_study() {
  static const MemoryFiles files(
      {{"transcripts/a.md", "---\nrespondent: G1-1\n---\n## G1Q1\nIt is good, it is cheap.\n## G1Q2\nNo comment.\n"},
       {"transcripts/b.md", "---\nrespondents: [G3-1, G3-2]\n---\n## G3Q1\nWe agree.\n"},
       {"codebooks/a.yaml", "codebook: common\ncodes:\n  price: {rules: cheap}\n"}});
  return files;
}

constexpr const char* coder_file =
    "respondent,question,code,quote,memo,status\n"
    "G1-1,G1Q1,price,cheap,,add\nG1-1,G1Q1,,,,read\nG1-1, G1Q2,price,,\"a | b\nc\",reject\nG3-2,G3Q1,,,,read\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sink sound;
  const Corpus corpus = read_corpus(whole_study(), ".", fuzz::study(), sound);
  const Codebooks books = read_codebooks(whole_study(), ".", fuzz::study(), sound);
  fuzz::require(sound.error_count() == 0, "the study that is coded is sound");
  const SourceFile before("codings/ada.csv", coder_file);
  const std::vector<AnswerId> answers{AnswerId(0), AnswerId(1)};
  const std::string text(reinterpret_cast<const char*>(data), size);

  CodingsFile file(fuzz::study(), corpus, &before);
  const SheetReading reading = put_in(text, fuzz::study(), corpus, answers, file);
  const std::vector<std::uint32_t> lines = file.lines_of_added();
  fuzz::require(lines.size() == reading.lines_of_added.size(), "every added row has its line");
  fuzz::require(file.rows_of(AnswerId(2)).size() == 1, "rows on other answers stay");
  for (const WorksheetTrouble& trouble : reading.troubles) fuzz::require(!trouble.message.empty(), "a trouble is told");
  const auto [sheet, places] = with_troubles(text, reading.troubles);
  fuzz::require(places.size() == reading.troubles.size(), "every trouble has its place");

  // A sheet that comes back as it was made changes nothing, whatever was coded.
  const std::string made = make_worksheet(fuzz::study(), corpus, books, "a", answers, file, {});
  const std::string bytes = file.result();
  CodingsFile again = file;
  const SheetReading reread = put_in(made, fuzz::study(), corpus, answers, again);
  if (text.find('\0') == std::string::npos) {
    fuzz::require(reread.lines_of_added.empty(), "a sheet as it was made adds nothing");
    fuzz::require(again.result() == bytes, "a sheet as it was made changes nothing");
  }
  return 0;
}
