#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "editing/file_edit.hpp"
#include "text/file_tree.hpp"
#include "text/natural_order.hpp"

namespace etic {

/// Files as they would be after an edit: the changed and new ones from memory, the others from where they are.
class EditedFiles final : public FileTree {
 public:
  EditedFiles(const FileTree& files, const std::vector<const FileEdit*>& changes) : files_(files) {
    for (const FileEdit* change : changes) changed_.emplace(change->file().path(), change->result());
  }

  /// One file, which need not be there yet.
  EditedFiles(const FileTree& files, const std::string& path, std::string bytes) : files_(files) {
    changed_.emplace(path, std::move(bytes));
  }

  [[nodiscard]] Content read(const std::string& path, std::size_t limit) const override {
    const auto changed = changed_.find(path);
    if (changed == changed_.end()) return files_.read(path, limit);
    if (changed->second.size() > limit) return {{}, trouble_too_large};
    return {changed->second, {}};
  }

  [[nodiscard]] Opened open(const std::string& path) const override {
    const auto changed = changed_.find(path);
    if (changed == changed_.end()) return files_.open(path);
    return {std::make_unique<TextStream>(changed->second), {}};
  }

  [[nodiscard]] std::optional<std::vector<std::string>> files_below(const std::string& folder) const override {
    std::optional<std::vector<std::string>> paths = files_.files_below(folder);
    for (const auto& [path, bytes] : changed_) {
      if (!path.starts_with(join_path(folder, "")) || folder.empty()) continue;
      if (!paths) paths.emplace();
      if (std::find(paths->begin(), paths->end(), path) == paths->end()) paths->push_back(path);
    }
    if (paths) {
      std::sort(paths->begin(), paths->end(),
                [](const std::string& a, const std::string& b) { return natural_compare(a, b) < 0; });
    }
    return paths;
  }

 private:
  const FileTree& files_;
  std::map<std::string, std::string> changed_;
};

}  // namespace etic
