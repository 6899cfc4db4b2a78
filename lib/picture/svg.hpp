#pragma once

#include <string>
#include <string_view>

namespace etic {

enum class Anchor { start, middle, end };

/// How text is set.
struct Lettering {
  double size = 13;
  Anchor anchor = Anchor::start;
  bool bold = false;
  std::string_view colour = "#1a1a1a";
  double turn = 0;  // degrees, clockwise, about the point where it stands
};

/// A picture that needs no script, no font and no file beside it, on white. Lengths are CSS pixels from the top left;
/// they are written with one decimal, so that the same picture has the same bytes on every machine.
class Svg {
 public:
  /// The title names the picture; the description says in words what it shows, for those who cannot see it.
  Svg(double width, double height, std::string_view title, std::string_view description);

  void rectangle(double x, double y, double width, double height, std::string_view fill);
  void line(double x1, double y1, double x2, double y2, std::string_view colour, double width);
  void circle(double x, double y, double radius, std::string_view fill);
  /// A curve from one point to another, bent towards a third.
  void curve(double x1, double y1, double bend_x, double bend_y, double x2, double y2, std::string_view colour,
             double width);
  /// `y` is the line that letters stand on.
  void text(double x, double y, std::string_view text, const Lettering& lettering);

  /// What is drawn until the group's end is told of when it is pointed at.
  void begin_group(std::string_view title);
  void end_group();

  [[nodiscard]] std::string str() const;

 private:
  std::string text_;
};

/// Fill for what must be told from a plain fill without colour: stripes.
inline constexpr std::string_view striped = "url(#stripes)";

/// About as wide as the text is in the usual sans-serif fonts, rather more than less.
[[nodiscard]] double text_width(std::string_view text, const Lettering& lettering);

/// The text, or its beginning and `…` where it is wider.
[[nodiscard]] std::string cut_to_width(const std::string& text, const Lettering& lettering, double width);

}  // namespace etic
