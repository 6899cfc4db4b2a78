#include "coding/layers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "coding/exclusive_themes.hpp"
#include "support/catch.hpp"
#include "unit/coding/people_coding.hpp"

using namespace etic;

namespace {

const std::vector<std::string> rules_then_ada{"rules", "ada"};

/// What Ada's rows leave of what the rules assign to one answer, and what they take away.
struct OverRules {
  explicit OverRules(const std::string& text)
      : people(people_files({{"ada", rows(text)}})), coded(people.layered(rules_then_ada)) {
    INFO(people.reports());
    REQUIRE(people.whole.sink.error_count() == 0);
  }

  PeopleStudy people;
  CodedCorpus coded;

  /// What stays of one answer: `G1-01 G1Q1`, which the lines leave out.
  [[nodiscard]] std::string kept(const std::string& answer) const {
    std::string text;
    for (const Coding& coding : coded.codings) text += about(answer, people.describe(coding));
    return text;
  }

  /// What goes.
  [[nodiscard]] std::string lost(const std::string& answer) const {
    std::string text;
    for (const LostCoding& gone : coded.lost) text += about(answer, people.describe(gone));
    return text;
  }

 private:
  static std::string about(const std::string& answer, const std::string& line) {
    if (line.compare(0, answer.size() + 1, answer + " ") != 0) return "";
    return line.substr(answer.size() + 1) + "\n";
  }
};

}  // namespace

TEST_CASE("the rules alone are what they are without people") {
  const PeopleStudy people(people_files({{"ada", rows("G1-01,G1Q1,theme,,,reject\nG1-01,G1Q2,stance.maybe,,,add\n")}}));
  REQUIRE(people.reports().empty());
  const CodedCorpus coded = people.layered({"rules"});
  CHECK(people.kept(coded) ==
        "G1-01 G1Q1 theme.x rules \"one\"\n"
        "G1-01 G1Q1 theme.y rules \"two\"\n"
        "G1-01 G1Q1 theme.x rules \"one\"\n"
        "G1-01 G1Q2 stance.no-way rules \"three\"\n"
        "G1-01 G1Q3 silent rules \"nothing\"\n"
        "G1-03 G1Q1 theme.x rules \"one\"\n"
        "G1-04 G1Q1 theme.y rules \"two\"\n"
        "G1-03 G1-04 G1Q2 theme.x rules \"one\"\n");
  CHECK(coded.lost.empty());
  CHECK(coded.read.empty());
  CHECK(coded.coders == people.coders({"rules"}));
}

TEST_CASE("what a person adds stands beside what the rules assigned, the rules' first in the same words") {
  const OverRules over(
      "G1-01,G1Q1,theme.x,one more,,add\nG1-01,G1Q1,theme.y,two,,add\nG1-01,G1Q1,z,then "
      "two,,add\nG1-02,G1Q1,theme.y,,,add\n");
  CHECK(over.kept("G1-01 G1Q1") ==
        "theme.x rules \"one\"\n"
        "z ada \"then two\"\n"
        "theme.y rules \"two\"\n"
        "theme.y ada \"two\"\n"
        "theme.x rules \"one\"\n"
        "theme.x ada \"one more\"\n");
  CHECK(over.kept("G1-02 G1Q1") == "theme.y ada \"zero\"\n");
  CHECK(over.coded.lost.empty());
  CHECK(over.coded.read.empty());  // the rules read everything
}

TEST_CASE("a rejection with a quote takes away what overlaps it") {
  const OverRules over("G1-01,G1Q1,theme.x,\"is one, then two\",,reject\n");
  CHECK(over.kept("G1-01 G1Q1") == "theme.y rules \"two\"\ntheme.x rules \"one\"\n");
  CHECK(over.lost("G1-01 G1Q1") == "theme.x rules \"one\": rejected by ada\n");
}

TEST_CASE("a rejection beside the words takes nothing away") {
  const OverRules over("G1-01,G1Q1,theme.x,then two and,,reject\nG1-01,G1Q2,stance.no-way,\", or four.\",,reject\n");
  CHECK(over.coded.lost.empty());
  CHECK(over.coded.hit == std::vector<bool>{false, false});
}

TEST_CASE("a rejection without a quote takes away all of the code in the answer, and in no other") {
  const OverRules over("G1-01,G1Q1,theme.x,,,reject\n");
  CHECK(over.kept("G1-01 G1Q1") == "theme.y rules \"two\"\n");
  CHECK(over.lost("G1-01 G1Q1") == "theme.x rules \"one\": rejected by ada\ntheme.x rules \"one\": rejected by ada\n");
  CHECK(over.kept("G1-03 G1Q1") == "theme.x rules \"one\"\n");
  CHECK(over.coded.hit == std::vector<bool>{true});
}

TEST_CASE("a theme rejected stands for all below it") {
  const OverRules over("G1-01,G1Q1,theme,then two and one,,reject\n");
  CHECK(over.kept("G1-01 G1Q1") == "theme.x rules \"one\"\n");
  CHECK(over.lost("G1-01 G1Q1") == "theme.y rules \"two\": rejected by ada\ntheme.x rules \"one\": rejected by ada\n");
  const OverRules other("G1-01,G1Q1,theme.y,one more,,reject\nG1-01,G1Q2,theme,,,reject\n");
  CHECK(other.coded.lost.empty());
}

TEST_CASE("a coder's own codings are beyond her rejections") {
  const OverRules over("G1-01,G1Q1,theme.x,then two,,add\nG1-01,G1Q1,theme.x,one more,,reject\n");
  CHECK(over.kept("G1-01 G1Q1") == "theme.x rules \"one\"\ntheme.x ada \"then two\"\ntheme.y rules \"two\"\n");
}

TEST_CASE("a later layer's code wins in an exclusive theme, wherever in the answer it stands") {
  const OverRules over("G1-01,G1Q2,stance.yes-please,four,,add\n");
  CHECK(over.kept("G1-01 G1Q2") == "stance.yes-please ada \"four\"\n");
  CHECK(over.lost("G1-01 G1Q2") == "stance.no-way rules \"three\": exclusive by ada\n");
  const OverRules same("G1-01,G1Q2,stance.no-way,four,,add\n");
  CHECK(same.kept("G1-01 G1Q2") == "stance.no-way rules \"three\"\nstance.no-way ada \"four\"\n");
  const OverRules theme("G1-01,G1Q2,stance,four,,add\n");  // no rival of its own codes
  CHECK(theme.kept("G1-01 G1Q2") == "stance.no-way rules \"three\"\nstance ada \"four\"\n");
}

TEST_CASE("a later layer's non-answer wins over codes, and its code over a non-answer") {
  const OverRules silent("G1-01,G1Q2,silent,or four,,add\nG1-01,G1Q3,theme.x,or one,,add\n");
  CHECK(silent.kept("G1-01 G1Q2") == "silent ada \"or four\"\n");
  CHECK(silent.lost("G1-01 G1Q2") == "stance.no-way rules \"three\": non-answer by ada\n");
  CHECK(silent.kept("G1-01 G1Q3") == "theme.x ada \"or one\"\n");
  CHECK(silent.lost("G1-01 G1Q3") == "silent rules \"nothing\": non-answer by ada\n");
}

TEST_CASE("two sorts of non-answer stand side by side, of whatever layer") {
  const OverRules over("G1-01,G1Q3,refers,or one,,add\n");
  CHECK(over.kept("G1-01 G1Q3") == "silent rules \"nothing\"\nrefers ada \"or one\"\n");
}

TEST_CASE("what the rules suppressed does not come back when its reason goes") {
  const OverRules over("G1-01,G1Q3,silent,,,reject\n");
  CHECK(over.kept("G1-01 G1Q3").empty());
  CHECK(over.lost("G1-01 G1Q3") == "silent rules \"nothing\": rejected by ada\n");
}

TEST_CASE("a proposed code is no coding, takes nothing away and needs no book") {
  const OverRules over("G1-01,G1Q3,new:theme.w,or one,,add\nG1-01,G1Q2,,,,read\n");
  CHECK(over.kept("G1-01 G1Q3") == "silent rules \"nothing\"\n");
  CHECK(over.coded.lost.empty());
}

// Joint answers: of the pair's first, G1-03 says `one here` and `more of it`, G1-04 between them `two there`.

TEST_CASE("a whole joint answer is coded in every voice") {
  const OverRules over("G1-04,G1Q1,stance.maybe,,,add\nG1-04,G1Q2,stance.maybe,,,add\n");
  CHECK(
      over.kept("G1-03 G1Q1") ==
      "theme.x rules \"one\"\nstance.maybe ada \"one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\"\n");
  CHECK(over.kept("G1-04 G1Q1") == "theme.y rules \"two\"\nstance.maybe ada \"two there\"\n");
  CHECK(over.kept("G1-03 G1-04 G1Q2") == "stance.maybe ada \"said by both: one\"\ntheme.x rules \"one\"\n");
}

TEST_CASE("words of one voice are coded in it, whoever the row names") {
  const OverRules over("G1-04,G1Q1,theme.x,more of it,,add\n");
  CHECK(over.kept("G1-03 G1Q1") == "theme.x rules \"one\"\ntheme.x ada \"more of it\"\n");
  CHECK(over.kept("G1-04 G1Q1") == "theme.y rules \"two\"\n");
}

TEST_CASE("one voice's non-answer or stance leaves the other's codes") {
  const OverRules over("G1-03,G1Q1,silent,more of it,,add\n");
  CHECK(over.kept("G1-03 G1Q1") == "silent ada \"more of it\"\n");
  CHECK(over.lost("G1-03 G1Q1") == "theme.x rules \"one\": non-answer by ada\n");
  CHECK(over.kept("G1-04 G1Q1") == "theme.y rules \"two\"\n");
}

TEST_CASE("a rejection without a quote reaches every voice, one with a quote the voice that says it") {
  const OverRules all("G1-03,G1Q1,theme,,,reject\n");
  CHECK(all.kept("G1-03 G1Q1").empty());
  CHECK(all.kept("G1-04 G1Q1").empty());
  const OverRules one("G1-03,G1Q1,theme,two there,,reject\n");
  CHECK(one.kept("G1-03 G1Q1") == "theme.x rules \"one\"\n");
  CHECK(one.kept("G1-04 G1Q1").empty());
}

TEST_CASE("a rejection of one voice's words leaves another's whole answer around them") {
  const PeopleStudy people(
      people_files({{"ada", rows("G1-03,G1Q1,z,,,add\n")}, {"ben", rows("G1-03,G1Q1,z,two there,,reject\n")}}));
  REQUIRE(people.reports().empty());
  CHECK(people.kept({"ada", "ben"}) ==
        "G1-03 G1Q1 z ada \"one here\nInterviewer: And?\nG1-04: two there\nG1-03: more of it\"\n");
  CHECK(people.lost({"ada", "ben"}) == "G1-04 G1Q1 z ada \"two there\": rejected by ben\n");
}

// Several layers.

TEST_CASE("the last layer has the last word") {
  const PeopleStudy people(people_files({{"ada", rows("G1-01,G1Q2,stance.maybe,or four,,add\n")},
                                         {"ben", rows("G1-01,G1Q2,stance.yes-please,Rather,,add\n")}}));
  REQUIRE(people.reports().empty());
  CHECK(people.kept({"ada", "ben"}) == "G1-01 G1Q2 stance.yes-please ben \"Rather\"\n");
  CHECK(people.lost({"ada", "ben"}) == "G1-01 G1Q2 stance.maybe ada \"or four\": exclusive by ben\n");
  CHECK(people.kept({"ben", "ada"}) == "G1-01 G1Q2 stance.maybe ada \"or four\"\n");
  CHECK(people.lost({"ben", "ada"}) == "G1-01 G1Q2 stance.yes-please ben \"Rather\": exclusive by ada\n");
  const CodedCorpus all = people.layered({"rules", "ada", "ben"});
  CHECK(people.lost(all) ==
        "G1-01 G1Q2 stance.no-way rules \"three\": exclusive by ada\n"
        "G1-01 G1Q2 stance.maybe ada \"or four\": exclusive by ben\n");
}

TEST_CASE("the rules may be a later layer, and then win") {
  const PeopleStudy people(people_files(
      {{"ada", rows("G1-01,G1Q2,stance.maybe,or four,,add\nG1-01,G1Q3,theme.x,or one,,add\nG1-02,G1Q1,z,,,add\n")}}));
  REQUIRE(people.reports().empty());
  const CodedCorpus coded = people.layered({"ada", "rules"});
  CHECK(people.lost(coded) ==
        "G1-01 G1Q2 stance.maybe ada \"or four\": exclusive by rules\n"
        "G1-01 G1Q3 theme.x ada \"or one\": non-answer by rules\n");
  CHECK(people.kept(coded).find("G1-02 G1Q1 z ada \"zero\"\n") != std::string::npos);
  CHECK(coded.hit == std::vector<bool>(3, false));  // no row did it
}

TEST_CASE("a rejection reaches earlier layers only") {
  const PeopleStudy people(
      people_files({{"ada", rows("G1-02,G1Q1,z,zero,,reject\n")}, {"ben", rows("G1-02,G1Q1,z,zero,,add\n")}}));
  REQUIRE(people.reports().empty());
  CHECK(people.kept({"ada", "ben"}) == "G1-02 G1Q1 z ben \"zero\"\n");
  CHECK(people.layered({"ada", "ben"}).hit == std::vector<bool>{false, false});
  CHECK(people.kept({"ben", "ada"}).empty());
  CHECK(people.layered({"ben", "ada"}).hit == std::vector<bool>{true, false});
}

TEST_CASE("what is gone does not come back, and cannot be taken twice") {
  const std::string rejects = rows("G1-02,G1Q1,z,zero,,reject\n");
  const PeopleStudy people(
      people_files({{"ada", rows("G1-02,G1Q1,z,zero,,add\n")}, {"ben", rejects}, {"carol", rejects}}));
  REQUIRE(people.reports().empty());
  const CodedCorpus coded = people.layered({"ada", "ben", "carol"});
  CHECK(people.kept(coded).empty());
  CHECK(people.lost(coded) == "G1-02 G1Q1 z ada \"zero\": rejected by ben\n");
  CHECK(coded.hit == std::vector<bool>{false, true, false});
}

TEST_CASE("who is no layer has no say") {
  const PeopleStudy people(people_files(
      {{"ada", rows("G1-02,G1Q1,z,zero,,add\n")}, {"ben", rows("G1-02,G1Q1,z,zero,,reject\nG1-02,G1Q1,b,,,read\n")}}));
  REQUIRE(people.reports().empty());
  CHECK(people.kept({"ada"}) == "G1-02 G1Q1 z ada \"zero\"\n");
  CHECK(people.kept({"ben"}).empty());
}

TEST_CASE("people have read what they say, book by book; together what any of them has") {
  const PeopleStudy people(people_files(
      {{"ada", rows("G1-01,G1Q1,b,,,read\nG1-02,G1Q1,z,,,add\n")}, {"ben", rows("G1-04,G1Q1,,,,read\n")}}));
  REQUIRE(people.reports().empty());
  const auto read = [&](const std::vector<std::string>& layers) {
    const CodedCorpus coded = people.layered(layers);
    std::string text;
    for (std::size_t answer = 0; answer < people.whole.corpus.answers.size(); ++answer) {
      for (std::size_t book = 0; book < people.whole.books.books.size(); ++book) {
        if (coded.is_read(AnswerId(answer), BookId(book)))
          text += std::to_string(answer) + people.whole.books.books[book].name + " ";
      }
    }
    return text;
  };
  // Answers: 0 G1-01 G1Q1, 1 G1Q2, 2 G1Q3, 3 G1-02 G1Q1, 4 the pair's G1Q1, 5 G1Q2.
  CHECK(read({"ada"}) == "0b ");
  CHECK(read({"ben"}) == "4b 4common ");
  CHECK(read({"ada", "ben"}) == "0b 4b 4common ");
  CHECK(read({"rules", "ada"}) == "0b 0common 1b 1common 2b 2common 3b 3common 4b 4common 5b 5common ");
}

TEST_CASE("asking for some codes gives the same of them") {
  const PeopleStudy people(
      people_files({{"ada", rows("G1-01,G1Q2,stance.maybe,or four,,add\nG1-01,G1Q3,theme.x,or one,,add\n")}}));
  REQUIRE(people.reports().empty());
  const CodedCorpus all = people.layered(rules_then_ada);
  for (std::size_t i = 0; i < people.whole.books.codes.size(); ++i) {
    const CodeId code(i);
    const std::vector<CodeId> asked{code};
    const CodedCorpus some = code_by_layers(people.whole.study, people.whole.corpus, people.whole.books, people.ledger,
                                            people.coders(rules_then_ada), asked);
    std::string expected;
    std::string found;
    for (const Coding& coding : all.codings) expected += coding.code() == code ? people.describe(coding) + "\n" : "";
    for (const Coding& coding : some.codings) found += coding.code() == code ? people.describe(coding) + "\n" : "";
    INFO(people.whole.books.code(code).name);
    CHECK(found == expected);
  }
}

// Properties, on rows at random.

namespace {

/// Rows of a coder, at random: codes and quotes of the study of `people_files`.
class RandomCoder {
 public:
  explicit RandomCoder(std::mt19937::result_type seed) : random_(seed) {}

  std::string file() {
    std::string text;
    for (std::size_t count = below(5); count > 0; --count) text += row();
    return rows(text);
  }

 private:
  struct Place {
    std::string who;  // and the question
    std::vector<std::string> quotes;
  };

  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string row() {
    static const std::vector<Place> places{{"G1-01,G1Q1", {"", "It is", "then two", "two and", "one more"}},
                                           {"G1-01,G1Q2", {"", "three", "four", "or four"}},
                                           {"G1-01,G1Q3", {"", "nothing", "or one"}},
                                           {"G1-02,G1Q1", {"", "zero"}},
                                           {"G1-03,G1Q1", {"", "one here", "two there", "more of it", "one", "two"}},
                                           {"G1-04,G1Q2", {"", "said by both", "one"}}};
    static const std::vector<std::string> codes{"theme",        "theme.x",           "theme.y", "stance.no-way",
                                                "stance.maybe", "stance.yes-please", "silent",  "refers"};
    static const std::vector<std::string> statuses{"add", "add", "add", "reject"};
    const Place& place = places[below(places.size())];
    const std::string& code = codes[below(codes.size())];
    const std::string& quote = place.quotes[below(place.quotes.size())];
    return place.who + "," + code + "," + quote + ",," + statuses[below(statuses.size())] + "\n";
  }

  std::mt19937 random_;
};

constexpr std::mt19937::result_type studies = 200;

/// Three people at random and one whose file is empty. Many contradict themselves: such studies are passed over.
PeopleStudy people_at_random(std::mt19937::result_type seed) {
  RandomCoder coder(seed);
  const std::string ada = coder.file();
  const std::string ben = coder.file();
  const std::string carol = coder.file();
  return PeopleStudy(people_files({{"ada", ada}, {"ben", ben}, {"carol", carol}, {"empty", rows("")}}));
}

const std::vector<std::vector<std::string>>& some_layers() {
  static const std::vector<std::vector<std::string>> layers{{"rules", "ada"},
                                                            {"ada", "ben"},
                                                            {"rules", "ada", "ben", "carol"},
                                                            {"carol", "rules", "ben"},
                                                            {"ben", "ada", "rules"}};
  return layers;
}

std::string sorted_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> sorted = lines;
  std::sort(sorted.begin(), sorted.end());
  std::string text;
  for (const std::string& line : sorted) text += line + "\n";
  return text;
}

/// What a person assigned, without any layering.
std::vector<Coding> added_by(const PeopleStudy& people, CoderId coder) {
  std::vector<Coding> added;
  for (std::uint32_t i = 0; i < people.ledger.entries.size(); ++i) {
    const LedgerEntry& entry = people.ledger.entries[i];
    if (entry.coder != coder || entry.status != LedgerEntry::Status::add || !entry.code) continue;
    for (const Passage& passage : entry.passages)
      added.push_back({entry.answer, {*entry.code, RuleRef::none}, passage.span, passage.voice, coder, i});
  }
  return added;
}

/// What a layer assigns by itself.
std::vector<Coding> own(const PeopleStudy& people, const std::string& name) {
  if (name == rules_coder) return people.layered({name}).codings;
  return added_by(people, people.ledger.find_coder(name).value());
}

std::vector<std::string> described(const PeopleStudy& people, const std::vector<Coding>& codings) {
  std::vector<std::string> lines;
  for (const Coding& coding : codings) lines.push_back(people.describe(coding));
  return lines;
}

/// Whether two codes cannot stand in one voice.
bool exclude_each_other(const PeopleStudy& people, const Coding& a, const Coding& b) {
  if (a.answer != b.answer || a.voice != b.voice) return false;
  const Codebooks& books = people.whole.books;
  return ExclusiveThemes(books).are_rivals(a.code(), b.code()) ||
         books.code(a.code()).excludes_all != books.code(b.code()).excludes_all;
}

/// Whether a row of a later layer rejects a coding.
bool rejects(const PeopleStudy& people, const LedgerEntry& entry, const Coding& coding) {
  if (entry.status != LedgerEntry::Status::reject || entry.answer != coding.answer) return false;
  const std::vector<CodeId> meant = people.whole.books.subtree(*entry.code);
  if (std::find(meant.begin(), meant.end(), coding.code()) == meant.end()) return false;
  return std::any_of(entry.passages.begin(), entry.passages.end(), [&](const Passage& passage) {
    return passage.voice == coding.voice && passage.span.overlaps(coding.span);
  });
}

}  // namespace

TEST_CASE("with one layer the result is that coder's own coding") {
  std::size_t checked = 0;
  for (std::mt19937::result_type seed = 1; seed <= studies; ++seed) {
    const PeopleStudy people = people_at_random(seed);
    if (people.whole.sink.error_count() > 0) continue;
    for (const std::string name : {"ada", "ben", "carol", "empty"}) {
      const CodedCorpus coded = people.layered({name});
      INFO("seed " << seed << ", " << name);
      REQUIRE(sorted_lines(described(people, coded.codings)) == sorted_lines(described(people, own(people, name))));
      REQUIRE(coded.lost.empty());
    }
    ++checked;
  }
  CHECK(checked > studies / 10);
}

TEST_CASE("a layer that says nothing changes nothing, wherever it lies") {
  for (std::mt19937::result_type seed = 1; seed <= studies; ++seed) {
    const PeopleStudy people = people_at_random(seed);
    if (people.whole.sink.error_count() > 0) continue;
    for (const std::vector<std::string>& layers : some_layers()) {
      const CodedCorpus without = people.layered(layers);
      for (std::size_t at = 0; at <= layers.size(); ++at) {
        std::vector<std::string> with = layers;
        with.insert(with.begin() + static_cast<std::ptrdiff_t>(at), "empty");
        const CodedCorpus coded = people.layered(with);
        INFO("seed " << seed << ", at " << at);
        REQUIRE(people.kept(coded) == people.kept(without));
        REQUIRE(people.lost(coded) == people.lost(without));
        REQUIRE(coded.hit == without.hit);
        REQUIRE(coded.read == without.read);
      }
    }
  }
}

TEST_CASE("every coding of every layer is either kept or lost, once") {
  for (std::mt19937::result_type seed = 1; seed <= studies; ++seed) {
    const PeopleStudy people = people_at_random(seed);
    if (people.whole.sink.error_count() > 0) continue;
    for (const std::vector<std::string>& layers : some_layers()) {
      std::vector<std::string> before;
      for (const std::string& layer : layers) {
        for (const std::string& line : described(people, own(people, layer))) before.push_back(line);
      }
      const CodedCorpus coded = people.layered(layers);
      std::vector<std::string> after = described(people, coded.codings);
      for (const LostCoding& gone : coded.lost) after.push_back(people.describe(gone.coding));
      INFO("seed " << seed);
      REQUIRE(sorted_lines(after) == sorted_lines(before));
    }
  }
}

TEST_CASE("nothing is kept that cannot stand together, and all of the last layer's is kept") {
  for (std::mt19937::result_type seed = 1; seed <= studies; ++seed) {
    const PeopleStudy people = people_at_random(seed);
    if (people.whole.sink.error_count() > 0) continue;
    for (const std::vector<std::string>& layers : some_layers()) {
      const CodedCorpus coded = people.layered(layers);
      INFO("seed " << seed);
      for (const Coding& a : coded.codings) {
        for (const Coding& b : coded.codings) REQUIRE_FALSE(exclude_each_other(people, a, b));
      }
      const CoderId last = people.ledger.find_coder(layers.back()).value();
      std::vector<Coding> of_last;
      for (const Coding& coding : coded.codings) {
        if (coding.coder == last) of_last.push_back(coding);
      }
      REQUIRE(sorted_lines(described(people, of_last)) == sorted_lines(described(people, own(people, layers.back()))));
    }
  }
}

TEST_CASE("a coding is kept where no later layer rejects it or assigns what excludes it") {
  for (std::mt19937::result_type seed = 1; seed <= studies; ++seed) {
    const PeopleStudy people = people_at_random(seed);
    if (people.whole.sink.error_count() > 0) continue;
    for (const std::vector<std::string>& layers : some_layers()) {
      std::vector<std::vector<Coding>> owns;
      for (const std::string& layer : layers) owns.push_back(own(people, layer));
      const auto goes = [&](const Coding& coding, std::size_t later) {
        const CoderId by = people.ledger.find_coder(layers[later]).value();
        const auto& entries = people.ledger.entries;
        return std::any_of(
                   entries.begin(), entries.end(),
                   [&](const LedgerEntry& entry) { return entry.coder == by && rejects(people, entry, coding); }) ||
               std::any_of(owns[later].begin(), owns[later].end(),
                           [&](const Coding& winner) { return exclude_each_other(people, coding, winner); });
      };
      std::vector<std::string> expected;
      for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        for (const Coding& coding : owns[layer]) {
          bool stays = true;
          for (std::size_t later = layer + 1; later < layers.size(); ++later) stays = stays && !goes(coding, later);
          if (stays) expected.push_back(people.describe(coding));
        }
      }
      INFO("seed " << seed);
      REQUIRE(sorted_lines(described(people, people.layered(layers).codings)) == sorted_lines(expected));
    }
  }
}
