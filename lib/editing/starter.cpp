#include "editing/starter.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <system_error>

#include "csv/csv_reader.hpp"
#include "editing/starter_files.hpp"
#include "editing/whole_file.hpp"
#include "study/name.hpp"
#include "study/question_code.hpp"
#include "study/question_hint.hpp"

namespace etic {
namespace {

struct GuideQuestion {
  QuestionCode code;
  std::string text;
};

/// A question list read: groups and questions in their order, sub-questions with their codes.
struct Guide {
  std::map<std::uint32_t, std::string> groups;  // number → label
  std::vector<GuideQuestion> questions;
  std::vector<std::pair<std::string, std::vector<std::string>>> sub_questions;
  std::vector<std::string> unread_columns;
};

/// Double quotes with everything escaped that YAML would take for its own.
std::string yaml_text(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return quoted + "\"";
}

struct GuideColumns {
  std::size_t question = 0;
  std::size_t text = 0;
  std::optional<std::size_t> group;
  std::optional<std::size_t> sub_question;

  [[nodiscard]] bool has(std::size_t column) const {
    return column == question || column == text || column == group || column == sub_question;
  }
};

std::optional<GuideColumns> find_columns(const CsvFile& csv, const SourceFile& file, Sink& sink) {
  const auto question = csv.column("question");
  const auto text = csv.column("text");
  if (question && text) return GuideColumns{*question, *text, csv.column("group"), csv.column("subquestion")};
  if (sink.error_count() > 0 && csv.rows.empty()) return std::nullopt;  // what is wrong with the header has been said
  sink.report(Kind::missing_key, file, csv.header.empty() ? Span{} : csv.header.front().place,
              fmt::format("there is no column `{}`", question ? "text" : "question"),
              "the header is `question,text`, with `subquestion` and `group` if wanted");
  return std::nullopt;
}

void add_to_sub_question(Guide& guide, const CsvCell& name, const std::string& code, const SourceFile& file, Sink& sink) {
  if (name.text.empty()) return;
  if (!is_name(name.text)) {
    sink.report(Kind::invalid_id, file, name.place, fmt::format("`{}` cannot name a sub-question", name.text), "use letters, digits, `-` and `_`");
    return;
  }
  auto found = std::find_if(guide.sub_questions.begin(), guide.sub_questions.end(), [&](const auto& known) { return known.first == name.text; });
  if (found == guide.sub_questions.end()) found = guide.sub_questions.insert(found, {name.text, {}});
  found->second.push_back(code);
}

void add_question(Guide& guide, const CsvRow& row, const GuideColumns& columns, const SourceFile& file, Sink& sink) {
  const CsvCell& cell = row[columns.question];
  const auto code = parse_question_code(cell.text);
  if (!code) {
    sink.report(Kind::invalid_question_code, file, cell.place, fmt::format("`{}` is no question code", cell.text),
                hint_on_unreadable_question(cell.text));
    return;
  }
  if (std::any_of(guide.questions.begin(), guide.questions.end(), [&](const GuideQuestion& known) { return known.code == *code; })) {
    sink.report(Kind::duplicate_question, file, cell.place, fmt::format("`{}` stands twice", cell.text));
    return;
  }
  guide.questions.push_back({*code, row[columns.text].text});
  std::string& label = guide.groups[code->group];
  if (columns.group && label.empty()) label = row[*columns.group].text;
  if (columns.sub_question) add_to_sub_question(guide, row[*columns.sub_question], cell.text, file, sink);
}

std::optional<Guide> read_guide(const SourceFile& file, Sink& sink) {
  const CsvFile csv = read_csv(file, sink);
  const std::optional<GuideColumns> columns = find_columns(csv, file, sink);
  if (!columns) return std::nullopt;
  Guide guide;
  for (std::size_t i = 0; i < csv.header.size(); ++i) {
    if (!columns->has(i)) guide.unread_columns.push_back(csv.header[i].text);
  }
  for (const CsvRow& row : csv.rows) add_question(guide, row, *columns, file, sink);
  if (sink.error_count() > 0) return std::nullopt;
  if (guide.questions.empty()) {
    sink.report(Kind::empty_value, file, csv.header.front().place, "no question stands below the header");
    return std::nullopt;
  }
  return guide;
}

std::string study_yaml(const Guide& guide) {
  std::string yaml = "# What was designed: who was asked what, and for which research question.\n"
                     "title: My study\nwording: verbatim            # or minutes, or paraphrase\n\ngroups:\n";
  for (const auto& [number, label] : guide.groups) {
    yaml += fmt::format("  G{}: {{label: {}}}   # and `respondents: 12`, if you know how many you expect\n", number, yaml_text(label.empty() ? fmt::format("Group {}", number) : label));
  }
  yaml += "\nattributes:\n  site: {of: respondent}\n  date: {of: interview}\n\nquestions:\n";
  for (const GuideQuestion& question : guide.questions) yaml += fmt::format("  {}: {}\n", question.code.text(), yaml_text(question.text));
  if (!guide.sub_questions.empty()) yaml += "\nsub_questions:\n";
  for (const auto& [name, codes] : guide.sub_questions) yaml += fmt::format("  {}: {{questions: [{}]}}\n", name, fmt::join(codes, ", "));
  yaml += "\nspeakers:\n  interviewer: [Interviewer]\n  respondent: [Respondent]\n";
  return yaml;
}

std::string template_of(const Guide& guide, std::uint32_t group) {
  std::string text = fmt::format("---\nrespondent: G{}-01\n# site: where\n# date: 2026-01-31\n---\n", group);
  for (const GuideQuestion& question : guide.questions) {
    if (question.code.group == group) text += fmt::format("\n## {}\n", question.code.text());
  }
  return text;
}

std::string content_of(const StudyFiles& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == path; });
  return found == files.end() ? std::string() : found->second;
}

/// A codebook to begin with: one code that can occur anywhere.
constexpr const char* first_codebook = R"(# Your first codebook. `etic help rules` shows what a rule can say.
codebook: first
language: en
codes:
  example:
    label: An example to replace
    definition: Says something that you look for.
    rules:
      - word* you look* for
)";

}  // namespace

StudyFiles starter_study() { return embedded_starter_files(); }

std::optional<GuidedStudy> study_for_questions(const SourceFile& file, Sink& sink) {
  const std::optional<Guide> guide = read_guide(file, sink);
  if (!guide) return std::nullopt;
  StudyFiles files;
  files.emplace_back("study.yaml", study_yaml(*guide));
  files.emplace_back("codebooks/common.yaml", content_of(starter_study(), "codebooks/common.yaml"));
  files.emplace_back("codebooks/first.yaml", first_codebook);
  files.emplace_back("transcripts/README.md", "One interview a file. Copy a template from ../templates, fill it in, and delete the headings without an answer.\n");
  for (const auto& [group, label] : guide->groups) files.emplace_back(fmt::format("templates/G{}.md", group), template_of(*guide, group));
  return GuidedStudy{std::move(files), guide->unread_columns};
}

std::optional<std::string> write_study(const std::string& folder, const StudyFiles& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path target(folder);
  const bool exists = fs::exists(target, error);
  if (exists && (!fs::is_directory(target, error) || !fs::is_empty(target, error))) return "it exists and is not an empty folder";
  // Everything is written into a folder of its own first. An empty target stays the folder it is (somebody may stand in it).
  fs::path absolute = fs::absolute(target, error).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  const fs::path beside = exists ? absolute / ".new" : absolute.parent_path() / ("." + absolute.filename().native() + ".new");
  fs::create_directories(beside.parent_path(), error);
  if (!fs::create_directory(beside, error)) return error ? system_message(error) : fmt::format("{} is in the way", beside.native());
  std::optional<std::string> trouble;
  for (const auto& [path, bytes] : files) {
    fs::create_directories((beside / path).parent_path(), error);
    trouble = error ? system_message(error) : write_whole_file((beside / path).native(), bytes);
    if (trouble) break;
  }
  if (!trouble && exists) {
    for (const auto& entry : fs::directory_iterator(beside)) fs::rename(entry.path(), absolute / entry.path().filename());
    fs::remove(beside, error);
  } else if (!trouble) {
    fs::rename(beside, absolute, error);
    if (error) trouble = system_message(error);
  }
  if (trouble) fs::remove_all(beside, error);
  return trouble;
}

}  // namespace etic
