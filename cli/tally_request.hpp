#pragma once

#include <string>

#include "cli/coder_option.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/output.hpp"
#include "cli/row_options.hpp"
#include "report/count_tables.hpp"

namespace etic::cli {

/// A tally with what its caption says.
struct CountedTally {
  Matrix tally;
  std::string by;
  CountingText text;
  Percent percent = Percent::none;
  std::vector<std::string> respondents;  // who are counted, those that have a name
  std::vector<std::string> answer_files;
};

/// Adds a tally in the format asked for.
void write_tally(const Matrix& tally, const std::string& by, const CountingText& text, Percent percent, Output& output,
                 const Env& env);

/// The options that say which tally is wanted: by what, codes, the part of the study, how it counts, whose codings.
class TallyRequest {
 public:
  void set_up(CLI::App& app);

  /// Opens the study and counts; trouble is printed, and thrown as Failure. Of a part of a study it is told who is
  /// counted.
  [[nodiscard]] CountedTally count(const Env& env, bool json, bool is_long, bool is_partial = false) const;

 private:
  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  CountingOptions counting_;
  RowOptions rows_;
  std::string by_;
  bool themes_ = false;
};

}  // namespace etic::cli
