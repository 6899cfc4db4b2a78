#pragma once

#include <memory>
#include <string_view>

#include "text/byte_stream.hpp"

namespace etic {

/// `data.csv.gz` → `.gz`; empty for a name that says nothing of packing.
[[nodiscard]] std::string_view packing_of(std::string_view name);

/// The ending that files have which begin like this; empty where nothing is packed.
[[nodiscard]] std::string_view packing_by_look(std::string_view begin);

/// What a stream of gzip (`.gz`, members one after the other too) or Zstandard (`.zst`) holds; another one as it is.
/// Memory is bounded: a Zstandard window of more than 128 MiB is trouble, as is a file that ends too early.
[[nodiscard]] std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream, std::string_view packing);

}  // namespace etic
