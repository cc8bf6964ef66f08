#include "encoder/WeightFile.h"

#include "core/BlockChecksum.h"

#include <bit>
#include <cstring>
#include <QFileInfo>

namespace Helmdesk
{
namespace
{

static_assert(std::endian::native == std::endian::little, "the weight file is used in place");

constexpr char magic[8] = {'H', 'D', 'E', 'N', 'C', '\r', '\n', '\x1a'};
constexpr std::uint32_t formatVersion = 1;
constexpr std::size_t fixedHeader = 128;
constexpr std::size_t alignment = BlockChecksum::blockBytes;
constexpr std::size_t slotCount = 65536;
constexpr std::size_t characterPages = 0x110000 / 256;

struct FileHeader {
    char magic[8];
    std::uint32_t version;
    std::uint32_t headerBytes;
    std::uint64_t fileBytes;
    std::uint64_t payloadChecksum;
    std::uint64_t headerChecksum;
    std::uint32_t hidden, layers, heads, feedForward, vocabulary, positions, hashSlots, longestPiece,
        sections;
};

struct SectionEntry {
    std::uint32_t kind;
    std::uint32_t layer;
    std::uint64_t offset;
    std::uint64_t bytes;
};

enum SectionKind : std::uint32_t {
    PieceOffsets = 1,
    PieceText,
    PieceSlots,
    CharacterPages,
    CharacterEntries,
    CharacterExpansions,
    WordRows,
    WordScales,
    PositionRows,
    EmbeddingNorm,
    AttentionIn = 20,
    AttentionOut,
    AttentionNorm,
    FeedForwardIn,
    FeedForwardOut,
    FeedForwardNorm,
};
constexpr std::uint32_t sectionCount = 10 + 6 * WeightFile::layerCount;

Error corrupt(const QString &path, const char *what)
{
    return {ErrorKind::Corrupt,
            QStringLiteral("The encoder's weights %1 are damaged: %2.").arg(path, QLatin1String(what))};
}

template <class T>
bool bindArray(std::span<const std::uint8_t> bytes, std::size_t count, std::span<const T> &target)
{
    target = {reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)};
    return count == 0 ? bytes.size() % sizeof(T) == 0 : bytes.size() == count * sizeof(T);
}

template <class T>
bool bindArray(std::span<const std::uint8_t> bytes, std::size_t count, const T *&target)
{
    target = reinterpret_cast<const T *>(bytes.data());
    return bytes.size() == count * sizeof(T);
}

bool bindNorm(std::span<const std::uint8_t> bytes, WeightFile::Norm &norm)
{
    norm.gamma = reinterpret_cast<const float *>(bytes.data());
    norm.beta = norm.gamma + WeightFile::hidden;
    return bytes.size() == 2 * WeightFile::hidden * sizeof(float);
}

bool bindLinear(std::span<const std::uint8_t> bytes, std::size_t outputs, std::size_t inputs,
                WeightFile::Linear &linear)
{
    const auto *scales = reinterpret_cast<const float *>(bytes.data());
    linear = {reinterpret_cast<const std::int8_t *>(scales + 2 * outputs), scales, scales + outputs, outputs,
              inputs};
    return bytes.size() == outputs * (2 * sizeof(float) + inputs);
}

} // namespace

Result<std::unique_ptr<WeightFile>> WeightFile::open(const QString &path)
{
    std::unique_ptr<WeightFile> file(new WeightFile(path));
    if (auto loaded = file->load(); !loaded)
        return std::move(loaded).error();
    return file;
}

Result<> WeightFile::load()
{
    const QString path = m_file.fileName();
    if (!m_file.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("The encoder's weights %1 do not exist.").arg(path)};
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::Io,
            QStringLiteral("The encoder's weights %1 cannot be read: %2").arg(path, m_file.errorString())};

    FileHeader header{};
    if (m_file.read(reinterpret_cast<char *>(&header), sizeof header) != qint64{sizeof header} ||
        std::memcmp(header.magic, magic, sizeof magic) != 0)
        return Error{ErrorKind::Corrupt, QStringLiteral("%1 is not a file of encoder weights.").arg(path)};
    if (header.version != formatVersion)
        return Error{
            header.version > formatVersion ? ErrorKind::TooNew : ErrorKind::Corrupt,
            QStringLiteral("The encoder's weights %1 have format version %2; this program reads version %3.")
                .arg(path)
                .arg(header.version)
                .arg(formatVersion)};
    if (header.fileBytes != static_cast<std::uint64_t>(m_file.size()))
        return corrupt(path, "the file was cut short or has grown");
    if (header.hidden != hidden || header.layers != layerCount || header.heads != heads ||
        header.feedForward != feedForward || header.vocabulary != vocabularySize ||
        header.positions != positions || header.hashSlots != slotCount || header.sections != sectionCount ||
        header.headerBytes % alignment != 0 ||
        header.headerBytes < fixedHeader + sectionCount * sizeof(SectionEntry) ||
        header.headerBytes > header.fileBytes || header.fileBytes % alignment != 0)
        return corrupt(path, "the header is wrong");

    // Read through a buffer rather than the mapping, so that checking does not make every word row resident.
    BlockChecksum headerSum;
    BlockChecksum payloadSum;
    std::vector<std::uint8_t> head(header.headerBytes);
    std::vector<std::uint8_t> buffer(256 * 1024);
    m_file.seek(0);
    if (m_file.read(reinterpret_cast<char *>(head.data()), header.headerBytes) != qint64{header.headerBytes})
        return corrupt(path, "the header cannot be read");
    std::memset(head.data() + offsetof(FileHeader, headerChecksum), 0, sizeof header.headerChecksum);
    headerSum.add(head);
    for (;;) {
        const qint64 got =
            m_file.read(reinterpret_cast<char *>(buffer.data()), static_cast<qint64>(buffer.size()));
        if (got <= 0)
            break;
        payloadSum.add(std::span(buffer).first(static_cast<std::size_t>(got)));
    }
    if (headerSum.value() != header.headerChecksum || payloadSum.value() != header.payloadChecksum)
        return corrupt(path, "the checksum is wrong");

    m_vocabulary.longestPiece = header.longestPiece;
    m_fingerprint = header.payloadChecksum;
    return bindSections(head);
}

Result<> WeightFile::bindSections(std::span<const std::uint8_t> header)
{
    const QString path = m_file.fileName();
    const qint64 size = m_file.size();
    const std::uint8_t *data = m_file.map(0, size);
    if (!data)
        return Error{
            ErrorKind::Io,
            QStringLiteral("The encoder's weights %1 cannot be mapped: %2").arg(path, m_file.errorString())};
    for (std::size_t i = 0; i < sectionCount; ++i) {
        SectionEntry entry;
        std::memcpy(&entry, header.data() + fixedHeader + i * sizeof entry, sizeof entry);
        const auto fileBytes = static_cast<std::uint64_t>(size);
        if (entry.offset % alignment != 0 || entry.offset > fileBytes ||
            entry.bytes > fileBytes - entry.offset ||
            !bindSection(entry.kind, entry.layer,
                         {data + entry.offset, static_cast<std::size_t>(entry.bytes)}))
            return corrupt(path, "a section is wrong");
    }
    if (!m_wordRows || !m_wordScales || !m_positions || !m_embeddingNorm.gamma || !checkVocabulary())
        return corrupt(path, "the vocabulary is wrong or missing");
    for (const Layer &layer : m_layers) {
        if (!layer.attentionIn.weights || !layer.attentionOut.weights || !layer.attentionNorm.gamma ||
            !layer.feedForwardIn.weights || !layer.feedForwardOut.weights || !layer.feedForwardNorm.gamma)
            return corrupt(path, "a layer is missing");
    }
    return {};
}

bool WeightFile::bindSection(std::uint32_t kind, std::uint32_t layer, std::span<const std::uint8_t> bytes)
{
    if (layer >= layerCount)
        return false;
    Layer &target = m_layers[layer];
    switch (kind) {
    case PieceOffsets:
        return bindArray(bytes, vocabularySize + 1, m_vocabulary.offsets);
    case PieceText:
        return bindArray(bytes, 0, m_vocabulary.text);
    case PieceSlots:
        return bindArray(bytes, slotCount, m_vocabulary.hashSlots);
    case CharacterPages:
        return bindArray(bytes, characterPages, m_characters.pages);
    case CharacterEntries:
        return bindArray(bytes, 0, m_characters.entries);
    case CharacterExpansions:
        return bindArray(bytes, 0, m_characters.expansions);
    case WordRows:
        return bindArray(bytes, vocabularySize * hidden, m_wordRows);
    case WordScales:
        return bindArray(bytes, vocabularySize, m_wordScales);
    case PositionRows:
        return bindArray(bytes, positions * hidden, m_positions);
    case EmbeddingNorm:
        return bindNorm(bytes, m_embeddingNorm);
    case AttentionIn:
        return bindLinear(bytes, 3 * hidden, hidden, target.attentionIn);
    case AttentionOut:
        return bindLinear(bytes, hidden, hidden, target.attentionOut);
    case AttentionNorm:
        return bindNorm(bytes, target.attentionNorm);
    case FeedForwardIn:
        return bindLinear(bytes, feedForward, hidden, target.feedForwardIn);
    case FeedForwardOut:
        return bindLinear(bytes, hidden, feedForward, target.feedForwardOut);
    case FeedForwardNorm:
        return bindNorm(bytes, target.feedForwardNorm);
    default:
        return false;
    }
}

// The checksum has vouched for the bytes; this guards the tokenizer against a file that was made wrongly.
bool WeightFile::checkVocabulary() const
{
    if (m_vocabulary.offsets.empty() || m_vocabulary.hashSlots.empty() || m_characters.pages.empty() ||
        m_vocabulary.longestPiece == 0 || m_vocabulary.longestPiece > 256)
        return false;
    for (std::size_t i = 0; i < vocabularySize; ++i) {
        if (m_vocabulary.offsets[i] > m_vocabulary.offsets[i + 1])
            return false;
    }
    if (m_vocabulary.offsets[vocabularySize] != m_vocabulary.text.size())
        return false;
    bool emptySlot = false;
    for (const std::uint32_t slot : m_vocabulary.hashSlots) {
        if (slot > vocabularySize)
            return false;
        emptySlot = emptySlot || slot == 0;
    }
    for (const std::uint16_t page : m_characters.pages) {
        if ((page + 1U) * 256U > m_characters.entries.size())
            return false;
    }
    return emptySlot;
}

} // namespace Helmdesk
