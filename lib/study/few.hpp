#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>

namespace etic {

/// A list that seldom has more entries than `usual`: so many need no memory of their own. There are millions of them
/// where answers come from surveys.
template <class Entry, std::size_t usual = 1>
using Few = boost::container::small_vector<Entry, usual>;

}  // namespace etic
