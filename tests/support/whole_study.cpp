#include "support/whole_study.hpp"

#include <sstream>
#include <utility>

#include "codebook/codebook_reader.hpp"
#include "corpus/corpus_reader.hpp"
#include "diagnostics/render.hpp"
#include "study/study_reader.hpp"

namespace etic {

WholeStudy::WholeStudy(const FileTree& files, const std::string& folder) {
  if (std::optional<Study> found = read_study(files, folder, sink)) study = std::move(*found);
  if (files.files_below(join_path(folder, study.codebooks_folder))) books = read_codebooks(files, folder, study, sink);
  if (files.files_below(join_path(folder, study.transcripts_folder))) corpus = read_corpus(files, folder, study, sink);
}

std::string WholeStudy::reports() const {
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  return out.str();
}

}  // namespace etic
