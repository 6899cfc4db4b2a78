#include "report/html_report.hpp"

#include <string_view>

#include "report/page_files.hpp"

namespace etic {
namespace {

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

/// The name in `/* NAME */`, when that is all there is on the line.
std::string_view placeholder(std::string_view line) {
  constexpr std::string_view begin = "/* ";
  constexpr std::string_view end = " */";
  const std::string_view text = trimmed(line);
  if (text.size() <= begin.size() + end.size() || !text.starts_with(begin) || !text.ends_with(end)) return {};
  return text.substr(begin.size(), text.size() - begin.size() - end.size());
}

}  // namespace

void write_html_report(std::ostream& out, const HtmlReport& report) {
  const auto files = embedded_page_files();
  const auto content = [&](std::string_view name) -> const std::string* {
    for (const auto& [path, text] : files) {
      if (path == name) return &text;
    }
    return nullptr;
  };
  const std::string& page = *content("report.html");
  for (std::string_view rest = page; !rest.empty();) {
    const std::size_t end = rest.find('\n') + 1;
    const std::string_view line = rest.substr(0, end == 0 ? rest.size() : end);
    rest.remove_prefix(line.size());
    const std::string_view name = placeholder(line.substr(0, line.find('\n')));
    if (name == "data") {
      out << report_data(report) << '\n';
    } else if (const std::string* part = content(name)) {
      out << *part;
    } else {
      out << line;
    }
  }
}

}  // namespace etic
