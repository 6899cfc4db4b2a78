#include "support/slow_matcher.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <tuple>

#include "text/unicode.hpp"

namespace etic {
namespace {

/// Words `first` to `last`, both counted in.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

using Places = std::vector<Place>;
using Letters = std::vector<std::string>;

/// Characters with the marks behind them.
Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool mark = is_mark(next_character(text, at));
    if (!mark || letters.empty()) letters.emplace_back();
    letters.back() += text.substr(begin, at - begin);
  }
  return letters;
}

bool fits(const Letters& pattern, std::size_t p, const Letters& word, std::size_t w) {
  if (p == pattern.size()) return w == word.size();
  if (pattern[p] == "*") return fits(pattern, p + 1, word, w) || (w < word.size() && fits(pattern, p, word, w + 1));
  return w < word.size() && (pattern[p] == "?" || pattern[p] == word[w]) && fits(pattern, p + 1, word, w + 1);
}

class SlowMatcher {
 public:
  SlowMatcher(const Codebooks& books, const SourceFile& file, const Speech& speech)
      : books_(books), file_(file), speech_(speech) {
    for (const Span word : speech.words) words_.push_back(letters_of(fold(file.slice(word))));
  }

  std::vector<Match> run() {
    for (std::size_t c = 0; c < books_.codes.size(); ++c) {
      for (std::size_t r = 0; r < books_.codes[c].rules.size(); ++r)
        try_rule({CodeId(c), static_cast<std::uint32_t>(r)});
    }
    std::sort(matches_.begin(), matches_.end(),
              [](const Match& a, const Match& b) { return std::tie(a.span, a.rule) < std::tie(b.span, b.rule); });
    return std::move(matches_);
  }

 private:
  // --- where words stand

  bool stands_at(const Phrase& phrase, std::uint32_t first, std::uint32_t end) const {
    if (first + phrase.size() > end) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      if (!fits(letters_of(phrase[i]), 0, words_[first + i], 0)) return false;
    }
    return true;
  }

  /// In order of first words, then last words.
  Places places_of(const std::vector<Phrase>& alternatives, const Sentence& sentence) const {
    Places places;
    for (std::uint32_t first = sentence.first_word; first < sentence.end_word; ++first) {
      for (std::uint32_t last = first; last < sentence.end_word; ++last) {
        const bool found = std::any_of(alternatives.begin(), alternatives.end(), [&](const Phrase& phrase) {
          return phrase.size() == last - first + 1 && stands_at(phrase, first, sentence.end_word);
        });
        if (found) places.push_back({first, last});
      }
    }
    return places;
  }

  // --- negation

  /// Cues that are not part of a phrase in which they are none.
  Places cues_in(const Sentence& sentence) const {
    Places cues;
    const Places harmless = places_of(negation_->not_cues, sentence);
    for (const Place cue : places_of(negation_->cues, sentence)) {
      const bool is_harmless = std::any_of(harmless.begin(), harmless.end(), [&](Place other) {
        return other.first <= cue.first && cue.last <= other.last;
      });
      if (!is_harmless) cues.push_back(cue);
    }
    return cues;
  }

  /// Whether nothing between the cue and `word` stops it.
  bool carries(Place cue, std::uint32_t word, const Sentence& sentence) const {
    const Places stops = places_of(negation_->stops, sentence);
    return std::none_of(stops.begin(), stops.end(),
                        [&](Place stop) { return stop.first > cue.last && stop.last < word; });
  }

  bool reaches(std::uint32_t word, const Sentence& sentence) const {
    const Places cues = cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [&](Place cue) {
      return cue.last < word && word - cue.last <= negation_->scope && carries(cue, word, sentence);
    });
  }

  /// Whether a cue stands wholly in the gap between two elements, and reaches the right one's first word.
  bool stands_between(const Places& elements, const Sentence& sentence) const {
    for (const Place cue : cues_in(sentence)) {
      const bool in_a_gap = std::none_of(elements.begin(), elements.end(), [&](Place element) {
        return element.first <= cue.last && cue.first <= element.last;
      });
      const bool has_left =
          std::any_of(elements.begin(), elements.end(), [&](Place element) { return element.last < cue.first; });
      const auto right =
          std::find_if(elements.begin(), elements.end(), [&](Place element) { return element.first > cue.last; });
      if (in_a_gap && has_left && right != elements.end() && carries(cue, right->first, sentence)) return true;
    }
    return false;
  }

  // --- rules

  void try_rule(RuleRef ref) {
    ref_ = ref;
    rule_ = &books_.code(ref.code).rules[ref.number];
    negation_ = &books_.book_of(ref.code).negation;
    if (rule_->form == Rule::Form::regex) try_regex();
    for (sentence_ = 0; sentence_ < speech_.sentences.size(); ++sentence_) {
      switch (rule_->form) {
        case Rule::Form::phrase:
          try_phrase();
          break;
        case Rule::Form::near:
          try_near();
          break;
        case Rule::Form::sequence:
          try_sequence();
          break;
        case Rule::Form::all:
          try_all();
          break;
        case Rule::Form::regex:
        case Rule::Form::answer:
          break;
      }
    }
  }

  [[nodiscard]] const Sentence& sentence() const { return speech_.sentences[sentence_]; }

  bool is_barred() const {
    return std::any_of(rule_->none.begin(), rule_->none.end(),
                       [&](const Element& element) { return !places_of(element.alternatives, sentence()).empty(); });
  }

  void add(Span span, bool negated) {
    for (Match& known : matches_) {
      if (known.rule != ref_ || known.span != span) continue;
      known.negated = known.negated && negated;
      return;
    }
    matches_.push_back({ref_, span, sentence_, negated, is_barred()});
  }

  Span span_of(Place place) const { return {speech_.words[place.first].begin, speech_.words[place.last].end}; }

  void try_phrase() {
    for (const Place place : places_of(rule_->elements[0].alternatives, sentence()))
      add(span_of(place), reaches(place.first, sentence()));
  }

  /// The latest place that ends before `word`; of those that end together, the shortest.
  std::optional<Place> latest_before(const Element& element, std::uint32_t word) const {
    std::optional<Place> latest;
    for (const Place place : places_of(element.alternatives, sentence())) {
      if (place.last < word && (!latest || std::tie(place.last, place.first) > std::tie(latest->last, latest->first)))
        latest = place;
    }
    return latest;
  }

  /// A match where no more than `within` words stand between the first element and the last.
  void add_together(Places places) {
    std::sort(places.begin(), places.end(),
              [](Place a, Place b) { return std::tie(a.first, a.last) < std::tie(b.first, b.last); });
    const Place first = places.front();
    const Place last = places.back();
    if (last.first - first.last - 1 > rule_->within) return;
    add(span_of({first.first, last.last}), reaches(first.first, sentence()) || stands_between(places, sentence()));
  }

  void try_near() {
    for (std::size_t closing = 0; closing < rule_->elements.size(); ++closing) {
      for (const Place last : places_of(rule_->elements[closing].alternatives, sentence())) {
        Places places{last};
        for (std::size_t other = 0; other < rule_->elements.size(); ++other) {
          if (other == closing) continue;
          if (const std::optional<Place> before = latest_before(rule_->elements[other], last.first))
            places.push_back(*before);
        }
        if (places.size() == rule_->elements.size()) add_together(places);
      }
    }
  }

  void try_sequence() {
    for (const Place last : places_of(rule_->elements.back().alternatives, sentence())) {
      Places places{last};
      for (std::size_t i = rule_->elements.size() - 1; i > 0; --i) {
        const std::optional<Place> before = latest_before(rule_->elements[i - 1], places.back().first);
        if (!before) break;
        places.push_back(*before);
      }
      if (places.size() == rule_->elements.size()) add_together(places);
    }
  }

  void try_all() {
    bool negated = false;
    Place hull{UINT32_MAX, 0};
    for (const Element& element : rule_->elements) {
      Places places = places_of(element.alternatives, sentence());
      if (places.empty()) return;
      Place chosen = places.front();
      if (rule_->negated == Rule::Negated::skip) {
        const auto unnegated =
            std::find_if(places.begin(), places.end(), [&](Place place) { return !reaches(place.first, sentence()); });
        if (unnegated != places.end()) chosen = *unnegated;
      }
      negated = negated || reaches(chosen.first, sentence());
      hull = {std::min(hull.first, chosen.first), std::max(hull.last, chosen.last)};
    }
    add(span_of(hull), negated);
  }

  void try_regex() {
    const std::regex expression(rule_->regex, std::regex::icase);
    for (const Span stretch : speech_.stretches) {
      const std::string text(file_.slice(stretch));
      for (std::sregex_iterator found(text.begin(), text.end(), expression); found != std::sregex_iterator(); ++found) {
        const auto begin = static_cast<std::uint32_t>(stretch.begin + static_cast<std::uint32_t>(found->position()));
        sentence_ = 0;
        while (sentence_ + 1 < speech_.sentences.size() && speech_.sentences[sentence_].span.end <= begin) ++sentence_;
        std::uint32_t word = 0;
        while (word < speech_.words.size() && speech_.words[word].end <= begin) ++word;
        add({begin, begin + static_cast<std::uint32_t>(found->length())}, reaches(word, sentence()));
      }
    }
  }

  const Codebooks& books_;
  const SourceFile& file_;
  const Speech& speech_;
  std::vector<Letters> words_;  // folded
  std::vector<Match> matches_;

  RuleRef ref_;
  const Rule* rule_ = nullptr;
  const Negation* negation_ = nullptr;
  std::uint32_t sentence_ = 0;
};

}  // namespace

std::vector<Match> match_slowly(const Codebooks& books, const SourceFile& file, const Speech& speech) {
  if (speech.sentences.empty()) return {};
  return SlowMatcher(books, file, speech).run();
}

}  // namespace etic
