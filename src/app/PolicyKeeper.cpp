#include "app/PolicyKeeper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcPolicy, "helmdesk.policy", QtInfoMsg)

constexpr qint64 largestFile = 1024 * 1024;

QString checksum(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

void keep(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    const QByteArray kept = toBytes({{"rules", text.toStdString()}, {"sha256", checksum(text)}});
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(kept) != kept.size() || !file.commit())
        qCWarning(lcPolicy).noquote() << path << "cannot be written:" << file.errorString();
}

Result<std::shared_ptr<const Policy>> shippedOnce()
{
    static const Result<std::shared_ptr<const Policy>> shipped = shippedPolicy();
    return shipped;
}

} // namespace

PolicyKeeper::PolicyKeeper(const QString &folder)
    : m_file(QDir(folder).filePath(QString::fromLatin1(fileName)))
    , m_kept(QDir(folder).filePath(QString::fromLatin1(keptName)))
{
}

PolicyInForce PolicyKeeper::current()
{
    const std::lock_guard lock(m_mutex);
    const Stamp now = stamp();
    if (!m_stamp || *m_stamp != now)
        readAnew(now);
    return m_current;
}

PolicyKeeper::Stamp PolicyKeeper::stamp() const
{
    const QFileInfo info(m_file);
    return info.exists() ? Stamp{info.lastModified(), info.size()} : Stamp{};
}

void PolicyKeeper::readAnew(const Stamp &stamp)
{
    const QString before = m_current.problem;
    m_stamp = stamp;
    if (stamp.bytes < 0) {
        const auto shipped = shippedOnce();
        m_current = shipped ? PolicyInForce{*shipped, {}} : PolicyInForce{{}, shipped.error().detail};
        return;
    }
    QFile file(m_file);
    PolicyReading reading;
    QByteArray text;
    if (stamp.bytes > largestFile)
        reading.problems.push_back({{}, QStringLiteral("it is larger than a megabyte")});
    else if (!file.open(QIODevice::ReadOnly))
        reading.problems.push_back({{}, file.errorString()});
    else
        reading = readPolicy(text = file.readAll());
    if (reading.policy) {
        m_current = {reading.policy, {}};
        keep(m_kept, text);
        if (!before.isEmpty())
            qCInfo(lcPolicy, "the rules can be read again");
        return;
    }
    // In memory the last good ones; at a start those of the file, and those that ship as the last resort.
    if (!m_current.policy)
        m_current.policy = kept();
    m_current.problem =
        QStringLiteral("the rules in %1 cannot be used, so nothing is changed until they are mended: %2")
            .arg(QString::fromLatin1(fileName), sentenceOf(reading.problems));
    if (m_current.problem != before)
        qCWarning(lcPolicy).noquote() << m_current.problem;
}

std::shared_ptr<const Policy> PolicyKeeper::kept() const
{
    QFile file(m_kept);
    if (file.open(QIODevice::ReadOnly)) {
        const auto document = parseJson(file.readAll());
        const QByteArray rules = document ? stringOr(*document, "rules").toUtf8() : QByteArray();
        if (document && stringOr(*document, "sha256") == checksum(rules)) {
            if (auto policy = readPolicy(rules).policy)
                return policy;
        }
    }
    const auto shipped = shippedOnce();
    return shipped ? *shipped : nullptr;
}

} // namespace Helmdesk
