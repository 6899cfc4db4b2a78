#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "diagnostics/sink.hpp"

namespace etic {

/// How trouble with a part of some text is reported by those who do not know where the text stands: kind, place of the
/// part in the text, message and hint.
using ReportPart =
    std::function<void(Kind, std::size_t offset, std::size_t length, std::string message, std::string hint)>;

/// For text from the command line, which has no place.
[[nodiscard]] inline ReportPart about_command_line(Sink& sink) {
  return [&sink](Kind kind, std::size_t, std::size_t, std::string message, std::string hint) {
    sink.report(kind, "", std::move(message), std::move(hint));
  };
}

}  // namespace etic
