#pragma once

#include <cstdint>

namespace etic {

/// How much is wanted of what rules find.
enum class Extent : std::uint8_t {
  all,    // every match, every coding
  codes,  // which codes each voice of an answer bears
};

}  // namespace etic
