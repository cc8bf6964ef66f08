// A day of tickets with repeats, answered with and without the answer cache: what it serves, whether it is
// ever wrong, and what it saves. HELMDESK_DAY_TICKETS=500 gives the figures of docs/cost.md.

#include "core/ResourcePaths.h"
#include "encoder/SentenceEncoder.h"
#include "knowledge/KnowledgeBase.h"
#include "routing/LocalRouter.h"
#include "SpecialistDoubles.h"
#include "specialists/AnswerCache.h"
#include "specialists/BuiltinSpecialist.h"
#include "store/Rows.h"
#include "store/SqliteConversationRepository.h"
#include "store/SqliteKeptAnswerRepository.h"
#include "store/SqliteKnowledgeRepository.h"

#include <algorithm>
#include <map>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <random>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr double ownMatters = 0.35; // of the tickets are about the customer's own account
constexpr double strongIn = 2.0;    // dollars a million tokens
constexpr double strongOut = 10.0;

struct Ticket {
    QString text;
    QString plan;     // of the customer; empty: nobody is known
    int meaning = -1; // questions of one number ask the same; -1: the customer's own matter
};

// The questions of the near-miss set by what they mean, so that a day holds the rivals of every question.
std::vector<QStringList> readMeanings()
{
    QFile file(QStringLiteral(HELMDESK_TEST_DATA "/near_misses.jsonl"));
    std::vector<QStringList> meanings;
    if (!file.open(QIODevice::ReadOnly))
        return meanings;
    std::vector<std::pair<QString, QString>> same;
    QStringList all;
    while (!file.atEnd()) {
        const auto json = parseJson(file.readLine());
        if (!json)
            continue;
        all << stringOr(*json, "a") << stringOr(*json, "b");
        if (boolOr(*json, "same", false))
            same.push_back({all.at(all.size() - 2), all.back()});
    }
    all.removeDuplicates();
    for (const QString &question : std::as_const(all))
        meanings.push_back({question});
    const auto meaningOf = [&](const QString &question) {
        return std::ranges::find_if(meanings,
                                    [&](const QStringList &each) { return each.contains(question); });
    };
    for (const auto &[a, b] : same) {
        const auto first = meaningOf(a);
        const auto second = meaningOf(b);
        if (first == second)
            continue;
        *first += *second;
        meanings.erase(second);
    }
    return meanings;
}

bool isGerman(const QString &question)
{
    static const QRegularExpression german(
        u"\\b(?:Wie|Wo|Warum|Wann|Kann|Habt|Dürfen|Was kostet|Was passiert)\\b"_s);
    return german.match(question).hasMatch();
}

// As people write: bare, with a greeting, with thanks.
QString dressed(const QString &question, QRandomGenerator &random)
{
    switch (random.bounded(4)) {
    case 0:
        return (isGerman(question) ? u"Hallo, "_s : u"Hi, "_s) + question;
    case 1:
        return question + (isGerman(question) ? u" Vielen Dank!"_s : u" Thanks a lot!"_s);
    default:
        return question;
    }
}

// Questions of anybody by Zipf's law, the most asked a hundred times as often as the hundredth; matters of
// one's own between them, of which no two are alike.
std::vector<Ticket> makeDay(const std::vector<QStringList> &meanings, int tickets)
{
    QRandomGenerator random(20261130);
    std::vector<int> order(meanings.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    std::ranges::shuffle(order, random);
    std::vector<double> weights;
    for (size_t i = 0; i < order.size(); ++i)
        weights.push_back(1.0 / static_cast<double>(i + 1));
    std::discrete_distribution<size_t> rank(weights.begin(), weights.end());
    const QStringList own{u"Has invoice INV-%1 been paid?"_s, u"Please refund invoice INV-%1."_s,
                          u"What is invoice INV-%1 for?"_s, u"Why was I charged twice on INV-%1?"_s,
                          u"Please send me the PDF of INV-%1."_s};
    const QStringList plans{u"free"_s, u"starter"_s, u"pro"_s, u"business"_s};
    std::vector<Ticket> day;
    for (int i = 0; i < tickets; ++i) {
        Ticket ticket;
        if (random.bounded(3) > 0)
            ticket.plan = plans.at(random.bounded(static_cast<int>(plans.size())));
        if (random.generateDouble() < ownMatters) {
            ticket.text = own.at(random.bounded(static_cast<int>(own.size()))).arg(2000 + i);
        } else {
            ticket.meaning = order[rank(random)];
            const QStringList &wordings = meanings[static_cast<size_t>(ticket.meaning)];
            ticket.text = dressed(wordings.at(random.bounded(static_cast<int>(wordings.size()))), random);
        }
        day.push_back(std::move(ticket));
    }
    return day;
}

// A model that answers with the first sentence of its first source. Tokens are counted as four letters each.
class SourceModel final : public ChatModel
{
public:
    mutable qint64 calls = 0;
    mutable double costUsd = 0.0;
    mutable double lastUsd = 0.0;

    ChatResult complete(const ChatRequest &request, const RunControl &, const DeltaSink &) const override
    {
        static const QRegularExpression source(u"\\[1\\] [^\\n]*\\n(?:[^\\n.]{1,60}\\n)*([^\\n]+)"_s);
        QString answer =
            source.match(request.messages.back().text).captured(1).section(u". "_s, 0, 0).trimmed();
        if (!answer.endsWith(u'.'))
            answer += u'.';
        answer += u" [1]"_s;
        qsizetype letters = request.system.size();
        for (const ChatMessage &message : request.messages)
            letters += message.text.size();
        lastUsd = (static_cast<double>(letters) / 4 * strongIn +
                   static_cast<double>(answer.size()) / 4 * strongOut) /
                  1e6;
        ++calls;
        costUsd += lastUsd;
        ChatResult result;
        result.reply = ChatReply{answer, {}, StopReason::Finished, {}};
        return result;
    }
};

// The articles as the specialists look for them.
class Articles final : public KnowledgeSource
{
public:
    explicit Articles(const KnowledgeBase &knowledge)
        : m_knowledge(knowledge)
    {
    }
    Result<EvidenceList> find(const QString &question, std::optional<Category> category, int topK,
                              const RunControl &control) const override
    {
        auto found = m_knowledge.search(question, category, topK, control);
        if (!found)
            return found.error();
        EvidenceList list;
        list.support = found->supportScore;
        list.namesUnknownCode = found->evidence.hasUnknownCode;
        for (const RetrievedPassage &hit : found->passages) {
            Evidence evidence;
            evidence.citation = {hit.passage.documentId, hit.title, hit.passage.position,
                                 hit.passage.text.simplified().left(200)};
            evidence.heading = hit.passage.heading;
            evidence.text = hit.passage.text;
            evidence.score = hit.score;
            evidence.category = hit.category;
            list.passages.push_back(std::move(evidence));
        }
        return list;
    }

private:
    const KnowledgeBase &m_knowledge;
};

// What all days of the test share.
struct World {
    std::unique_ptr<SentenceEncoder> encoder;
    std::optional<TokenProjection> projection;
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<SqliteKnowledgeRepository> articles;
    std::unique_ptr<KnowledgeBase> knowledge;
    std::unique_ptr<Articles> source;
    std::unique_ptr<LocalRouter> router;
    std::shared_ptr<const PlaybookLibrary> playbooks;
    std::shared_ptr<const ValueWords> words;
    std::shared_ptr<ToolRegistry> registry;
    std::shared_ptr<const QuestionForms> forms;
    std::unique_ptr<BuiltinSpecialist> builtin;
};

struct DayResult {
    int answered = 0; // by the model
    int served = 0;   // from the cache
    int wrong = 0;    // of these an answer to a question of another meaning
    qint64 calls = 0;
    double costUsd = 0.0;
    double savedUsd = 0.0; // by the cache's own count
};

} // namespace

class CachedDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dayIsCheaperAndNeverWrong();

private:
    DayResult run(const std::vector<Ticket> &day, CacheUse use);
    TurnContext turnOf(const Ticket &ticket, ConversationId conversation, MessageId message) const;

    World m_world;
};

void CachedDayTest::initTestCase()
{
    m_world.encoder = made(SentenceEncoder::open(resourceFile(u"encoder/minilm-l6-v2.hdenc"_s)));
    m_world.projection = made(TokenProjection::load(resourceFile(u"encoder/token-projection.bin"_s)));
    m_world.database =
        made(Database::open(m_world.folder.filePath(u"helmdesk.db"_s), {.durability = Durability::None}));
    m_world.articles = std::make_unique<SqliteKnowledgeRepository>(*m_world.database);
    m_world.knowledge =
        std::make_unique<KnowledgeBase>(*m_world.articles, *m_world.encoder, *m_world.projection);
    const ImportReport report = made(m_world.knowledge->importFiles({resourceFile(u"kb"_s)}));
    QVERIFY(report.added > 50);
    m_world.source = std::make_unique<Articles>(*m_world.knowledge);
    m_world.router = std::make_unique<LocalRouter>(
        [this](const QString &text) { return m_world.encoder->encode(text); }, made(loadBuiltRouterModel()));
    m_world.playbooks = made(PlaybookLibrary::load(resourceFile(u"playbooks"_s)));
    m_world.words = std::make_shared<const ValueWords>(made(ValueWords::load({u"en"_s, u"de"_s})));
    m_world.registry = made(makeBuiltinTools({}, std::make_shared<NoDocuments>()));
    m_world.forms = std::make_shared<const QuestionForms>(made(QuestionForms::load()));
    m_world.builtin =
        std::make_unique<BuiltinSpecialist>(m_world.playbooks, m_world.words, *m_world.source, 5);
}

TurnContext CachedDayTest::turnOf(const Ticket &ticket, ConversationId conversation, MessageId message) const
{
    TurnContext context;
    context.conversation = conversation;
    context.message = message;
    context.run.value = message.value;
    context.channel = ChannelKind::Api;
    context.text = ticket.text;
    context.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    context.language = isGerman(ticket.text) ? u"de"_s : u"en"_s;
    const Route route = made(m_world.router->route(ticket.text));
    context.category = route.category == Category::Escalate ? Category::General : route.category;
    context.intent = route.intent;
    context.intentScores = route.intents;
    context.routeConfidence = route.confidence;
    context.isForKnowledge = ticket.meaning >= 0;
    if (!ticket.plan.isEmpty()) {
        CustomerContext customer;
        customer.id = u"cus_1"_s;
        customer.name = u"Ada Brook"_s;
        customer.plan = ticket.plan;
        customer.status = u"active"_s;
        context.customer = customer;
    }
    return context;
}

DayResult CachedDayTest::run(const std::vector<Ticket> &day, CacheUse use)
{
    SqliteKeptAnswerRepository answers(*m_world.database);
    made(answers.clear(u"test"_s, QDateTime::currentDateTimeUtc()));
    const double savedBefore = answers.served({}, {})->savedUsd;
    SqliteConversationRepository conversations(*m_world.database);
    const auto model = std::make_shared<SourceModel>();
    const AnswerCache cache({answers, m_world.forms,
                             [this](const QString &text) { return m_world.encoder->encode(text); },
                             [use] {
                                 return CacheLimits{use, 2000, 30};
                             },
                             [&](RunId) { return std::optional(model->lastUsd); }});
    const ModelSpecialist specialist(
        {*m_world.builtin, m_world.playbooks, m_world.words, *m_world.source, *m_world.registry, 5, &cache},
        [&] {
            return AnsweringModel{model, u"strong"_s};
        });
    DayResult result;
    std::map<qint64, int> meaningOfMessage;
    for (size_t i = 0; i < day.size(); ++i) {
        ConversationOpening opening;
        opening.channel = ChannelKind::Api;
        opening.key = u"%1-%2"_s.arg(static_cast<int>(use)).arg(i);
        opening.at = QDateTime::currentDateTimeUtc();
        const Conversation conversation = made(conversations.findOrCreate(opening));
        Message message;
        message.conversation = conversation.id;
        message.text = day[i].text;
        message.at = opening.at;
        const MessageId id = made(conversations.append(message)).id;
        meaningOfMessage[id.value] = day[i].meaning;
        const qint64 calls = model->calls;
        const NextStep step = made(specialist.next(turnOf(day[i], conversation.id, id), {}, RunControl()));
        const auto *draft = std::get_if<DraftReply>(&step);
        if (draft != nullptr && draft->engine == cacheEngine)
            ++result.served;
        else if (model->calls > calls)
            ++result.answered;
    }
    const auto pairs = made(m_world.database->read([&](Connection &connection) {
        return Rows::all(
            connection.run(u"SELECT s.message, k.message FROM served_answers s JOIN kept_answers "
                           "k ON k.id = s.answer"_s),
            [](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
    }));
    for (const auto &[asked, origin] : pairs) {
        const bool isWrong =
            meaningOfMessage.at(asked) != meaningOfMessage.at(origin) || meaningOfMessage.at(asked) < 0;
        result.wrong += isWrong ? 1 : 0;
    }
    if (pairs.size() != static_cast<size_t>(result.served))
        qFatal("%zu answers are noted as served, and %d were", pairs.size(), result.served);
    result.calls = model->calls;
    result.costUsd = model->costUsd;
    result.savedUsd = answers.served({}, {})->savedUsd - savedBefore;
    return result;
}

void CachedDayTest::dayIsCheaperAndNeverWrong()
{
    const int given = qEnvironmentVariableIntValue("HELMDESK_DAY_TICKETS");
    const int tickets = given > 0 ? given : 150;
    const std::vector<QStringList> meanings = readMeanings();
    QVERIFY(meanings.size() > 200);
    const std::vector<Ticket> day = makeDay(meanings, tickets);
    std::map<int, int> times;
    for (const Ticket &ticket : day)
        ++times[ticket.meaning];
    const int own = times[-1];
    const int different = static_cast<int>(times.size()) - 1;

    const DayResult without = run(day, CacheUse::Off);
    const DayResult exact = run(day, CacheUse::Exact);
    const DayResult similar = run(day, CacheUse::Similar);

    qInfo("%d tickets: %d matters of one's own, %d questions of anybody, %d different ones, so %d repeats",
          tickets, own, tickets - own, different, tickets - own - different);
    const auto tell = [&](const char *name, const DayResult &result) {
        qInfo("%-8s %3d asked of the model, %3d served (%.0f %% of all tickets), %d wrong; %lld calls, %.4f "
              "dollars, %.4f saved by its own count",
              name, result.answered, result.served, 100.0 * result.served / tickets, result.wrong,
              static_cast<long long>(result.calls), result.costUsd, result.savedUsd);
    };
    tell("off", without);
    tell("exact", exact);
    tell("similar", similar);

    QCOMPARE(exact.wrong, 0);
    QCOMPARE(similar.wrong, 0);
    QCOMPARE(without.served, 0);
    QVERIFY(exact.served > 0);
    QVERIFY(similar.served > exact.served);
    QVERIFY(similar.costUsd < exact.costUsd);
    QVERIFY(exact.costUsd < without.costUsd);
}

QTEST_GUILESS_MAIN(CachedDayTest)
#include "tst_cachedday.moc"
