#include "codebook/codebook.hpp"

#include <algorithm>

namespace etic {

bool WordLimit::holds(std::uint32_t count) const {
  switch (relation) {
    case Relation::less:
      return count < words;
    case Relation::at_most:
      return count <= words;
    case Relation::equal:
      return count == words;
    case Relation::at_least:
      return count >= words;
    case Relation::more:
      return count > words;
  }
  return false;
}

std::optional<CodeId> Codebooks::find_code(std::string_view name) const {
  const auto found = ids.find(name);
  if (found == ids.end()) return std::nullopt;
  return found->second;
}

std::optional<BookId> Codebooks::find_book(std::string_view name) const {
  const auto found = std::find_if(books.begin(), books.end(), [&](const Codebook& book) { return book.name == name; });
  if (found == books.end()) return std::nullopt;
  return BookId(static_cast<std::size_t>(found - books.begin()));
}

std::vector<CodeId> Codebooks::subtree(CodeId id) const {
  // Codes stand in preorder: the subtree is the run of deeper codes behind its root.
  std::vector<CodeId> all{id};
  for (std::size_t i = id.index() + 1;
       i < codes.size() && codes[i].depth > code(id).depth && codes[i].book == code(id).book; ++i) {
    all.push_back(CodeId(i));
  }
  return all;
}

CodeId Codebooks::top(CodeId id) const {
  while (code(id).parent) id = *code(id).parent;
  return id;
}

std::vector<std::string> Codebooks::code_names() const {
  std::vector<std::string> names;
  for (const Code& code : codes) names.push_back(code.name);
  return names;
}

std::vector<std::string> Codebooks::book_names() const {
  std::vector<std::string> names;
  for (const Codebook& book : books) names.push_back(book.name);
  return names;
}

}  // namespace etic
