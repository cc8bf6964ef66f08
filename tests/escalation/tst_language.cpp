#include "escalation/LanguageDetector.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data();
    void languages();
    void fallbackKnowsTheFrequentOnes_data();
    void fallbackKnowsTheFrequentOnes();
    void doubtfulTextIsEnglishAndSaysSo();
};

namespace
{

void addPlainTexts()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *code, const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code);
    };
    row("de", "Guten Tag, ich kann mich nicht mehr in mein Konto einloggen und brauche bitte Hilfe.");
    row("fr", "Bonjour, je ne peux plus me connecter à mon compte et je voudrais une facture.");
    row("es", "Hola, no puedo entrar en mi cuenta y necesito la factura de este mes, gracias.");
    row("it", "Buongiorno, non riesco ad accedere al mio conto e vorrei la fattura per questo mese.");
    row("nl", "Hallo, ik kan niet meer inloggen op mijn account en ik wil graag een factuur van jullie.");
    row("pt", "Olá, não consigo entrar na minha conta e preciso da fatura deste mês, obrigado.");
    row("ru", "Здравствуйте, я не могу войти в свой аккаунт");
    row("ja", "アカウントにログインできません。助けてください。");
    row("ko", "계정에 로그인할 수 없습니다. 도와주세요.");
    row("zh", "我无法登录我的账户，请帮助我。");
    row("el", "Δεν μπορώ να συνδεθώ στον λογαριασμό μου");
    row("ar", "لا أستطيع تسجيل الدخول إلى حسابي");
    row("he", "אני לא מצליח להתחבר לחשבון שלי");
}

} // namespace

void TestLanguage::languages_data()
{
    addPlainTexts();
    const auto row = [](const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("en");
    };
    row("i forgto my pasword plz help");
    row("agent");
    row("pin chagne");
    row("HP LaserJet Pro M404dn driver Ubuntu 22.04");
    row("wanna cancle me sub");
    row("error 0x80070005 libgtk qt6 segfault");
    row("can u check teh staus of ordr 8812");
    row("Hola, I need my invoice for March");
    row("");
    row("12345 ???");
    row("Delivery to Zürich, is that possible?");
    row("My name is José García and my address changed to Calle de la Luna 5");
}

void TestLanguage::languages()
{
    QFETCH(QString, text);
    QFETCH(QString, code);

    const DetectedLanguage language = detectLanguage(text, tokenize(text));

    QCOMPARE(language.code, code);
    QVERIFY(code == QStringLiteral("en") || language.isReliable);
    QVERIFY(!language.name.isEmpty() && language.name != language.code);
}

void TestLanguage::fallbackKnowsTheFrequentOnes_data()
{
    addPlainTexts();
}

void TestLanguage::fallbackKnowsTheFrequentOnes()
{
    QFETCH(QString, text);
    QFETCH(QString, code);

    QCOMPARE(detectLanguageByWords(text, tokenize(text)).code, code);
}

void TestLanguage::doubtfulTextIsEnglishAndSaysSo()
{
    const QString text = QStringLiteral("lorem");

    const DetectedLanguage language = detectLanguage(text, tokenize(text));

    QCOMPARE(language.code, QStringLiteral("en"));
    QVERIFY(!language.isReliable);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
