#pragma once

#include "core/Result.h"
#include "encoder/Kernels.h"

#include <array>
#include <cstdint>
#include <memory>
#include <QFile>
#include <span>
#include <vector>

namespace Helmdesk
{

// One file with the encoder's weights, vocabulary and character table, made by tools/encoder/make_weights.py,
// mapped into memory and used in place.
//
// Format, little-endian: magic "HDENC\r\n\x1a", version, header length, file length, checksum of what follows
// the header, checksum of the header (itself taken as 0), shape, number of sections; at byte 128 the section
// table {kind, layer, offset, length}. Sections start at multiples of 64 bytes.
//
// Thread: const after opening, any thread. Ownership: spans live as long as the file object.
// Failure: NotFound, Io, Corrupt (damaged or cut short), TooNew (another version of the format).
class WeightFile
{
public:
    static constexpr std::size_t hidden = 384;
    static constexpr std::size_t layerCount = 6;
    static constexpr std::size_t heads = 12;
    static constexpr std::size_t headSize = hidden / heads;
    static constexpr std::size_t feedForward = 1536;
    static constexpr std::size_t positions = 256; // the most tokens of a text
    static constexpr std::size_t vocabularySize = 30522;

    using Linear = EncoderKernels::PackedMatrix<std::int8_t>;

    struct Norm {
        const float *gamma = nullptr;
        const float *beta = nullptr;
    };

    struct Layer {
        Linear attentionIn; // query (already divided by the root of the head size), key, value
        Linear attentionOut;
        Norm attentionNorm;
        Linear feedForwardIn;
        Linear feedForwardOut;
        Norm feedForwardNorm;
    };

    struct Vocabulary {
        std::span<const std::uint32_t> offsets; // piece i is text[offsets[i] .. offsets[i + 1])
        std::span<const char> text;
        std::span<const std::uint32_t> hashSlots; // open addressing by FNV-1a; 0 empty, else piece + 1
        std::size_t longestPiece = 0;             // in bytes, without ##
    };

    struct CharacterTable {
        std::span<const std::uint16_t> pages; // one for each 256 code points
        std::span<const std::uint32_t> entries;
        std::span<const std::uint32_t> expansions;
    };

    static Result<std::unique_ptr<WeightFile>> open(const QString &path);

    const std::int8_t *wordRow(std::size_t token) const { return m_wordRows + token * hidden; }
    float wordScale(std::size_t token) const { return m_wordScales[token]; }
    const float *position(std::size_t index) const { return m_positions + index * hidden; }
    const Norm &embeddingNorm() const { return m_embeddingNorm; }
    const Layer &layer(std::size_t index) const { return m_layers[index]; }
    const Vocabulary &vocabulary() const { return m_vocabulary; }
    const CharacterTable &characters() const { return m_characters; }

    // Names these weights: vectors of files with different fingerprints must not be compared.
    std::uint64_t fingerprint() const { return m_fingerprint; }

private:
    explicit WeightFile(const QString &path)
        : m_file(path)
    {
    }

    Result<> load();
    Result<> bindSections(std::span<const std::uint8_t> header);
    bool bindSection(std::uint32_t kind, std::uint32_t layer, std::span<const std::uint8_t> bytes);
    bool checkVocabulary() const;

    QFile m_file; // keeps the mapping alive
    const std::int8_t *m_wordRows = nullptr;
    const float *m_wordScales = nullptr;
    const float *m_positions = nullptr;
    Norm m_embeddingNorm;
    std::array<Layer, layerCount> m_layers{};
    Vocabulary m_vocabulary;
    CharacterTable m_characters;
    std::uint64_t m_fingerprint = 0;
};

} // namespace Helmdesk
