#include "cli/command_matrix.hpp"

#include "report/count_tables.hpp"

namespace etic::cli {

void MatrixCommand::set_up(CLI::App& app) {
  request_.set_up(app);
  output_.set_up(app);
}

int MatrixCommand::run(Env& env) {
  const CountedMatrix counted = request_.count(env, output_.is_json(), output_.is_long());
  if (output_.is_long()) {
    Metadata metadata = count_metadata("matrix", counted.text);
    metadata.emplace_back("rows_axis", counted.rows);
    metadata.emplace_back("cols_axis", counted.columns);
    if (!counted.within.empty()) metadata.emplace_back("within", counted.within);
    output_.write(matrix_records(counted.matrix, counted.text.unit), metadata, env);
  } else {
    output_.write(matrix_table(counted.matrix, counted.title, counted.text, counted.percent), {}, env);
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
