#pragma once

#include <cstdint>
#include <string_view>
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

/// Words `first` to `last`, both counted in, of a speech.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

/// The words and sentences of one voice in one answer: what rules are matched against. Spans are offsets in the file.
/// Every word stands in one sentence. Made to be filled again and again without new memory.
struct Speech {
  std::vector<Span> stretches;
  std::vector<Span> words;
  std::vector<Sentence> sentences;  // none where only words were read, until they are asked for

  void read(const SourceFile& file, const Answer& answer, std::size_t voice);

  /// The words alone: many answers are coded without a question about their sentences. The file must outlive the
  /// speech.
  void read_words(const SourceFile& file, const Answer& answer, std::size_t voice);

  /// Cuts the sentences where that has not been done.
  void know_sentences();

  [[nodiscard]] bool empty() const { return stretches.empty(); }

  /// Whether there is anything but white space, and with it a sentence.
  [[nodiscard]] bool says_something();

  /// The file's.
  [[nodiscard]] std::string_view text() const { return file_->bytes(); }

  /// Whether no sentence ends between the words; seldom has to know the sentences.
  [[nodiscard]] bool is_in_one_sentence(WordRange range);

  // The rest must know them.

  /// The sentence that holds the word, or for a word behind the last one the last sentence. There must be one.
  [[nodiscard]] std::size_t sentence_of_word(std::uint32_t word) const;

  /// The sentence in which a byte stands, or the next one behind it.
  [[nodiscard]] std::size_t sentence_of_byte(std::uint32_t byte) const;

  /// From the first word of the voice to the last, whoever speaks between.
  [[nodiscard]] Span whole() const;

 private:
  const SourceFile* file_ = nullptr;
  bool knows_sentences_ = false;
  std::vector<Span> cuts_;
};

}  // namespace etic
