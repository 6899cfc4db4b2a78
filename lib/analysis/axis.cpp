#include "analysis/axis.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "diagnostics/hint.hpp"

namespace etic {
namespace {

constexpr std::pair<std::string_view, Axis::Kind> plain_axes[] = {{"code", Axis::Kind::code},
                                                                  {"theme", Axis::Kind::theme},
                                                                  {"group", Axis::Kind::group},
                                                                  {"question", Axis::Kind::question},
                                                                  {"subquestion", Axis::Kind::sub_question},
                                                                  {"respondent", Axis::Kind::respondent}};

/// Fills items and memberships of one kind of axis each.
class Placer {
 public:
  Placer(const Study& study, const Corpus& corpus, const Selection& selection, bool counts_unrecorded)
      : study_(study), corpus_(corpus), selection_(selection), counts_unrecorded_(counts_unrecorded) {
    places_.items_of.resize(selection.slots.size());
  }

  AxisPlaces by_group() {
    for (std::size_t i = 0; i < study_.groups.size(); ++i)
      add(study_.groups[i].name, study_.groups[i].label, questions_of_group(GroupId(i)));
    rank_all();
    place([&](const Slot& slot, auto& items) { items.push_back(study_.question(slot.question).group.value); });
    return finish(false);
  }

  AxisPlaces by_question() {
    for (std::size_t i = 0; i < study_.questions.size(); ++i) {
      QuestionSet design = study_.no_questions();
      design.insert(QuestionId(i));
      add(study_.questions[i].code.text(), study_.questions[i].text, design);
    }
    rank_all();
    place([](const Slot& slot, auto& items) { items.push_back(slot.question.value); });
    return finish(false);
  }

  AxisPlaces by_sub_question(bool only_asked) {
    for (const SubQuestion& sub : study_.sub_questions) add(sub.name, sub.question, questions_of(sub, only_asked));
    rank_all();
    place([&](const Slot& slot, auto& items) {
      for (std::uint32_t i = 0; i < places_.design.size(); ++i) {
        if (places_.design[i].contains(slot.question)) items.push_back(i);
      }
    });
    return finish(false);
  }

  AxisPlaces by_respondent() {
    for (const Respondent& respondent : corpus_.respondents)
      add(respondent.name, respondent.name, study_.no_questions());
    for (std::size_t i = 0; i < places_.items.size(); ++i) places_.items[i].rank = corpus_.respondents[i].rank;
    place([](const Slot& slot, auto& items) { items.push_back(slot.respondent.value); });
    return finish(true);
  }

  AxisPlaces by_attribute(AttributeId attribute) {
    for (const std::string& value : corpus_.values[attribute.index()]) add(value, value, study_.no_questions());
    rank_declared(study_.attribute(attribute).values);
    const std::vector<Few<std::uint32_t>> possible = values_of_respondents(attribute);
    const auto assign = [](auto& items, const Few<std::uint32_t>& values) {
      items.assign(values.begin(), values.end());
    };
    place([&](const Slot& slot, auto& items) {
      if (slot.is_recorded()) {
        assign(items, corpus_.values_of(corpus_.responses[slot.response], attribute, study_));
      } else if (slot.lost != Slot::none && study_.attribute(attribute).of == Attribute::Of::interview) {
        assign(items, corpus_.interview(corpus_.lost[slot.lost].interview).attributes[attribute.index()]);
      } else {
        assign(items, possible[slot.respondent.index()]);
      }
    });
    return finish(true);
  }

 private:
  [[nodiscard]] QuestionSet questions_of_group(GroupId group) const {
    QuestionSet questions = study_.no_questions();
    for (std::size_t i = 0; i < study_.questions.size(); ++i) {
      if (study_.questions[i].group == group) questions.insert(QuestionId(i));
    }
    return questions;
  }

  /// What each respondent's answers could hold: of an attribute of interviews, what any of them holds.
  [[nodiscard]] std::vector<Few<std::uint32_t>> values_of_respondents(AttributeId attribute) const {
    std::vector<Few<std::uint32_t>> values;
    for (const Respondent& respondent : corpus_.respondents) values.push_back(respondent.attributes[attribute.index()]);
    for (const Interview& interview : corpus_.interviews) {
      for (const RespondentId respondent : interview.respondents) {
        for (const std::uint32_t value : interview.attributes[attribute.index()]) {
          Few<std::uint32_t>& held = values[respondent.index()];
          if (std::find(held.begin(), held.end(), value) == held.end()) held.push_back(value);
        }
      }
    }
    for (auto& held : values) std::sort(held.begin(), held.end());
    return values;
  }

  void add(std::string key, std::string label, QuestionSet design) {
    places_.items.push_back({std::move(key), std::move(label), 0, false, {}, AxisItem::unranked});
    places_.design.push_back(std::move(design));
  }

  void rank_all() {
    for (std::size_t i = 0; i < places_.items.size(); ++i) places_.items[i].rank = i;
  }

  /// Declared values come first, whatever others there are.
  void rank_declared(const std::vector<std::string>& declared) {
    for (AxisItem& item : places_.items) {
      const auto found = std::find(declared.begin(), declared.end(), item.key);
      if (found != declared.end()) item.rank = static_cast<std::uint64_t>(found - declared.begin());
    }
  }

  template <class ItemsOf>
  void place(ItemsOf items_of) {
    for (std::size_t i = 0; i < selection_.slots.size(); ++i) items_of(selection_.slots[i], places_.items_of[i]);
  }

  /// What the study's design does not say of an item (which questions it could have), its slots do: whoever falls on
  /// it could have been asked all questions of the group.
  AxisPlaces finish(bool design_from_slots) {
    const auto none = static_cast<std::uint32_t>(places_.items.size());
    add(std::string(no_value), std::string(no_value), study_.no_questions());
    std::vector<bool> used(places_.items.size());
    std::vector<std::set<GroupId>> groups(places_.items.size());  // who fall on an item
    for (std::size_t i = 0; i < places_.items_of.size(); ++i) {
      const Slot& slot = selection_.slots[i];
      if (places_.items_of[i].empty()) places_.items_of[i].push_back(none);
      for (const std::uint32_t item : places_.items_of[i]) {
        if (design_from_slots || item == none) groups[item].insert(study_.question(slot.question).group);
        used[item] = used[item] || item != none || slot.is_recorded() || counts_unrecorded_;
      }
    }
    for (std::size_t i = 0; i < places_.design.size(); ++i) {
      for (const GroupId group : groups[i]) places_.design[i].insert(questions_of_group(group));
      if (i == none && !design_from_slots) places_.design[i] = without_those_of_items(places_.design[i]);
      places_.design[i] = places_.design[i].intersection(selection_.questions);
      if (!design_from_slots && i != none) used[i] = !places_.design[i].empty();
    }
    if (corpus_.is_part) {  // others may use what has no value
      places_.items[none].is_used = used[none];
      used[none] = true;
    }
    AxisPlaces kept = without_unused(used);
    kept.by_who_falls_on_it = design_from_slots;
    return kept;
  }

  /// The questions that no item has by design.
  [[nodiscard]] QuestionSet without_those_of_items(const QuestionSet& questions) const {
    QuestionSet left = study_.no_questions();
    for (std::size_t i = 0; i < study_.questions.size(); ++i) {
      const bool has_item = std::any_of(places_.design.begin(), places_.design.end() - 1,
                                        [&](const QuestionSet& design) { return design.contains(QuestionId(i)); });
      if (questions.contains(QuestionId(i)) && !has_item) left.insert(QuestionId(i));
    }
    return left;
  }

  AxisPlaces without_unused(const std::vector<bool>& used) {
    AxisPlaces kept;
    std::vector<std::uint32_t> renumbered(used.size());
    for (std::size_t i = 0; i < used.size(); ++i) {
      renumbered[i] = static_cast<std::uint32_t>(kept.items.size());
      if (!used[i]) continue;
      kept.items.push_back(std::move(places_.items[i]));
      kept.design.push_back(std::move(places_.design[i]));
    }
    for (auto& items : places_.items_of) {
      items.erase(std::remove_if(items.begin(), items.end(), [&](std::uint32_t item) { return !used[item]; }),
                  items.end());
      for (std::uint32_t& item : items) item = renumbered[item];
    }
    kept.items_of = std::move(places_.items_of);
    return kept;
  }

  const Study& study_;
  const Corpus& corpus_;
  const Selection& selection_;
  const bool counts_unrecorded_;
  AxisPlaces places_;
};

}  // namespace

std::optional<Axis> parse_axis(std::string_view name, const Study& study, const ReportPart& report, bool offer_codes) {
  for (const auto& [known, kind] : plain_axes) {
    if (known == name) return Axis{kind, {}};
  }
  if (const std::optional<AttributeId> attribute = study.find_attribute(name))
    return Axis{Axis::Kind::attribute, *attribute};
  std::vector<std::string> names;
  for (const auto& [known, kind] : plain_axes) {
    if (offer_codes || !Axis{kind, {}}.is_codes()) names.emplace_back(known);
  }
  for (const Attribute& attribute : study.attributes) names.push_back(attribute.name);
  report(Kind::unknown_attribute, 0, name.size(), fmt::format("there is no axis or attribute `{}`", name),
         near_or_all(name, names));
  return std::nullopt;
}

std::string name_of(const Axis& axis, const Study& study) {
  if (axis.kind == Axis::Kind::attribute) return study.attribute(axis.attribute).name;
  for (const auto& [name, kind] : plain_axes) {
    if (kind == axis.kind) return std::string(name);
  }
  return "";
}

AxisPlaces place_on_axis(const Axis& axis, const Study& study, const Corpus& corpus, const Selection& selection,
                         const Counting& counting) {
  Placer placer(study, corpus, selection, counting.base == BaseRule::eligible);
  switch (axis.kind) {
    case Axis::Kind::group:
      return placer.by_group();
    case Axis::Kind::question:
      return placer.by_question();
    case Axis::Kind::sub_question:
      return placer.by_sub_question(counting.only_asked);
    case Axis::Kind::respondent:
      return placer.by_respondent();
    case Axis::Kind::attribute:
      return placer.by_attribute(axis.attribute);
    case Axis::Kind::code:
    case Axis::Kind::theme:
      break;
  }
  return {};
}

std::vector<AxisItem> code_items(const Axis& axis, const Codebooks& books, const std::vector<CodeId>& codes) {
  const bool themes = axis.kind == Axis::Kind::theme;
  const auto is_shown = [&](CodeId id) { return std::binary_search(codes.begin(), codes.end(), id); };
  std::vector<AxisItem> items;
  for (const CodeId id : codes) {
    const Code& code = books.code(id);
    if (themes && code.parent) continue;
    int indent = 0;  // below those of its themes that are shown
    for (auto parent = code.parent; parent; parent = books.code(*parent).parent) indent += is_shown(*parent) ? 1 : 0;
    items.push_back({code.name, code.label, indent, code.is_theme() && !themes, id, id.value});
  }
  return items;
}

}  // namespace etic
