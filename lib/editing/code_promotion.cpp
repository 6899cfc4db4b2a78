#include "editing/code_promotion.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "coding/quote.hpp"
#include "diagnostics/hint.hpp"
#include "editing/code_entry.hpp"
#include "editing/code_mentions.hpp"
#include "editing/yaml_text.hpp"

namespace etic {
namespace {

EntryText entry_of(const NewCode& code, std::uint32_t step) {
  std::string lines = code.part + ":\n";
  const auto add = [&](std::string_view key, const std::string& value) {
    lines += fmt::format("{:{}}{}: {}\n", "", step, key, value);
  };
  if (!code.label.empty()) add("label", yaml_text(folded_space(code.label)));
  add("definition", yaml_text(folded_space(code.definition)));
  if (!code.questions.empty()) add("questions", fmt::format("[{}]", folded_space(code.questions)));
  return {lines, 0};
}

void report_unknown(const std::string& proposal, const std::vector<CodeMention>& mentions, Sink& sink) {
  std::vector<std::string> known;
  for (const CodeMention& mention : mentions) {
    if (mention.name.starts_with(proposal_mark)) known.push_back(mention.name);
  }
  const std::string near = did_you_mean(proposal, known);
  sink.report(Kind::unknown_code, "", fmt::format("no coder proposes `{}`", proposal),
              near.empty() ? "`etic codebook` lists the proposals" : near);
}

}  // namespace

bool promote_proposal(StudyEdit& edit, const std::string& proposal, const CodeParent& parent, const NewCode& code,
                      Sink& sink) {
  const std::vector<CodeMention> mentions = find_mentions(edit);
  const auto is_it = [&](const CodeMention& mention) { return mention.name == proposal; };
  if (std::none_of(mentions.begin(), mentions.end(), is_it)) {
    report_unknown(proposal, mentions, sink);
    return false;
  }
  const std::string name = edit.name_below(parent, code.part);
  if (edit.books().find_code(name)) {
    sink.report(Kind::duplicate_code, "", fmt::format("there is a code `{}` already", name), "choose another id");
    return false;
  }
  if (!can_put_entry(edit, parent, sink)) return false;
  for (const CodeMention& mention : mentions) {
    if (is_it(mention)) edit.of(*mention.file).replace(mention.span, name);
  }
  put_entry(edit, parent, code.part, entry_of(code, usual_step(edit, parent.book)));
  return true;
}

}  // namespace etic
