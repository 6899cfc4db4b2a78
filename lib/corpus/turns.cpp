#include "corpus/turns.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/respondent_name.hpp"
#include "text/unicode.hpp"

namespace etic {
namespace {

constexpr std::string_view white_space = " \t\r\n";

Span trimmed(const SourceFile& file, Span span) {
  const std::string_view text = file.slice(span);
  const std::size_t first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {span.begin, span.begin};
  const std::size_t last = text.find_last_not_of(white_space);
  return {static_cast<std::uint32_t>(span.begin + first), static_cast<std::uint32_t>(span.begin + last + 1)};
}

/// `[he laughs]`, but neither `[he laughs] Well [he coughs]` nor `[1] and [2]`.
bool is_note(std::string_view line) {
  if (!line.starts_with('[') || !line.ends_with(']')) return false;
  int open = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') ++open;
    if (line[i] == ']' && --open == 0) return i + 1 == line.size();
  }
  return false;
}

/// Labels in the study are in NFC.
std::string composed(std::string_view label) { return is_composed(label) ? std::string(label) : compose(label).text; }

}  // namespace

TurnCutter::TurnCutter(const SourceFile& file, const Study& study, const std::vector<WrittenValue>& respondents,
                       ReportSpeaker unknown)
    : file_(file), study_(study), respondents_(respondents), unknown_(std::move(unknown)) {}

std::optional<TurnCutter::Label> TurnCutter::label_at(Span line) const {
  constexpr std::size_t longest_written = 3 * longest_speaker_label;  // letters and marks apart take more bytes
  constexpr std::string_view wide_colon = "：";
  const std::string_view text = file_.slice(line).substr(0, longest_written);
  const std::size_t colon = std::min(text.find(':'), text.find(wide_colon));
  if (colon == std::string_view::npos) return std::nullopt;
  const std::size_t label_size =
      text.substr(0, colon).find_last_not_of(' ') + 1;  // French puts a space before the colon
  const std::string label = composed(text.substr(0, label_size));
  const auto size = static_cast<std::uint32_t>(colon + (text[colon] == ':' ? 1 : wide_colon.size()));
  const auto among = [&](const std::vector<std::string>& labels) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
  };
  if (among(study_.speakers.interviewer)) return Label{{WrittenStretch::Kind::interviewer, {}}, size};
  if (among(study_.speakers.respondent)) return Label{{WrittenStretch::Kind::talk, {}}, size};
  for (std::size_t i = 0; i < respondents_.size(); ++i) {
    if (respondents_[i].text == label) return Label{{WrittenStretch::Kind::talk, i}, size};
  }
  if (parse_respondent_name(label)) unknown_({line.begin, static_cast<std::uint32_t>(line.begin + label_size)});
  return std::nullopt;
}

std::vector<WrittenStretch> TurnCutter::cut(Span body) const {
  std::vector<WrittenStretch> stretches;
  Speaker speaker;
  Span current{body.begin, body.begin};
  const auto finish = [&] {
    const Span span = trimmed(file_, current);
    if (span.size() > 0) stretches.push_back({span, speaker.kind, speaker.respondent});
  };
  for (std::uint32_t at = body.begin; at < body.end;) {
    const std::size_t line_break = file_.slice({at, body.end}).find('\n');
    const std::uint32_t next =
        line_break == std::string_view::npos ? body.end : static_cast<std::uint32_t>(at + line_break + 1);
    const Span line = trimmed(file_, {at, next});
    if (is_note(file_.slice(line))) {
      finish();
      stretches.push_back({line, WrittenStretch::Kind::note, {}});
      current = {next, next};
    } else if (const std::optional<Label> label = label_at(line)) {
      finish();
      speaker = label->speaker;
      current = {line.begin + label->size, next};
    } else {
      current.end = next;
    }
    at = next;
  }
  finish();
  return stretches;
}

}  // namespace etic
