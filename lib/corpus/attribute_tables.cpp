#include "corpus/attribute_tables.hpp"

#include <algorithm>
#include <utility>

#include "text/natural_order.hpp"

namespace etic {

AttributeTables::AttributeTables(const Study& study) : study_(study), tables_(study.attributes.size()) {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    for (const std::string& value : study.attributes[i].values) static_cast<void>(number(i, value));
    tables_[i].declared = tables_[i].texts.size();
  }
}

std::uint32_t AttributeTables::number(std::size_t attribute, std::string_view value) {
  Table& table = tables_[attribute];
  if (const auto known = table.numbers.find(value); known != table.numbers.end()) return known->second;
  const auto fresh = static_cast<std::uint32_t>(table.texts.size());
  table.texts.emplace_back(value);
  table.numbers.emplace(value, fresh);
  return fresh;
}

void AttributeTables::finish(Corpus& corpus) {
  derive(corpus);
  corpus.values.clear();
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const std::vector<std::uint32_t> renumbered = sort(tables_[i]);
    const auto renumber = [&](AttributeValues& held) {
      for (std::uint32_t& value : held[i]) value = renumbered[value];
      if (held[i].size() < 2) return;
      std::sort(held[i].begin(), held[i].end());
      held[i].erase(std::unique(held[i].begin(), held[i].end()), held[i].end());
    };
    for (Respondent& respondent : corpus.respondents) renumber(respondent.attributes);
    for (Interview& interview : corpus.interviews) renumber(interview.attributes);
    corpus.values.push_back(tables_[i].texts);
  }
}

void AttributeTables::derive(Corpus& corpus) {
  for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
    const Attribute& attribute = study_.attributes[i];
    if (!attribute.from) continue;
    const std::size_t from = attribute.from->index();
    // By value of the other attribute: the one that it leads to.
    constexpr std::uint32_t nothing = UINT32_MAX;
    std::vector<std::uint32_t> targets(tables_[from].texts.size(), nothing);
    for (std::uint32_t value = 0; value < targets.size(); ++value) {
      for (const auto& [source, target] : attribute.map) {
        if (source == tables_[from].texts[value]) targets[value] = number(i, target);
      }
    }
    const auto derive_from = [&](AttributeValues& held) {
      for (const std::uint32_t value : held[from]) {
        if (targets[value] == nothing) continue;
        if (std::find(held[i].begin(), held[i].end(), targets[value]) == held[i].end())
          held[i].push_back(targets[value]);
      }
    };
    if (attribute.of == Attribute::Of::respondent) {
      for (Respondent& respondent : corpus.respondents) derive_from(respondent.attributes);
    } else {
      for (Interview& interview : corpus.interviews) derive_from(interview.attributes);
    }
  }
}

std::vector<std::uint32_t> AttributeTables::sort(Table& table) {
  std::vector<std::uint32_t> order(table.texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(table.declared), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return natural_compare(table.texts[a], table.texts[b]) < 0; });
  std::vector<std::uint32_t> renumbered(order.size());
  std::vector<std::string> sorted;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    renumbered[order[i]] = i;
    sorted.push_back(table.texts[order[i]]);
  }
  table.texts = std::move(sorted);
  for (std::uint32_t i = 0; i < table.texts.size(); ++i) table.numbers[table.texts[i]] = i;
  return renumbered;
}

}  // namespace etic
