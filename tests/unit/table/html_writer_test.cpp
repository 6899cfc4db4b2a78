#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "table/html_text.hpp"
#include "table/writers.hpp"

using namespace etic;

namespace {

std::string html_of(const std::vector<Table>& tables) {
  std::ostringstream out;
  write_html(out, tables);
  return out.str();
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("html: text is never markup") {
  CHECK(html_text("<b a='x' c=\"y\">&</b>") == "&lt;b a=&#39;x&#39; c=&quot;y&quot;&gt;&amp;&lt;/b&gt;");
  CHECK(html_text("a\tb\nc") == "a\tb\nc");
  CHECK(html_text(std::string("\x01\x7F\0", 3)) == "\uFFFD\uFFFD\uFFFD");
  CHECK(html_text("x\xEF\xBF\xBEy\xEF\xBF\xBFz") == "x\uFFFDy\uFFFDz");
  CHECK(html_text("\xEF\xBF\xBD") == "\uFFFD");
  const std::string page =
      html_of({{"</title><script>", {Column{"<i>", Align::left}}, {Row{{"</td><script>x()"}}}, {"<hr>"}}});
  CHECK_FALSE(holds(page, "<script"));
  CHECK_FALSE(holds(page, "<i>"));
  CHECK_FALSE(holds(page, "<hr>"));
}

TEST_CASE("html: captions, heads with scope, heat by fifths, bars, blocks") {
  const Table table{"Codes",
                    {Column{"code", Align::left}, Column{"G1", Align::right, false, true}, Column{"", Align::left}},
                    {Row{{"need", CountCell{1, 5}, Bar{1, 5}}, 0, true, true},
                     Row{{"need.speed", CountCell{5, 5}, Bar{5, 5}}, 1, false, false},
                     Row{{"goals", MissingCell{}, BlankCell{}}, 0, true, true}},
                    {"A note."}};
  const std::string page = html_of({table});
  CHECK(holds(page, "<title>Codes</title>"));
  CHECK(holds(page, "<caption><span>Codes</span></caption>"));
  CHECK(holds(page, "<th scope=\"col\">code</th><th scope=\"col\" class=\"number\">G1</th><td></td>"));
  CHECK(holds(
      page,
      "<tr class=\"strong\"><th scope=\"row\">need</th><td class=\"number heat1\">1/5</td><td><span class=\"bar\" "
      "style=\"width:2.0em\"></span></td></tr>"));
  CHECK(
      holds(page, "<th scope=\"row\" style=\"padding-left:1.8em\">need.speed</th><td class=\"number heat4\">5/5</td>"));
  CHECK(holds(
      page,
      "</tbody>\n<tbody>\n<tr class=\"strong\"><th scope=\"row\">goals</th><td class=\"number\">–</td><td></td>"));
  CHECK(holds(page, "<p class=\"note\">A note.</p>"));
}

TEST_CASE("html: a table without rows says so, one without columns is a paragraph") {
  CHECK(holds(html_of({{"", {Column{"a", Align::left}}, {}, {}}}), "<td colspan=\"1\">(none)</td>"));
  CHECK(holds(html_of({{"No memos.", {}, {}, {}}}), "<p>No memos.</p>"));
}
