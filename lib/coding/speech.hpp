#pragma once

#include <cstdint>
#include <vector>

#include "corpus/corpus.hpp"
#include "text/words.hpp"

namespace etic {

/// One sentence of a voice and the words in it.
struct Sentence {
  Span span;
  std::uint32_t first_word = 0;
  std::uint32_t end_word = 0;
};

/// The words and sentences of one voice in one answer: what rules are matched against. Spans are offsets in the file.
/// Every word stands in one sentence. Made to be filled again and again without new memory.
struct Speech {
  std::vector<Span> stretches;
  std::vector<Span> words;
  std::vector<Sentence> sentences;

  void read(const SourceFile& file, const Answer& answer, std::size_t voice);

  [[nodiscard]] bool empty() const { return stretches.empty(); }

  /// The sentence that holds the word, or for a word behind the last one the last sentence. There must be one.
  [[nodiscard]] std::size_t sentence_of_word(std::uint32_t word) const;

  /// The sentence in which a byte stands, or the next one behind it.
  [[nodiscard]] std::size_t sentence_of_byte(std::uint32_t byte) const;

  /// From the first word of the voice to the last, whoever speaks between.
  [[nodiscard]] Span whole() const;

 private:
  std::vector<Span> cuts_;
};

}  // namespace etic
