#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "corpus/answer_chunks.hpp"
#include "corpus/respondent_register.hpp"

namespace etic {

/// What is done with the parts of answers in rows. Parts are handled by several threads at once; what they hand over
/// is delivered one after the other, in the rows' order, so that it makes no difference how many threads there are.
class PartHandler {
 public:
  virtual ~PartHandler() = default;

  using Delivery = std::function<void()>;

  /// Handles a part, while others handle others; `numbers` are its respondents' in the register. What is to be done in
  /// order is returned. Each thread has a handler of its own.
  [[nodiscard]] virtual Delivery handle(AnswerPart part, const std::vector<std::uint32_t>& numbers) = 0;
};

/// Reads all chunks, admits their parts to the register, and has them handled, on `threads` threads, each of which
/// makes itself a handler. Only so many parts are in memory at a time. What a handler or a delivery throws ends it all
/// and is thrown here. `sink` receives what is wrong, in order. From the first part on in which something is, nothing
/// is delivered, unless it is to go on.
void run_through(AnswerChunks& chunks, RespondentRegister& people, std::size_t threads, bool keep_going,
                 const std::function<std::unique_ptr<PartHandler>()>& make_handler, Sink& sink);

}  // namespace etic
