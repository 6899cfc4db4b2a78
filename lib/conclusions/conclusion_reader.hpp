#pragma once

#include <string>

#include "conclusions/conclusion.hpp"
#include "corpus/corpus.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Largest numbers that etic takes.
inline constexpr std::size_t most_conclusions = 10'000;
inline constexpr std::int64_t most_counted = 1'000'000'000;  // of a quantifier, and of what is expected
inline constexpr std::int64_t largest_denominator = 1'000'000;

/// Whether there is a file of conclusions, or the study names one.
[[nodiscard]] bool has_conclusions(const FileTree& files, const std::string& folder, const Study& study);

/// Reads the study's file of conclusions; a study without one has none. What is wrong is reported: at its place, with
/// the conclusion's id. The result holds what could be read.
[[nodiscard]] Conclusions read_conclusions(const FileTree& files, const std::string& folder, const Study& study,
                                           const Corpus& corpus, const Codebooks& books, Sink& sink);

}  // namespace etic
