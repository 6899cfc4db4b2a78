#include <fmt/format.h>

#include "audit/audit.hpp"

namespace etic {

void check_definitions(const Codebooks& books, Sink& sink) {
  for (const Code& code : books.codes) {
    const Codebook& book = books.book(code.book);
    if (!code.definition.empty() || book.is_dictionary) continue;
    sink.report(Kind::no_definition, *book.file, code.place, fmt::format("code `{}` has no definition", code.name),
                "say when it is to be used, so that a second coder can");
  }
}

}  // namespace etic
