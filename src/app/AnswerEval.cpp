#include "app/AnswerEval.h"

#include "app/DeskReader.h"
#include "knowledge/DocumentReader.h"

#include <QTemporaryDir>

namespace Helmdesk
{
namespace
{

Result<Settings> allAutomatic()
{
    Settings settings;
    for (const Category category :
         {Category::Billing, Category::Technical, Category::Account, Category::General}) {
        auto changed = settings.with(QStringLiteral("modes.") + nameOf(category), Json("auto"));
        if (!changed)
            return changed.error();
        settings = std::move(*changed);
    }
    return settings;
}

Result<std::vector<RetrievalQuestion>> questionsOf(const RetrievalFiles &files)
{
    auto questions = readRetrievalQuestions(files.queries, files.qrels);
    if (!questions || files.unanswerable.isEmpty())
        return questions;
    const auto more = readRetrievalQuestions(files.unanswerable, {});
    if (!more)
        return more.error();
    questions->insert(questions->end(), more->begin(), more->end());
    return questions;
}

Result<Outcome> ask(Workspace &workspace, const RetrievalQuestion &question, std::size_t number,
                    const RunControl &control)
{
    IncomingMessage message;
    message.channel = ChannelKind::Chat;
    message.externalId = message.conversationKey = QStringLiteral("question-%1").arg(number);
    message.text = message.fullText = question.text;
    auto taken = takeMessage(workspace, message);
    if (!taken)
        return taken.error();
    auto processed = workspace.pipeline().answer(taken->message, control);
    return processed ? Result<Outcome>(std::move(processed->outcome)) : Result<Outcome>(processed.error());
}

void count(const RetrievalQuestion &question, const Outcome &outcome, AnswerFigures &figures)
{
    const bool isAlone = outcome.decision == Decision::AutoSend && !outcome.citations.empty();
    const bool isRight = std::ranges::any_of(outcome.citations, [&](const Citation &citation) {
        return question.relevant.contains(citation.document);
    });
    if (question.relevant.isEmpty()) {
        ++figures.unanswerable;
        figures.unanswerableAlone += isAlone ? 1 : 0;
        return;
    }
    ++figures.answerable;
    figures.alone += isAlone ? 1 : 0;
    figures.aloneRight += isAlone && isRight ? 1 : 0;
    figures.drafted += !isAlone && isRight ? 1 : 0;
}

} // namespace

Json toJson(const AnswerFigures &figures)
{
    const auto share = [](int part, int whole) {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    };
    const int wrong = figures.alone - figures.aloneRight + figures.unanswerableAlone;
    return {{"answerable", figures.answerable},
            {"alone", figures.alone},
            {"alone_right", figures.aloneRight},
            {"drafted_right", figures.drafted},
            {"unanswerable", figures.unanswerable},
            {"unanswerable_alone", figures.unanswerableAlone},
            {"share_alone", share(figures.alone, figures.answerable)},
            {"share_wrong", share(wrong, figures.alone + figures.unanswerableAlone)}};
}

Result<AnswerFigures> evaluateAnswers(const RetrievalFiles &files, std::shared_ptr<EngineAssets> assets,
                                      const RunControl &control)
{
    const ReadDocuments read = readDocuments({files.docs});
    if (!read.problems.empty() && read.documents.empty())
        return Error{ErrorKind::InvalidInput,
                     read.problems.front().source + QStringLiteral(": ") + read.problems.front().reason};
    const auto questions = questionsOf(files);
    if (!questions)
        return questions.error();
    auto settings = allAutomatic();
    if (!settings)
        return settings.error();
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorKind::Io,
                     QStringLiteral("there is no place for a workspace: %1").arg(folder.errorString())};
    auto workspace = Workspace::open(folder.path(), {.settings = *settings, .isAnchored = false});
    if (!workspace)
        return workspace.error();
    if (auto loaded = (*workspace)->loadEngine(std::move(assets), control); !loaded)
        return loaded.error();
    if (auto imported = (*workspace)->knowledge().importDocuments(read.documents, control); !imported)
        return imported.error();
    AnswerFigures figures;
    for (std::size_t number = 0; number < questions->size(); ++number) {
        if (control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the evaluation was stopped")};
        auto outcome = ask(**workspace, (*questions)[number], number, control);
        if (!outcome)
            return outcome.error();
        count((*questions)[number], *outcome, figures);
        control.progress(static_cast<int>(number) + 1, static_cast<int>(questions->size()));
    }
    return figures;
}

} // namespace Helmdesk
