#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/answer_reader.hpp"
#include "corpus/attribute_tables.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// Who answers in rows, over all parts: every respondent with a name once, with group, attributes, and the questions
/// answered. Some 60 bytes a respondent.
class RespondentRegister {
 public:
  RespondentRegister(const Study& study, const Corpus& transcripts);

  /// Takes in a part, the next one in order; returns its respondents' numbers here. What contradicts earlier parts is
  /// reported and does not count: answers given again are taken out of the part, attributes become what they were
  /// before, and so does what its rows leave out.
  [[nodiscard]] std::vector<std::uint32_t> admit(AnswerPart& part);

  [[nodiscard]] std::size_t size() const { return people_.size(); }

  /// A respondent as it is known now, the values of attributes being numbers of `tables()`.
  [[nodiscard]] Respondent respondent(std::uint32_t number) const;
  [[nodiscard]] const AttributeTables& tables() const { return tables_; }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Person {
    std::uint64_t name_begin = 0;  // in `names_`
    std::uint32_t name_size = 0;
    std::uint32_t path = 0;  // of the file that names it first
    std::uint64_t rank = 0;  // file and line
    GroupId group;
  };

  [[nodiscard]] std::string_view name(const Person& person) const {
    return std::string_view(names_).substr(person.name_begin, person.name_size);
  }
  [[nodiscard]] static std::uint32_t line(const Person& person) { return static_cast<std::uint32_t>(person.rank); }
  [[nodiscard]] std::uint32_t& slot_of(std::string_view name);
  [[nodiscard]] std::uint32_t find_or_add(const AnswerPart& part, std::size_t respondent);
  void grow();
  [[nodiscard]] std::uint32_t path_number(const std::string& path);
  void settle_attributes(AnswerPart& part, std::size_t respondent, std::uint32_t number);
  [[nodiscard]] bool is_given_first(AnswerPart& part, const Answer& answer, std::uint32_t number);

  const Study& study_;
  AttributeTables tables_;
  std::string names_;  // one behind the other
  std::vector<Person> people_;
  std::vector<std::uint32_t> slots_;   // of a hash table: numbers of people
  std::vector<std::uint32_t> values_;  // by respondent and attribute
  std::size_t words_ = 1;              // that hold a bit for each question
  std::vector<std::uint64_t> given_;   // by respondent: so many words
  std::vector<std::string> paths_;
  std::size_t with_transcripts_ = 0;  // the first ones
};

/// Reads all answers in rows, and puts them behind those of the transcripts that the corpus holds.
void read_answers_in_rows(const FileTree& files, const std::string& folder, const Study& study, Corpus& corpus,
                          Sink& sink);

}  // namespace etic
