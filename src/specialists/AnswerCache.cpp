#include "specialists/AnswerCache.h"

#include "specialists/ModelPrompt.h"
#include "specialists/PersonalData.h"
#include "specialists/TracedFigures.h"

#include <algorithm>
#include <cstring>
#include <QCryptographicHash>
#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcCache, "helmdesk.specialists.cache", QtInfoMsg)

// Of two questions of one form. It never decides alone: near misses lie above it.
constexpr double leastCosine = 0.3;

QByteArray bytesOf(const std::vector<float> &vector)
{
    return {reinterpret_cast<const char *>(vector.data()),
            static_cast<qsizetype>(vector.size() * sizeof(float))};
}

// Cosine of two unit vectors; 0 where they cannot be compared.
double likeness(const std::vector<float> &a, const QByteArray &bytes)
{
    std::vector<float> b(static_cast<size_t>(bytes.size()) / sizeof(float));
    if (b.size() != a.size() || b.empty())
        return 0.0;
    std::memcpy(b.data(), bytes.constData(), b.size() * sizeof(float));
    double sum = 0.0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

// Nothing that tells of one customer: no name, address or secret, and no figure or code that no article has.
bool isAnybodys(const QString &text, const TurnContext &context, const std::vector<Evidence> &passages)
{
    if (!findPersonalData(text, personalValues(context.customer, context.sender, context.history)).empty())
        return false;
    TracedFigures known;
    for (const Evidence &passage : passages)
        known.addText(sourceText(passage));
    return known.untraced(text).isEmpty();
}

bool standsForItself(const TurnContext &context)
{
    return context.history.empty() && !context.followsUp && context.requests.size() < 2 &&
           context.proposals.empty() && !context.asksIfBot && stringOr(context.memory, "awaiting").isEmpty();
}

std::vector<Citation> citationsOf(const std::vector<Evidence> &passages)
{
    std::vector<Citation> citations;
    for (const Evidence &passage : passages)
        citations.push_back(passage.citation);
    return citations;
}

void warn(const Error &error)
{
    qCWarning(lcCache).noquote() << "the answer cache is passed by:" << error.detail;
}

} // namespace

AnswerCache::AnswerCache(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
}

std::optional<CacheableTurn> AnswerCache::cacheable(const TurnContext &context,
                                                    const std::vector<Evidence> &passages,
                                                    const QStringList &decides) const
{
    if (m_surroundings.limits().use == CacheUse::Off || !standsForItself(context) || passages.empty() ||
        !isAnybodys(context.text, context, passages))
        return {};
    auto articles = m_surroundings.answers.versions(citationsOf(passages));
    if (!articles) {
        warn(articles.error());
        return {};
    }
    CacheableTurn turn;
    turn.articles = std::move(*articles);
    QStringList audience = decides;
    audience << context.language << nameOf(context.category)
             << (context.customer ? context.customer->plan + u'/' + context.customer->status
                                  : QStringLiteral("unknown"));
    turn.key.audience = QString::fromLatin1(
        QCryptographicHash::hash(audience.join(QChar(0x1f)).toUtf8(), QCryptographicHash::Sha256).toHex());
    turn.key.question = QuestionForms::normalised(context.text);
    if (m_surroundings.limits().use == CacheUse::Similar)
        turn.key.form = m_surroundings.forms->formOf(context.text, context.language);
    turn.key.intent = context.intent;
    return turn;
}

std::vector<KeptAnswer> AnswerCache::find(const TurnContext &context, const std::vector<Evidence> &passages,
                                          const CacheableTurn &turn) const
{
    auto found = m_surroundings.answers.find(turn.key, context.now.addDays(-m_surroundings.limits().days));
    if (!found) {
        warn(found.error());
        return {};
    }
    const std::vector<Citation> present = citationsOf(passages);
    const std::vector<float> vector =
        found->empty() ? std::vector<float>() : m_surroundings.vectorOf(context.text);
    std::erase_if(*found, [&](const KeptAnswer &answer) {
        const bool isBacked = std::ranges::all_of(answer.kept.citations, [&](const Citation &citation) {
            return std::ranges::find(present, citation) != present.end();
        });
        const bool isSame = answer.kept.key.question == turn.key.question;
        return !isBacked || (!isSame && likeness(vector, answer.kept.vector) < leastCosine);
    });
    return std::move(*found);
}

void AnswerCache::keep(const TurnContext &context, const CacheableTurn &turn, const QString &text,
                       const std::vector<Citation> &citations, const std::vector<Evidence> &passages,
                       const QString &engine) const
{
    if (citations.empty() || !isAnybodys(text, context, passages))
        return;
    NewKeptAnswer answer;
    answer.key = turn.key;
    answer.text = text;
    answer.citations = citations;
    for (const Citation &citation : citations) {
        const auto version = std::ranges::find(turn.articles, citation.document, &ArticleVersion::document);
        if (version == turn.articles.end())
            return; // the index is older than the article
        if (std::ranges::find(answer.articles, *version) == answer.articles.end())
            answer.articles.push_back(*version);
    }
    answer.vector = bytesOf(m_surroundings.vectorOf(context.text));
    answer.engine = engine;
    answer.costUsd = m_surroundings.costOf(context.run);
    answer.conversation = context.conversation;
    answer.message = context.message;
    answer.at = context.now;
    if (auto kept = m_surroundings.answers.keep(answer, m_surroundings.limits().most); !kept)
        warn(kept.error());
}

void AnswerCache::noteServed(const TurnContext &context, const CacheableTurn &turn,
                             const KeptAnswer &answer) const
{
    const bool isSimilar = answer.kept.key.question != turn.key.question;
    if (auto noted = m_surroundings.answers.noteServed(
            {answer.id, isSimilar, context.category, context.conversation, context.message, context.now});
        !noted)
        warn(noted.error());
}

} // namespace Helmdesk
