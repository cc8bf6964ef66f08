// What is hidden from a model, and that it comes back letter by letter.

#include "specialists/GuardedChatModel.h"
#include "specialists/PersonalData.h"
#include "specialists/PersonalPlaceholders.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

#include <QRandomGenerator>
#include <QSet>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const std::vector<PersonalValue> record{
    {PersonalKind::Name, u"Ada van der Brook"_s},  {PersonalKind::Email, u"ada@brook.example"_s},
    {PersonalKind::Phone, u"+44 20 7946 0123"_s},  {PersonalKind::Address, u"7 Mill Lane, Leeds LS1 4AB"_s},
    {PersonalKind::Company, u"Brook Interiors"_s}, {PersonalKind::Other, u"cus_77"_s}};

PersonalPlaceholders learnt(const QString &text, const std::vector<PersonalValue> &known = record,
                            qint64 conversation = 1)
{
    PersonalPlaceholders placeholders("key", ConversationId{conversation});
    placeholders.learn(text, known);
    return placeholders;
}

} // namespace

class PersonalDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHidden_data();
    void isHidden();
    void staysReadable_data();
    void staysReadable();
    void hiddenTextComesBack();
    void placeholderIsTheSameThroughoutAConversation();
    void placeholdersOfAnotherConversationAreUnknown();
    void whatLooksLikeAPlaceholderIsData();
    void modelSeesPlaceholdersAndToolsGetValues();
    void resultsAreHiddenByTheirMembers();
    void inventedPlaceholderEndsTheReply_data();
    void inventedPlaceholderEndsTheReply();
    void halfACharacterHidesNothingFromSight();
    void localModelIsSentTheWordsThemselves();
    void wordsAreShownWhole();

private:
    ChatRequest question(const QString &text)
    {
        ChatRequest request;
        request.system = u"Rules."_s;
        request.messages = {{ChatRole::User, text, {}, {}, {}}};
        request.purpose.conversation = ConversationId{1};
        request.personal = record;
        return request;
    }
    static ModelProfile cloud()
    {
        ModelProfile profile;
        profile.name = u"cloud"_s;
        profile.url = QUrl(u"https://models.example.org/v1"_s);
        return profile;
    }
    ChatResult ask(const ChatRequest &request, const ModelProfile &profile = cloud())
    {
        return GuardedChatModel(m_model, profile, "key").complete(request, {});
    }

    std::shared_ptr<ScriptedChatModel> m_model = std::make_shared<ScriptedChatModel>();
};

void PersonalDataTest::isHidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("name") << u"Regards, Ada van der Brook"_s << u"Brook"_s;
    QTest::newRow("name, other case") << u"i am ADA VAN DER BROOK, help"_s << u"BROOK"_s;
    QTest::newRow("first name alone") << u"ada here, my export fails"_s << u"ada"_s;
    QTest::newRow("surname alone") << u"Please ask Mrs Brook about it"_s << u"Brook"_s;
    QTest::newRow("name over two lines") << u"Ada\nvan der Brook"_s << u"Brook"_s;
    QTest::newRow("e-mail") << u"Write to ADA@brook.example please"_s << u"brook.example"_s;
    QTest::newRow("other e-mail") << u"or o'neil+x@mail.example.co.uk"_s << u"neil"_s;
    QTest::newRow("phone") << u"call 020 7946 0123 after six"_s << u"0123"_s;
    QTest::newRow("other phone") << u"my number is (555) 013-4477."_s << u"4477"_s;
    QTest::newRow("dialled") << u"01632960123 is where I am"_s << u"960123"_s;
    QTest::newRow("phone without blanks") << u"phone: 5550134477"_s << u"5550134477"_s;
    QTest::newRow("address") << u"send it to 7 mill lane, Leeds LS1 4AB"_s << u"mill"_s;
    QTest::newRow("other address") << u"I moved to 12 Rose Street, York"_s << u"Rose"_s;
    QTest::newRow("German address") << u"Ich wohne in der Lindenstraße 12, 10969 Berlin."_s
                                    << u"Lindenstra"_s;
    QTest::newRow("French address") << u"J'habite 4 rue des Lilas, 75010 Paris"_s << u"Lilas"_s;
    QTest::newRow("company") << u"for brook interiors we need it"_s << u"interiors"_s;
    QTest::newRow("customer's id") << u"my id is cus_77"_s << u"cus_77"_s;
    QTest::newRow("card") << u"card 4111 1111 1111 1111"_s << u"1111"_s;
    QTest::newRow("account") << u"IBAN DE89370400440532013000"_s << u"3704"_s;
    QTest::newRow("named") << u"my name is nils berg and I pay"_s << u"berg"_s;
    QTest::newRow("introduced") << u"Hello, this is Nils Berg from sales"_s << u"Berg"_s;
    QTest::newRow("German name") << u"Ich heiße Nils Berg."_s << u"Berg"_s;
    QTest::newRow("signed") << u"It fails again.\nThanks,\nNils"_s << u"Nils"_s;
    QTest::newRow("greeted") << u"Dear Nils,\nwe looked at it."_s << u"Nils"_s;
    QTest::newRow("new name") << u"Please change my name to Nils Berg."_s << u"Berg"_s;
}

void PersonalDataTest::isHidden()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const PersonalPlaceholders placeholders = learnt(text);

    const QString hidden = placeholders.hide(text);

    QVERIFY2(!hidden.contains(secret), qPrintable(hidden));
    QCOMPARE(placeholders.reveal(hidden), std::optional(text));
}

void PersonalDataTest::staysReadable_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("invoice") << u"Has invoice INV-1042 of 2026-11-03 over 1,249.00 USD been paid?"_s;
    QTest::newRow("date") << u"On 03.11.2026 at 14:30 it stopped with error NL-401."_s;
    QTest::newRow("order") << u"My order 20264711 is late."_s;
    QTest::newRow("order with zeros") << u"check status of order 00004587345 and 00123842"_s;
    QTest::newRow("greeting") << u"Hello, I recently ordered an item. Hi, Can you help?"_s;
    QTest::newRow("question") << u"How do I export a board? I will wait until May."_s;
    QTest::newRow("version") << u"Version 10.15.7 crashes after 30 days in one place."_s;
}

void PersonalDataTest::staysReadable()
{
    QFETCH(QString, text);

    QCOMPARE(learnt(text).hide(text), text);
}

// Any text comes back as it was, also one made of placeholders, brackets and pieces of values.
void PersonalDataTest::hiddenTextComesBack()
{
    QRandomGenerator random(26);
    const QStringList pieces{u"Ada"_s,
                             u"van der Brook"_s,
                             u"ada@brook.example"_s,
                             u"+44 20 7946 0123"_s,
                             u"["_s,
                             u"]"_s,
                             u"_"_s,
                             u"NAME_BCDFG"_s,
                             u"[EMAIL_BCDFG]"_s,
                             u"name_q"_s,
                             u" "_s,
                             u"\n"_s,
                             u"Mill"_s,
                             u"Lane"_s,
                             u"7"_s,
                             u"my name is "_s,
                             u"Thanks, "_s,
                             u"Zoë"_s,
                             u"\U0001F600"_s,
                             u"cus_77"_s,
                             u"INV-1042"_s,
                             u"x"_s,
                             u"DATA_"_s,
                             u"."_s};
    for (int round = 0; round < 1000; ++round) {
        QString text;
        for (int i = random.bounded(14); i >= 0; --i)
            text += pieces[random.bounded(pieces.size())];
        const PersonalPlaceholders placeholders = learnt(text);
        QCOMPARE(placeholders.reveal(placeholders.hide(text)), std::optional(text));
    }
}

void PersonalDataTest::placeholderIsTheSameThroughoutAConversation()
{
    const QString first = u"I am Ada, ada@brook.example"_s;
    const QString later = u"Again: ada@brook.example. And x@y.example"_s;
    const QString hidden = learnt(first).hide(u"ada@brook.example"_s);

    QVERIFY(learnt(later).hide(later).contains(hidden));
    QVERIFY(learnt(first, record, 2).hide(u"ada@brook.example"_s) != hidden);
}

void PersonalDataTest::placeholdersOfAnotherConversationAreUnknown()
{
    const QString text = u"ada@brook.example"_s;
    const QString other = learnt(text, record, 2).hide(text);

    QVERIFY(!learnt(text).reveal(u"Write to "_s + other));
}

void PersonalDataTest::whatLooksLikeAPlaceholderIsData()
{
    const QString text = u"What is [NAME_BCDFG]? And email_x1?"_s;
    const PersonalPlaceholders placeholders = learnt(text);
    const QString hidden = placeholders.hide(text);

    QVERIFY2(!hidden.contains(u"NAME_BCDFG"_s) && !hidden.contains(u"email_x1"_s), qPrintable(hidden));
    QCOMPARE(placeholders.reveal(hidden), std::optional(text));
}

void PersonalDataTest::modelSeesPlaceholdersAndToolsGetValues()
{
    m_model->steps.push_back([](const ChatRequest &request) {
        const QString email = request.messages.front().text.section(u"new address is "_s, 1).chopped(1);
        ChatResult result = ScriptedChatModel::reply(u"For "_s + email);
        result.reply->calls = {{u"c1"_s, u"update_account"_s, {{"email", email}}, {}}};
        return result;
    });

    const ChatResult result = ask(question(u"Hello, my new address is ada.new@brook.example."_s));

    QVERIFY(result.reply);
    QCOMPARE(stringOr(result.reply->calls.front().args, "email"), u"ada.new@brook.example"_s);
    QCOMPARE(result.reply->text, u"For ada.new@brook.example"_s);
    const ChatRequest &asked = m_model->asked.back();
    QVERIFY(!asked.messages.front().text.contains(u"brook"_s));
    QVERIFY(asked.personal.empty());
    QCOMPARE(stringOr(result.sent[0]["messages"][0], "text"), asked.messages.front().text);
    QCOMPARE(stringOr(result.sent[0], "system"), asked.system);
    QVERIFY(boolOr(result.sent[0], "placeholders", false));
}

void PersonalDataTest::resultsAreHiddenByTheirMembers()
{
    ChatRequest request = question(u"Who is it?"_s);
    ChatMessage call{
        ChatRole::Assistant, {}, {{u"c1"_s, u"look_up"_s, {{"email", "zed@z.example"}}, {}}}, {}, {}};
    ChatMessage result{ChatRole::Tool,
                       uR"({"customer":{"name":"zed q","phone":"1","note":"zed q called"}})"_s,
                       {},
                       u"c1"_s,
                       {}};
    request.messages.push_back(call);
    request.messages.push_back(result);
    m_model->says(u"ok"_s);

    (void)ask(request);

    const auto &messages = m_model->asked.back().messages;
    QVERIFY2(!messages[2].text.contains(u"zed"_s), qPrintable(messages[2].text));
    QVERIFY(parseJson(messages[2].text.toUtf8()));
    QVERIFY(!toBytes(messages[1].calls.front().args).contains("zed"));
}

void PersonalDataTest::inventedPlaceholderEndsTheReply_data()
{
    QTest::addColumn<QString>("invented");
    QTest::newRow("brackets") << u"[EMAIL_TTTTT]"_s;
    QTest::newRow("bare") << u"PHONE_TTTTT"_s;
    QTest::newRow("small") << u"[name_ttttt]"_s;
    QTest::newRow("figures") << u"[NAME_1]"_s;
}

void PersonalDataTest::inventedPlaceholderEndsTheReply()
{
    QFETCH(QString, invented);
    m_model->says(u"Dear "_s + invented);
    const ChatResult said = ask(question(u"Help, I am Ada"_s));
    m_model->calls(u"look_up"_s, {{"who", {invented}}});
    const ChatResult called = ask(question(u"Help, I am Ada"_s));

    QVERIFY(!said.reply && !called.reply);
    QCOMPARE(said.failure.fault, ChatFault::Garbled);
    QVERIFY(said.usage.input > 0); // it was paid for all the same
}

void PersonalDataTest::halfACharacterHidesNothingFromSight()
{
    m_model->says(u"ok"_s);

    (void)ask(question(u"I am Ada "_s + QChar(0xd83d)));

    QVERIFY(!m_model->asked.back().messages.front().text.contains(u"Ada"_s));
}

void PersonalDataTest::localModelIsSentTheWordsThemselves()
{
    ModelProfile local = cloud();
    for (const char *address : {"http://127.0.0.1:8080/v1", "http://localhost:1/v1", "http://[::1]:1/v1"}) {
        local.url = QUrl(QString::fromLatin1(address));
        m_model->says(u"Dear [NAME_1]"_s); // nobody's placeholder: the judge sees to it

        const ChatResult result = ask(question(u"I am Ada"_s), local);

        QCOMPARE(m_model->asked.back().messages.front().text, u"I am Ada"_s);
        QVERIFY(result.reply && !boolOr(result.sent[0], "placeholders", true));
    }
    for (const char *address : {"http://127.0.0.1.example.org/v1", "https://localhost.example/v1"}) {
        local.url = QUrl(QString::fromLatin1(address));
        QVERIFY2(usesPlaceholders(local), address);
    }
    local.personalData = PersonalDataRule::AsWritten;
    QVERIFY(!usesPlaceholders(local));
    local.url = QUrl(u"http://127.0.0.1:1"_s);
    local.personalData = PersonalDataRule::Placeholders;
    QVERIFY(usesPlaceholders(local));
}

// Half a placeholder on the screen could not be put back.
void PersonalDataTest::wordsAreShownWhole()
{
    m_model->steps.push_back([](const ChatRequest &request) {
        return ScriptedChatModel::reply(u"Hello "_s + request.messages.front().text.section(u' ', -1));
    });
    QStringList shown;
    const ChatResult result =
        GuardedChatModel(m_model, cloud(), "key")
            .complete(question(u"I am Ada"_s), {}, [&](const QString &text) { shown << text; });

    QVERIFY(result.reply);
    QCOMPARE(shown, QStringList{u"Hello Ada"_s});
}

QTEST_GUILESS_MAIN(PersonalDataTest)
#include "tst_personaldata.moc"
