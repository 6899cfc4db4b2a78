#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <yaml-cpp/eventhandler.h>

#include "diagnostics/sink.hpp"
#include "text/source_file.hpp"
#include "yaml/node.hpp"

namespace etic {

inline constexpr std::size_t deepest_yaml = 64;

/// Thrown out of the events where going on makes no sense; all is reported by then.
struct ParsingEnded {};

/// Builds the tree from yaml-cpp's events and refuses what etic does not take. Holds a stack of open nodes.
class TreeBuilder final : public YAML::EventHandler {
 public:
  /// What is being parsed: a stretch of the file, of which the parser saw `text`, as long as the stretch and different
  /// from it in the bytes of `replaced` only.
  struct Source {
    const SourceFile& file;
    Span where;
    std::string_view text;
    const std::set<std::size_t>& replaced;
  };

  TreeBuilder(const Source& source, Sink& sink);

  /// What stands so far, with collections that are still open closed and marked as cut, and those in brackets refused.
  [[nodiscard]] YamlNode take();

  /// Offsets in the text of the brackets that are open, the innermost last.
  [[nodiscard]] std::vector<std::size_t> open_brackets() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

 private:
  struct Open {
    YamlNode node;
    bool in_brackets = false;
    std::map<std::string, std::uint32_t> keys;  // where each first stands
    bool awaits_value = false;
    YamlNode key;
  };

  void report(Kind kind, std::size_t begin, std::size_t end, std::string message, std::string hint);
  void refuse_tag(const YAML::Mark& mark, const std::string& tag);
  void refuse_absent_value(std::size_t at);
  void refuse_second_document(std::size_t at);
  void check_characters(const YamlNode& node);
  void open(YamlNode::Type type, const YAML::Mark& mark, YAML::EmitterStyle::value style);
  void close();
  void add(YamlNode node);
  void add_to_mapping(Open& mapping, YamlNode node);
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;
  [[nodiscard]] bool awaits_value() const { return !open_.empty() && open_.back().awaits_value; }

  Source source_;
  Sink& sink_;
  bool started_ = false;
  bool taken_ = false;
  std::vector<Open> open_;
  YamlNode root_;
};

}  // namespace etic
