#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/matrix_request.hpp"
#include "cli/tally_request.hpp"

namespace etic::cli {

/// Tables as pictures: a matrix as a heat map, a tally as bars, conclusions with who is for and against, codes that
/// occur together as a network.
class PlotCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  using Picture = std::string (PlotCommand::*)(Env&) const;

  CLI::App& add_picture(CLI::App& app, const char* name, const char* what, Picture picture);
  [[nodiscard]] std::string matrix(Env& env) const;
  [[nodiscard]] std::string tally(Env& env) const;
  [[nodiscard]] std::string conclusions(Env& env) const;
  [[nodiscard]] std::string network(Env& env) const;

  Picture picture_ = nullptr;
  std::string path_;
  MatrixRequest matrix_;
  TallyRequest tally_;
  MatrixRequest network_;
  std::int64_t least_ = 0;
  std::vector<std::string> names_;
  CoderOption coder_;
  StudyOptions study_;
};

}  // namespace etic::cli
