#include "coding/quote.hpp"

#include <optional>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

namespace {

const std::string bom = "\xEF\xBB\xBF";

std::string with_crlf(const std::string& text) {
  std::string changed;
  for (const char c : text) changed += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return changed;
}

/// One answer, to G1Q1, and what is found in it.
struct OneAnswer {
  explicit OneAnswer(const std::string& transcript) : whole(one_interview(transcript, {})) {
    INFO(whole.reports());
    REQUIRE(whole.sink.error_count() == 0);
    REQUIRE(whole.corpus.answers.size() == 1);
  }

  WholeStudy whole;

  [[nodiscard]] const Answer& answer() const { return whole.corpus.answers.front(); }

  /// `0 "words"`: the voice's number, and the file's own bytes.
  [[nodiscard]] std::string text_of(const Passage& passage) const {
    return std::to_string(passage.voice) + " \"" + std::string(whole.corpus.file_of(answer()).slice(passage.span)) +
           "\"\n";
  }

  [[nodiscard]] std::string text_of(const std::vector<Passage>& passages) const {
    std::string text;
    for (const Passage& passage : passages) text += text_of(passage);
    return text;
  }

  [[nodiscard]] std::vector<Passage> find(const std::string& quote) const {
    return find_quote(whole.corpus, answer(), quote);
  }
  [[nodiscard]] std::string found(const std::string& quote) const { return text_of(find(quote)); }

  /// What comes nearest, and what share of the quote's words stands there in hundredths.
  [[nodiscard]] std::string nearest(const std::string& quote) const {
    const std::optional<LikePassage> near = nearest_passage(whole.corpus, answer(), quote);
    if (!near) return "none";
    return std::to_string(static_cast<int>(near->likeness * 100 + 0.5)) + " " + text_of(near->passage);
  }
};

std::string by_one(const std::string& text) { return "---\nrespondent: G1-01\n---\n## G1Q1\n" + text + "\n"; }
std::string by_two(const std::string& text) { return "---\nrespondents: [G1-01, G1-02]\n---\n## G1Q1\n" + text + "\n"; }

}  // namespace

TEST_CASE("white space is folded to single spaces") {
  CHECK(folded_space("").empty());
  CHECK(folded_space(" \t\r\n ").empty());
  CHECK(folded_space("one") == "one");
  CHECK(folded_space("  one \t two\r\n\r\n\fthree\v") == "one two three");
  CHECK(folded_space("one, two") == "one, two");
}

TEST_CASE("what is folded stays as it is") {
  for (const std::string text : {"", "one", " one  two ", "\n\none\n", "caf\u00e9  \u56ed\u533a"})
    CHECK(folded_space(folded_space(text)) == folded_space(text));
}

TEST_CASE("a quote stands at its own bytes, whatever breaks the lines") {
  const std::string text = "---\nrespondent: G1-01\n---\n\n## G1Q1\n\n  One line,\nthe \t host\npark opens.\n";
  for (const std::string& transcript : {text, bom + text, with_crlf(text), bom + with_crlf(text)}) {
    const OneAnswer one(transcript);
    const std::vector<Passage> found = one.find("the host park");
    REQUIRE(found.size() == 1);
    CHECK(found[0].span.begin == transcript.find("the \t host"));
    CHECK(found[0].span.end == transcript.find(" opens"));
    CHECK(found[0].voice == 0);
    CHECK(one.find("One line, the host park opens.").size() == 1);
  }
}

TEST_CASE("a quote is the exact words") {
  const OneAnswer one(by_one("The host park opens, the Host park."));
  CHECK(one.found("the Host park") == "0 \"the Host park\"\n");
  CHECK(one.found("the host park").empty());
  CHECK(one.found("host park opens,") == "0 \"host park opens,\"\n");
  CHECK(one.found("host parks").empty());
  CHECK(one.found("host  park").empty());  // not folded
  CHECK(one.found("").empty());
}

TEST_CASE("every place of a quote is found, in the file's order") {
  const std::string transcript = by_one("no, no.\n\nAnd no");
  const OneAnswer one(transcript);
  const std::vector<Passage> found = one.find("no");
  REQUIRE(found.size() == 3);
  CHECK(found[0].span.begin == transcript.find("no, no"));
  CHECK(found[1].span.begin == transcript.find("no."));
  CHECK(found[2].span.begin == transcript.rfind("no"));
  CHECK(one.find("no, no").size() == 1);
}

TEST_CASE("places of a quote may overlap") {
  const OneAnswer one(by_one("again and again and again"));
  CHECK(one.find("again and again").size() == 2);
}

TEST_CASE("a quote is of what respondents say, and of one turn") {
  const OneAnswer one(
      by_one("Interviewer: Was it fast?\nRespondent: It was\n[He laughs.]\nfast.\nInterviewer: So fast?\nRespondent: "
             "Yes, fast."));
  CHECK(one.found("fast") == "0 \"fast\"\n0 \"fast\"\n");
  CHECK(one.found("It was") == "0 \"It was\"\n");
  CHECK(one.found("It was fast").empty());
  CHECK(one.found("fast. Yes").empty());
  CHECK(one.found("Was it").empty());
  CHECK(one.found("So").empty());
  CHECK(one.found("He laughs.").empty());
  CHECK(one.found("Respondent: It").empty());
}

TEST_CASE("a quote is of one voice") {
  const OneAnswer one(by_two("We agree.\nG1-02: I agree.\nG1-01: So do I.\nG1-02: agree"));
  REQUIRE(one.answer().voices.size() == 3);  // both, G1-02, G1-01
  CHECK(one.found("agree") == "0 \"agree\"\n1 \"agree\"\n1 \"agree\"\n");
  CHECK(one.found("I") == "1 \"I\"\n2 \"I\"\n");
  CHECK(one.found("agree. I").empty());
  CHECK(one.found("I agree. agree").empty());
}

TEST_CASE("composed and decomposed letters are the same words") {
  const OneAnswer composed(by_one("le caf\u00e9 d'\u00e9t\u00e9 l\u00e0"));
  const OneAnswer decomposed(by_one("le cafe\u0301 d'e\u0301te\u0301 la\u0300"));
  for (const std::string quote : {"caf\u00e9 d'\u00e9t\u00e9", "cafe\u0301 d'e\u0301te\u0301"}) {
    CHECK(composed.found(quote) == "0 \"caf\u00e9 d'\u00e9t\u00e9\"\n");
    CHECK(decomposed.found(quote) == "0 \"cafe\u0301 d'e\u0301te\u0301\"\n");
  }
}

TEST_CASE("Chinese words are quoted from among others") {
  const OneAnswer one(by_one("\u6211\u4eec\u5728\u56ed\u533a\u5efa\u5382\u3002\u56ed\u533a\u5927"));
  CHECK(one.found("\u56ed\u533a\u5efa\u5382") == "0 \"\u56ed\u533a\u5efa\u5382\"\n");
  CHECK(one.find("\u56ed\u533a").size() == 2);
}

TEST_CASE("a whole answer is all that a voice says, from its first word to its last") {
  const OneAnswer one(by_one("[note]\n  Well.\n\nYes.  \n[note]"));
  CHECK(one.text_of(whole_answer(one.answer())) == "0 \"Well.\n\nYes.\"\n");
  const OneAnswer turns(
      by_one("Interviewer: Well?\nRespondent: Yes.\nInterviewer: Sure?\nRespondent: No.\nInterviewer: Ah."));
  CHECK(turns.text_of(whole_answer(turns.answer())) == "0 \"Yes.\nInterviewer: Sure?\nRespondent: No.\"\n");
  const OneAnswer two(by_two("G1-02: One.\nG1-01: Two.\nG1-02: Three."));
  CHECK(two.text_of(whole_answer(two.answer())) == "0 \"One.\nG1-01: Two.\nG1-02: Three.\"\n1 \"Two.\"\n");
}

// Edit distances in whole words, as one works them out with a pencil.

TEST_CASE("the nearest passage may be the same but for case, marks and form") {
  const OneAnswer one(by_one("Then the Host Park opens: early!"));
  CHECK(one.nearest("the host park opens") == "100 0 \"the Host Park opens\"\n");
  CHECK(one.nearest("'The host park opens early'") == "100 0 \"the Host Park opens: early\"\n");
  const OneAnswer decomposed(by_one("au cafe\u0301 la"));
  CHECK(decomposed.nearest("Caf\u00e9") == "100 0 \"cafe\u0301\"\n");
}

TEST_CASE("a word exchanged, left out or put in costs one of the quote's words") {
  const OneAnswer one(by_one("Then the host city opens early, they say."));
  CHECK(one.nearest("the host park opens early") == "80 0 \"the host city opens early\"\n");  // park → city: 1 of 5
  CHECK(one.nearest("the host opens early") == "75 0 \"the host city opens early\"\n");       // city put in: 1 of 4
  CHECK(one.nearest("the host city then opens early") ==
        "83 0 \"the host city opens early\"\n");  // then left out: 1 of 6
  CHECK(one.nearest("the town park opens early they say") ==
        "71 0 \"the host city opens early, they say\"\n");  // 2 of 7
}

TEST_CASE("at least half of the quote's words must stand there") {
  const OneAnswer one(by_one("one two six seven"));
  CHECK(one.nearest("one two three four") == "50 0 \"one two\"\n");  // 2 of 4
  CHECK(one.nearest("one two three four five") == "none");           // 3 of 5
  CHECK(one.nearest("eight") == "none");
  CHECK(one.nearest("...") == "none");
  CHECK(one.nearest("") == "none");
}

TEST_CASE("of passages equally near the first is taken, and a nearer one before it") {
  const OneAnswer one(by_one("one two six four. Then one two three six. One two three four!"));
  CHECK(one.nearest("one two three four five") == "80 0 \"One two three four\"\n");  // 1 of 5; the others 2
  CHECK(one.nearest("One two three four") == "100 0 \"One two three four\"\n");
  const OneAnswer twice(by_one("so fast. Then Fast."));
  CHECK(twice.nearest("FAST") == "100 0 \"fast\"\n");
}

TEST_CASE("of passages equally near, the one that keeps most of the quote's words is taken") {
  // `fast and good work`, `and good work` and `good work` are all one word away; only the first has every word.
  const OneAnswer one(by_one("It is fast and good work here."));
  CHECK(one.nearest("fast good work") == "67 0 \"fast and good work\"\n");
}

TEST_CASE("the nearest passage is of one turn of a respondent") {
  const OneAnswer one(by_two(
      "G1-02: One two.\nInterviewer: One two three four?\nG1-01: Three four, and one two four.\n[one two three four]"));
  CHECK(one.nearest("one two three four") == "75 1 \"one two four\"\n");  // three left out: 1 of 4
  CHECK(one.nearest("one two") == "100 0 \"One two\"\n");
}
