// What an operator looks up and undoes, on a real workspace with the engine.
#include "app/DeskReader.h"
#include "app/Erasure.h"
#include "app/OperatorRecords.h"
#include "channels/MailParser.h"
#include "store/DemoData.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteTrainingRepository.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

QByteArray mail(const QByteArray &headers, const QByteArray &body)
{
    return "From: Vera Quint <vera@quint.example>\r\nTo: support@northlight.example\r\n"
           "Date: Mon, 23 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n" +
           headers + "\r\n" + body;
}

const QByteArray plain = "Content-Type: text/plain; charset=utf-8\r\n";

} // namespace

class OperatorRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void undoneCategoryLeavesNothingChanged();
    void undoneCategoryBringsTheApprovalBack();
    void changedCategoryIsADraftInEveryMode();
    void draftOutlivesCategoryUndoAndTakeOver();
    void categoryIsNotUndoneOverATakeOver();
    void undoneRejectionLeavesNothingChanged();
    void foldersAreTried_data();
    void foldersAreTried();
    void namesAreComparedWithoutCase();
    void categoryIsNotUndoneOverANewMessage();
    void complaintThroughAListNeedsAttention();
    void attachmentsAreKeptAndErased();
    void largeAttachmentsAreNamedAlone();
    void linkedCustomerIsShownAuditedAndErased();
    void decisionsAreListedAndExported();
    void begunArticlesAreKept();

private:
    ConversationId say(const IncomingMessage &message);
    IncomingMessage chat(const QString &text);
    ConversationView view(ConversationId id);
    Json rowsOf(ConversationId id);

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    int m_messages = 0;
};

void OperatorRecordsTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void OperatorRecordsTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->path());
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(loadDemoData(m_workspace->database())); // without the help centre, which takes longer
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

IncomingMessage OperatorRecordsTest::chat(const QString &text)
{
    IncomingMessage message;
    message.channel = ChannelKind::Chat;
    message.externalId = QStringLiteral("m%1").arg(++m_messages);
    message.conversationKey = QStringLiteral("thread");
    message.customer = QStringLiteral("cus_1001");
    message.text = text;
    return message;
}

ConversationId OperatorRecordsTest::say(const IncomingMessage &message)
{
    auto taken = takeMessage(*m_workspace, message);
    if (!taken)
        qFatal("%s", qPrintable(taken.error().detail));
    auto answered = m_workspace->pipeline().answer(taken->message, {});
    if (!answered)
        qFatal("%s", qPrintable(answered.error().detail));
    return taken->conversation;
}

ConversationView OperatorRecordsTest::view(ConversationId id)
{
    auto shown = readConversation(*m_workspace, id);
    if (!shown)
        qFatal("%s", qPrintable(shown.error().detail));
    return std::move(*shown);
}

// Everything that the console shows of it, but for ids of runs and requests.
Json OperatorRecordsTest::rowsOf(ConversationId id)
{
    const ConversationView shown = view(id);
    Json all{{"category", shown.row.category ? nameOf(*shown.row.category) : QString()},
             {"decision", shown.row.decision ? nameOf(*shown.row.decision) : QString()},
             {"priority", static_cast<int>(shown.row.priority)},
             {"confidence", shown.row.confidence},
             {"attention", shown.row.needsAttention},
             {"status", nameOf(shown.row.status)},
             {"approvals", shown.row.pendingApprovals},
             {"has_draft", shown.row.hasDraft},
             {"draft", shown.draft ? shown.draft->editedText : QString()},
             {"outcome", shown.outcome ? toJson(*shown.outcome) : Json()},
             {"steps", shown.steps.size()}};
    for (const EscalationReason reason : shown.row.reasons)
        all["reasons"].push_back(nameOf(reason));
    for (const ApprovalView &approval : shown.approvals)
        all["cards"].push_back({{"effect", approval.effect}, {"for_mode", approval.isForMode}});
    for (const ThreadEntry &entry : shown.thread)
        if (!entry.act) // that a request was withdrawn meanwhile is history
            all["thread"].push_back(entry.text);
    return all;
}

void OperatorRecordsTest::undoneCategoryLeavesNothingChanged()
{
    const ConversationId id = say(chat(QStringLiteral("Has INV-1042 been paid?")));
    const auto draft = m_workspace->drafts().current(id);
    VERIFY_RESULT(draft);
    QVERIFY(draft->has_value());
    VERIFY_RESULT(m_workspace->drafts().saveEdit((*draft)->id, QStringLiteral("My own words")));
    const Json before = rowsOf(id);
    const auto memory = m_workspace->conversations().memory(id);
    VERIFY_RESULT(memory);

    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::Technical, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);
    QVERIFY(rowsOf(id) != before);
    VERIFY_RESULT(undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris")));

    const Json after = rowsOf(id);
    QVERIFY2(after == before, toIndentedBytes(Json::diff(before, after)).constData());
    const auto memoryAfter = m_workspace->conversations().memory(id);
    VERIFY_RESULT(memoryAfter);
    QVERIFY(*memoryAfter == *memory);
    const auto examples = m_workspace->training().examples();
    VERIFY_RESULT(examples);
    QVERIFY(std::ranges::none_of(
        *examples, [](const TrainingExample &each) { return each.origin == QLatin1String("operator"); }));
    const auto record = SqliteAuditLog(m_workspace->database()).verify();
    VERIFY_RESULT(record);
    QVERIFY2(record->isIntact(), qPrintable(record->why));
}

void OperatorRecordsTest::undoneCategoryBringsTheApprovalBack()
{
    const ConversationId id = say(chat(QStringLiteral("Please refund INV-1042 to my card.")));
    const Json before = rowsOf(id);
    QVERIFY2(before["approvals"] > 0, toIndentedBytes(before).constData());

    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::Technical, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);
    VERIFY_RESULT(undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris")));

    const Json after = rowsOf(id);
    QVERIFY2(after["approvals"] == before["approvals"] && after["cards"] == before["cards"],
             toIndentedBytes(Json::diff(before, after)).constData());
    // Sending does what it would have done.
    auto sent = m_workspace->operatorDesk().send({id, QStringLiteral("Iris"), {}, true}, {});
    VERIFY_RESULT(sent);
    const auto outcome = m_workspace->runs().latestOutcome(id);
    VERIFY_RESULT(outcome);
    QVERIFY(std::ranges::any_of((*outcome)->outcome.tools, [](const ToolCall &call) {
        return call.name == QLatin1String("process_refund") && call.status == ToolStatus::Done;
    }));
    const auto record = SqliteAuditLog(m_workspace->database()).verify();
    VERIFY_RESULT(record);
    QVERIFY2(record->isIntact(), qPrintable(record->why));
}

// The category that it is changed to answers by itself; a person is at work here.
void OperatorRecordsTest::changedCategoryIsADraftInEveryMode()
{
    VERIFY_RESULT(m_workspace->settingsRepository().save(QStringLiteral("modes.general"), Json("auto"),
                                                         QStringLiteral("Iris")));
    const ConversationId id = say(chat(QStringLiteral("Has INV-1042 been paid?")));
    const auto draft = m_workspace->drafts().current(id);
    VERIFY_RESULT(draft);
    VERIFY_RESULT(m_workspace->drafts().saveEdit((*draft)->id, QStringLiteral("My own words")));
    const Json before = rowsOf(id);

    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::General, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);

    const auto queued = m_workspace->outbox().ofConversation(id);
    VERIFY_RESULT(queued);
    QVERIFY(queued->empty());
    const ConversationView shown = view(id);
    QVERIFY(shown.row.decision != Decision::AutoSend);
    QVERIFY(shown.draft);
    QCOMPARE(shown.draft->editedText, QStringLiteral("My own words"));
    VERIFY_RESULT(undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris")));
    QVERIFY(rowsOf(id) == before);
}

void OperatorRecordsTest::draftOutlivesCategoryUndoAndTakeOver()
{
    const ConversationId id = say(chat(QStringLiteral("How do I invite a colleague?")));
    const Json before = rowsOf(id);
    QVERIFY2(before["has_draft"] == true && before["approvals"] == 0, toIndentedBytes(before).constData());
    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::Technical, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);
    VERIFY_RESULT(undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris")));

    const auto places = takeOverConversation(*m_workspace, id, QStringLiteral("Iris"));
    VERIFY_RESULT(places);
    QVERIFY(!view(id).takenDraft.isEmpty());
    VERIFY_RESULT(m_workspace->operatorDesk().handBack(id, QStringLiteral("Iris")));
    QCOMPARE(rowsOf(id)["draft"], before["draft"]);

    const auto again = takeOverConversation(*m_workspace, id, QStringLiteral("Iris"));
    VERIFY_RESULT(again);
    VERIFY_RESULT(putBackPlaces(*m_workspace, *again, QStringLiteral("Iris")));
    const Json after = rowsOf(id);
    QVERIFY2(after == before, toIndentedBytes(Json::diff(before, after)).constData());
}

void OperatorRecordsTest::categoryIsNotUndoneOverATakeOver()
{
    const ConversationId id = say(chat(QStringLiteral("Has INV-1042 been paid?")));
    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::Technical, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);
    VERIFY_RESULT(takeOverConversation(*m_workspace, id, QStringLiteral("Iris")));

    QCOMPARE(undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris")).error().kind,
             ErrorKind::Conflict);
    QCOMPARE(view(id).row.assignee, QStringLiteral("Iris"));
}

// Draft, typed words and the act that hung on it come back; the rejection itself is a person's, with the
// reason.
void OperatorRecordsTest::undoneRejectionLeavesNothingChanged()
{
    const ConversationId id = say(chat(QStringLiteral("Please refund INV-1042 to my card.")));
    const auto draft = m_workspace->drafts().current(id);
    VERIFY_RESULT(draft);
    VERIFY_RESULT(m_workspace->drafts().saveEdit((*draft)->id, QStringLiteral("My own words")));
    const Json before = rowsOf(id);
    QVERIFY(before["approvals"] > 0);

    const auto rejected =
        rejectDraft(*m_workspace, id, QStringLiteral("the wrong card"), QStringLiteral("Iris"));
    VERIFY_RESULT(rejected);
    QVERIFY(!view(id).draft);
    const auto decided = readDecisions(*m_workspace, {.state = ActState::Withdrawn});
    VERIFY_RESULT(decided);
    QCOMPARE(decided->size(), size_t(1));
    QCOMPARE(decided->front().by, QStringLiteral("Iris"));
    QCOMPARE(decided->front().reason, QStringLiteral("the wrong card"));
    VERIFY_RESULT(undoRejection(*m_workspace, *rejected, QStringLiteral("Iris")));

    const Json after = rowsOf(id);
    QVERIFY2(after == before, toIndentedBytes(Json::diff(before, after)).constData());
    const auto judged = m_workspace->drafts().judged(10);
    VERIFY_RESULT(judged);
    QVERIFY(judged->empty());
    auto sent =
        m_workspace->operatorDesk().send({id, QStringLiteral("Iris"), (*draft)->proposal.text, true}, {});
    VERIFY_RESULT(sent);
    const auto outcome = m_workspace->runs().latestOutcome(id);
    VERIFY_RESULT(outcome);
    QVERIFY(std::ranges::any_of((*outcome)->outcome.tools, [](const ToolCall &call) {
        return call.name == QLatin1String("process_refund") && call.status == ToolStatus::Done;
    }));
    const auto record = SqliteAuditLog(m_workspace->database()).verify();
    VERIFY_RESULT(record);
    QVERIFY2(record->isIntact(), qPrintable(record->why));
}

void OperatorRecordsTest::foldersAreTried_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isUsable");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("one to be made") << QStringLiteral("made/inbox") << true;
    QTest::newRow("below a file") << QStringLiteral("file/inbox") << false;
    QTest::newRow("a file") << QStringLiteral("file") << false;
    // Who may do everything may not make one there either.
    if (QFileInfo::exists(QStringLiteral("/proc/self")))
        QTest::newRow("of the system") << QStringLiteral("/proc/nowhere") << false;
}

void OperatorRecordsTest::foldersAreTried()
{
    QFETCH(QString, folder);
    QFETCH(bool, isUsable);
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString whole = folder.isEmpty() || folder.startsWith(u'/') ? folder : m_folder->filePath(folder);

    const auto usable = checkFolder(whole);

    QCOMPARE(usable.has_value(), isUsable);
    if (isUsable)
        QVERIFY(whole.isEmpty() ||
                QDir(whole).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    else
        QVERIFY(usable.error().detail.contains(whole));
}

void OperatorRecordsTest::namesAreComparedWithoutCase()
{
    const ConversationId id = say(chat(QStringLiteral("Has INV-1042 been paid?")));
    VERIFY_RESULT(m_workspace->operatorDesk().takeOver(id, QStringLiteral("Quirin")));

    const auto mine = readQueue(*m_workspace, QStringLiteral("quirin"), {.view = QueueView::Mine}, 10, {});
    VERIFY_RESULT(mine);
    QCOMPARE(mine->rows.size(), size_t(1));
    QCOMPARE(readCounts(*m_workspace, QStringLiteral("quirin"))->value(QueueView::Mine), 1);
    VERIFY_RESULT(m_workspace->operatorDesk().takeOver(id, QStringLiteral("quirin"))); // the same person
    QCOMPARE(m_workspace->operatorDesk().takeOver(id, QStringLiteral("Iris")).error().kind,
             ErrorKind::Conflict);
}

void OperatorRecordsTest::categoryIsNotUndoneOverANewMessage()
{
    const ConversationId id = say(chat(QStringLiteral("Has INV-1042 been paid?")));
    const auto changed =
        changeCategoryAndRun(*m_workspace, id, Category::Technical, QStringLiteral("Iris"), {});
    VERIFY_RESULT(changed);
    QCOMPARE(say(chat(QStringLiteral("I asked about my invoice."))), id);

    const auto undone = undoCategoryChange(*m_workspace, *changed, QStringLiteral("Iris"));

    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, ErrorKind::Conflict);
}

// A group in front of the desk stamps its marks on everything; who complains through it is a customer.
void OperatorRecordsTest::complaintThroughAListNeedsAttention()
{
    const ConversationId id = say(parseMail(mail(
        "Subject: Complaint\r\nMessage-ID: <list-1@quint.example>\r\nPrecedence: list\r\n"
        "List-Id: <support.northlight.example>\r\nList-Unsubscribe: <mailto:leave@northlight.example>\r\n" +
            plain,
        "This is a formal complaint. I was charged twice and nobody answers. I want to speak to a "
        "person.\r\n")));

    const ConversationView shown = view(id);
    QVERIFY(shown.row.needsAttention);
    QCOMPARE(shown.row.decision, std::optional(Decision::Escalated));
    QVERIFY(shown.row.priority >= Priority::High);
    QVERIFY(shown.outcome && shown.outcome->ticket.isValid());
    QVERIFY(!shown.row.reasons.isEmpty());
}

void OperatorRecordsTest::attachmentsAreKeptAndErased()
{
    const QByteArray edge = "--edge\r\n";
    const QByteArray secret = "Xquzmark in a file";
    const ConversationId id = say(parseMail(
        mail("Subject: A file\r\nMessage-ID: <file-1@quint.example>\r\nCc: Bo Reed <bo@reed.example>\r\n"
             "Content-Type: multipart/mixed; boundary=edge\r\n",
             edge + plain + "\r\nSee the file.\r\n" + edge +
                 "Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment; "
                 "filename=log.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
                 secret.toBase64() + "\r\n--edge--\r\n")));
    const ConversationView shown = view(id);
    QCOMPARE(shown.cc, QStringLiteral("Bo Reed <bo@reed.example>"));
    const ThreadEntry &entry = shown.thread.front();
    QCOMPARE(entry.attachments.size(), 1);
    QVERIFY(entry.attachments.front().isKept);
    QCOMPARE(entry.attachments.front().bytes, secret.size());
    QCOMPARE(readAttachment(*m_workspace, entry.id, 0).value_or(QByteArray()), secret);
    QCOMPARE(readAttachment(*m_workspace, entry.id, 1).error().kind, ErrorKind::NotFound);
    const QString path = m_folder->filePath(QStringLiteral("saved.txt"));
    VERIFY_RESULT(writeAttachment(*m_workspace, entry.id, 0, path));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadOther | QFile::ReadGroup | QFile::ExeOwner),
             QFile::Permissions());
    QVERIFY(QFile::remove(path));

    VERIFY_RESULT(
        eraseCustomerData(*m_workspace, QStringLiteral("vera@quint.example"), QStringLiteral("Iris")));

    QCOMPARE(readAttachment(*m_workspace, entry.id, 0).error().kind, ErrorKind::NotFound);
    QFile database(m_folder->filePath(QLatin1String(Workspace::databaseName)));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains("Xquzmark"));
}

void OperatorRecordsTest::largeAttachmentsAreNamedAlone()
{
    IncomingMessage message = chat(QStringLiteral("See the files."));
    const QByteArray large(largestKeptAttachment + 1, 'x');
    const QByteArray most(largestKeptAttachment, 'y');
    message.attachments = {{QStringLiteral("large.bin"), {}, large.size(), false, large},
                           {QStringLiteral("one.bin"), {}, most.size(), false, most},
                           {QStringLiteral("two.bin"), {}, most.size(), false, most},
                           {QStringLiteral("three.bin"), {}, 3, false, "abc"}};

    const ConversationView shown = view(say(message));

    QList<bool> kept;
    for (const Attachment &attachment : shown.thread.front().attachments)
        kept.append(attachment.isKept);
    QCOMPARE(kept, (QList<bool>{false, true, true, false})); // 20 MB together
}

void OperatorRecordsTest::linkedCustomerIsShownAuditedAndErased()
{
    IncomingMessage message = parseMail(
        mail("Subject: Export\r\nMessage-ID: <link-1@quint.example>\r\n" + plain, "How do I export?\r\n"));
    const ConversationId id = say(message);
    QVERIFY(!view(id).customer && !view(id).probable);
    const auto choices = readCustomers(*m_workspace, QStringLiteral("lindqvist"));
    VERIFY_RESULT(choices);
    QVERIFY(!choices->empty());
    const QString customer = choices->front().id;

    QVERIFY(!m_workspace->conversations().linkCustomer(id, QStringLiteral("cus_none"), QStringLiteral("Iris"),
                                                       m_workspace->clock().now()));
    VERIFY_RESULT(m_workspace->conversations().linkCustomer(id, customer, QStringLiteral("Iris"),
                                                            m_workspace->clock().now()));

    const ConversationView linked = view(id);
    QVERIFY(linked.customer);
    QCOMPARE(linked.customer->id, customer);
    QCOMPARE(linked.linkedBy, QStringLiteral("Iris"));
    QCOMPARE(linked.row.customer, linked.customer->name);
    // It is the operator's word: what the sender asks for is still a stranger's.
    message.externalId = QStringLiteral("link-2@quint.example");
    message.inReplyTo = QStringLiteral("link-1@quint.example");
    message.text = message.fullText = QStringLiteral("Please reset my password.");
    QCOMPARE(say(message), id);
    QVERIFY(view(id).outcome->customer.isEmpty());
    const auto record = SqliteAuditLog(m_workspace->database()).verify();
    VERIFY_RESULT(record);
    QVERIFY2(record->isIntact(), qPrintable(record->why));

    VERIFY_RESULT(eraseCustomerData(*m_workspace, customer, QStringLiteral("Iris")));
    QCOMPARE(readConversation(*m_workspace, id).error().kind, ErrorKind::NotFound);
}

void OperatorRecordsTest::decisionsAreListedAndExported()
{
    const ConversationId id = say(chat(QStringLiteral("Please refund INV-1042 to my card.")));
    const auto all = m_workspace->approvals().ofConversation(id);
    VERIFY_RESULT(all);
    QVERIFY(!all->empty());
    const Approval &waiting = all->front();
    QVERIFY(readDecisions(*m_workspace, {})->empty()); // nothing is decided
    VERIFY_RESULT(m_workspace->operatorDesk().deny(waiting.id, waiting.digest, QStringLiteral("Iris"),
                                                   QStringLiteral("=paid by \"bank\", twice"), {}));

    const auto rows = readDecisions(*m_workspace, {});
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(rows->front().state, ActState::Denied);
    QCOMPARE(rows->front().by, QStringLiteral("Iris"));
    QVERIFY(rows->front().effect.contains(QStringLiteral("INV-1042")));
    QVERIFY(readDecisions(*m_workspace, {.state = ActState::Approved})->empty());
    QVERIFY(readDecisions(*m_workspace, {.text = QStringLiteral("nobody")})->empty());
    QCOMPARE(readDecisions(*m_workspace, {.text = QStringLiteral("BY \"bank")})->size(), size_t(1));

    const QString path = m_folder->filePath(QStringLiteral("decisions.csv"));
    QCOMPARE(writeDecisions(*m_workspace, {}, path).value_or(-1), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString csv = QString::fromUtf8(file.readAll());
    QCOMPARE(csv.count(QStringLiteral("\r\n")), 2);
    QVERIFY2(csv.contains(QStringLiteral("\"'=paid by \"\"bank\"\", twice\"")), qPrintable(csv));
}

void OperatorRecordsTest::begunArticlesAreKept()
{
    const Article begun{QStringLiteral("refunds"),
                        QStringLiteral("Refunds"),
                        Category::Billing,
                        {},
                        QStringLiteral("Half a paragraph"),
                        {}};
    VERIFY_RESULT(keepBegunArticle(*m_workspace, begun));
    const auto kept = readBegunArticles(*m_workspace);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->size(), size_t(1));
    QCOMPARE(kept->front().text, begun.text);
    QCOMPARE(kept->front().category, begun.category);

    Article dropped;
    dropped.id = begun.id;
    VERIFY_RESULT(keepBegunArticle(*m_workspace, dropped));
    QVERIFY(readBegunArticles(*m_workspace)->empty());
}

QTEST_GUILESS_MAIN(OperatorRecordsTest)
#include "tst_operatorrecords.moc"
