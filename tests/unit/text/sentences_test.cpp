#include "text/sentences.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "text/unicode.hpp"

using namespace etic;

namespace {

using Sentences = std::vector<std::string>;

Sentences sentences(const std::string& text) {
  std::vector<Span> spans;
  cut_sentences(text, 0, spans);
  Sentences cut;
  for (const Span span : spans) cut.push_back(text.substr(span.begin, span.size()));
  return cut;
}

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

constexpr std::size_t megabyte = 1'000'000;

}  // namespace

TEST_CASE("a sentence ends at a stop that white space or the end follows") {
  CHECK(sentences("We agree. It is cheaper.") == Sentences{"We agree.", "It is cheaper."});
  CHECK(sentences("No stop at all") == Sentences{"No stop at all"});
  CHECK(sentences("  Trimmed. \t ") == Sentences{"Trimmed."});
  CHECK(sentences("") == Sentences{});
  CHECK(sentences(" \n\n ") == Sentences{});
  CHECK(sentences("It grew 3.5 times, see a.b/c.html or v1.2.x") ==
        Sentences{"It grew 3.5 times, see a.b/c.html or v1.2.x"});
}

TEST_CASE("a question or exclamation mark ends a sentence whatever follows") {
  CHECK(sentences("Why? Because! So it is") == Sentences{"Why?", "Because!", "So it is"});
  CHECK(sentences("Really?!Yes") == Sentences{"Really?!", "Yes"});
  CHECK(sentences("What?... Well") == Sentences{"What?...", "Well"});
}

TEST_CASE("an ellipsis that white space follows ends a sentence") {
  CHECK(sentences("Well... we wait. Or… not") == Sentences{"Well...", "we wait.", "Or…", "not"});
  CHECK(sentences("Well...we wait…here") == Sentences{"Well...we wait…here"});
  CHECK(sentences("Roads, power etc... and so on") == Sentences{"Roads, power etc...", "and so on"});
}

TEST_CASE("closing quotes and brackets belong to the sentence") {
  CHECK(sentences("He said \"go.\" Then (we left.) And") == Sentences{"He said \"go.\"", "Then (we left.)", "And"});
  CHECK(sentences("“Why?” she asked. ‘No.’ Fine.") == Sentences{"“Why?”", "she asked.", "‘No.’", "Fine."});
  CHECK(sentences("(Really?). Yes") == Sentences{"(Really?).", "Yes"});
  CHECK(sentences("„Nein!“ sagte er. »Doch.« Gut.") == Sentences{"„Nein!“", "sagte er.", "»Doch.«", "Gut."});
  CHECK(sentences("(we left.), and so on") == Sentences{"(we left.), and so on"});
}

TEST_CASE("a quote that opens belongs to the next sentence") {
  CHECK(sentences("他走了。“为什么？”我问。") == Sentences{"他走了。", "“为什么？”", "我问。"});
  CHECK(sentences("Why?\"Because\" is all") == Sentences{"Why?", "\"Because\" is all"});
}

TEST_CASE("every script's full stop ends a sentence") {
  CHECK(sentences("我们同意。政府支持！是吗？") == Sentences{"我们同意。", "政府支持！", "是吗？"});
  CHECK(sentences("はい．増加は3．5倍です．") == Sentences{"はい．", "増加は3．5倍です．"});
  CHECK(sentences("हाँ। ठीक है॥") == Sentences{"हाँ।", "ठीक है॥"});
  CHECK(sentences("نعم؟ لا۔ حسنا") == Sentences{"نعم؟", "لا۔", "حسنا"});
  CHECK(sentences("Այո։ Ոչ։") == Sentences{"Այո։", "Ոչ։"});
  CHECK(sentences("ဟုတ်ကဲ့။ မဟုတ်ဘူး။") == Sentences{"ဟုတ်ကဲ့။", "မဟုတ်ဘူး။"});
}

TEST_CASE("a blank line ends a sentence, a line break does not") {
  CHECK(sentences("One\ntwo\r\nthree") == Sentences{"One\ntwo\r\nthree"});
  CHECK(sentences("One\n\ntwo\r\n\r\nthree\n \t\nfour") == Sentences{"One", "two", "three", "four"});
  CHECK(sentences("Mr.\n\nSmith") == Sentences{"Mr.", "Smith"});
  CHECK(sentences("One\r\rtwo") == Sentences{"One\r\rtwo"});
}

TEST_CASE("an abbreviation's stop does not end a sentence") {
  CHECK(sentences("Mr. Smith and Dr. Le met Prof. Vo vs. all.") ==
        Sentences{"Mr. Smith and Dr. Le met Prof. Vo vs. all."});
  CHECK(sentences("Some, e.g. Holley, i.e. few. MR. X") == Sentences{"Some, e.g. Holley, i.e. few.", "MR. X"});
  CHECK(sentences("(e.g. power) and \"Dr. Le\"") == Sentences{"(e.g. power) and \"Dr. Le\""});
  CHECK(sentences("as 'Dr. Le' and 'J. Smith' know") == Sentences{"as 'Dr. Le' and 'J. Smith' know"});
  CHECK(sentences("by J. Smith and А. Пушкин") == Sentences{"by J. Smith and А. Пушкин"});
  CHECK(sentences("on p. 5 and E\u0301. Zola") == Sentences{"on p. 5 and E\u0301. Zola"});
}

TEST_CASE("what only looks like an abbreviation does") {
  CHECK(sentences("So do I. We don't. R&D. Plan-B. It is 5. Yes") ==
        Sentences{"So do I.", "We don't.", "R&D.", "Plan-B.", "It is 5.", "Yes"});
  CHECK(sentences("Vâng ạ. Tôi") == Sentences{"Vâng ạ.", "Tôi"});
  CHECK(sentences("a\u0323. Tôi") == Sentences{"a\u0323.", "Tôi"});
  CHECK(sentences("네. 그래요. 是. 好") == Sentences{"네.", "그래요.", "是.", "好"});
  CHECK(sentences("C++. Admr. Dr") == Sentences{"C++.", "Admr.", "Dr"});
}

TEST_CASE("some abbreviations need a number behind them") {
  CHECK(sentences("See No. 5 and Fig. 2, pp. 3. Then") == Sentences{"See No. 5 and Fig. 2, pp. 3.", "Then"});
  CHECK(sentences("They said no. We left.") == Sentences{"They said no.", "We left."});
  CHECK(sentences("On Oct. 14 it rained. In Dec. All") == Sentences{"On Oct. 14 it rained.", "In Dec.", "All"});
}

TEST_CASE("some abbreviations need a small letter behind them") {
  CHECK(sentences("Roads, power, etc. are there. Roads etc. All") ==
        Sentences{"Roads, power, etc. are there.", "Roads etc.", "All"});
  CHECK(sentences("(Holley Co. of China, etc.) were first") == Sentences{"(Holley Co. of China, etc.) were first"});
  CHECK(sentences("In the U.S. we can. In the U.S. They") == Sentences{"In the U.S. we can.", "In the U.S.", "They"});
  CHECK(sentences("at 5 p.m. or later. At 5 p.m. We") == Sentences{"at 5 p.m. or later.", "At 5 p.m.", "We"});
  CHECK(sentences("Samsung Ltd. Is it") == Sentences{"Samsung Ltd.", "Is it"});
}

TEST_CASE("a label in brackets starts a sentence") {
  CHECK(sentences("(1) Land. (2) Power; (3) water") == Sentences{"(1) Land.", "(2) Power;", "(3) water"});
  CHECK(sentences("As follows: (a) land; (b) power, (c) water") ==
        Sentences{"As follows:", "(a) land;", "(b) power, (c) water"});
  CHECK(sentences("Two reasons\n(i) land\n(ii) power (iii) all") ==
        Sentences{"Two reasons", "(i) land", "(ii) power (iii) all"});
  CHECK(sentences("理由：（1）土地；（2）电力。") == Sentences{"理由：", "（1）土地；", "（2）电力。"});
  CHECK(sentences("end.(2) next") == Sentences{"end.", "(2) next"});
}

TEST_CASE("other brackets start none") {
  CHECK(sentences("the park (1) and word(s); (see below): (2019) x") ==
        Sentences{"the park (1) and word(s); (see below): (2019) x"});
  CHECK(sentences("so; ( 1 ) no; () no; (") == Sentences{"so; ( 1 ) no; () no; ("});
}

TEST_CASE("a bare label opens a line and does not end there") {
  CHECK(sentences("1. Land\n2. Power\n3) Water") == Sentences{"1. Land", "2. Power", "3) Water"});
  CHECK(sentences("1. Yes, we agree. a) first") == Sentences{"1. Yes, we agree.", "a) first"});
  CHECK(sentences("phases 1; 2) no") == Sentences{"phases 1; 2) no"});
  CHECK(sentences("2019. It was early") == Sentences{"2019.", "It was early"});
  CHECK(sentences("à. Tôi") == Sentences{"à.", "Tôi"});
  CHECK(sentences("1.5 times") == Sentences{"1.5 times"});
}

TEST_CASE("sentences are shifted and appended") {
  std::vector<Span> spans{{1, 2}};
  cut_sentences(" One. Two ", 100, spans);
  CHECK(spans == std::vector<Span>{{1, 2}, {101, 105}, {106, 109}});
}

TEST_CASE("sentences of random text are in order, trimmed, and all but the white space") {
  const std::u32string characters = U"ab I1.!?…;:()[]\"'’“”«».．。？（）;\n\n\r\t \u00A0\u3000我éạЯ\u0301👍etc";
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t size = random() % 40; size > 0; --size)
      append_utf8(text, characters[random() % characters.size()]);
    std::vector<Span> spans;
    cut_sentences(text, 0, spans);
    INFO(text);
    std::size_t end = 0;
    const auto is_blank = [&](std::size_t from, std::size_t to) {
      while (from < to) {
        if (!is_white_space(next_character(text, from))) return false;
      }
      return true;
    };
    for (const Span span : spans) {
      REQUIRE(span.begin >= end);
      REQUIRE(span.begin < span.end);
      REQUIRE(is_blank(end, span.begin));
      std::size_t first = span.begin;
      REQUIRE_FALSE(is_white_space(next_character(text, first)));
      end = span.end;
    }
    REQUIRE(is_blank(end, text.size()));
  }
}

TEST_CASE("a megabyte of anything is cut into sentences at once") {
  CHECK(sentences(repeated("a", megabyte)).size() == 1);
  CHECK(sentences(repeated("a.", megabyte)).size() == 1);
  CHECK(sentences(repeated(".", megabyte)).size() == 1);
  CHECK(sentences(repeated("(", megabyte)).size() == 1);
  CHECK(sentences(repeated("'", megabyte)).size() == 1);
  CHECK(sentences(repeated(".)", megabyte)).size() == 1);
  CHECK(sentences(std::string("a!") + repeated("\"", megabyte) + "b").size() == 2);
  CHECK(sentences(repeated("; (1", megabyte)).size() == 1);
  CHECK(sentences(repeated(";(1)", megabyte)).size() == 250'001);
  CHECK(sentences(repeated("! ", megabyte)).size() == 500'000);
  CHECK(sentences(std::string("etc.") + repeated(" ", megabyte) + "a").size() == 1);
  CHECK(sentences(repeated("\n", megabyte)).empty());
  CHECK(sentences(repeated("\u0301", megabyte)).size() == 1);
  CHECK(sentences(repeated("1", megabyte) + ". a").size() == 2);
}
