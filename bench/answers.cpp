#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answer_text.hpp"

// Survey answers to measure with, and all that goes with them, without etic: see `usage`.

namespace {

using namespace answer_text;

constexpr const char* usage = R"(usage: answers MEGABYTES [OPTION...]   survey answers of about that size
       answers --study DIR [OPTION...] DIR/study.yaml of a survey with such answers in DIR/answers.csv (or .tsv, .ndjson)
       answers --book N                a codebook of N patterns
       answers --literals N            its words and phrases, one a line (for `rg -F -w -i -f`)
       answers --regex N               all its patterns as one regular expression (for `rg -i`)
       answers --statistic N           how many of its codes an answer bears
options: --format csv|tsv|ndjson       csv by default
         --respondents each|shared|scattered
              each: a row is a respondent of its own (default); shared: every respondent answers 10 questions, row
              after row; scattered: the same rows by question, so that every respondent comes back 10 times
         --seed N                      other answers in the same words; 1 by default
Every format holds the same answers for the same size: as csv they take up that many megabytes, to a percent or so.
)";

[[noreturn]] void refuse(const std::string& said) {
  std::fprintf(stderr, "answers: %s\n%s", said.c_str(), usage);
  std::exit(2);
}

enum class Format { csv, tsv, ndjson };
enum class Respondents { each, shared, scattered };

/// What the command line asks for.
struct Options {
  std::string mode = "answers";
  std::string operand;
  Format format = Format::csv;
  Respondents respondents = Respondents::each;
  std::uint64_t seed = 1;

  [[nodiscard]] std::uint64_t number() const { return to_number(operand); }

  static std::uint64_t to_number(const std::string& text) {
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
      refuse("'" + text + "' is no number");
    return std::strtoull(text.c_str(), nullptr, 10);
  }
};

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const auto value = [&]() -> const std::string& {
      if (i + 1 == arguments.size()) refuse(word + " lacks its value");
      return arguments[++i];
    };
    const auto choice = [&](std::vector<std::string> names) {
      const std::string& chosen = value();
      for (std::size_t at = 0; at < names.size(); ++at) {
        if (names[at] == chosen) return at;
      }
      refuse(word + " is none of its values: " + chosen);
    };
    if (word == "--format") {
      options.format = static_cast<Format>(choice({"csv", "tsv", "ndjson"}));
    } else if (word == "--respondents") {
      options.respondents = static_cast<Respondents>(choice({"each", "shared", "scattered"}));
    } else if (word == "--seed") {
      options.seed = Options::to_number(value());
    } else if (word == "--study" || word == "--book" || word == "--literals" || word == "--regex" ||
               word == "--statistic") {
      options.mode = word.substr(2);
      options.operand = value();
    } else if (options.operand.empty() && !word.starts_with('-')) {
      options.operand = word;
    } else {
      refuse("what is " + word + "?");
    }
  }
  if (options.operand.empty()) refuse("how much?");
  return options;
}

/// Rows to standard output, a megabyte at a time.
class RowWriter {
 public:
  RowWriter(const Options& options, const Vocabulary& vocabulary)
      : options_(options), answers_(vocabulary, options.seed) {
    rows_.reserve(block + 16'384);
    if (options.format == Format::ndjson) return;
    for (const char* name : {"respondent", "question", "site", "text"}) {
      if (name[0] == 'r' && options.respondents == Respondents::each) continue;
      rows_ += name;
      rows_ += name[0] == 't' ? '\n' : separator();
    }
  }

  void write(std::uint64_t respondent, std::uint32_t question) {
    const std::string person = "G1-" + std::to_string(respondent + 1);
    const std::string asked = "G1Q" + std::to_string(question + 1);
    const char* site = site_of(respondent, options_.seed);
    const Answer answer = answers_.write(respondent * question_count + question);
    if (options_.format == Format::ndjson) {
      rows_ += '{';
      if (options_.respondents != Respondents::each) add_member("respondent", person);
      add_member("question", asked);
      add_member("site", site);
      rows_ += "\"text\":\"";
      add_escaped(answer, "\\\"", "\\n");
      rows_ += "\"}\n";
    } else {
      if (options_.respondents != Respondents::each) (rows_ += person) += separator();
      ((rows_ += asked) += separator()) += site;
      rows_ += separator();
      const bool in_quotes = !answer.is_plain || answer.text.find(separator()) != std::string_view::npos;
      if (in_quotes) rows_ += '"';
      add_escaped(answer, "\"\"", "\n");
      if (in_quotes) rows_ += '"';
      rows_ += '\n';
    }
    if (rows_.size() >= block) flush();
  }

  void flush() {
    if (std::fwrite(rows_.data(), 1, rows_.size(), stdout) != rows_.size()) {
      std::perror("answers: cannot write");
      std::exit(1);
    }
    rows_.clear();
  }

 private:
  static constexpr std::size_t block = 1 << 20;

  [[nodiscard]] char separator() const { return options_.format == Format::tsv ? '\t' : ','; }

  void add_member(const char* name, const std::string& value) {
    (((rows_ += '"') += name) += "\":\"") += value;
    rows_ += "\",";
  }

  void add_escaped(const Answer& answer, const char* quote, const char* line_break) {
    if (answer.is_plain) {
      rows_ += answer.text;
      return;
    }
    for (const char byte : answer.text) {
      if (byte == '"') {
        rows_ += quote;
      } else if (byte == '\n') {
        rows_ += line_break;
      } else {
        rows_ += byte;
      }
    }
  }

  const Options& options_;
  AnswerWriter answers_;
  std::string rows_;
};

void write_answers(const Options& options) {
  constexpr std::uint64_t bytes_a_row = 302;  // on average, as csv
  const std::uint64_t respondents =
      std::max<std::uint64_t>(1, options.number() * 1'000'000 / (bytes_a_row * question_count));
  const Vocabulary vocabulary;
  RowWriter rows(options, vocabulary);
  if (options.respondents == Respondents::scattered) {
    for (std::uint32_t question = 0; question < question_count; ++question) {
      for (std::uint64_t respondent = 0; respondent < respondents; ++respondent) rows.write(respondent, question);
    }
  } else {
    for (std::uint64_t respondent = 0; respondent < respondents; ++respondent) {
      for (std::uint32_t question = 0; question < question_count; ++question) rows.write(respondent, question);
    }
  }
  rows.flush();
}

void write_study(const Options& options) {
  std::filesystem::create_directories(options.operand);
  constexpr std::array<const char*, 3> endings{"csv", "tsv", "ndjson"};
  std::ofstream file(options.operand + "/study.yaml", std::ios::binary);
  file << study_text() << "\nanswers:\n  file: answers." << endings[static_cast<std::size_t>(options.format)]
       << "\n  text: text\n  question: question\n";
  if (options.respondents != Respondents::each) file << "  respondent: respondent\n";
  file << "  attributes: {site: site}\n";
  if (!file.flush()) refuse(options.operand + "/study.yaml cannot be written");
}

void write_literals(const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    if (pattern.kind != Pattern::Kind::stem) std::puts(pattern.text.c_str());
  }
}

void write_regex(const std::vector<Pattern>& patterns) {
  const char* before = "\\b(?:";
  for (const Pattern& pattern : patterns) {
    std::string text = pattern.text;
    if (const std::size_t space = text.find(' '); space != std::string::npos) text.replace(space, 1, "\\s+");
    if (pattern.kind == Pattern::Kind::stem) text += "\\w*";
    std::printf("%s%s", before, text.c_str());
    before = "|";
  }
  std::puts(")\\b");
}

/// Which codes the answer bears, and at how many of its words a pattern begins to match: the slow way.
class Count {
 public:
  explicit Count(const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns) codes_[pattern.kind][pattern.text].push_back(pattern.code);
  }

  void read(std::string_view text) {
    borne_.clear();
    std::string word;
    std::string previous;
    for (const char byte : std::string(text) + ' ') {
      const bool is_letter = std::strchr(" \n.,?!\"", byte) == nullptr;
      if (is_letter) {
        word += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        continue;
      }
      if (!word.empty()) meet(word, previous);
      if (!word.empty()) previous = word;
      if (std::strchr(".?!", byte) != nullptr) previous.clear();
      word.clear();
    }
    ++answers_;
    ++answers_by_codes_[borne_.size()];
    sum_ += borne_.size();
  }

  void print() const {
    std::uint64_t typical = 0;
    for (const auto& [codes, answers] : answers_by_codes_) typical += codes >= 1 && codes <= 4 ? answers : 0;
    const auto share = [](std::uint64_t part, std::uint64_t of) {
      return 100.0 * static_cast<double>(part) / static_cast<double>(of);
    };
    std::printf(
        "%llu answers of %.0f words; codes an answer: %.2f; none: %.0f %% of answers, 1 to 4: %.0f %%; matches: %.2f "
        "%% of words\n",
        static_cast<unsigned long long>(answers_), static_cast<double>(words_) / static_cast<double>(answers_),
        static_cast<double>(sum_) / static_cast<double>(answers_),
        share(answers_by_codes_.contains(0) ? answers_by_codes_.at(0) : 0, answers_), share(typical, answers_),
        share(matches_, words_));
  }

 private:
  void meet(const std::string& word, const std::string& previous) {
    ++words_;
    bear(Pattern::Kind::word, word);
    if (!previous.empty()) bear(Pattern::Kind::phrase, previous + ' ' + word);
    for (std::size_t size = 1; size <= word.size(); ++size) bear(Pattern::Kind::stem, word.substr(0, size));
  }

  void bear(Pattern::Kind kind, const std::string& text) {
    const auto& texts = codes_[kind];
    const auto found = texts.find(text);
    if (found == texts.end()) return;
    matches_ += found->second.size();
    borne_.insert(found->second.begin(), found->second.end());
  }

  std::map<Pattern::Kind, std::map<std::string, std::vector<std::uint32_t>>> codes_;
  std::set<std::uint32_t> borne_;
  std::map<std::size_t, std::uint64_t> answers_by_codes_;
  std::uint64_t answers_ = 0;
  std::uint64_t words_ = 0;
  std::uint64_t matches_ = 0;
  std::uint64_t sum_ = 0;
};

void print_statistic(const std::vector<Pattern>& patterns, const Vocabulary& vocabulary, std::uint64_t seed) {
  AnswerWriter answers(vocabulary, seed);
  Count count(patterns);
  for (std::uint64_t number = 0; number < 20'000; ++number) count.read(answers.write(number).text);
  count.print();
}

void write_about_patterns(const Options& options) {
  if (options.number() < 10 || options.number() > 10'000) refuse("10 to 10,000 patterns are to be had");
  const Vocabulary vocabulary;
  const std::vector<Pattern> patterns = make_patterns(vocabulary, static_cast<std::uint32_t>(options.number()));
  if (options.mode == "book") std::fputs(codebook_of(patterns).c_str(), stdout);
  if (options.mode == "literals") write_literals(patterns);
  if (options.mode == "regex") write_regex(patterns);
  if (options.mode == "statistic") print_statistic(patterns, vocabulary, options.seed);
}

}  // namespace

int main(int count, char** words) {
  const Options options = read_options({words + 1, words + count});
  if (options.mode == "answers") {
    write_answers(options);
  } else if (options.mode == "study") {
    write_study(options);
  } else {
    write_about_patterns(options);
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
