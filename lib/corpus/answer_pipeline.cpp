#include "corpus/answer_pipeline.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace etic {
namespace {

/// Lets threads through one at a time, in the order of their tickets.
class Turnstile {
 public:
  /// Does it when the ticket's turn has come; not at all where all was called off. Whether it was done.
  template <class Action>
  bool pass(std::uint64_t ticket, Action action) {
    std::unique_lock lock(mutex_);
    turn_came_.wait(lock, [&] { return is_called_off_ || turn_ == ticket; });
    if (is_called_off_) return false;
    action();
    ++turn_;
    turn_came_.notify_all();
    return true;
  }

  void call_off() {
    const std::lock_guard lock(mutex_);
    is_called_off_ = true;
    turn_came_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable turn_came_;
  std::uint64_t turn_ = 0;
  bool is_called_off_ = false;
};

class Pipeline {
 public:
  Pipeline(AnswerChunks& chunks, RespondentRegister& people, bool keep_going, Sink& sink)
      : chunks_(chunks), people_(people), keep_going_(keep_going), sink_(sink) {}

  void run(std::size_t threads, const std::function<std::unique_ptr<PartHandler>()>& make_handler) {
    std::vector<std::thread> others;
    try {
      for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&] { work(make_handler); });
    } catch (const std::system_error&) {  // no more threads are to be had: those that there are do it all
    }
    work(make_handler);
    for (std::thread& other : others) other.join();
    chunks_.report_missing_columns(sink_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work(const std::function<std::unique_ptr<PartHandler>()>& make_handler) {
    try {
      const std::unique_ptr<PartHandler> handler = make_handler();
      while (handle_next(*handler)) {
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      ended_ = true;
      admission_.call_off();
      delivery_.call_off();
    }
  }

  bool handle_next(PartHandler& handler) {
    std::optional<AnswerChunks::Chunk> chunk;
    Sink trouble_with_files;
    std::uint64_t ticket = 0;
    {
      const std::lock_guard lock(mutex_);
      if (ended_) return false;
      chunk = chunks_.next(trouble_with_files);
      ended_ = !chunk;
      ticket = tickets_++;
    }
    std::optional<AnswerPart> part;
    if (chunk) {
      part = chunk->reader->read(std::move(chunk->rows));
      part->position = chunk->position;
    }
    std::vector<std::uint32_t> numbers;
    bool is_sound = true;
    const bool admitted = admission_.pass(ticket, [&] {
      sink_.append(trouble_with_files);
      if (!part) return;
      if (part->has_ids) numbers = people_.admit(*part);
      sink_.append(part->sink);
      is_sound = keep_going_ || sink_.error_count() == 0;
    });
    if (!admitted || !part) return false;
    const PartHandler::Delivery deliver = handler.handle(std::move(*part), numbers);
    return delivery_.pass(ticket, [&] {
      if (is_sound) deliver();
    });
  }

  AnswerChunks& chunks_;
  RespondentRegister& people_;
  bool keep_going_;
  Sink& sink_;
  std::mutex mutex_;
  std::uint64_t tickets_ = 0;
  bool ended_ = false;
  Turnstile admission_;
  Turnstile delivery_;
  std::exception_ptr failure_;
};

}  // namespace

void run_through(AnswerChunks& chunks, RespondentRegister& people, std::size_t threads, bool keep_going,
                 const std::function<std::unique_ptr<PartHandler>()>& make_handler, Sink& sink) {
  Pipeline(chunks, people, keep_going, sink).run(threads, make_handler);
}

}  // namespace etic
