#pragma once

#include <string>
#include <string_view>

namespace etic {

/// Text that reads in HTML, XML and SVG as it stands, between tags and in attributes: `&`, `<`, `>`, quotes and
/// apostrophes escaped; what XML does not allow (control characters but tab and line breaks, U+FFFE, U+FFFF) as U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace etic
