// SPDX-License-Identifier: GPL-2.0-or-later
#include "ordered_work.hpp"

namespace pinlex {

std::optional<std::size_t> WorkQueue::next() {
  std::unique_lock<std::mutex> lock(mutex_);
  room_.wait(lock, [&] {
    return stopped_ || given_ == weights_.size() || given_ == taken_ ||
           under_way_ + weights_[given_] <= limit_;
  });
  if (stopped_ || given_ == weights_.size()) return std::nullopt;
  under_way_ += weights_[given_];
  return given_++;
}

void WorkQueue::made(std::size_t number) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    made_[number] = true;
  }
  progress_.notify_one();
}

bool WorkQueue::wait_for(std::size_t number) {
  std::unique_lock<std::mutex> lock(mutex_);
  progress_.wait(lock, [&] { return stopped_ || made_[number]; });
  return made_[number];
}

void WorkQueue::taken(std::size_t number) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    under_way_ -= weights_[number];
    taken_ = number + 1;
  }
  room_.notify_all();
}

void WorkQueue::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
  }
  room_.notify_all();
  progress_.notify_all();
}

}  // namespace pinlex
