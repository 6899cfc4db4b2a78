#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "agreement/rating_sums.hpp"
#include "support/catch.hpp"

namespace etic {

/// The lines of one of the tables in tests/fixtures/agreement, whose cells hold no quotes.
inline std::vector<std::map<std::string, std::string>> read_table(const std::string& path) {
  std::ifstream file(std::string(ETIC_FIXTURES "/agreement/") + path);
  REQUIRE(file);
  std::vector<std::map<std::string, std::string>> rows;
  std::vector<std::string> head;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    std::vector<std::string> cells;
    std::istringstream in(line + ",");
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    if (head.empty()) {
      head = cells;
      continue;
    }
    rows.emplace_back();
    for (std::size_t i = 0; i < head.size() && i < cells.size(); ++i) rows.back()[head[i]] = cells[i];
  }
  return rows;
}

/// A table of units × raters. Its categories are those that occur.
inline RatingSums read_ratings(const std::string& path) {
  const auto rows = read_table(path);
  std::map<std::string, Rating> categories;
  std::size_t raters = 0;
  for (const auto& row : rows) {
    raters = row.size() - 1;
    for (const auto& [column, cell] : row) {
      if (column != "unit" && !cell.empty()) categories.emplace(cell, static_cast<Rating>(categories.size()));
    }
  }
  RatingSums sums(raters, categories.size());
  for (const auto& row : rows) {
    std::vector<Rating> unit;
    for (std::size_t i = 1; i <= raters; ++i) {
      const std::string& cell = row.at("rater" + std::to_string(i));
      unit.push_back(cell.empty() ? unrated : categories.at(cell));
    }
    sums.add(unit);
  }
  return sums;
}

}  // namespace etic
