// What models are told before their work: versions, which of them holds, and what is refused.

#include "StoreTestSupport.h"

#include "store/SqlitePromptRepository.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

class Moment final : public Clock
{
public:
    QDateTime now() const override { return at(0); }
};

} // namespace

class PromptsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedOnesFit();
    void newVersionHoldsAndIsRolledBack();
    void unfitTextIsRefused_data();
    void unfitTextIsRefused();
    void versionThatNoLongerFitsHoldsNot();

private:
    Moment m_clock;
};

void PromptsTest::shippedOnesFit()
{
    for (const QString &name : promptNames()) {
        const auto shipped = shippedPrompt(name);
        VERIFY_RESULT(shipped);
        VERIFY_RESULT(checkPrompt(name, shipped->text));
        QCOMPARE(shipped->version, 0);
    }
    QCOMPARE(shippedPrompt(u"nobody"_s).error().kind, ErrorKind::NotFound);
}

void PromptsTest::newVersionHoldsAndIsRolledBack()
{
    const TemporaryStore store;
    SqlitePromptRepository prompts(*store.database, m_clock);
    QCOMPARE(promptInForce(prompts, u"write"_s).version, 0);

    QCOMPARE(prompts.add(u"write"_s, u"Write briefly."_s, u"mo"_s).value_or(-1), 1);
    QCOMPARE(prompts.add(u"write"_s, u"Write at length."_s, u"jo"_s).value_or(-1), 2);

    QCOMPARE(promptInForce(prompts, u"write"_s).text, u"Write at length."_s);
    QCOMPARE(promptInForce(prompts, u"summary"_s).version, 0);
    VERIFY_RESULT(prompts.use(u"write"_s, 1, u"mo"_s));
    const PromptVersion holding = promptInForce(prompts, u"write"_s);
    QCOMPARE(holding.text, u"Write briefly."_s);
    QCOMPARE(holding.author, u"mo"_s);
    QCOMPARE(holding.at, at(0));
    QCOMPARE(prompts.versions(u"write"_s)->size(), size_t(2)); // nothing is lost by it
    VERIFY_RESULT(prompts.use(u"write"_s, 0, u"mo"_s));
    QCOMPARE(promptInForce(prompts, u"write"_s).version, 0);
    QCOMPARE(prompts.use(u"write"_s, 3, u"mo"_s).error().kind, ErrorKind::NotFound);
    QCOMPARE(prompts.add(u"write"_s, u"Write well."_s, u"mo"_s).value_or(-1), 3);
    QCOMPARE(store.number(u"SELECT COUNT(*) FROM audit_log WHERE action = 'prompt.saved'"_s), 3);
    QCOMPARE(store.number(u"SELECT COUNT(*) FROM audit_log WHERE action = 'prompt.rolled_back'"_s), 2);
}

void PromptsTest::unfitTextIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << u"nobody"_s << u"Write."_s;
    QTest::newRow("empty") << u"write"_s << u" \n"_s;
    QTest::newRow("too long") << u"write"_s << QString(20'001, u'x');
    QTest::newRow("place missing") << u"answer"_s << u"You are {category}."_s;
    QTest::newRow("place twice") << u"answer"_s << u"{category} {category} {playbooks}"_s;
    QTest::newRow("place of nothing") << u"write"_s << u"Write for {customer}."_s;
}

void PromptsTest::unfitTextIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const TemporaryStore store;
    SqlitePromptRepository prompts(*store.database, m_clock);

    QCOMPARE(prompts.add(name, text, u"mo"_s).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store.number(u"SELECT COUNT(*) FROM prompt_versions"_s), 0);
}

void PromptsTest::versionThatNoLongerFitsHoldsNot()
{
    const TemporaryStore store;
    SqlitePromptRepository prompts(*store.database, m_clock);
    VERIFY_RESULT(prompts.add(u"answer"_s, u"{category} {playbooks}"_s, u"mo"_s));
    VERIFY_RESULT(store.database->write([](Connection &connection) {
        return connection.runOnce(u"UPDATE prompt_versions SET text = 'nothing is filled in'"_s);
    }));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not fit"_s));

    QCOMPARE(promptInForce(prompts, u"answer"_s).version, 0);
}

QTEST_GUILESS_MAIN(PromptsTest)
#include "tst_prompts.moc"
