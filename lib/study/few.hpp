#pragma once

#include <absl/container/inlined_vector.h>
#include <cstddef>

namespace etic {

/// A list that seldom has more entries than `usual`: so many need no memory of their own. There are millions of them
/// where answers come from surveys.
template <class Entry, std::size_t usual = 1>
using Few = absl::InlinedVector<Entry, usual>;

}  // namespace etic
