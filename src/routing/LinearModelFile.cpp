#include "routing/LinearModelFile.h"

#include "core/BlockChecksum.h"

#include <algorithm>
#include <bit>
#include <QFile>

namespace Helmdesk
{
namespace
{

static_assert(std::endian::native == std::endian::little, "the file is used in place");

constexpr quint64 block = BlockChecksum::blockBytes;
constexpr quint64 mostHeadBytes = 1 << 20;

struct Front {
    quint32 magic;
    quint32 version;
    quint64 headBytes; // whole blocks
    quint64 fileBytes;
    quint64 checksum;
    quint64 unused[4];
};
static_assert(sizeof(Front) == block);

void fillBlock(QByteArray &bytes)
{
    bytes.append((static_cast<qsizetype>(block) - bytes.size() % static_cast<qsizetype>(block)) %
                     static_cast<qsizetype>(block),
                 '\0');
}

quint64 wholeBlocks(quint64 bytes)
{
    return (bytes + block - 1) / block * block;
}

std::span<const std::uint8_t> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size())};
}

Error damaged(const QString &path)
{
    return {ErrorKind::Corrupt, QStringLiteral("the model %1 is damaged").arg(path)};
}

// From where the file stands to its end, through a buffer: by the mapping every page would become resident.
quint64 checksumOfRest(QFile &file)
{
    constexpr qint64 piece = 256 * 1024;
    BlockChecksum sum;
    for (QByteArray read = file.read(piece); !read.isEmpty(); read = file.read(piece))
        sum.add(bytesOf(read));
    return sum.value();
}

} // namespace

LinearModelWriter::LinearModelWriter(quint32 magic, quint32 version)
    : m_magic(magic)
    , m_version(version)
{
    m_head.setVersion(QDataStream::Qt_6_4);
}

void LinearModelWriter::add(const LinearModel &model)
{
    m_head << model.classCount() << model.featureCount();
    for (const float bias : model.m_bias)
        m_head << static_cast<double>(bias); // a float as it is
    const std::span<const float> weights = model.weights();
    m_weights.append(reinterpret_cast<const char *>(weights.data()),
                     static_cast<qsizetype>(weights.size_bytes()));
    fillBlock(m_weights);
}

QByteArray LinearModelWriter::bytes() const
{
    QByteArray head = m_headBytes;
    fillBlock(head);
    Front front{};
    front.magic = m_magic;
    front.version = m_version;
    front.headBytes = static_cast<quint64>(head.size());
    front.fileBytes = block + static_cast<quint64>(head.size() + m_weights.size());
    BlockChecksum sum;
    sum.add(bytesOf(head));
    sum.add(bytesOf(m_weights));
    front.checksum = sum.value();
    return QByteArray(reinterpret_cast<const char *>(&front), sizeof front) + head + m_weights;
}

struct LinearModelReader::Mapping {
    QFile file;
    const uchar *data = nullptr;
    quint64 size = 0;
};

Result<LinearModelReader> LinearModelReader::open(const QString &path, quint32 magic, quint32 version)
{
    auto mapping = std::make_shared<Mapping>();
    QFile &file = mapping->file;
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{file.exists() ? ErrorKind::Io : ErrorKind::NotFound,
                     QStringLiteral("the model %1 cannot be read: %2").arg(path, file.errorString())};
    }
    mapping->size = static_cast<quint64>(file.size());
    Front front{};
    if (file.read(reinterpret_cast<char *>(&front), sizeof front) != qint64{sizeof front} ||
        front.magic != magic || front.version < version)
        return damaged(path);
    if (front.version > version)
        return Error{ErrorKind::TooNew, QStringLiteral("the model %1 is of a later program").arg(path)};
    if (front.fileBytes != mapping->size || mapping->size % block != 0 || front.headBytes % block != 0 ||
        front.headBytes > std::min(mapping->size - block, mostHeadBytes) ||
        checksumOfRest(file) != front.checksum)
        return damaged(path);
    mapping->data = file.map(0, file.size());
    if (mapping->data == nullptr) {
        return Error{ErrorKind::Io,
                     QStringLiteral("the model %1 cannot be mapped: %2").arg(path, file.errorString())};
    }
    LinearModelReader reader;
    reader.m_head = std::make_unique<QDataStream>(QByteArray(
        reinterpret_cast<const char *>(mapping->data + block), static_cast<qsizetype>(front.headBytes)));
    reader.m_head->setVersion(QDataStream::Qt_6_4);
    reader.m_at = block + front.headBytes;
    reader.m_mapping = std::move(mapping);
    return reader;
}

LinearModel LinearModelReader::next()
{
    constexpr int mostClasses = 1 << 16;
    LinearModel model;
    *m_head >> model.m_classes >> model.m_features;
    const auto values = static_cast<quint64>(std::clamp(model.m_classes, 0, mostClasses)) *
                        static_cast<quint64>(model.m_features);
    const quint64 bytes = values * sizeof(float);
    if (m_head->status() != QDataStream::Ok || model.m_classes <= 0 || model.m_classes > mostClasses ||
        bytes > m_mapping->size - m_at) {
        m_head->setStatus(QDataStream::ReadCorruptData);
        return {};
    }
    model.m_bias.resize(static_cast<size_t>(model.m_classes));
    for (float &bias : model.m_bias) {
        double value = 0.0;
        *m_head >> value;
        bias = static_cast<float>(value);
    }
    model.m_weights = {m_mapping, reinterpret_cast<const float *>(m_mapping->data + m_at)};
    model.m_weightCount = values;
    m_at += wholeBlocks(bytes);
    return model;
}

} // namespace Helmdesk
