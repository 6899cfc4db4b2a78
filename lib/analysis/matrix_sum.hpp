#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analysis/matrix.hpp"

namespace etic {

/// Adds up the same matrix of several parts of a study. Units are of respondents, so that counts add up exactly where
/// no respondent is in two parts. Rows and columns are those that any part has.
class MatrixSum {
 public:
  void add(const Matrix& part);

  /// The whole, its rows and columns in order.
  [[nodiscard]] Matrix take();

 private:
  /// Rows or columns so far, in the order met.
  struct Items {
    std::vector<AxisItem> items;
    std::map<std::string, std::size_t, std::less<>> places;  // by key

    /// The place of each of a part's items here.
    [[nodiscard]] std::vector<std::size_t> place(const std::vector<AxisItem>& part);
    /// The places of those used, in order.
    [[nodiscard]] std::vector<std::size_t> order() const;
  };

  Items rows_;
  Items columns_;
  Matrix sum_;
};

}  // namespace etic
