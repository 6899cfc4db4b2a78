#pragma once

#include <optional>
#include <string>

#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Reads every transcript (`*.md`, but for `README.md`) below the study's folder of transcripts, and joins them. What
/// is wrong is reported, within files and between them; the result holds what could be read.
[[nodiscard]] Corpus read_corpus(const FileTree& files, const std::string& folder, const Study& study, Sink& sink);

}  // namespace etic
