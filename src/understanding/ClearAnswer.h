#pragma once

#include "core/Result.h"

#include <QSet>
#include <QString>

namespace Helmdesk
{

enum class Answer { Other, Yes, No };

// Tells a clear yes or no to one exact question from everything else. Every word of a yes is one of
// agreement, a courtesy, or stands in the question itself: "yes please, refund INV-1042" is one to "Shall I
// refund 49.00 USD of INV-1042?", "yes, but only half" and "yes and also …" are none.
// A value. Thread: any, once loaded.
class ClearAnswer
{
public:
    static constexpr qsizetype mostWords = 20;

    // Reads every <language>/answers.json below the folder: the lists yes, no and beside. Io, InvalidInput.
    static Result<ClearAnswer> load(const QString &folder);

    // `courtesies` are further words that may stand beside an answer, the customer's name for one.
    Answer answerTo(const QString &question, const QString &text, const QString &courtesies = {}) const;

private:
    QSet<QString> m_yes;
    QSet<QString> m_no;
    QSet<QString> m_beside; // "please", "thanks", "do", "it"
};

} // namespace Helmdesk
