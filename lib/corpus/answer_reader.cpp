#include "corpus/answer_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/attribute_tables.hpp"
#include "corpus/json_rows.hpp"
#include "corpus/separated_rows.hpp"
#include "corpus/short_cells.hpp"
#include "diagnostics/hint.hpp"
#include "study/question_hint.hpp"
#include "text/byte_search.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

constexpr std::size_t longest_id = 256;  // bytes

char separator_of(RowFormat format) { return format == RowFormat::tsv ? '\t' : ','; }

Span trimmed(std::string_view text, Span span) {
  const auto is_blank = [&](std::uint32_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
  };
  while (span.begin < span.end && is_blank(span.begin)) ++span.begin;
  while (span.begin < span.end && is_blank(span.end - 1)) --span.end;
  return span;
}

bool is_one_word(std::string_view id) {
  for (std::size_t at = 0; at < id.size();) {
    if (is_white_space(next_character(id, at))) return false;
  }
  return id.size() <= longest_id;
}

}  // namespace

/// Makes a corpus of the rows of one chunk.
class AnswerPartBuilder {
 public:
  AnswerPartBuilder(const AnswerReader& reader, RowChunk chunk)
      : reader_(reader),
        study_(reader.study_),
        columns_(reader.columns_),
        first_line_(chunk.first_line),
        is_cut_(chunk.is_cut),
        text_{std::move(chunk.bytes), 0},
        tables_(reader.study_),
        short_values_(reader.study_.attributes.size()) {
    text_.raw_size = text_.bytes.size();
    const std::size_t rows = chunk.line_breaks + std::size_t{1};
    part_.corpus.respondents.reserve(rows);
    part_.corpus.answers.reserve(rows);
    part_.corpus.responses.reserve(rows);
    part_.respondent_places.reserve(rows);
    is_sound_text_ = first_invalid_utf8(text_.raw()) == std::string_view::npos &&
                     first_control_character(text_.raw()) == std::string_view::npos;
    has_interview_attributes_ = std::any_of(study_.attributes.begin(), study_.attributes.end(),
                                            [](const Attribute& a) { return a.of == Attribute::Of::interview; });
  }

  AnswerPart build() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t begin = first_line_ == 1 ? reader_.header_size_ : 0;
    if (begin == 0 && first_line_ == 1 && text_.raw().starts_with(byte_order_mark)) begin = byte_order_mark.size();
    const auto line =
        first_line_ + static_cast<std::uint32_t>(std::count(
                          text_.bytes.begin(), text_.bytes.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    if (reader_.format_ == RowFormat::ndjson) {
      JsonRows rows(text_, begin, line, reader_.names_, troubles_);
      add_all(rows);
    } else {
      SeparatedRows rows(text_, begin, line, separator_of(reader_.format_), reader_.wanted_, troubles_);
      add_all(rows);
    }
    return finish();
  }

 private:
  template <class Rows>
  void add_all(Rows& rows) {
    AnswerRow row;
    row.places.assign(columns_.columns.size(), no_cell);
    row.cells.assign(columns_.columns.size(), no_cell);
    while (rows.next(row)) {
      for (std::size_t i = 0; i < row.places.size(); ++i) {
        if (row.places[i] != no_cell && !reader_.met_[i].load(std::memory_order_relaxed)) reader_.met_[i] = true;
      }
      if (is_readable(row)) add(row);
    }
  }

  [[nodiscard]] std::string_view slice(Span span) const { return text_.slice(span); }

  void complain(Kind kind, Span place, std::string message, std::string hint = {}) {
    troubles_.push_back({kind, place, std::move(message), std::move(hint)});
  }

  /// The cell of a column without the space around it; empty where there is none.
  [[nodiscard]] Span cell(const AnswerRow& row, std::uint32_t column) const {
    if (column == AnswerColumns::none || row.cells[column] == no_cell) return {};
    return trimmed(text_.bytes, row.cells[column]);
  }

  [[nodiscard]] Span place(const AnswerRow& row, std::uint32_t column) const {
    return column == AnswerColumns::none || row.places[column] == no_cell ? row.whole : row.places[column];
  }

  /// UTF-8, and no control characters, not even by way of escapes.
  bool is_readable(const AnswerRow& row) {
    if (!is_sound_text_) {
      const std::string_view whole = slice(row.whole);
      if (std::optional<RowTrouble> trouble = trouble_with_bytes(whole, row.whole.begin)) {
        troubles_.push_back(std::move(*trouble));
        return false;
      }
      if (const std::size_t at = first_control_character(whole); at != std::string_view::npos) {
        const auto offset = row.whole.begin + static_cast<std::uint32_t>(at);
        return refuse_control(whole, at, {offset, offset + 1});
      }
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i] == no_cell || row.cells[i].begin < text_.raw_size) continue;
      const std::string_view unescaped = slice(row.cells[i]);
      if (const std::size_t at = first_control_character(unescaped); at != std::string_view::npos)
        return refuse_control(unescaped, at, row.places[i]);
    }
    return true;
  }

  bool refuse_control(std::string_view text, std::size_t at, Span place) {
    const char32_t character = next_character(text, at);
    complain(Kind::control_character, place,
             fmt::format("control character U+{:04X}", static_cast<std::uint32_t>(character)));
    return false;
  }

  void add(const AnswerRow& row) {
    const Span id = cell(row, columns_.respondent);
    if (id.size() > 0 && !is_one_word(slice(id))) {
      complain(Kind::invalid_respondent, place(row, columns_.respondent),
               fmt::format("`{}` is no respondent's id", slice(id)),
               fmt::format("an id is one word of at most {} bytes", longest_id));
      return;
    }
    given_here_.clear();
    std::optional<QuestionId> first;  // answered, or else asked
    for (const auto& [asked, column] : columns_.texts) {
      const Span text = cell(row, column);
      const bool is_blank = text.size() == 0;
      std::optional<QuestionId> question = asked ? asked : columns_.question_of_all;
      if (!question && !(question = question_named(row, is_blank))) return;
      if (!first || (given_here_.empty() && !is_blank)) first = question;
      if (!is_blank) given_here_.push_back({*question, column, text});
    }
    const RespondentId respondent = meet(row, id, *first);
    join_interview(respondent);
    note_attributes(row, respondent);
    for (const Given& given : given_here_) {
      if (is_of_group(respondent, given.question, row))
        add_answer(row, respondent, given.question, given.column, given.text);
    }
  }

  /// An answer in a row.
  struct Given {
    QuestionId question;
    std::uint32_t column = 0;
    Span text;
  };

  std::optional<QuestionId> question_named(const AnswerRow& row, bool is_blank) {
    const std::string_view question = slice(cell(row, columns_.question));
    const std::string_view group = slice(cell(row, columns_.group));
    if (question.empty()) {
      if (!is_blank)
        complain(Kind::missing_question, place(row, columns_.question),
                 "this row does not say which question it answers");
      return std::nullopt;
    }
    std::string_view key = question;
    if (!group.empty()) key = question_key_.assign(question).append(1, '\0').append(group);
    if (const std::uint32_t known = short_questions_.find(key); known != ShortCells::unknown) return QuestionId(known);
    if (const auto known = questions_.find(key); known != questions_.end()) {
      short_questions_.remember(key, known->second.value);
      return known->second;
    }
    const std::string code = full_code(question, group);
    const std::optional<QuestionCode> parsed = parse_question_code(code);
    const std::optional<QuestionId> found = parsed ? study_.find_question(*parsed) : std::nullopt;
    if (!parsed) {
      complain(Kind::invalid_question_code, place(row, columns_.question),
               fmt::format("`{}` is no question code", question), hint_on_unreadable_question(question));
    } else if (!found) {
      complain(Kind::unknown_question, place(row, columns_.question),
               fmt::format("the study has no question `{}`", code),
               hint_on_unknown_question(code, study_, study_.question_names()));
    } else {
      questions_.emplace(key, *found);
    }
    return found;
  }

  /// `Q4` or `4` of the group in another column, `G1` or `1`, is `G1Q4`.
  [[nodiscard]] static std::string full_code(std::string_view question, std::string_view group) {
    if (group.empty() || parse_question_code(question)) return std::string(question);
    std::string code(parse_group(group) ? group : "G" + std::string(group));
    if (!question.starts_with('Q')) code += 'Q';
    return code.append(question);
  }

  RespondentId meet(const AnswerRow& row, Span id, QuestionId question) {
    const std::string_view name = slice(id);
    if (!name.empty()) {
      part_.has_ids = true;
      if (const auto known = respondents_.find(name); known != respondents_.end()) {
        // Whose cells were empty so far is of the group of the first answer.
        if (!given_here_.empty() && !has_answered_[known->second.index()])
          part_.corpus.respondents[known->second.index()].group = study_.question(question).group;
        if (!given_here_.empty()) has_answered_[known->second.index()] = true;
        return known->second;
      }
    }
    const RespondentId fresh(part_.corpus.respondents.size());
    Respondent& respondent = part_.corpus.respondents.emplace_back();
    respondent.name = name.empty() ? name_by_line(row.line) : std::string(name);
    respondent.group = study_.question(question).group;
    respondent.attributes.resize(study_.attributes.size());
    respondent.rank = std::uint64_t{reader_.number_ + 1} << 32 | row.line;
    part_.respondent_places.push_back(name.empty() ? row.whole : place(row, columns_.respondent));
    if (!name.empty()) respondents_.emplace(name, fresh);
    has_answered_.push_back(!given_here_.empty());
    return fresh;
  }

  [[nodiscard]] std::string name_by_line(std::uint32_t line) const {
    const fmt::format_int digits(line);
    std::string name;
    name.reserve(reader_.name_.size() + 1 + digits.size());
    name.append(reader_.name_).append(1, ':').append(digits.data(), digits.size());
    return name;
  }

  /// Where interviews have attributes every row is one, else one will do for all.
  void join_interview(RespondentId id) {
    std::vector<Interview>& interviews = part_.corpus.interviews;
    if (has_interview_attributes_ || interviews.empty())
      interviews.push_back({nullptr, {}, AttributeValues(study_.attributes.size()), true});
    std::vector<RespondentId>& in_it = interviews.back().respondents;
    if (in_it.empty() || in_it.back() < id) in_it.push_back(id);
  }

  void note_attributes(const AnswerRow& row, RespondentId id) {
    for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
      const Span value = cell(row, columns_.attributes[i]);
      if (value.size() == 0) continue;
      const Attribute& attribute = study_.attributes[i];
      const std::string_view text = slice(value);
      std::uint32_t number = short_values_[i].find(text);
      if (number == ShortCells::unknown) {
        if (!attribute.values.empty() && !tables_.is_declared(i, text)) {
          complain(Kind::unknown_attribute_value, place(row, columns_.attributes[i]),
                   fmt::format("`{}` is no value of `{}`", text, attribute.name), near_or_all(text, attribute.values));
          continue;
        }
        number = tables_.number(i, text);
        short_values_[i].remember(text, number);
      }
      const bool is_of_respondent = attribute.of == Attribute::Of::respondent;
      Few<std::uint32_t>& held = is_of_respondent ? part_.corpus.respondents[id.index()].attributes[i]
                                                  : part_.corpus.interviews.back().attributes[i];
      if (held.empty()) held.assign(1, number);
      if (held.front() == number) continue;
      complain(Kind::conflicting_attribute, place(row, columns_.attributes[i]),
               fmt::format("`{}` of {} is `{}` here, but `{}` before", attribute.name,
                           part_.corpus.respondents[id.index()].name, text, tables_.text(i, held.front())));
    }
  }

  bool is_of_group(RespondentId id, QuestionId question, const AnswerRow& row) {
    const Respondent& respondent = part_.corpus.respondents[id.index()];
    if (respondent.group == study_.question(question).group) return true;
    complain(Kind::other_groups_question, place(row, columns_.question),
             fmt::format("{} is no question of {}, the group of {}", study_.question(question).code.text(),
                         study_.group(respondent.group).name, respondent.name));
    return false;
  }

  void add_answer(const AnswerRow& row, RespondentId respondent, QuestionId question, std::uint32_t column, Span text) {
    if (part_.has_ids) {
      const std::uint64_t key = std::uint64_t{respondent.value} << 32 | question.value;
      const auto [first, fresh] = given_.emplace(key, row.line);
      if (!fresh) {
        complain(Kind::duplicate_answer, place(row, columns_.question),
                 fmt::format("{} answers `{}` here and in {}:{}", part_.corpus.respondents[respondent.index()].name,
                             study_.question(question).code.text(), reader_.path_, first->second),
                 "delete one of them, or join them in one row");
        return;
      }
    }
    const AnswerId id(part_.corpus.answers.size());
    Answer& answer = part_.corpus.answers.emplace_back();
    answer.interview = InterviewId(part_.corpus.interviews.size() - 1);
    answer.question = question;
    answer.respondents.push_back(respondent);
    answer.heading = place(row, columns_.question != AnswerColumns::none ? columns_.question : column);
    answer.body = text;
    answer.voices.emplace_back();
    answer.stretches.push_back({text, Stretch::Kind::talk, 0});
    part_.corpus.responses.push_back({respondent, question, id});
  }

  AnswerPart finish() {
    tables_.finish(part_.corpus);
    auto file = std::make_unique<SourceFile>(reader_.path_, std::move(text_.bytes), first_line_);
    for (Interview& interview : part_.corpus.interviews) interview.file = file.get();
    const auto earlier = [](const Response& a, const Response& b) {
      return std::tie(a.respondent, a.question) < std::tie(b.respondent, b.question);
    };
    std::vector<Response>& responses = part_.corpus.responses;
    if (!std::is_sorted(responses.begin(), responses.end(), earlier))
      std::sort(responses.begin(), responses.end(), earlier);
    for (RowTrouble& trouble : troubles_)
      part_.sink.report(trouble.kind, *file, trouble.place, std::move(trouble.message), std::move(trouble.hint));
    if (is_cut_)
      part_.sink.report(Kind::file_too_large, *file, {0, 0},
                        fmt::format("a row is larger than {} MiB", RowChunks::longest_row >> 20),
                        "perhaps a quote is never closed");
    part_.corpus.files.push_back(std::move(file));
    return std::move(part_);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  const AnswerReader& reader_;
  const Study& study_;
  const AnswerColumns& columns_;
  std::uint32_t first_line_;
  bool is_cut_;
  RowText text_;
  bool is_sound_text_ = false;  // as it stands in the file
  bool has_interview_attributes_ = false;
  AttributeTables tables_;
  std::vector<RowTrouble> troubles_;
  ByText<QuestionId> questions_;  // by their cells: that of the group, if any, behind a NUL
  std::string question_key_;
  ShortCells short_questions_;            // the shorter ones of these
  std::vector<ShortCells> short_values_;  // by attribute
  ByText<RespondentId> respondents_;
  std::unordered_map<std::uint64_t, std::uint32_t> given_;  // lines, by respondent and question
  std::vector<Given> given_here_;                           // in the row at hand
  std::vector<bool> has_answered_;                          // by respondent
  AnswerPart part_;
};

AnswerReader::AnswerReader(const Study& study, const AnswerFile& file, std::uint32_t number, RowFormat format,
                           const SourceFile& begin, Sink& sink)
    : study_(study),
      path_(begin.path()),
      number_(number),
      name_(file.path),
      format_(format),
      columns_(file, study),
      names_(columns_.names()),
      met_(names_.size()) {
  if (format_ != RowFormat::ndjson) find_columns(begin, sink);
}

void AnswerReader::find_columns(const SourceFile& begin, Sink& sink) {
  const SeparatedHeader header = read_separated_header(begin.bytes(), separator_of(format_));
  for (const RowTrouble& trouble : header.troubles)
    sink.report(trouble.kind, begin, trouble.place, trouble.message, trouble.hint);
  header_size_ = header.end;
  if (!header.troubles.empty()) return;
  const std::string_view first_row = begin.bytes().substr(0, header.end);
  if (const std::optional<RowTrouble> trouble = trouble_with_bytes(first_row, 0)) {
    sink.report(trouble->kind, begin, trouble->place, trouble->message, trouble->hint);
    return;
  }
  const auto first_line = Span{0, begin.line(1).end};
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const auto ours = std::find(names_.begin(), names_.end(), header.columns[i]);
    const auto first = std::find(header.columns.begin(), header.columns.end(), header.columns[i]);
    wanted_.push_back(ours == names_.end() ? SeparatedRows::none : static_cast<std::uint32_t>(ours - names_.begin()));
    if (ours != names_.end() && first != header.columns.begin() + static_cast<std::ptrdiff_t>(i))
      sink.report(Kind::csv_syntax, begin, header.places[i],
                  fmt::format("column `{}` stands twice", header.columns[i]));
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const bool there = std::find(header.columns.begin(), header.columns.end(), names_[i]) != header.columns.end();
    if (there || !columns_.columns[i].is_required) continue;
    sink.report(Kind::missing_column, begin, first_line, fmt::format("there is no column `{}`", names_[i]),
                near_or_all(names_[i], header.columns));
  }
}

std::vector<std::string> AnswerReader::missing_columns() const {
  std::vector<std::string> missing;
  if (format_ != RowFormat::ndjson ||
      std::none_of(met_.begin(), met_.end(), [](const auto& met) { return met.load(); }))
    return missing;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (columns_.columns[i].is_required && !met_[i]) missing.push_back(names_[i]);
  }
  return missing;
}

AnswerPart AnswerReader::read(RowChunk chunk) const { return AnswerPartBuilder(*this, std::move(chunk)).build(); }

}  // namespace etic
