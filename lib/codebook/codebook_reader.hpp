#pragma once

#include <string>

#include "codebook/codebook.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Largest numbers that etic takes; beyond them a book is refused with `too-many`.
inline constexpr std::size_t most_codes = 100'000;
inline constexpr std::size_t most_pattern_words = 2'000'000;  // of all patterns of a book, with lists written out
inline constexpr std::size_t most_phrase_words = 64;
inline constexpr std::size_t most_phrases_of_rule = 20'000;
inline constexpr std::size_t most_elements = 32;
inline constexpr std::int64_t most_words_within = 1'000;

/// Reads every codebook (`*.yaml`, `*.yml`) in the study's folder of codebooks, in natural order of their paths. A
/// document of nested lists without `codebook:` is read as a dictionary (quanteda's YAML form). What is wrong is
/// reported; the result holds what could be read.
[[nodiscard]] Codebooks read_codebooks(const FileTree& files, const std::string& folder, const Study& study,
                                       Sink& sink);

}  // namespace etic
