#include "app/Writing.h"

#include "app/ConversationMaterial.h"
#include "app/DeskReader.h"
#include "app/LanguageModels.h"
#include "specialists/ReplyWriter.h"

namespace Helmdesk
{
namespace
{

Result<DraftSources> sourcesOf(Workspace &workspace, const ConversationView &view)
{
    DraftSources sources;
    QStringList documents;
    if (view.outcome) {
        for (const Citation &citation : view.outcome->citations)
            documents << citation.document;
        for (const ToolCall &call : view.outcome->tools)
            sources.results.push_back(call.result);
    }
    documents.removeDuplicates();
    for (const QString &id : std::as_const(documents)) {
        auto document = workspace.knowledgeRepository().find(id);
        if (!document)
            return document.error();
        if (*document)
            sources.texts << (*document)->title + u'\n' + (*document)->text;
    }
    if (view.draft)
        sources.texts << view.draft->text;
    QStringList said;
    for (const ThreadEntry &entry : view.thread) {
        if (entry.author == Author::Customer)
            said << entry.text;
        else if (hasLeft(entry))
            sources.texts << entry.text;
    }
    sources.conversation = said.join(u'\n');
    return sources;
}

} // namespace

Result<WrittenText> writeFor(Workspace &workspace, const WritingWish &wish, const RunControl &control)
{
    auto view = readConversation(workspace, wish.conversation);
    if (!view)
        return view.error();
    const AnsweringModel answering = workspace.languageModels().answering();
    if (!answering.model)
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("no language model is set: see \"helmdeskctl model add\" and the setting "
                                    "engine.answer")};
    WritingTask task;
    task.verb = wish.verb;
    task.text = wish.text;
    task.language = view->language.isEmpty() ? QStringLiteral("en") : view->language;
    auto sources = sourcesOf(workspace, *view);
    if (!sources)
        return sources.error();
    task.sources = std::move(*sources);
    auto personal = personalValuesOf(workspace, wish.conversation);
    if (!personal)
        return personal.error();
    task.personal = std::move(*personal);
    task.purpose = {QStringLiteral("write"),
                    view->outcome ? nameOf(view->outcome->category) : QString(),
                    wish.conversation,
                    {}};
    auto written = writeReply(answering, task, control);
    if (!written)
        return written.error();
    return WrittenText{written->text, written->unproven, written->lost, written->problems, written->engine};
}

} // namespace Helmdesk
