#include "coding/quote.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"
#include "text/words.hpp"

namespace etic {
namespace {

/// A stretch of text with folded white space, and the bytes of the file that each of its bytes stands for.
struct FoldedText {
  std::string text;
  std::vector<Span> origin;
};

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

FoldedText fold_space(std::string_view text, std::uint32_t begin) {
  FoldedText folded;
  folded.text.reserve(text.size());
  folded.origin.reserve(text.size());
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const bool space = is_ascii_space(text[i]);
    if (space && (folded.text.empty() || folded.text.back() == ' ')) continue;
    folded.text.push_back(space ? ' ' : text[i]);
    folded.origin.push_back({begin + i, begin + i + 1});
  }
  if (folded.text.ends_with(' ')) {
    folded.text.pop_back();
    folded.origin.pop_back();
  }
  return folded;
}

/// Letters and their marks as one character each, so that both ways to write them are the same.
FoldedText composed(const FoldedText& folded) {
  ComposedText form = compose(folded.text);
  FoldedText text{std::move(form.text), {}};
  text.origin.resize(text.text.size());
  std::uint32_t next = form.origin.back();  // where the character behind begins
  for (std::size_t i = text.text.size(); i-- > 0;) {
    if (form.origin[i + 1] != form.origin[i]) next = form.origin[i + 1];
    text.origin[i] = {folded.origin[form.origin[i]].begin, folded.origin[next - 1].end};
  }
  return text;
}

/// By offset, the text's end included: whether a word stands on both sides of it.
std::vector<bool> insides_of_words(std::string_view text) {
  std::vector<bool> inside(text.size() + 1);
  std::vector<Span> words;
  cut_words(text, 0, words);
  for (const Span word : words) {
    for (std::uint32_t at = word.begin + 1; at < word.end; ++at) inside[at] = true;
  }
  return inside;
}

/// Words of a text, folded for comparison, with their places.
struct WordList {
  std::vector<std::string> words;
  std::vector<Span> spans;
};

WordList words_of(std::string_view text, std::uint32_t shift) {
  WordList list;
  cut_words(text, shift, list.spans);
  for (const Span span : list.spans) list.words.push_back(fold(text.substr(span.begin - shift, span.size())));
  return list;
}

struct Alignment {
  std::size_t distance = 0;
  std::size_t same = 0;   // words of the quote that stand unchanged
  std::size_t first = 0;  // words of the text, half open
  std::size_t end = 0;

  /// Of equal distances the one that keeps more words.
  [[nodiscard]] bool is_better_than(const Alignment& other) const {
    return distance != other.distance ? distance < other.distance : same > other.same;
  }
};

/// The stretch of the text's words with the least edit distance to the quote's; of equal ones the first.
Alignment align(const std::vector<std::string>& quote, const std::vector<std::string>& text) {
  std::vector<Alignment> before(quote.size() + 1);
  std::vector<Alignment> here(quote.size() + 1);
  for (std::size_t i = 0; i <= quote.size(); ++i) before[i] = {i, 0, 0, 0};
  Alignment best = before[quote.size()];
  for (std::size_t t = 0; t < text.size(); ++t) {
    here[0] = {0, 0, t + 1, t + 1};
    for (std::size_t q = 0; q < quote.size(); ++q) {
      const bool same = quote[q] == text[t];
      Alignment chosen = before[q];  // exchanged or the same
      chosen.distance += same ? 0 : 1;
      chosen.same += same ? 1 : 0;
      for (const Alignment& other : {here[q], before[q + 1]}) {  // left out, put in
        const Alignment longer{other.distance + 1, other.same, other.first, 0};
        if (longer.is_better_than(chosen)) chosen = longer;
      }
      chosen.end = t + 1;
      here[q + 1] = chosen;
    }
    if (here[quote.size()].is_better_than(best)) best = here[quote.size()];
    std::swap(before, here);
  }
  return best;
}

constexpr std::size_t most_found = 1'000;

}  // namespace

std::string folded_space(std::string_view text) { return fold_space(text, 0).text; }

std::vector<Passage> find_quote(const Corpus& corpus, const Answer& answer, std::string_view quote) {
  std::vector<Passage> found;
  if (quote.empty()) return found;
  const std::string wanted = is_composed(quote) ? std::string(quote) : compose(quote).text;
  for (const Stretch& stretch : answer.stretches) {
    if (stretch.kind != Stretch::Kind::talk) continue;
    FoldedText said = fold_space(corpus.file_of(answer).slice(stretch.span), stretch.span.begin);
    if (!is_composed(said.text)) said = composed(said);
    const std::vector<bool> inside = insides_of_words(said.text);
    for (std::size_t at = said.text.find(wanted); at != std::string::npos && found.size() < most_found;
         at = said.text.find(wanted, at + 1)) {
      if (inside[at] || inside[at + wanted.size()]) continue;
      found.push_back({{said.origin[at].begin, said.origin[at + wanted.size() - 1].end}, stretch.voice});
    }
  }
  return found;
}

std::vector<Passage> whole_answer(const Answer& answer) {
  std::vector<Passage> whole;
  for (std::uint16_t voice = 0; voice < answer.voices.size(); ++voice) {
    std::optional<Span> hull;
    for (const Stretch& stretch : answer.stretches) {
      if (stretch.kind != Stretch::Kind::talk || stretch.voice != voice) continue;
      hull = Span{hull ? hull->begin : stretch.span.begin, stretch.span.end};
    }
    if (hull) whole.push_back({*hull, voice});
  }
  return whole;
}

std::optional<LikePassage> nearest_passage(const Corpus& corpus, const Answer& answer, std::string_view quote) {
  constexpr std::size_t most_steps = 20'000'000;
  const WordList wanted = words_of(quote, 0);
  std::optional<LikePassage> best;
  if (wanted.words.empty()) return best;
  const SourceFile& file = corpus.file_of(answer);
  const std::string_view closing = quote.substr(wanted.spans.back().end);  // a full stop, say
  for (const Stretch& stretch : answer.stretches) {
    if (stretch.kind != Stretch::Kind::talk) continue;
    const WordList said = words_of(file.slice(stretch.span), stretch.span.begin);
    if (said.words.empty() || said.words.size() > most_steps / wanted.words.size()) continue;
    const Alignment found = align(wanted.words, said.words);
    if (found.end <= found.first || 2 * found.distance > wanted.words.size()) continue;
    const double likeness = 1.0 - static_cast<double>(found.distance) / static_cast<double>(wanted.words.size());
    if (best && best->likeness >= likeness) continue;
    Span span{said.spans[found.first].begin, said.spans[found.end - 1].end};
    if (file.slice({span.end, stretch.span.end}).starts_with(closing))
      span.end += static_cast<std::uint32_t>(closing.size());
    best = LikePassage{{span, stretch.voice}, likeness};
  }
  const bool once = best && find_quote(corpus, answer, folded_space(file.slice(best->passage.span))).size() == 1;
  return once ? best : std::nullopt;
}

}  // namespace etic
