#include "cli/progress.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace etic::cli {
namespace {

std::string time_text(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

}  // namespace

void Progress::show(std::uint64_t bytes, std::optional<std::uint64_t> size, std::uint64_t answers) {
  constexpr auto first_after = std::chrono::milliseconds(500);
  constexpr auto again_after = std::chrono::milliseconds(100);
  if (!is_watched_) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < first_after || (is_shown_ && now - last_ < again_after)) return;
  last_ = now;
  is_shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = std::max(megabytes(bytes) / seconds, 1e-6);
  std::string line = fmt::format("{:.0f} MB", megabytes(bytes));
  if (size) line += fmt::format(" of {:.0f}", megabytes(std::max(*size, bytes)));
  line += fmt::format(", {} answers, {:.0f} MB/s", answers, rate);
  if (size && *size > bytes) line += fmt::format(", {} left", time_text(megabytes(*size - bytes) / rate));
  out_ << '\r' << line << "\x1b[K" << std::flush;
}

void Progress::clear() {
  if (is_shown_) out_ << "\r\x1b[K" << std::flush;
  is_shown_ = false;
}

}  // namespace etic::cli
