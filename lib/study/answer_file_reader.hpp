#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report_part.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "yaml/node.hpp"

namespace etic {

/// Reads `answers:` of study.yaml: one file or a list of them, each a mapping (`file`, `text`, `question` …). The
/// study's attributes and questions must be known.
[[nodiscard]] std::vector<AnswerFile> read_answer_files(const YamlNode& node, const Study& study, Sink& sink);

/// Takes in one `WHAT=COLUMN` of the command line: `text=comment`, `respondent=id`, `question=G1Q2`, an attribute or,
/// where every question has its own column, a question code before the sign.
void set_column(AnswerFile& file, std::string_view assignment, const Study& study, const ReportPart& report);

}  // namespace etic
