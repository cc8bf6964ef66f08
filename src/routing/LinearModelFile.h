#pragma once

#include "core/Result.h"
#include "routing/LinearModel.h"

#include <memory>
#include <QIODevice>

namespace Helmdesk
{

// A file of linear models, mapped into memory and used in place: a program holds no copy of the weights, and
// only the pages that its texts ask for are read.
//
// Format, little-endian: magic, version, length of the head, of the file, and a checksum of all that follows,
// in 64 bytes; the head, a QDataStream of Qt 6.4 in which each model left its shape and bias beside what its
// owner wrote; the weights of the models in their order, each at a multiple of 64 bytes.
class LinearModelWriter
{
public:
    LinearModelWriter(quint32 magic, quint32 version);

    QDataStream &head() { return m_head; } // what the owner tells beside the models
    void add(const LinearModel &model);
    QByteArray bytes() const;

private:
    quint32 m_magic;
    quint32 m_version;
    QByteArray m_headBytes;
    QByteArray m_weights;
    QDataStream m_head{&m_headBytes, QIODevice::WriteOnly};
};

// Reads what a writer wrote, in the same order. Thread: one; the models are used from any, and keep the
// mapping. Failure of open(): NotFound, Io, Corrupt (damaged, cut short, or of a version before), TooNew. A
// head that holds less than is asked for shows in head().status().
class LinearModelReader
{
public:
    static Result<LinearModelReader> open(const QString &path, quint32 magic, quint32 version);

    QDataStream &head() { return *m_head; }
    LinearModel next(); // an empty one when the file holds none that is whole

private:
    struct Mapping;

    std::shared_ptr<const Mapping> m_mapping;
    std::unique_ptr<QDataStream> m_head;
    quint64 m_at = 0; // of the next weights
};

} // namespace Helmdesk
