#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/open_study.hpp"
#include "editing/codings_file.hpp"
#include "editing/worksheet.hpp"

namespace etic::cli {

/// Coding by reading, in one's own editor: a worksheet of one respondent's answers, checked when it is saved.
class AnnotateCommand final : public Command {
 public:
  void set_up(CLI::App& app) override;
  [[nodiscard]] int run(Env& env) override;

 private:
  [[nodiscard]] std::optional<RespondentId> find_respondent(const OpenedStudy& opened, Sink& sink) const;
  [[nodiscard]] std::vector<Suggestion> suggestions(const OpenedStudy& opened,
                                                    const std::vector<AnswerId>& answers) const;
  struct Taken {
    std::vector<WorksheetTrouble> troubles;
    std::size_t read = 0;  // answers of the study that the coder then has read
  };
  [[nodiscard]] Taken take(const std::string& sheet, const OpenedStudy& opened, const std::vector<AnswerId>& answers,
                           const Env& env, CodingsFile& file) const;
  void write(const OpenedStudy& opened, const std::string& bytes, const std::string& sheet_path) const;
  [[nodiscard]] std::string path() const;
  [[nodiscard]] const SourceFile* coder_file(const OpenedStudy& opened) const;

  StudyOptions study_;
  std::string coder_;
  std::string respondent_;
  std::string codings_folder_;
  bool next_ = false;
  bool blind_ = false;
};

}  // namespace etic::cli
