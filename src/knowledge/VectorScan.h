#pragma once

#include <cstddef>
#include <cstdint>

// Integer dot products of one query with many rows, for the exhaustive scan of the vector leg and for late
// interaction. Each call picks the best form for this processor (Highway); all give the same integers.
// Thread: any. Memory belongs to the caller and needs no alignment.
namespace Helmdesk::VectorScan
{

// out[r] = sum over i of rows[r * width + i] * query[i]. `width` is a multiple of 32 and at most 512; |query|
// stays below 8192, so that no sum leaves 32 bits.
void dotRows(const std::int8_t *rows, std::size_t count, std::size_t width, const std::int16_t *query,
             std::int32_t *out);

// Of two rows of unit vectors in 16 and 14 bits; the sum fits because both have unit length. `width` as
// above.
std::int32_t dot(const std::int16_t *row, const std::int16_t *query, std::size_t width);

} // namespace Helmdesk::VectorScan
