// When two questions are one: never where a word decides, and in many of the ways in which people ask the
// same.

#include "core/Json.h"
#include "core/ResourcePaths.h"
#include "encoder/SentenceEncoder.h"
#include "specialists/QuestionForms.h"
#include "support/TestSupport.h"

#include <algorithm>
#include <map>
#include <QFile>
#include <QRegularExpression>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

namespace
{

struct Pair {
    QString a;
    QString b;
    bool isSame = false;
    QString kind;
};

// As the desk's own detector tells the two languages of the pairs.
QString languageOf(const QString &text)
{
    static const QRegularExpression german(
        u"\\b(?:wie|was kostet|was passiert|wo|warum|wann|kann|darf|dürfen|habt|mein|meine|ein|eine)\\b|[äöüß]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return german.match(text).hasMatch() ? u"de"_s : u"en"_s;
}

std::vector<Pair> readPairs()
{
    QFile file(QStringLiteral(HELMDESK_TEST_DATA "/near_misses.jsonl"));
    std::vector<Pair> pairs;
    if (!file.open(QIODevice::ReadOnly))
        return pairs;
    while (!file.atEnd()) {
        if (const auto json = parseJson(file.readLine()))
            pairs.push_back({stringOr(*json, "a"), stringOr(*json, "b"), boolOr(*json, "same", false),
                             stringOr(*json, "kind")});
    }
    return pairs;
}

} // namespace

class QuestionFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void courtesyIsNoQuestion_data();
    void courtesyIsNoQuestion();
    void wordsThatDecideDecide_data();
    void wordsThatDecideDecide();
    void nearMissesNeverMeet();
    void changedWordNeverMeets();
    void strangersNeverMeet();
    void encoderAloneCannotTell();
    void otherLanguagesHaveNoForm();

private:
    QString form(const QString &text) const { return m_forms->formOf(text, languageOf(text)); }
    bool meet(const QString &a, const QString &b) const { return !form(a).isEmpty() && form(a) == form(b); }

    std::optional<QuestionForms> m_forms;
    std::vector<Pair> m_pairs;
};

void QuestionFormsTest::initTestCase()
{
    auto forms = QuestionForms::load();
    VERIFY_RESULT(forms);
    m_forms = std::move(*forms);
    m_pairs = readPairs();
    QVERIFY(m_pairs.size() >= 150);
}

void QuestionFormsTest::courtesyIsNoQuestion_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("greeting and thanks")
        << u"How do I export a board?"_s << u"Hi team, how can I export my board please? Thanks a lot!"_s;
    QTest::newRow("asked politely") << u"Can I pay by bank transfer?"_s
                                    << u"Hello, could you tell me whether I can pay by wire transfer?"_s;
    QTest::newRow("price") << u"What does the Pro plan cost?"_s << u"how much do I pay for PRO"_s;
    QTest::newRow("reason") << u"Why was my card declined?"_s
                            << u"My card was refused, what is the reason?"_s;
    QTest::newRow("short") << u"What's NL-429?"_s << u"What is NL 429?"_s;
    QTest::newRow("singular") << u"Where do I find my invoices?"_s << u"Where can I find an invoice?"_s;
    QTest::newRow("German") << u"Was kostet der Tarif Business?"_s
                            << u"Guten Tag, wie viel zahle ich für Business? Vielen Dank!"_s;
}

void QuestionFormsTest::courtesyIsNoQuestion()
{
    QFETCH(QString, a);
    QFETCH(QString, b);

    QVERIFY2(meet(a, b), qPrintable(form(a) + u" <> "_s + form(b)));
}

void QuestionFormsTest::wordsThatDecideDecide_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("not") << u"Can I cancel?"_s << u"Can't I cancel?"_s;
    QTest::newRow("typographic apostrophe") << u"Can I cancel?"_s << u"Can\u2019t I cancel?"_s;
    QTest::newRow("possession") << u"Can my boss reset my password?"_s
                                << u"Can I reset my boss's password?"_s;
    QTest::newRow("who does it") << u"Who can I invite?"_s << u"Who can invite me?"_s;
    QTest::newRow("past") << u"Is there an outage?"_s << u"Was there an outage?"_s;
    QTest::newRow("decimal") << u"Is 14.5 GB too large?"_s << u"Is 1.45 GB too large?"_s;
    QTest::newRow("currency") << u"Can I pay 49 €?"_s << u"Can I pay 49 $?"_s;
    QTest::newRow("case in German") << u"Kann der Admin den Owner entfernen?"_s
                                    << u"Kann den Admin der Owner entfernen?"_s;
}

void QuestionFormsTest::wordsThatDecideDecide()
{
    QFETCH(QString, a);
    QFETCH(QString, b);

    QVERIFY2(!meet(a, b), qPrintable(form(a)));
}

void QuestionFormsTest::nearMissesNeverMeet()
{
    int nearMisses = 0;
    int same = 0;
    int met = 0;
    for (const Pair &pair : m_pairs) {
        if (pair.isSame) {
            ++same;
            met += meet(pair.a, pair.b) ? 1 : 0;
            continue;
        }
        ++nearMisses;
        QVERIFY2(!meet(pair.a, pair.b), qPrintable(pair.a + u" / "_s + pair.b));
    }
    // Nothing in n trials: with 95 % certainty fewer than 3/n.
    qInfo("%d near misses, none meets (so less than %.1f %% do, with 95 %% certainty); of %d paraphrases %d "
          "meet",
          nearMisses, 300.0 / nearMisses, same, met);
    QVERIFY(nearMisses >= 100);
    QVERIFY(met >= same / 4);
}

// Every question with one word put in that turns it, or one exchanged for its rival.
void QuestionFormsTest::changedWordNeverMeets()
{
    const std::vector<QStringList> rivals{{u"pro"_s, u"business"_s, u"starter"_s, u"free"_s},
                                          {u"admin"_s, u"owner"_s, u"guest"_s, u"member"_s, u"viewer"_s},
                                          {u"before"_s, u"after"_s, u"during"_s},
                                          {u"last"_s, u"next"_s, u"this"_s},
                                          {u"monthly"_s, u"annual"_s, u"weekly"_s},
                                          {u"from"_s, u"to"_s, u"without"_s},
                                          {u"upgrade"_s, u"downgrade"_s},
                                          {u"how long"_s, u"how often"_s, u"how many"_s},
                                          {u"on"_s, u"off"_s},
                                          {u"board"_s, u"workspace"_s, u"doc"_s},
                                          {u"was"_s, u"is"_s, u"will"_s}};
    const QStringList turning{u"not"_s, u"never"_s, u"only"_s, u"without"_s, u"again"_s};
    int changed = 0;
    for (const Pair &pair : m_pairs) {
        for (const QString &question : {pair.a, pair.b}) {
            for (const QStringList &group : rivals) {
                for (const QString &word : group) {
                    const QRegularExpression whole(u"\\b%1\\b"_s.arg(word),
                                                   QRegularExpression::CaseInsensitiveOption);
                    if (!whole.match(question).hasMatch())
                        continue;
                    for (const QString &other : group) {
                        if (other == word)
                            continue;
                        const QString mutant = QString(question).replace(whole, other);
                        QVERIFY2(!meet(question, mutant), qPrintable(question + u" / "_s + mutant));
                        ++changed;
                    }
                }
            }
            const qsizetype end = question.lastIndexOf(u' ');
            for (const QString &word : turning) {
                const QString mutant = question.left(end) + u' ' + word + question.mid(end);
                QVERIFY2(!meet(question, mutant), qPrintable(mutant));
                ++changed;
            }
        }
    }
    qInfo("%d changed questions, none meets the one that it was made from", changed);
    QVERIFY(changed >= 1000);
}

// Of all pairs of different questions none meets, but for those that are told to be the same.
void QuestionFormsTest::strangersNeverMeet()
{
    std::map<QString, int> groups; // by question: questions of one number are told to be the same
    int next = 0;
    for (const Pair &pair : m_pairs) {
        const int a = groups.try_emplace(pair.a, next++).first->second;
        const int b = groups.try_emplace(pair.b, next++).first->second;
        if (pair.isSame && a != b) {
            for (auto &[question, group] : groups)
                group = group == b ? a : group;
        }
    }
    // In no pair of the set, and the same all the same.
    const std::pair<QString, QString> alsoSame{u"How can I switch on 2FA?"_s,
                                               u"How do I turn on two-factor?"_s};
    qint64 strangers = 0;
    for (auto a = groups.begin(); a != groups.end(); ++a) {
        for (auto b = std::next(a); b != groups.end(); ++b) {
            if (a->second == b->second || languageOf(a->first) != languageOf(b->first) ||
                std::pair(a->first, b->first) == alsoSame)
                continue;
            ++strangers;
            QVERIFY2(!meet(a->first, b->first), qPrintable(a->first + u" / "_s + b->first));
        }
    }
    qInfo("%lld pairs of strangers, none meets", static_cast<long long>(strangers));
    QVERIFY(strangers > 10'000);
}

// Why there are forms at all: at any likeness at which no near miss passes, few paraphrases do.
void QuestionFormsTest::encoderAloneCannotTell()
{
    auto encoder = SentenceEncoder::open(resourceFile(u"encoder/minilm-l6-v2.hdenc"_s));
    VERIFY_RESULT(encoder);
    std::vector<double> near;
    std::vector<double> same;
    double leastMet = 1.0;
    for (const Pair &pair : m_pairs) {
        const double likeness =
            static_cast<double>(cosine((*encoder)->encode(pair.a), (*encoder)->encode(pair.b)));
        (pair.isSame ? same : near).push_back(likeness);
        if (meet(pair.a, pair.b))
            leastMet = std::min(leastMet, likeness);
    }
    for (const double limit : {0.6, 0.7, 0.8, 0.9, 0.95}) {
        const auto over = [&](const std::vector<double> &all) {
            return 100.0 *
                   static_cast<double>(
                       std::ranges::count_if(all, [&](double likeness) { return likeness >= limit; })) /
                   static_cast<double>(all.size());
        };
        qInfo("likeness of at least %.2f: %.0f %% of the near misses, %.0f %% of the paraphrases", limit,
              over(near), over(same));
    }
    qInfo("least likeness of two questions of one form: %.2f", leastMet);
    const double highest = *std::ranges::max_element(near);
    const auto beyond = std::ranges::count_if(same, [&](double likeness) { return likeness > highest; });
    QVERIFY(beyond < static_cast<qint64>(same.size()) / 5);
    QVERIFY(leastMet > 0.3); // the cache's own limit, see AnswerCache.cpp
}

void QuestionFormsTest::otherLanguagesHaveNoForm()
{
    QVERIFY(m_forms->formOf(u"Comment puis-je annuler ?"_s, u"fr"_s).isEmpty());
    QVERIFY(m_forms->formOf(u"Thanks!"_s, u"en"_s).isEmpty());
    QVERIFY(m_forms->formOf(QString(u"why "_s).repeated(60), u"en"_s).isEmpty());
    QCOMPARE(QuestionForms::normalised(u"  Can I\n CANCEL?! "_s), u"can i cancel"_s);
    QVERIFY(QuestionForms::normalised(u"Can I cancel?"_s) != QuestionForms::normalised(u"Can't I cancel?"_s));
}

QTEST_GUILESS_MAIN(QuestionFormsTest)
#include "tst_questionforms.moc"
