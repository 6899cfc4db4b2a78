#pragma once

#include <string_view>

#include "editing/file_edit.hpp"
#include "editing/yaml_entry.hpp"

namespace etic {

/// Edits of a theme's `exclusive:`, which lists every code below it by its last part. A theme without one stays so.
void rename_in_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view from, std::string_view to);

/// Puts it last: it wins over none of the others.
void add_to_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view part);

/// Takes the whole key away with the last one.
void remove_from_exclusive(FileEdit& edit, const YamlEntry& theme, std::string_view part);

}  // namespace etic
