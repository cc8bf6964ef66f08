#include "conversation/PdfPage.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int longestMs = 10'000;
constexpr qint64 largestPicture = qint64{40} * 1024 * 1024; // bytes, as it comes back

QString program()
{
    return QStandardPaths::findExecutable(u"helmdesk-pdf"_s, {QCoreApplication::applicationDirPath()});
}

} // namespace

bool PdfPage::canDraw()
{
    static const bool isThere = !program().isEmpty();
    return isThere;
}

PdfPage::PdfPage(const QByteArray &pdf, QObject *parent)
    : QObject(parent)
    , m_process(new QProcess(this))
{
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    // Later: who made this has to connect to it first.
    connect(m_process, &QProcess::finished, this, &PdfPage::finish, Qt::QueuedConnection);
    connect(m_process, &QProcess::errorOccurred, this, &PdfPage::finish, Qt::QueuedConnection);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_process->bytesAvailable() > largestPicture)
            m_process->kill();
    });
    QTimer::singleShot(longestMs, m_process, &QProcess::kill);
    m_process->start(program(), {});
    m_process->write(pdf);
    m_process->closeWriteChannel();
}

void PdfPage::finish()
{
    if (m_process->state() != QProcess::NotRunning || std::exchange(m_isDone, true))
        return; // it may still be writing, or only did not read all
    QImage page;
    if (m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0)
        page = QImage::fromData(m_process->readAllStandardOutput(), "PNG");
    if (page.isNull())
        Q_EMIT failed();
    else
        Q_EMIT drawn(page, std::max(1, page.text(u"pages"_s).toInt()));
}

} // namespace Helmdesk
