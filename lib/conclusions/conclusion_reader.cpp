#include "conclusions/conclusion_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

#include "conclusions/scope.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "study/name.hpp"
#include "yaml/mapping_reader.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

std::optional<std::int64_t> parse_number(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || digits.front() == '-' || number > most_counted) return std::nullopt;
  return number;
}

/// The terms of `group=G4 question=G4Q2, G4Q4`: a word without a sign goes on with the term before it.
std::vector<std::pair<std::size_t, std::size_t>> split_terms(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> terms;  // begin, end
  for (std::size_t begin = text.find_first_not_of(" \t\n"); begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    const bool starts = text.substr(begin, end - begin).find_first_of("=<>") != std::string_view::npos;
    if (starts || terms.empty()) {
      terms.emplace_back(begin, end);
    } else {
      terms.back().second = end;
    }
    begin = text.find_first_not_of(" \t\n", end);
  }
  return terms;
}

class ConclusionReader {
 public:
  ConclusionReader(Conclusions& conclusions, const Study& study, const Corpus& corpus, const Codebooks& books,
                   Sink& sink)
      : conclusions_(conclusions),
        file_(*conclusions.file),
        study_(study),
        corpus_(corpus),
        books_(books),
        sink_(sink) {}

  void read(const YamlNode& root) {
    MappingReader top(root, "the file of conclusions", file_, sink_);
    top.require("conclusions");
    read_quantifiers(top);
    if (const YamlNode* list = top.sequence("conclusions")) {
      for (const YamlNode& item : list->items) {
        if (conclusions_.conclusions.size() == most_conclusions) {
          sink_.report(Kind::too_many, file_, item.span, fmt::format("more than {} conclusions", most_conclusions));
          break;
        }
        if (sink_.is_full(file_.path())) break;
        read_conclusion(item);
      }
    }
    top.finish();
  }

 private:
  void report(Kind kind, Span where, std::string message, std::string hint = {}) {
    sink_.report(kind, file_, where, what_.empty() ? std::move(message) : fmt::format("{}: {}", what_, message),
                 std::move(hint));
  }

  void read_quantifiers(MappingReader& top) {
    const YamlNode* quantifiers = top.mapping("quantifiers");
    if (quantifiers == nullptr) return;
    for (const auto& [key, value] : quantifiers->entries) {
      const bool digits = std::all_of(key.text.begin(), key.text.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!is_name(key.text) || digits) {
        report(Kind::invalid_id, key.span, fmt::format("`{}` cannot name a quantifier", key.text),
               digits ? "a bare number is one already: exactly so many" : "use letters, digits, `-` and `_`");
        continue;
      }
      quantifier_names_.push_back(key.text);
      const std::size_t errors = sink_.error_count();
      std::optional<Quantifier> quantifier = read_quantifier(key, value);
      if (quantifier && sink_.error_count() == errors) quantifiers_.emplace(key.text, std::move(*quantifier));
    }
  }

  std::optional<Quantifier> read_quantifier(const YamlNode& key, const YamlNode& value) {
    const std::string what = fmt::format("quantifier `{}`", key.text);
    MappingReader reader(value, what, file_, sink_);
    Quantifier quantifier;
    quantifier.name = key.text;
    int bounds = 0;
    const auto take_count = [&](std::string_view name, Quantifier::Bound bound, std::int64_t least) {
      if (reader.find(name) == nullptr) return;
      ++bounds;
      quantifier.bound = bound;
      quantifier.count = reader.integer(name, least, most_counted).value_or(least);
    };
    const auto take_share = [&](std::string_view name, Quantifier::Bound bound) {
      if (reader.find(name) == nullptr) return;
      ++bounds;
      quantifier.bound = bound;
      if (const std::optional<Text> share = reader.text(name)) read_share(*share, bound, quantifier);
    };
    take_count("exactly", Quantifier::Bound::exactly, 0);
    take_count("at_least", Quantifier::Bound::at_least, 1);
    take_share("share_at_least", Quantifier::Bound::share_at_least);
    take_share("share_above", Quantifier::Bound::share_above);
    reader.finish();
    if (bounds == 1) return quantifier;
    if (value.is_mapping() && (bounds > 1 || value.entries.empty()))
      report(bounds == 0 ? Kind::missing_key : Kind::wrong_value, key.span,
             fmt::format("{} has {}", what, bounds == 0 ? "no bound" : "more than one bound"),
             "one of `exactly: 3`, `at_least: 2`, `share_at_least: 2/5`, `share_above: 1/2`");
    return std::nullopt;
  }

  /// A fraction between 0 and 1: of "at least" 0 would bind to nothing, of "above" 1 nobody could meet.
  void read_share(const Text& share, Quantifier::Bound bound, Quantifier& quantifier) {
    const std::size_t slash = std::min(share.text.find('/'), share.text.size());
    const auto above = parse_number(std::string_view(share.text).substr(0, slash));
    const auto below = slash < share.text.size() ? parse_number(std::string_view(share.text).substr(slash + 1))
                                                 : std::optional<std::int64_t>();
    const bool at_least = bound == Quantifier::Bound::share_at_least;
    const bool sound = above && below && *below >= 1 && *below <= largest_denominator &&
                       (at_least ? *above >= 1 && *above <= *below : *above < *below);
    if (sound) {
      quantifier.numerator = *above;
      quantifier.denominator = *below;
      return;
    }
    report(Kind::wrong_value, share.node->span, fmt::format("`{}` is no share", share.text),
           at_least ? "a fraction above 0 and up to 1, like `2/5`" : "a fraction from 0 and below 1, like `1/2`");
  }

  void read_conclusion(const YamlNode& item) {
    const std::size_t errors = sink_.error_count();
    Conclusion conclusion;
    conclusion.place = item.span;
    what_ = name_in_messages(item);
    MappingReader reader(item, what_, file_, sink_);
    reader.require("id");
    if (const std::optional<Text> id = reader.text("id")) {
      conclusion.id = id->text;
      conclusion.place = id->node->span;
      check_id(*id);
    }
    reader.require("statement", conclusion.place);
    reader.require("evidence", conclusion.place);
    if (const std::optional<Text> statement = reader.text("statement")) conclusion.statement = statement->text;
    if (const std::optional<Text> section = reader.text("section")) conclusion.section = section->text;
    if (const std::optional<Text> sub = reader.text("sub_question")) {
      conclusion.sub_question = study_.find_sub_question(sub->text);
      if (!conclusion.sub_question)
        report(Kind::unknown_subquestion, sub->node->span, fmt::format("the study has no sub-question `{}`", sub->text),
               did_you_mean(sub->text, study_.sub_question_names()));
    }
    read_reading(reader, conclusion);
    const std::optional<Text> quantifier = reader.text("quantifier");
    if (quantifier) conclusion.quantifier = find_quantifier(*quantifier);
    if (const std::optional<Text> reason = reader.text("reason")) conclusion.reason = reason->text;
    const bool judged = read_evidence(reader, conclusion) && !conclusion.interpretive;
    if (judged && !reader.has("quantifier")) reader.require("quantifier", conclusion.place);
    read_expectation(reader, conclusion);
    reader.finish();
    what_.clear();
    // What is left of one that is wrong would be another sentence.
    const bool complete = !judged || conclusion.quantifier;
    if (complete && sink_.error_count() == errors) conclusions_.conclusions.push_back(std::move(conclusion));
  }

  static std::string name_in_messages(const YamlNode& item) {
    for (const auto& [key, value] : item.entries) {
      if (key.text == "id" && value.is_scalar()) return fmt::format("conclusion `{}`", value.text);
    }
    return "this conclusion";
  }

  void check_id(const Text& id) {
    const auto [first, fresh] = ids_.emplace(id.text, id.node->span);
    const bool spaces = id.text.empty() || id.text.find_first_of(" \t\n") != std::string::npos;
    if (spaces) report(Kind::invalid_id, id.node->span, "an id is one word");
    if (!fresh)
      report(Kind::duplicate_conclusion, id.node->span,
             fmt::format("the id stands in line {} already", file_.place(first->second.begin).line));
  }

  void read_reading(MappingReader& reader, Conclusion& conclusion) {
    const std::optional<Text> reading = reader.text("reading");
    if (!reading) return;
    conclusion.interpretive = reading->text == "interpretive";
    if (!conclusion.interpretive)
      report(Kind::wrong_value, reading->node->span, fmt::format("`reading` cannot be `{}`", reading->text),
             "`interpretive`, or leave it away");
  }

  std::optional<Quantifier> find_quantifier(const Text& word) {
    if (const auto number = parse_number(word.text)) {
      Quantifier quantifier;
      quantifier.name = word.text;
      quantifier.count = *number;
      return quantifier;
    }
    if (const auto found = quantifiers_.find(word.text); found != quantifiers_.end()) return found->second;
    const auto& names = quantifier_names_;
    if (std::find(names.begin(), names.end(), word.text) != names.end()) return std::nullopt;  // reported there
    std::string hint = did_you_mean(word.text, names);
    if (hint.empty())
      hint = names.empty() ? "declare it under `quantifiers`"
                           : fmt::format("a number, or one of {}", fmt::join(names, ", "));
    report(Kind::unknown_quantifier, word.node->span, fmt::format("no quantifier `{}` is declared", word.text),
           std::move(hint));
    return std::nullopt;
  }

  /// Whether answers are asked at all.
  bool read_evidence(MappingReader& reader, Conclusion& conclusion) {
    const YamlNode* evidence = reader.find("evidence");
    if (evidence == nullptr || evidence->is_refused()) return false;
    if (evidence->is_scalar() && evidence->text == "none") {
      if (reader.has("against")) reader.refuse("against", Kind::wrong_value, "`against` goes with evidence");
      if (conclusion.reason.empty())
        report(Kind::unreasoned_expectation, evidence->span, "why there is no evidence is not said",
               "say it in a key `reason`");
      return false;
    }
    MappingReader asked(*evidence, fmt::format("`evidence` of {}", what_), file_, sink_);
    if (const std::optional<Text> each = asked.text("each")) {
      conclusion.each = parse_axis(each->text, study_, about(*each->node), false);
      if (conclusion.each && conclusion.each->is_codes()) {
        report(Kind::wrong_value, each->node->span, "`each` cannot be codes");
        conclusion.each.reset();
      }
    }
    if (const YamlNode* parts = asked.sequence("parts")) {
      if (conclusion.each) asked.refuse("each", Kind::wrong_value, "`each` and `parts` do not go together");
      if (parts->items.empty()) report(Kind::empty_value, parts->span, "`parts` lists nothing");
      for (const YamlNode& part : parts->items) {
        MappingReader one(part, fmt::format("a part of {}", what_), file_, sink_);
        conclusion.parts.push_back(read_part(one));
        one.finish();
      }
    } else if (!asked.has("parts")) {
      conclusion.parts.push_back(read_part(asked));
    }
    asked.finish();
    if (const YamlNode* against = reader.mapping("against")) {
      MappingReader opposing(*against, fmt::format("`against` of {}", what_), file_, sink_);
      conclusion.against = read_query(opposing);
      opposing.finish();
      for (const Evidence& part : conclusion.parts) {
        Query query = *conclusion.against;
        if (query.where.empty()) query.where = part.query.where;
        check_scope(query);
      }
    }
    return true;
  }

  Evidence read_part(MappingReader& reader) {
    Evidence evidence;
    evidence.query = read_query(reader);
    const YamlNode* among = reader.mapping("among");
    if (among != nullptr) {
      MappingReader narrower(*among, fmt::format("`among` of {}", what_), file_, sink_);
      evidence.among = read_query(narrower);
      narrower.finish();
      if (evidence.among->where.empty()) evidence.among->where = evidence.query.where;
      check_scope(*evidence.among);
    }
    check_scope(evidence.query);
    return evidence;
  }

  Query read_query(MappingReader& reader) {
    Query query;
    query.place = reader.node().span;
    query.any = read_codes(reader, "any");
    query.all = read_codes(reader, "all");
    if (const std::optional<Text> within = reader.text("within")) {
      if (within->text == "respondent") query.within = Within::respondent;
      if (within->text != "respondent" && within->text != "answer")
        report(Kind::wrong_value, within->node->span, fmt::format("`within` cannot be `{}`", within->text),
               "one of answer, respondent");
    }
    query.where = read_terms(reader, "where");
    query.who = read_terms(reader, "who");
    for (const WhereTerm& term : query.who) {
      const bool of_answers = term.key == WhereTerm::Key::question || term.key == WhereTerm::Key::sub_question;
      if (of_answers)
        report(Kind::wrong_value, reader.place_of("who"),
               fmt::format("`{}` says nothing of who somebody is", term.text), "questions go into `where`");
    }
    const bool says_something = reader.has("any") || reader.has("all") || reader.has("who");
    if (!says_something && reader.node().is_mapping() && !reader.node().cut)
      report(Kind::missing_key, query.place, "nothing says what counts as evidence",
             "codes under `any` or `all`, or what the respondents are under `who`");
    return query;
  }

  /// An empty list asks for nothing, which everybody would meet.
  void require_entries(MappingReader& reader, std::string_view key) {
    const YamlNode* list = reader.find(key);
    if (list != nullptr && list->is_sequence() && list->items.empty() && !list->cut)
      report(Kind::empty_value, list->span, fmt::format("`{}` lists nothing", key));
  }

  std::vector<CodeId> read_codes(MappingReader& reader, std::string_view key) {
    std::vector<CodeId> codes;
    require_entries(reader, key);
    for (const Text& name : reader.texts(key)) {
      if (const std::optional<CodeId> code = books_.find_code(name.text)) {
        codes.push_back(*code);
      } else {
        report(Kind::unknown_code, name.node->span, fmt::format("no codebook has a code `{}`", name.text),
               did_you_mean(name.text, books_.code_names()));
      }
    }
    return codes;
  }

  std::vector<WhereTerm> read_terms(MappingReader& reader, std::string_view key) {
    std::vector<WhereTerm> terms;
    require_entries(reader, key);
    for (const Text& list : reader.texts(key)) {
      if (split_terms(list.text).empty())
        report(Kind::empty_value, list.node->span, fmt::format("`{}` holds no condition", key));
      for (const auto& [begin, end] : split_terms(list.text)) {
        const std::string_view text = std::string_view(list.text).substr(begin, end - begin);
        if (auto term = parse_where(text, study_, corpus_, false, about(*list.node, begin)))
          terms.push_back(std::move(*term));
      }
    }
    return terms;
  }

  /// Reports parts of a scalar's text, from `from` on, where they stand.
  ReportPart about(const YamlNode& scalar, std::size_t from = 0) {
    return [this, &scalar, from](Kind kind, std::size_t offset, std::size_t length, std::string message,
                                 std::string hint) {
      const Kind here = kind == Kind::invalid_option ? Kind::wrong_value : kind;
      report(here, scalar.part(from + offset, length), std::move(message), std::move(hint));
    };
  }

  void check_scope(const Query& query) {
    const IdleCodes idle = find_idle_codes(query, study_, corpus_, books_);
    if (idle.never_fits) {
      report(Kind::out_of_scope, query.place, "none of the answers that are looked at can bear this",
             "the codes' `questions` and `where` have none in common");
      return;
    }
    for (const CodeId code : idle.codes)
      report(Kind::idle_evidence, query.place,
             fmt::format("`{}` cannot occur in the answers that are looked at", books_.code(code).name));
  }

  void read_expectation(MappingReader& reader, Conclusion& conclusion) {
    const YamlNode* expect = reader.find("expect");
    if (expect == nullptr || expect->is_refused()) return;
    Expectation expected;
    std::optional<Text> verdict;
    if (expect->is_scalar()) {
      verdict = Text{expect->text, expect};
    } else {
      MappingReader figures(*expect, fmt::format("`expect` of {}", what_), file_, sink_);
      figures.require("verdict");
      verdict = figures.text("verdict");
      expected.support = figures.integer("support", 0, most_counted);
      expected.against = figures.integer("against", 0, most_counted);
      expected.base = figures.integer("base", 0, most_counted);
      figures.finish();
    }
    if (!verdict) return;
    const std::optional<Verdict> known = parse_verdict(verdict->text);
    if (!known) {
      std::vector<std::string> names;
      for (const Verdict each : all_verdicts) names.emplace_back(name(each));
      report(Kind::wrong_value, verdict->node->span, fmt::format("`{}` is no verdict", verdict->text),
             near_or_all(verdict->text, names));
      return;
    }
    expected.verdict = *known;
    if (!is_comfortable(*known) && conclusion.reason.empty())
      report(Kind::unreasoned_expectation, verdict->node->span,
             fmt::format("`{}` is expected, and why the sentence may stand is not said", verdict->text),
             "say it in a key `reason`");
    conclusion.expect = expected;
  }

  Conclusions& conclusions_;
  const SourceFile& file_;
  const Study& study_;
  const Corpus& corpus_;
  const Codebooks& books_;
  Sink& sink_;
  std::map<std::string, Quantifier, std::less<>> quantifiers_;
  std::vector<std::string> quantifier_names_;  // those that are wrong too
  std::map<std::string, Span, std::less<>> ids_;
  std::string what_;  // the conclusion that is being read
};

}  // namespace

bool has_conclusions(const FileTree& files, const std::string& folder, const Study& study) {
  if (study.conclusions_file != default_conclusions_file) return true;
  const FileTree::Content probe = files.read(join_path(folder, study.conclusions_file), 0);
  return probe.bytes || probe.trouble != trouble_missing;
}

Conclusions read_conclusions(const FileTree& files, const std::string& folder, const Study& study, const Corpus& corpus,
                             const Codebooks& books, Sink& sink) {
  Conclusions conclusions;
  if (!has_conclusions(files, folder, study)) return conclusions;
  conclusions.file = open_source(files, join_path(folder, study.conclusions_file), study_limit, sink);
  if (conclusions.file == nullptr) return conclusions;
  const Span whole{conclusions.file->bom_size(), static_cast<std::uint32_t>(conclusions.file->bytes().size())};
  const YamlNode root = parse_yaml(*conclusions.file, whole, sink);
  if (root.is_mapping()) {
    ConclusionReader(conclusions, study, corpus, books, sink).read(root);
  } else {
    report_wrong_type(root, "the file of conclusions", "a mapping (`key: value`)", *conclusions.file, sink);
  }
  return conclusions;
}

}  // namespace etic
