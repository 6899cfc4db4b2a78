#include "cli/command_tally.hpp"

#include "report/partial_tally.hpp"

namespace etic::cli {

void TallyCommand::set_up(CLI::App& app) {
  request_.set_up(app);
  app.add_flag("--partial", is_partial_, "Counts of a shard, as JSON for `etic merge`");
  output_.set_up(app);
}

int TallyCommand::run(Env& env) {
  const CountedTally counted = request_.count(env, output_.is_json(), output_.is_long() && !is_partial_, is_partial_);
  if (is_partial_) {
    deliver(partial_json({"", counted.tally, counted.by, counted.percent, counted.text, counted.respondents,
                          counted.answer_files}),
            output_.path(), env);
    return exit_done;
  }
  write_tally(counted.tally, counted.by, counted.text, counted.percent, output_, env);
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
