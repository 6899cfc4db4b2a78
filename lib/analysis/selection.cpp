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

Selection select(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms, bool with_unrecorded) {
  const TermChecker checker(study, corpus, terms);
  Selection selection;
  selection.questions = questions_allowed(checker, study, terms);

  std::vector<std::vector<QuestionId>> of_group(study.groups.size());
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    if (selection.questions.contains(QuestionId(i)))
      of_group[study.questions[i].group.index()].push_back(QuestionId(i));
  }

  std::map<std::pair<RespondentId, QuestionId>, std::uint32_t> lost;
  for (std::uint32_t i = 0; i < corpus.lost.size(); ++i) {
    for (const RespondentId respondent : corpus.lost[i].respondents)
      lost.emplace(std::pair(respondent, corpus.lost[i].question), i);
  }

  const bool only_recorded = !with_unrecorded && lost.empty() && !checker.asks_for_interviews();
  selection.slots.reserve(corpus.responses.size());
  selection.holds_respondent.resize(corpus.respondents.size());
  std::size_t response = 0;  // responses stand by respondent and question, as slots do
  for (std::size_t i = 0; i < corpus.respondents.size(); ++i) {
    const RespondentId respondent(i);
    const bool fits =
        std::all_of(terms.begin(), terms.end(), [&](const WhereTerm& term) { return checker.fits(term, respondent); });
    selection.holds_respondent[i] = fits;
    while (response < corpus.responses.size() && corpus.responses[response].respondent < respondent) ++response;
    if (!fits) continue;
    const std::vector<QuestionId>& questions = of_group[corpus.respondents[i].group.index()];
    if (only_recorded) {
      const std::size_t before = selection.slots.size();
      for (; response < corpus.responses.size() && corpus.responses[response].respondent == respondent; ++response) {
        const QuestionId question = corpus.responses[response].question;
        if (selection.questions.contains(question))
          selection.slots.push_back({respondent, question, static_cast<std::uint32_t>(response), Slot::none});
      }
      if (selection.slots.size() == before && !questions.empty())
        selection.slots.push_back({respondent, questions.front(), Slot::none, Slot::none});
      continue;
    }
    bool is_met = false;  // has a slot
    std::optional<Slot> unrecorded;
    for (const QuestionId question : questions) {
      Slot slot{respondent, question, Slot::none, Slot::none};
      std::optional<InterviewId> given_in;
      while (response < corpus.responses.size() && corpus.responses[response].respondent == respondent &&
             corpus.responses[response].question < question)
        ++response;
      if (response < corpus.responses.size() && corpus.responses[response].respondent == respondent &&
          corpus.responses[response].question == question) {
        slot.response = static_cast<std::uint32_t>(response);
        given_in = corpus.answer(corpus.responses[response].answer).interview;
      } else if (const auto found = lost.find({respondent, question}); found != lost.end()) {
        slot.lost = found->second;
        given_in = corpus.lost[slot.lost].interview;
      }
      const bool met = !given_in || std::all_of(terms.begin(), terms.end(), [&](const WhereTerm& term) {
        return !checker.of_interview(term) || checker.fits(term, corpus.interview(*given_in));
      });
      if (!met) continue;
      if (with_unrecorded || given_in) {
        selection.slots.push_back(slot);
        is_met = true;
      } else if (!unrecorded) {
        unrecorded = slot;
      }
    }
    if (!is_met && unrecorded) selection.slots.push_back(*unrecorded);
  }
  if (std::any_of(terms.begin(), terms.end(),
                  [](const WhereTerm& term) { return term.key == WhereTerm::Key::attribute; }))
    leave_groups_of_respondents(selection, study, corpus);
  return selection;
}

}  // namespace

Selection select(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms) {
  return select(study, corpus, terms, true);
}

Selection select_recorded(const Study& study, const Corpus& corpus, const std::vector<WhereTerm>& terms) {
  return select(study, corpus, terms, false);
}

}  // namespace etic
