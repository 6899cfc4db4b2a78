#pragma once

#include <memory>
#include <string>

#include "cli/coder_option.hpp"
#include "cli/counting_options.hpp"
#include "cli/open_study.hpp"
#include "cli/row_options.hpp"
#include "report/count_tables.hpp"

namespace etic::cli {

/// A matrix with what its caption says.
struct CountedMatrix {
  std::unique_ptr<OpenedStudy> opened;
  Matrix matrix;
  std::string rows;  // axes, as named
  std::string columns;
  std::string within;  // of codes crossed with codes: the unit that holds both
  std::string title;
  CountingText text;
  Percent percent = Percent::none;
};

/// The options that say which matrix is wanted: axes, codes, the part of the study, how it counts, whose codings.
class MatrixRequest {
 public:
  void set_up(CLI::App& app);

  /// Codes crossed with codes, or themes with themes: the axes are no options.
  void set_up_for_codes(CLI::App& app);

  /// Opens the study and counts; trouble is printed, and thrown as Failure.
  [[nodiscard]] CountedMatrix count(const Env& env, bool json, bool is_long) const;

 private:
  void set_up_counting(CLI::App& app);
  [[nodiscard]] Matrix cross(const CodedCorpus& coded, const Bearing& bearing, const Selection& selection,
                             const Axis& rows, const Axis& columns, const std::vector<CodeId>& codes,
                             const Counting& counting) const;
  void check(const std::optional<Axis>& rows, const std::optional<Axis>& columns, const Counting& counting,
             Sink& sink) const;
  [[nodiscard]] Within within() const;
  [[nodiscard]] std::string title(const Axis& rows, const Axis& columns) const;

  StudyOptions study_;
  CoderOption coder_;
  WhereOptions where_;
  CodeOptions codes_;
  CountingOptions counting_;
  RowOptions rows_in_parts_;
  std::string rows_ = "theme";
  std::string columns_ = "group";
  std::string within_ = "answer";
};

}  // namespace etic::cli
