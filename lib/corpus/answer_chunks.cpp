#include "corpus/answer_chunks.hpp"

#include <fmt/format.h>
#include <utility>

#include "text/unpacking.hpp"

namespace etic {
namespace {

std::string path_of(const AnswerFile& file, const std::string& folder) {
  return file.is_of_study && file.path != standard_input ? join_path(folder, file.path) : file.path;
}

}  // namespace

AnswerChunks::AnswerChunks(const FileTree& files, std::string folder, const Study& study, std::size_t size)
    : files_(files), folder_(std::move(folder)), study_(study), size_(size) {
  for (const AnswerFile& file : study.answer_files) {
    std::optional<std::uint64_t> bytes;
    if (file.path != standard_input && !file.path.empty()) {
      const FileTree::Opened opened = files.open(path_of(file, folder_));
      if (opened.stream) bytes = opened.stream->size();
    }
    whole_size_ = whole_size_ && bytes ? std::optional(*whole_size_ + *bytes) : std::nullopt;
  }
}

std::optional<AnswerChunks::Chunk> AnswerChunks::next(Sink& sink) {
  for (;;) {
    if (!rows_ && next_file_ == study_.answer_files.size()) return std::nullopt;
    if (!rows_ && !open_next(sink)) continue;
    std::optional<RowChunk> rows = rows_->next();
    if (rows && (reader_ || make_reader(*rows, sink))) return Chunk{reader_, std::move(*rows), position()};
    if (!rows && !reader_ && rows_->stream().trouble().empty())
      sink.report(Kind::empty_file, path_, "the file is empty");
    close(sink);
  }
}

bool AnswerChunks::open_next(Sink& sink) {
  constexpr std::size_t telling = 4096;  // bytes of a file's begin
  const AnswerFile& file = study_.answer_files[next_file_++];
  if (file.path.empty()) return false;  // reported where it should have been named
  path_ = path_of(file, folder_);
  FileTree::Opened opened = files_.open(path_);
  if (!opened.stream) {
    sink.report(Kind::unreadable_file, path_, fmt::format("cannot be read: {}", opened.trouble));
    return false;
  }
  auto packed = std::make_unique<BegunStream>(std::move(opened.stream), telling);
  const std::string_view packing = packing_by_look(packed->begin());
  auto plain = std::make_unique<BegunStream>(unpacked(std::move(packed), packing), telling);
  format_ = row_format_of(path_).value_or(row_format_by_look(plain->begin()));
  rows_ = std::make_unique<RowChunks>(std::move(plain), format_, size_);
  return true;
}

bool AnswerChunks::make_reader(const RowChunk& first, Sink& sink) {
  const std::size_t errors = sink.error_count();
  const SourceFile begin(path_, first.bytes);
  const auto number = static_cast<std::uint32_t>(next_file_ - 1);
  reader_ = std::make_shared<const AnswerReader>(study_, study_.answer_files[number], number, format_, begin, sink);
  readers_.emplace_back(path_, reader_);
  return sink.error_count() == errors;
}

void AnswerChunks::report_missing_columns(Sink& sink) const {
  for (const auto& [path, reader] : readers_) {
    for (const std::string& column : reader->missing_columns())
      sink.report(Kind::missing_column, path, fmt::format("no row has a `{}`", column));
  }
}

void AnswerChunks::close(Sink& sink) {
  if (const std::string trouble = rows_->stream().trouble(); !trouble.empty())
    sink.report(Kind::unreadable_file, path_, fmt::format("cannot be read: {}", trouble));
  position_before_ = position();
  rows_.reset();
  reader_.reset();
}

}  // namespace etic
