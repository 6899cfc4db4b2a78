#include "editing/code_move.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "editing/code_entry.hpp"
#include "editing/code_mentions.hpp"

namespace etic {
namespace {

bool fits(const StudyEdit& edit, CodeId code, const CodeParent& to, Sink& sink) {
  const Codebooks& books = edit.books();
  const std::string& name = books.code(code).name;
  const CodeParent from = edit.parent_of(code);
  if (from.book == to.book && from.theme == to.theme) {
    sink.report(Kind::invalid_option, "", fmt::format("`{}` stands there already", name));
    return false;
  }
  const std::vector<CodeId> below = books.subtree(code);
  if (to.theme && std::find(below.begin(), below.end(), *to.theme) != below.end()) {
    sink.report(Kind::invalid_option, "", fmt::format("`{}` cannot be moved below itself", name));
    return false;
  }
  const std::string moved = edit.name_below(to, last_part(name));
  if (moved != name && books.find_code(moved)) {
    sink.report(Kind::duplicate_code, "", fmt::format("there is a code `{}` already", moved),
                "rename one of them first, or merge the two");
    return false;
  }
  return can_take_entry(edit, code, sink) && can_put_entry(edit, to, sink);
}

}  // namespace

bool move_code(StudyEdit& edit, CodeId code, const CodeParent& to, Sink& sink) {
  if (!fits(edit, code, to, sink)) return false;
  const std::string name = edit.books().code(code).name;
  const std::string part(last_part(name));
  rename_mentions(edit, name, edit.name_below(to, part));
  put_entry(edit, to, part, take_entry(edit, code));
  return true;
}

}  // namespace etic
