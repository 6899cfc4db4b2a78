#include "analysis/selection.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace etic {
namespace {

bool holds(WhereTerm::Relation relation, std::strong_ordering order) {
  switch (relation) {
    case WhereTerm::Relation::equal:
      return order == 0;
    case WhereTerm::Relation::unequal:
      return order != 0;
    case WhereTerm::Relation::less:
      return order < 0;
    case WhereTerm::Relation::at_most:
      return order <= 0;
    case WhereTerm::Relation::at_least:
      return order >= 0;
    case WhereTerm::Relation::more:
      return order > 0;
  }
  return false;
}

class TermChecker {
 public:
  TermChecker(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms)
      : study_(study), corpus_(corpus) {
    if (std::none_of(terms.begin(), terms.end(), [&](const WhereTerm& term) { return of_interview(term); })) return;
    interviews_.resize(corpus.respondents.size());
    for (const Interview& interview : corpus.interviews) {
      for (const RespondentId respondent : interview.respondents) interviews_[respondent.index()].push_back(&interview);
    }
  }

  [[nodiscard]] bool asks_for_interviews() const { return !interviews_.empty(); }

  [[nodiscard]] bool of_interview(const WhereTerm& term) const {
    return term.key == WhereTerm::Key::attribute && study_.attribute(term.attribute).of == Attribute::Of::interview;
  }

  /// Whether anybody could answer the question under the term, by design: a term about a group or a respondent leaves
  /// the questions of that group.
  [[nodiscard]] bool allows(const WhereTerm& term, QuestionId question) const {
    const GroupId group = study_.question(question).group;
    const bool equal = term.relation == WhereTerm::Relation::equal;
    switch (term.key) {
      case WhereTerm::Key::group:
        return among(term, study_.group(group).name);
      case WhereTerm::Key::question:
      case WhereTerm::Key::sub_question:
        return term.questions.contains(question) == equal;
      case WhereTerm::Key::respondent:
        return !equal ||
               std::any_of(corpus_.respondents.begin(), corpus_.respondents.end(),
                           [&](const Respondent& who) { return who.group == group && among(term, who.name); });
      case WhereTerm::Key::attribute:
        break;
    }
    return true;
  }

  [[nodiscard]] bool fits(const WhereTerm& term, RespondentId respondent) const {
    const Respondent& who = corpus_.respondent(respondent);
    switch (term.key) {
      case WhereTerm::Key::group:
        return among(term, study_.group(who.group).name);
      case WhereTerm::Key::respondent:
        return among(term, who.name);
      case WhereTerm::Key::attribute:
        break;
      default:
        return true;
    }
    if (!of_interview(term)) return fits_values(term, who.attributes[term.attribute.index()]);
    const auto& held = interviews_[respondent.index()];
    return std::any_of(held.begin(), held.end(), [&](const Interview* interview) { return fits(term, *interview); });
  }

  [[nodiscard]] bool fits(const WhereTerm& term, const Interview& interview) const {
    return fits_values(term, interview.attributes[term.attribute.index()]);
  }

 private:
  [[nodiscard]] static bool among(const WhereTerm& term, const std::string& value) {
    const bool found = std::find(term.values.begin(), term.values.end(), value) != term.values.end();
    return found == (term.relation == WhereTerm::Relation::equal);
  }

  [[nodiscard]] bool fits_values(const WhereTerm& term, const Few<std::uint32_t>& held) const {
    const auto& names = corpus_.values[term.attribute.index()];
    const bool unequal = term.relation == WhereTerm::Relation::unequal;
    const WhereTerm::Relation relation = unequal ? WhereTerm::Relation::equal : term.relation;
    const bool any = std::any_of(held.begin(), held.end(), [&](std::uint32_t value) {
      return std::any_of(term.values.begin(), term.values.end(), [&](const std::string& asked) {
        return holds(relation, compare_to_asked(names[value], asked));
      });
    });
    return any != unequal;
  }

  const Study& study_;
  const Corpus& corpus_;
  std::vector<std::vector<const Interview*>> interviews_;  // by respondent, where a term asks for them
};

/// By design only the groups of those who hold an attribute's value could be asked under it.
void leave_groups_of_respondents(Selection& selection, const Study& study, const Corpus& corpus) {
  std::vector<bool> held(study.groups.size());
  for (std::size_t i = 0; i < corpus.respondents.size(); ++i) {
    if (selection.holds_respondent[i]) held[corpus.respondents[i].group.index()] = true;
  }
  QuestionSet left = study.no_questions();
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    if (held[study.questions[i].group.index()]) left.insert(QuestionId(i));
  }
  selection.questions = selection.questions.intersection(left);
}

QuestionSet questions_allowed(const TermChecker& checker, const Study& study, const std::vector<WhereTerm>& terms) {
  QuestionSet questions = study.no_questions();
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const QuestionId question(i);
    if (std::all_of(terms.begin(), terms.end(), [&](const WhereTerm& term) { return checker.allows(term, question); }))
      questions.insert(question);
  }
  return questions;
}

}  // namespace

QuestionSet questions_allowed(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms) {
  return questions_allowed(TermChecker(study, corpus, terms), study, terms);
}

namespace {

class Selector {
 public:
  Selector(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms)
      : study_(study), corpus_(corpus), terms_(terms), checker_(study, corpus, terms), of_group_(study.groups.size()) {
    selection_.questions = questions_allowed(checker_, study, terms);
    for (std::size_t i = 0; i < study.questions.size(); ++i) {
      if (selection_.questions.contains(QuestionId(i)))
        of_group_[study.questions[i].group.index()].push_back(QuestionId(i));
    }
    for (std::uint32_t i = 0; i < corpus.lost.size(); ++i) {
      for (const RespondentId respondent : corpus.lost[i].respondents)
        lost_.emplace(std::pair(respondent, corpus.lost[i].question), i);
    }
  }

  Selection select(bool with_unrecorded) {
    const bool only_responses = !with_unrecorded && lost_.empty() && !checker_.asks_for_interviews();
    selection_.slots.reserve(corpus_.responses.size());
    selection_.holds_respondent.resize(corpus_.respondents.size());
    for (std::size_t i = 0; i < corpus_.respondents.size(); ++i) {
      const RespondentId respondent(i);
      const bool fits = std::all_of(terms_.begin(), terms_.end(),
                                    [&](const WhereTerm& term) { return checker_.fits(term, respondent); });
      selection_.holds_respondent[i] = fits;
      while (response_ < corpus_.responses.size() && corpus_.responses[response_].respondent < respondent) ++response_;
      if (!fits) continue;
      const std::vector<QuestionId>& questions = of_group_[corpus_.respondents[i].group.index()];
      if (only_responses) {
        append_responses(respondent, questions);
      } else {
        append_slots(respondent, questions, with_unrecorded);
      }
    }
    if (std::any_of(terms_.begin(), terms_.end(),
                    [](const WhereTerm& term) { return term.key == WhereTerm::Key::attribute; }))
      leave_groups_of_respondents(selection_, study_, corpus_);
    return std::move(selection_);
  }

 private:
  [[nodiscard]] bool is_of(RespondentId respondent) const {
    return response_ < corpus_.responses.size() && corpus_.responses[response_].respondent == respondent;
  }

  /// Where nothing but responses tells who answered: those of the respondent, or one slot without any.
  void append_responses(RespondentId respondent, const std::vector<QuestionId>& questions) {
    const std::size_t before = selection_.slots.size();
    for (; is_of(respondent); ++response_) {
      const QuestionId question = corpus_.responses[response_].question;
      if (selection_.questions.contains(question))
        selection_.slots.push_back({respondent, question, static_cast<std::uint32_t>(response_), Slot::none});
    }
    if (selection_.slots.size() == before && !questions.empty())
      selection_.slots.push_back({respondent, questions.front(), Slot::none, Slot::none});
  }

  void append_slots(RespondentId respondent, const std::vector<QuestionId>& questions, bool with_unrecorded) {
    bool has_slot = false;
    std::optional<Slot> unrecorded;
    for (const QuestionId question : questions) {
      Slot slot{respondent, question, Slot::none, Slot::none};
      std::optional<InterviewId> given_in;
      while (is_of(respondent) && corpus_.responses[response_].question < question) ++response_;
      if (is_of(respondent) && corpus_.responses[response_].question == question) {
        slot.response = static_cast<std::uint32_t>(response_);
        given_in = corpus_.answer(corpus_.responses[response_].answer).interview;
      } else if (const auto found = lost_.find({respondent, question}); found != lost_.end()) {
        slot.lost = found->second;
        given_in = corpus_.lost[slot.lost].interview;
      }
      const bool met = !given_in || std::all_of(terms_.begin(), terms_.end(), [&](const WhereTerm& term) {
        return !checker_.of_interview(term) || checker_.fits(term, corpus_.interview(*given_in));
      });
      if (!met) continue;
      if (with_unrecorded || given_in) {
        selection_.slots.push_back(slot);
        has_slot = true;
      } else if (!unrecorded) {
        unrecorded = slot;
      }
    }
    if (!has_slot && unrecorded) selection_.slots.push_back(*unrecorded);
  }

  const Study& study_;
  const Corpus& corpus_;
  const std::vector<WhereTerm>& terms_;
  const TermChecker checker_;
  std::vector<std::vector<QuestionId>> of_group_;  // allowed, by group
  std::map<std::pair<RespondentId, QuestionId>, std::uint32_t> lost_;
  std::size_t response_ = 0;  // the next: they stand by respondent and question, as slots do
  Selection selection_;
};

}  // namespace

Selection select(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms) {
  return Selector(study, corpus, terms).select(true);
}

Selection select_recorded(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms) {
  return Selector(study, corpus, terms).select(false);
}

}  // namespace etic
