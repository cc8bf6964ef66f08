#include "Workbench.h"

#include <QDir>
#include <QSaveFile>

namespace Helmdesk::Test
{
namespace
{

constexpr int waitMs = 60000;

Error failed(const QString &what)
{
    return {ErrorKind::Timeout, what};
}

// The help centre is encoded once for all cases.
Result<QString> demoFolder()
{
    static QTemporaryDir folder;
    static bool isMade = false;
    if (isMade)
        return folder.path();
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("init"), QStringLiteral("--demo")},
          QStringList{QStringLiteral("set"), QStringLiteral("modes.general"), QStringLiteral("suggest")},
          QStringList{QStringLiteral("set"), QStringLiteral("undo.window_s"), QStringLiteral("0.5")}}) {
        if (auto done = control(folder.path(), arguments); !done)
            return done.error();
    }
    QDir(folder.filePath(QStringLiteral("inbox"))).removeRecursively(); // fresh demo messages
    isMade = true;
    return folder.path();
}

} // namespace

Result<std::unique_ptr<Workbench>> Workbench::create()
{
    auto demo = demoFolder();
    if (!demo)
        return demo.error();
    std::unique_ptr<Workbench> bench(new Workbench);
    const QDir source(*demo);
    for (const QString &name : source.entryList(QDir::Files)) {
        if (!QFile::copy(source.filePath(name), bench->m_folder.filePath(name)))
            return failed(QStringLiteral("%1 cannot be copied").arg(name));
    }
    auto workspace = bench->look();
    if (!workspace)
        return workspace.error();
    bench->m_workspace = std::move(*workspace);
    return bench;
}

Result<> Workbench::dropIntoInbox(const QString &name, const QByteArray &content) const
{
    const QDir inbox(m_folder.filePath(QStringLiteral("inbox")));
    if (!inbox.mkpath(QStringLiteral(".")))
        return failed(QStringLiteral("no inbox folder"));
    QSaveFile file(inbox.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failed(QStringLiteral("%1 cannot be written").arg(name));
    return {};
}

Result<ConversationSummary> Workbench::waitForOutcome(const QString &word) const
{
    std::optional<ConversationSummary> found;
    const bool isThere = QTest::qWaitFor(
        [&] {
            auto hits = m_workspace->conversations().search(word, 5);
            if (!hits || hits->empty() || !hits->front().decision)
                return false;
            found = hits->front();
            return m_workspace->conversations()
                .unansweredMessages()
                .value_or(std::vector<Message>(1))
                .empty();
        },
        waitMs);
    return isThere ? Result<ConversationSummary>(*found)
                   : Result<ConversationSummary>(failed(QStringLiteral("no outcome for %1").arg(word)));
}

Result<std::vector<OutboxItem>> Workbench::waitForReply(ConversationId conversation) const
{
    std::vector<OutboxItem> items;
    const bool isSent = QTest::qWaitFor(
        [&] {
            items = m_workspace->outbox().ofConversation(conversation).value_or(std::vector<OutboxItem>());
            return std::ranges::any_of(
                items, [](const OutboxItem &item) { return item.state == OutboxState::Sent; });
        },
        waitMs);
    return isSent ? Result<std::vector<OutboxItem>>(items)
                  : Result<std::vector<OutboxItem>>(
                        failed(QStringLiteral("no reply in conversation %1").arg(conversation.value)));
}

QStringList Workbench::mailsInOutbox() const
{
    return QDir(m_folder.filePath(QStringLiteral("outbox")))
        .entryList({QStringLiteral("*.eml")}, QDir::Files);
}

} // namespace Helmdesk::Test
