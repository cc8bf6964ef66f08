// What a person sets right about the latest turn, category or draft, and the way back.
#include "app/DeskReader.h"
#include "store/SqliteTrainingRepository.h"
#include "store/TurnSnapshot.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

Result<std::optional<Message>> lastCustomerMessage(Workspace &workspace, ConversationId id)
{
    auto history = workspace.conversations().history(id);
    if (!history)
        return history.error();
    const auto last = std::find_if(history->rbegin(), history->rend(),
                                   [](const Message &message) { return message.author == Author::Customer; });
    return last == history->rend() ? std::optional<Message>() : std::optional<Message>(*last);
}

} // namespace

Result<TurnBefore> changeCategoryAndRun(Workspace &workspace, ConversationId id, Category category,
                                        const QString &by, const RunControl &control)
{
    auto before = workspace.runs().latestOutcome(id);
    if (!before)
        return before.error();
    auto last = lastCustomerMessage(workspace, id);
    if (!last)
        return last.error();
    if (!*last)
        return Error{ErrorKind::Conflict, QStringLiteral("the conversation has no message of the customer")};
    auto state = TurnSnapshot::take(workspace.database(), id);
    if (!state)
        return state.error();
    const QDateTime now = workspace.clock().now();
    auto changed = workspace.unitOfWork().run([&]() -> Result<> {
        if (auto set = workspace.conversations().setCategory(id, category, by, now); !set)
            return set;
        auto memory = workspace.conversations().memory(id);
        if (!memory)
            return memory.error();
        (*memory)["set_by_person"] = nameOf(category);
        if (auto kept = workspace.conversations().setMemory(id, *memory); !kept)
            return kept;
        OperatorVerdict verdict;
        verdict.kind = VerdictKind::CategoryChanged;
        verdict.conversation = id;
        verdict.message = (*last)->id;
        verdict.before = *before ? nameOf((*before)->outcome.category) : QString();
        verdict.after = nameOf(category);
        verdict.confidence = *before ? (*before)->outcome.confidence : 0.0;
        verdict.by = by;
        verdict.at = now;
        if (auto kept = workspace.training().addVerdict(verdict); !kept)
            return kept.error();
        TrainingExample example;
        example.text = (*last)->text;
        example.category = category;
        example.origin = QStringLiteral("operator");
        example.message = (*last)->id;
        example.by = by;
        example.at = now;
        auto kept = workspace.training().addExample(example);
        return kept ? Result<>() : Result<>(kept.error());
    });
    if (!changed)
        return changed.error();
    TurnBefore taken{id, std::move(*state)};
    auto outcome = workspace.pipeline().runAgain((*last)->id, control);
    if (outcome)
        return taken;
    (void)undoCategoryChange(workspace, taken, by); // it did not come about
    return outcome.error();
}

Result<> undoCategoryChange(Workspace &workspace, const TurnBefore &before, const QString &by)
{
    return TurnSnapshot::restore(
        workspace.database(), before.id, before.state,
        {QStringLiteral("conversation.category_undone"), by, workspace.clock().now()});
}

Result<TurnBefore> rejectDraft(Workspace &workspace, ConversationId id, const QString &reason,
                               const QString &by)
{
    auto state = TurnSnapshot::take(workspace.database(), id);
    if (!state)
        return state.error();
    auto rejected = workspace.operatorDesk().reject(id, by, reason);
    return rejected ? Result<TurnBefore>(TurnBefore{id, std::move(*state)})
                    : Result<TurnBefore>(rejected.error());
}

Result<> undoRejection(Workspace &workspace, const TurnBefore &before, const QString &by)
{
    return TurnSnapshot::restore(workspace.database(), before.id, before.state,
                                 {QStringLiteral("draft.rejection_undone"), by, workspace.clock().now()});
}

} // namespace Helmdesk
