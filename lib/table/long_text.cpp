#include "table/long_text.hpp"

#include <fmt/format.h>
#include <utility>

#include "table/json_pieces.hpp"
#include "table/separated_fields.hpp"

namespace etic {

LongText::LongText(Format format, const std::vector<Column>& columns) : format_(format) {
  if (format_ != Format::json) return;
  for (const Column& column : columns) keys_.push_back((keys_.empty() ? ",\n{" : ",") + json_text(column.name) + ':');
}

void LongText::begin_cell() {
  if (format_ == Format::json) {
    text_ += keys_[cell_];
  } else if (cell_ > 0) {
    text_ += format_ == Format::tsv ? '\t' : ',';
  }
  ++cell_;
}

void LongText::add(std::string_view text) {
  begin_cell();
  if (format_ == Format::json) {
    text_ += json_text(text);
  } else if (format_ == Format::tsv) {
    append_tsv_field(text_, text);
  } else {
    append_csv_field(text_, text);
  }
}

void LongText::add(std::int64_t number) {
  begin_cell();
  const fmt::format_int digits(number);
  text_.append(digits.data(), digits.size());
}

void LongText::end_row() {
  if (format_ == Format::json) {
    text_ += '}';
  } else {
    if (format_ == Format::csv && text_.size() == row_begin_) text_ += lone_empty_csv_field;
    text_ += '\n';
  }
  row_begin_ = text_.size();
  cell_ = 0;
}

std::string LongText::take() {
  row_begin_ = 0;
  return std::exchange(text_, {});
}

}  // namespace etic
