#include "coding/row_coding.hpp"

#include <memory>
#include <utility>

#include "coding/rule_coder.hpp"

namespace etic {
namespace {

/// Each thread has a coder of its own.
class CodingHandler final : public PartHandler {
 public:
  CodingHandler(const RowCoding& coding, const UseCodedPart& use)
      : coding_(coding), coder_(coding.books, coding.rules), use_(use) {}

  [[nodiscard]] Delivery handle(AnswerPart part, const std::vector<std::uint32_t>& numbers) override {
    part.corpus.is_part = true;
    CodedCorpus coded = code_by_rules(coder_, coding_.study, part.corpus, coding_.books, coding_.extent);
    coded.ledger = &coding_.ledger;
    coded.coders = {CoderId(rules_index)};
    return use_(part, coded, numbers);
  }

 private:
  const RowCoding& coding_;
  RuleCoder coder_;
  const UseCodedPart& use_;
};

}  // namespace

void code_rows(const RowCoding& coding, AnswerChunks& chunks, RespondentRegister& people, std::size_t threads,
               bool keep_going, const UseCodedPart& use, Sink& sink) {
  const auto make_handler = [&] { return std::make_unique<CodingHandler>(coding, use); };
  run_through(chunks, people, threads, keep_going, make_handler, sink);
}

}  // namespace etic
