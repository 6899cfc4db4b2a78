#include "picture/svg.hpp"

#include "support/catch.hpp"

using namespace etic;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a picture has a title and a description, and its text is text") {
  Svg svg(100, 50.25, "A <b>", "3 & 4");
  svg.text(1, 2, "x < y", {.size = 11, .anchor = Anchor::end, .bold = true, .colour = "#000", .turn = -90});
  const std::string picture = svg.str();
  CHECK(holds(picture, "width=\"100\" height=\"50.3\" viewBox=\"0 0 100 50.3\" role=\"img\""));
  CHECK(holds(picture, "<title>A &lt;b&gt;</title>\n<desc>3 &amp; 4</desc>"));
  CHECK(holds(picture,
              "<text x=\"1\" y=\"2\" font-size=\"11\" text-anchor=\"end\" font-weight=\"bold\" fill=\"#000\" "
              "transform=\"rotate(-90 1 2)\">x &lt; y</text>"));
  CHECK(picture.substr(picture.size() - 7) == "</svg>\n");
}

TEST_CASE("lengths have one decimal at most, and no negative zero") {
  Svg svg(10, 10, "", "");
  svg.line(-0.04, 0.05, 1.0 / 3, -2.55, "#000", 1);
  CHECK(holds(svg.str(), "<line x1=\"0\" y1=\"0.1\" x2=\"0.3\" y2=\"-2.6\""));
}

TEST_CASE("the width of text grows with its letters, and wide scripts take more") {
  const Lettering plain{.size = 10};
  CHECK(text_width("", plain) == 0);
  CHECK(text_width("mm", plain) > text_width("ii", plain));
  CHECK(text_width("園區", plain) > text_width("ab", plain));
  CHECK(text_width("ab", {.size = 10, .bold = true}) > text_width("ab", plain));
  CHECK(text_width("a\u0301", plain) == text_width("a", plain));
}

TEST_CASE("text that is too wide is cut between characters") {
  const Lettering plain{.size = 10};
  CHECK(cut_to_width("short", plain, 100) == "short");
  const std::string cut = cut_to_width("園園園園園園園園", plain, 60);
  CHECK(cut == "園園園…");  // 13 each, 10 kept for the ellipsis
}
