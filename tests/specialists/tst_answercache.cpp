// Answers of a model that are given again: to whom, and to whom never.

#include "core/ResourcePaths.h"
#include "SpecialistDoubles.h"
#include "specialists/AnswerCache.h"

#include <algorithm>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

// Keeps everything; the articles are of the version that the test sets.
class MemoryAnswers final : public KeptAnswerRepository
{
public:
    QByteArray version = "1";
    std::vector<KeptAnswer> kept;
    std::vector<ServedAnswer> noted;

    Result<std::vector<ArticleVersion>> versions(const std::vector<Citation> &citations) const override
    {
        std::vector<ArticleVersion> all;
        for (const Citation &citation : citations)
            all.push_back({citation.document, version});
        return all;
    }
    Result<std::vector<KeptAnswer>> find(const AnswerKey &key, const QDateTime &since) const override
    {
        std::vector<KeptAnswer> found;
        std::ranges::copy_if(kept, std::back_inserter(found), [&](const KeptAnswer &answer) {
            const AnswerKey &own = answer.kept.key;
            const bool isAsked = own.question == key.question ||
                                 (!own.form.isEmpty() && own.form == key.form && own.intent == key.intent);
            return own.audience == key.audience && isAsked && answer.kept.at >= since &&
                   std::ranges::all_of(answer.kept.articles, [&](const ArticleVersion &article) {
                       return article.version == version;
                   });
        });
        return found;
    }
    Result<> keep(const NewKeptAnswer &answer, int) override
    {
        kept.push_back({static_cast<qint64>(kept.size()) + 1, answer, 0});
        return {};
    }
    Result<> noteServed(const ServedAnswer &served) override
    {
        noted.push_back(served);
        return {};
    }
    Result<std::vector<KeptAnswer>> list(int) const override { return kept; }
    Result<qint64> clear(const QString &, const QDateTime &) override { return 0; }
    Result<ServedSum> served(const QDate &, const QDate &) const override { return ServedSum(); }
};

const QString worded = u"You find exports for 30 days under Settings, Export. [1]"_s;

} // namespace

class AnswerCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sameQuestionIsNotPaidForTwice();
    void anotherWordingIsServedWhereItIsSet();
    void turnThatDiffersIsAsked_data();
    void turnThatDiffersIsAsked();
    void answerThatIsOneCustomersIsNotKept_data();
    void answerThatIsOneCustomersIsNotKept();
    void answerThatLookedSomethingUpIsNotKept();
    void answerForAPersonIsNotKept();
    void answerWithoutSourceIsNotKept();
    void unlikeQuestionIsAsked();
    void keptAnswerIsJudgedAgain();
    void turnOfTheBuiltinIsNotServed();
    void brokenStoreMeansThatTheModelIsAsked();

private:
    ModelSpecialist make()
    {
        return ModelSpecialist({m_builtin, m_playbooks, m_words, *m_knowledge, *m_registry, 5, m_cache.get()},
                               [this] {
                                   return AnsweringModel{m_model, u"fast"_s, m_version};
                               });
    }
    NextStep step(const std::vector<ToolCall> &calls = {})
    {
        return made(make().next(m_context, calls, RunControl()));
    }
    DraftReply answered() { return std::get<DraftReply>(step()); }
    // The first answer, which the model is paid for.
    void asked()
    {
        m_model->says(worded);
        QCOMPARE(answered().engine, u"fast"_s);
        m_context.message.value = 2;
    }

    CacheLimits m_limits;
    QString m_version;
    Builtin m_builtin;
    std::unique_ptr<KnowledgeSource> m_knowledge;
    std::shared_ptr<const PlaybookLibrary> m_playbooks;
    std::shared_ptr<const ValueWords> m_words;
    std::shared_ptr<ToolRegistry> m_registry;
    std::shared_ptr<const QuestionForms> m_forms;
    std::shared_ptr<ScriptedChatModel> m_model;
    std::unique_ptr<MemoryAnswers> m_answers;
    std::unique_ptr<AnswerCache> m_cache;
    std::vector<float> m_vector;
    TurnContext m_context;
};

void AnswerCacheTest::initTestCase()
{
    m_playbooks = made(PlaybookLibrary::load(resourceFile(u"playbooks"_s)));
    m_words = std::make_shared<const ValueWords>(made(ValueWords::load({u"en"_s, u"de"_s})));
    m_registry = made(makeBuiltinTools({}, std::make_shared<NoDocuments>()));
    m_forms = std::make_shared<const QuestionForms>(made(QuestionForms::load()));
}

void AnswerCacheTest::init()
{
    m_limits = {CacheUse::Similar, 100, 30};
    m_version = u"tiny"_s;
    m_builtin = Builtin();
    m_knowledge = std::make_unique<OnePassage>();
    m_model = std::make_shared<ScriptedChatModel>();
    m_answers = std::make_unique<MemoryAnswers>();
    m_vector = {1.0F, 0.0F};
    m_cache = std::make_unique<AnswerCache>(
        AnswerCache::Surroundings{*m_answers, m_forms, [this](const QString &) { return m_vector; },
                                  [this] { return m_limits; }, [](RunId) { return std::optional(0.002); }});
    m_context = {};
    m_context.message.value = 1;
    m_context.text = u"How do I find my exports?"_s;
    m_context.category = Category::Technical;
    m_context.intent = u"technical.export"_s;
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

void AnswerCacheTest::sameQuestionIsNotPaidForTwice()
{
    asked();
    m_context.text = u"how do I find  my exports"_s;
    m_context.customer->name = u"Ben Lake"_s;
    m_context.customer->id = u"cus_2"_s;

    const DraftReply draft = answered();

    QCOMPARE(draft.engine, cacheEngine);
    QVERIFY2(draft.text.contains(u"30 days under Settings, Export."_s), qPrintable(draft.text));
    QVERIFY(draft.text.contains(u"Ben"_s)); // greeted by the own name
    QVERIFY(!draft.text.contains(u"Ada"_s));
    QCOMPARE(draft.citations.size(), size_t(1));
    QCOMPARE(draft.confidence, 0.9);
    QCOMPARE(m_answers->noted.size(), size_t(1));
    QVERIFY(!m_answers->noted.front().isSimilar);
    QCOMPARE(m_answers->kept.front().kept.costUsd, std::optional(0.002));
    QCOMPARE(m_model->asked.size(), size_t(1));
}

void AnswerCacheTest::anotherWordingIsServedWhereItIsSet()
{
    asked();
    m_context.text = u"Hi team, how can we find an export? Thanks!"_s;

    QCOMPARE(answered().engine, cacheEngine);
    QVERIFY(m_answers->noted.front().isSimilar);

    m_limits.use = CacheUse::Exact;
    m_model->says(worded);
    QCOMPARE(answered().engine, u"fast"_s);
}

void AnswerCacheTest::turnThatDiffersIsAsked_data()
{
    using Change = std::function<void(AnswerCacheTest &)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("a near miss", [](auto &test) { test.m_context.text = u"How don't I find my exports?"_s; });
    row("another plan", [](auto &test) { test.m_context.customer->plan = u"free"_s; });
    row("a closed account", [](auto &test) { test.m_context.customer->status = u"closed"_s; });
    row("nobody known", [](auto &test) { test.m_context.customer.reset(); });
    row("another language", [](auto &test) { test.m_context.language = u"de"_s; });
    row("another specialist", [](auto &test) { test.m_context.category = Category::Account; });
    row("another model of the name", [](auto &test) { test.m_version = u"large"_s; });
    row("an article that changed", [](auto &test) { test.m_answers->version = "2"; });
    row("too old", [](auto &test) { test.m_context.now = test.m_context.now.addDays(31); });
    row("switched off", [](auto &test) { test.m_limits.use = CacheUse::Off; });
    row("in the middle of a conversation", [](auto &test) {
        Message earlier;
        earlier.text = u"I am on the old plan."_s;
        test.m_context.history = {earlier};
    });
    row("an answer to the last reply", [](auto &test) { test.m_context.followsUp = true; });
    row("of several requests", [](auto &test) {
        test.m_context.requests = {
            {u"How do I find my exports?"_s, Category::Technical, u"technical.export"_s},
            {u"And how do I make one?"_s, Category::Technical, u"technical.export"_s}};
    });
    row("another intent of another wording", [](auto &test) {
        test.m_context.text = u"How can we find an export?"_s;
        test.m_context.intent = u"technical.import"_s;
    });
}

void AnswerCacheTest::turnThatDiffersIsAsked()
{
    QFETCH(std::function<void(AnswerCacheTest &)>, change);
    asked();
    change(*this);
    m_model->says(worded);

    QVERIFY(answered().engine != cacheEngine);
    QCOMPARE(m_model->asked.size(), size_t(2));
    QVERIFY(m_answers->noted.empty());
}

void AnswerCacheTest::answerThatIsOneCustomersIsNotKept_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::newRow("an address in the question")
        << u"How do I find my exports at ada@brook.example?"_s << worded;
    QTest::newRow("a number in the question") << u"How do I find export EX-2231?"_s << worded;
    QTest::newRow("who signs") << u"How do I find my exports?\n\nBest regards,\nAda Brook"_s << worded;
    QTest::newRow("a name in the answer")
        << u"How do I find my exports?"_s << u"Ada Brook, you find exports under Settings, Export. [1]"_s;
}

void AnswerCacheTest::answerThatIsOneCustomersIsNotKept()
{
    QFETCH(QString, question);
    QFETCH(QString, answer);
    m_context.text = question;
    m_model->says(answer);
    m_model->says(answer); // where the judge wants it once more

    step();

    QVERIFY(m_answers->kept.empty());
}

void AnswerCacheTest::answerThatLookedSomethingUpIsNotKept()
{
    m_context.text = u"Where is invoice INV-1042?"_s;
    m_context.category = Category::Billing;
    m_model->calls(u"check_invoice"_s, {{"invoice_id", "INV-1042"}});
    NextStep next = step();
    const auto wanted = std::get<CallTools>(next);
    m_context.engineState = wanted.state;
    ToolCall call;
    call.name = wanted.requests.front().name;
    call.args = wanted.requests.front().args;
    call.result = jsonLiteral(R"({"invoices":[]})");
    m_model->says(worded);

    QCOMPARE(std::get<DraftReply>(step({call})).engine, u"fast"_s);
    QVERIFY(m_answers->kept.empty());
}

void AnswerCacheTest::answerForAPersonIsNotKept()
{
    m_model->says(u"Exports are kept for 99 days. [1]"_s);
    m_model->says(u"Exports are kept for 98 days. [1]"_s);

    QVERIFY(std::holds_alternative<GiveUp>(step()));
    QVERIFY(m_answers->kept.empty());
}

void AnswerCacheTest::answerWithoutSourceIsNotKept()
{
    m_model->says(u"You find exports under Settings, Export."_s);

    QCOMPARE(answered().engine, u"fast"_s);
    QVERIFY(m_answers->kept.empty());
}

void AnswerCacheTest::unlikeQuestionIsAsked()
{
    asked();
    m_context.text = u"How can we find an export?"_s;
    m_vector = {0.0F, 1.0F};
    m_model->says(worded);

    QCOMPARE(answered().engine, u"fast"_s);
}

void AnswerCacheTest::keptAnswerIsJudgedAgain()
{
    asked();
    m_answers->kept.front().kept.text = u"Exports are kept for 99 days."_s;
    m_model->says(worded);

    QCOMPARE(answered().engine, u"fast"_s);
    QVERIFY(m_answers->noted.empty());
}

void AnswerCacheTest::turnOfTheBuiltinIsNotServed()
{
    asked();
    m_builtin.script = [](const std::vector<ToolCall> &) {
        DraftReply question = Builtin::answer();
        question.asksCustomer = true;
        return NextStep(question);
    };
    m_model->says(worded);

    QVERIFY(answered().engine.isEmpty());
    QVERIFY(m_answers->noted.empty());
}

void AnswerCacheTest::brokenStoreMeansThatTheModelIsAsked()
{
    class Broken final : public KeptAnswerRepository
    {
    public:
        static Error broken() { return {ErrorKind::Io, u"no disk"_s}; }
        Result<std::vector<ArticleVersion>> versions(const std::vector<Citation> &) const override
        {
            return broken();
        }
        Result<std::vector<KeptAnswer>> find(const AnswerKey &, const QDateTime &) const override
        {
            return broken();
        }
        Result<> keep(const NewKeptAnswer &, int) override { return broken(); }
        Result<> noteServed(const ServedAnswer &) override { return broken(); }
        Result<std::vector<KeptAnswer>> list(int) const override { return broken(); }
        Result<qint64> clear(const QString &, const QDateTime &) override { return broken(); }
        Result<ServedSum> served(const QDate &, const QDate &) const override { return broken(); }
    };
    Broken store;
    m_cache = std::make_unique<AnswerCache>(
        AnswerCache::Surroundings{store, m_forms, [this](const QString &) { return m_vector; },
                                  [this] { return m_limits; }, [](RunId) { return std::optional(0.002); }});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"answer cache.*no disk"_s));
    m_model->says(worded);

    QCOMPARE(answered().engine, u"fast"_s);
}

QTEST_GUILESS_MAIN(AnswerCacheTest)
#include "tst_answercache.moc"
