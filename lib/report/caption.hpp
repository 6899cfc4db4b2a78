#pragma once

#include <string>
#include <vector>

#include "analysis/matrix.hpp"
#include "analysis/unit.hpp"
#include "coding/coded_corpus.hpp"
#include "study/study.hpp"
#include "table/table.hpp"

namespace etic {

/// What every table of counts says of itself.
struct CountingText {
  Unit unit = Unit::respondents;
  BaseRule base = BaseRule::recorded;
  std::vector<std::string> where;  // terms as written
  std::string among;               // a code, or nothing
  bool only_asked = false;
  std::string coder;     // `rules`, a person, or `settled`
  std::string coded_by;  // for people: `coded by rules, settled by study`
};

/// `coded by rules, settled by study`: whose codings they are, in the order of the layers.
[[nodiscard]] std::string coded_by(const CodedCorpus& coded);

/// `rules`, a person, or `settled`: as `--coder` has it.
[[nodiscard]] std::string coder_name(const CodedCorpus& coded);

/// `respondents who voice it / with an answer on record where it could be voiced; where site=TCR; among …`.
[[nodiscard]] std::string describe(const CountingText& counting);

/// Says that joint answers are behind the counts, and how many; nothing where there are none.
[[nodiscard]] std::vector<std::string> joint_footnote(std::size_t joint_answers, Unit unit);

/// The head of a JSON document of counts.
[[nodiscard]] Metadata count_metadata(std::string command, const CountingText& counting);

}  // namespace etic
