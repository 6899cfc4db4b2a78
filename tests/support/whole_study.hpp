#pragma once

#include <map>
#include <string>

#include "codebook/codebook.hpp"
#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// A study read as a command reads it. Where the tree has no transcripts or no codebooks, it has no answers or no
/// codes.
struct WholeStudy {
  explicit WholeStudy(const FileTree& files, const std::string& folder = ".");
  explicit WholeStudy(std::map<std::string, std::string> files) : WholeStudy(MemoryFiles(std::move(files))) {}
  WholeStudy(const WholeStudy&) = delete;
  WholeStudy& operator=(const WholeStudy&) = delete;

  Sink sink;
  Study study;
  Codebooks books;
  Corpus corpus;

  /// All diagnostics as a terminal shows them.
  [[nodiscard]] std::string reports() const;
};

}  // namespace etic
