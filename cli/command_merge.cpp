#include "cli/command_merge.hpp"

#include "cli/open_study.hpp"
#include "cli/tally_request.hpp"
#include "diagnostics/open_source.hpp"
#include "report/partial_tally.hpp"

namespace etic::cli {

void MergeCommand::set_up(CLI::App& app) {
  app.add_option("FILE", paths_, "What `etic tally --partial -o FILE` wrote, one a shard")->required();
  output_.set_up(app);
}

int MergeCommand::run(Env& env) {
  constexpr SizeLimit partial_limit{std::size_t{1} << 30};
  const bool json = output_.is_json();
  Sink sink;
  std::vector<PartialTally> partials;
  for (const std::string& path : paths_) {
    const std::unique_ptr<SourceFile> file = open_source(env.files, path, partial_limit, sink);
    if (file == nullptr) continue;
    if (std::optional<PartialTally> partial = read_partial(*file, sink)) partials.push_back(std::move(*partial));
  }
  require_no_errors(env, sink, json);
  const PartialTally whole = merge(partials, sink);
  require_no_errors(env, sink, json);

  write_tally(whole.tally, whole.by, whole.text, whole.percent, output_, env);
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
