#include "core/ResourcePaths.h"
#include "specialists/BuiltinSpecialist.h"
#include "support/RealReader.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

// One passage for every question, as sure as the test wants.
class OnePassage final : public KnowledgeSource
{
public:
    double support = 0.9;
    QString text = QStringLiteral("Our support team answers from Monday to Friday, 8:00 to 18:00.");
    Result<EvidenceList> find(const QString &, std::optional<Category>, int,
                              const RunControl &) const override
    {
        EvidenceList list;
        list.support = support;
        list.passages = {{{QStringLiteral("kb/hours"), QStringLiteral("Hours"), 0, text}, {}, text, 1.0}};
        return list;
    }
};

Json invoice(const char *id, int minor, const char *status = "paid", int refunded = 0)
{
    return {{"id", id},          {"customer", "cus_1"},        {"amount_minor", minor},
            {"currency", "USD"}, {"issued", "2026-11-02"},     {"due", "2026-11-16"},
            {"status", status},  {"refunded_minor", refunded}, {"description", "Pro plan, November"}};
}

// Answers the calls that a specialist asks for from a table of invoices, like the tools do.
class Turn
{
public:
    Turn(const char *intent, Category category, const QString &text)
    {
        context.text = text;
        context.category = category;
        context.intent = QString::fromLatin1(intent);
        context.intentScores = {{context.intent, 0.95}};
        context.routeConfidence = 0.95;
        context.channel = ChannelKind::Chat;
        context.now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
        CustomerContext customer;
        customer.id = QStringLiteral("cus_1");
        customer.name = QStringLiteral("Ada Brook");
        customer.email = QStringLiteral("ada@brook.example");
        customer.plan = QStringLiteral("pro");
        context.customer = customer;
        auto loaded = PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        playbooks = *loaded;
        auto forms = ValueWords::load({QStringLiteral("en"), QStringLiteral("de")});
        if (!forms)
            qFatal("%s", qPrintable(forms.error().detail));
        words = std::make_shared<const ValueWords>(std::move(*forms));
        context.reading = Test::realReader().read(text);
    }

    NextStep run()
    {
        const BuiltinSpecialist specialist(playbooks, words, knowledge, 5);
        for (int round = 0; round < 10; ++round) {
            auto step = specialist.next(context, calls, RunControl());
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            const auto *wanted = std::get_if<CallTools>(&*step);
            if (wanted == nullptr)
                return *step;
            for (const ToolRequest &request : wanted->requests)
                calls.push_back(answered(request));
        }
        qFatal("the specialist does not come to an end");
    }

    DraftReply draft() { return std::get<DraftReply>(run()); }

    const ToolCall *call(const char *name) const
    {
        for (const ToolCall &made : calls) {
            if (made.name == QLatin1String(name))
                return &made;
        }
        return nullptr;
    }

    TurnContext context;
    OnePassage knowledge;
    Json invoices = Json::array();
    ToolStatus refundStatus = ToolStatus::Done;
    QString refundRule;
    std::vector<ToolCall> calls;

private:
    ToolCall answered(const ToolRequest &request) const
    {
        ToolCall call;
        call.name = request.name;
        call.args = request.args;
        if (request.name == QLatin1String("check_invoice")) {
            const QString id = stringOr(request.args, "invoice_id");
            call.result = Json::array();
            for (const Json &row : invoices) {
                if (id.isEmpty() || stringOr(row, "id") == id)
                    call.result.push_back(row);
            }
        } else if (request.name == QLatin1String("process_refund")) {
            call.status = refundStatus;
            call.rule = refundRule;
            call.key = QStringLiteral("key");
        }
        return call;
    }

    std::shared_ptr<const PlaybookLibrary> playbooks;
    std::shared_ptr<const ValueWords> words;
};

RequestPart part(const char *intent, Category category, const QString &text)
{
    RequestPart request;
    request.text = text;
    request.category = category;
    request.intent = QString::fromLatin1(intent);
    request.confidence = 0.95;
    request.intentScores = {{request.intent, 0.95}};
    request.reading = Test::realReader().read(text);
    return request;
}

} // namespace

class TestBuiltinSpecialist : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refundsTheNamedInvoice()
    {
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.invoices = Json::array({invoice("INV-7001", 4900), invoice("INV-7002", 1900)});

        const DraftReply draft = turn.draft();

        QVERIFY(turn.call("process_refund") != nullptr);
        QCOMPARE(stringOr(turn.call("process_refund")->args, "invoice_id"), QStringLiteral("INV-7001"));
        QCOMPARE(integerOr(turn.call("process_refund")->args, "amount_minor", 0), qint64(4900));
        QVERIFY(draft.text.startsWith(QStringLiteral("Hello Ada,")));
        QCOMPARE(draft.text.count(QStringLiteral("Ada")), 1);
        QVERIFY(draft.text.contains(QStringLiteral("49.00 USD")));
        QVERIFY(draft.confidence > 0.9);
    }

    void amountsInTheCustomersOwnWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("minor");
        QTest::newRow("all") << QStringLiteral("Please refund INV-7001") << 4900;
        QTest::newRow("a part") << QStringLiteral("Please refund $20 of INV-7001") << 2000;
        QTest::newRow("a decimal comma") << QStringLiteral("Please refund 12,50 of INV-7001") << 1250;
        QTest::newRow("a half") << QStringLiteral("Please refund half of INV-7001") << 2450;
        QTest::newRow("a share") << QStringLiteral("Please refund me 10 % of INV-7001") << 490;
    }

    void amountsInTheCustomersOwnWords()
    {
        QFETCH(QString, text);
        QFETCH(int, minor);
        Turn turn("billing.refund_request", Category::Billing, text);
        turn.invoices = Json::array({invoice("INV-7001", 4900)});

        (void)turn.draft();

        QVERIFY(turn.call("process_refund") != nullptr);
        QCOMPARE(integerOr(turn.call("process_refund")->args, "amount_minor", 0), qint64(minor));
    }

    void aPartWithoutAnAmountIsAskedFor()
    {
        Turn turn("billing.refund_request", Category::Billing,
                  QStringLiteral("Please refund INV-7001 partially"));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});

        const DraftReply draft = turn.draft();

        QVERIFY(turn.call("process_refund") == nullptr);
        QVERIFY(draft.asksCustomer);
        QCOMPARE(stringOr(draft.memory, "awaiting"), QStringLiteral("amount"));
    }

    void aQuestionMovesNoMoney_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Would I get a refund for INV-7001 if I cancelled?", "I don't want a refund of INV-7001",
              "What is your refund policy?", "How long does a refund take?", "Has INV-7001 been refunded?",
              "Did you already refund INV-7001?", "Are we eligible for a refund?"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void aQuestionMovesNoMoney()
    {
        QFETCH(QString, text);
        Turn turn("billing.refund_request", Category::Billing, text);
        turn.invoices = Json::array({invoice("INV-7001", 4900)});

        (void)turn.run();

        QVERIFY(turn.call("process_refund") == nullptr);
    }

    void whatCannotBeRefundedIsSaid_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("said");
        QTest::newRow("refunded") << QStringLiteral("refunded") << QStringLiteral("already been refunded");
        QTest::newRow("open") << QStringLiteral("open") << QStringLiteral("not been paid");
        QTest::newRow("void") << QStringLiteral("void") << QStringLiteral("never charged");
    }

    void whatCannotBeRefundedIsSaid()
    {
        QFETCH(QString, status);
        QFETCH(QString, said);
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.invoices = Json::array({invoice("INV-7001", 4900, status.toLatin1().constData(), 4900)});

        const DraftReply draft = turn.draft();

        QVERIFY(turn.call("process_refund") == nullptr);
        QVERIFY2(draft.text.contains(said), qPrintable(draft.text));
    }

    void aRefundThatWaitsIsNotCalledDone()
    {
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.invoices = Json::array({invoice("INV-7001", 24900)});
        turn.refundStatus = ToolStatus::PendingApproval;
        turn.refundRule = QStringLiteral("refund_limit");

        const DraftReply draft = turn.draft();

        QVERIFY(draft.text.contains(QStringLiteral("approve")));
        QVERIFY(!draft.text.contains(QStringLiteral("I have refunded")));
    }

    void aFailedRefundGivesUp()
    {
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});
        turn.refundStatus = ToolStatus::Failed;

        const NextStep step = turn.run();

        const auto *giveUp = std::get_if<GiveUp>(&step);
        QVERIFY(giveUp != nullptr);
        QCOMPARE(giveUp->reasons.front().reason, EscalationReason::ToolFailed);
    }

    void askedOnceThenAnswered()
    {
        Turn asked("billing.refund_request", Category::Billing, QStringLiteral("I want a refund"));
        asked.invoices = Json::array({invoice("INV-7001", 4900), invoice("INV-7002", 1900)});
        const DraftReply question = asked.draft();
        QVERIFY(question.asksCustomer);
        QVERIFY(asked.call("process_refund") == nullptr);

        Turn answer("billing.refund_request", Category::Billing, QStringLiteral("the cheaper one"));
        answer.invoices = asked.invoices;
        answer.context.memory = question.memory;
        answer.context.followsUp = true;
        (void)answer.draft();

        QVERIFY(answer.call("process_refund") != nullptr);
        QCOMPARE(stringOr(answer.call("process_refund")->args, "invoice_id"), QStringLiteral("INV-7002"));
    }

    void twoNamedInvoicesAreTwoRefunds()
    {
        Turn turn("billing.refund_request", Category::Billing,
                  QStringLiteral("Please refund INV-7001 and INV-7002"));
        turn.invoices = Json::array({invoice("INV-7001", 4900), invoice("INV-7002", 1900)});

        const DraftReply draft = turn.draft();

        int refunds = 0;
        for (const ToolCall &call : turn.calls)
            refunds += call.name == QLatin1String("process_refund") ? 1 : 0;
        QCOMPARE(refunds, 2);
        QVERIFY(draft.text.contains(QStringLiteral("INV-7001")) &&
                draft.text.contains(QStringLiteral("INV-7002")));
        QCOMPARE(draft.text.count(QStringLiteral("Hello")), 1);
    }

    void severalRequestsAreAnsweredInTheirOrder()
    {
        Turn turn("billing.refund_request", Category::Billing,
                  QStringLiteral("Please refund INV-7001. Please reset my password."));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});
        turn.context.requests = {
            part("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001.")),
            part("account.password_reset", Category::Account, QStringLiteral("Please reset my password."))};

        const DraftReply draft = turn.draft();

        QVERIFY(turn.call("process_refund") != nullptr);
        QVERIFY(turn.call("reset_password") != nullptr);
        QVERIFY(draft.text.indexOf(QStringLiteral("INV-7001")) <
                draft.text.indexOf(QStringLiteral("24 hours")));
    }

    void nothingIsDoneWhenAHalfCannotBeAnswered()
    {
        Turn turn("billing.refund_request", Category::Billing,
                  QStringLiteral("Please refund INV-7001. Do you ship to the moon?"));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});
        turn.knowledge.support = 0.1;
        turn.context.answerThreshold = 0.7;
        turn.context.requests = {
            part("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001.")),
            part("general.delivery_options", Category::General, QStringLiteral("Do you ship to the moon?"))};

        const NextStep step = turn.run();

        const auto *giveUp = std::get_if<GiveUp>(&step);
        QVERIFY(giveUp != nullptr);
        QVERIFY(turn.call("process_refund") == nullptr);
        QVERIFY(giveUp->reasons.back().detail.contains(QStringLiteral("billing.refund_request")));
        QVERIFY(giveUp->reasons.back().detail.contains(QStringLiteral("general.delivery_options")));
    }

    void aNamedInvoiceIsLookedUpWhateverTheRouterThinks()
    {
        Turn turn("billing.fees", Category::Billing, QStringLiteral("What is INV-7001 for?"));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});

        const DraftReply draft = turn.draft();

        QVERIFY(turn.call("check_invoice") != nullptr);
        QVERIFY(draft.text.contains(QStringLiteral("Pro plan, November")));
    }

    void knowledgeIsGivenWithItsSupport()
    {
        Turn turn("general.opening_hours", Category::General, QStringLiteral("When are you open?"));
        turn.knowledge.support = 0.83;

        const DraftReply draft = turn.draft();

        QVERIFY(draft.text.contains(QStringLiteral("8:00 to 18:00")));
        QCOMPARE(draft.citations.size(), size_t(1));
        QCOMPARE(draft.confidence, 0.83);
    }

    void theSameArgumentsGiveTheSameStep()
    {
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.invoices = Json::array({invoice("INV-7001", 4900)});
        const DraftReply first = turn.draft();

        QCOMPARE(turn.draft().text, first.text); // with the calls of the first time
    }

    void aStrangerIsAskedToIdentify()
    {
        Turn turn("billing.refund_request", Category::Billing, QStringLiteral("Please refund INV-7001"));
        turn.context.customer.reset();

        const DraftReply draft = turn.draft();

        QVERIFY(turn.calls.empty());
        QVERIFY(draft.text.contains(QStringLiteral("e-mail address on your account")));
    }
};

QTEST_GUILESS_MAIN(TestBuiltinSpecialist)
#include "tst_builtinspecialist.moc"
