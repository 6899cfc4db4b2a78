#include "yaml/mapping_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "diagnostics/hint.hpp"

namespace etic {
namespace {

std::string_view name_of(YamlNode::Type type) {
  switch (type) {
    case YamlNode::Type::scalar:
      return "a single value";
    case YamlNode::Type::sequence:
      return "a list";
    case YamlNode::Type::mapping:
      return "a mapping";
    case YamlNode::Type::refused:
      return "nothing";
  }
  return "nothing";
}

}  // namespace

MappingReader::MappingReader(const YamlNode& node, std::string what, const SourceFile& file, Sink& sink)
    : node_(node), what_(std::move(what)), file_(file), sink_(sink) {
  if (!node.is_mapping() && !node.is_refused()) report_wrong_type(node, what_, "a mapping (`key: value`)", file, sink);
}

const YamlNode* MappingReader::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  for (const auto& [name, value] : node_.entries) {
    if (name.text == key) return value.is_refused() ? nullptr : &value;
  }
  return nullptr;
}

std::optional<Text> MappingReader::text(std::string_view key) {
  const YamlNode* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_scalar()) return Text{value->text, value};
  report_wrong_type(*value, fmt::format("`{}`", key), "a single value", file_, sink_);
  return std::nullopt;
}

std::vector<Text> MappingReader::texts(std::string_view key) {
  const YamlNode* value = find(key);
  return value == nullptr ? std::vector<Text>{} : read_texts(*value, file_, sink_, fmt::format("`{}`", key));
}

std::optional<std::int64_t> MappingReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const std::optional<Text> written = text(key);
  if (!written) return std::nullopt;
  std::int64_t number = 0;
  const char* end = written->text.data() + written->text.size();
  const auto [stop, error] = std::from_chars(written->text.data(), end, number);
  if (error == std::errc() && stop == end && number >= least && number <= most) return number;
  sink_.report(Kind::wrong_value, file_, written->node->span,
               fmt::format("`{}` wants a whole number from {} to {}", key, least, most));
  return std::nullopt;
}

const YamlNode* MappingReader::sequence(std::string_view key) {
  const YamlNode* value = find(key);
  if (value == nullptr || value->is_sequence()) return value;
  report_wrong_type(*value, fmt::format("`{}`", key), "a list", file_, sink_);
  return nullptr;
}

const YamlNode* MappingReader::mapping(std::string_view key) {
  const YamlNode* value = find(key);
  if (value == nullptr || value->is_mapping()) return value;
  report_wrong_type(*value, fmt::format("`{}`", key), "a mapping (`key: value`)", file_, sink_);
  return nullptr;
}

Span MappingReader::place_of(std::string_view key) const {
  return std::find_if(node_.entries.begin(), node_.entries.end(),
                      [&](const auto& entry) { return entry.first.text == key; })
      ->first.span;
}

void MappingReader::require(std::string_view key, Span where) {
  if (!node_.is_mapping() || node_.cut || has(key)) return;
  sink_.report(Kind::missing_key, file_, where, fmt::format("{} has no `{}`", what_, key));
}

void MappingReader::refuse(std::string_view key, Kind kind, std::string message, std::string hint) {
  refused_.emplace_back(key);
  sink_.report(kind, file_, place_of(key), std::move(message), std::move(hint));
}

bool MappingReader::has(std::string_view key) const {
  return std::any_of(node_.entries.begin(), node_.entries.end(),
                     [&](const auto& entry) { return entry.first.text == key; });
}

void MappingReader::finish() {
  for (const auto& [name, value] : node_.entries) {
    if (sink_.is_full(file_.path())) return;
    const auto among = [&name = name](const std::vector<std::string>& keys) {
      return std::find(keys.begin(), keys.end(), name.text) != keys.end();
    };
    if (among(asked_) || among(refused_)) continue;
    const std::string near = did_you_mean(name.text, asked_);
    sink_.report(Kind::unknown_key, file_, name.span, fmt::format("`{}` is no key of {}", name.text, what_),
                 near.empty() ? fmt::format("its keys are {}", fmt::join(asked_, ", ")) : near);
  }
}

std::vector<Text> read_texts(const YamlNode& node, const SourceFile& file, Sink& sink, std::string_view what) {
  std::vector<Text> texts;
  if (node.is_scalar()) texts.push_back({node.text, &node});
  if (node.is_mapping()) report_wrong_type(node, what, "one value or a list of them", file, sink);
  for (const YamlNode& item : node.items) {
    if (item.is_scalar()) {
      texts.push_back({item.text, &item});
    } else if (!item.is_refused()) {
      sink.report(Kind::wrong_type, file, item.span,
                  fmt::format("an entry of {} wants a single value, not {}", what, name_of(item.type)),
                  item.is_mapping() ? "quote text that holds `: `" : "");
    }
  }
  return texts;
}

void report_wrong_type(const YamlNode& node, std::string_view what, std::string_view wanted, const SourceFile& file,
                       Sink& sink) {
  if (node.is_refused()) return;
  sink.report(Kind::wrong_type, file, node.span, fmt::format("{} wants {}, not {}", what, wanted, name_of(node.type)));
}

}  // namespace etic
