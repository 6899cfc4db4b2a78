#include <fmt/format.h>

#include "audit/audit.hpp"

namespace etic {

void check_respondents(const Study& study, const Inventory& inventory, Sink& sink) {
  for (std::size_t i = 0; i < study.groups.size(); ++i) {
    const Group& group = study.groups[i];
    if (!group.expected) continue;
    const std::int64_t met = inventory.groups[i].respondents;
    if (met < *group.expected) {
      sink.report(Kind::missing_respondent, *study.file, group.place,
                  fmt::format("{} of the {} respondents of {} {} no transcript", *group.expected - met, *group.expected,
                              group.name, *group.expected - met == 1 ? "has" : "have"));
    } else if (met > *group.expected) {
      sink.report(Kind::extra_respondent, *study.file, group.place,
                  fmt::format("{} has {} respondents, the study expects {}", group.name, met, *group.expected));
    }
  }
}

}  // namespace etic
