#include "coding/speech.hpp"

#include <algorithm>

#include "text/sentences.hpp"

namespace etic {

void Speech::read(const SourceFile& file, const Answer& answer, std::size_t voice) {
  stretches.clear();
  words.clear();
  sentences.clear();
  for (const Stretch& stretch : answer.stretches) {
    if (stretch.kind != Stretch::Kind::talk || stretch.voice != voice) continue;
    stretches.push_back(stretch.span);
    auto word = static_cast<std::uint32_t>(words.size());
    cut_words(file.slice(stretch.span), stretch.span.begin, words);
    cuts_.clear();
    cut_sentences(file.slice(stretch.span), stretch.span.begin, cuts_);
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      Sentence sentence{cuts_[i], word, word};
      const std::uint32_t end = i + 1 < cuts_.size() ? cuts_[i + 1].begin : stretch.span.end;
      while (sentence.end_word < words.size() && words[sentence.end_word].begin < end) ++sentence.end_word;
      word = sentence.end_word;
      sentences.push_back(sentence);
    }
  }
}

std::size_t Speech::sentence_of_word(std::uint32_t word) const {
  const auto found = std::upper_bound(sentences.begin(), sentences.end(), word,
                                      [](std::uint32_t w, const Sentence& s) { return w < s.end_word; });
  return found == sentences.end() ? sentences.size() - 1 : static_cast<std::size_t>(found - sentences.begin());
}

std::size_t Speech::sentence_of_byte(std::uint32_t byte) const {
  const auto found = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                      [](std::uint32_t b, const Sentence& s) { return b < s.span.end; });
  return found == sentences.end() ? sentences.size() - 1 : static_cast<std::size_t>(found - sentences.begin());
}

Span Speech::whole() const { return {stretches.front().begin, stretches.back().end}; }

}  // namespace etic
