#include "coding/matcher.hpp"

#include <algorithm>
#include <tuple>

namespace etic {

namespace {

/// All regular expressions, in the order in which the rules' compilation meets them.
std::vector<std::string> expressions_of(const Codebooks& books) {
  std::vector<std::string> expressions;
  for (const Code& code : books.codes) {
    for (const Rule& rule : code.rules) {
      if (rule.form == Rule::Form::regex) expressions.push_back(rule.regex);
    }
  }
  return expressions;
}

}  // namespace

CompiledRules::CompiledRules(const Codebooks& books) : books_(books), regexes_(expressions_of(books)) {
  for (std::size_t i = 0; i < books.books.size(); ++i) {
    const Negation& negation = books.books[i].negation;
    const auto book = static_cast<std::uint32_t>(i);
    add_uses(negation.cues, {Use::Role::cue, book, 0});
    add_uses(negation.not_cues, {Use::Role::not_cue, book, 0});
    add_uses(negation.stops, {Use::Role::stop, book, 0});
  }
  for (std::size_t c = 0; c < books.codes.size(); ++c) {
    const Code& code = books.codes[c];
    for (std::size_t r = 0; r < code.rules.size(); ++r) {
      const Rule& rule = code.rules[r];
      const auto index = static_cast<std::uint32_t>(rules_.size());
      CompiledRule compiled{{CodeId(c), static_cast<std::uint32_t>(r)}, &rule, code.book.value, nullptr};
      if (rule.form == Rule::Form::regex) {
        compiled.regex = std::make_unique<Regex>(rule.regex);
        wordless_.push_back(index);
      }
      const Use::Role role = rule.form == Rule::Form::phrase ? Use::Role::phrase : Use::Role::element;
      for (std::size_t e = 0; e < rule.elements.size(); ++e) add_uses(rule.elements[e].alternatives, {role, index, static_cast<std::uint32_t>(e)});
      for (const Element& element : rule.none) add_uses(element.alternatives, {Use::Role::none, index, 0});
      rules_.push_back(std::move(compiled));
    }
  }
}

void CompiledRules::add_uses(const std::vector<Phrase>& phrases, Use use) {
  for (const Phrase& phrase : phrases) {
    const PhraseId id = phrases_.add(phrase);
    if (id >= uses_.size()) uses_.resize(id + 1);
    uses_[id].push_back(use);
  }
}

Matcher::Matcher(const CompiledRules& rules) : rules_(rules), finder_(rules.phrases_), negation_(rules.books_.books.size()) {}
Matcher::~Matcher() = default;

/// One speech's matching.
class Matcher::Pass {
 public:
  using Applies = std::function<bool(const Rule&)>;

  Pass(Matcher& matcher, const SourceFile& file, const Speech& speech, const Applies& applies, std::vector<Match>& matches)
      : matcher_(matcher), file_(file), speech_(speech), applies_(applies), matches_(matches) {}

  void run() {
    const std::size_t before = matches_.size();
    matcher_.finder_.find(file_, speech_, matcher_.occurrences_);
    sort_out();
    for (const auto& [rule, words] : matcher_.phrase_hits_) add_plain(rule, words);
    run_composite();
    run_regexes();
    const auto begin = matches_.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(begin, matches_.end(), [](const Match& a, const Match& b) {
      // Of the same words the unnegated reading comes first, and is the one that stays.
      return std::tie(a.span, a.rule, a.negated) < std::tie(b.span, b.rule, b.negated);
    });
    matches_.erase(std::unique(begin, matches_.end(), [](const Match& a, const Match& b) { return a.span == b.span && a.rule == b.rule; }), matches_.end());
  }

 private:
  using Use = CompiledRules::Use;

  [[nodiscard]] const Rule& rule(std::uint32_t index) const { return *matcher_.rules_.rules_[index].rule; }
  [[nodiscard]] std::uint32_t sentence_of(WordRange words) const { return static_cast<std::uint32_t>(speech_.sentence_of_word(words.first)); }
  [[nodiscard]] Span span_of(WordRange words) const { return {speech_.words[words.first].begin, speech_.words[words.last].end}; }

  /// Hands every occurrence to those who asked for its phrase.
  void sort_out() {
    matcher_.phrase_hits_.clear();
    matcher_.hits_.clear();
    matcher_.none_hits_.clear();
    for (NegationWords& words : matcher_.negation_) {
      words.cues.clear();
      words.not_cues.clear();
      words.stops.clear();
      words.settled = false;
    }
    for (const Occurrence& occurrence : matcher_.occurrences_) {
      for (const Use& use : matcher_.rules_.uses_[occurrence.phrase]) {
        switch (use.role) {
          case Use::Role::phrase:
            if (applies_(rule(use.target))) matcher_.phrase_hits_.emplace_back(use.target, occurrence.words);
            break;
          case Use::Role::element:
            if (applies_(rule(use.target))) matcher_.hits_.push_back({use.target, use.element, occurrence.words});
            break;
          case Use::Role::none: matcher_.none_hits_.push_back({use.target, 0, occurrence.words}); break;
          case Use::Role::cue: matcher_.negation_[use.target].cues.push_back(occurrence.words); break;
          case Use::Role::not_cue: matcher_.negation_[use.target].not_cues.push_back(occurrence.words); break;
          case Use::Role::stop: matcher_.negation_[use.target].stops.push_back(occurrence.words); break;
        }
      }
    }
    std::sort(matcher_.hits_.begin(), matcher_.hits_.end());
    std::sort(matcher_.none_hits_.begin(), matcher_.none_hits_.end());
  }

  // --- negation

  static bool by_last(const WordRange& a, const WordRange& b) { return std::tie(a.last, a.first) < std::tie(b.last, b.first); }

  /// For each range the furthest that it or one before it reaches to the right at `end`.
  static void carry_forward(std::vector<WordRange>& ranges, std::uint32_t WordRange::*end) {
    for (std::size_t i = 1; i < ranges.size(); ++i) ranges[i].*end = std::max(ranges[i].*end, ranges[i - 1].*end);
  }

  /// A book's cues and stops in order of their last words, cues that lie in a not-cue taken out. A stop's first word
  /// is the latest of its own and those before it.
  const NegationWords& negation_of(std::uint32_t rule_index) {
    NegationWords& words = matcher_.negation_[matcher_.rules_.rules_[rule_index].book];
    if (words.settled) return words;
    words.settled = true;
    std::sort(words.not_cues.begin(), words.not_cues.end());
    carry_forward(words.not_cues, &WordRange::last);
    const auto inside_not_cue = [&](const WordRange& cue) {
      const auto after = std::upper_bound(words.not_cues.begin(), words.not_cues.end(), cue.first, [](std::uint32_t first, const WordRange& other) { return first < other.first; });
      return after != words.not_cues.begin() && std::prev(after)->last >= cue.last;
    };
    words.cues.erase(std::remove_if(words.cues.begin(), words.cues.end(), inside_not_cue), words.cues.end());
    std::sort(words.cues.begin(), words.cues.end(), by_last);
    std::sort(words.stops.begin(), words.stops.end(), by_last);
    carry_forward(words.stops, &WordRange::first);
    return words;
  }

  using Ranges = std::vector<WordRange>;

  /// The first range that does not end before `word`; ranges stand in order of their last words.
  [[nodiscard]] static Ranges::const_iterator behind(const Ranges& ranges, std::uint32_t word) {
    return std::lower_bound(ranges.begin(), ranges.end(), word, [](const WordRange& range, std::uint32_t w) { return range.last < w; });
  }

  [[nodiscard]] static const WordRange* latest_before(const Ranges& ranges, std::uint32_t word) {
    const auto after = behind(ranges, word);
    return after == ranges.begin() ? nullptr : &*std::prev(after);
  }

  /// Whether a stop lies between a cue's last word and `word`.
  [[nodiscard]] static bool stopped(const NegationWords& words, std::uint32_t cue_last, std::uint32_t word) {
    const WordRange* stop = latest_before(words.stops, word);
    return stop != nullptr && stop->first > cue_last;
  }

  /// Whether a cue reaches a match in `sentence` that starts with `word`.
  bool negated_at(std::uint32_t rule_index, std::uint32_t word, std::uint32_t sentence) {
    const NegationWords& words = negation_of(rule_index);
    const WordRange* cue = latest_before(words.cues, word);
    if (cue == nullptr || cue->first < speech_.sentences[sentence].first_word) return false;
    const std::uint32_t scope = matcher_.rules_.books_.books[matcher_.rules_.rules_[rule_index].book].negation.scope;
    return word - cue->last <= scope && !stopped(words, cue->last, word);
  }

  /// Whether a cue stands between two neighbouring elements, the left one ending with `left` and the right one starting
  /// with `right`, with no stop behind it.
  bool negated_between(std::uint32_t rule_index, std::uint32_t left, std::uint32_t right) {
    const NegationWords& words = negation_of(rule_index);
    for (auto cue = behind(words.cues, right); cue != words.cues.begin();) {
      --cue;
      if (cue->last <= left || stopped(words, cue->last, right)) return false;
      if (cue->first > left) return true;
    }
    return false;
  }

  // --- none

  [[nodiscard]] bool barred(std::uint32_t rule_index, const Sentence& sentence) const {
    const auto& hits = matcher_.none_hits_;
    const auto hit = std::lower_bound(hits.begin(), hits.end(), Hit{rule_index, 0, {sentence.first_word, 0}});
    return hit != hits.end() && hit->rule == rule_index && hit->words.first < sentence.end_word;
  }

  // --- the forms

  void add(std::uint32_t rule_index, Span span, std::uint32_t sentence, bool negated) {
    const bool bars = !rule(rule_index).none.empty() && barred(rule_index, speech_.sentences[sentence]);
    matches_.push_back({matcher_.rules_.rules_[rule_index].ref, span, sentence, negated, bars});
  }

  void add_plain(std::uint32_t rule_index, WordRange words) {
    const std::uint32_t sentence = sentence_of(words);
    add(rule_index, span_of(words), sentence, negated_at(rule_index, words.first, sentence));
  }

  /// The hits of one rule's elements in one sentence, by element and each in order of last words.
  using Elements = std::vector<Ranges>;

  void run_composite() {
    const auto& hits = matcher_.hits_;
    for (std::size_t begin = 0; begin < hits.size();) {
      const std::uint32_t index = hits[begin].rule;
      std::size_t end = begin;
      while (end < hits.size() && hits[end].rule == index) ++end;
      run_rule(index, begin, end);
      begin = end;
    }
  }

  void run_rule(std::uint32_t index, std::size_t begin, std::size_t end) {
    // By sentence: hits come sorted by element, so they are gathered and sorted once more by place.
    std::vector<Hit> hits(matcher_.hits_.begin() + static_cast<std::ptrdiff_t>(begin), matcher_.hits_.begin() + static_cast<std::ptrdiff_t>(end));
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return std::tie(a.words.first, a.words.last, a.element) < std::tie(b.words.first, b.words.last, b.element); });
    Elements elements(rule(index).elements.size());
    for (std::size_t i = 0; i < hits.size();) {
      const std::uint32_t sentence = sentence_of(hits[i].words);
      for (auto& ranges : elements) ranges.clear();
      std::size_t next = i;
      for (; next < hits.size() && hits[next].words.first < speech_.sentences[sentence].end_word; ++next) elements[hits[next].element].push_back(hits[next].words);
      const bool complete = std::none_of(elements.begin(), elements.end(), [](const auto& ranges) { return ranges.empty(); });
      if (complete) {
        for (auto& ranges : elements) std::sort(ranges.begin(), ranges.end(), by_last);
        switch (rule(index).form) {
          case Rule::Form::near: run_near(index, elements, sentence); break;
          case Rule::Form::sequence: run_sequence(index, elements, sentence); break;
          default: run_all(index, elements, sentence); break;
        }
      }
      i = next;
    }
  }

  /// Each occurrence closes a match with the latest earlier occurrence of every other element.
  void run_near(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    std::vector<WordRange> chosen;
    for (std::size_t closing = 0; closing < elements.size(); ++closing) {
      for (const WordRange& last : elements[closing]) {
        chosen.assign(1, last);
        for (std::size_t other = 0; other < elements.size(); ++other) {
          if (other == closing) continue;
          if (const WordRange* before = latest_before(elements[other], last.first)) chosen.push_back(*before);
        }
        if (chosen.size() == elements.size()) add_chosen(index, chosen, sentence);
      }
    }
  }

  /// Each occurrence of the last element closes a match; every element before it is the latest that ends before the next.
  void run_sequence(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    std::vector<WordRange> chosen;
    for (const WordRange& last : elements.back()) {
      chosen.assign(1, last);
      for (std::size_t i = elements.size() - 1; i-- > 0;) {
        const WordRange* before = latest_before(elements[i], chosen.back().first);
        if (before == nullptr) break;
        chosen.push_back(*before);
      }
      if (chosen.size() == elements.size()) add_chosen(index, chosen, sentence);
    }
  }

  void add_chosen(std::uint32_t index, std::vector<WordRange>& chosen, std::uint32_t sentence) {
    std::sort(chosen.begin(), chosen.end());
    const WordRange first = chosen.front();
    const WordRange last = chosen.back();
    if (last.first - first.last - 1 > rule(index).within) return;
    bool negated = negated_at(index, first.first, sentence);
    std::uint32_t end = first.last;
    for (std::size_t i = 1; i < chosen.size() && !negated; ++i) {
      negated = negated_between(index, end, chosen[i].first);
      end = std::max(end, chosen[i].last);
    }
    add(index, span_of({first.first, last.last}), sentence, negated);
  }

  /// One match a sentence, over the first occurrence of every element; unnegated ones count before negated ones.
  void run_all(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    bool negated = false;
    WordRange hull{UINT32_MAX, 0};
    for (const auto& ranges : elements) {
      const bool heed = rule(index).negated == Rule::Negated::skip;
      const WordRange* chosen = nullptr;
      for (const WordRange& range : ranges) {
        if (heed && negated_at(index, range.first, sentence)) continue;
        if (chosen == nullptr || range < *chosen) chosen = &range;
      }
      if (chosen == nullptr) {
        chosen = &*std::min_element(ranges.begin(), ranges.end());
        negated = true;
      } else if (!heed) {
        negated = negated || negated_at(index, chosen->first, sentence);
      }
      hull = {std::min(hull.first, chosen->first), std::max(hull.last, chosen->last)};
    }
    add(index, span_of(hull), sentence, negated);
  }

  void run_regexes() {
    for (const Span stretch : speech_.stretches) {
      matcher_.rules_.regexes_.find(file_.slice(stretch), matcher_.regexes_found_);
      for (const std::uint32_t regex : matcher_.regexes_found_) {
        const std::uint32_t index = matcher_.rules_.wordless_[regex];
        if (applies_(rule(index))) run_regex(index, stretch);
      }
    }
  }

  void run_regex(std::uint32_t index, Span stretch) {
    for (const Span found : matcher_.rules_.rules_[index].regex->find_all(file_.slice(stretch))) {
      const Span span{stretch.begin + found.begin, stretch.begin + found.end};
      const auto word = std::lower_bound(speech_.words.begin(), speech_.words.end(), span.begin, [](const Span& w, std::uint32_t begin) { return w.end <= begin; });
      const auto position = static_cast<std::uint32_t>(word - speech_.words.begin());
      const auto sentence = static_cast<std::uint32_t>(speech_.sentence_of_byte(span.begin));
      add(index, span, sentence, negated_at(index, position, sentence));
    }
  }

  Matcher& matcher_;
  const SourceFile& file_;
  const Speech& speech_;
  const Applies& applies_;
  std::vector<Match>& matches_;
};

void Matcher::match(const SourceFile& file, const Speech& speech, const std::function<bool(const Rule&)>& applies, std::vector<Match>& matches) {
  if (!speech.sentences.empty()) Pass(*this, file, speech, applies, matches).run();
}

}  // namespace etic
