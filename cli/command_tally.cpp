#include "cli/command_tally.hpp"

#include "report/count_tables.hpp"
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
  if (output_.is_long()) {
    output_.write(tally_records(counted.tally, counted.by, counted.text), count_metadata("tally", counted.text), env);
  } else {
    for (const Table& table : tally_tables(counted.tally, counted.by, counted.text, counted.percent))
      output_.write(table, {}, env);
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
