#pragma once

#include "llm/ChatHistory.h"
#include "specialists/ModelSpecialist.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"
#include "tools/BuiltinTools.h"

namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;

class OnePassage final : public KnowledgeSource
{
public:
    Result<EvidenceList> find(const QString &, std::optional<Category>, int,
                              const RunControl &) const override
    {
        EvidenceList list;
        list.support = 0.9;
        Evidence evidence;
        evidence.citation = {u"kb/exports"_s, u"Exports"_s, 0, u"Exports are kept for 30 days."_s};
        evidence.text =
            u"Exports are kept for 30 days. Open Settings and choose Export to download a board."_s;
        list.passages = {evidence};
        return list;
    }
};

class NoDocuments final : public DocSearch
{
public:
    Result<std::vector<DocHit>> search(const QString &, int, const RunControl &) const override
    {
        return std::vector<DocHit>();
    }
};

// The built-in engine as the test wants it: one knowledge answer at first.
class Builtin final : public Specialist
{
public:
    std::function<NextStep(const std::vector<ToolCall> &)> script = [](const std::vector<ToolCall> &) {
        return NextStep(answer());
    };

    Result<NextStep> next(const TurnContext &, const std::vector<ToolCall> &calls,
                          const RunControl &) const override
    {
        return script(calls);
    }
    Result<DraftReply> answerFromKnowledge(const TurnContext &, const RunControl &) const override
    {
        return answer();
    }

    static DraftReply answer()
    {
        DraftReply draft;
        draft.text = u"Exports are kept for 30 days."_s;
        draft.confidence = 0.9;
        draft.confidenceParts = {{u"retrieval"_s, 0.9}, {u"grounding"_s, 1.0}, {u"tools"_s, 1.0}};
        draft.memory = {{"playbook", "knowledge"}};
        draft.citations = {{u"kb/exports"_s, u"Exports"_s, 0, {}}};
        return draft;
    }
};

template <class T>
T made(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace Helmdesk::Test
