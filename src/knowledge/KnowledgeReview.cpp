#include "knowledge/KnowledgeReview.h"

#include "encoder/SentenceEncoder.h"
#include "knowledge/Chunker.h"
#include "knowledge/StatedValues.h"

#include <algorithm>
#include <QHash>
#include <QSet>

namespace Helmdesk
{

namespace
{

constexpr std::size_t neighbours = 8;        // passages that a passage is compared with
constexpr float fewestPassageCosine = 0.45F; // and how near they must be at least
constexpr double fewestFrameCosine = 0.80;   // measured in tests/knowledge/tst_knowledgereview.cpp

struct PlacedStatement {
    std::size_t passage = 0;
    QString sentence;
    SentenceClaim claim;
    Vector frame; // encoded when first compared
};

// Statements that both name something must share a name: "Free keeps 7 days" does not contradict "Pro keeps
// 90 days".
bool nameTheSame(const SentenceClaim &a, const SentenceClaim &b)
{
    const QSet<QString> first(a.names.begin(), a.names.end());
    const QSet<QString> second(b.names.begin(), b.names.end());
    if (first.isEmpty() || second.isEmpty())
        return true;
    return first.contains(second) || second.contains(first);
}

struct Disagreement {
    QString first;
    QString second;
};

// A unit of which both give values and none in common.
std::optional<Disagreement> disagreementOf(const SentenceClaim &a, const SentenceClaim &b)
{
    for (const StatedValue &value : a.values) {
        const StatedValue *other = nullptr;
        bool isShared = false;
        for (const StatedValue &candidate : b.values) {
            if (candidate.unit != value.unit)
                continue;
            other = other ? other : &candidate;
            isShared = isShared || candidate.value == value.value;
        }
        const bool givesTheOther = other && std::ranges::any_of(a.values, [&](const StatedValue &mine) {
                                       return mine.unit == other->unit && mine.value == other->value;
                                   });
        if (other && !isShared && !givesTheOther)
            return Disagreement{value.text, other->text};
    }
    return {};
}

class ConflictSearch
{
public:
    ConflictSearch(const KnowledgeIndex &index, const SentenceEncoder &encoder)
        : m_index(index)
        , m_encoder(encoder)
    {
        m_firstOf.resize(index.passages().size() + 1);
        for (std::size_t p = 0; p < index.passages().size(); ++p) {
            m_firstOf[p] = m_statements.size();
            for (const QString &sentence : sentencesOf(index.passages()[p].text)) {
                SentenceClaim claim = claimOf(sentence);
                if (!claim.values.empty())
                    m_statements.push_back({p, sentence, std::move(claim), {}});
            }
        }
        m_firstOf.back() = m_statements.size();
    }

    Result<std::vector<ArticleConflict>> run(const RunControl &control)
    {
        const std::size_t passages = m_index.passages().size();
        for (std::size_t p = 0; p < passages; ++p) {
            if (const Result<> running = control.check(); !running)
                return running.error();
            control.progress(static_cast<qint64>(p + 1), static_cast<qint64>(passages));
            if (m_firstOf[p] == m_firstOf[p + 1])
                continue;
            for (const std::size_t near : nearest(p))
                compare(p, near);
        }
        std::ranges::stable_sort(m_conflicts, std::ranges::greater(), &ArticleConflict::similarity);
        return std::move(m_conflicts);
    }

private:
    // The nearest passages behind `passage` that state something, so that each pair is met once.
    std::vector<std::size_t> nearest(std::size_t passage)
    {
        const std::size_t from = passage + 1;
        const std::size_t count = m_index.passages().size() - from;
        m_cosines.resize(count);
        std::vector<float> direction(vectorWidth);
        const std::span<const std::int16_t> mean = m_index.vectors().mean(passage);
        for (std::size_t d = 0; d < vectorWidth; ++d)
            direction[d] = static_cast<float>(mean[d]) / vectorUnit;
        m_index.vectors().scan(queryIntegers(direction), from, from + count, m_cosines);
        std::vector<std::size_t> near;
        for (std::size_t i = 0; i < count; ++i)
            if (m_cosines[i] >= fewestPassageCosine && m_firstOf[from + i] < m_firstOf[from + i + 1])
                near.push_back(from + i);
        if (near.size() > neighbours) {
            const auto closer = [&](std::size_t a, std::size_t b) {
                return m_cosines[a - from] > m_cosines[b - from];
            };
            std::ranges::nth_element(near, near.begin() + neighbours, closer);
            near.resize(neighbours);
        }
        return near;
    }

    void compare(std::size_t a, std::size_t b)
    {
        for (std::size_t i = m_firstOf[a]; i < m_firstOf[a + 1]; ++i) {
            for (std::size_t j = m_firstOf[b]; j < m_firstOf[b + 1]; ++j) {
                PlacedStatement &first = m_statements[i];
                PlacedStatement &second = m_statements[j];
                const auto disagreement = disagreementOf(first.claim, second.claim);
                if (!disagreement || !nameTheSame(first.claim, second.claim))
                    continue;
                const double similarity = static_cast<double>(cosine(frameOf(first), frameOf(second)));
                if (similarity >= fewestFrameCosine)
                    add(first, second, *disagreement, similarity);
            }
        }
    }

    const Vector &frameOf(PlacedStatement &statement) const
    {
        if (statement.frame.empty())
            statement.frame = m_encoder.encode(statement.claim.frame);
        return statement.frame;
    }

    StatementPlace placeOf(const PlacedStatement &statement, const QString &value) const
    {
        const IndexedDocument &document = m_index.documents()[m_index.documentOf(statement.passage)];
        return {document.id,        document.title,
                document.updated,   m_index.passages()[statement.passage].position,
                statement.sentence, value};
    }

    void add(const PlacedStatement &first, const PlacedStatement &second, const Disagreement &disagreement,
             double similarity)
    {
        ArticleConflict conflict{placeOf(first, disagreement.first), placeOf(second, disagreement.second),
                                 similarity};
        if (conflict.second.updated > conflict.first.updated)
            std::swap(conflict.first, conflict.second);
        m_conflicts.push_back(std::move(conflict));
    }

    const KnowledgeIndex &m_index;
    const SentenceEncoder &m_encoder;
    std::vector<PlacedStatement> m_statements; // in the order of the passages
    std::vector<std::size_t> m_firstOf;        // by passage: its first statement
    std::vector<float> m_cosines;
    std::vector<ArticleConflict> m_conflicts;
};

} // namespace

Result<std::vector<ArticleConflict>> findConflicts(const KnowledgeIndex &index,
                                                   const SentenceEncoder &encoder, const RunControl &control)
{
    return ConflictSearch(index, encoder).run(control);
}

std::vector<StaleArticle> findStale(std::span<const DocumentSummary> articles,
                                    std::span<const ArticleCorrection> corrections, const QDate &today,
                                    const StaleLimits &limits)
{
    QHash<QString, std::vector<QDate>> byArticle;
    for (const ArticleCorrection &correction : corrections)
        byArticle[correction.documentId].push_back(correction.day);
    std::vector<StaleArticle> stale;
    for (const DocumentSummary &article : articles) {
        const QDate updated = QDate::fromString(article.updated, Qt::ISODate);
        const int days = updated.isValid() ? static_cast<int>(updated.daysTo(today)) : -1;
        if (updated.isValid() && days < limits.days)
            continue;
        StaleArticle row{article.id, article.title, article.updated, days, 0, {}};
        for (const QDate &day : byArticle.value(article.id)) {
            if (updated.isValid() && day <= updated)
                continue;
            ++row.corrections;
            row.lastCorrection = std::max(row.lastCorrection, day);
        }
        if (row.corrections >= limits.corrections)
            stale.push_back(std::move(row));
    }
    std::ranges::stable_sort(stale, [](const StaleArticle &a, const StaleArticle &b) {
        return a.corrections != b.corrections ? a.corrections > b.corrections : a.days > b.days;
    });
    return stale;
}

} // namespace Helmdesk
