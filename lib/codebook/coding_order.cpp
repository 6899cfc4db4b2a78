#include "codebook/coding_order.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace etic {
namespace {

/// Whether a rule of the code has another one, or a theme of it, under `without`.
bool forbids(const Codebooks& books, const Code& code, CodeId other) {
  return std::any_of(code.rules.begin(), code.rules.end(), [&](const Rule& rule) {
    const auto& without = rule.conditions.without;
    return std::any_of(without.begin(), without.end(), [&](CodeId named) {
      const std::vector<CodeId> all = books.subtree(named);
      return std::find(all.begin(), all.end(), other) != all.end();
    });
  });
}

/// The codes that a code waits for.
std::vector<CodeId> prerequisites(const Codebooks& books, CodeId id) {
  std::vector<CodeId> wanted;
  const auto add = [&](CodeId named) {
    const std::vector<CodeId> all = books.subtree(named);
    wanted.insert(wanted.end(), all.begin(), all.end());
  };
  for (const Rule& rule : books.code(id).rules) {
    for (const auto& list : rule.conditions.has) std::for_each(list.begin(), list.end(), add);
    std::for_each(rule.conditions.without.begin(), rule.conditions.without.end(), add);
  }
  return wanted;
}

void report_circle(const Codebooks& books, CodeId id, CodeId wanted, Sink& sink) {
  const Code& code = books.code(id);
  const SourceFile& file = *books.book(code.book).file;
  if (wanted == id) {
    sink.report(Kind::code_cycle, file, code.place, fmt::format("whether `{}` is coded depends on itself", code.name),
                fmt::format("take it out of `{}`", forbids(books, code, id) ? "without" : "has"));
  } else {
    sink.report(Kind::code_cycle, file, code.place,
                fmt::format("whether `{}` is coded depends on `{}`, and the other way round", code.name,
                            books.code(wanted).name),
                "take one of them out of `has` or `without`");
  }
}

}  // namespace

void order_codes(Codebooks& books, Sink& sink) {
  enum class Mark : std::uint8_t { fresh, open, done };
  struct Visit {
    CodeId id;
    std::vector<CodeId> wanted;
    std::size_t next = 0;
  };
  std::vector<Mark> marks(books.codes.size(), Mark::fresh);
  std::vector<Visit> path;  // depth first, with a path of our own: a chain of codes may be long
  for (std::size_t root = 0; root < books.codes.size(); ++root) {
    if (marks[root] != Mark::fresh) continue;
    marks[root] = Mark::open;
    path.push_back({CodeId(root), prerequisites(books, CodeId(root))});
    while (!path.empty()) {
      Visit& visit = path.back();
      if (visit.next == visit.wanted.size()) {
        marks[visit.id.index()] = Mark::done;
        books.coding_order.push_back(visit.id);
        path.pop_back();
        continue;
      }
      const CodeId wanted = visit.wanted[visit.next++];
      Mark& mark = marks[wanted.index()];
      if (mark == Mark::open) {
        report_circle(books, visit.id, wanted, sink);
      } else if (mark == Mark::fresh) {
        mark = Mark::open;
        path.push_back({wanted, prerequisites(books, wanted)});
      }
    }
  }
}

}  // namespace etic
