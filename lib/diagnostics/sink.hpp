#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "text/source_file.hpp"

namespace etic {

/// Where readers report what is wrong, and go on. Holds everything until it is asked for.
class Sink {
 public:
  /// About a stretch of a file.
  void report(Kind kind, const SourceFile& file, Span where, std::string message, std::string hint = {});

  /// About a file as a whole, or (with an empty path) about the command line.
  void report(Kind kind, std::string path, std::string message, std::string hint = {});

  /// Takes over all that another sink holds.
  void append(const Sink& other);

  /// All reports, in the order of printing and each once.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] std::size_t warning_count() const { return diagnostics_.size() - errors_; }

 private:
  void add(Diagnostic diagnostic);

  std::vector<Diagnostic> diagnostics_;
  std::size_t errors_ = 0;
};

}  // namespace etic
