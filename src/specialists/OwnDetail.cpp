#include "specialists/OwnDetail.h"

#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

struct Question {
    const char *detail;
    QRegularExpression pattern;
};

QRegularExpression asked(const char *pattern)
{
    QRegularExpression expression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

} // namespace

QString ownDetailAskedIn(const QString &text)
{
    static const Question questions[] = {
        {"plan",
         asked("\\b(?:what|which)\\b[^.?!\\n]{0,24}\\b(?:plan|package|tier|subscription|membership)\\b[^.?!"
               "\\n]{0,12}\\b(?:am i|are we|i am|we are|i'm|we're|(?:do|did) (?:i|we) (?:have|take|book)"
               "(?! to\\b)|have i|have we|is (?:my|our) account)\\b(?! (?:need|able|allowed))")},
        {"plan",
         asked(
             "\\bwhat(?:'s| is) (?:my|our) (?:current |present |own )?"
             "(?:plan|package|tier|subscription|membership)(?: called| at the moment| now)?\\s*(?:[.?!]|$)")},
        {"joined",
         asked("\\b(?:since when (?:am i|are we|have (?:i|we) been)|when did (?:i|we) (?:join|sign up|become|"
               "register)|how long have (?:i|we) been (?:an? |your )?(?:customers?|clients?|members?|with "
               "you))\\b")},
        {"email", asked("\\b(?:what|which)(?: e-?mail| mail)(?: address)?\\b[^.?!\\n]{0,16}\\b(?:do you "
                        "have|is (?:stored|"
                        "registered|on file|on my|linked)|do you (?:use|hold|know)|did i (?:sign "
                        "up|register|give))\\b")},
        {"phone",
         asked(
             "\\b(?:what|which) (?:phone|mobile|telephone)(?: number)?\\b[^.?!\\n]{0,16}\\b(?:do you have|is "
             "(?:stored|registered|on file|on my|linked)|do you (?:use|hold|know)|did i give)\\b")},
    };
    for (const Question &question : questions) {
        if (question.pattern.match(text).hasMatch())
            return QString::fromLatin1(question.detail);
    }
    return {};
}

} // namespace Helmdesk
