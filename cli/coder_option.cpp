#include "cli/coder_option.hpp"

#include <fmt/format.h>

#include "diagnostics/hint.hpp"

namespace etic::cli {

std::vector<CoderId> layers_named(const std::string& name, const OpenedStudy& opened, Sink& sink) {
  const Ledger& ledger = opened.ledger;
  if (name == settled_coder) {
    if (ledger.settle.empty()) {
      sink.report(Kind::unknown_coder, "", "the study does not say which coders settle",
                  "like `settle: [rules, NAME]` in study.yaml");
    }
    return ledger.settle;
  }
  if (const std::optional<CoderId> coder = ledger.find_coder(name)) return {*coder};
  std::vector<std::string> names = ledger.coder_names();
  names.emplace_back(settled_coder);
  sink.report(Kind::unknown_coder, "", fmt::format("there is no coder `{}`", name), near_or_all(name, names));
  return {};
}

void CoderOption::set_up(CLI::App& app) {
  app.add_option("--coder", name_,
                 "Whose codings: rules, a person's name, or settled (default where the study settles)")
      ->type_name("NAME");
}

std::vector<CoderId> CoderOption::layers(const OpenedStudy& opened, Sink& sink) const {
  if (!name_.empty()) return layers_named(name_, opened, sink);
  return opened.ledger.settle.empty() ? std::vector<CoderId>{CoderId(rules_index)} : opened.ledger.settle;
}

}  // namespace etic::cli
