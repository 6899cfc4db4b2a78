#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "analysis/row_counting.hpp"
#include "audit/examples.hpp"
#include "audit/inventory.hpp"
#include "cli/env.hpp"
#include "cli/open_study.hpp"

namespace etic::cli {

/// What rules are asked for.
struct CodingScope {
  std::vector<CodeId> codes;
  Extent extent = Extent::all;
};

/// Makes something of a coded part; what it returns is called in the order of the rows. Called by several threads.
using UsePart = std::function<std::function<void()>(const CodedCorpus&)>;

/// `--jobs`, and the going through answers in rows that were left when the study was opened.
class RowOptions {
 public:
  void set_up(CLI::App& app);

  /// Counts what is coded already, adds what the rows that are left hold, and returns the whole. Where a row is in
  /// trouble, all of it is printed, and thrown as Failure unless the command keeps going.
  /// `named`, where it is given, receives the names of all respondents that have one.
  [[nodiscard]] Matrix count(const CodedCorpus& coded, const OpenedStudy& opened, const StudyOptions& study,
                             const CodingScope& scope, const CountPart& count, const Env& env, bool json,
                             std::vector<std::string>* named = nullptr) const;

  /// Codes the rows that are left, and has them used. As above.
  void go_through(const OpenedStudy& opened, const StudyOptions& study, const CodingScope& scope, const UsePart& use,
                  const Env& env, bool json) const;

  /// Codes all rows that are left, and takes stock of them, whatever is wrong in them, which goes to the sink.
  void take_stock(const OpenedStudy& opened, const StudyOptions& study, StockTaking& stock, ExampleCheck& examples,
                  const Env& env, Sink& sink) const;

 private:
  [[nodiscard]] std::size_t jobs() const;

  std::size_t jobs_ = 0;
};

}  // namespace etic::cli
