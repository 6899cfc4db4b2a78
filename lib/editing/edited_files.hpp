#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "editing/file_edit.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Files as they would be after an edit: the changed ones from memory, the others from where they are.
class EditedFiles final : public FileTree {
 public:
  EditedFiles(const FileTree& files, const std::vector<const FileEdit*>& changes) : files_(files) {
    for (const FileEdit* change : changes) changed_.emplace(change->file().path(), change->result());
  }

  [[nodiscard]] Content read(const std::string& path, std::size_t limit) const override {
    const auto changed = changed_.find(path);
    if (changed == changed_.end()) return files_.read(path, limit);
    if (changed->second.size() > limit) return {{}, trouble_too_large};
    return {changed->second, {}};
  }

  [[nodiscard]] std::optional<std::vector<std::string>> files_below(const std::string& folder) const override {
    return files_.files_below(folder);
  }

 private:
  const FileTree& files_;
  std::map<std::string, std::string> changed_;
};

}  // namespace etic
