#include <random>
#include <set>
#include <string>
#include <vector>

#include "coding/matcher.hpp"
#include "support/catch.hpp"
#include "support/slow_matcher.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

constexpr std::size_t answers_a_book = 8;

/// Studies of random books and answers. Words and patterns come from a small alphabet, so that rules match often and in
/// every way: overlapping, negated, barred, across what ends a sentence. One study in three has words enough for many
/// scripts, one has words that fold or join in ways of their own; the rest have hardly any, so that long cues, stops
/// and elements lie over each other.
class StudyMaker {
 public:
  explicit StudyMaker(std::mt19937::result_type seed)
      : random_(seed), many_scripts_(seed % 3 != 1), strange_(seed % 3 == 2) {}

  std::map<std::string, std::string> files() {
    std::string study =
        "title: t\ngroups: {G1: g}\nspeakers: {interviewer: Interviewer, respondent: Respondent}\nquestions: {";
    std::string transcript = "---\nrespondent: G1-01\n---\n";
    for (std::size_t i = 0; i < answers_a_book; ++i) {
      study += (i == 0 ? "G1Q" : ", G1Q") + std::to_string(i) + ": q";
      transcript += "## G1Q" + std::to_string(i) + "\n" + answer() + "\n";
    }
    return {{"study.yaml", study + "}\n"},
            {"transcripts/t.md", transcript},
            {"codebooks/a.yaml", book("a")},
            {"codebooks/b.yaml", book("b")}};
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t many) { return below(many) == 0; }
  const std::string& any_of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

  std::string words() {
    static const std::vector<std::string> alphabet = {"a",
                                                      "b",
                                                      "ab",
                                                      "aba",
                                                      "A",
                                                      "x",
                                                      "x\u0301",
                                                      "\u00e9",
                                                      "e\u0301",
                                                      "\u56ed",
                                                      "\u533a",
                                                      "\u0e44\u0e17",
                                                      "\u0434\u0430",
                                                      "\u0414\u0430",
                                                      "no",
                                                      "not",
                                                      "no",
                                                      "only",
                                                      "but",
                                                      "Aab",
                                                      "a'b",
                                                      "a\u2019b"};
    // What folds in a way of its own, what is invisible, and words that are longer than one number or two.
    static const std::vector<std::string> strange = {"a",
                                                     "no",
                                                     "but",
                                                     "\u0e17\u0e33\u0e44\u0e21",
                                                     "\u1ebft",
                                                     "e\u0302\u0301t",
                                                     "\u1eb9\u0302",
                                                     "\u1ec7",
                                                     "\u00df",
                                                     "ss",
                                                     "SS",
                                                     "\u1e9e",
                                                     "I",
                                                     "i",
                                                     "\u0130",
                                                     "\u0131",
                                                     "i\u0307",
                                                     "\u03a3",
                                                     "\u03c3",
                                                     "\u03c2",
                                                     "\u03c3\u03b1\u03c2",
                                                     "\u03a3\u0391\u03a3",
                                                     "\U0001F44D",
                                                     "\U0001F44D\U0001F3FD",
                                                     "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                                     "\U0001F1FB\U0001F1F3",
                                                     "a\u00adb",
                                                     "a\u200Db",
                                                     "\u212a",
                                                     "k",
                                                     "\uac00",
                                                     "\u1100\u1161",
                                                     "\u05d0\"\u05d0",
                                                     "\u0915\u094d\u0937",
                                                     "3.5",
                                                     "3,5",
                                                     "e.g",
                                                     "a_b",
                                                     "_a",
                                                     "aaaaaaab",
                                                     "Aaaaaaab",
                                                     "aaaaaaaab",
                                                     "aaaaaaaac",
                                                     "aaaaaaaaaaaaaaab",
                                                     "aaaaaaaaaaaaaaaab",
                                                     "AAAAAAAAAAAAAAAAB",
                                                     "\u0434\u0430\u0434\u0430\u0434\u0430\u0434\u0430\u0434\u0430"};
    static const std::vector<std::string> few = {"a", "b", "no", "but"};
    static const std::vector<std::string> gaps = {" ",  " ", " ",  " ",  " ",  " ",    " ",      " ",
                                                  ", ", "-", ". ", "! ", "\n", "\n\n", "; (1) ", ""};
    std::string text;
    for (std::size_t i = 1 + below(22); i > 0; --i)
      text += any_of(strange_        ? strange
                     : many_scripts_ ? alphabet
                                     : few) +
              (many_scripts_ || one_in(8) ? any_of(gaps) : " ");
    return text;
  }

  std::string answer() {
    std::string text = words();
    if (one_in(4)) text += "\nInterviewer: " + words() + "\nRespondent: " + words();
    if (one_in(6)) text += "\n[a note: a b no]\n" + words();
    return text;
  }

  std::string word_pattern() {
    static const std::vector<std::string> alphabet = {
        "a",       "b",     "ab",  "x",  "\u00e9", "e\u0301", "x\u0301", "\u56ed", "\u533a", "\u0e44", "\u0434\u0430",
        "no",      "only",  "but", "a*", "*b",     "?",       "??",      "*",      "a?",     "x*",     "*x",
        "\u0434*", "*a*b*", "?*",  "A"};
    static const std::vector<std::string> few = {"a", "b", "a", "b", "no", "but", "a*", "*"};
    static const std::vector<std::string> strange = {"a",
                                                     "no",
                                                     "\u0e17\u0e33*",
                                                     "\u0e17*",
                                                     "\u1ebf?",
                                                     "e\u0302\u0301t",
                                                     "\u1ec7",
                                                     "ss",
                                                     "\u00df*",
                                                     "STRA\u00dfE",
                                                     "i",
                                                     "\u0130",
                                                     "i*",
                                                     "\u0131",
                                                     "\u03c3",
                                                     "\u03c2*",
                                                     "\u03c3\u03b1\u03c3",
                                                     "\U0001F44D",
                                                     "\U0001F44D*",
                                                     "*",
                                                     "??",
                                                     "ab",
                                                     "k",
                                                     "\uac00",
                                                     "\uac00*",
                                                     "3.5",
                                                     "3?5",
                                                     "e.g",
                                                     "a_*",
                                                     "aaaaaaab",
                                                     "aaaaaaaa*",
                                                     "aaaaaaaa?",
                                                     "aaaaaaaaaaaaaaab",
                                                     "aaaaaaaaaaaaaaaa*",
                                                     "*aab",
                                                     "\u0434\u0430*",
                                                     "\U0001F1FB\U0001F1F3",
                                                     "\u0915*"};
    return any_of(strange_ ? strange : many_scripts_ ? alphabet : few);
  }

  /// Often one that lies over the phrase before.
  std::string phrase() {
    if (phrase_.size() < 12 && one_in(3)) {
      phrase_ = one_in(2) ? phrase_ + " " + word_pattern() : word_pattern() + " " + phrase_;
    } else {
      phrase_ = word_pattern();
    }
    return phrase_;
  }

  std::string element() {
    if (one_in(8)) return "@few";
    if (one_in(8)) return "@more";
    if (one_in(16)) return "@few " + word_pattern();
    return phrase();
  }

  template <class Make>
  std::string list(std::size_t size, Make make) {
    std::string text = "[";
    for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? "'" : ", '") + make() + "'";
    return text + "]";
  }

  std::string negation() {
    static const std::vector<std::string> likely = {"no", "not", "n*", "not only", "but", "no but"};
    static const std::vector<std::string> any = {"no", "but", "a", "b"};
    std::string last = any_of(likely);
    const auto words = [&] {
      last = one_in(2) ? any_of(likely) : one_in(2) ? last + " " + any_of(any) : any_of(any) + " " + last;
      return last;
    };
    const std::size_t most = many_scripts_ ? 3 : 6;
    return "negation: {cues: " + list(1 + below(most), words) + ", not_cues: " + list(below(most), words) +
           ", stops: " + list(below(most), words) + ", scope: " + std::to_string(1 + below(6)) + "}\n";
  }

  std::string pattern() {
    static const std::vector<std::string> expressions = {"a",    "b a", "ab|a", "[ab]+ n",       "no+",
                                                         "a.*b", ", ",  "!",    "b(, | )[abno]+"};
    const auto elements = [&] { return list(2 + below(2), [&] { return element(); }); };
    const auto within = [&] { return one_in(3) ? "" : ", within: " + std::to_string(below(5)); };
    switch (below(6)) {
      case 0:
        return "phrase: '" + element() + "'";
      case 1:
        return "phrase: " + list(1 + below(3), [&] { return element(); });
      case 2:
        return "near: " + elements() + within();
      case 3:
        return "sequence: " + elements() + within();
      case 4:
        return "all: " + elements();
      default:
        return "regex: '" + any_of(expressions) + "'";
    }
  }

  std::string rule() {
    std::string text = "{" + pattern();
    if (one_in(4)) text += ", none: " + list(1 + below(2), [&] { return element(); });
    if (one_in(3)) text += ", negated: " + any_of({"keep", "only"});
    return text + "}";
  }

  std::string book(const std::string& name) {
    std::string text = "codebook: " + name + "\nlists: {few: " + list(1 + below(3), [&] { return phrase(); }) +
                       ", more: ['@few', '" + phrase() + "']}\n";
    if (!many_scripts_ || !one_in(4)) text += negation();
    text += "codes:\n";
    for (std::size_t code = 0; code < 1 + below(3); ++code) {
      text += "  " + name + std::to_string(code) + ":\n    rules:\n";
      for (std::size_t i = 1 + below(3); i > 0; --i) text += "      - " + rule() + "\n";
    }
    return text;
  }

  std::mt19937 random_;
  bool many_scripts_;
  bool strange_;
  std::string phrase_;  // the last one made
};

std::set<CodeId> sound_codes(const std::vector<Match>& matches) {
  std::set<CodeId> codes;
  for (const Match& match : matches) {
    if (match.sound) codes.insert(match.rule.code);
  }
  return codes;
}

/// The slow matcher always tells the sentence, the other one 0 where the rule does not ask.
void forget_unasked_sentences(std::vector<Match>& matches, const Codebooks& books) {
  for (Match& match : matches) {
    const Rule& rule = books.code(match.rule.code).rules[match.rule.number];
    if (rule.form == Rule::Form::phrase && rule.none.empty() && !rule.conditions.first_sentence) match.sentence = 0;
  }
}

std::string text_of(const std::vector<Match>& matches, const Codebooks& books, const SourceFile& file) {
  std::string text;
  for (const Match& match : matches) {
    const Code& code = books.code(match.rule.code);
    text += code.name + "#" + std::to_string(match.rule.number + 1) + " " + std::to_string(match.span.begin) + "-" +
            std::to_string(match.span.end) + " in sentence " + std::to_string(match.sentence) +
            (match.negated ? " negated" : "") + (match.barred ? " barred" : "") + " `" +
            std::string(file.slice(match.span)) + "` by " + code.rules[match.rule.number].text + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the matcher finds what the slow one finds, match by match") {
  std::size_t matched = 0;
  std::size_t negated = 0;
  std::size_t barred = 0;
  for (std::mt19937::result_type seed = 0; seed < 1500; ++seed) {
    const std::map<std::string, std::string> files = StudyMaker(seed).files();
    const WholeStudy whole(files);
    INFO("seed " << seed << "\n" << whole.reports());
    REQUIRE(whole.sink.error_count() == 0);
    REQUIRE(whole.corpus.answers.size() == answers_a_book);
    const CompiledRules rules(whole.books);
    Matcher matcher(rules);
    Speech speech;
    for (const Answer& answer : whole.corpus.answers) {
      const SourceFile& file = whole.corpus.file_of(answer);
      speech.read(file, answer, 0);
      std::vector<Match> found;
      matcher.match(speech, std::nullopt, found);
      std::vector<Match> expected = match_slowly(whole.books, file, speech);
      forget_unasked_sentences(expected, whole.books);
      INFO(files.at("codebooks/a.yaml") << files.at("codebooks/b.yaml") << file.slice(answer.body));
      REQUIRE(text_of(found, whole.books, file) == text_of(expected, whole.books, file));
      std::vector<CodeId> met;
      std::vector<Match> others;
      speech.read_words(file, answer, 0);
      matcher.match_codes(speech, std::nullopt, met, others);
      std::set<CodeId> codes = sound_codes(others);
      REQUIRE(std::set<CodeId>(met.begin(), met.end()).size() == met.size());
      codes.insert(met.begin(), met.end());
      REQUIRE(codes == sound_codes(found));
      for (const Match& match : found) {
        ++matched;
        negated += match.negated ? 1 : 0;
        barred += match.barred ? 1 : 0;
      }
    }
  }
  // The studies are worth their while only if everything happens in them.
  CHECK(matched > 20'000);
  CHECK(negated > matched / 20);
  CHECK(barred > matched / 20);
}
