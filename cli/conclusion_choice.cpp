#include "cli/conclusion_choice.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "diagnostics/hint.hpp"
#include "text/file_tree.hpp"

namespace etic::cli {
namespace {

/// Whether a name means the conclusion: its id, its section or one above it, its sub-question.
bool is_meant(const Conclusion& conclusion, std::string_view name, const Study& study) {
  if (conclusion.id == name || name == "all") return true;
  if (conclusion.section == name) return true;
  if (conclusion.section.size() > name.size() && conclusion.section.starts_with(name) &&
      conclusion.section[name.size()] == '.')
    return true;
  return conclusion.sub_question && study.sub_question(*conclusion.sub_question).name == name;
}

}  // namespace

void require_conclusions(const OpenedStudy& opened, const std::string& folder, Sink& sink) {
  if (opened.conclusions.file == nullptr)
    sink.report(Kind::unreadable_file, join_path(folder, opened.study.conclusions_file), "the study has no conclusions",
                "docs/conclusions.md shows how to write them");
}

std::vector<const Conclusion*> find_conclusions(const std::vector<std::string>& names, const OpenedStudy& opened,
                                                Sink& sink) {
  const std::vector<Conclusion>& all = opened.conclusions.conclusions;
  for (const std::string& name : names) {
    const bool known = name == "all" || std::any_of(all.begin(), all.end(), [&](const Conclusion& conclusion) {
                         return is_meant(conclusion, name, opened.study);
                       });
    if (known) continue;
    std::vector<std::string> candidates = opened.study.sub_question_names();
    for (const Conclusion& conclusion : all) {
      candidates.push_back(conclusion.id);
      if (!conclusion.section.empty()) candidates.push_back(conclusion.section);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const std::string near = did_you_mean(name, candidates);
    sink.report(Kind::unknown_conclusion, "", fmt::format("there is no conclusion, section or sub-question `{}`", name),
                near.empty() ? "`etic conclude` lists them" : near);
  }
  std::vector<const Conclusion*> found;
  for (const Conclusion& conclusion : all) {
    const bool meant = names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                         return is_meant(conclusion, name, opened.study);
                       });
    if (meant) found.push_back(&conclusion);
  }
  return found;
}

}  // namespace etic::cli
