#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/matrix.hpp"
#include "diagnostics/sink.hpp"
#include "report/caption.hpp"
#include "report/count_tables.hpp"
#include "text/source_file.hpp"

namespace etic {

/// The tally of a shard of a study: what its caption says, and whom it counts, so that it can be told whether others
/// count them too.
struct PartialTally {
  std::string path;  // of the file it was read from
  Matrix tally;
  std::string by;
  Percent percent = Percent::none;
  CountingText text;
  std::vector<std::string> respondents;  // those with a name
  std::vector<std::string> files;        // of answers in rows
};

/// JSON, `{"schema":"etic-partial/1", ...}`.
[[nodiscard]] std::string partial_json(const PartialTally& partial);

/// Reports what is no such file.
[[nodiscard]] std::optional<PartialTally> read_partial(const SourceFile& file, Sink& sink);

/// The tally of all shards together. Reports shards that do not count the same way, respondents whose answers are in
/// two of them, and files that are counted twice; the result is then not to be used.
[[nodiscard]] PartialTally merge(const std::vector<PartialTally>& partials, Sink& sink);

}  // namespace etic
