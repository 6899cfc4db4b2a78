#include "codebook/rule_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "codebook/codebook_reader.hpp"
#include "codebook/regex.hpp"
#include "diagnostics/hint.hpp"
#include "study/question_selection.hpp"

namespace etic {
namespace {

constexpr std::string_view pattern_hint =
    "a pattern is words, with `*` for any letters and `?` for one, and `@name` for a list";
constexpr std::string_view form_hint =
    "a rule is a phrase (quoted where it holds `: `), or a mapping with one of phrase, near, sequence, all, regex, "
    "answer";
constexpr std::uint32_t usual_within = 8;

/// Splits a pattern at white space; offsets tell where each piece stands.
std::vector<std::pair<std::size_t, std::string_view>> pieces(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (std::size_t at = text.find_first_not_of(space); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(space, at), text.size());
    found.emplace_back(at, text.substr(at, end - at));
    at = text.find_first_not_of(space, end);
  }
  return found;
}

std::string join_texts(const YamlNode& node) {
  if (node.is_scalar()) return node.text;
  std::string joined;
  for (const YamlNode& item : node.items) joined += (joined.empty() ? "" : ", ") + item.text;
  return joined;
}

}  // namespace

void RuleReader::read_lists(const YamlNode& lists) {
  for (const auto& [key, value] : lists.entries) {
    static_cast<void>(is_empty(value, fmt::format("list `{}`", key.text)));
    lists_.emplace(key.text, read_phrases(read_texts(value, file_, sink_, fmt::format("list `{}`", key.text))));
  }
}

std::vector<Phrase> RuleReader::read_phrases(const std::vector<Text>& texts) {
  std::vector<Phrase> phrases;
  for (const Text& text : texts) {
    const std::optional<Element> element = read_element(text);
    if (element) phrases.insert(phrases.end(), element->alternatives.begin(), element->alternatives.end());
  }
  return phrases;
}

bool RuleReader::is_empty(const YamlNode& node, std::string_view what) {
  if (!node.is_sequence() || !node.items.empty() || node.cut) return false;
  sink_.report(Kind::empty_value, file_, node.span, fmt::format("{} holds nothing", what));
  return true;
}

const std::vector<Phrase>* RuleReader::find_list(std::string_view name, const Text& text, std::size_t offset) {
  const auto list = lists_.find(name);
  if (list != lists_.end()) return &list->second;
  std::vector<std::string> names;
  for (const auto& [known, phrases] : lists_) names.push_back(known);
  sink_.report(Kind::unknown_list, file_, text.node->part(offset, name.size() + 1),
               fmt::format("the codebook has no list `@{}`", name), did_you_mean(name, names));
  return nullptr;
}

/// Every head followed by every tail; false, and reported, when that is too much.
bool RuleReader::append(std::vector<Phrase>& heads, const std::vector<Phrase>& tails, const Text& text) {
  std::vector<Phrase> longer;
  if (heads.size() * tails.size() > most_phrases_of_rule) {
    sink_.report(Kind::too_many, file_, text.node->span,
                 fmt::format("this stands for more than {} phrases with its lists written out", most_phrases_of_rule));
    return false;
  }
  for (Phrase& head : heads) {
    for (const Phrase& tail : tails) {
      longer.push_back(&tail == &tails.back() ? std::move(head) : head);
      longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      if (longer.back().size() <= most_phrase_words) continue;
      sink_.report(Kind::too_many, file_, text.node->span,
                   fmt::format("a phrase of more than {} words", most_phrase_words));
      return false;
    }
  }
  heads = std::move(longer);
  return true;
}

std::optional<Element> RuleReader::read_element(const Text& text) {
  if (word_count_ > most_pattern_words) return std::nullopt;  // reported when it was one too many
  std::vector<Phrase> phrases{Phrase{}};
  for (const auto& [offset, piece] : pieces(text.text)) {
    if (piece.starts_with('@')) {
      const std::vector<Phrase>* list = find_list(piece.substr(1), text, offset);
      if (list == nullptr || list->empty() || !append(phrases, *list, text)) return std::nullopt;
    } else if (!append(phrases, {parse_phrase(piece)}, text)) {
      return std::nullopt;
    }
  }
  if (phrases.front().empty()) {
    sink_.report(Kind::invalid_pattern, file_, text.node->span, fmt::format("`{}` holds no word", text.text),
                 std::string(pattern_hint));
    return std::nullopt;
  }
  for (const Phrase& phrase : phrases) word_count_ += phrase.size();
  if (word_count_ > most_pattern_words) {
    sink_.report(
        Kind::too_many, file_, text.node->span,
        fmt::format("more than {} words in the codebook's patterns, with lists written out", most_pattern_words));
    return std::nullopt;
  }
  return Element{std::move(phrases)};
}

std::vector<Element> RuleReader::read_elements(const YamlNode& node, std::string_view key) {
  std::vector<Element> elements;
  if (is_empty(node, fmt::format("`{}`", key))) return elements;
  const std::vector<Text> texts = read_texts(node, file_, sink_, fmt::format("`{}`", key));
  if (texts.size() > most_elements) {
    sink_.report(Kind::too_many, file_, node.span, fmt::format("more than {} elements in one rule", most_elements),
                 key == "phrase" || key == "none" ? "put alternatives into a list and name it with `@`" : "");
    return {};
  }
  for (const Text& text : texts) {
    if (std::optional<Element> element = read_element(text)) elements.push_back(std::move(*element));
  }
  const std::size_t written = node.is_sequence() ? node.items.size() : texts.size();
  if (elements.size() != written) return {};  // what cannot be read has been reported
  return elements;
}

std::optional<WordLimit> RuleReader::read_word_limit(const Text& text) {
  std::string_view rest = text.text;
  WordLimit limit;
  const std::pair<std::string_view, WordLimit::Relation> relations[] = {{"<=", WordLimit::Relation::at_most},
                                                                        {">=", WordLimit::Relation::at_least},
                                                                        {"<", WordLimit::Relation::less},
                                                                        {">", WordLimit::Relation::more},
                                                                        {"=", WordLimit::Relation::equal}};
  bool found = false;
  for (const auto& [sign, relation] : relations) {
    if (!rest.starts_with(sign)) continue;
    limit.relation = relation;
    rest.remove_prefix(sign.size());
    found = true;
    break;
  }
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), limit.words);
  if (found && !rest.empty() && error == std::errc() && end == rest.data() + rest.size()) return limit;
  sink_.report(Kind::wrong_value, file_, text.node->span, fmt::format("`{}` is no limit of words", text.text),
               "like `answer_words: \"<= 25\"`");
  return std::nullopt;
}

std::optional<QuestionSet> RuleReader::read_questions(MappingReader& reader) {
  const YamlNode* node = reader.find("questions");
  if (node == nullptr || is_empty(*node, "`questions`")) return std::nullopt;
  return select_questions(read_texts(*node, file_, sink_, "`questions`"), study_, file_, sink_);
}

WrittenConditions RuleReader::read_conditions(MappingReader& reader) {
  WrittenConditions written;
  const std::optional<QuestionSet> questions = read_questions(reader);
  written.has_questions = questions.has_value();
  written.conditions.questions = questions.value_or(study_.all_questions());
  if (const std::optional<Text> first = reader.text("first")) {
    written.conditions.first_sentence = true;
    if (first->text != "sentence") {
      sink_.report(Kind::wrong_value, file_, first->node->span, fmt::format("`first` cannot be `{}`", first->text),
                   "only `first: sentence` is known");
    }
  }
  for (const Text& text : reader.texts("answer_words")) {
    if (const std::optional<WordLimit> limit = read_word_limit(text)) written.conditions.answer_words.push_back(*limit);
  }
  written.names.has = reader.texts("has");
  written.names.without = reader.texts("without");
  return written;
}

void RuleReader::read_within(MappingReader& reader, Rule& rule) {
  const YamlNode* written = reader.find("within");
  const bool fits = rule.form == Rule::Form::near || rule.form == Rule::Form::sequence;
  if (written != nullptr && !fits) {
    reader.refuse("within", Kind::invalid_rule, "`within` goes with `near` and `sequence` only");
  }
  if (!fits) return;
  const std::int64_t words = reader.integer("within", 0, most_words_within).value_or(usual_within);
  rule.within = static_cast<std::uint32_t>(words);
  rule.text += fmt::format(" (within {})", words);
}

void RuleReader::read_negated(MappingReader& reader, Rule& rule) {
  const std::optional<Text> written = reader.text("negated");
  if (!written || written->text == "skip") return;
  if (written->text == "keep") {
    rule.negated = Rule::Negated::keep;
  } else if (written->text == "only") {
    rule.negated = Rule::Negated::only;
  } else {
    sink_.report(Kind::wrong_value, file_, written->node->span, fmt::format("`negated` cannot be `{}`", written->text),
                 "one of skip, keep, only");
  }
}

bool RuleReader::read_regex(const Text& text, Rule& rule) {
  rule.form = Rule::Form::regex;
  rule.regex = text.text;
  rule.text = fmt::format("regex: {}", text.text);
  const std::optional<Regex::Trouble> trouble = Regex::trouble(text.text);
  if (!trouble) return true;
  sink_.report(Kind::invalid_regex, file_, text.node->span, trouble->message, trouble->hint);
  return false;
}

/// Reads the one key that says what sort of rule this is.
bool RuleReader::read_form(MappingReader& reader, const YamlNode& node, Rule& rule) {
  const std::pair<std::string_view, Rule::Form> forms[] = {
      {"phrase", Rule::Form::phrase}, {"near", Rule::Form::near},   {"sequence", Rule::Form::sequence},
      {"all", Rule::Form::all},       {"regex", Rule::Form::regex}, {"answer", Rule::Form::answer}};
  const YamlNode* pattern = nullptr;
  std::string_view key;
  for (const auto& [name, form] : forms) {
    const YamlNode* value = reader.find(name);
    if (value == nullptr) continue;
    if (pattern != nullptr) {
      reader.refuse(name, Kind::invalid_rule, fmt::format("`{}` and `{}` in one rule", key, name),
                    "make two rules of it");
      return false;
    }
    pattern = value;
    key = name;
    rule.form = form;
  }
  if (pattern == nullptr) {
    const bool refused =
        std::any_of(std::begin(forms), std::end(forms), [&](const auto& form) { return reader.has(form.first); });
    if (!refused)
      sink_.report(Kind::invalid_rule, file_, node.span, "a rule without a pattern", std::string(form_hint));
    return false;
  }
  if (rule.form == Rule::Form::regex) {
    const std::optional<Text> text = reader.text("regex");
    return text && read_regex(*text, rule);
  }
  if (rule.form == Rule::Form::answer) {
    rule.text = "answer: any";
    const std::optional<Text> text = reader.text("answer");
    if (text && text->text == "any") return true;
    sink_.report(Kind::wrong_value, file_, pattern->span, "`answer` can only be `any`");
    return false;
  }
  rule.elements = read_elements(*pattern, key);
  rule.text = rule.form == Rule::Form::phrase ? join_texts(*pattern) : fmt::format("{}: {}", key, join_texts(*pattern));
  if (rule.elements.empty()) return false;
  if (rule.form == Rule::Form::phrase) {  // several phrases are alternatives of one
    for (std::size_t i = 1; i < rule.elements.size(); ++i) {
      auto& alternatives = rule.elements.front().alternatives;
      alternatives.insert(alternatives.end(), rule.elements[i].alternatives.begin(),
                          rule.elements[i].alternatives.end());
    }
    rule.elements.resize(1);
  } else if (rule.elements.size() < 2) {
    sink_.report(Kind::invalid_rule, file_, pattern->span, fmt::format("`{}` wants two elements or more", key),
                 "a single one is a phrase");
    return false;
  }
  return true;
}

void RuleReader::refuse_on_whole_answer(MappingReader& reader, const Rule& rule) {
  if (!rule.none.empty()) reader.refuse("none", Kind::invalid_rule, "`none` does not go with `answer: any`");
  if (rule.negated != Rule::Negated::skip) {
    reader.refuse("negated", Kind::invalid_rule, "`negated` does not go with `answer: any`");
  }
}

std::optional<WrittenRule> RuleReader::read_rule(const YamlNode& node) {
  if (node.is_refused() || node.cut) return std::nullopt;
  if (node.is_scalar()) return read_pattern({node.text, &node});
  if (!node.is_mapping()) {
    sink_.report(Kind::invalid_rule, file_, node.span, "a list stands where a rule is meant", std::string(form_hint));
    return std::nullopt;
  }
  const std::size_t errors = sink_.error_count();
  WrittenRule written;
  MappingReader reader(node, "a rule", file_, sink_);
  const bool readable = read_form(reader, node, written.rule);
  read_within(reader, written.rule);
  if (const YamlNode* none = reader.find("none")) {
    written.rule.none = read_elements(*none, "none");
    written.rule.text += fmt::format(" (none: {})", join_texts(*none));
  }
  read_negated(reader, written.rule);
  if (written.rule.form == Rule::Form::answer) refuse_on_whole_answer(reader, written.rule);
  WrittenConditions conditions = read_conditions(reader);
  reader.finish();
  written.rule.conditions = std::move(conditions.conditions);
  written.names = std::move(conditions.names);
  written.rule.place = node.span;
  if (!readable || sink_.error_count() > errors) return std::nullopt;
  return written;
}

std::optional<WrittenRule> RuleReader::read_pattern(const Text& pattern) {
  std::optional<Element> element = read_element(pattern);
  if (!element) return std::nullopt;
  WrittenRule written;
  written.rule.elements.push_back(std::move(*element));
  written.rule.text = pattern.text;
  written.rule.place = pattern.node->span;
  written.rule.conditions.questions = study_.all_questions();
  return written;
}

}  // namespace etic
