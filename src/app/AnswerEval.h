#pragma once

#include "app/Workspace.h"
#include "knowledge/RetrievalEval.h"

namespace Helmdesk
{

// What became of questions of which it is known whether the documents answer them, and in which one.
struct AnswerFigures {
    int answerable = 0;   // questions with a relevant document
    int alone = 0;        // of them answered without a person
    int aloneRight = 0;   // of these from a relevant document
    int drafted = 0;      // of the answerable ones given to a person with a draft from a relevant document
    int unanswerable = 0; // questions that no document answers
    int unanswerableAlone = 0; // of them answered from a document without a person
};

// {"answerable","alone","alone_right","drafted_right","unanswerable","unanswerable_alone",
// "share_alone": of the answerable ones, "share_wrong": of all that left alone with a source}.
Json toJson(const AnswerFigures &figures);

// Asks each question as a conversation of its own, by chat, of a stranger, in a workspace made for it that
// has these documents alone and every category in the mode automatic. Slow: the whole pipeline answers.
// Failure: as reading the files; Cancelled.
Result<AnswerFigures> evaluateAnswers(const RetrievalFiles &files, std::shared_ptr<EngineAssets> assets,
                                      const RunControl &control = {});

} // namespace Helmdesk
