#include "editing/code_rename.hpp"

#include <string>

#include "editing/code_mentions.hpp"
#include "editing/exclusive_list.hpp"

namespace etic {

void rename_code(StudyEdit& edit, CodeId id, std::string_view part) {
  const Code& code = edit.books().code(id);
  const SourceFile& file = edit.file_of(code.book);
  edit.of(file).replace(inside_quotes(file, code.place), std::string(part));
  if (code.parent && !edit.books().book(code.book).is_dictionary) {
    rename_in_exclusive(edit.of(file), edit.entry_of(*code.parent), last_part(code.name), part);
  }
  rename_mentions(edit, code.name, edit.name_below(edit.parent_of(id), part));
}

}  // namespace etic
