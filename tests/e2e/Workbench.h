#pragma once

#include "app/Workspace.h"
#include "RealDesk.h"

#include <QTemporaryDir>
#include <QtTest>

namespace Helmdesk::Test
{

// A demo workspace in a temporary folder, made once for all cases and copied for each, and the test's own
// view of its store.
class Workbench
{
public:
    static Result<std::unique_ptr<Workbench>> create();

    QString folder() const { return m_folder.path(); }
    // The one that stays open. A second one in the same program would let go of its locks, as the system has
    // one set of them a program and file.
    Workspace &workspace() const { return *m_workspace; }
    Result<std::unique_ptr<Workspace>> look() const { return Workspace::open(folder()); }
    Result<> dropIntoInbox(const QString &name, const QByteArray &content) const;

    // The conversation that holds the word, as soon as its last message has an outcome.
    Result<ConversationSummary> waitForOutcome(const QString &word) const;
    // Its replies, as soon as one of them was sent.
    Result<std::vector<OutboxItem>> waitForReply(ConversationId conversation) const;
    QStringList mailsInOutbox() const;

private:
    Workbench() = default;
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace Helmdesk::Test
