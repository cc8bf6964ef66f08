#include "app/BacktestComparison.h"

#include "app/DeskReader.h"
#include "knowledge/StatedValues.h"
#include "pipeline/Contained.h"
#include "security/SecretMasker.h"
#include "specialists/PersonalData.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestExcerpt = 600;    // characters
constexpr qsizetype longestEncoded = 700;    // characters of an answer that are compared
constexpr qsizetype longestSearched = 1'000; // characters of a question that articles are looked for with
constexpr qsizetype longestClaimed = 4'000;
constexpr qsizetype longestQuestion = 12'000;

Result<Settings> allAutomatic(Settings settings)
{
    Json changes = Json::object();
    for (const Category category :
         {Category::Billing, Category::Technical, Category::Account, Category::General})
        changes[(QStringLiteral("modes.") + nameOf(category)).toStdString()] = "auto";
    return settings.with(changes);
}

ChannelKind channelOf(const QString &name)
{
    static const QStringList chats{QStringLiteral("chat"),         QStringLiteral("widget"),
                                   QStringLiteral("webwidget"),    QStringLiteral("twitter"),
                                   QStringLiteral("facebook"),     QStringLiteral("whatsapp"),
                                   QStringLiteral("conversation"), QStringLiteral("messenger")};
    if (name.contains(QLatin1String("mail")))
        return ChannelKind::Mail;
    return chats.contains(name) ? ChannelKind::Chat : ChannelKind::Api;
}

double partOf(const Outcome &outcome, const QString &name)
{
    const auto found = std::ranges::find(outcome.confidenceParts, name, &NamedValue::name);
    return found == outcome.confidenceParts.end() ? 0.0 : found->value;
}

// "I have passed this to a colleague (ticket #7)": no answer, and with another number each time.
bool isAcknowledgement(const Outcome &outcome)
{
    return outcome.degraded == Degraded::TicketOnly ||
           (outcome.ticket.isValid() &&
            outcome.answer.contains(QStringLiteral("#%1").arg(outcome.ticket.value)));
}

BacktestFate fateUnder(Mode mode, const Outcome &outcome)
{
    if (outcome.answer.trimmed().isEmpty() || isAcknowledgement(outcome) ||
        outcome.decision == Decision::Escalated || mode == Mode::Off)
        return BacktestFate::Person;
    return outcome.decision == Decision::AutoSend && mode == Mode::Auto ? BacktestFate::Alone
                                                                        : BacktestFate::Draft;
}

QString withoutPersons(QString text)
{
    for (const PersonalValue &value : findPersonalData(text, {})) {
        if (value.text.size() > 1)
            text.replace(value.text, QStringLiteral("[…]"));
    }
    return text;
}

QSet<QString> linksOf(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("https?://[^\\s<>\"')\\]]+"),
                                         QRegularExpression::CaseInsensitiveOption);
    QSet<QString> links;
    for (auto it = link.globalMatch(text); it.hasNext();) {
        QString found = it.next().captured().toLower();
        while (!found.isEmpty() && QStringLiteral(".,;:!?/").contains(found.back()))
            found.chop(1);
        links.insert(found);
    }
    return links;
}

} // namespace

FigureMatch matchFigures(const QString &answer, const QString &staffAnswer)
{
    QHash<QString, QSet<QString>> ours;
    QHash<QString, QSet<QString>> theirs;
    for (const StatedValue &value : claimOf(answer.left(longestClaimed)).values)
        ours[value.unit].insert(value.value);
    for (const StatedValue &value : claimOf(staffAnswer.left(longestClaimed)).values)
        theirs[value.unit].insert(value.value);
    bool isSame = false;
    for (const auto &[unit, values] : ours.asKeyValueRange()) {
        if (unit.isEmpty() || !theirs.contains(unit))
            continue;
        if (!values.intersects(theirs.value(unit)))
            return FigureMatch::Other;
        isSame = true;
    }
    const QSet<QString> links = linksOf(staffAnswer);
    if (!links.isEmpty() && links.intersects(linksOf(answer)))
        isSame = true;
    return isSame ? FigureMatch::Same : FigureMatch::Nothing;
}

BacktestComparison::BacktestComparison(Workspace &desk, BacktestNames names)
    : m_desk(desk)
    , m_names(names)
    , m_settings(desk.settings())
    , m_knowledge(&desk.knowledge(), [](const KnowledgeBase *) {})
{
}

Result<std::unique_ptr<BacktestComparison>> BacktestComparison::create(Workspace &desk, BacktestNames names,
                                                                       const RunControl &control)
{
    std::unique_ptr<BacktestComparison> comparison(new BacktestComparison(desk, names));
    if (!comparison->m_folder.isValid())
        return Error{
            ErrorKind::Io,
            QStringLiteral("there is no place for a workspace: %1").arg(comparison->m_folder.errorString())};
    auto settings = allAutomatic(comparison->m_settings);
    if (!settings)
        return settings.error();
    WorkspaceOptions options;
    options.settings = *settings;
    options.sharedKnowledge = comparison->m_knowledge;
    options.durability = Durability::None;
    options.engine = QStringLiteral("builtin");
    options.isAnchored = false;
    auto shadow = Workspace::open(comparison->m_folder.path(), std::move(options));
    if (!shadow)
        return shadow.error();
    // The assets belong to the desk, which outlives this.
    const std::shared_ptr<EngineAssets> assets(&desk.assets(), [](EngineAssets *) {});
    if (auto loaded = (*shadow)->loadEngine(assets, control); !loaded)
        return loaded.error();
    (*shadow)->router().setModel(desk.router().model()); // with what the desk has learnt
    comparison->m_shadow = std::move(*shadow);
    return comparison;
}

QString BacktestComparison::shown(const QString &text) const
{
    const QString masked = maskSecrets(text.left(2 * longestExcerpt)).text;
    return (m_names == BacktestNames::Masked ? withoutPersons(masked) : masked).left(longestExcerpt);
}

Result<> BacktestComparison::answer(const ArchiveConversation &conversation, const FirstExchange &exchange,
                                    BacktestRecord &record, const RunControl &control)
{
    IncomingMessage message;
    message.channel = channelOf(conversation.channel);
    message.externalId = message.conversationKey = conversation.system + u':' + conversation.id;
    message.subject = conversation.subject;
    message.text = message.fullText = exchange.question.left(longestQuestion);
    auto taken = takeMessage(*m_shadow, message);
    if (!taken)
        return taken.error();
    auto processed = contained([&] { return m_shadow->pipeline().answer(taken->message, control); });
    if (!processed)
        return processed.error();
    const Outcome &outcome = processed->outcome;
    record.category = outcome.category;
    record.intent = outcome.intent;
    record.routeConfidence = outcome.confidence;
    record.answerConfidence = partOf(outcome, QStringLiteral("answer"));
    for (const ReasonDetail &reason : outcome.reasons) {
        record.reasons << nameOf(reason.reason);
        record.isBlocked = record.isBlocked || reason.reason != EscalationReason::LowConfidence;
    }
    record.reasons.removeDuplicates();
    record.fateIfAutomatic = fateUnder(Mode::Auto, outcome);
    record.fate = fateUnder(m_settings.mode(outcome.category), outcome);
    for (const Citation &citation : outcome.citations)
        record.articles << citation.document;
    record.articles.removeDuplicates();
    if (!isAcknowledgement(outcome))
        record.answer = outcome.answer;
    return {};
}

Result<BacktestRecord> BacktestComparison::compare(const ArchiveConversation &conversation,
                                                   const RunControl &control)
{
    BacktestRecord record;
    record.system = conversation.system;
    record.id = conversation.id;
    record.place = conversation.place;
    record.subject = shown(conversation.subject);
    record.channel = conversation.channel;
    record.label = conversation.label;
    record.openedAt = conversation.openedAt;
    record.isCanned = std::ranges::any_of(conversation.messages, &ArchiveMessage::isCanned);
    const ExchangeFound found = firstExchangeOf(conversation);
    const FirstExchange &exchange = found.exchange;
    record.staffMessages = exchange.staffMessages;
    record.firstAnswerSeconds = exchange.firstAnswerSeconds;
    if (found.gap != ExchangeGap::None)
        record.gap = nameOf(found.gap);
    record.question = shown(exchange.question);
    record.staffAnswer = shown(exchange.firstAnswer);
    if (found.gap == ExchangeGap::NoCustomer || found.gap == ExchangeGap::StaffWroteFirst)
        return record;
    if (auto answered = answer(conversation, exchange, record, control); !answered) {
        if (answered.error().kind == ErrorKind::Cancelled)
            return answered.error();
        record.gap = QStringLiteral("engine_failed");
        return record;
    }
    EngineAssets &assets = m_desk.assets();
    const QString question = exchange.question.left(longestSearched);
    const auto tokens = assets.tokens->tokensOf(question);
    auto retrieval = m_knowledge->search(question, *tokens, {}, 3, control);
    if (!retrieval)
        return retrieval.error();
    record.isAnswerable = retrieval->isSupported();
    record.support = retrieval->supportScore;
    appendBytes(record.questionVector, tokens->mean);
    if (!record.gap.isEmpty()) {
        record.answer = shown(record.answer);
        return record;
    }
    const auto encoded = [&](const QString &text, ByteVectors &vector) {
        appendBytes(vector, assets.encoder->encode(text.left(longestEncoded)));
    };
    encoded(exchange.firstAnswer, record.firstVector);
    if (exchange.allAnswers == exchange.firstAnswer)
        record.allVector = record.firstVector;
    else
        encoded(exchange.allAnswers, record.allVector);
    if (!record.answer.trimmed().isEmpty()) {
        encoded(record.answer, record.answerVector);
        record.figures = matchFigures(record.answer, exchange.allAnswers);
    }
    record.answer = shown(record.answer);
    return record;
}

} // namespace Helmdesk
