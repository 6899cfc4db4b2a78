#include "editing/code_promotion.hpp"

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

/// Everything that names the proposal; none, and reported, where nobody does.
std::vector<CodeMention> mentions_of(const StudyEdit& edit, const std::string& proposal, Sink& sink) {
  std::vector<CodeMention> mentions;
  std::vector<std::string> known;
  for (const CodeMention& mention : find_mentions(edit)) {
    if (mention.name == proposal) mentions.push_back(mention);
    if (mention.name.starts_with(proposal_mark)) known.push_back(mention.name);
  }
  if (mentions.empty()) {
    const std::string near = did_you_mean(proposal, known);
    sink.report(Kind::unknown_code, "", fmt::format("no coder proposes `{}`", proposal),
                near.empty() ? "`etic codebook` lists the proposals" : near);
  }
  return mentions;
}

void replace_all(StudyEdit& edit, const std::vector<CodeMention>& mentions, const std::string& name) {
  for (const CodeMention& mention : mentions) edit.of(*mention.file).replace(mention.span, name);
}

}  // namespace

bool promote_proposal(StudyEdit& edit, const std::string& proposal, const CodeParent& parent, const NewCode& code,
                      Sink& sink) {
  const std::vector<CodeMention> mentions = mentions_of(edit, proposal, sink);
  if (mentions.empty()) return false;
  const std::string name = edit.name_below(parent, code.part);
  if (edit.books().find_code(name)) {
    sink.report(Kind::duplicate_code, "", fmt::format("there is a code `{}` already", name),
                fmt::format("`etic codebook merge {} {}` takes the proposal for it", proposal, name));
    return false;
  }
  if (!can_put_entry(edit, parent, sink)) return false;
  replace_all(edit, mentions, name);
  put_entry(edit, parent, code.part, entry_of(code, usual_step(edit, parent.book)));
  return true;
}

bool adopt_proposal(StudyEdit& edit, const std::string& proposal, CodeId code, Sink& sink) {
  const std::vector<CodeMention> mentions = mentions_of(edit, proposal, sink);
  replace_all(edit, mentions, edit.books().code(code).name);
  return !mentions.empty();
}

}  // namespace etic
