#include "security/SecretMasker.h"
#include "security/SecretTable.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestSecretMasker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreMasked_data();
    void secretsAreMasked();
    void ordinaryNumbersAndWordsStay_data();
    void ordinaryNumbersAndWordsStay();
    void maskingTwiceChangesNothing();
    void luhnChecksTheLastDigit();
    void checkDigitsAreChecked_data();
    void checkDigitsAreChecked();
    void everyPatternOfTheTableIsRead();
    void stringsOfJsonAreMasked();
    void largeTextsTakeLinearTime_data();
    void largeTextsTakeLinearTime();
};

void TestSecretMasker::secretsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::addColumn<SecretKind>("kind");
    const auto row = [](const char *text, const char *masked, SecretKind kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(masked) << kind;
    };
    row("my card 4111 1111 1111 1111 was declined", "my card [card ending 1111] was declined",
        SecretKind::Card);
    row("card:5555555555554444.", "card:[card ending 4444].", SecretKind::Card);
    row("3782-822463-10005", "[card ending 0005]", SecretKind::Card);
    row("pay to DE89 3704 0044 0532 0130 00 please", "pay to [IBAN ending 3000] please", SecretKind::Iban);
    row("GB82WEST12345698765432", "[IBAN ending 5432]", SecretKind::Iban);
    row("my password is Tulip!77.", "my password is [password].", SecretKind::Password);
    row("Password: hunter2", "Password: [password]", SecretKind::Password);
    row("the pwd = \"open sesame\"", "the pwd = \"[password] sesame\"", SecretKind::Password);
    row("Authorization: Bearer abcdef0123456789abcdef", "Authorization: Bearer [key ending cdef]",
        SecretKind::ApiKey);
    row("api key: 9f8e7d6c5b4a39281706", "api key: [key ending 1706]", SecretKind::ApiKey);
    row("AKIAIOSFODNN7EXAMPLE leaked", "[key ending MPLE] leaked", SecretKind::ApiKey);
    row("the verification code is 482913", "the verification code is [code]", SecretKind::OneTimeCode);
    row("OTP 4829 does not work", "OTP [code] does not work", SecretKind::OneTimeCode);
    row("my pin is 4711", "my pin is [code]", SecretKind::OneTimeCode);
    row("2-series 2223 0031 2200 3222 here", "2-series [card ending 3222] here", SecretKind::Card);
    row("last of the 2-series 2720990000000007", "last of the 2-series [card ending 0007]", SecretKind::Card);
    row("13 digits: 4222222222222", "13 digits: [card ending 2222]", SecretKind::Card);
    row("14 digits: 30569309025904", "14 digits: [card ending 5904]", SecretKind::Card);
    row("my old visa 4222 2222 2222 2", "my old visa [card ending 2222]", SecretKind::Card);
    row("4242\xE2\x80\x93"
        "4242\xC2\xA0"
        "4242.4242",
        "[card ending 4242]", SecretKind::Card);
    row("\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2"
        "\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2\xD9\xA4\xD9\xA2",
        "[card ending 4242]", SecretKind::Card);
    row("DE89 3704 0044 0532 0130 00 to", "[IBAN ending 3000] to", SecretKind::Iban);
    row("NO93 8601 1117 947 now", "[IBAN ending 7947] now", SecretKind::Iban);
    row("it says eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl here",
        "it says [token ending dXJl] here", SecretKind::Token);
    row("for the form: 219-09-9998", "for the form: [national id]", SecretKind::NationalId);
    row("-----BEGIN PRIVATE "
        "KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n-----END PRIVATE "
        "KEY----- is it",
        "[private key] is it", SecretKind::PrivateKey);
    row("https://mara:tulip77@files.example.test/", "https://mara:[password]@files.example.test/",
        SecretKind::Password);
    row("cvv 123", "cvv [card code]", SecretKind::CardCode);
    row("my ssn is 123-45-6789", "my ssn is [national id]", SecretKind::NationalId);
}

void TestSecretMasker::secretsAreMasked()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QFETCH(SecretKind, kind);

    const MaskedText result = maskSecrets(text);

    QCOMPARE(result.text, masked);
    QCOMPARE(result.secrets.size(), size_t(1));
    QCOMPARE(result.secrets.front(), kind);
}

void TestSecretMasker::ordinaryNumbersAndWordsStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"order 732201349959",
                             "invoice INV-2026-000417",
                             "call +49 30 1234567890",
                             "4111 1111 1111 1112 is no card",
                             "my password is not working",
                             "password is wrong",
                             "I forgot my password yesterday",
                             "reset password please",
                             "the password expired last week",
                             "error code 500123",
                             "my pin code does not work",
                             "card ending 1111",
                             "version 10.20.30.40",
                             "the code is not accepted",
                             "DE00 0000",
                             "tracking 1Z999AA10123456784",
                             "is the password stored encrypted?",
                             "2220 9900 0000 0005 is below the 2-series",
                             "2721000000000004 is above it",
                             "424242424242 has 12 digits",
                             "42424242424242424242 has 20",
                             "wrong phone nr, shoud be +4915755512345",
                             "000-12-3456",
                             "666-12-3456",
                             "123-00-4567",
                             "order 219-09-9998",
                             "INV-4111111111111111",
                             "eyJhbGciOiJIUzI1NiJ9 alone",
                             "DE89 3704 0044 0532 0130 01"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSecretMasker::ordinaryNumbersAndWordsStay()
{
    QFETCH(QString, text);

    const MaskedText result = maskSecrets(text);

    QCOMPARE(result.text, text);
    QVERIFY(result.secrets.empty());
}

void TestSecretMasker::maskingTwiceChangesNothing()
{
    const QString text = QStringLiteral("Card 4111111111111111, password: rose99, api key: "
                                        "9f8e7d6c5b4a39281706, otp 123456, IBAN DE89370400440532013000");

    const MaskedText once = maskSecrets(text);
    const MaskedText twice = maskSecrets(once.text);

    QCOMPARE(once.secrets.size(), size_t(5));
    QCOMPARE(twice.text, once.text);
    QVERIFY(twice.secrets.empty());
}

void TestSecretMasker::luhnChecksTheLastDigit()
{
    QVERIFY(passesLuhn(u"4111111111111111"));
    QVERIFY(!passesLuhn(u"4111111111111112"));
    QVERIFY(!passesLuhn(u""));
}

void TestSecretMasker::checkDigitsAreChecked_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("number"); // valid; with any other last character it is not
    const auto row = [](const char *check, const char *number) {
        QTest::newRow(check) << QString::fromLatin1(check) << QString::fromLatin1(number);
    };
    row("luhn", "5555555555554444");
    row("verhoeff", "999941057058");
    row("mod11_10", "86095742719");
    row("de_pension", "15070649C103");
    row("dni", "12345678Z");
    row("codice_fiscale", "RSSMRA85T10A562S");
    row("nir", "255081416802538");
    row("be_register", "85073003328");
    row("hetu", "131052308T");
    row("cpf", "52998224725");
    row("nric", "S1234567D");
}

void TestSecretMasker::checkDigitsAreChecked()
{
    QFETCH(QString, check);
    QFETCH(QString, number);
    const NumberCheck passes = findNumberCheck(check);
    QVERIFY(passes != nullptr);

    QVERIFY(passes(number));
    const QChar last = number.back();
    for (char16_t other = last.isDigit() ? u'0' : u'A'; other <= (last.isDigit() ? u'9' : u'Z'); ++other) {
        number.back() = other;
        QCOMPARE(passes(number), QChar(other) == last);
    }
    QVERIFY(!passes(number.left(5)));
}

void TestSecretMasker::everyPatternOfTheTableIsRead()
{
    const SecretTable &table = SecretTable::builtIn();

    QVERIFY(table.cards.size() > 10 && table.ibans.size() > 70 && table.keys.size() > 20);
    QCOMPARE(table.ibans.value(QStringLiteral("GB")), QStringLiteral("aaaannnnnnnnnnnnnn"));
    for (const SecretTable::NationalId &id : table.nationalIds) {
        QVERIFY2(id.expression.isValid(), qPrintable(id.name));
        QVERIFY2(id.weights.empty() == (id.modulus == 0), qPrintable(id.name));
    }
    for (const QRegularExpression *expression : {&table.nationalLabels, &table.otherNumber,
                                                 &table.noCardNumber, &table.passwords, &table.ordinaryWord})
        QVERIFY2(expression->isValid(), qPrintable(expression->errorString()));
}

void TestSecretMasker::stringsOfJsonAreMasked()
{
    const Json json{{"note", "card 4242424242424242"}, {"number", 4242424242424242}, {"list", {"cvv 123"}}};

    const Json masked = maskSecrets(json);

    QCOMPARE(stringOr(masked, "note"), QStringLiteral("card [card ending 4242]"));
    QCOMPARE(masked.at("number"), json.at("number"));
    QCOMPARE(masked.at("list").at(0).get<QString>(), QStringLiteral("cvv [card code]"));
}

void TestSecretMasker::largeTextsTakeLinearTime_data()
{
    QTest::addColumn<QString>("unit");
    for (const char *unit : {"4",
                             "4 2 4 2 ",
                             "4242 ",
                             "4242 4242 4242 4241 ",
                             "DE89 3704 ",
                             "password ",
                             "password is ",
                             "eyJaaaaaaaa-",
                             "eyJaaaaaaaa.",
                             "sk_live_-",
                             "-----BEGIN PRIVATE "
                             "KEY-----",
                             "bearer ",
                             "api key ",
                             "http://a:",
                             "?token=",
                             "ssn ",
                             "123-45-",
                             "12 ",
                             "\xE2\x80\x8B",
                             "a",
                             "token_",
                             "1-",
                             "card 4"})
        QTest::newRow(unit) << QString::fromUtf8(unit);
}

// No clock: the suite's limit of time fails what is quadratic, since this much would take hours.
void TestSecretMasker::largeTextsTakeLinearTime()
{
    QFETCH(QString, unit);

    const QString text = unit.repeated(200'000 / unit.size());

    QVERIFY(maskSecrets(text).text.size() <= text.size());
}

QTEST_GUILESS_MAIN(TestSecretMasker)
#include "tst_secretmasker.moc"
