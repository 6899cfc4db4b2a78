#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "codebook/codebook_reader.hpp"
#include "editing/code_move.hpp"
#include "editing/code_rename.hpp"
#include "editing/edited_files.hpp"
#include "study/study_reader.hpp"
#include "support/catch.hpp"
#include "yaml/parse.hpp"

using namespace etic;

namespace {

const std::string root = std::string(ETIC_FIXTURES) + "/../..";

/// The design and books of the bundled study, or of an edited one.
struct Books {
  explicit Books(const FileTree& files)
      : study(*read_study(files, root, sink)), books(read_codebooks(files, root, study, sink)) {}
  Sink sink;
  Study study;
  Codebooks books;
};

std::vector<std::string> rules_of(const Code& code) {
  std::vector<std::string> texts;
  for (const Rule& rule : code.rules) texts.push_back(rule.text);
  return texts;
}

/// The lines that say something, wherever they stand and however far they are set in.
std::multiset<std::string> lines_of_all(const FileTree& files, const Books& read) {
  std::multiset<std::string> lines;
  for (const Codebook& book : read.books.books) {
    const std::string bytes = *files.read(book.file->path(), std::size_t{1} << 30).bytes;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::size_t text = bytes.find_first_not_of(' ', at);
      if (text < end) lines.insert(bytes.substr(text, end - text));
      at = end + 1;
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("codes of the bundled study can be renamed, and back to the same bytes") {
  const DiskFiles disk;
  const Books before(disk);
  const Ledger ledger;
  const Memos memos;
  for (std::size_t i = 0; i < before.books.codes.size(); i += 13) {  // some of them: a few seconds
    const Code& code = before.books.codes[i];
    INFO(code.name);
    Sink sink;
    StudyEdit there(disk, root, before.study, before.books, ledger, memos, sink);
    rename_code(there, CodeId(i), "zz-new");
    const EditedFiles renamed(disk, there.changes());
    const Books between(renamed);
    REQUIRE(between.sink.error_count() == 0);
    REQUIRE(between.books.codes.size() == before.books.codes.size());
    CHECK(last_part(between.books.codes[i].name) == "zz-new");

    StudyEdit back(renamed, root, between.study, between.books, ledger, memos, sink);
    rename_code(back, CodeId(i), last_part(code.name));
    const EditedFiles again(renamed, back.changes());
    for (const Codebook& book : before.books.books)
      CHECK(*again.read(book.file->path(), largest_yaml).bytes == book.file->bytes());
  }
}

TEST_CASE("codes of the bundled study can be moved to the top of its book, with all its lines") {
  const DiskFiles disk;
  const Books before(disk);
  const Ledger ledger;
  const Memos memos;
  std::size_t moved = 0;
  for (std::size_t i = 0; i < before.books.codes.size(); i += 13) {  // some of them: a few seconds
    const Code& code = before.books.codes[i];
    if (!code.parent || before.books.find_code(last_part(code.name))) continue;
    INFO(code.name);
    Sink sink;
    StudyEdit edit(disk, root, before.study, before.books, ledger, memos, sink);
    REQUIRE(move_code(edit, CodeId(i), {code.book, {}}, sink));
    const EditedFiles files(disk, edit.changes());
    const Books after(files);
    REQUIRE(after.sink.error_count() == 0);
    CHECK(after.books.codes.size() == before.books.codes.size());
    const Code& there = after.books.code(after.books.find_code(last_part(code.name)).value());
    CHECK(there.book == code.book);
    CHECK(there.definition == code.definition);
    CHECK(there.children.size() == code.children.size());
    CHECK(rules_of(there) == rules_of(code));
    ++moved;

    const std::multiset<std::string> old_lines = lines_of_all(disk, before);
    const std::multiset<std::string> new_lines = lines_of_all(files, after);
    std::vector<std::string> lost;
    std::set_difference(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end(),
                        std::back_inserter(lost));
    for (const std::string& line : lost) {  // only what names codes has changed
      const bool names_codes =
          line.find("exclusive") != std::string::npos || line.find(code.name) != std::string::npos || line == "codes:";
      CHECK(names_codes);
    }
  }
  CHECK(moved > 5);
}
