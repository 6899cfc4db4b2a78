#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/answer_reader.hpp"
#include "corpus/row_chunks.hpp"
#include "diagnostics/sink.hpp"
#include "study/study.hpp"
#include "text/file_tree.hpp"

namespace etic {

/// The answers of a study that stand in rows, file after file, a chunk at a time. Files may be packed; what a file is
/// that its name does not tell (standard input), its begin does.
class AnswerChunks {
 public:
  static constexpr std::size_t usual_size = std::size_t{1} << 20;  // bytes of a chunk

  AnswerChunks(const FileTree& files, std::string folder, const Study& study, std::size_t size = usual_size);

  struct Chunk {
    std::shared_ptr<const AnswerReader> reader;
    RowChunk rows;
    std::uint64_t position = 0;  // bytes taken so far from where they lie, packed or not
  };

  /// The next one; what is wrong with files as a whole goes to the sink. Nothing at the end.
  [[nodiscard]] std::optional<Chunk> next(Sink& sink);

  /// When all rows are read: reports the columns that must be there and are in no row of their file.
  void report_missing_columns(Sink& sink) const;

  /// How many bytes there are, where that is known of all files.
  [[nodiscard]] std::optional<std::uint64_t> size() const { return whole_size_; }

 private:
  [[nodiscard]] std::uint64_t position() const { return position_before_ + rows_->stream().position(); }
  [[nodiscard]] bool open_next(Sink& sink);
  [[nodiscard]] bool make_reader(const RowChunk& first, Sink& sink);
  void close(Sink& sink);

  const FileTree& files_;
  std::string folder_;
  const Study& study_;
  std::size_t size_;
  std::size_t next_file_ = 0;

  // Of the open file:
  std::string path_;
  RowFormat format_ = RowFormat::csv;
  std::unique_ptr<RowChunks> rows_;
  std::shared_ptr<const AnswerReader> reader_;  // made of the first chunk

  std::vector<std::pair<std::string, std::shared_ptr<const AnswerReader>>> readers_;  // of all files opened, by path
  std::uint64_t position_before_ = 0;
  std::optional<std::uint64_t> whole_size_ = 0;
};

}  // namespace etic
