#pragma once

#include "app/EngineDesk.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "mailbox/SmtpSender.h"
#include "MailServer.h"
#include "MainWindow.h"
#include "queue/QueueModel.h"
#include "queue/QueuePane.h"
#include "support/SharedSecrets.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QtTest>

namespace Helmdesk::Test
{

// The console's window on a workspace of its own, with its engine. Passwords lie in a keychain in memory.
class DeskWindow
{
public:
    // InvalidInput and the like: see Workspace::open().
    static Result<std::unique_ptr<DeskWindow>> open()
    {
        std::unique_ptr<DeskWindow> window(new DeskWindow);
        auto workspace = Workspace::open(window->m_folder.filePath(QStringLiteral("workspace")));
        if (!workspace)
            return workspace.error();
        window->workspace = workspace->get();
        EngineDeskOptions options;
        options.operatorName = QStringLiteral("Robin");
        options.worker.withHttp = options.worker.withInboxFolder = false;
        options.worker.mailSecrets = [&secrets = window->secrets] {
            return std::make_unique<SharedSecrets>(secrets);
        };
        window->desk = std::make_unique<EngineDesk>(std::move(*workspace), options);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, window->m_folder.path());
        QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        if (!Theme::instance().isApplied())
            Theme::instance().apply(*qApp, Scheme::Light);
        window->window = std::make_unique<MainWindow>(*window->desk);
        window->window->resize(1280, 720);
        window->window->show();
        window->window->activateWindow();
        window->desk->start();
        return window;
    }
    ~DeskWindow()
    {
        window.reset();
        desk.reset();
    }

    template <class Widget>
    Widget *find(const QString &name)
    {
        return window->findChild<Widget *>(name);
    }
    template <class T>
    Result<T> wait(const Desk::Reply<T> &reply)
    {
        return QTest::qWaitFor([&] { return reply.isFinished(); }, 60000)
                   ? reply.result()
                   : Result<T>(Error{ErrorKind::Timeout, QStringLiteral("no answer")});
    }
    // The state of the mailbox as the page shows it.
    MailboxState state(const QString &mailbox)
    {
        const auto view = wait(desk->mailRoom().mailboxes());
        if (view)
            for (const MailboxRow &row : view->mailboxes)
                if (row.account.name == mailbox)
                    return row.state;
        return {};
    }
    // The row of the queue with the subject; nothing where it is not shown.
    const QueueRow *rowWith(const QString &subject)
    {
        const QueueModel &model = window->inbox().queue().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QueueRow *each = model.rowAt(row); each != nullptr && each->subject == subject)
                return each;
        return nullptr;
    }
    static QString wordsOf(const QWidget &widget)
    {
        QStringList words;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->isVisibleTo(&widget))
                words << label->text();
        return words.join(u'\n');
    }

    InMemorySecretStore secrets;
    Workspace *workspace = nullptr; // the desk's
    std::unique_ptr<EngineDesk> desk;
    std::unique_ptr<MainWindow> window;

private:
    DeskWindow() = default;
    QTemporaryDir m_folder;
};

// A mail from pat to the team, as his mail program sends it. Its Message-ID is <key@virt.example>.
inline SmtpOutcome sendFromPat(const MailServer &server, const QString &key, const QString &subject,
                               const QString &text)
{
    MailAccount pat = server.account();
    pat.user = QStringLiteral("pat");
    pat.address = QStringLiteral("pat@virt.example");
    SmtpLetter letter;
    letter.from = pat.address;
    letter.to = {QStringLiteral("support@virt.example")};
    letter.mail = QStringLiteral("From: Pat Reed <pat@virt.example>\r\nTo: support@virt.example\r\n"
                                 "Subject: %1\r\nMessage-ID: <%2@virt.example>\r\n\r\n%3\r\n")
                      .arg(subject, key, text)
                      .toUtf8();
    return SmtpSender(pat, QStringLiteral("secret"))
        .send(
            letter, [] { return Result<>(); }, RunControl());
}

} // namespace Helmdesk::Test
