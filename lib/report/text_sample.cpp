#include "report/text_sample.hpp"

#include <algorithm>
#include <cstdint>

namespace etic {
namespace {

using Answers = std::vector<std::uint32_t>;

void add_responses(const std::vector<std::uint32_t>& responses, const Corpus& corpus, std::vector<Answers>& lists) {
  Answers answers;
  for (const std::uint32_t response : responses) answers.push_back(corpus.responses[response].answer.value);
  std::sort(answers.begin(), answers.end());
  answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
  lists.push_back(std::move(answers));
}

/// What a reader may want to see words of: a list of answers each.
std::vector<Answers> wanted_lists(const CodedCorpus& coded, const std::vector<Finding>& findings) {
  std::vector<Answers> lists(coded.books->codes.size());
  for (const Coding& coding : coded.codings) {
    Answers& answers = lists[coding.code().index()];
    if (answers.empty() || answers.back() != coding.answer.value) answers.push_back(coding.answer.value);
  }
  for (const Finding& finding : findings) {
    add_responses(finding.support_in, *coded.corpus, lists);
    add_responses(finding.against_in, *coded.corpus, lists);
  }
  return lists;
}

/// So many of each list, evenly spread, none twice.
Answers choose(const std::vector<Answers>& lists, std::size_t each) {
  Answers chosen;
  for (const Answers& list : lists) {
    const std::size_t count = std::min(each, list.size());
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(list[i * list.size() / count]);
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

}  // namespace

std::vector<bool> sample_texts(const CodedCorpus& coded, const std::vector<Finding>& findings, const TextRoom& room) {
  const std::vector<Answer>& answers = coded.corpus->answers;
  const auto bytes_of = [&](const Answers& chosen) {
    std::size_t bytes = 0;
    for (const std::uint32_t answer : chosen) bytes += answers[answer].body.size();
    return bytes;
  };
  Answers all(answers.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  if (bytes_of(all) <= room.whole) return std::vector<bool>(answers.size(), true);

  const std::vector<Answers> lists = wanted_lists(coded, findings);
  std::size_t fits = 1;
  std::size_t too_many = answers.size() + 1;
  while (too_many - fits > 1) {
    const std::size_t middle = fits + (too_many - fits) / 2;
    (bytes_of(choose(lists, middle)) <= room.sample ? fits : too_many) = middle;
  }
  std::vector<bool> held(answers.size());
  std::size_t bytes = 0;
  for (const std::uint32_t answer : choose(lists, fits)) {
    bytes += answers[answer].body.size();
    if (bytes > room.sample) break;
    held[answer] = true;
  }
  return held;
}

}  // namespace etic
