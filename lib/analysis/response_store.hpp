#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/bearing.hpp"
#include "coding/coded_corpus.hpp"
#include "corpus/respondent_register.hpp"

namespace etic {

/// What is kept of coded answers until all of their respondents' are there: who gave them, to which question, and which
/// codes they bear, but not their words. Twenty bytes an answer, and every distinct set of codes once.
class ResponseStore {
 public:
  ResponseStore(const Study& study, const Codebooks& books) : study_(study), books_(books) {}

  /// Takes in a part of the answers; `numbers` are its respondents' in the register.
  void add(const Corpus& part, const Bearing& bearing, const std::vector<std::uint32_t>& numbers);

  /// Whether a respondent may be in it.
  [[nodiscard]] bool empty() const { return people_ == 0; }

  /// Hands out everything, each respondent's answers together, as corpora without words; what rules found in them is
  /// in the bearing alone. In the register's order, a batch of respondents at a time.
  using Take = std::function<void(const CodedCorpus&, const Bearing&)>;
  void hand_out(const RespondentRegister& people, const Take& take);

 private:
  struct Record {
    std::uint32_t respondent = 0;
    std::uint32_t question = 0;
    std::uint32_t codes = 0;      // index into the sets
    std::uint32_t interview = 0;  // index into the values of interviews
  };

  /// Codes borne, and whether they say nothing.
  struct Borne {
    std::vector<CodeId> codes;
    bool is_non_answer = false;
  };

  [[nodiscard]] std::uint32_t number_of(Bearing::Codes codes, bool is_non_answer);
  [[nodiscard]] std::uint32_t number_of(const AttributeValues& values, const Corpus& part);

  const Study& study_;
  const Codebooks& books_;
  std::size_t people_ = 0;  // the highest number and one more
  std::vector<bool> met_;   // by number
  std::vector<Record> records_;
  std::vector<Borne> sets_;
  std::unordered_map<std::string, std::uint32_t> set_numbers_;  // by the bytes of all codes
  std::vector<std::vector<std::vector<std::string>>> interviews_;
  std::map<std::vector<std::vector<std::string>>, std::uint32_t> interview_numbers_;
  std::string key_;
};

}  // namespace etic
