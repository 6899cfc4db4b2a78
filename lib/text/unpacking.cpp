#include "text/unpacking.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <zlib.h>
#include <zstd.h>

namespace etic {
namespace {

constexpr std::string_view gzip_ending = ".gz";
constexpr std::string_view zstandard_ending = ".zst";

constexpr const char* cut_short = "it ends before what is packed in it does";

/// Packed bytes, a portion at a time.
class PackedBytes {
 public:
  explicit PackedBytes(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  /// What is left of the portion, or the next one; empty at the end.
  [[nodiscard]] std::span<char> rest() {
    if (begin_ == end_) {
      begin_ = 0;
      end_ = stream_->read(portion_);
    }
    return std::span(portion_).subspan(begin_, end_ - begin_);
  }
  void take(std::size_t bytes) { begin_ += bytes; }

  [[nodiscard]] const ByteStream& stream() const { return *stream_; }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::array<char, 1 << 16> portion_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// What streams of both sorts have alike: packed bytes below, and what went wrong.
class UnpackedStream : public ByteStream {
 public:
  explicit UnpackedStream(std::unique_ptr<ByteStream> stream) : packed_(std::move(stream)) {}

  [[nodiscard]] std::string trouble() const override {
    const std::string below = packed_.stream().trouble();
    return below.empty() ? trouble_ : below;
  }
  [[nodiscard]] std::uint64_t position() const override { return packed_.stream().position(); }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return packed_.stream().size(); }

 protected:
  PackedBytes packed_;
  std::string trouble_;
};

class GzipStream final : public UnpackedStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> stream) : UnpackedStream(std::move(stream)) {
    constexpr int gzip_only = 16;
    if (inflateInit2(&inflater_, gzip_only + MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&inflater_); }

  [[nodiscard]] std::size_t read(std::span<char> bytes) override {
    while (trouble_.empty()) {
      const std::span<char> packed = packed_.rest();
      if (packed.empty()) {
        if (inside_member_) trouble_ = cut_short;
        return 0;
      }
      if (!inside_member_) inflateReset(&inflater_);
      inside_member_ = true;
      inflater_.next_in = reinterpret_cast<Bytef*>(packed.data());  // NOLINT: the library's bytes are unsigned
      inflater_.avail_in = static_cast<uInt>(packed.size());
      inflater_.next_out = reinterpret_cast<Bytef*>(bytes.data());  // NOLINT
      const std::size_t room = std::min(bytes.size(), most_at_once);
      inflater_.avail_out = static_cast<uInt>(room);
      const int result = inflate(&inflater_, Z_NO_FLUSH);
      packed_.take(packed.size() - inflater_.avail_in);
      if (result == Z_STREAM_END) inside_member_ = false;
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) trouble_ = "it is no sound gzip file";
      if (const std::size_t filled = room - inflater_.avail_out; filled > 0) return filled;
    }
    return 0;
  }

 private:
  static constexpr std::size_t most_at_once = std::size_t{1} << 30;

  z_stream inflater_{};
  bool inside_member_ = false;
};

class ZstandardStream final : public UnpackedStream {
 public:
  explicit ZstandardStream(std::unique_ptr<ByteStream> stream)
      : UnpackedStream(std::move(stream)), context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (context_ == nullptr) throw std::bad_alloc();
  }

  [[nodiscard]] std::size_t read(std::span<char> bytes) override {
    while (trouble_.empty()) {
      const std::span<char> packed = packed_.rest();
      ZSTD_inBuffer in{packed.data(), packed.size(), 0};
      ZSTD_outBuffer out{bytes.data(), bytes.size(), 0};
      const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
      packed_.take(in.pos);
      if (ZSTD_isError(result) != 0) trouble_ = "it is no sound Zstandard file";
      if (packed.empty() && out.pos == 0) {
        if (inside_frame_) trouble_ = cut_short;
        return 0;
      }
      if (!packed.empty()) inside_frame_ = result != 0;
      if (out.pos > 0) return out.pos;
    }
    return 0;
  }

 private:
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context_;
  bool inside_frame_ = false;
};

}  // namespace

std::string_view packing_of(std::string_view name) {
  for (const std::string_view ending : {gzip_ending, zstandard_ending}) {
    if (name.ends_with(ending)) return ending;
  }
  return {};
}

std::string_view packing_by_look(std::string_view begin) {
  if (begin.starts_with("\x1F\x8B")) return gzip_ending;
  if (begin.starts_with("\x28\xB5\x2F\xFD")) return zstandard_ending;
  return {};
}

std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream, std::string_view packing) {
  if (packing == gzip_ending) return std::make_unique<GzipStream>(std::move(stream));
  if (packing == zstandard_ending) return std::make_unique<ZstandardStream>(std::move(stream));
  return stream;
}

}  // namespace etic
