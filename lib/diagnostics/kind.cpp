#include "diagnostics/kind.hpp"

#include <array>
#include <cstddef>

namespace etic {
namespace {

constexpr std::array infos{
#define ETIC_KIND(identifier, name, severity, meaning) KindInfo{Kind::identifier, name, Severity::severity, meaning},
#include "diagnostics/kind.def"
#undef ETIC_KIND
};

}  // namespace

const KindInfo& info(Kind kind) { return infos[static_cast<std::size_t>(kind)]; }
std::span<const KindInfo> all_kinds() { return infos; }

}  // namespace etic
