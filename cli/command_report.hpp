#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/coder_option.hpp"
#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "report/text_sample.hpp"
#include "table/table.hpp"

namespace etic::cli {

/// The whole study as one HTML page to click through.
class ReportCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  [[nodiscard]] TextRoom room() const;
  [[nodiscard]] static std::vector<Table> agreement(const OpenedStudy& opened, const std::vector<CodeId>& codes);

  StudyOptions study_;
  CoderOption coder_;
  std::string path_;
  std::uint32_t megabytes_ = 0;
};

}  // namespace etic::cli
