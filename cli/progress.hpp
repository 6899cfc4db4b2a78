#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>

namespace etic::cli {

/// One line on a terminal that says how far long work is: bytes, answers, how fast, how long still. Shown from half a
/// second on, and gone at the end. Nothing of it where nobody watches.
class Progress {
 public:
  Progress(std::ostream& out, bool is_watched) : out_(out), is_watched_(is_watched) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  /// `size`: how many bytes there are, where that is known.
  void show(std::uint64_t bytes, std::optional<std::uint64_t> size, std::uint64_t answers);

  /// Before anything else is written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  bool is_watched_;
  bool is_shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace etic::cli
