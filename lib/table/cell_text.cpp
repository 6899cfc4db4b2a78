#include "table/cell_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <variant>

namespace etic {

namespace {

std::string percentage(std::int64_t n, std::int64_t of) {
  return (is_rough(of) ? "~" : "") + std::to_string((200 * n + of) / (2 * of)) + "%";
}

/// What stands behind n: the slash (or what takes its place), the base, the percentage.
std::string behind_n(std::string_view slash, const CountText& count, const CountWidths& widths) {
  std::string text(slash);
  text += count.base;
  text.append(widths.base - count.base.size(), ' ');
  if (widths.percent > 0) {
    text.append(1 + widths.percent - count.percent.size(), ' ');
    text += count.percent;
  }
  return text;
}

}  // namespace

std::string decimal_text(const Decimal& decimal) {
  double scale = 1;
  for (int i = 0; i < decimal.digits; ++i) scale *= 10;
  const auto scaled = static_cast<std::int64_t>(std::llround(decimal.value * scale));
  const std::int64_t size = scaled < 0 ? -scaled : scaled;
  std::string digits = std::to_string(size);
  const auto places = static_cast<std::size_t>(decimal.digits);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (scaled < 0 ? "-" : "") + digits;
}

std::optional<CountText> count_text(const Cell& cell) {
  if (const auto* decimal = std::get_if<Decimal>(&cell)) return CountText{decimal_text(*decimal), {}, {}};
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return CountText{std::to_string(*number), {}, {}};
  if (const auto* plain = std::get_if<PlainCount>(&cell)) return CountText{std::to_string(plain->n), {}, {}};
  if (const auto* count = std::get_if<CountCell>(&cell)) {
    return CountText{std::to_string(count->n), std::to_string(count->base),
                     count->percent_of > 0 ? percentage(count->n, count->percent_of) : std::string()};
  }
  return std::nullopt;
}

bool is_rough(std::int64_t of) {
  constexpr std::int64_t few = 20;
  return of < few;
}

int heat_step(const CountCell& count) {
  return static_cast<int>(std::clamp<std::int64_t>(heat_steps * count.n / count.base, 0, heat_steps - 1));
}

std::string bar_text(const Bar& bar) {
  if (bar.of == 0) return "";
  constexpr std::int64_t longest = 10;
  const std::int64_t halves = (2 * longest * bar.n + bar.of / 2) / bar.of;
  std::string drawn;
  for (std::int64_t i = 0; i < halves / 2; ++i) drawn += "█";
  if (halves % 2 == 1 || (halves == 0 && bar.n > 0)) drawn += "▌";
  return drawn;
}

std::string cell_text(const Cell& cell) {
  if (const auto* bar = std::get_if<Bar>(&cell)) return bar_text(*bar);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* names = std::get_if<NameList>(&cell)) {
    std::string joined;
    for (const std::string& name : *names) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
  }
  if (std::holds_alternative<MissingCell>(cell)) return std::string(missing_mark);
  const auto count = count_text(cell);
  if (!count) return {};
  return count->n + (count->base.empty() ? "" : "/" + count->base) +
         (count->percent.empty() ? "" : " " + count->percent);
}

void CountWidths::make_room_for(const CountText& count) {
  n = std::max(n, count.n.size());
  base = std::max(base, count.base.size());
  percent = std::max(percent, count.percent.size());
}

std::string aligned(const CountText& count, const CountWidths& widths) {
  std::string text = std::string(widths.n - count.n.size(), ' ') + count.n;
  if (widths.base > 0) text += behind_n(count.base.empty() ? " " : "/", count, widths);
  return text;
}

std::string aligned_missing_mark(const CountWidths& widths) {
  if (widths.base == 0) return std::string(missing_mark);
  return std::string(widths.n, ' ') + behind_n(missing_mark, {}, widths);
}

}  // namespace etic
