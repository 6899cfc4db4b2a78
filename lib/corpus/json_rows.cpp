#include "corpus/json_rows.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>
#include <utility>

namespace etic {
namespace {

namespace ondemand = simdjson::ondemand;

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The token without what follows it up to the next one.
std::string_view trimmed(std::string_view token) { return token.substr(0, token.find_last_not_of(" \t\r\n") + 1); }

}  // namespace

struct JsonRows::Parser {
  ondemand::parser of_lines;
  std::string line;  // with room behind it for a parser that reads by blocks
};

JsonRows::JsonRows(RowText& text, std::size_t begin, std::uint32_t line, const std::vector<std::string>& columns,
                   std::vector<RowTrouble>& troubles)
    : text_(text),
      at_(begin),
      line_(line),
      columns_(columns),
      troubles_(troubles),
      parser_(std::make_unique<Parser>()) {}

JsonRows::~JsonRows() = default;

bool JsonRows::next(AnswerRow& row) {
  while (at_ < text_.raw_size) {
    const std::string_view raw = text_.raw();
    const std::size_t begin = at_;
    const std::size_t newline = raw.find('\n', begin);
    std::size_t end = std::min(newline, raw.size());
    at_ = newline == std::string_view::npos ? raw.size() : newline + 1;
    row.line = line_++;
    if (end > begin && raw[end - 1] == '\r') --end;
    if (raw.substr(begin, end - begin).find_first_not_of(" \t") == std::string_view::npos) continue;
    row.whole = span_of(begin, end);
    row.places.assign(columns_.size(), no_cell);
    row.cells.assign(columns_.size(), no_cell);
    if (read_line(row)) return true;
  }
  return false;
}

bool JsonRows::read_line(AnswerRow& row) {
  const std::size_t begin = row.whole.begin;
  std::string& line = parser_->line;
  line.reserve(row.whole.size() + simdjson::SIMDJSON_PADDING);
  line.assign(text_.bytes, begin, row.whole.size());
  const char* const first = line.data();
  const std::size_t kept = text_.bytes.size();

  const auto fail = [&](Span place, std::string message, std::string hint) {
    troubles_.push_back({Kind::json_syntax, place, std::move(message), std::move(hint)});
    text_.bytes.resize(kept);
    return false;
  };
  ondemand::document document;
  bool is_begun = false;  // else it is in no place
  const auto at = [&](const char* byte) {
    const std::size_t offset = std::min<std::size_t>(static_cast<std::size_t>(byte - first), row.whole.size());
    return span_of(begin + offset, begin + std::min<std::size_t>(offset + 1, row.whole.size()));
  };
  const auto broken_at = [&](const char* where) {
    if (std::optional<RowTrouble> trouble = trouble_with_bytes(text_.slice(row.whole), row.whole.begin)) {
      troubles_.push_back(std::move(*trouble));
      text_.bytes.resize(kept);
      return false;
    }
    return fail(at(where), "this row is no sound JSON object", "each line is one object: `{\"text\": \"...\"}`");
  };
  const auto broken = [&](simdjson::error_code) {
    const char* found = nullptr;
    const bool is_known = is_begun && document.current_location().get(found) == simdjson::SUCCESS && found >= first &&
                          found <= first + line.size();
    return broken_at(is_known ? found : first);
  };

  if (const auto error = parser_->of_lines.iterate(line.data(), line.size(), line.capacity()).get(document))
    return broken(error);
  is_begun = true;
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return broken(error);
  for (auto entry : object) {
    ondemand::field field;
    if (const auto error = std::move(entry).get(field)) return broken(error);
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return broken(error);
    const auto wanted = std::find(columns_.begin(), columns_.end(), key);
    if (wanted == columns_.end()) continue;
    const auto column = static_cast<std::size_t>(wanted - columns_.begin());
    if (row.cells[column] != no_cell) continue;
    ondemand::value& value = field.value();
    const std::string_view token = trimmed(value.raw_json_token());
    const auto offset = static_cast<std::size_t>(token.data() - first);
    const Span place = span_of(begin + offset, begin + offset + token.size());
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return broken(error);
    switch (type) {
      case ondemand::json_type::null: {
        bool is_null = false;
        if (const auto error = simdjson::simdjson_result<bool>(value.is_null()).get(is_null)) return broken(error);
        if (!is_null) return broken(simdjson::N_ATOM_ERROR);
        continue;
      }
      case ondemand::json_type::boolean: {
        bool truth = false;
        if (const auto error = value.get_bool().get(truth)) return broken(error);
        row.cells[column] = place;
        break;
      }
      case ondemand::json_type::number: {
        double number = 0;
        if (const auto error = value.get_double().get(number)) return broken(error);
        row.cells[column] = place;
        break;
      }
      case ondemand::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) return broken_at(token.data());
        if (text.size() + 2 == token.size()) {  // nothing in it was escaped
          row.cells[column] = span_of(place.begin + 1, place.end - 1);
        } else {
          row.cells[column] = span_of(text_.bytes.size(), text_.bytes.size() + text.size());
          text_.bytes += text;
        }
        break;
      }
      default:
        return fail(at(token.data()), fmt::format("`{}` holds a list or an object", columns_[column]),
                    "a cell is a text, a number, true, false or null");
    }
    row.places[column] = place;
  }
  if (document.current_location().error() == simdjson::SUCCESS) return broken(simdjson::TAPE_ERROR);
  return true;
}

}  // namespace etic
