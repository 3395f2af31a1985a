// SPDX-License-Identifier: GPL-2.0-or-later
// A reader for the cage that does what its file says: each of the things a caged reader may not do.
#include "caged.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace pinlex;

Document spoken(std::string_view bytes) {
  Document document;
  document.format = "spoken";
  Block block;
  block.lines.emplace_back();
  block.lines.front().append(bytes, 0);
  document.blocks.push_back(std::move(block));
  return document;
}

/// Says what the system answered, so that a test can tell a refusal from a success.
Document answered(int result) {
  Document document;
  document.format = result < 0 ? "not permitted" : "done";
  return document;
}

void loop() {
  volatile bool on = true;
  while (on) {
  }
}

void hog(std::vector<std::string>& kept) {
  for (;;) kept.emplace_back(16 << 20, 'x');
}

Document flood(std::string_view bytes) {
  Document document = spoken(bytes);
  for (int i = 0; i < 100'000; ++i) document.blocks.push_back(document.blocks.front());
  return document;
}

unsigned sink(unsigned depth) {
  volatile char room[4096] = {};
  room[0] = static_cast<char>(depth);
  return depth == 0 ? 0 : sink(depth + 1) + static_cast<unsigned>(room[0]);
}

Result<Document> misbehave(std::string_view bytes, std::string_view name) {
  std::vector<std::string> kept;
  if (bytes == "crash") {
    std::signal(SIGSEGV, SIG_DFL);  // Sanitizers end otherwise.
    std::raise(SIGSEGV);
  }
  if (bytes == "abort") std::abort();
  if (bytes == "sink") static_cast<void>(sink(1));
  if (bytes == "exit") ::_exit(7);
  if (bytes == "loop") loop();
  if (bytes == "wait") {
    for (;;) ::pause();
  }
  if (bytes == "hog") hog(kept);
  if (bytes == "flood") return flood(bytes);
  if (bytes == "throw") throw std::runtime_error("no such object");
  if (bytes == "socket") return answered(::socket(AF_INET, SOCK_STREAM, 0));
  if (bytes == "write") return answered(::open("written", O_WRONLY | O_CREAT, 0600));
  if (bytes == "fork") return answered(::fork());
  if (bytes == "babble") {
    static_cast<void>(!::write(STDOUT_FILENO, "babble", 6));
    ::_exit(0);
  }
  if (bytes == "late") {
    static_cast<void>(!::write(STDOUT_FILENO, "pinlex document 1\n", 18));
    ::_exit(0);
  }
  if (bytes == "refuse") return fail(Code::inputs_refused, "4: a page is missing", "look for it");
  if (bytes == "name") return spoken(name);
  return spoken(bytes);
}

}  // namespace

int main(int count, char** arguments) { return pinlex::read_in_cage(count, arguments, misbehave); }
