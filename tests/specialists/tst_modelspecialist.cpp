// A language model beside the built-in engine: what it may look up and say, and who answers when it fails.

#include "core/ResourcePaths.h"
#include "SpecialistDoubles.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class ModelSpecialistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void modelWordsTheAnswer();
    void withoutAModelTheBuiltinAnswers();
    void modelLooksThingsUp();
    void inventedArgumentIsNeverACall();
    void sameCallIsNotMadeTwice();
    void writeIsLeftToTheBuiltin();
    void agreedWriteIsTheBuiltinsOwn();
    void writeThatAPersonChangedIsNotAskedForAgain();
    void questionOfTheBuiltinGoesFirst();
    void inventedFigureGoesToAPerson();
    void secondTryMayMendIt();
    void anyFailureFallsBack_data();
    void anyFailureFallsBack();
    void callAsTextIsNoDraft();
    void inventedSourceLowersConfidence();
    void otherLanguagesAreForAPerson();
    void stopEndsTheTurn();
    void roundsEnd();
    void anInterruptedTurnGoesOn();
    void modelSeesOnlyItsSpecialistsTools();
    void customersNameIsNotSent();
    void runKeepsWhatWasSentWhoeverAnswers();
    void draftNamesTheModelThatAnswered();
    void whatIsKnownOfTheCustomerIsSaidToTheGuard();

private:
    ModelSpecialist make()
    {
        return ModelSpecialist({m_builtin, m_playbooks, m_words, m_knowledge, *m_registry, 5}, [this] {
            return AnsweringModel{m_model, u"fast"_s};
        });
    }
    NextStep step(const std::vector<ToolCall> &calls = {})
    {
        return made(make().next(m_context, calls, RunControl()));
    }
    // next() until it is done, with every read answered by `result`.
    NextStep run(const Json &result = Json::object())
    {
        std::vector<ToolCall> calls;
        for (int i = 0; i < 12; ++i) {
            NextStep next = step(calls);
            const auto *wanted = std::get_if<CallTools>(&next);
            if (wanted == nullptr)
                return next;
            m_context.engineState = wanted->state;
            for (const ToolRequest &request : wanted->requests) {
                m_made << request.name;
                ToolCall call;
                call.name = request.name;
                call.args = request.args;
                call.result = result;
                if (call.name == u"process_refund"_s && m_approvedMinor > 0)
                    call.args["amount_minor"] = m_approvedMinor;
                calls.push_back(call);
            }
        }
        qFatal("the turn does not end");
    }

    qint64 m_approvedMinor = 0; // by a person, in place of what was asked for; 0: unchanged
    Builtin m_builtin;
    OnePassage m_knowledge;
    std::shared_ptr<const PlaybookLibrary> m_playbooks;
    std::shared_ptr<const ValueWords> m_words;
    std::shared_ptr<ToolRegistry> m_registry;
    std::shared_ptr<ScriptedChatModel> m_model;
    TurnContext m_context;
    QStringList m_made;
};

void ModelSpecialistTest::init()
{
    m_approvedMinor = 0;
    if (!m_playbooks) {
        m_playbooks = made(PlaybookLibrary::load(resourceFile(u"playbooks"_s)));
        m_words = std::make_shared<const ValueWords>(made(ValueWords::load({u"en"_s, u"de"_s})));
        m_registry = made(makeBuiltinTools({}, std::make_shared<NoDocuments>()));
    }
    m_builtin = Builtin();
    m_model = std::make_shared<ScriptedChatModel>();
    m_made.clear();
    m_context = {};
    m_context.text = u"How long do you keep my export INV-1042?"_s;
    m_context.category = Category::Billing;
    m_context.intent = u"billing.invoice_copy"_s;
    m_context.intentScores = {{m_context.intent, 0.9}};
    m_context.channel = ChannelKind::Chat;
    m_context.now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    CustomerContext customer;
    customer.id = u"cus_1"_s;
    customer.name = u"Ada Brook"_s;
    customer.email = u"ada@brook.example"_s;
    customer.plan = u"pro"_s;
    customer.status = u"active"_s;
    m_context.customer = customer;
}

void ModelSpecialistTest::modelWordsTheAnswer()
{
    m_model->says(u"You find exports for 30 days under Settings, Export. [1]"_s);

    const auto draft = std::get<DraftReply>(run());

    QVERIFY2(draft.text.contains(u"under Settings, Export."_s), qPrintable(draft.text));
    QVERIFY(!draft.text.contains(u'['));
    QCOMPARE(draft.engine, u"fast"_s);
    QCOMPARE(draft.citations.size(), size_t(1));
    QCOMPARE(draft.citations.front().document, u"kb/exports"_s);
    QCOMPARE(draft.confidence, 0.9); // measured, as for the built-in engine: the model has no say in it
    QCOMPARE(stringOr(draft.memory, "playbook"), u"knowledge"_s);
}

void ModelSpecialistTest::withoutAModelTheBuiltinAnswers()
{
    m_model.reset();

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(draft.text, Builtin::answer().text);
    QVERIFY(draft.engine.isEmpty());
}

void ModelSpecialistTest::modelLooksThingsUp()
{
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "INV-1042"}});
    m_model->says(u"Invoice INV-1042 over 49.00 USD is paid."_s);

    const auto draft = std::get<DraftReply>(run(jsonLiteral(
        R"({"invoices":[{"id":"INV-1042","amount_minor":4900,"currency":"USD","status":"paid"}]})")));

    QCOMPARE(m_made, QStringList{u"check_invoice"_s});
    QCOMPARE(draft.engine, u"fast"_s);
    QVERIFY(draft.text.contains(u"49.00 USD"_s));
    const auto &messages = m_model->asked.back().messages;
    QCOMPARE(messages.back().role, ChatRole::Tool);
    QVERIFY(messages.back().text.contains(u"4900"_s));
}

void ModelSpecialistTest::inventedArgumentIsNeverACall()
{
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "1234567890"}});
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    (void)run();

    QVERIFY(m_made.isEmpty());
    QVERIFY(m_model->asked.back().messages.back().text.contains(u"neither in the conversation"_s));
}

void ModelSpecialistTest::sameCallIsNotMadeTwice()
{
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "INV-1042"}});
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "INV-1042"}});
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    (void)run();

    QCOMPARE(m_made.size(), 1);
}

void ModelSpecialistTest::writeIsLeftToTheBuiltin()
{
    // A question about a status; the model wants to refund it.
    m_model->calls(u"process_refund"_s,
                   {{"invoice_id", "INV-1042"}, {"amount_minor", 100}, {"currency", "USD"}});

    const auto draft = std::get<DraftReply>(run());

    QVERIFY(m_made.isEmpty());
    QCOMPARE(draft.text, Builtin::answer().text);
    QVERIFY(draft.engine.isEmpty());
}

void ModelSpecialistTest::agreedWriteIsTheBuiltinsOwn()
{
    const Json args = {{"invoice_id", "INV-1042"}, {"amount_minor", 4900}, {"currency", "USD"}};
    m_builtin.script = [args](const std::vector<ToolCall> &calls) {
        if (calls.empty())
            return NextStep(CallTools{{{u"process_refund"_s, args}}, {}});
        DraftReply draft = Builtin::answer();
        draft.text = u"Refunded."_s;
        return NextStep(draft);
    };
    m_model->calls(u"process_refund"_s,
                   {{"invoice_id", "INV-1042"}, {"amount_minor", 999999}, {"currency", "USD"}});

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(m_made, QStringList{u"process_refund"_s}); // with the built-in engine's arguments
    QCOMPARE(draft.text, u"Refunded."_s);
    QVERIFY(draft.engine.isEmpty());
}

void ModelSpecialistTest::writeThatAPersonChangedIsNotAskedForAgain()
{
    m_approvedMinor = 2000;

    agreedWriteIsTheBuiltinsOwn();
}

void ModelSpecialistTest::questionOfTheBuiltinGoesFirst()
{
    m_builtin.script = [](const std::vector<ToolCall> &) {
        DraftReply draft = Builtin::answer();
        draft.text = u"Which invoice do you mean?"_s;
        draft.asksCustomer = true;
        draft.memory["awaiting"] = "invoice";
        return NextStep(draft);
    };
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(draft.text, u"Which invoice do you mean?"_s);
}

void ModelSpecialistTest::inventedFigureGoesToAPerson()
{
    m_model->says(u"Exports are kept for 90 days. [1]"_s);
    m_model->says(u"Exports are kept for 60 days. [1]"_s);

    const auto giveUp = std::get<GiveUp>(run());

    QVERIFY(!giveUp.reasons.empty());
    QCOMPARE(giveUp.reasons.front().reason, EscalationReason::LowConfidence);
    QVERIFY2(giveUp.reasons.front().detail.contains(u"60 days"_s), qPrintable(giveUp.reasons.front().detail));
    QVERIFY(giveUp.draft.text.contains(u"60 days"_s)); // for the person, with the reason
}

void ModelSpecialistTest::secondTryMayMendIt()
{
    m_model->says(u"Exports are kept for 90 days. [1]"_s);
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(draft.engine, u"fast"_s);
    QVERIFY(m_model->asked.back().messages.back().text.contains(u"90 days"_s)); // told why
}

void ModelSpecialistTest::anyFailureFallsBack_data()
{
    QTest::addColumn<int>("fault");
    for (int fault = 0; fault < static_cast<int>(ChatFault::Stopped); ++fault)
        QTest::newRow(qPrintable(nameOf(static_cast<ChatFault>(fault)))) << fault;
}

void ModelSpecialistTest::anyFailureFallsBack()
{
    QFETCH(int, fault);
    m_model->fails(static_cast<ChatFault>(fault));

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(draft.text, Builtin::answer().text);
    QVERIFY(draft.engine.isEmpty());
}

void ModelSpecialistTest::callAsTextIsNoDraft()
{
    for (const QString &text : {u"```json\n{\"name\": \"check_invoice\", \"arguments\": {}}\n```"_s,
                                u"I call check_invoice(INV-1042) now."_s, u"  "_s}) {
        m_context.engineState = Json();
        m_model->says(text);
        QCOMPARE(std::get<DraftReply>(run()).text, Builtin::answer().text);
    }
    QVERIFY(m_made.isEmpty());
}

void ModelSpecialistTest::inventedSourceLowersConfidence()
{
    m_model->says(u"Exports are kept for 30 days. [7]"_s);

    const auto draft = std::get<DraftReply>(run());

    QVERIFY(draft.confidence < 0.9);
    QVERIFY(!draft.text.contains(u'['));
}

void ModelSpecialistTest::otherLanguagesAreForAPerson()
{
    m_context.language = u"de"_s;
    m_model->says(u"Exports 30 days. [1]"_s);

    QVERIFY(std::get<DraftReply>(run()).confidence < 0.5);
}

void ModelSpecialistTest::stopEndsTheTurn()
{
    std::stop_source stop;
    m_model->steps.push_back([&](const ChatRequest &) {
        stop.request_stop();
        return ChatResult::failed(ChatFault::Stopped);
    });

    const auto step = make().next(m_context, {}, RunControl(stop.get_token()));

    QVERIFY(!step);
    QCOMPARE(step.error().kind, ErrorKind::Cancelled);
}

void ModelSpecialistTest::roundsEnd()
{
    for (int i = 0; i < 6; ++i)
        m_model->calls(u"search_docs"_s, {{"query", QString(u"export "_s + QString(i, u'x'))}});

    const auto draft = std::get<DraftReply>(run());

    QCOMPARE(draft.text, Builtin::answer().text);
    QCOMPARE(m_model->asked.size(), size_t(6));
}

void ModelSpecialistTest::anInterruptedTurnGoesOn()
{
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "INV-1042"}});
    NextStep first = step();
    const Json state = std::get<CallTools>(first).state;
    QVERIFY(state.is_object());

    // Another process, with what was stored.
    m_context.engineState = *parseJson(toBytes(state));
    m_model->says(u"Exports are kept for 30 days. [1]"_s);
    ToolCall call;
    call.name = u"check_invoice"_s;
    call.args = {{"invoice_id", "INV-1042"}};
    call.result = Json::object();
    const auto draft = std::get<DraftReply>(step({call}));

    QCOMPARE(draft.engine, u"fast"_s);
    QCOMPARE(m_model->asked.size(), size_t(2)); // the first answer was not paid for again
    // What was sent before is the beginning of what is sent now, word by word: servers keep it.
    QCOMPARE(m_model->asked[1].system, m_model->asked[0].system);
    for (size_t i = 0; i < m_model->asked[0].messages.size(); ++i)
        QCOMPARE(toBytes(toJson(m_model->asked[1].messages[i])),
                 toBytes(toJson(m_model->asked[0].messages[i])));
}

void ModelSpecialistTest::modelSeesOnlyItsSpecialistsTools()
{
    m_context.category = Category::Technical;
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    (void)run();

    for (const ToolOffer &tool : m_model->asked.front().tools)
        QVERIFY2(tool.name != u"process_refund"_s && tool.name != u"update_account"_s, qPrintable(tool.name));
}

void ModelSpecialistTest::customersNameIsNotSent()
{
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    (void)run();

    const ChatRequest &request = m_model->asked.front();
    QString all = request.system;
    for (const ChatMessage &message : request.messages)
        all += message.text;
    QVERIFY(!all.contains(u"Ada"_s) && !all.contains(u"brook.example"_s) && !all.contains(u"cus_1"_s));
}

void ModelSpecialistTest::runKeepsWhatWasSentWhoeverAnswers()
{
    const auto told = [](ChatResult result) {
        result.sent = Json::array({{{"model", "fast"}}});
        return result;
    };
    m_model->steps.push_back([&](const ChatRequest &) {
        return told(ScriptedChatModel::reply(u"Exports are kept for 30 days. [1]"_s));
    });
    const auto draft = std::get<DraftReply>(run());
    QCOMPARE(draft.engine, u"fast"_s);
    QCOMPARE(stringOr(draft.sent[0], "model"), u"fast"_s);

    m_context.engineState = Json();
    m_model->steps.push_back(
        [&](const ChatRequest &) { return told(ChatResult::failed(ChatFault::Garbled)); });
    const auto other = std::get<DraftReply>(run());
    QVERIFY(other.engine.isEmpty());
    QCOMPARE(stringOr(other.sent[0], "model"), u"fast"_s);
}

void ModelSpecialistTest::draftNamesTheModelThatAnswered()
{
    m_model->steps.push_back([](const ChatRequest &) {
        ChatResult result = ScriptedChatModel::reply(u"Exports are kept for 30 days. [1]"_s);
        result.model = u"second"_s;
        return result;
    });

    QCOMPARE(std::get<DraftReply>(run()).engine, u"second"_s);
}

void ModelSpecialistTest::whatIsKnownOfTheCustomerIsSaidToTheGuard()
{
    m_context.sender = u"Nils Berg nils@berg.example"_s;
    m_model->says(u"Exports are kept for 30 days. [1]"_s);

    (void)run();

    QStringList known;
    for (const PersonalValue &value : m_model->asked.front().personal)
        known << value.text;
    QCOMPARE(known, (QStringList{u"Ada Brook"_s, u"ada@brook.example"_s, u"cus_1"_s, u"Nils Berg"_s}));
}

QTEST_GUILESS_MAIN(ModelSpecialistTest)
#include "tst_modelspecialist.moc"
