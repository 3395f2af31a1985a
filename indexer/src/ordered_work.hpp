// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace pinlex {

/// How work is spread.
struct WorkLimits {
  std::size_t jobs = 1;      ///< Threads that make things.
  std::uint64_t weight = 0;  ///< What may be under way or wait to be taken; one item may exceed it.
};

/// Hands out numbers from 0 to workers, in order, and says when the next one is made. Safe for
/// concurrent use.
class WorkQueue {
 public:
  WorkQueue(std::vector<std::uint64_t> weights, std::uint64_t limit)
      : weights_(std::move(weights)), made_(weights_.size(), false), limit_(limit) {}

  /// For workers: the next number, once there is room for it; none when all are given or work
  /// stopped.
  std::optional<std::size_t> next();
  void made(std::size_t number);

  /// For the one who takes: waits until `number` is made; false where work stopped before.
  bool wait_for(std::size_t number);
  void taken(std::size_t number);

  void stop();

 private:
  std::mutex mutex_;
  std::condition_variable room_, progress_;
  std::vector<std::uint64_t> weights_;
  std::vector<bool> made_;
  std::uint64_t limit_;
  std::uint64_t under_way_ = 0;
  std::size_t given_ = 0, taken_ = 0;
  bool stopped_ = false;
};

/// Makes one thing for each weight with `make(worker, number)` on threads, and gives them to
/// `take(number, thing)` on the calling thread in order, whatever the number of threads. `take`
/// returns whether to go on. An exception of either ends the work and comes out here.
template <typename Made>
void make_in_order(std::vector<std::uint64_t> weights, const WorkLimits& limits,
                   const std::function<Made(std::size_t, std::size_t)>& make,
                   const std::function<bool(std::size_t, Made)>& take) {
  const std::size_t count = weights.size();
  if (limits.jobs < 2) {
    for (std::size_t i = 0; i < count && take(i, make(0, i)); ++i) continue;
    return;
  }
  WorkQueue queue(std::move(weights), limits.weight);
  std::vector<std::unique_ptr<Made>> things(count);
  std::mutex failing;
  std::exception_ptr failure;
  const auto work = [&](std::size_t worker) {
    try {
      while (const auto number = queue.next()) {
        things[*number] = std::make_unique<Made>(make(worker, *number));
        queue.made(*number);
      }
    } catch (...) {
      const std::lock_guard<std::mutex> lock(failing);
      if (!failure) failure = std::current_exception();
      queue.stop();
    }
  };
  std::vector<std::thread> workers;
  // Ends the workers whatever happens here.
  struct Join {
    WorkQueue& queue;
    std::vector<std::thread>& workers;
    ~Join() {
      queue.stop();
      for (std::thread& worker : workers) worker.join();
    }
  };
  {
    const Join join{queue, workers};
    for (std::size_t worker = 0; worker < limits.jobs; ++worker) workers.emplace_back(work, worker);
    for (std::size_t i = 0; i < count && queue.wait_for(i); ++i) {
      Made thing = std::move(*things[i]);
      things[i].reset();
      const bool go_on = take(i, std::move(thing));
      queue.taken(i);
      if (!go_on) break;
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace pinlex
