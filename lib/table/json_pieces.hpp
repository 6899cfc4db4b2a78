#pragma once

#include <string>
#include <vector>

#include "table/table.hpp"

namespace etic {

/// The pieces of a JSON document: up to its rows, rows with what parts them, and what closes it.
[[nodiscard]] std::string json_head(const Metadata& metadata);
[[nodiscard]] std::string json_rows(const std::vector<Column>& columns, const std::vector<Row>& rows, bool are_first);
[[nodiscard]] std::string json_tail(bool has_rows, const std::vector<std::string>& footnotes);

}  // namespace etic
