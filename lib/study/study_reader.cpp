#include "study/study_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "study/answer_file_reader.hpp"
#include "study/name.hpp"
#include "study/question_hint.hpp"
#include "study/question_selection.hpp"
#include "table/format.hpp"
#include "yaml/mapping_reader.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

constexpr std::size_t most_groups = 1'000;
constexpr std::size_t most_attributes = 1'000;
constexpr std::size_t most_questions = 10'000;
constexpr std::size_t most_sub_questions = 1'000;
constexpr std::size_t most_tables = 1'000;

constexpr std::string_view name_hint = "use letters, digits, `-` and `_`";

/// Whether it can be the name of a table's file: a name, and an ending that tells the format. A workbook is none: its
/// bytes hang on the library that packs them.
bool is_table_name(std::string_view name) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const std::optional<Format> format = format_of_file(name);
  const bool known = name.substr(dot) == picture_ending || (format && *format != Format::xlsx);
  return known && name.rfind('.') == dot && is_name(name.substr(0, dot));
}

/// The words of a command line; quotes, single or double, keep spaces. None where a quote is never closed.
std::optional<std::vector<std::string>> split_arguments(std::string_view line) {
  std::vector<std::string> arguments;
  bool inside = false;  // a word
  char quote = 0;
  for (const char c : line) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote == 0 ? c : '\0';
      if (!inside) arguments.emplace_back();
      inside = true;
    } else if (quote == 0 && (c == ' ' || c == '\n')) {
      inside = false;
    } else {
      if (!inside) arguments.emplace_back();
      inside = true;
      arguments.back() += c;
    }
  }
  if (quote != 0) return std::nullopt;
  return arguments;
}

class StudyReader {
 public:
  StudyReader(Study& study, Sink& sink) : study_(study), file_(*study.file), sink_(sink) {}

  void read(const YamlNode& root) {
    MappingReader top(root, "the study", file_, sink_);
    top.require("title");
    top.require("groups");
    top.require("questions");
    study_.title = text_or(top, "title", "");
    study_.source = text_or(top, "source", "");
    read_wording(top);
    study_.transcripts_folder = text_or(top, "transcripts", "transcripts");
    study_.codebooks_folder = text_or(top, "codebooks", "codebooks");
    study_.codings_folder = text_or(top, "codings", "codings");
    study_.memos_folder = text_or(top, "memos", "memos");
    study_.conclusions_file = text_or(top, "conclusions", std::string(default_conclusions_file));
    read_groups(top);
    read_attributes(top);
    read_questions(top);
    read_sub_questions(top);
    read_speakers(top);
    for (const Text& layer : top.texts("settle")) study_.settle.push_back({layer.text, layer.node->span});
    read_tables(top);
    if (const YamlNode* answers = top.find("answers"); answers != nullptr && !answers->is_refused())
      study_.answer_files = read_answer_files(*answers, study_, sink_);
    top.finish();
  }

 private:
  static std::string text_or(MappingReader& reader, std::string_view key, std::string otherwise) {
    const std::optional<Text> written = reader.text(key);
    return written ? written->text : std::move(otherwise);
  }

  bool is_empty(const YamlNode& mapping, std::string_view key) {
    if (!mapping.entries.empty() || mapping.cut) return false;
    sink_.report(Kind::empty_value, file_, mapping.span, fmt::format("`{}` lists nothing", key));
    return true;
  }

  bool is_full(std::size_t size, std::size_t most, std::string_view what, const YamlNode& key) {
    if (size < most) return false;
    sink_.report(Kind::too_many, file_, key.span, fmt::format("more than {} {}", most, what));
    return true;
  }

  void read_wording(MappingReader& top) {
    const std::optional<Text> wording = top.text("wording");
    if (!wording) return;
    for (const Wording known : {Wording::verbatim, Wording::minutes, Wording::paraphrase}) {
      if (wording->text == name(known)) {
        study_.wording = known;
        return;
      }
    }
    sink_.report(Kind::wrong_value, file_, wording->node->span, fmt::format("`wording` cannot be `{}`", wording->text),
                 "one of verbatim, minutes, paraphrase");
  }

  void read_groups(MappingReader& top) {
    const YamlNode* groups = top.mapping("groups");
    if (groups == nullptr || is_empty(*groups, "groups")) return;
    for (const auto& [key, value] : groups->entries) {
      if (is_full(study_.groups.size(), most_groups, "groups", key)) return;
      const auto number = parse_group(key.text);
      if (!number) {
        sink_.report(Kind::invalid_id, file_, key.span, fmt::format("`{}` is no group", key.text),
                     "groups are G1, G2 and so on");
        continue;
      }
      Group group{*number, key.text, key.text, {}, key.span};
      if (value.is_scalar()) {
        group.label = value.text;
      } else {
        MappingReader reader(value, fmt::format("group `{}`", key.text), file_, sink_);
        group.label = text_or(reader, "label", key.text);
        group.expected = reader.integer("respondents", 0, 100'000'000);
        reader.finish();
      }
      study_.groups.push_back(std::move(group));
    }
  }

  void read_attributes(MappingReader& top) {
    const YamlNode* attributes = top.mapping("attributes");
    if (attributes == nullptr) return;
    for (const auto& [key, value] : attributes->entries) {
      if (is_full(study_.attributes.size(), most_attributes, "attributes", key)) return;
      static const std::set<std::string, std::less<>> taken{"group",       "respondent", "respondents", "question",
                                                            "subquestion", "code",       "theme"};
      if (!is_name(key.text) || taken.contains(key.text)) {
        sink_.report(
            Kind::invalid_id, file_, key.span, fmt::format("`{}` cannot name an attribute", key.text),
            taken.contains(key.text) ? std::string("the word means something else already") : std::string(name_hint));
        continue;
      }
      read_attribute(key, value);
    }
  }

  void read_attribute(const YamlNode& key, const YamlNode& value) {
    Attribute attribute;
    attribute.name = key.text;
    attribute.place = key.span;
    MappingReader reader(value, fmt::format("attribute `{}`", key.text), file_, sink_);
    attribute.label = text_or(reader, "label", key.text);
    const std::optional<Text> of = reader.text("of");
    const std::optional<Text> from = reader.text("from");
    read_values(reader, attribute);
    const YamlNode* map = reader.mapping("map");
    reader.finish();

    if (from) {
      if (of) sink_.report(Kind::wrong_value, file_, of->node->span, "an attribute has `of` or `from`, not both");
      if (!read_derivation(attribute, *from, map)) return;
    } else {
      if (map != nullptr) reader.refuse("map", Kind::unknown_key, "`map` goes with `from`");
      if (of && of->text == "interview") attribute.of = Attribute::Of::interview;
      if (of && of->text != "interview" && of->text != "respondent") {
        sink_.report(Kind::wrong_value, file_, of->node->span, fmt::format("`of` cannot be `{}`", of->text),
                     "one of respondent, interview");
      }
    }
    study_.attributes.push_back(std::move(attribute));
  }

  void read_values(MappingReader& reader, Attribute& attribute) {
    std::set<std::string> seen;
    for (const Text& value : reader.texts("values")) {
      if (seen.insert(value.text).second) {
        attribute.values.push_back(value.text);
      } else {
        sink_.report(Kind::wrong_value, file_, value.node->span,
                     fmt::format("`{}` stands twice among the values", value.text));
      }
    }
  }

  bool read_derivation(Attribute& attribute, const Text& from, const YamlNode* map) {
    attribute.from = study_.find_attribute(from.text);
    if (!attribute.from) {
      std::vector<std::string> names;
      for (const Attribute& known : study_.attributes) names.push_back(known.name);
      sink_.report(Kind::unknown_attribute, file_, from.node->span,
                   fmt::format("no attribute `{}` stands above this one", from.text), did_you_mean(from.text, names));
      return false;
    }
    if (const std::optional<AttributeId> first = study_.attribute(*attribute.from).from) {
      sink_.report(Kind::wrong_value, file_, from.node->span, fmt::format("`{}` is itself derived", from.text),
                   fmt::format("derive this one from `{}` too", study_.attribute(*first).name));
      return false;
    }
    const Attribute& origin = study_.attribute(*attribute.from);
    const std::vector<std::string> declared = attribute.values;
    attribute.of = origin.of;
    if (map == nullptr) {
      sink_.report(Kind::missing_key, file_, attribute.place,
                   fmt::format("attribute `{}` has `from` but no `map`", attribute.name));
      return false;
    }
    for (const auto& [key, value] : map->entries) {
      if (!origin.values.empty() &&
          std::find(origin.values.begin(), origin.values.end(), key.text) == origin.values.end()) {
        sink_.report(Kind::unknown_attribute_value, file_, key.span,
                     fmt::format("`{}` is no value of `{}`", key.text, origin.name),
                     did_you_mean(key.text, origin.values));
        continue;
      }
      if (!value.is_scalar()) {
        report_wrong_type(value, fmt::format("`{}`", key.text), "a single value", file_, sink_);
        continue;
      }
      attribute.map.emplace_back(key.text, value.text);
      if (std::find(attribute.values.begin(), attribute.values.end(), value.text) != attribute.values.end()) continue;
      attribute.values.push_back(value.text);
      if (declared.empty()) continue;
      sink_.report(Kind::unknown_attribute_value, file_, value.span,
                   fmt::format("`{}` is no value of `{}`", value.text, attribute.name),
                   did_you_mean(value.text, declared));
    }
    return true;
  }

  void read_questions(MappingReader& top) {
    const YamlNode* questions = top.mapping("questions");
    if (questions == nullptr || is_empty(*questions, "questions") || study_.groups.empty()) return;
    for (const auto& [key, value] : questions->entries) {
      if (is_full(study_.questions.size(), most_questions, "questions", key) || sink_.is_full(file_.path())) return;
      const auto code = parse_question_code(key.text);
      if (!code) {
        sink_.report(Kind::invalid_question_code, file_, key.span, fmt::format("`{}` is no question code", key.text),
                     hint_on_unreadable_question(key.text));
        continue;
      }
      const auto group = study_.find_group(code->group);
      if (!group) {
        sink_.report(Kind::unknown_group, file_, key.span, fmt::format("the study has no group `G{}`", code->group),
                     did_you_mean(fmt::format("G{}", code->group), study_.group_names()));
        continue;
      }
      if (!value.is_scalar())
        report_wrong_type(value, fmt::format("`{}`", key.text), "the question's text", file_, sink_);
      study_.questions.push_back({*code, *group, value.text, key.span});
    }
  }

  void read_sub_questions(MappingReader& top) {
    const YamlNode* subs = top.mapping("sub_questions");
    if (subs == nullptr || study_.questions.empty()) return;
    for (const auto& [key, value] : subs->entries) {
      if (is_full(study_.sub_questions.size(), most_sub_questions, "sub-questions", key)) return;
      if (!is_name(key.text)) {
        sink_.report(Kind::invalid_id, file_, key.span, fmt::format("`{}` cannot name a sub-question", key.text),
                     std::string(name_hint));
        continue;
      }
      SubQuestion sub;
      sub.name = key.text;
      sub.place = key.span;
      MappingReader reader(value, fmt::format("sub-question `{}`", key.text), file_, sink_);
      reader.require("questions", key.span);
      sub.question = text_or(reader, "question", "");
      sub.hypothesis = text_or(reader, "hypothesis", "");
      sub.asked = select_questions(reader.texts("questions"), study_, file_, sink_);
      read_also(reader, sub);
      reader.finish();
      study_.sub_questions.push_back(std::move(sub));
    }
  }

  void read_also(MappingReader& reader, SubQuestion& sub) {
    sub.also = study_.no_questions();
    for (const Text& list : reader.texts("also")) {
      const QuestionSet further = select_questions({list}, study_, file_, sink_);
      for (std::size_t i = 0; i < study_.questions.size(); ++i) {
        if (!further.contains(QuestionId(i)) || !sub.asked.contains(QuestionId(i))) continue;
        sink_.report(
            Kind::duplicate_question, file_, list.node->span,
            fmt::format("`{}` stands in both `questions` and `also` of {}", study_.questions[i].code.text(), sub.name),
            "delete it here");
      }
      sub.also.insert(further);
    }
  }

  void read_speakers(MappingReader& top) {
    const YamlNode* speakers = top.mapping("speakers");
    if (speakers == nullptr) return;
    MappingReader reader(*speakers, "`speakers`", file_, sink_);
    for (const Text& label : reader.texts("interviewer")) {
      if (is_label(label)) study_.speakers.interviewer.push_back(label.text);
    }
    for (const Text& label : reader.texts("respondent")) {
      if (!is_label(label)) continue;
      study_.speakers.respondent.push_back(label.text);
      const auto& interviewers = study_.speakers.interviewer;
      if (std::find(interviewers.begin(), interviewers.end(), label.text) == interviewers.end()) continue;
      sink_.report(Kind::duplicate_speaker, file_, label.node->span,
                   fmt::format("`{}` labels interviewer and respondent", label.text));
    }
    reader.finish();
  }

  bool is_label(const Text& label) {
    if (label.text.empty() || label.text.size() > longest_speaker_label) {
      sink_.report(Kind::wrong_value, file_, label.node->span,
                   fmt::format("a label has 1 to {} bytes", longest_speaker_label));
    } else if (const std::size_t colon = std::min(label.text.find(':'), label.text.find("："));
               colon != std::string::npos) {
      const std::string bare = label.text.substr(0, label.text.find_last_not_of(' ', colon == 0 ? 0 : colon - 1) + 1);
      sink_.report(Kind::wrong_value, file_, label.node->span, "a speaker label is written without its colon",
                   colon == 0 ? "" : fmt::format("write `{}`", bare));
    } else {
      return true;
    }
    return false;
  }

  void read_tables(MappingReader& top) {
    const YamlNode* tables = top.mapping("tables");
    if (tables == nullptr) return;
    for (const auto& [key, value] : tables->entries) {
      if (is_full(study_.tables.size(), most_tables, "tables", key)) return;
      if (!is_table_name(key.text)) {
        sink_.report(Kind::invalid_id, file_, key.span, fmt::format("`{}` cannot name a table's file", key.text),
                     "a name and its format: `theme-by-group.csv`, .tsv, .json, .md, .tex, .html, .txt or .svg");
        continue;
      }
      const std::size_t errors = sink_.error_count();
      DeclaredTable table{key.text, {}, key.span};
      if (value.is_refused()) continue;
      bool sound = true;
      if (value.is_scalar()) {
        const auto arguments = split_arguments(value.text);
        sound = arguments.has_value();
        if (!sound) sink_.report(Kind::invalid_table, file_, value.span, "a quote that is never closed");
        table.arguments = arguments.value_or(std::vector<std::string>{});
      } else {
        sound = value.is_sequence();
        for (const Text& argument : read_texts(value, file_, sink_, fmt::format("table `{}`", key.text)))
          table.arguments.push_back(argument.text);
      }
      if (sound && table.arguments.empty())
        sink_.report(Kind::invalid_table, file_, key.span, fmt::format("table `{}` has no command", key.text),
                     "like `tally --by group`");
      if (sink_.error_count() == errors) study_.tables.push_back(std::move(table));
    }
  }

  Study& study_;
  const SourceFile& file_;
  Sink& sink_;
};

}  // namespace

std::optional<Study> read_study(const FileTree& files, const std::string& folder, Sink& sink) {
  const std::string path = join_path(folder, "study.yaml");
  const FileTree::Content probe = files.read(path, 0);
  if (!probe.bytes && probe.trouble == "no such file") {
    sink.report(Kind::unreadable_file, path, "there is no study here",
                "name its folder with `-C DIR`, or start one with `etic init DIR`");
    return std::nullopt;
  }
  std::unique_ptr<SourceFile> file = open_source(files, path, study_limit, sink);
  if (file == nullptr) return std::nullopt;
  const Span whole{file->bom_size(), static_cast<std::uint32_t>(file->bytes().size())};
  Study study;
  study.file = std::move(file);
  const YamlNode root = parse_yaml(*study.file, whole, sink);
  if (!root.is_mapping()) {
    report_wrong_type(root, "the study", "a mapping (`key: value`)", *study.file, sink);
    return std::nullopt;
  }
  StudyReader(study, sink).read(root);
  if (root.cut || study.groups.empty() || study.questions.empty()) return std::nullopt;
  return study;
}

}  // namespace etic
