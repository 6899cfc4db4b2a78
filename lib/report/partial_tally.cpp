#include "report/partial_tally.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "analysis/matrix_sum.hpp"

namespace etic {
namespace {

using Json = nlohmann::json;

constexpr std::string_view schema = "etic-partial/1";

Json to_json(const std::vector<AxisItem>& items) {
  Json array = Json::array();
  for (const AxisItem& item : items) array.push_back({item.key, item.label, item.indent, item.strong, item.rank});
  return array;
}

Json to_json(const std::vector<Count>& counts) {
  Json array = Json::array();
  for (const Count& count : counts) array.push_back({static_cast<int>(count.state), count.n, count.base});
  return array;
}

std::vector<AxisItem> items_of(const Json& array) {
  std::vector<AxisItem> items;
  for (const Json& entry : array)
    items.push_back({entry.at(0).get<std::string>(), entry.at(1).get<std::string>(), entry.at(2).get<int>(),
                     entry.at(3).get<bool>(), std::nullopt, entry.at(4).get<std::uint64_t>()});
  return items;
}

std::vector<Count> counts_of(const Json& array, std::size_t size) {
  std::vector<Count> counts;
  for (const Json& entry : array) {
    const int state = entry.at(0).get<int>();
    if (state < 0 || state > static_cast<int>(Count::State::counted)) throw std::out_of_range("no such state");
    counts.push_back(
        {static_cast<Count::State>(state), entry.at(1).get<std::int64_t>(), entry.at(2).get<std::int64_t>()});
  }
  if (counts.size() != size) throw std::out_of_range("not as many counts as rows or columns");
  return counts;
}

/// What must be alike in all shards.
std::string settings(const PartialTally& partial) {
  const CountingText& text = partial.text;
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", partial.by, static_cast<int>(partial.percent),
                     static_cast<int>(text.unit), static_cast<int>(text.base), fmt::join(text.where, "&"), text.among,
                     text.only_asked, text.coded_by);
}

bool same_rows(const Matrix& a, const Matrix& b) {
  return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const AxisItem& x, const AxisItem& y) { return x.key == y.key && x.label == y.label; });
}

}  // namespace

std::string partial_json(const PartialTally& partial) {
  const CountingText& text = partial.text;
  Json json;
  json["schema"] = schema;
  json["command"] = "tally";
  json["by"] = partial.by;
  json["percent"] = static_cast<int>(partial.percent);
  json["count"] = static_cast<int>(text.unit);
  json["base"] = static_cast<int>(text.base);
  json["where"] = text.where;
  json["among"] = text.among;
  json["only_asked"] = text.only_asked;
  json["coder"] = text.coder;
  json["coded_by"] = text.coded_by;
  json["files"] = partial.files;
  json["rows"] = to_json(partial.tally.rows);
  json["columns"] = to_json(partial.tally.columns);
  json["cells"] = Json::array();
  for (const std::vector<Count>& row : partial.tally.cells) json["cells"].push_back(to_json(row));
  json["row_totals"] = to_json(partial.tally.row_totals);
  json["joint_answers"] = partial.tally.joint_answers;
  json["respondents"] = partial.respondents;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<PartialTally> read_partial(const SourceFile& file, Sink& sink) {
  const auto fail = [&](std::string_view why) {
    sink.report(Kind::invalid_partial, file.path(), fmt::format("this is no file of partial counts: {}", why),
                "`etic tally --partial -o FILE` writes one");
    return std::nullopt;
  };
  try {
    const Json json = Json::parse(file.bytes().substr(file.bom_size()));
    if (!json.is_object() || json.value("schema", "") != schema) return fail("its schema is not `etic-partial/1`");
    PartialTally partial;
    partial.path = file.path();
    partial.by = json.at("by").get<std::string>();
    const auto choice = [&](const char* key, int most) {
      const int value = json.at(key).get<int>();
      if (value < 0 || value > most) throw std::out_of_range(fmt::format("`{}` is out of its range", key));
      return value;
    };
    partial.percent = static_cast<Percent>(choice("percent", static_cast<int>(Percent::column)));
    partial.text.unit = static_cast<Unit>(choice("count", static_cast<int>(Unit::segments)));
    partial.text.base = static_cast<BaseRule>(choice("base", static_cast<int>(BaseRule::substantive)));
    partial.text.where = json.at("where").get<std::vector<std::string>>();
    partial.text.among = json.at("among").get<std::string>();
    partial.text.only_asked = json.at("only_asked").get<bool>();
    partial.text.coder = json.at("coder").get<std::string>();
    partial.text.coded_by = json.at("coded_by").get<std::string>();
    partial.files = json.at("files").get<std::vector<std::string>>();
    partial.respondents = json.at("respondents").get<std::vector<std::string>>();
    Matrix& tally = partial.tally;
    tally.rows = items_of(json.at("rows"));
    tally.columns = items_of(json.at("columns"));
    for (const Json& row : json.at("cells")) tally.cells.push_back(counts_of(row, tally.columns.size()));
    if (tally.cells.size() != tally.rows.size()) return fail("not as many counts as rows");
    tally.row_totals = counts_of(json.at("row_totals"), tally.rows.size());
    tally.joint_answers = json.at("joint_answers").get<std::size_t>();
    return partial;
  } catch (const Json::exception&) {
    return fail("it is cut short, or something in it is not what should be there");
  } catch (const std::out_of_range& error) {
    return fail(error.what());
  }
}

PartialTally merge(const std::vector<PartialTally>& partials, Sink& sink) {
  PartialTally whole = partials.front();
  std::map<std::string_view, const PartialTally*> counted;
  std::map<std::string_view, const PartialTally*> read;
  MatrixSum sum;
  std::uint64_t shard = 0;
  for (const PartialTally& partial : partials) {
    if (settings(partial) != settings(whole) || !same_rows(partial.tally, whole.tally))
      sink.report(Kind::invalid_partial, partial.path, fmt::format("it does not count what {} counts", whole.path),
                  "all shards want the same command, codebooks and options");
    for (const std::string& name : partial.respondents) {
      const auto [first, fresh] = counted.emplace(name, &partial);
      if (!fresh)
        sink.report(Kind::split_respondent, partial.path,
                    fmt::format("{} is counted here and in {}", name, first->second->path),
                    "put all rows of a respondent into one shard, and transcripts into one only");
    }
    for (const std::string& path : partial.files) {
      const auto [first, fresh] = read.emplace(path, &partial);
      if (!fresh && path != "-")
        sink.report(Kind::split_respondent, partial.path,
                    fmt::format("{} is counted here and in {}", path, first->second->path), "count each file once");
    }
    Matrix tally = partial.tally;
    if (whole.by == "respondent") {  // in the order of the shards
      for (AxisItem& item : tally.columns) {
        if (item.rank != AxisItem::unranked) item.rank += shard << 48;
      }
      ++shard;
    }
    sum.add(tally);
  }
  whole.tally = sum.take();
  return whole;
}

}  // namespace etic
