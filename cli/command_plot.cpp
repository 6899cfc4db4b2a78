#include "cli/command_plot.hpp"

#include "analysis/bearing.hpp"
#include "cli/choice.hpp"
#include "cli/conclusion_choice.hpp"
#include "cli/output.hpp"
#include "coding/layers.hpp"
#include "report/conclusion_picture.hpp"
#include "report/matrix_picture.hpp"
#include "report/network_picture.hpp"
#include "report/tally_picture.hpp"

namespace etic::cli {

void PlotCommand::set_up(CLI::App& app) {
  app.require_subcommand(1);
  matrix_.set_up(add_picture(app, "matrix", "Heat map, options as of `etic matrix`", &PlotCommand::matrix));
  tally_.set_up(add_picture(app, "tally", "Bars, options as of `etic tally`", &PlotCommand::tally));
  CLI::App& conclude =
      add_picture(app, "conclude", "For and against, options as of `etic conclude`", &PlotCommand::conclusions);
  conclude.add_option("ABOUT", names_, "Only these: an id, a section with those below it, a sub-question")
      ->delimiter(',');
  coder_.set_up(conclude);
  study_.set_up(conclude, false);
  CLI::App& network =
      add_picture(app, "network", "Codes that occur together, options as of `etic matrix`", &PlotCommand::network);
  network_.set_up_for_codes(network);
  network.add_option("--least", least_, "Links of N units or more (default: about a hundred of the strongest)")
      ->check(whole_number("--least", 1, 1'000'000'000))
      ->type_name("N");
  app.add_option("-o,--output", path_, "Write the picture, SVG, to FILE, whole or not at all")
      ->check(not_empty("--output"))
      ->type_name("FILE");
}

CLI::App& PlotCommand::add_picture(CLI::App& app, const char* name, const char* what, Picture picture) {
  CLI::App* action = app.add_subcommand(name, what)->fallthrough();  // `-o` and `--help` are the command's
  action->callback([this, picture] { picture_ = picture; });
  return *action;
}

int PlotCommand::run(Env& env) {
  deliver((this->*picture_)(env), path_, env);
  return exit_done;
}

std::string PlotCommand::matrix(Env& env) const {
  const CountedMatrix counted = matrix_.count(env, false, false);
  return matrix_picture(counted.matrix, counted.title, counted.text, counted.percent);
}

std::string PlotCommand::tally(Env& env) const {
  const CountedTally counted = tally_.count(env, false, false);
  return tally_picture(counted.tally, counted.by, counted.text, counted.percent);
}

std::string PlotCommand::network(Env& env) const {
  const CountedMatrix counted = network_.count(env, false, false);
  return network_picture(counted.matrix, counted.opened->books, counted.title, counted.text, least_);
}

std::string PlotCommand::conclusions(Env& env) const {
  const auto opened = study_.open(env, false);
  Sink sink;
  require_conclusions(*opened, study_.folder(), sink);
  require_no_errors(env, sink, false);
  const std::vector<const Conclusion*> chosen = find_conclusions(names_, *opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, false);
  const CodedCorpus coded =
      code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, opened->conclusions.codes());
  const Bearing bearing(coded);
  return conclusion_picture(Concluder(coded, bearing).judge(chosen), coded);
}

}  // namespace etic::cli
