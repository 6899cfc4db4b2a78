#include <algorithm>
#include <fmt/format.h>

#include "audit/audit.hpp"

namespace etic {

void check_rejections(const CodedCorpus& settled, Sink& sink) {
  const Ledger& ledger = *settled.ledger;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const LedgerEntry& entry = ledger.entries[i];
    if (ledger.coder(entry.coder).name == adjudicator) continue;  // decisions, whoever they are against
    const bool settles = std::find(settled.coders.begin(), settled.coders.end(), entry.coder) != settled.coders.end();
    if (!settles || entry.status != LedgerEntry::Status::reject || settled.hit[i] || entry.passages.empty()) continue;
    sink.report(Kind::idle_reject, *ledger.coder(entry.coder).file, entry.code_cell,
                fmt::format("no earlier layer assigns `{}` here", settled.books->code(*entry.code).name),
                "`etic explain` shows what the answer bears; delete the row if the rules no longer err");
  }
}

}  // namespace etic
