// Up to two codebooks of a small study, parted by a line of `%%%`: what codebooks promise, whatever stands in them.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "codebook/codebook_reader.hpp"
#include "codebook/regex.hpp"
#include "fuzz/property.hpp"

using namespace etic;

namespace {

void check_phrases(const std::vector<Phrase>& phrases) {
  for (const Phrase& phrase : phrases) {
    fuzz::require(!phrase.empty() && phrase.size() <= most_phrase_words, "a phrase has words, and not too many");
    for (const WordPattern& word : phrase) fuzz::require(!word.empty(), "a word has letters");
  }
}

void check_elements(const std::vector<Element>& elements) {
  fuzz::require(elements.size() <= most_elements, "a rule has not too many elements");
  for (const Element& element : elements) {
    fuzz::require(!element.alternatives.empty(), "an element has alternatives");
    check_phrases(element.alternatives);
  }
}

void check_rule(const Rule& rule, const Codebooks& books, const SourceFile& file) {
  fuzz::check_span(rule.place, file, "a rule lies inside the file");
  fuzz::require(rule.conditions.questions.universe() == fuzz::study().questions.size(),
                "a rule's questions are the study's");
  fuzz::require(!rule.text.empty(), "a rule can be shown");
  check_elements(rule.elements);
  check_elements(rule.none);
  switch (rule.form) {
    case Rule::Form::phrase:
      fuzz::require(rule.elements.size() == 1, "a phrase is one element");
      break;
    case Rule::Form::near:
    case Rule::Form::sequence:
    case Rule::Form::all:
      fuzz::require(rule.elements.size() >= 2, "near, sequence and all have two elements");
      break;
    case Rule::Form::regex:
      fuzz::require(!Regex::trouble(rule.regex), "a regular expression compiles");
      break;
    case Rule::Form::answer:
      fuzz::require(rule.elements.empty(), "an answer rule has no pattern");
      break;
  }
  for (const auto& list : rule.conditions.has) {
    for (const CodeId code : list) fuzz::require(code.index() < books.codes.size(), "a condition names a code");
  }
  for (const CodeId code : rule.conditions.without)
    fuzz::require(code.index() < books.codes.size(), "a condition names a code");
}

void check_code(CodeId id, const Codebooks& books) {
  const Code& code = books.code(id);
  const SourceFile& file = *books.book_of(id).file;
  fuzz::check_text(code.name, "a code's name is composed UTF-8");
  fuzz::require(books.find_code(code.name) == id, "a code is found by its name");
  fuzz::check_span(code.place, file, "a code lies inside the file");
  fuzz::require(code.scope.universe() == fuzz::study().questions.size(), "a code's questions are the study's");
  if (code.parent) {
    const Code& parent = books.code(*code.parent);
    fuzz::require(code.parent->index() < id.index() && parent.depth + 1 == code.depth,
                  "a code stands behind its theme");
    fuzz::require(std::count(parent.children.begin(), parent.children.end(), id) == 1, "a theme has its code once");
    fuzz::require(code.name.starts_with(parent.name + "."), "a code's id starts with its theme's");
  } else {
    fuzz::require(code.depth == 0, "a code without a theme stands at the top");
  }
  for (const CodeId child : code.children)
    fuzz::require(books.code(child).parent == id, "a theme's code knows its theme");
  for (const Example& example : code.examples) fuzz::check_span(example.place, file, "an example lies inside the file");
  for (const Rule& rule : code.rules) check_rule(rule, books, file);
}

void check_coding_order(const Codebooks& books, bool sound) {
  fuzz::require(books.coding_order.size() == books.codes.size(), "every code has its turn");
  std::vector<bool> done(books.codes.size());
  for (const CodeId id : books.coding_order) {
    fuzz::require(!done[id.index()], "every code has one turn");
    for (const Rule& rule : books.code(id).rules) {
      std::vector<CodeId> wanted = rule.conditions.without;
      for (const auto& list : rule.conditions.has) wanted.insert(wanted.end(), list.begin(), list.end());
      for (const CodeId named : wanted) {
        for (const CodeId code : books.subtree(named))
          fuzz::require(!sound || done[code.index()], "a code stands behind those it asks for");
      }
    }
    done[id.index()] = true;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFiles files(fuzz::cut_into_files(data, size, {"codebooks/a.yaml", "codebooks/b.yaml"}));
  Sink sink;
  const Codebooks books = read_codebooks(files, ".", fuzz::study(), sink);
  fuzz::check_diagnostics(sink);
  fuzz::require(books.ids.size() == books.codes.size(), "every code has its own id");
  for (const Codebook& book : books.books) {
    fuzz::require(book.file != nullptr, "a book has its file");
    check_phrases(book.negation.cues);
    check_phrases(book.negation.not_cues);
    check_phrases(book.negation.stops);
  }
  for (std::size_t i = 0; i < books.codes.size(); ++i) check_code(CodeId(i), books);
  check_coding_order(books, sink.error_count() == 0);

  Sink again;
  static_cast<void>(read_codebooks(files, ".", fuzz::study(), again));
  fuzz::require(fuzz::rendered(again) == fuzz::rendered(sink), "the same books give the same reports");
  return 0;
}
