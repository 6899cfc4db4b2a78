#pragma once

#include <string>

#include "cli/coder_option.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "report/count_tables.hpp"

namespace etic::cli {

/// A tally with what its caption says.
struct CountedTally {
  Matrix tally;
  std::string by;
  CountingText text;
  Percent percent = Percent::none;
};

/// The options that say which tally is wanted: by what, codes, the part of the study, how it counts, whose codings.
class TallyRequest {
 public:
  void set_up(CLI::App& app);

  /// Opens the study and counts; trouble is printed, and thrown as Failure.
  [[nodiscard]] CountedTally count(const Env& env, bool json, bool is_long) const;

 private:
  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  CountingOptions counting_;
  std::string by_;
  bool themes_ = false;
};

}  // namespace etic::cli
