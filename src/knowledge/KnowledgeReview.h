#pragma once

#include "core/RunControl.h"
#include "knowledge/Document.h"
#include "knowledge/KnowledgeIndex.h"

#include <QDate>
#include <span>

namespace Helmdesk
{

class SentenceEncoder;

// A sentence of an article.
struct StatementPlace {
    QString documentId;
    QString title;
    QString updated;  // YYYY-MM-DD or empty
    int position = 0; // of the passage
    QString sentence;
    QString value; // the number or date in it, as written
};

// Two sentences that say the same thing with different numbers or dates.
struct ArticleConflict {
    StatementPlace first; // of the article changed last, where that is known
    StatementPlace second;
    double similarity = 0.0; // of what they say apart from the numbers, 0 to 1
};

// A reply that was written from an article and that an operator changed or rejected.
struct ArticleCorrection {
    QString documentId;
    QDate day;
};

// An article that nobody touched for long while the replies made from it are corrected.
struct StaleArticle {
    QString documentId;
    QString title;
    QString updated;     // YYYY-MM-DD or empty
    int days = 0;        // since then; -1 when the date is not known
    int corrections = 0; // after the article's date
    QDate lastCorrection;
};

struct StaleLimits {
    int days = 180;      // an article older than that,
    int corrections = 2; // and corrected at least so often since
};

// Compares every sentence that states a number or date with those of the nearest passages of the whole
// knowledge base. Two sentences are in conflict when their words without the numbers mean nearly the same
// (encoder), they name the same things, and they give one unit different values. Thread: any; about 3 ms a
// sentence compared. Failure: Cancelled, Timeout. The most similar pair comes first.
Result<std::vector<ArticleConflict>>
findConflicts(const KnowledgeIndex &index, const SentenceEncoder &encoder, const RunControl &control = {});

// The most corrected article first. Pure.
std::vector<StaleArticle> findStale(std::span<const DocumentSummary> articles,
                                    std::span<const ArticleCorrection> corrections, const QDate &today,
                                    const StaleLimits &limits = {});

} // namespace Helmdesk
