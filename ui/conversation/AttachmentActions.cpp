#include "conversation/AttachmentActions.h"

#include "conversation/AttachmentPreview.h"
#include "Replies.h"
#include "widgets/InlineBar.h"
#include "Words.h"

#include <algorithm>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

AttachmentActions::AttachmentActions(Desk &desk, InlineBar &bar, QWidget &window)
    : QObject(&window)
    , m_desk(desk)
    , m_bar(bar)
    , m_window(window)
{
}

AttachmentActions::~AttachmentActions() = default;

void AttachmentActions::say(const Error &error)
{
    m_bar.say(InlineBar::Kind::Bad, Words::error(error));
}

bool AttachmentActions::isProgram(const QString &name)
{
    constexpr std::array suffixes{
        "exe", "bat", "cmd", "com",      "scr", "pif", "msi",  "msp", "msix", "appx",    "hta",     "js",
        "jse", "vbs", "vbe", "wsf",      "wsh", "ps1", "psm1", "reg", "lnk",  "url",     "desktop", "sh",
        "run", "bin", "jar", "appimage", "deb", "rpm", "app",  "dmg", "pkg",  "command", "py",      "pl",
        "rb",  "php", "scf", "cpl",      "dll", "so",  "chm",  "iso", "img",  "htm",     "html",    "svg"};
    const QString suffix = name.section(u'.', -1).trimmed().toLower();
    return std::ranges::any_of(suffixes, [&](const char *each) { return suffix == QLatin1StringView(each); });
}

void AttachmentActions::preview(MessageId message, int position, const Attachment &attachment)
{
    whenDone(m_desk.attachment(message, position), this, [this, attachment](const Result<QByteArray> &bytes) {
        if (!bytes) {
            say(bytes.error());
            return;
        }
        auto *preview = new AttachmentPreview(attachment, *bytes, &m_window);
        preview->open();
    });
}

void AttachmentActions::save(MessageId message, int position, const Attachment &attachment)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(&m_window, tr("Save the attachment"), folder);
    dialog->setObjectName(u"saveAttachmentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(attachment.name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, message, position](const QString &path) { saveTo(message, position, path); });
    dialog->open();
}

void AttachmentActions::saveTo(MessageId message, int position, const QString &path)
{
    whenDone(m_desk.saveAttachment(message, position, path), this, [this, path](const Result<> &saved) {
        if (saved)
            m_bar.say(InlineBar::Kind::Ok, tr("Saved as %1").arg(Words::foreign(path)), 6000);
        else
            say(saved.error());
    });
}

void AttachmentActions::open(MessageId message, int position, const Attachment &attachment)
{
    const QString name = Words::foreign(attachment.name);
    if (isProgram(attachment.name)) {
        m_bar.say(InlineBar::Kind::Warn,
                  tr("\u201c%1\u201d could run as a program. It can be saved, and is not opened from here.")
                      .arg(name));
        return;
    }
    m_bar.ask(tr("\u201c%1\u201d comes from the sender and is opened by another program. Open it only if you "
                 "expect it.")
                  .arg(name),
              tr("Open the file"),
              [this, message, position, file = attachment.name] { openNow(message, position, file); });
}

void AttachmentActions::openNow(MessageId message, int position, const QString &name)
{
    if (!m_opened)
        m_opened = std::make_unique<QTemporaryDir>();
    const QString folder = m_opened->filePath(QString::number(++m_count));
    if (!m_opened->isValid() || !QDir().mkpath(folder)) {
        say({ErrorKind::Io, tr("there is no place for the file")});
        return;
    }
    const QString path = folder + u'/' + name;
    whenDone(m_desk.saveAttachment(message, position, path), this, [this, path](const Result<> &saved) {
        if (!saved)
            say(saved.error());
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            m_bar.say(InlineBar::Kind::Warn,
                      tr("No program of this system opens this kind of file. You can save it."));
    });
}

} // namespace Helmdesk
