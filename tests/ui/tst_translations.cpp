#include "support/TestSupport.h"

#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() { languages(); }
    void everyTextIsTranslated();
    void sourcesHoldNoNewText_data() { languages(); }
    void sourcesHoldNoNewText();
    void programFindsItsWords_data() { languages(); }
    void programFindsItsWords();

private:
    static void languages();
};

namespace
{

QString catalogue(const QString &language)
{
    return QStringLiteral("%1/translations/helmdesk_%2.ts")
        .arg(QStringLiteral(HELMDESK_SOURCE_DIR), language);
}

QSet<QString> placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QSet<QString> places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.insert(match.next().captured());
    return places;
}

} // namespace

void TranslationsTest::languages()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"ar", "de", "en"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

// No text is unfinished or empty, and every %1 of the source stands in the translation.
void TranslationsTest::everyTextIsTranslated()
{
    QFETCH(QString, language);
    QFile file(catalogue(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    bool isPlural = false;
    int count = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            isPlural = xml.attributes().hasAttribute(QLatin1String("numerus"));
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        if (xml.name() != QLatin1String("translation"))
            continue;
        QVERIFY2(!xml.attributes().hasAttribute(QLatin1String("type")), qPrintable(source));
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        QVERIFY2(!text.trimmed().isEmpty(), qPrintable(source));
        if (!isPlural)
            QVERIFY2(placesIn(text) == placesIn(source), qPrintable(source));
        ++count;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(count > 250);
}

// Reading the sources anew into a copy of the catalogue leaves nothing to translate.
void TranslationsTest::sourcesHoldNoNewText()
{
    QFETCH(QString, language);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy_%1.ts").arg(language));
    QVERIFY(QFile::copy(catalogue(language), copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(HELMDESK_SOURCE_DIR));
    lupdate.start(QStringLiteral(HELMDESK_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                   QStringLiteral("ui"), QStringLiteral("-ts"), copy});
    QVERIFY2(lupdate.waitForFinished(60000), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("type=\"unfinished\""));
}

void TranslationsTest::programFindsItsWords()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(QLocale(language), QStringLiteral("helmdesk"), QStringLiteral("_"),
                            QStringLiteral(":/i18n")));

    const QString inbox = translator.translate("Helmdesk::NavigationRail", "Inbox");
    const QString two =
        translator.translate("Helmdesk::InboxPage", "%Ln conversation(s) resolved", nullptr, 2);

    QVERIFY(!inbox.isEmpty());
    QCOMPARE(inbox == QLatin1String("Inbox"), language == QLatin1String("en"));
    QVERIFY(!two.isEmpty());
    QVERIFY(!two.contains(QLatin1String("(s)")));
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
