#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "text/source_file.hpp"

namespace etic {

/// Where readers report what is wrong, and go on. Holds everything until it is asked for; of one file's errors the
/// first thousand, so that a file of nothing but errors costs neither hours nor all memory.
class Sink {
 public:
  static constexpr std::size_t most_errors_of_file = 1'000;

  /// About a stretch of a file.
  void report(Kind kind, const SourceFile& file, Span where, std::string message, std::string hint = {});

  /// About a file as a whole, or (with an empty path) about the command line.
  void report(Kind kind, std::string path, std::string message, std::string hint = {});

  /// Takes over all that another sink holds.
  void append(const Sink& other);

  /// All reports, in the order of printing and each once.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

  /// Whether this file has more errors than are held: its reader may stop.
  [[nodiscard]] bool is_full(std::string_view path) const;

  /// All errors reported, held or not. Readers stop where a file is full: there may be more then.
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] bool counts_all() const;
  [[nodiscard]] std::size_t warning_count() const { return warnings_; }

 private:
  void add(Diagnostic diagnostic);
  void count_error(const std::string& path, std::size_t errors = 1);

  std::vector<Diagnostic> diagnostics_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::map<std::string, std::size_t, std::less<>> errors_of_file_;  // reported, held or not
};

}  // namespace etic
