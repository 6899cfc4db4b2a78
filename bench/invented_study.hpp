#pragma once

#include <map>
#include <string>

/// The files of a study that nobody took part in: answers of 5 to 120 words, English function words and 20,000 invented
/// ones as often as their ranks let expect (Zipf), and under `codebooks/` books of 600 and 6,000 patterns (a third
/// words, a third stems, a third pairs of words) evenly from all ranks but the hundred most frequent. Always the same.
std::map<std::string, std::string> invented_study();
