#pragma once

#include <cstdint>
#include <string>

#include "diagnostics/kind.hpp"
#include "text/source_file.hpp"

namespace etic {

/// One thing that is wrong, with all that is needed to show it: it outlives the file that it speaks of.
/// The message is lower case without a full stop and quotes with backticks; the hint says what to do, where known.
struct Diagnostic {
  Kind kind;
  std::string message;
  std::string hint;
  std::string path;          // empty: nothing on disk (the command line)
  Place place;               // meaningless without a source line
  std::string line;          // the source line, or the part of a long one around the place; empty for a file as a whole
  std::uint32_t length = 0;  // characters under the caret
  std::uint32_t first_column = 1;  // of `line`: the column of its first character
};

/// Order of printing: by path (natural order), place, kind, message.
[[nodiscard]] bool precedes(const Diagnostic& a, const Diagnostic& b);

}  // namespace etic
