#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "diagnostics/sink.hpp"
#include "study/study.hpp"

namespace etic::cli {

/// `--answers` and `--columns`: files of answers in rows besides, or in place of, those of study.yaml.
class AnswerOptions {
 public:
  void set_up(CLI::App& app);

  /// Puts them into the study.
  void apply(Study& study, Sink& sink) const;

 private:
  std::vector<std::string> paths_;
  std::vector<std::string> columns_;
};

}  // namespace etic::cli
