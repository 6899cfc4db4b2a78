#include "cli/command_tally.hpp"

#include "report/count_tables.hpp"

namespace etic::cli {

void TallyCommand::set_up(CLI::App& app) {
  request_.set_up(app);
  output_.set_up(app);
}

int TallyCommand::run(Env& env) {
  const CountedTally counted = request_.count(env, output_.is_json(), output_.is_long());
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
