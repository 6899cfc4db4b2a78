#include "invented_study.hpp"

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <vector>

namespace {

constexpr std::size_t interviews = 1250;
constexpr std::size_t questions = 20;
constexpr std::size_t invented_words = 20'000;
constexpr std::size_t most_frequent = 100;  // of which no pattern is made

const std::vector<std::string> function_words = {
    "the",   "of",    "and",   "to",   "a",    "in",    "is",     "that",  "it",   "was",   "for",   "we",    "on",
    "are",   "as",    "with",  "they", "be",   "at",    "this",   "have",  "from", "or",    "had",   "by",    "but",
    "what",  "not",   "all",   "were", "when", "your",  "can",    "there", "an",   "which", "their", "if",    "do",
    "will",  "each",  "about", "how",  "up",   "out",   "them",   "then",  "many", "some",  "so",    "these", "would",
    "other", "into",  "has",   "more", "two",  "like",  "could",  "our",   "than", "been",  "who",   "its",   "now",
    "my",    "made",  "over",  "did",  "only", "very",  "after",  "most",  "also", "here",  "just",  "much",  "any",
    "where", "years", "same",  "well", "such", "every", "between"};

class Inventor {
 public:
  std::map<std::string, std::string> files() {
    invent_words();
    std::map<std::string, std::string> files;
    std::string study = "title: Invented\ngroups: {G1: everybody}\nquestions: {";
    for (std::size_t i = 1; i <= questions; ++i) study += (i > 1 ? ", G1Q" : "G1Q") + std::to_string(i) + ": asked";
    files["study.yaml"] = study + "}\n";
    for (std::size_t i = 1; i <= interviews; ++i) {
      const std::string name = "G1-" + std::to_string(i);
      std::string& transcript = files["transcripts/" + name + ".md"];
      transcript = "---\nrespondent: " + name + "\n---\n";
      for (std::size_t q = 1; q <= questions; ++q)
        transcript += "\n## G1Q" + std::to_string(q) + "\n" + answer() + "\n";
    }
    for (const std::size_t number : {std::size_t{600}, std::size_t{6000}}) {
      const std::string folder = std::to_string(number);
      files["codebooks/" + folder + "/patterns.yaml"] = book(number);
    }
    return files;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string invented_word(std::size_t rank) {
    static const std::vector<std::string> starts = {"b",  "c",  "d",  "f",  "g",  "h",  "l",  "m",
                                                    "n",  "p",  "r",  "s",  "t",  "v",  "w",  "st",
                                                    "pr", "tr", "cl", "gr", "sh", "ch", "th", "pl"};
    static const std::vector<std::string> middles = {"a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "ee"};
    static const std::vector<std::string> ends = {"",   "",   "n",  "r",  "s", "t", "l",
                                                  "nd", "rt", "st", "ck", "m", "d", "ng"};
    static const std::vector<std::string> suffixes = {"", "", "", "s", "ed", "ing", "er", "ment", "tion", "ly", "al"};
    std::string word;
    for (std::size_t i = 1 + below(rank < 1000 ? 2 : 3); i > 0; --i)
      word += starts[below(starts.size())] + middles[below(middles.size())] + ends[below(ends.size())];
    return word + suffixes[below(suffixes.size())];
  }

  void invent_words() {
    words_ = function_words;
    std::set<std::string> known(words_.begin(), words_.end());
    while (words_.size() < function_words.size() + invented_words) {
      const std::string word = invented_word(words_.size());
      if (word.size() > 2 && known.insert(word).second) words_.push_back(word);
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < words_.size(); ++rank) {
      sum += 1 / (static_cast<double>(rank) + 2.7);
      weights_.push_back(sum);
    }
    followers_.resize(words_.size());
  }

  std::size_t any_word() {
    const double point = static_cast<double>(random_()) / 4294967296.0 * weights_.back();
    const auto found = std::upper_bound(weights_.begin(), weights_.end() - 1, point);
    return static_cast<std::size_t>(found - weights_.begin());
  }

  std::string answer() {
    std::string text;
    std::size_t left_in_sentence = 0;
    for (std::size_t left = 5 + below(116); left > 0; --left) {
      const std::size_t word = any_word();
      const bool opens = left_in_sentence == 0;
      if (opens) left_in_sentence = 4 + below(19);
      if (!opens) followers_[last_] = word;
      if (!text.empty()) text += ' ';
      text += words_[word];
      if (opens) {
        char& first = text[text.size() - words_[word].size()];
        first = static_cast<char>(first - 'a' + 'A');
      }
      last_ = word;
      --left_in_sentence;
      if (left_in_sentence == 0 || left == 1) {
        text += below(12) == 0 ? '?' : '.';
        left_in_sentence = 0;
      } else if (below(14) == 0) {
        text += ',';
      }
    }
    return text;
  }

  std::string book(std::size_t patterns) {
    std::string text = "codebook: patterns\nlanguage: en\ncodes:\n";
    for (std::size_t i = 0; i < patterns; ++i) {
      if (i % 10 == 0) text += "  code-" + std::to_string(i / 10) + ":\n    definition: Some words.\n    rules:\n";
      const std::size_t rank = most_frequent + (words_.size() - most_frequent) * i / patterns;
      const std::string& word = words_[rank];
      const std::size_t stem = word.size() > 5 ? word.size() - 2 : std::min<std::size_t>(word.size(), 4);
      if (i % 3 == 0) text += "      - '" + word + "'\n";
      if (i % 3 == 1) text += "      - '" + word.substr(0, stem) + "*'\n";
      if (i % 3 == 2) text += "      - '" + word + " " + words_[followers_[rank]] + "'\n";
    }
    return text;
  }

  std::mt19937 random_{20'000};
  std::vector<std::string> words_;      // by rank
  std::vector<double> weights_;         // the same, summed up
  std::vector<std::size_t> followers_;  // by word: one that stands behind it in a sentence
  std::size_t last_ = 0;
};

}  // namespace

std::map<std::string, std::string> invented_study() { return Inventor().files(); }
