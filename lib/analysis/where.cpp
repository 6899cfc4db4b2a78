#include "analysis/where.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "diagnostics/hint.hpp"
#include "study/question_selection.hpp"
#include "text/natural_order.hpp"

namespace etic {
namespace {

/// The values of a list joined by commas, which are views of it.
std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> values;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    std::string_view value = list.substr(begin, end - begin);
    while (value.starts_with(' ')) value.remove_prefix(1);
    while (value.ends_with(' ')) value.remove_suffix(1);
    values.push_back(value);
    begin = end + 1;
  }
  return values;
}

/// `2019` or `2019-07`.
bool is_year_or_month(std::string_view text) {
  constexpr std::string_view form = "0000-00";
  if (text.size() != 4 && text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

struct Sign {
  std::string_view text;
  WhereTerm::Relation relation;
};

/// Longer signs first: `>=` is no `>`.
constexpr Sign signs[] = {{"!=", WhereTerm::Relation::unequal}, {">=", WhereTerm::Relation::at_least},
                          {"<=", WhereTerm::Relation::at_most}, {"=", WhereTerm::Relation::equal},
                          {">", WhereTerm::Relation::more},     {"<", WhereTerm::Relation::less}};

class TermReader {
 public:
  TermReader(std::string_view text, const Study& study, const Corpus& corpus, bool only_asked, const ReportPart& report)
      : text_(text), study_(study), corpus_(corpus), only_asked_(only_asked), report_(report) {}

  std::optional<WhereTerm> read() {
    const std::size_t at = text_.find_first_of("=!<>");
    const Sign* sign = at == std::string_view::npos ? nullptr : find_sign(text_.substr(at));
    if (sign == nullptr || at == 0)
      return fail(Kind::invalid_option, text_, fmt::format("`{}` is no condition", text_),
                  "like `site=TCR,KITIC`, `date>=2020` or `group!=G4`");
    const std::string_view key = text_.substr(0, at);
    const std::string_view values = text_.substr(at + sign->text.size());
    term_.relation = sign->relation;
    term_.text = std::string(text_);
    const bool plain = sign->relation == WhereTerm::Relation::equal || sign->relation == WhereTerm::Relation::unequal;
    const std::optional<AttributeId> attribute = study_.find_attribute(key);
    if (!plain && !attribute)
      return fail(Kind::invalid_option, key, fmt::format("`{}` cannot be compared with `{}`", key, sign->text),
                  "only attributes can");
    if (attribute) return read_attribute(*attribute, values, plain);
    if (key == "group") return read_groups(values);
    if (key == "respondent") return read_respondents(values);
    if (key == "question") return read_questions(values);
    if (key == "subquestion") return read_sub_questions(values);
    std::vector<std::string> keys{"group", "respondent", "question", "subquestion"};
    for (const Attribute& known : study_.attributes) keys.push_back(known.name);
    return fail(Kind::unknown_attribute, key, fmt::format("the study has no attribute `{}`", key),
                near_or_all(key, keys));
  }

 private:
  static const Sign* find_sign(std::string_view text) {
    for (const Sign& sign : signs) {
      if (text.starts_with(sign.text)) return &sign;
    }
    return nullptr;
  }

  /// `part` is a view of the term.
  std::nullopt_t fail(Kind kind, std::string_view part, std::string message, std::string hint = {}) {
    report_(kind, static_cast<std::size_t>(part.data() - text_.data()), part.size(), std::move(message),
            std::move(hint));
    return std::nullopt;
  }

  std::optional<WhereTerm> read_attribute(AttributeId attribute, std::string_view values, bool plain) {
    term_.key = WhereTerm::Key::attribute;
    term_.attribute = attribute;
    const auto& known = corpus_.values[attribute.index()];
    const bool may_be_elsewhere = corpus_.is_part && study_.attribute(attribute).values.empty();
    for (const std::string_view value : split(values)) {
      term_.values.emplace_back(value);
      if (!plain || may_be_elsewhere || std::any_of(known.begin(), known.end(), [&](const std::string& held) {
            return compare_to_asked(held, value) == 0;
          }))
        continue;
      return fail(Kind::unknown_attribute_value, value,
                  fmt::format("`{}` is no value of `{}`", value, study_.attribute(attribute).name),
                  did_you_mean(value, known));
    }
    return term_;
  }

  std::optional<WhereTerm> read_groups(std::string_view values) {
    term_.key = WhereTerm::Key::group;
    for (const std::string_view value : split(values)) {
      term_.values.emplace_back(value);
      if (!study_.find_group(value))
        return fail(Kind::unknown_group, value, fmt::format("the study has no group `{}`", value),
                    did_you_mean(value, study_.group_names()));
    }
    return term_;
  }

  std::optional<WhereTerm> read_respondents(std::string_view values) {
    term_.key = WhereTerm::Key::respondent;
    for (const std::string_view value : split(values)) {
      term_.values.emplace_back(value);
      if (corpus_.is_part || corpus_.find_respondent(value)) continue;
      std::vector<std::string> names;
      for (const Respondent& respondent : corpus_.respondents) names.push_back(respondent.name);
      return fail(Kind::unknown_respondent, value, fmt::format("there is no respondent `{}`", value),
                  did_you_mean(value, names));
    }
    return term_;
  }

  std::optional<WhereTerm> read_questions(std::string_view values) {
    term_.key = WhereTerm::Key::question;
    bool sound = true;
    term_.questions = select_questions(
        values, study_, [&](Kind kind, std::size_t offset, std::size_t length, std::string message, std::string hint) {
          fail(kind, values.substr(offset, length), std::move(message), std::move(hint));
          sound = false;
        });
    if (!sound) return std::nullopt;
    return term_;
  }

  std::optional<WhereTerm> read_sub_questions(std::string_view values) {
    term_.key = WhereTerm::Key::sub_question;
    term_.questions = study_.no_questions();
    for (const std::string_view value : split(values)) {
      const std::optional<SubQuestionId> sub = study_.find_sub_question(value);
      if (!sub) {
        return fail(Kind::unknown_subquestion, value, fmt::format("the study has no sub-question `{}`", value),
                    did_you_mean(value, study_.sub_question_names()));
      }
      term_.questions.insert(questions_of(study_.sub_question(*sub), only_asked_));
    }
    return term_;
  }

  std::string_view text_;
  const Study& study_;
  const Corpus& corpus_;
  bool only_asked_;
  const ReportPart& report_;
  WhereTerm term_;
};

}  // namespace

std::optional<WhereTerm> parse_where(std::string_view text, const Study& study, const Corpus& corpus, bool only_asked,
                                     const ReportPart& report) {
  return TermReader(text, study, corpus, only_asked, report).read();
}

std::strong_ordering compare_to_asked(std::string_view held, std::string_view asked) {
  const bool within = held.size() > asked.size() && held[asked.size()] == '-' && held.starts_with(asked);
  return within && is_year_or_month(asked) ? std::strong_ordering::equal : natural_compare(held, asked);
}

QuestionSet questions_of(const SubQuestion& sub, bool only_asked) {
  QuestionSet questions = sub.asked;
  if (!only_asked) questions.insert(sub.also);
  return questions;
}

}  // namespace etic
