#include "study/answer_file_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "diagnostics/hint.hpp"
#include "study/question_hint.hpp"
#include "yaml/mapping_reader.hpp"

namespace etic {
namespace {

constexpr std::size_t most_answer_files = 10'000;

class AnswerFileReader {
 public:
  AnswerFileReader(const Study& study, Sink& sink) : study_(study), file_(*study.file), sink_(sink) {}

  [[nodiscard]] AnswerFile read(const YamlNode& node) {
    AnswerFile answers;
    answers.place = node.span;
    MappingReader reader(node, "`answers`", file_, sink_);
    read_text(reader, "file", answers.path);
    if (const YamlNode* text = reader.find("text"); text != nullptr && text->is_mapping()) {
      read_texts(*text, answers);
    } else {
      read_text(reader, "text", answers.text);
    }
    read_question(reader, answers);
    read_text(reader, "respondent", answers.respondent);
    read_text(reader, "group", answers.group);
    if (const YamlNode* attributes = reader.mapping("attributes")) read_attributes(*attributes, answers);
    reader.finish();
    return answers;
  }

 private:
  static void read_text(MappingReader& reader, std::string_view key, std::string& value) {
    if (const std::optional<Text> written = reader.text(key)) value = written->text;
  }

  void read_question(MappingReader& reader, AnswerFile& answers) {
    const std::optional<Text> written = reader.text("question");
    if (!written) return;
    if (!answers.texts.empty())
      reader.refuse("question", Kind::wrong_value, "`text` says already which question each column answers");
    answers.question = written->text;
    if (parse_question_code(written->text)) answers.fixed_question = find_question(*written->node);
  }

  void read_texts(const YamlNode& texts, AnswerFile& answers) {
    for (const auto& [key, value] : texts.entries) {
      const std::optional<QuestionId> question = find_question(key);
      if (!value.is_scalar()) {
        report_wrong_type(value, fmt::format("`{}`", key.text), "the name of a column", file_, sink_);
      } else if (question) {
        answers.texts.emplace_back(*question, value.text);
      }
    }
  }

  void read_attributes(const YamlNode& attributes, AnswerFile& answers) {
    for (const auto& [key, value] : attributes.entries) {
      const std::optional<AttributeId> attribute = study_.find_attribute(key.text);
      if (!attribute) {
        std::vector<std::string> names;
        for (const Attribute& known : study_.attributes) names.push_back(known.name);
        sink_.report(Kind::unknown_attribute, file_, key.span, fmt::format("the study has no attribute `{}`", key.text),
                     near_or_all(key.text, names));
      } else if (study_.attribute(*attribute).from) {
        sink_.report(Kind::wrong_value, file_, key.span,
                     fmt::format("`{}` is derived from `{}`", key.text,
                                 study_.attribute(*study_.attribute(*attribute).from).name),
                     "no column holds it");
      } else if (!value.is_scalar()) {
        report_wrong_type(value, fmt::format("`{}`", key.text), "the name of a column", file_, sink_);
      } else {
        answers.attributes.emplace_back(*attribute, value.text);
      }
    }
  }

  std::optional<QuestionId> find_question(const YamlNode& code) {
    const std::optional<QuestionCode> parsed = parse_question_code(code.text);
    if (!parsed) {
      sink_.report(Kind::invalid_question_code, file_, code.span, fmt::format("`{}` is no question code", code.text),
                   hint_on_unreadable_question(code.text));
      return std::nullopt;
    }
    const std::optional<QuestionId> question = study_.find_question(*parsed);
    if (!question)
      sink_.report(Kind::unknown_question, file_, code.span, fmt::format("the study has no question `{}`", code.text),
                   hint_on_unknown_question(code.text, study_, study_.question_names()));
    return question;
  }

  const Study& study_;
  const SourceFile& file_;
  Sink& sink_;
};

}  // namespace

std::vector<AnswerFile> read_answer_files(const YamlNode& node, const Study& study, Sink& sink) {
  AnswerFileReader reader(study, sink);
  std::vector<AnswerFile> files;
  if (!node.is_sequence()) {
    AnswerFile file = reader.read(node);
    if (node.is_mapping()) files.push_back(std::move(file));
    return files;
  }
  for (const YamlNode& item : node.items) {
    if (files.size() == most_answer_files) {
      sink.report(Kind::too_many, *study.file, item.span, fmt::format("more than {} files", most_answer_files));
      break;
    }
    AnswerFile file = reader.read(item);
    const bool is_known =
        std::any_of(files.begin(), files.end(), [&](const AnswerFile& known) { return known.path == file.path; });
    if (is_known && !file.path.empty())
      sink.report(Kind::wrong_value, *study.file, item.span, fmt::format("`{}` stands twice", file.path));
    if (item.is_mapping()) files.push_back(std::move(file));
  }
  return files;
}

void set_column(AnswerFile& file, std::string_view assignment, const Study& study, const ReportPart& report) {
  const std::size_t sign = assignment.find('=');
  const std::string what(assignment.substr(0, sign));
  if (sign == std::string_view::npos || sign == 0 || sign + 1 == assignment.size()) {
    report(Kind::invalid_option, 0, assignment.size(), fmt::format("`{}` names no column", assignment),
           "write WHAT=COLUMN, like `text=comment`");
    return;
  }
  std::string column(assignment.substr(sign + 1));
  if (what == "text") {
    file.text = std::move(column);
    file.texts.clear();
  } else if (what == "question") {
    const std::optional<QuestionCode> code = parse_question_code(column);
    file.fixed_question = code ? study.find_question(*code) : std::nullopt;
    if (code && !file.fixed_question)
      report(Kind::unknown_question, sign + 1, column.size(), fmt::format("the study has no question `{}`", column),
             hint_on_unknown_question(column, study, study.question_names()));
    file.question = std::move(column);
  } else if (what == "respondent") {
    file.respondent = std::move(column);
  } else if (what == "group") {
    file.group = std::move(column);
  } else if (const std::optional<QuestionCode> code = parse_question_code(what)) {
    if (const std::optional<QuestionId> question = study.find_question(*code)) {
      file.texts.emplace_back(*question, std::move(column));
    } else {
      report(Kind::unknown_question, 0, what.size(), fmt::format("the study has no question `{}`", what),
             hint_on_unknown_question(what, study, study.question_names()));
    }
  } else if (const std::optional<AttributeId> attribute = study.find_attribute(what);
             attribute && !study.attribute(*attribute).from) {
    file.attributes.insert(file.attributes.begin(), {*attribute, std::move(column)});
  } else {
    std::vector<std::string> known{"text", "question", "respondent", "group"};
    for (const Attribute& declared : study.attributes) {
      if (!declared.from) known.push_back(declared.name);
    }
    report(Kind::invalid_option, 0, what.size(), fmt::format("no column can hold `{}`", what),
           near_or_all(what, known));
  }
}

}  // namespace etic
