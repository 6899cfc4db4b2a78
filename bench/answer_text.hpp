#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

/// Survey answers in a made-up language, and codebooks of patterns that find something in them. The same numbers give
/// the same bytes with every compiler: random draws, weights and orders are all integers of our own.
namespace answer_text {

/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t draw() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }

  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(((draw() >> 32) * end) >> 32); }

  template <std::size_t size>
  const char* one_of(const std::array<const char*, size>& list) {
    return list[below(static_cast<std::uint32_t>(size))];
  }

 private:
  std::uint64_t state_;
};

/// A word of at most 15 bytes, so that it is copied at one stroke.
struct Word {
  std::array<char, 15> bytes{};
  std::uint8_t size = 0;

  Word() = default;
  explicit Word(std::string_view text) : size(static_cast<std::uint8_t>(text.size())) {
    std::memcpy(bytes.data(), text.data(), text.size());
  }
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};
static_assert(sizeof(Word) == 16);

inline constexpr std::size_t longest_word = 15;

/// Words by their frequency: English function words, then pronounceable ones that no language has, many of them
/// families of one root. Word number r comes up with a probability of 1 / (r + 2.7), as Zipf and Mandelbrot have it.
class Vocabulary {
 public:
  static constexpr std::uint32_t size = 1 << 15;
  static constexpr std::uint32_t function_words = 100;

  Vocabulary() {
    Random random(20);
    make_words(random);
    make_companions(random);
    make_lots();
    make_foreign(random);
  }

  [[nodiscard]] const Word& word(std::uint32_t rank) const { return words_[rank]; }
  /// The word's root: what its family has in common.
  [[nodiscard]] std::string_view root(std::uint32_t rank) const { return words_[root_[rank]].view(); }
  /// The word that often follows: the two are a phrase.
  [[nodiscard]] std::uint32_t companion(std::uint32_t rank) const { return companion_[rank]; }
  [[nodiscard]] const Word& foreign(std::uint32_t number) const { return foreign_[number % foreign_.size()]; }

  /// A word by the frequencies, from 47 random bits.
  [[nodiscard]] std::uint32_t rank_of(std::uint64_t bits) const {
    const Lot& lot = lots_[bits % size];
    const auto own = static_cast<std::uint32_t>(bits % size);
    const auto is_own = static_cast<std::uint32_t>(((bits >> 15) & 0xffffffff) < lot.share);
    return (own & (0 - is_own)) | (lot.other & (is_own - 1));  // no branch: nobody could foretell it
  }

 private:
  /// A column of an alias table (Walker, Vose): `share` of 2^32 is the column's own word, the rest is the other's.
  struct Lot {
    std::uint32_t share = 0;
    std::uint32_t other = 0;
  };

  static std::string syllable(Random& random) {
    static constexpr std::array<const char*, 30> onsets{"b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m",
                                                        "n",  "p",  "r",  "s",  "t",  "v",  "w",  "z",  "br", "cl",
                                                        "dr", "fr", "gr", "pl", "pr", "sl", "st", "tr", "sk", "th"};
    static constexpr std::array<const char*, 12> vowels{"a", "e", "i", "o", "u", "a", "e", "o", "ai", "ea", "ou", "ie"};
    static constexpr std::array<const char*, 20> codas{"",  "",  "",  "",  "",  "",  "",  "",   "",   "",
                                                       "n", "r", "l", "s", "t", "m", "d", "nd", "st", "lt"};
    std::string made = random.one_of(onsets);
    made += random.one_of(vowels);
    made += random.one_of(codas);
    return made;
  }

  void make_words(Random& random) {
    static constexpr std::array<const char*, function_words> english{
        "the",    "and",   "to",    "of",   "a",      "I",     "it",     "is",   "in",      "that",   "we",    "for",
        "was",    "not",   "they",  "but",  "on",     "with",  "are",    "have", "as",      "be",     "there", "so",
        "you",    "at",    "or",    "my",   "this",   "do",    "if",     "more", "from",    "very",   "when",  "had",
        "all",    "can",   "by",    "what", "no",     "would", "it's",   "an",   "don't",   "were",   "me",    "their",
        "them",   "which", "about", "some", "our",    "has",   "he",     "too",  "because", "been",   "up",    "out",
        "than",   "us",    "just",  "who",  "will",   "only",  "she",    "much", "then",    "also",   "could", "how",
        "one",    "where", "any",   "even", "into",   "your",  "other",  "his",  "these",   "didn't", "over",  "most",
        "should", "her",   "after", "many", "always", "I'm",   "before", "such", "still",   "can't",  "again", "never",
        "those",  "both",  "while", "own"};
    static constexpr std::array<const char*, 10> endings{"s",  "s",    "ed",   "ing",  "er",
                                                         "ly", "ness", "ment", "able", "ion"};
    std::unordered_set<std::string> known;
    for (const char* word : english) add_word(word, static_cast<std::uint32_t>(words_.size()), known);
    std::vector<std::uint32_t> roots;
    while (words_.size() < size) {
      const auto rank = static_cast<std::uint32_t>(words_.size());
      if (!roots.empty() && random.below(2) == 0) {
        const std::uint32_t root = roots[random.below(static_cast<std::uint32_t>(roots.size()))];
        std::string word(words_[root].view());
        word += random.one_of(endings);
        add_word(word, root, known);
      } else {
        // Frequent words are short ones.
        const std::uint32_t syllables = (rank < 2'000 ? 1 : 2) + random.below(rank < 12'000 ? 2 : 3) / 2;
        std::string word;
        for (std::uint32_t i = 0; i < syllables; ++i) word += syllable(random);
        if (word.size() >= 3 && add_word(word, rank, known)) roots.push_back(rank);
      }
    }
  }

  bool add_word(const std::string& word, std::uint32_t root, std::unordered_set<std::string>& known) {
    if (word.size() > longest_word || !known.insert(word).second) return false;
    words_.emplace_back(word);
    root_.push_back(root);
    return true;
  }

  void make_companions(Random& random) {
    for (std::uint32_t rank = 0; rank < size; ++rank) {
      const std::uint32_t range = size - function_words;
      const std::uint32_t first = random.below(range);
      companion_.push_back(function_words + std::min(first, random.below(range)));
    }
  }

  void make_lots() {
    std::vector<std::uint64_t> weights;
    std::uint64_t sum = 0;
    for (std::uint64_t rank = 1; rank <= size; ++rank) {
      weights.push_back((std::uint64_t{10} << 40) / (10 * rank + 27));
      sum += weights.back();
    }
    // A column holds 2^32; what a word has of them is weight / sum × 2^15 × 2^32.
    std::vector<std::uint64_t> left(size);
    for (std::uint32_t i = 0; i < size; ++i) left[i] = (weights[i] << 20) / (sum >> 27);
    const std::uint64_t column = std::uint64_t{1} << 32;
    std::vector<std::uint32_t> poor;
    std::vector<std::uint32_t> rich;
    for (std::uint32_t i = 0; i < size; ++i) (left[i] < column ? poor : rich).push_back(i);
    lots_.assign(size, {UINT32_MAX, 0});
    for (std::uint32_t i = 0; i < size; ++i) lots_[i].other = i;
    while (!poor.empty() && !rich.empty()) {
      const std::uint32_t small = poor.back();
      const std::uint32_t large = rich.back();
      poor.pop_back();
      lots_[small] = {static_cast<std::uint32_t>(left[small]), large};
      left[large] -= column - left[small];
      if (left[large] < column) {
        rich.pop_back();
        poor.push_back(large);
      }
    }
  }

  void make_foreign(Random& random) {
    static constexpr std::array<const char*, 14> latin{"é", "ü", "ö", "ä", "ñ", "ç", "ø",
                                                       "å", "š", "ž", "ğ", "ł", "ô", "í"};
    static constexpr std::array<const char*, 10> cyrillic{"ка", "ро", "ми", "те", "но", "ва", "ли", "су", "да", "по"};
    while (foreign_.size() < 512) {
      std::string word;
      if (foreign_.size() % 8 == 7) {
        for (std::uint32_t i = 2 + random.below(2); i > 0; --i) word += random.one_of(cyrillic);
      } else {
        word = syllable(random);
        word += random.one_of(latin);
        word += syllable(random);
      }
      if (word.size() <= longest_word) foreign_.emplace_back(word);
    }
  }

  std::vector<Word> words_;
  std::vector<std::uint32_t> root_;
  std::vector<std::uint32_t> companion_;
  std::vector<Lot> lots_;
  std::vector<Word> foreign_;
};

/// The text of one answer.
struct Answer {
  std::string_view text;  // holds until the next one
  bool is_plain = true;   // it holds neither quotes nor line breaks
};

/// Writes answers of 5 to 120 words, short ones being commoner: sentences with commas and stops, now and then a
/// number, an apostrophe, a word with letters beyond ASCII; a few answers hold quotes and line breaks.
class AnswerWriter {
 public:
  /// The vocabulary must outlive the writer.
  AnswerWriter(const Vocabulary& vocabulary, std::uint64_t seed) : vocabulary_(vocabulary), seed_(seed) {}

  /// The answer of this number, whatever was written before.
  Answer write(std::uint64_t number) {
    Random random(Random(seed_ ^ (number * 0xd1342543de82ef95)).draw());
    const std::uint32_t one = random.below(116);
    const std::uint32_t other = random.below(116);
    std::uint32_t words = 5 + std::min(one, other);
    const bool is_plain = random.below(100) >= 3;
    char* end = buffer_.data();
    while (words > 0) {
      const std::uint32_t wanted = 4 + random.below(15);
      // No sentence of a word or two is left for the end.
      const std::uint32_t length = words < wanted + 4 ? words : wanted;
      words -= length;
      end = write_sentence(random, length, !is_plain, end);
      if (words > 0) *end++ = !is_plain && random.below(2) == 0 ? '\n' : ' ';
    }
    return {{buffer_.data(), static_cast<std::size_t>(end - buffer_.data())}, is_plain};
  }

 private:
  // What happens at a word, of 2^17: the draw falls into the first of these ranges, or the word stands as it is.
  static constexpr std::uint32_t foreign_word = 131072 / 50;
  static constexpr std::uint32_t numeral = foreign_word + 131072 / 100;
  static constexpr std::uint32_t possessive = numeral + 131072 / 100;
  static constexpr std::uint32_t comma = possessive + 131072 / 14;
  static constexpr std::uint32_t phrase = comma + 131072 / 5;

  /// Returns the sentence's end.
  char* write_sentence(Random& random, std::uint32_t length, bool quotes, char* const start) const {
    char* end = start;
    const std::uint32_t quoted = quotes ? random.below(length) : length;
    for (std::uint32_t i = 0; i < length; ++i) {
      if (i > 0) *end++ = ' ';
      const std::uint64_t bits = random.draw();
      const auto event = static_cast<std::uint32_t>(bits >> 47);
      if (i == quoted) *end++ = '"';
      const std::uint32_t rank = vocabulary_.rank_of(bits);
      const bool is_made = rank >= Vocabulary::function_words;
      if (event >= phrase) {
        end = append(end, vocabulary_.word(rank));
      } else if (event < foreign_word) {
        end = append(end, vocabulary_.foreign(static_cast<std::uint32_t>(bits & 0xffff)));
      } else if (event < numeral) {
        end = append_number(end, static_cast<std::uint32_t>(bits & 0xfff));
      } else {
        end = append(end, vocabulary_.word(rank));
        const bool is_last = i + 1 == length;
        if (event < possessive) {
          if (is_made) end = append(end, Word("'s"));
        } else if (event < comma) {
          if (!is_last) *end++ = ',';
        } else if (is_made && !is_last && i != quoted) {
          *end++ = ' ';
          end = append(end, vocabulary_.word(vocabulary_.companion(rank)));
          ++i;
        }
      }
      if (i == quoted) *end++ = '"';
    }
    if (*start >= 'a' && *start <= 'z') *start = static_cast<char>(*start - 'a' + 'A');
    const std::uint32_t stop = random.below(20);
    *end++ = stop == 0 ? '?' : stop == 1 ? '!' : '.';
    return end;
  }

  /// Writes as much as a word can be, whatever it is.
  static char* append(char* end, const Word& word) {
    std::memcpy(end, &word, sizeof word);
    return end + word.size;
  }

  static char* append_number(char* end, std::uint32_t value) {
    const std::string digits = value % 8 == 0 ? std::to_string(value / 100) + "." + std::to_string(value % 10)
                                              : std::to_string(value % 8 == 1 ? value : value % 100);
    return append(end, Word(digits));
  }

  const Vocabulary& vocabulary_;
  std::uint64_t seed_;
  std::array<char, 8192> buffer_{};  // more than 120 words and what stands between them ever need
};

/// One pattern of a codebook.
struct Pattern {
  enum class Kind : std::uint8_t { word, stem, phrase };
  Kind kind = Kind::word;
  std::string text;  // of a stem without its star
  std::uint32_t code = 0;
};

/// So many patterns, ten a code, in the order of their codes: words, stems and phrases of two words in turn, evenly
/// over the ranks behind the function words and before the rare half of the vocabulary. Every code has frequent and
/// rare ones.
inline std::vector<Pattern> make_patterns(const Vocabulary& vocabulary, std::uint32_t number) {
  constexpr std::uint32_t first = Vocabulary::function_words;
  constexpr std::uint32_t end = 8'000;
  const std::uint32_t codes = (number + 9) / 10;
  std::unordered_set<std::string> known;
  std::vector<Pattern> patterns;
  for (std::uint32_t code = 0; code < codes; ++code) {
    for (std::uint32_t i = code; i < number; i += codes) {
      const std::uint32_t rank = first + static_cast<std::uint32_t>((std::uint64_t{i} * (end - first)) / number);
      const std::string word(vocabulary.word(rank).view());
      Pattern pattern{static_cast<Pattern::Kind>((i / codes + code) % 3), word, code};
      if (pattern.kind == Pattern::Kind::phrase) {
        pattern.text += ' ';
        pattern.text += vocabulary.word(vocabulary.companion(rank)).view();
      } else if (pattern.kind == Pattern::Kind::stem) {
        const std::string root(vocabulary.root(rank));
        if (root.size() >= 5 && !known.contains(root)) pattern.text = root;
        if (!known.insert(pattern.text).second) pattern.kind = Pattern::Kind::word;
      }
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

/// The patterns as a codebook of etic.
inline std::string codebook_of(const std::vector<Pattern>& patterns) {
  std::string book = "codebook: patterns\nlanguage: en\ncodes:\n";
  std::uint32_t code = UINT32_MAX;
  for (const Pattern& pattern : patterns) {
    if (pattern.code != code) {
      code = pattern.code;
      book += "  code-" + std::to_string(code + 1) + ":\n    definition: Patterns of a benchmark.\n    rules:\n";
    }
    book += "      - '" + pattern.text + (pattern.kind == Pattern::Kind::stem ? "*" : "") + "'\n";
  }
  return book;
}

/// The survey's design.
inline constexpr std::uint32_t question_count = 10;
inline constexpr std::array<const char*, 6> sites{"north", "south", "east", "west", "centre", "harbour"};

/// study.yaml without its last part, which says where the answers are.
inline std::string study_text() {
  std::string text =
      "title: A made-up survey\nwording: verbatim\n\ngroups:\n  G1: Visitors\n\nattributes:\n  site: {values: [";
  for (std::size_t i = 0; i < sites.size(); ++i) text += std::string(i == 0 ? "" : ", ") + sites[i];
  text += "]}\n\nquestions:\n";
  for (std::uint32_t i = 1; i <= question_count; ++i)
    text += "  G1Q" + std::to_string(i) + ": What of number " + std::to_string(i) + "?\n";
  return text;
}

/// Where a respondent was asked.
inline const char* site_of(std::uint64_t respondent, std::uint64_t seed) {
  return Random(seed ^ (respondent * 0x2545f4914f6cdd1d)).one_of(sites);
}

}  // namespace answer_text
