#include <benchmark/benchmark.h>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/bearing.hpp"
#include "codebook/codebook_reader.hpp"
#include "coding/coded_corpus.hpp"
#include "coding/matcher.hpp"
#include "corpus/corpus_reader.hpp"
#include "invented_study.hpp"
#include "study/study_reader.hpp"
#include "text/file_tree.hpp"
#include "text/sentences.hpp"

// How fast the stages from text to codes are, each by itself, on text in memory and in one thread. Rates are bytes of
// answers a second.

namespace {

using namespace etic;

constexpr int copies = 80;  // of the bundled study: 8 MB of answers, more than the caches near the processor hold

std::string read_file(const FileTree& disk, const std::string& path) {
  std::optional<std::string> bytes = disk.read(path, std::size_t{1} << 30).bytes;
  if (!bytes) throw std::runtime_error(path + " cannot be read");
  return std::move(*bytes);
}

std::vector<std::string> files_below(const FileTree& disk, const std::string& folder) {
  return disk.files_below(folder).value_or(std::vector<std::string>{});
}

/// The front matter's respondents under names of the copy's own, as bench/multiply gives them: G1-17-03 in copy 17.
std::string in_copy(std::string transcript, int copy) {
  const std::size_t end = transcript.find("\n---\n");
  for (std::size_t at = transcript.find("respondent"); at < end; ++at) {
    if (transcript[at] == '\n' && transcript.compare(at + 1, 10, "respondent") != 0) break;
    if (transcript[at] == 'G' && transcript[at + 2] == '-') transcript.insert(at + 3, std::to_string(copy) + "-");
  }
  return transcript;
}

std::map<std::string, std::string> many_transcripts() {
  const DiskFiles disk;
  const std::string study = ETIC_STUDY;
  std::map<std::string, std::string> files{{"study.yaml", read_file(disk, study + "/study.yaml")}};
  for (const std::string& path : files_below(disk, study + "/transcripts")) {
    if (path.ends_with("README.md")) continue;
    const std::string transcript = read_file(disk, path);
    for (int copy = 1; copy <= copies; ++copy)
      files["transcripts/" + std::to_string(copy) + path.substr(path.rfind('/'))] = in_copy(transcript, copy);
  }
  for (const std::string& path : files_below(disk, study + "/codebooks"))
    files["codebooks/study/" + path.substr(path.rfind('/') + 1)] = read_file(disk, path);
  for (const char* number : {"600", "6000"}) {
    const std::string name = std::string("patterns-") + number + ".yaml";
    files[std::string("codebooks/") + number + "/" + name] = read_file(disk, ETIC_PATTERNS "/" + name);
  }
  return files;
}

struct Material {
  Material(std::map<std::string, std::string> texts, const std::vector<std::string>& folders)
      : files(std::move(texts)) {
    study = *read_study(files, ".", sink);
    corpus = read_corpus(files, ".", study, sink);
    for (const std::string& folder : folders) {
      study.codebooks_folder = "codebooks/" + folder;
      books.emplace(folder, read_codebooks(files, ".", study, sink));
    }
    for (const Answer& answer : corpus.answers) bytes += answer.body.size();
  }

  MemoryFiles files;
  Sink sink;
  Study study;
  Corpus corpus;
  std::int64_t bytes = 0;  // of the answers
  std::map<std::string, Codebooks> books;
};

/// The bundled study many times over, with its own books and with patterns that hit it again and again.
const Material& interviews() {
  static const Material instance(many_transcripts(), {"600", "6000", "study"});
  return instance;
}

/// Answers that bear a few codes each.
const Material& invented() {
  static const Material instance(invented_study(), {"600", "6000"});
  return instance;
}

using Text = const Material&();

void set_rate(benchmark::State& state, Text text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text().bytes);
}

template <class Cut>
void cut_answers(benchmark::State& state, Text text, Cut cut) {
  const Corpus& corpus = text().corpus;
  std::vector<Span> spans;
  for (auto _ : state) {
    for (const Answer& answer : corpus.answers) {
      spans.clear();
      cut(corpus.file_of(answer).slice(answer.body), 0, spans);
      benchmark::DoNotOptimize(spans.data());
    }
  }
  set_rate(state, text);
}

void cutting_words(benchmark::State& state, Text text) {
  cut_answers(state, text, [](std::string_view answer, std::uint32_t shift, std::vector<Span>& words) {
    cut_words(answer, shift, words);
  });
}
void cutting_sentences(benchmark::State& state, Text text) { cut_answers(state, text, cut_sentences); }

void reading_speech(benchmark::State& state, Text text) {
  const Corpus& corpus = text().corpus;
  Speech speech;
  for (auto _ : state) {
    for (const Answer& answer : corpus.answers) {
      speech.read(corpus.file_of(answer), answer, 0);
      benchmark::DoNotOptimize(speech.words.data());
    }
  }
  set_rate(state, text);
}

void matching(benchmark::State& state, Text text, const char* books) {
  const Corpus& corpus = text().corpus;
  const CompiledRules rules(text().books.at(books));
  Matcher matcher(rules);
  std::vector<Speech> speeches(corpus.answers.size());
  for (std::size_t i = 0; i < speeches.size(); ++i)
    speeches[i].read(corpus.file_of(corpus.answers[i]), corpus.answers[i], 0);
  std::vector<Match> matches;
  std::int64_t found = 0;
  for (auto _ : state) {
    for (std::size_t i = 0; i < speeches.size(); ++i) {
      const Answer& answer = corpus.answers[i];
      matches.clear();
      matcher.match(speeches[i], answer.question, matches);
      found += static_cast<std::int64_t>(matches.size());
    }
  }
  set_rate(state, text);
  state.counters["matches"] = static_cast<double>(found) / static_cast<double>(state.iterations());
}

void coding(benchmark::State& state, Text text, const char* books) {
  const Material& material = text();
  for (auto _ : state) {
    const CodedCorpus coded = code_by_rules(material.study, material.corpus, material.books.at(books));
    benchmark::DoNotOptimize(coded.codings.data());
  }
  set_rate(state, text);
}

void bearing(benchmark::State& state, Text text, const char* books) {
  const Material& material = text();
  for (auto _ : state) {
    const Bearing borne(code_by_rules(material.study, material.corpus, material.books.at(books), Extent::codes));
    benchmark::DoNotOptimize(&borne);
  }
  set_rate(state, text);
}

#define ON_BOTH_TEXTS(stage)                                                       \
  BENCHMARK_CAPTURE(stage, interviews, interviews)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(stage, invented, invented)->Unit(benchmark::kMillisecond)
#define WITH_ALL_BOOKS(stage)                                                                   \
  BENCHMARK_CAPTURE(stage, invented_600, invented, "600")->Unit(benchmark::kMillisecond);       \
  BENCHMARK_CAPTURE(stage, invented_6000, invented, "6000")->Unit(benchmark::kMillisecond);     \
  BENCHMARK_CAPTURE(stage, interviews_600, interviews, "600")->Unit(benchmark::kMillisecond);   \
  BENCHMARK_CAPTURE(stage, interviews_6000, interviews, "6000")->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(stage, interviews_study, interviews, "study")->Unit(benchmark::kMillisecond)

ON_BOTH_TEXTS(cutting_words);
ON_BOTH_TEXTS(cutting_sentences);
ON_BOTH_TEXTS(reading_speech);
WITH_ALL_BOOKS(matching);
WITH_ALL_BOOKS(coding);
WITH_ALL_BOOKS(bearing);

}  // namespace

BENCHMARK_MAIN();
