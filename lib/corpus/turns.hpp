#pragma once

#include <functional>
#include <vector>

#include "corpus/transcript.hpp"

namespace etic {

/// Cuts an answer's text into stretches: an editor's note is a line in one pair of square brackets; a declared
/// speaker's label at a line's start (`Interviewer:`, `G3-02:`, with a full-width colon too) starts a turn, which lasts
/// to the next label. A note ends no turn: what follows is still the same speaker's. Empty stretches are left out.
class TurnCutter {
 public:
  using ReportSpeaker = std::function<void(Span label)>;

  /// `unknown` is called for labels that look like a respondent's but name none of this interview.
  TurnCutter(const SourceFile& file, const Study& study, const std::vector<WrittenValue>& respondents,
             ReportSpeaker unknown);

  [[nodiscard]] std::vector<WrittenStretch> cut(Span body) const;

 private:
  struct Speaker {
    WrittenStretch::Kind kind = WrittenStretch::Kind::talk;
    std::optional<std::size_t> respondent;
  };
  struct Label {
    Speaker speaker;
    std::uint32_t size = 0;  // with its colon
  };

  [[nodiscard]] std::optional<Label> label_at(Span line) const;

  const SourceFile& file_;
  const Study& study_;
  const std::vector<WrittenValue>& respondents_;
  ReportSpeaker unknown_;
};

}  // namespace etic
