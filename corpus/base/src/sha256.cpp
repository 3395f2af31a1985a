// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/sha256.hpp>

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace pinlex {

// Nettle is as fast as OpenSSL here, which takes every program two milliseconds to load and start.
struct Sha256::Impl {
  sha256_ctx context;
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) { sha256_init(&impl_->context); }

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  sha256_update(&impl_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&impl_->context, digest.size(), digest.data());
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.hex();
}

}  // namespace pinlex
