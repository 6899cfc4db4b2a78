#pragma once

#include "cli/command.hpp"
#include "cli/matrix_request.hpp"
#include "cli/output.hpp"

namespace etic::cli {

/// One axis crossed with another: codes or themes with groups, sites, questions …, two such, or codes with codes.
class MatrixCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  MatrixRequest request_;
  Output output_;
};

}  // namespace etic::cli
