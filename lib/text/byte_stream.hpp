#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace etic {

/// Bytes that come one after the other: of a file, of a pipe, of what is packed in either.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Fills the front of `bytes`, which must not be empty, and returns how many came; 0: there are no more, or none can
  /// be had, and `trouble` says why.
  [[nodiscard]] virtual std::size_t read(std::span<char> bytes) = 0;

  /// Why reading stopped before the end; empty where it did not.
  [[nodiscard]] virtual std::string trouble() const { return {}; }

  /// How many bytes were taken from where they lie, packed or not.
  [[nodiscard]] virtual std::uint64_t position() const = 0;

  /// How many there are, where that is known.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
};

/// A stream whose begin can be looked at before it is read.
class BegunStream final : public ByteStream {
 public:
  /// Reads up to `bytes` ahead.
  BegunStream(std::unique_ptr<ByteStream> rest, std::size_t bytes) : rest_(std::move(rest)), begin_(bytes, '\0') {
    std::size_t filled = 0;
    for (std::size_t got = 1; got > 0 && filled < bytes; filled += got)
      got = rest_->read(std::span(begin_).subspan(filled));
    begin_.resize(filled);
  }

  [[nodiscard]] std::string_view begin() const { return begin_; }

  [[nodiscard]] std::size_t read(std::span<char> bytes) override {
    if (at_ == begin_.size()) return rest_->read(bytes);
    const std::size_t taken = begin_.copy(bytes.data(), bytes.size(), at_);
    at_ += taken;
    return taken;
  }
  [[nodiscard]] std::string trouble() const override { return at_ < begin_.size() ? "" : rest_->trouble(); }
  [[nodiscard]] std::uint64_t position() const override { return rest_->position(); }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return rest_->size(); }

 private:
  std::unique_ptr<ByteStream> rest_;
  std::string begin_;
  std::size_t at_ = 0;
};

/// The bytes of a text in memory.
class TextStream final : public ByteStream {
 public:
  explicit TextStream(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] std::size_t read(std::span<char> bytes) override {
    const std::size_t taken = text_.copy(bytes.data(), bytes.size(), at_);
    at_ += taken;
    return taken;
  }
  [[nodiscard]] std::uint64_t position() const override { return at_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace etic
