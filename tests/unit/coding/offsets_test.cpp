#include <string>

#include "coding/coded_corpus.hpp"
#include "coding/speech.hpp"
#include "support/catch.hpp"
#include "unit/coding/coded_text.hpp"

using namespace etic;

namespace {

const std::string bom = "\xEF\xBB\xBF";

/// Checks that the only coding by the rule is where `quote` stands, for the last time, in the file.
void check_place(const std::string& rule, const std::string& transcript, const std::string& quote) {
  const WholeStudy whole(one_interview(transcript, {{"b.yaml", "codebook: b\ncodes: {c: {rules: [" + rule + "]}}\n"}}));
  INFO(rule << "\n" << whole.reports());
  REQUIRE(whole.sink.error_count() == 0);
  const CodedCorpus codings = code_by_rules(whole.study, whole.corpus, whole.books);
  REQUIRE(codings.codings.size() == 1);
  const Span span = codings.codings[0].span;
  CHECK(span.begin == transcript.rfind(quote));
  CHECK(span.size() == quote.size());
}

std::string with_crlf(const std::string& text) {
  std::string changed;
  for (const char c : text) changed += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return changed;
}

}  // namespace

TEST_CASE("offsets are bytes of the file, byte order mark and CRLF included") {
  const std::string text = "---\nrespondent: G1-01\n---\n\n## G1Q1\n\n  One line,\nthe host\npark opens.\n";
  for (const std::string& transcript : {text, bom + text, with_crlf(text), bom + with_crlf(text)}) {
    const bool crlf = transcript.find('\r') != std::string::npos;
    check_place("host park", transcript, crlf ? "host\r\npark" : "host\npark");
    check_place("{near: [line, host], within: 1}", transcript, crlf ? "line,\r\nthe host" : "line,\nthe host");
    check_place("{regex: 'host\\s+park'}", transcript, crlf ? "host\r\npark" : "host\npark");
    check_place("{answer: any}", transcript,
                crlf ? "One line,\r\nthe host\r\npark opens." : "One line,\nthe host\npark opens.");
  }
}

TEST_CASE("composed and decomposed letters are found by either, at their own bytes") {
  const std::string composed = "---\nrespondent: G1-01\n---\n## G1Q1\nle caf\u00e9 d\u2019\u00e9t\u00e9 l\u00e0\n";
  const std::string decomposed =
      "---\nrespondent: G1-01\n---\n## G1Q1\nle cafe\u0301 d\u2019e\u0301te\u0301 la\u0300\n";
  for (const std::string rule : {"caf\u00e9 'd''\u00e9t\u00e9'", "'cafe\u0301 d''e\u0301te\u0301'", "'caf? d*'",
                                 "{regex: 'caf\u00e9 ...t\u00e9'}", "{regex: 'cafe\u0301 d.e\u0301t.'}"}) {
    const std::string yaml = rule == "caf\u00e9 'd''\u00e9t\u00e9'" ? "'caf\u00e9 d''\u00e9t\u00e9'" : rule;
    check_place(yaml, composed, "caf\u00e9 d\u2019\u00e9t\u00e9");
    check_place(yaml, decomposed, "cafe\u0301 d\u2019e\u0301te\u0301");
  }
}

TEST_CASE("Chinese is matched character by character") {
  const std::string transcript =
      "---\nrespondent: G1-01\n---\n## "
      "G1Q1\n\u6211\u4eec\u5728\u56ed\u533a\u5efa\u5382\u3002\u5efa\u5f97\u5f88\u5feb\uff01\n";
  check_place("\u56ed\u533a", transcript, "\u56ed\u533a");
  check_place("'\u5efa * * \u5feb'", transcript, "\u5efa\u5f97\u5f88\u5feb");
  check_place("{near: [\u56ed\u533a, \u5382], within: 1}", transcript, "\u56ed\u533a\u5efa\u5382");
  check_place("{all: [\u5f88, \u5efa]}", transcript, "\u5efa\u5f97\u5f88");
  check_place("{regex: '\u5728..\u5efa'}", transcript, "\u5728\u56ed\u533a\u5efa");
}

TEST_CASE("Thai is matched character by character, vowels and tones with their consonants") {
  // "thi ni sang reo mak": built fast here.
  const std::string here = "\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48";
  const std::string build = "\u0e2a\u0e23\u0e49\u0e32\u0e07";
  const std::string fast = "\u0e40\u0e23\u0e47\u0e27";
  const std::string transcript = "---\nrespondent: G1-01\n---\n## G1Q1\n" + here + build + fast + "\n";
  check_place(build, transcript, build);
  check_place(build + fast, transcript, build + fast);
  check_place("{sequence: [" + here + ", " + fast + "]}", transcript, here + build + fast);
  check_place("{regex: " + fast + "}", transcript, fast);
}

TEST_CASE("a match may hold the words of two lines, but the quote is the file's own bytes") {
  const std::string transcript =
      "---\nrespondent: G1-01\n---\n## G1Q1\nInterviewer: How?\nRespondent:\t\u00ab Tr\u00e8s,\n\ttr\u00e8s vite. "
      "\u00bb\n";
  check_place("tr\u00e8s vite", transcript, "tr\u00e8s vite");
  check_place("tr\u00e8s tr\u00e8s", transcript, "Tr\u00e8s,\n\ttr\u00e8s");
  check_place("{answer: any}", transcript, "\u00ab Tr\u00e8s,\n\ttr\u00e8s vite. \u00bb");
}

TEST_CASE("a speech knows its words, sentences and ends") {
  const WholeStudy whole(
      one_interview("---\nrespondents: [G1-01, G1-02]\n---\n## G1Q1\nG1-01: One two. Three!\nG1-02: Not "
                    "mine.\n[note]\nG1-01: ... Four\n",
                    {}));
  REQUIRE(whole.sink.error_count() == 0);
  const Answer& answer = whole.corpus.answers.at(0);
  const SourceFile& file = whole.corpus.file_of(answer);
  Speech speech;
  speech.read(file, answer, 0);
  const auto text = [&](Span span) { return std::string(file.slice(span)); };
  REQUIRE(speech.words.size() == 4);
  CHECK(text(speech.words[3]) == "Four");
  REQUIRE(speech.sentences.size() == 4);
  CHECK(text(speech.sentences[1].span) == "Three!");
  CHECK(text(speech.sentences[2].span) == "...");
  CHECK(speech.sentences[2].first_word == speech.sentences[2].end_word);
  CHECK(speech.sentence_of_word(0) == 0);
  CHECK(speech.sentence_of_word(2) == 1);
  CHECK(speech.sentence_of_word(3) == 3);
  CHECK(speech.sentence_of_word(4) == 3);
  CHECK(speech.sentence_of_byte(speech.words[1].end) == 0);
  CHECK(speech.sentence_of_byte(speech.sentences[0].span.end) == 1);
  CHECK(speech.sentence_of_byte(static_cast<std::uint32_t>(file.bytes().size())) == 3);
  CHECK(text(speech.whole()) == "One two. Three!\nG1-02: Not mine.\n[note]\nG1-01: ... Four");
  speech.read(file, answer, 1);
  CHECK(speech.words.size() == 2);
  CHECK(text(speech.whole()) == "Not mine.");
}
