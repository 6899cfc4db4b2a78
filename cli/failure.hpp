#pragma once

#include <stdexcept>
#include <string>

namespace etic::cli {

/// Ends a command with an exit code; what there is to say has been said, or is said by the app.
class Failure : public std::runtime_error {
 public:
  Failure(int code, const std::string& message = {}) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const { return code_; }

 private:
  int code_;
};

}  // namespace etic::cli
