#include "picture/svg.hpp"

#include <cmath>
#include <cstdint>
#include <fmt/format.h>

#include "table/html_text.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

/// `12`, `12.5`: one decimal, never `-0`.
std::string length(double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  std::string text = fmt::format("{}{}", tenths < 0 ? "-" : "", size / 10);
  if (size % 10 != 0) text += fmt::format(".{}", size % 10);
  return text;
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "start";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      return "end";
  }
  return "";
}

/// Of the letters' size, in the widest of the usual fonts; wide scripts fill it.
double relative_width(char32_t character) {
  if (character == U' ') return 0.32;
  if (character < 0x80) {
    const char c = static_cast<char>(character);
    if (std::string_view("iljtfrI.,:;'|!()[]-/").find(c) != std::string_view::npos) return 0.39;
    if (std::string_view("mwMW@%").find(c) != std::string_view::npos) return 0.97;
    if (c >= 'A' && c <= 'Z') return 0.73;
    return 0.62;
  }
  std::string one;
  append_utf8(one, character);
  return 0.65 * static_cast<double>(display_width(one));
}

constexpr double bold_width = 1.12;  // of what the same letters take when they are not bold

}  // namespace

Svg::Svg(double width, double height, std::string_view title, std::string_view description) {
  text_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
      "font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\">\n"
      "<title>{2}</title>\n<desc>{3}</desc>\n"
      "<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#f6c8a0\"/>"
      "<rect width=\"3\" height=\"6\" fill=\"#b4500f\"/></pattern></defs>\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
      length(width), length(height), html_text(title), html_text(description));
}

void Svg::rectangle(double x, double y, double width, double height, std::string_view fill) {
  text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", length(x), length(y),
                       length(width), length(height), fill);
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view colour, double width) {
  text_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                       length(x1), length(y1), length(x2), length(y2), colour, length(width));
}

void Svg::circle(double x, double y, double radius, std::string_view fill) {
  text_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"#fff\" stroke-width=\"1\"/>\n",
                       length(x), length(y), length(radius), fill);
}

void Svg::curve(double x1, double y1, double bend_x, double bend_y, double x2, double y2, std::string_view colour,
                double width) {
  text_ += fmt::format(
      "<path d=\"M{} {}Q{} {} {} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"0.6\"/>\n",
      length(x1), length(y1), length(bend_x), length(bend_y), length(x2), length(y2), colour, length(width));
}

void Svg::text(double x, double y, std::string_view text, const Lettering& lettering) {
  std::string turn;
  if (lettering.turn != 0)
    turn = fmt::format(" transform=\"rotate({} {} {})\"", length(lettering.turn), length(x), length(y));
  const std::string anchor = lettering.anchor == Anchor::start
                                 ? std::string()
                                 : fmt::format(" text-anchor=\"{}\"", anchor_name(lettering.anchor));
  text_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{} fill=\"{}\"{}>{}</text>\n", length(x), length(y),
                       length(lettering.size), anchor, lettering.bold ? " font-weight=\"bold\"" : "", lettering.colour,
                       turn, html_text(text));
}

void Svg::begin_group(std::string_view title) { text_ += fmt::format("<g><title>{}</title>\n", html_text(title)); }

void Svg::end_group() { text_ += "</g>\n"; }

std::string Svg::str() const { return text_ + "</svg>\n"; }

double text_width(std::string_view text, const Lettering& lettering) {
  double width = 0;
  for (std::size_t offset = 0; offset < text.size();) width += relative_width(next_character(text, offset));
  return width * lettering.size * (lettering.bold ? bold_width : 1);
}

std::string cut_to_width(const std::string& text, const Lettering& lettering, double width) {
  if (text_width(text, lettering) <= width) return text;
  const double size = lettering.size * (lettering.bold ? bold_width : 1);
  const double room = width - size;  // for the ellipsis
  double used = 0;
  std::size_t end = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    used += relative_width(next_character(text, offset)) * size;
    if (used > room) break;
    end = offset;
  }
  return text.substr(0, end) + "…";
}

}  // namespace etic
