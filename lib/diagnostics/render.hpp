#pragma once

#include <ostream>

#include "diagnostics/diagnostic.hpp"

namespace etic {

/// `path:line:col: error: message [kind]`, the source line, a caret under the place, the hint.
/// Control characters, and bytes that are not UTF-8, are shown as `·`, tabs as one space, so that the caret stands
/// right and no file can talk to the terminal.
void render(std::ostream& out, const Diagnostic& diagnostic, bool colour);

/// One JSON object on a line of its own: severity, kind, path, line, column, length, message, hint.
void render_json(std::ostream& out, const Diagnostic& diagnostic);

}  // namespace etic
