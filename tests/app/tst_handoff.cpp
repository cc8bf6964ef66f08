// The extract that a person reads who takes a conversation over: from the record alone, without a model.

#include "app/Handoff.h"
#include "support/TestSupport.h"

#include <algorithm>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime start(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);

ThreadEntry entry(Author author, const QString &text, int minute)
{
    ThreadEntry entry;
    entry.author = author;
    entry.text = text;
    entry.at = start.addSecs(60 * minute);
    return entry;
}

ToolCall call(const QString &name, ToolStatus status, const QString &preview = {})
{
    ToolCall call;
    call.name = name;
    call.args = {{"invoice_id", "INV-1042"}};
    call.status = status;
    call.preview = preview;
    return call;
}

ConversationView escalated()
{
    ConversationView view;
    view.row.id.value = 7;
    view.row.isUnread = true;
    view.thread = {entry(Author::Customer, u"Hello there. I was charged twice. Can I get one back?"_s, 0)};
    Outcome outcome;
    outcome.decision = Decision::Escalated;
    outcome.reasons = {{EscalationReason::LowConfidence, u"route"_s, 0.4, 0.8}};
    view.outcome = outcome;
    return view;
}

bool has(const std::vector<HandoffItem> &items, HandoffKind kind, const QString &text = {})
{
    return std::ranges::any_of(items, [&](const HandoffItem &item) {
        return item.kind == kind && (text.isEmpty() || item.text == text);
    });
}

} // namespace

class HandoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsAreAsked();
    void whatWasAnsweredByAPersonIsNotAskedAgain();
    void onlyDeedsAreDone();
    void whatIsOpenIsNamed();
    void modelsWordsTouchNoDeed();
    void anotherMessageIsAnotherState();
    void everyItemHasASentence();
};

void HandoffTest::questionsAreAsked()
{
    const HandoffSummary summary = handoffOf(escalated());

    QVERIFY(has(summary.asked, HandoffKind::Said, u"Can I get one back?"_s));
    QVERIFY(has(summary.asked, HandoffKind::Said, u"I was charged twice."_s));
    QCOMPARE(summary.asked.size(), size_t(2));
    QVERIFY(summary.engine.isEmpty());
    ConversationView brief = escalated();
    brief.thread = {entry(Author::Customer, u"Refund!"_s, 0)};
    QVERIFY(has(handoffOf(brief).asked, HandoffKind::Said, u"Refund!"_s));
    brief.thread = {entry(Author::Customer, QString(u"very long words "_s).repeated(100), 0)};
    QVERIFY(handoffOf(brief).asked.front().text.size() <= 240);
}

void HandoffTest::whatWasAnsweredByAPersonIsNotAskedAgain()
{
    ConversationView view = escalated();
    view.thread.push_back(entry(Author::Operator, u"Yes, it is on its way."_s, 5));
    view.thread.push_back(entry(Author::Customer, u"When does it arrive?"_s, 9));

    const HandoffSummary summary = handoffOf(view);

    QCOMPARE(summary.asked.size(), size_t(1));
    QCOMPARE(summary.asked.front().text, u"When does it arrive?"_s);
    QVERIFY(has(summary.tried, HandoffKind::Replied, u"Yes, it is on its way."_s));
    const auto unanswered = std::ranges::find(summary.open, HandoffKind::Unanswered, &HandoffItem::kind);
    QVERIFY(unanswered != summary.open.end());
    QCOMPARE(unanswered->at, start.addSecs(540));
}

void HandoffTest::onlyDeedsAreDone()
{
    ConversationView view = escalated();
    const QString refund = u"Refund 49.00 USD for INV-1042"_s;
    view.outcome->tools = {call(u"check_invoice"_s, ToolStatus::Done),
                           call(u"process_refund"_s, ToolStatus::Done, refund),
                           call(u"process_refund"_s, ToolStatus::PendingApproval, u"Refund 9.00 USD"_s),
                           call(u"reset_password"_s, ToolStatus::Failed, u"Send a link"_s)};
    ThreadEntry approved = entry(Author::System, {}, 3);
    approved.act = ActLine{refund, ActState::Approved, u"mo"_s, {}};
    ThreadEntry failed = approved;
    failed.act = ActLine{u"Send a link"_s, ActState::Approved, u"mo"_s, {}};
    ThreadEntry denied = approved;
    denied.act = ActLine{u"Close the account"_s, ActState::Denied, u"mo"_s, u"no"_s};
    view.thread.insert(view.thread.end(), {approved, failed, denied});

    const HandoffSummary summary = handoffOf(view);

    QCOMPARE(summary.done.size(), size_t(1)); // once, though the call and the approval tell it
    QCOMPARE(summary.done.front().text, refund);
    QVERIFY(has(summary.tried, HandoffKind::LookedUp, u"check_invoice (INV-1042)"_s));
    QVERIFY(has(summary.tried, HandoffKind::Failed, u"reset_password (INV-1042)"_s));
    QVERIFY(has(summary.tried, HandoffKind::Denied, u"Close the account"_s));
}

void HandoffTest::whatIsOpenIsNamed()
{
    ConversationView view = escalated();
    ApprovalView approval;
    approval.effect = u"Refund 9.00 USD for INV-1042"_s;
    view.approvals = {approval};
    view.outcome->citations = {{u"kb/refunds"_s, u"Refund policy"_s, 0, {}},
                               {u"kb/refunds"_s, u"Refund policy"_s, 1, {}}};
    view.draft = DraftView{{}, u"You can get it back."_s, u"You can get it back."_s, 0.4, false, {}};

    const HandoffSummary summary = handoffOf(view);

    QVERIFY(has(summary.open, HandoffKind::Waits, approval.effect));
    QVERIFY(has(summary.open, HandoffKind::Reason, nameOf(EscalationReason::LowConfidence)));
    QVERIFY(has(summary.open, HandoffKind::Unanswered));
    QCOMPARE(std::ranges::count(summary.tried, HandoffKind::Read, &HandoffItem::kind), 1);
    QVERIFY(has(summary.tried, HandoffKind::Proposed, u"You can get it back."_s));
}

void HandoffTest::modelsWordsTouchNoDeed()
{
    ConversationView view = escalated();
    view.outcome->tools = {call(u"process_refund"_s, ToolStatus::Done, u"Refund 49.00 USD"_s)};
    ApprovalView approval;
    approval.effect = u"Refund 9.00 USD"_s;
    view.approvals = {approval};

    const HandoffSummary summary = withWords(
        handoffOf(view), {{u"She wants one back."_s}, {}, {u"Somebody has to decide."_s}, u"fast"_s});

    QCOMPARE(summary.asked.size(), size_t(1));
    QCOMPARE(summary.done.front().text, u"Refund 49.00 USD"_s);
    QVERIFY(has(summary.open, HandoffKind::Said, u"Somebody has to decide."_s));
    QVERIFY(has(summary.open, HandoffKind::Waits, u"Refund 9.00 USD"_s));
    QVERIFY(!has(summary.open, HandoffKind::Reason));
    QCOMPARE(summary.engine, u"fast"_s);
}

void HandoffTest::anotherMessageIsAnotherState()
{
    ConversationView view = escalated();
    const QString before = basisOf(view);
    QCOMPARE(basisOf(escalated()), before);

    view.thread.push_back(entry(Author::Customer, u"Hello?"_s, 20));
    QVERIFY(basisOf(view) != before);
    view = escalated();
    view.outcome->run.value = 9;
    QVERIFY(basisOf(view) != before);
    view = escalated();
    view.approvals.resize(1);
    QVERIFY(basisOf(view) != before);
}

void HandoffTest::everyItemHasASentence()
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(HandoffKind::Unanswered); ++kind)
        sentences.insert(sentenceOf({static_cast<HandoffKind>(kind), u"x"_s, {}, start}));
    QCOMPARE(sentences.size(), static_cast<int>(HandoffKind::Unanswered) + 1);
    const Json json = toJson(handoffOf(escalated()));
    QCOMPARE(stringOr(json, "engine"), u"builtin"_s);
    QCOMPARE(json["asked"].size(), size_t(2));
}

QTEST_GUILESS_MAIN(HandoffTest)
#include "tst_handoff.moc"
