#include "coding/speech.hpp"

#include <algorithm>

#include "text/sentences.hpp"

namespace etic {
namespace {

/// Whether the bytes from one word's begin to the next one's are letters, digits and what joins them, then spaces and
/// commas: no sentence ends there by any rule. Most words follow each other so.
bool surely_goes_on(std::string_view text, Span word, Span next) {
  const auto joins_words = [](char c) { return c == ' ' || c == ','; };
  const auto is_ascii = [](char c) { return (c & '\x80') == 0; };
  const std::string_view gap = text.substr(word.end, next.begin - word.end);
  const std::string_view letters = text.substr(word.begin, word.size());
  return std::all_of(gap.begin(), gap.end(), joins_words) && std::all_of(letters.begin(), letters.end(), is_ascii);
}

}  // namespace

void Speech::read(const SourceFile& file, const Answer& answer, std::size_t voice) {
  read_words(file, answer, voice);
  know_sentences();
}

void Speech::read_words(const SourceFile& file, const Answer& answer, std::size_t voice) {
  file_ = &file;
  stretches.clear();
  words.clear();
  sentences.clear();
  knows_sentences_ = false;
  for (const Stretch& stretch : answer.stretches) {
    if (stretch.kind != Stretch::Kind::talk || stretch.voice != voice) continue;
    stretches.push_back(stretch.span);
    cut_words(file.slice(stretch.span), stretch.span.begin, words);
  }
}

void Speech::know_sentences() {
  if (knows_sentences_) return;
  knows_sentences_ = true;
  std::uint32_t word = 0;
  for (const Span stretch : stretches) {
    cuts_.clear();
    cut_sentences(file_->slice(stretch), stretch.begin, cuts_);
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      Sentence sentence{cuts_[i], word, word};
      const std::uint32_t end = i + 1 < cuts_.size() ? cuts_[i + 1].begin : stretch.end;
      while (sentence.end_word < words.size() && words[sentence.end_word].begin < end) ++sentence.end_word;
      word = sentence.end_word;
      sentences.push_back(sentence);
    }
  }
}

bool Speech::says_something() {
  if (words.empty()) know_sentences();
  return !words.empty() || !sentences.empty();
}

bool Speech::is_in_one_sentence(WordRange range) {
  std::uint32_t word = range.first;
  while (!knows_sentences_ && word < range.last && surely_goes_on(text(), words[word], words[word + 1])) ++word;
  if (word == range.last) return true;
  know_sentences();
  return range.last < sentences[sentence_of_word(range.first)].end_word;
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
