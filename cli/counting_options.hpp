#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/matrix.hpp"
#include "analysis/selection.hpp"
#include "cli/open_study.hpp"
#include "report/caption.hpp"
#include "report/count_tables.hpp"

namespace etic::cli {

/// The part of a study, or of a part of it, that a table speaks of: slots that do not count are left out where there
/// are many.
[[nodiscard]] Selection select_for(const Counting& counting, const CodedCorpus& coded,
                                   const std::vector<WhereTerm>& terms);

/// `--where`: which part of the study a command speaks of.
class WhereOptions {
 public:
  void set_up(CLI::App& app);

  /// Troubles go to the sink; what is returned is then not to be used.
  [[nodiscard]] std::vector<WhereTerm> parse(const OpenedStudy& opened, Sink& sink) const;
  [[nodiscard]] Selection select(const OpenedStudy& opened, Sink& sink) const;
  [[nodiscard]] bool asks_for_attributes(const OpenedStudy& opened) const;
  [[nodiscard]] const std::vector<std::string>& terms() const { return terms_; }
  [[nodiscard]] bool only_asked() const { return only_asked_; }

 private:
  std::vector<std::string> terms_;
  bool only_asked_ = false;
};

/// `--code`: rows, by code or theme.
class CodeOptions {
 public:
  void set_up(CLI::App& app);
  void set_up_positional(CLI::App& app);

  /// The codes asked for, themes with all below them, which must be among `codes`; or all of these, in the books'
  /// order.
  [[nodiscard]] std::vector<CodeId> select(const OpenedStudy& opened, const std::vector<CodeId>& codes,
                                           Sink& sink) const;
  [[nodiscard]] bool given() const { return !names_.empty(); }

  /// Reports it when none of the codes stands at the top of its book: a table of themes would be empty.
  void require_theme(const OpenedStudy& opened, const std::vector<CodeId>& codes, Sink& sink) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

/// `--count`, `--base`, `--among`, `--percent`: how a table counts.
class CountingOptions {
 public:
  void set_up(CLI::App& app);

  [[nodiscard]] Counting counting(const OpenedStudy& opened, bool only_asked, Sink& sink) const;
  [[nodiscard]] CountingText text(const Counting& counting, const WhereOptions& where, const CodedCorpus& coded) const;
  [[nodiscard]] Percent percent() const;
  [[nodiscard]] bool counts_segments() const { return unit_ == "segments"; }

  /// Long formats carry n and base, from which anybody takes the percentage wanted.
  void check_format(bool is_long, Sink& sink) const;

 private:
  std::string unit_ = "respondents";
  std::string base_ = "recorded";
  std::string among_;
  std::string percent_;
};

}  // namespace etic::cli
