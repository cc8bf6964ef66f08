#pragma once

#include "core/Json.h"
#include "core/RunControl.h"
#include "knowledge/DocumentEncoder.h"
#include "knowledge/KnowledgeIndex.h"
#include "knowledge/Retriever.h"

namespace Helmdesk
{

struct RetrievalQuestion {
    QString id;
    QString text;
    QStringList relevant; // document ids; empty for a question that nothing answers
};

// Reads questions ({"id","text"} a line) and judgements (query-id, doc-id, relevance, parted by tabs, one
// header line; relevance 0 is no judgement). `qrels` may be empty. Failure: NotFound, InvalidInput with the
// line.
Result<std::vector<RetrievalQuestion>> readRetrievalQuestions(const QString &queries, const QString &qrels);

struct RetrievalFigures {
    int questions = 0;            // with at least one relevant document
    int withoutPassage = 0;       // of them those for which "nothing found" was said
    int unanswerable = 0;         // questions without a relevant document
    int unanswerableAnswered = 0; // of them those that got a passage
    double ndcgAt10 = 0.0;
    double recallAt5 = 0.0;
    double reciprocalRankAt10 = 0.0;
    std::vector<double> milliseconds;              // a question, the encoder included, ascending
    std::vector<double> millisecondsBesideEncoder; // the same beside the encoder
};

// {"n","ndcg@10","recall@5","mrr@10","ms_per_query":{"p50","p99"},"ms_beside_encoder":{"p50","p99"},
// "nothing_found":{"answerable_without_passage","unanswerable","unanswerable_with_passage"}}: shares, and how
// many questions nothing answers.
Json toJson(const RetrievalFigures &figures);

// An index in memory over documents that are stored nowhere. Uses all cores.
Result<std::shared_ptr<const KnowledgeIndex>> indexInMemory(const std::vector<Document> &documents,
                                                            const DocumentEncoder &encoder,
                                                            const TokenProjection &projection,
                                                            const RunControl &control = {});

// Binary relevance: nDCG at 10, recall at 5 and mean reciprocal rank at 10, over the questions with a
// judgement. Those without one must find nothing.
Result<RetrievalFigures> evaluateRetrieval(const Retriever &retriever, const SentenceEncoder &encoder,
                                           const std::vector<RetrievalQuestion> &questions,
                                           const RunControl &control = {});

struct RetrievalFiles {
    QString docs;    // anything that DocumentReader reads
    QString queries; // as readRetrievalQuestions
    QString qrels;
    QString unanswerable; // questions that the documents do not answer; may be empty
};

// The whole command.
Result<Json> evaluateRetrievalFiles(const RetrievalFiles &files, const SentenceEncoder &encoder,
                                    const TokenProjection &projection, const RunControl &control = {});

} // namespace Helmdesk
