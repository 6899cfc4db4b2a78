#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace etic {

/// What the system says of an error, as our messages have it: "permission denied", "no space left on device".
[[nodiscard]] std::string system_message(const std::error_code& error);

/// Writes a file whole or not at all: the bytes go to a new file beside it, reach the disk, and take its place in one
/// step. Whatever fails, an old file stays as it was. Links are followed; the old file's permissions are kept. Devices and
/// pipes are written to directly. Returns what went wrong, if anything did.
[[nodiscard]] std::optional<std::string> write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace etic
