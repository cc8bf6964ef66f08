#include "security/SecretMasker.h"
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
    for (const char *text :
         {"order 732201349959", "invoice INV-2026-000417", "call +49 30 1234567890",
          "4111 1111 1111 1112 is no card", "my password is not working", "password is wrong",
          "I forgot my password yesterday", "reset password please", "the password expired last week",
          "error code 500123", "my pin code does not work", "card ending 1111", "version 10.20.30.40",
          "the code is not accepted", "DE00 0000", "tracking 1Z999AA10123456784",
          "is the password stored encrypted?"})
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

QTEST_GUILESS_MAIN(TestSecretMasker)
#include "tst_secretmasker.moc"
