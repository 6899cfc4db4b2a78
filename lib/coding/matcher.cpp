#include "coding/matcher.hpp"

#include <algorithm>
#include <tuple>

namespace etic {

namespace {

/// The codes asked for and, as far as that goes on, those that their conditions name, their rivals in exclusive themes,
/// and codes that exclude all others.
std::vector<bool> with_dependencies(const Codebooks& books, const std::vector<CodeId>& codes) {
  std::vector<bool> wanted(books.codes.size());
  std::vector<CodeId> open;
  const auto want = [&](CodeId code) {
    if (wanted[code.index()]) return;
    wanted[code.index()] = true;
    open.push_back(code);
  };
  const auto want_all_of = [&](CodeId code) {
    if (wanted[code.index()] && books.code(code).children.empty()) return;
    for (const CodeId below : books.subtree(code)) want(below);
  };
  std::for_each(codes.begin(), codes.end(), want_all_of);
  for (std::size_t i = 0; i < books.codes.size(); ++i) {
    if (books.codes[i].excludes_all) want(CodeId(i));
  }
  while (!open.empty()) {
    const CodeId code = open.back();
    open.pop_back();
    for (const Rule& rule : books.code(code).rules) {
      for (const std::vector<CodeId>& any : rule.conditions.has) std::for_each(any.begin(), any.end(), want_all_of);
      std::for_each(rule.conditions.without.begin(), rule.conditions.without.end(), want_all_of);
    }
    for (std::optional<CodeId> theme = books.code(code).parent; theme; theme = books.code(*theme).parent) {
      if (!books.code(*theme).exclusive.empty() && !wanted[theme->index()]) want_all_of(*theme);
    }
  }
  return wanted;
}

std::vector<CodeId> all_codes(const Codebooks& books) {
  std::vector<CodeId> codes;
  for (std::size_t i = 0; i < books.codes.size(); ++i) codes.push_back(CodeId(i));
  return codes;
}

/// All regular expressions, in the order in which the rules' compilation meets them.
std::vector<std::string> expressions_of(const Codebooks& books, const std::vector<bool>& codes) {
  std::vector<std::string> expressions;
  for (std::size_t c = 0; c < books.codes.size(); ++c) {
    for (const Rule& rule : books.codes[c].rules) {
      if (codes[c] && rule.form == Rule::Form::regex) expressions.push_back(rule.regex);
    }
  }
  return expressions;
}

}  // namespace

CompiledRules::CompiledRules(const Codebooks& books) : CompiledRules(books, all_codes(books)) {}

CompiledRules::CompiledRules(const Codebooks& books, const std::vector<CodeId>& codes)
    : codes_(with_dependencies(books, codes)), regexes_(expressions_of(books, codes_)) {
  for (const Codebook& book : books.books) negation_.emplace_back(book.negation, elements_);
  for (std::size_t c = 0; c < books.codes.size(); ++c) {
    const Code& code = books.codes[c];
    for (std::size_t r = 0; r < code.rules.size() && codes_[c]; ++r) {
      const Rule& rule = code.rules[r];
      CompiledRule compiled{{CodeId(c), static_cast<std::uint32_t>(r)}, &rule, code.book.value, {}, {}, nullptr};
      const Conditions& conditions = rule.conditions;
      compiled.is_plain = conditions.answer_words.empty() && !conditions.first_sentence;
      compiled.is_alone = conditions.has.empty() && conditions.without.empty() && rule.negated != Rule::Negated::only;
      for (const Element& element : rule.elements) compiled.elements.push_back(elements_.add(element.alternatives));
      for (const Element& element : rule.none) compiled.none.push_back(elements_.add(element.alternatives));
      if (rule.form == Rule::Form::regex) compiled.regex = std::make_unique<Regex>(rule.regex);
      rules_.push_back(std::move(compiled));
    }
  }
  phrase_rules_of_.resize(elements_.size());
  rules_of_.resize(elements_.size());
  for (std::uint32_t i = 0; i < rules_.size(); ++i) hang_up(i);
}

void CompiledRules::hang_up(std::uint32_t index) {
  const std::vector<ElementId>& elements = rules_[index].elements;
  if (rules_[index].regex) wordless_.push_back(index);
  if (elements.empty()) return;
  if (rules_[index].rule->form == Rule::Form::phrase) {
    const CompiledRule& rule = rules_[index];
    const bool is_simple = rule.none.empty() && rule.is_plain && rule.is_alone;
    phrase_rules_of_[elements.front()].push_back(static_cast<std::uint32_t>(phrase_rules_.size()));
    phrase_rules_.push_back({index, rule.ref, rule.book, is_simple, rule.rule->negated == Rule::Negated::keep,
                             rule.rule->conditions.first_sentence || !rule.none.empty()});
    return;
  }
  const auto rarer = [&](ElementId a, ElementId b) { return elements_.alternatives(a) < elements_.alternatives(b); };
  rules_of_[*std::min_element(elements.begin(), elements.end(), rarer)].push_back(index);
}

Matcher::Matcher(const CompiledRules& rules)
    : rules_(rules), finder_(rules.elements_), negation_(rules.negation_), met_(rules.codes_.size()) {}

Matcher::Scope& Matcher::scope_of(std::optional<QuestionId> question) {
  if (question && scope_of_.size() <= question->index()) scope_of_.resize(question->index() + 1);
  Scope*& known = question ? scope_of_[question->index()] : whole_scope_;
  if (known != nullptr) return *known;
  std::vector<bool> applying;
  for (const CompiledRules::CompiledRule& compiled : rules_.rules_) {
    applying.push_back(!question || compiled.rule->conditions.questions.contains(*question));
  }
  const auto [entry, fresh] = scopes_.try_emplace(std::move(applying));
  Scope& scope = entry->second;
  known = &scope;
  if (!fresh) return scope;
  scope.rules = entry->first;
  for (std::uint32_t i = 0; i < rules_.wordless_.size(); ++i) {
    if (scope.rules[rules_.wordless_[i]]) scope.regexes.push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> tags(rules_.elements_.size());
  std::vector<bool> elements(rules_.elements_.size());
  std::vector<bool> books(negation_.size());
  for (std::size_t i = 0; i < rules_.rules_.size(); ++i) {
    if (!scope.rules[i]) continue;
    const bool is_phrase = rules_.rules_[i].rule->form == Rule::Form::phrase;
    for (const ElementId element : rules_.rules_[i].elements) elements[element] = elements[element] || !is_phrase;
    for (const ElementId element : rules_.rules_[i].none) elements[element] = true;
    books[rules_.rules_[i].book] = true;
  }
  for (std::size_t element = 0; element < tags.size(); ++element) {
    for (const std::uint32_t phrase : rules_.phrase_rules_of_[element]) {
      if (scope.rules[rules_.phrase_rules_[phrase].index]) tags[element].push_back(phrase);
    }
  }
  for (std::size_t book = 0; book < books.size(); ++book) {
    if (!books[book]) continue;
    for (const ElementId element : negation_[book].elements()) elements[element] = true;
  }
  scope.elements = rules_.elements_.part(tags, elements);
  return scope;
}

/// One speech's matching. The sentences are cut when they are first asked for.
class Matcher::Pass {
 public:
  /// Without `met`, every match is wanted.
  Pass(Matcher& matcher, Speech& speech, Scope& scope, bool any_length, std::vector<CodeId>* met,
       std::vector<Match>& matches)
      : matcher_(matcher), speech_(speech), scope_(scope), any_length_(any_length), met_(met), matches_(matches) {}

  void run() {
    const std::size_t before = matches_.size();
    matcher_.finder_.find(speech_, scope_.elements);
    for (NegationFinder& negation : matcher_.negation_) negation.read(matcher_.finder_);
    run_phrases();
    for (const ElementId element : matcher_.finder_.found()) {
      for (const std::uint32_t index : matcher_.rules_.rules_of_[element]) {
        if (scope_.rules[index] && !is_met(compiled(index).ref.code) && has_all_elements(index))
          run_rule(index, element);
      }
    }
    run_regexes();
    put_in_order(matches_.begin() + static_cast<std::ptrdiff_t>(before));
  }

 private:
  using Elements = std::vector<Ranges>;

  void put_in_order(std::vector<Match>::iterator begin) {
    const auto earlier = [](const Match& a, const Match& b) {
      // Of the same words the unnegated reading comes first, and is the one that stays.
      return std::tie(a.span, a.rule, a.negated) < std::tie(b.span, b.rule, b.negated);
    };
    if (!std::is_sorted(begin, matches_.end(), earlier)) std::sort(begin, matches_.end(), earlier);
    matches_.erase(std::unique(begin, matches_.end(),
                               [](const Match& a, const Match& b) { return a.span == b.span && a.rule == b.rule; }),
                   matches_.end());
  }

  /// Whether no further match of the code tells anything.
  [[nodiscard]] bool is_met(CodeId code) const {
    return met_ != nullptr && matcher_.met_[code.index()] == matcher_.round_;
  }

  void meet(CodeId code) {
    if (is_met(code)) return;
    matcher_.met_[code.index()] = matcher_.round_;
    met_->push_back(code);
  }

  [[nodiscard]] const CompiledRules::CompiledRule& compiled(std::uint32_t index) const {
    return matcher_.rules_.rules_[index];
  }
  [[nodiscard]] const Rule& rule(std::uint32_t index) const { return *compiled(index).rule; }
  /// Quick where it is asked for word after word.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t word) {
    speech_.know_sentences();
    const std::vector<Sentence>& all = speech_.sentences;
    if (word < all[sentence_].first_word) sentence_ = 0;
    for (int steps = 0; steps < 4 && sentence_ + 1 < all.size() && all[sentence_].end_word <= word; ++steps)
      ++sentence_;
    if (all[sentence_].end_word <= word) sentence_ = static_cast<std::uint32_t>(speech_.sentence_of_word(word));
    return sentence_;
  }
  [[nodiscard]] std::string_view text_of(Span span) const { return speech_.text().substr(span.begin, span.size()); }
  [[nodiscard]] Span span_of(WordRange words) const {
    return {speech_.words[words.first].begin, speech_.words[words.last].end};
  }

  [[nodiscard]] bool has_all_elements(std::uint32_t index) const {
    const auto& elements = compiled(index).elements;
    return std::none_of(elements.begin(), elements.end(),
                        [&](ElementId element) { return matcher_.finder_.hits(element).empty(); });
  }

  [[nodiscard]] Ranges in_sentence(ElementId element, const Sentence& sentence) const {
    const std::vector<WordRange>& hits = matcher_.finder_.hits(element);
    const auto ends_earlier = [](const WordRange& range, std::uint32_t word) { return range.last < word; };
    const auto begin = std::lower_bound(hits.begin(), hits.end(), sentence.first_word, ends_earlier);
    const auto end = std::lower_bound(begin, hits.end(), sentence.end_word, ends_earlier);
    return {hits.data() + (begin - hits.begin()), hits.data() + (end - hits.begin())};
  }

  // --- negation and none

  bool negated_at(std::uint32_t index, std::uint32_t word, std::uint32_t sentence) {
    return matcher_.negation_[compiled(index).book].reaches(word,
                                                            [&] { return speech_.sentences[sentence].first_word; });
  }

  bool negated_between(std::uint32_t index, std::uint32_t left, std::uint32_t right) {
    return matcher_.negation_[compiled(index).book].stands_between(left, right);
  }

  [[nodiscard]] bool barred(std::uint32_t index, std::uint32_t sentence) const {
    const auto& none = compiled(index).none;
    return std::any_of(none.begin(), none.end(),
                       [&](ElementId element) { return !in_sentence(element, speech_.sentences[sentence]).empty(); });
  }

  // --- the forms

  void run_phrases() {
    for (const TaggedPlace& place : matcher_.finder_.tagged()) {
      const CompiledRules::PhraseRule& phrase = matcher_.rules_.phrase_rules_[place.tag];
      if (is_met(phrase.ref.code)) continue;
      const std::uint32_t first = place.words.first;
      const bool negated = matcher_.negation_[phrase.book].reaches(
          first, [&] { return speech_.sentences[sentence_of(first)].first_word; });
      const bool sound = !negated || phrase.keeps_negated;
      if (!phrase.is_simple) {
        add(phrase.index, span_of(place.words), phrase.asks_for_sentence ? sentence_of(first) : 0, negated);
      } else if (met_ == nullptr) {
        matches_.push_back({phrase.ref, span_of(place.words), 0, negated, false, sound});
      } else if (sound) {
        meet(phrase.ref.code);
      }
    }
  }

  void add(std::uint32_t index, Span span, std::uint32_t sentence, bool negated) {
    Match match{compiled(index).ref, span, sentence, negated, barred(index, sentence), false};
    match.sound = is_sound(index, match);
    if (met_ == nullptr || !compiled(index).is_alone) {
      matches_.push_back(match);
    } else if (match.sound) {
      meet(match.rule.code);
    }
  }

  [[nodiscard]] bool is_sound(std::uint32_t index, const Match& match) const {
    if (match.barred) return false;
    const Rule::Negated negated = rule(index).negated;
    if (negated != Rule::Negated::keep && match.negated != (negated == Rule::Negated::only)) return false;
    if (compiled(index).is_plain) return true;
    return (!rule(index).conditions.first_sentence || match.sentence == 0) && has_length(index);
  }

  /// Goes through the sentences in which the element stands on which the rule hangs.
  void run_rule(std::uint32_t index, ElementId anchor) {
    const std::vector<WordRange>& hits = matcher_.finder_.hits(anchor);
    for (std::size_t i = 0; i < hits.size();) {
      const std::uint32_t sentence = sentence_of(hits[i].first);
      Elements& elements = matcher_.ranges_;
      elements.clear();
      for (const ElementId element : compiled(index).elements)
        elements.push_back(in_sentence(element, speech_.sentences[sentence]));
      const bool complete =
          std::none_of(elements.begin(), elements.end(), [](const Ranges& ranges) { return ranges.empty(); });
      if (complete) run_in_sentence(index, elements, sentence);
      while (i < hits.size() && hits[i].last < speech_.sentences[sentence].end_word) ++i;
    }
  }

  void run_in_sentence(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    switch (rule(index).form) {
      case Rule::Form::near:
        run_near(index, elements, sentence);
        break;
      case Rule::Form::sequence:
        run_sequence(index, elements, sentence);
        break;
      case Rule::Form::all:
        run_all(index, elements, sentence);
        break;
      case Rule::Form::phrase:
      case Rule::Form::regex:
      case Rule::Form::answer:
        break;
    }
  }

  /// Each occurrence closes a match with the latest earlier occurrence of every other element.
  void run_near(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    std::vector<WordRange>& chosen = matcher_.chosen_;
    for (std::size_t closing = 0; closing < elements.size(); ++closing) {
      for (const WordRange& last : elements[closing]) {
        chosen.assign(1, last);
        for (std::size_t other = 0; other < elements.size(); ++other) {
          if (other == closing) continue;
          if (const WordRange* before = latest_before(elements[other].first, elements[other].last, last.first))
            chosen.push_back(*before);
        }
        if (chosen.size() == elements.size()) add_chosen(index, chosen, sentence);
      }
    }
  }

  /// Each occurrence of the last element closes a match; every element before it is the latest that ends before the
  /// next.
  void run_sequence(std::uint32_t index, const Elements& elements, std::uint32_t sentence) {
    std::vector<WordRange>& chosen = matcher_.chosen_;
    for (const WordRange& last : elements.back()) {
      chosen.assign(1, last);
      for (std::size_t i = elements.size() - 1; i-- > 0;) {
        const WordRange* before = latest_before(elements[i].first, elements[i].last, chosen.back().first);
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

  [[nodiscard]] bool has_length(std::uint32_t index) const {
    const auto words = static_cast<std::uint32_t>(speech_.words.size());
    const auto& limits = rule(index).conditions.answer_words;
    return std::all_of(limits.begin(), limits.end(), [&](const WordLimit& limit) { return limit.holds(words); });
  }

  [[nodiscard]] bool fits_length(std::uint32_t index) const { return any_length_ || has_length(index); }

  void run_regexes() {
    const std::vector<std::uint32_t>& all = matcher_.rules_.wordless_;
    if (std::none_of(scope_.regexes.begin(), scope_.regexes.end(),
                     [&](std::uint32_t regex) { return fits_length(all[regex]); }))
      return;
    for (const Span stretch : speech_.stretches) {
      matcher_.rules_.regexes_.find(text_of(stretch), matcher_.regexes_found_);
      for (const std::uint32_t regex : matcher_.regexes_found_) {
        const std::uint32_t index = all[regex];
        if (scope_.rules[index] && !is_met(compiled(index).ref.code) && fits_length(index)) run_regex(index, stretch);
      }
    }
  }

  void run_regex(std::uint32_t index, Span stretch) {
    for (const Span found : compiled(index).regex->find_all(text_of(stretch))) {
      const Span span{stretch.begin + found.begin, stretch.begin + found.end};
      const auto word = std::lower_bound(speech_.words.begin(), speech_.words.end(), span.begin,
                                         [](const Span& w, std::uint32_t begin) { return w.end <= begin; });
      const auto position = static_cast<std::uint32_t>(word - speech_.words.begin());
      speech_.know_sentences();
      const auto sentence = static_cast<std::uint32_t>(speech_.sentence_of_byte(span.begin));
      add(index, span, sentence, negated_at(index, position, sentence));
    }
  }

  Matcher& matcher_;
  Speech& speech_;
  Scope& scope_;
  const bool any_length_;
  std::vector<CodeId>* met_;
  std::vector<Match>& matches_;
  std::uint32_t sentence_ = 0;  // the one last asked for
};

void Matcher::match(Speech& speech, std::optional<QuestionId> question, std::vector<Match>& matches) {
  if (!speech.says_something()) return;
  Pass(*this, speech, scope_of(question), !question, nullptr, matches).run();
}

void Matcher::match_codes(Speech& speech, std::optional<QuestionId> question, std::vector<CodeId>& met,
                          std::vector<Match>& matches) {
  ++round_;
  if (!speech.says_something()) return;
  Pass(*this, speech, scope_of(question), !question, &met, matches).run();
}

}  // namespace etic
