#include "fuzz/property.hpp"

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "diagnostics/render.hpp"
#include "study/study_reader.hpp"
#include "text/unicode.hpp"

namespace etic::fuzz {
namespace {

bool has_control_character(std::string_view text, std::string_view allowed) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    if (control && (character > 0x7F || allowed.find(static_cast<char>(character)) == std::string_view::npos))
      return true;
  }
  return false;
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << std::endl;
  std::abort();
}

std::string rendered(const Sink& sink) {
  std::ostringstream out;
  for (const Diagnostic& diagnostic : sink.sorted()) render(out, diagnostic, false);
  return out.str();
}

void check_diagnostics(const Sink& sink) {
  const std::vector<Diagnostic> all = sink.sorted();
  for (const Diagnostic& diagnostic : all) {
    require(!diagnostic.message.empty() && diagnostic.message.back() != '.', "a message without a full stop");
    require(diagnostic.place.line >= 1 && diagnostic.place.column >= 1, "a place counts from 1");
    require(diagnostic.first_column >= 1 && diagnostic.first_column <= diagnostic.place.column,
            "the shown part holds the place");
    require(first_invalid_utf8(diagnostic.message + diagnostic.hint) == std::string_view::npos, "messages are UTF-8");
    std::ostringstream json;
    render_json(json, diagnostic);
    std::ostringstream colour;
    render(colour, diagnostic, true);
  }
  const std::string shown = rendered(sink);
  require(first_invalid_utf8(shown) == std::string_view::npos, "what is shown is UTF-8");
  require(!has_control_character(shown, "\n"), "what is shown holds no control characters");
  require(shown.empty() == all.empty(), "every diagnostic is shown");
  require(sink.error_count() + sink.warning_count() >= all.size(), "every diagnostic is counted");
}

void check_span(Span span, const SourceFile& file, std::string_view what) {
  require(span.begin <= span.end && span.end <= file.bytes().size(), what);
}

void check_text(std::string_view text, std::string_view what) {
  require(first_invalid_utf8(text) == std::string_view::npos, what);
  require(is_composed(text), what);
}

std::map<std::string, std::string> cut_into_files(const std::uint8_t* data, std::size_t size,
                                                  const std::vector<std::string>& names) {
  constexpr std::string_view cut = "\n%%%\n";
  std::string rest(data, data + size);
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t end = i + 1 < names.size() ? rest.find(cut) : std::string::npos;
    files[names[i]] = rest.substr(0, end == std::string::npos ? end : end + 1);
    if (end == std::string::npos) break;
    rest.erase(0, end + cut.size());
  }
  return files;
}

const Study& study() {
  static const Study read = [] {
    Sink sink;
    std::optional<Study> found = read_study(MemoryFiles({{"study.yaml", std::string(study_yaml)}}), ".", sink);
    require(found && sink.error_count() == 0, "the study is sound");
    return std::move(*found);
  }();
  return read;
}

}  // namespace etic::fuzz
