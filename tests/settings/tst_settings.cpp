#include "settings/Settings.h"

#include "support/TestSupport.h"

#include <cmath>
#include <QSet>
#include <QtTest>

using namespace Helmdesk;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThoseOfTheCaseStudy();
    void definitionsAreComplete();
    void chatHasNoUndoWindow();
    void withChangesOneValueOfACopy();
    void heldBackLetsNothingOut();
    void strictestValuesAreValid();
    void invalidValuesAreRefused_data();
    void invalidValuesAreRefused();
    void manyAtOnceAreAllOrNone();
    void textIsReadAsTheType_data();
    void textIsReadAsTheType();
};

void SettingsTest::defaultsAreThoseOfTheCaseStudy()
{
    const Settings settings;

    QCOMPARE(settings.routingThreshold(), 0.8);
    QCOMPARE(settings.answerThreshold(), 0.7);
    QCOMPARE(settings.sentimentThreshold(), -0.5);
    QCOMPARE(settings.maxWords(), 100);
    QCOMPARE(settings.maxQuestions(), 3);
    QCOMPARE(settings.refundApprovalLimitMinor(), 10'000);
    QCOMPARE(settings.sessionTtlSeconds(), 3'600);
    QCOMPARE(settings.sessionMaxTurns(), 10);
    QCOMPARE(settings.topK(), 5);
    QCOMPARE(settings.toolTimeoutSeconds(), 5.0);
    QCOMPARE(settings.llmMaxTries(), 3);
    QCOMPARE(settings.mode(Category::General), Mode::Auto);
    QCOMPARE(settings.mode(Category::Billing), Mode::Suggest);
    QCOMPARE(settings.mode(Category::Technical), Mode::Suggest);
    QCOMPARE(settings.mode(Category::Account), Mode::Suggest);
    QCOMPARE(settings.mode(Category::Escalate), Mode::Off);
}

void SettingsTest::definitionsAreComplete()
{
    QSet<QString> names;
    int index = 0;
    for (const SettingDefinition &definition : settingDefinitions()) {
        const QString name = QLatin1String(definition.name);
        QCOMPARE(static_cast<int>(definition.key), index++);
        QVERIFY2(!names.contains(name), definition.name);
        names.insert(name);
        QVERIFY(findSetting(name) == &definition);
        QVERIFY2(QLatin1String(definition.meaning).endsWith(QLatin1Char('.')), definition.name);
        VERIFY_RESULT(Settings().with(name, definition.fallback)); // the default is valid
    }
    QVERIFY(names.contains(QStringLiteral("undo.window_s")));
    QVERIFY(!findSetting(QStringLiteral("nothing")));
}

void SettingsTest::chatHasNoUndoWindow()
{
    const Settings settings;

    QCOMPARE(settings.undoWindowSeconds(ChannelKind::Mail), 5.0);
    QCOMPARE(settings.undoWindowSeconds(ChannelKind::Chat), 0.0);
}

void SettingsTest::withChangesOneValueOfACopy()
{
    const Settings before;

    const auto after = before.with(QStringLiteral("modes.billing"), "auto");

    VERIFY_RESULT(after);
    QCOMPARE(after->mode(Category::Billing), Mode::Auto);
    QCOMPARE(before.mode(Category::Billing), Mode::Suggest);
    QVERIFY(!after->isDefault(SettingKey::ModeBilling));
    QVERIFY(after->withDefault(SettingKey::ModeBilling) == before);
    QCOMPARE(stringOr(after->toJson(), "modes.billing"), QStringLiteral("auto"));
}

void SettingsTest::heldBackLetsNothingOut()
{
    const auto before = Settings().with(
        Json{{"modes.billing", "auto"}, {"modes.general", "shadow"}, {"mail.sender_name", "Northlight"}});
    VERIFY_RESULT(before);

    const Settings held = before->heldBack();

    QVERIFY(held.isHeldBack());
    QVERIFY(!before->isHeldBack());
    for (const Category category :
         {Category::Billing, Category::Technical, Category::Account, Category::General, Category::Escalate})
        QCOMPARE(held.mode(category), Mode::Off);
    QCOMPARE(held.refundApprovalLimitMinor(), 0);
    QCOMPARE(held.mailSenderName(), QStringLiteral("Northlight"));
    QVERIFY(held.with(QStringLiteral("routing.threshold"), 0.9)->isHeldBack());
    QVERIFY(held != *before);
}

void SettingsTest::strictestValuesAreValid()
{
    int strict = 0;
    for (const SettingDefinition &definition : settingDefinitions()) {
        if (definition.strictest.is_null())
            continue;
        ++strict;
        VERIFY_RESULT(Settings().with(QLatin1String(definition.name), definition.strictest));
    }
    QCOMPARE(strict, 24);
}

void SettingsTest::invalidValuesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *title, const char *name, const char *json, const char *sentence) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(json)
                             << QString::fromLatin1(sentence);
    };
    row("unknown", "no.such", "1", "there is no setting named no.such");
    row("above", "routing.threshold", "1.01", "the setting routing.threshold must be a number from 0 to 1");
    row("below", "sentiment.threshold", "-2",
        "the setting sentiment.threshold must be a number from -1 to 1");
    row("text for a number", "answer.threshold", "\"0.5\"",
        "the setting answer.threshold must be a number from 0 to 1");
    row("fraction", "retrieval.top_k", "2.5",
        "the setting retrieval.top_k must be a whole number from 1 to 100");
    row("null", "retrieval.top_k", "null",
        "the setting retrieval.top_k must be a whole number from 1 to 100");
    row("choice", "modes.general", "\"always\"",
        "the setting modes.general must be one of off, shadow, suggest, auto");
    row("boolean", "ui.next_after_send", "1", "the setting ui.next_after_send must be true or false");
    row("text", "inbox.folder", "[]", "the setting inbox.folder must be a text");
    row("port", "http.port", "70000", "the setting http.port must be a whole number from 0 to 65535");
}

void SettingsTest::invalidValuesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, json);
    QFETCH(QString, sentence);
    const auto value = parseJson(json.toUtf8());
    VERIFY_RESULT(value);

    const auto refused = Settings().with(name, *value);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(refused.error().detail, sentence);
}

void SettingsTest::manyAtOnceAreAllOrNone()
{
    const auto both = Settings().with(Json{{"modes.billing", "auto"}, {"session.ttl_s", 60}});
    VERIFY_RESULT(both);
    QCOMPARE(both->sessionTtlSeconds(), 60);
    QCOMPARE(both->mode(Category::Billing), Mode::Auto);

    QVERIFY(!Settings().with(Json{{"modes.billing", "auto"}, {"session.ttl_s", 0}}));
    QVERIFY(!Settings().with(Json::array()));
}

void SettingsTest::textIsReadAsTheType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");

    QTest::newRow("number") << QStringLiteral("routing.threshold") << QStringLiteral("0.75")
                            << QStringLiteral("0.75");
    QTest::newRow("integer") << QStringLiteral("retrieval.top_k") << QStringLiteral("7")
                             << QStringLiteral("7");
    QTest::newRow("boolean") << QStringLiteral("ui.next_after_send") << QStringLiteral("False")
                             << QStringLiteral("false");
    QTest::newRow("choice") << QStringLiteral("modes.account") << QStringLiteral("off")
                            << QStringLiteral("\"off\"");
    QTest::newRow("nonsense") << QStringLiteral("retrieval.top_k") << QStringLiteral("many") << QString();
}

void SettingsTest::textIsReadAsTheType()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, stored);

    const auto settings = Settings().withText(name, text);

    QCOMPARE(settings.has_value(), !stored.isEmpty());
    if (settings)
        QCOMPARE(QString::fromUtf8(toBytes(settings->value(findSetting(name)->key))), stored);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
