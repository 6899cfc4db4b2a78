#include "cli/answer_options.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "cli/choice.hpp"
#include "diagnostics/report_part.hpp"
#include "study/answer_file_reader.hpp"
#include "text/file_tree.hpp"

namespace etic::cli {

void AnswerOptions::set_up(CLI::App& app) {
  app.add_option("--answers", paths_,
                 "Answers in rows, instead of the study's: CSV, TSV, NDJSON, .gz, .zst; `-`: stdin")
      ->check(not_empty("--answers"))
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--columns", columns_,
                 "What they are called there: text=comment,respondent=id,question=item,site=park")
      ->type_name("WHAT=COLUMN")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void AnswerOptions::apply(Study& study, Sink& sink) const {
  if (!paths_.empty()) {
    AnswerFile likewise = study.answer_files.empty() ? AnswerFile{} : study.answer_files.front();
    likewise.is_of_study = false;
    study.answer_files.clear();
    for (const std::string& path : paths_) {
      if (std::any_of(study.answer_files.begin(), study.answer_files.end(),
                      [&](const AnswerFile& named) { return named.path == path; }))
        sink.report(Kind::invalid_option, "", fmt::format("`--answers {}` stands twice", path));
      likewise.path = path;
      study.answer_files.push_back(likewise);
    }
  }
  if (study.answer_files.empty() && !columns_.empty())
    sink.report(Kind::invalid_option, "", "`--columns` speaks of answers in rows, and there are none",
                "name their file with `--answers FILE`");
  for (AnswerFile& file : study.answer_files) {
    for (const std::string& column : columns_) set_column(file, column, study, about_command_line(sink));
    if (file.path.empty() && study.file)
      sink.report(Kind::missing_key, *study.file, file.place, "`answers` names no file",
                  "write `file:`, or `--answers FILE` on the command line");
  }
}

}  // namespace etic::cli
