#include "knowledge/RetrievalEval.h"

#include "knowledge/DocumentReader.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <QFile>
#include <QHash>
#include <thread>

namespace Helmdesk
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

double millisecondsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

double quantile(const std::vector<double> &ascending, double share)
{
    if (ascending.empty())
        return 0.0;
    const auto last = static_cast<double>(ascending.size() - 1);
    return ascending[static_cast<std::size_t>(std::ceil(share * last))];
}

Result<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("%1 cannot be opened: %2").arg(path, file.errorString())};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

Result<QHash<QString, QStringList>> readJudgements(const QString &path)
{
    QHash<QString, QStringList> judgements;
    if (path.isEmpty())
        return judgements;
    const auto lines = linesOf(path);
    if (!lines)
        return lines.error();
    for (qsizetype i = 1; i < lines->size(); ++i) {
        const QString line = (*lines)[i].trimmed();
        if (line.isEmpty())
            continue;
        const QStringList cells = line.split(u'\t');
        if (cells.size() != 3)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1:%2: three cells parted by tabs are needed").arg(path).arg(i + 1)};
        if (cells[2].toInt() > 0)
            judgements[cells[0]].append(cells[1]);
    }
    return judgements;
}

void addScores(const Retrieval &retrieval, const QStringList &relevant, RetrievalFigures &figures)
{
    double gain = 0.0;
    double found = 0.0;
    double reciprocal = 0.0;
    for (std::size_t rank = 0; rank < std::min<std::size_t>(10, retrieval.passages.size()); ++rank) {
        if (!relevant.contains(retrieval.passages[rank].passage.documentId))
            continue;
        gain += 1.0 / std::log2(static_cast<double>(rank) + 2.0);
        found += rank < 5 ? 1.0 : 0.0;
        reciprocal = reciprocal > 0.0 ? reciprocal : 1.0 / (static_cast<double>(rank) + 1.0);
    }
    double ideal = 0.0;
    for (qsizetype rank = 0; rank < std::min<qsizetype>(10, relevant.size()); ++rank)
        ideal += 1.0 / std::log2(static_cast<double>(rank) + 2.0);
    ++figures.questions;
    figures.ndcgAt10 += gain / ideal;
    figures.recallAt5 += found / static_cast<double>(relevant.size());
    figures.reciprocalRankAt10 += reciprocal;
    figures.withoutPassage += retrieval.isSupported() ? 0 : 1;
}

} // namespace

Result<std::vector<RetrievalQuestion>> readRetrievalQuestions(const QString &queries, const QString &qrels)
{
    const auto judgements = readJudgements(qrels);
    if (!judgements)
        return judgements.error();
    const auto lines = linesOf(queries);
    if (!lines)
        return lines.error();
    std::vector<RetrievalQuestion> questions;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        if ((*lines)[i].trimmed().isEmpty())
            continue;
        const Result<Json> json = parseJson((*lines)[i].toUtf8());
        const QString text = json ? stringOr(*json, "text") : QString();
        if (text.isEmpty())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1:%2: an object with \"id\" and \"text\" is needed")
                             .arg(queries)
                             .arg(i + 1)};
        const QString id = stringOr(*json, "id");
        questions.push_back({id, text, judgements->value(id)});
    }
    return questions;
}

Json toJson(const RetrievalFigures &figures)
{
    const auto share = [](int part, int whole) {
        return whole == 0 ? Json() : Json(static_cast<double>(part) / whole);
    };
    const auto times = [](const std::vector<double> &values) {
        return Json{{"p50", quantile(values, 0.5)}, {"p99", quantile(values, 0.99)}};
    };
    return Json{{"n", figures.questions},
                {"ndcg@10", figures.ndcgAt10},
                {"recall@5", figures.recallAt5},
                {"mrr@10", figures.reciprocalRankAt10},
                {"nothing_found",
                 {{"answerable_without_passage", share(figures.withoutPassage, figures.questions)},
                  {"unanswerable", figures.unanswerable},
                  {"unanswerable_with_passage", share(figures.unanswerableAnswered, figures.unanswerable)}}},
                {"ms_per_query", times(figures.milliseconds)},
                {"ms_beside_encoder", times(figures.millisecondsBesideEncoder)}};
}

Result<std::shared_ptr<const KnowledgeIndex>> indexInMemory(const std::vector<Document> &documents,
                                                            const DocumentEncoder &encoder,
                                                            const TokenProjection &projection,
                                                            const RunControl &control)
{
    std::vector<StoredDocument> stored(documents.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < documents.size() && control.check(); i = next++)
            stored[i] = encoder.encode(documents[i]);
    };
    std::vector<std::thread> helpers;
    for (unsigned t = 1; t < std::thread::hardware_concurrency(); ++t)
        helpers.emplace_back(work);
    work();
    for (std::thread &helper : helpers)
        helper.join();
    if (const Result<> running = control.check(); !running)
        return running.error();
    KnowledgeIndex::Builder builder(&projection);
    for (StoredDocument &document : stored)
        if (const Result<> added = builder.add(std::move(document)); !added)
            return added.error();
    return builder.finish();
}

Result<RetrievalFigures> evaluateRetrieval(const Retriever &retriever, const SentenceEncoder &encoder,
                                           const std::vector<RetrievalQuestion> &questions,
                                           const RunControl &control)
{
    RetrievalFigures figures;
    qint64 done = 0;
    for (const RetrievalQuestion &question : questions) {
        control.progress(++done, static_cast<qint64>(questions.size()));
        const auto start = SteadyClock::now();
        const TokenVectors encoded = encoder.encodeTokens(question.text);
        const double encoding = millisecondsSince(start);
        const Result<Retrieval> retrieval = retriever.search(question.text, encoded, {}, 10, control);
        const double whole = millisecondsSince(start);
        if (!retrieval)
            return retrieval.error();
        if (question.relevant.isEmpty()) {
            ++figures.unanswerable;
            figures.unanswerableAnswered += retrieval->isSupported() ? 1 : 0;
            continue;
        }
        figures.milliseconds.push_back(whole);
        figures.millisecondsBesideEncoder.push_back(whole - encoding);
        addScores(*retrieval, question.relevant, figures);
    }
    if (figures.questions == 0)
        return Error{ErrorKind::InvalidInput, QStringLiteral("no question has a relevant document")};
    const double count = figures.questions;
    figures.ndcgAt10 /= count;
    figures.recallAt5 /= count;
    figures.reciprocalRankAt10 /= count;
    std::ranges::sort(figures.milliseconds);
    std::ranges::sort(figures.millisecondsBesideEncoder);
    return figures;
}

Result<Json> evaluateRetrievalFiles(const RetrievalFiles &files, const SentenceEncoder &encoder,
                                    const TokenProjection &projection, const RunControl &control)
{
    const ReadDocuments read = readDocuments({files.docs});
    if (!read.problems.empty() && read.documents.empty())
        return Error{ErrorKind::InvalidInput,
                     read.problems.front().source + QStringLiteral(": ") + read.problems.front().reason};
    auto questions = readRetrievalQuestions(files.queries, files.qrels);
    if (!questions)
        return questions.error();
    if (!files.unanswerable.isEmpty()) {
        const auto more = readRetrievalQuestions(files.unanswerable, {});
        if (!more)
            return more.error();
        questions->insert(questions->end(), more->begin(), more->end());
    }
    const DocumentEncoder documentEncoder(encoder, projection);
    const auto index = indexInMemory(read.documents, documentEncoder, projection, control);
    if (!index)
        return index.error();
    const auto figures = evaluateRetrieval(Retriever(encoder, *index), encoder, *questions, control);
    if (!figures)
        return figures.error();
    return toJson(*figures);
}

} // namespace Helmdesk
