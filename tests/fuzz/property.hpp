#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/source_file.hpp"

namespace etic::fuzz {

/// Ends the program, saying what does not hold.
void require(bool holds, std::string_view what);

/// Every diagnostic has a message and a place in its file, and can be shown, on lines that a terminal can be trusted
/// with.
void check_diagnostics(const Sink& sink);

/// All diagnostics as a terminal shows them.
[[nodiscard]] std::string rendered(const Sink& sink);

void check_span(Span span, const SourceFile& file, std::string_view what);

/// Text that came out of a YAML file: valid, composed, without control characters.
void check_text(std::string_view text, std::string_view what);

/// The bytes cut into files at lines of `%%%`, named by `names` in turn; more cuts than names stay in the last one.
[[nodiscard]] std::map<std::string, std::string> cut_into_files(const std::uint8_t* data, std::size_t size,
                                                                const std::vector<std::string>& names);

/// A study that the files of a fuzzed transcript or codebook refer to.
inline constexpr std::string_view study_yaml = R"(title: Parks in parks
groups: {G1: managers, G3: members}
attributes:
  site: {values: [TCR, KITIC, VCEP]}
  role: {}
  date: {of: interview}
  model: {from: site, map: {TCR: joint venture, KITIC: wholly owned}}
questions: {G1Q1: a, G1Q2: b, G1Q10: c, G3Q1: d, G3Q2: e}
sub_questions: {SQ1: {questions: G1, also: G3Q2}}
speakers: {interviewer: [Interviewer, 采访者], respondent: Respondent}
)";

/// That study, read.
[[nodiscard]] const Study& study();

}  // namespace etic::fuzz
