#include "report/network_picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <utility>
#include <vector>

#include "report/picture_page.hpp"

namespace etic {
namespace {

using namespace picture;

constexpr std::size_t about_a_hundred = 100;
constexpr double label_gap = 10;
constexpr double widest_label = 260;
constexpr double arc_of_node = 17;
constexpr double least_radius = 130;
constexpr double widest_link = 7;
constexpr double largest_node = 8;
constexpr double page_width = 640;  // at least
constexpr std::string_view link_colour = "#4a6f8f";

struct Link {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t n = 0;
};

std::vector<Link> all_links(const Matrix& together) {
  std::vector<Link> links;
  for (std::size_t a = 0; a < together.rows.size(); ++a) {
    for (std::size_t b = a + 1; b < together.rows.size(); ++b) {
      // A theme among codes bears what is below it.
      if (together.rows[a].strong || together.rows[b].strong) continue;
      if (together.cells[a][b].n > 0) links.push_back({a, b, together.cells[a][b].n});
    }
  }
  return links;
}

/// Two at least, and as many as leave about a hundred links or fewer.
std::int64_t least_that_is_legible(const std::vector<Link>& links) {
  std::int64_t least = 2;
  const auto count = [&] {
    return static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [&](const Link& link) { return link.n >= least; }));
  };
  while (count() > about_a_hundred) ++least;
  return least;
}

/// The codes that links join, on a circle, with a gap between themes.
class Circle {
 public:
  Circle(const Matrix& together, const Codebooks& books, const std::vector<Link>& links)
      : angle_(together.rows.size()) {
    std::vector<bool> linked(together.rows.size());
    for (const Link& link : links) linked[link.from] = linked[link.to] = true;
    std::vector<double> places;
    double place = 0;
    std::optional<CodeId> theme;
    for (std::size_t i = 0; i < linked.size(); ++i) {
      if (!linked[i]) continue;
      const CodeId top = books.top(*together.rows[i].code);
      if (theme && *theme != top) place += 0.8;
      theme = top;
      nodes_.push_back(i);
      places.push_back(place);
      place += 1;
    }
    place += 0.8;
    radius_ = std::max(least_radius, place * arc_of_node / (2 * std::numbers::pi));
    for (std::size_t k = 0; k < nodes_.size(); ++k)
      angle_[nodes_[k]] = 2 * std::numbers::pi * places[k] / place - std::numbers::pi / 2;
    for (const std::size_t node : nodes_) make_room(node, together.rows[node].key);
  }

  [[nodiscard]] const std::vector<std::size_t>& nodes() const { return nodes_; }
  /// How far it reaches from its centre, labels included.
  [[nodiscard]] double up() const { return up_; }
  [[nodiscard]] double down() const { return down_; }
  [[nodiscard]] double aside() const { return aside_; }
  [[nodiscard]] double angle(std::size_t node) const { return angle_[node]; }
  [[nodiscard]] double x(std::size_t node, double share = 1) const { return share * radius_ * std::cos(angle_[node]); }
  [[nodiscard]] double y(std::size_t node, double share = 1) const { return share * radius_ * std::sin(angle_[node]); }
  [[nodiscard]] double radius() const { return radius_; }

 private:
  void make_room(std::size_t node, const std::string& label) {
    const double far = label_gap + largest_node + std::min(text_width(label, plain_letters), widest_label);
    const double share = 1 + far / radius_;
    up_ = std::max(up_, letter_size - y(node, share));
    down_ = std::max(down_, letter_size + y(node, share));
    aside_ = std::max(aside_, letter_size + std::abs(x(node, share)));
  }

  std::vector<double> angle_;  // by row of the matrix
  std::vector<std::size_t> nodes_;
  double radius_ = 0;
  double up_ = 0;
  double down_ = 0;
  double aside_ = 0;
};

double link_width(std::int64_t n, std::int64_t least, std::int64_t most) {
  if (most == least) return 2;
  return 1 + (widest_link - 1) * static_cast<double>(n - least) / static_cast<double>(most - least);
}

/// The farther apart two codes are, the nearer to the centre their link passes.
void draw_link(Svg& svg, const Circle& circle, const Link& link, double centre_x, double centre_y, double width) {
  const double between = std::abs(circle.angle(link.from) - circle.angle(link.to));
  const double apart = std::min(between, 2 * std::numbers::pi - between) / std::numbers::pi;
  const double bend = (0.8 - 0.6 * apart) / 2;
  const auto [x1, y1] = std::pair(circle.x(link.from), circle.y(link.from));
  const auto [x2, y2] = std::pair(circle.x(link.to), circle.y(link.to));
  svg.curve(centre_x + x1, centre_y + y1, centre_x + bend * (x1 + x2), centre_y + bend * (y1 + y2), centre_x + x2,
            centre_y + y2, link_colour, width);
}

void draw_label(Svg& svg, const Circle& circle, std::size_t node, const std::string& name, double centre_x,
                double centre_y) {
  const double distance = 1 + (label_gap + largest_node / 2) / circle.radius();
  const double turn = circle.angle(node) * 180 / std::numbers::pi;
  const bool left = turn > 90 && turn < 270;
  const double x = centre_x + circle.x(node, distance);
  const double y = centre_y + circle.y(node, distance);
  // Letters stand upright on either side; a third of their height below the line that leads to the centre.
  const double down = letter_size / 3;
  const double angle = circle.angle(node) + (left ? -1 : 1) * std::numbers::pi / 2;
  svg.text(x + down * std::cos(angle), y + down * std::sin(angle), cut_to_width(name, plain_letters, widest_label),
           {.anchor = left ? Anchor::end : Anchor::start, .turn = left ? turn - 180 : turn});
}

}  // namespace

std::string network_picture(const Matrix& together, const Codebooks& books, const std::string& title,
                            const CountingText& counting, std::int64_t wanted_least) {
  std::vector<Link> links = all_links(together);
  const std::int64_t least = wanted_least > 0 ? wanted_least : least_that_is_legible(links);
  const std::size_t found = links.size();
  std::erase_if(links, [&](const Link& link) { return link.n < least; });
  // The strongest are drawn last, above the others.
  std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.n < b.n; });
  const Circle circle(together, books, links);

  const std::int64_t most = links.empty() ? least : links.back().n;
  std::int64_t most_voiced = 1;
  for (const std::size_t node : circle.nodes()) most_voiced = std::max(most_voiced, together.cells[node][node].n);

  const auto codes =
      std::count_if(together.rows.begin(), together.rows.end(), [](const AxisItem& row) { return !row.strong; });
  const std::string what = describe(counting);
  const std::string shown =
      fmt::format("Drawn: {} of {} links, those of {} or more; {} of {} codes, the others have no such link.",
                  links.size(), found, least, circle.nodes().size(), codes);
  const double width = std::max(page_width, 2 * (circle.aside() + margin));
  const double inner = width - 2 * margin;
  const double head = margin + height(title, title_letters, inner) + height(what, note_letters, inner) + 16;
  const double centre_x = width / 2;
  const double centre_y = head + circle.up();
  const double tall = head + circle.up() + circle.down() + 36 + height(shown, note_letters, inner) + margin / 2;

  std::string words = fmt::format("{}. {}", what, shown);
  for (auto link = links.rbegin(); link != links.rend(); ++link)
    words += fmt::format(" {} with {}: {}.", together.rows[link->from].key, together.rows[link->to].key, link->n);
  Svg svg(width, tall, title, words);
  double y = paragraph(svg, margin, margin - 6, title, inner, title_letters);
  paragraph(svg, margin, y + 2, what, inner, note_letters);

  for (const Link& link : links) {
    svg.begin_group(fmt::format("{} with {}: {}", together.rows[link.from].key, together.rows[link.to].key, link.n));
    draw_link(svg, circle, link, centre_x, centre_y, link_width(link.n, least, most));
    svg.end_group();
  }
  for (const std::size_t node : circle.nodes()) {
    const std::int64_t n = together.cells[node][node].n;
    svg.begin_group(fmt::format("{}: {}", together.rows[node].key, n));
    svg.circle(centre_x + circle.x(node), centre_y + circle.y(node),
               3 + (largest_node - 3) * std::sqrt(static_cast<double>(n) / static_cast<double>(most_voiced)),
               "#1f5a8c");
    draw_label(svg, circle, node, together.rows[node].key, centre_x, centre_y);
    svg.end_group();
  }
  y = head + circle.up() + circle.down() + 12;
  if (!links.empty()) {
    double x = margin;
    for (const std::int64_t n : {least, most}) {
      svg.line(x, y, x + 30, y, link_colour, link_width(n, least, most));
      const std::string label = fmt::format("both in {}", n);
      svg.text(x + 36, y + 4, label, note_letters);
      x += 36 + text_width(label, note_letters) + 20;
      if (most == least) break;
    }
    y += 14;
  }
  paragraph(svg, margin, y, shown, inner, note_letters);
  return svg.str();
}

}  // namespace etic
