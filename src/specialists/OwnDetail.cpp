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
             "\\bwhat(?:'?s|’s| is) (?:my|our) (?:current |present |own )?"
             "(?:plan|package|tier|subscription|membership)(?: called| at the moment| now)?\\s*(?:[.?!]|$)")},
        {"plan",
         asked("\\b(?:tell|show|remind|give) me (?:about |of )?(?:my|our|which|what) (?:current |present )?"
               "(?:plan|package|tier|subscription|membership)(?: (?:i|we)(?:'m|’m| am|'re|’re| are| have)(?: "
               "on)?)?"
               "(?: please| pls)?\\s*(?:[.?!]|$)")},
        {"joined",
         asked("\\b(?:since when (?:am i|are we|have (?:i|we) been)|when did (?:i|we) (?:join|sign up|become|"
               "register)|how long have (?:i|we) been (?:an? |your )?(?:customers?|clients?|members?|with "
               "you))\\b")},
        {"email",
         asked("\\b(?:tell|show|give|remind) me (?:of )?(?:my|our|the) e-?mail(?: address)?(?: (?:that )?you "
               "have)?(?: on file| on record| in (?:my|our|the) (?:account|profile))|"
               "\\bwhat(?:'?s|’s| is) (?:my|our|the) (?:current |registered )?e-?mail(?: address)?"
               "(?: (?:that )?you have)?(?: on file| on record| (?:in|on|for|of) (?:my|our|the|this) "
               "(?:account|profile)|[?.!\\s]*$)")},
        {"phone",
         asked(
             "\\b(?:tell|show|give|remind) me (?:of )?(?:my|our|the) (?:phone|mobile|telephone)(?: "
             "number)?(?: (?:that )?you have)?(?: on file| on record| in (?:my|our|the) (?:account|profile))|"
             "\\bwhat(?:'?s|’s| is) (?:my|our) (?:current |registered )?(?:phone|mobile|telephone)(?: "
             "number)?"
             "(?: (?:that )?you have)?(?: on file| on record| (?:in|on|for|of) (?:my|our|the|this) "
             "(?:account|profile)|[?.!\\s]*$)")},
        {"phone",
         asked("\\bwhat(?:'?s|’s| is) (?:the|my|our) (?:phone|mobile|telephone)(?: number)? (?:that )?(?:you "
               "(?:have|hold|keep|use)|(?:is )?(?:stored|saved|on file|on record))\\b")},
        {"address",
         asked(
             "\\b(?:what|which)(?:'?s|’s| is)? (?:is )?(?:my|our|the)? ?(?:current |present |postal |billing "
             "|street |home |mailing )?address\\b[^.?!\\n]{0,12}\\b(?:(?:do|did) (?:you|we|i) "
             "(?:have|hold|use|"
             "give|keep)|you (?:have|hold|keep)|(?:is )?(?:stored|saved|registered|on file|on record)|(?:is "
             "|set |"
             "stored )?(?:in|on|for) (?:my|our|the) (?:account|profile|file))\\b")},
        {"address",
         asked("^\\W*what(?:'?s|’s| is) (?:my|our) (?:current |present |postal |billing |street |home "
               "|mailing )?address[?.!\\s]*$")},
        {"phone",
         asked("\\b(?:is (?:my|our|the) (?:phone|mobile|telephone)(?: number)? (?:still|right|correct|up[ "
               "-]to[ -]"
               "date|current)|(?:did you (?:get|receive|save|store)|do you have|have you got) (?:my|our) "
               "(?:new |current |latest )?(?:phone|mobile|telephone)(?: number)?)\\b")},
        {"address",
         asked("\\b(?:is (?:my|our) (?:postal |billing |street |mailing )?address (?:still|right|correct|up[ "
               "-]to[ -]"
               "date|current)|(?:did you (?:get|receive|save|store)|do you have|have you got) (?:my|our) "
               "(?:new |current |latest )?(?:postal |billing |street |mailing )?address)\\b")},
        {"language", asked("\\b(?:what|which) language (?:do you have|is (?:set|stored|saved|on file|my "
                           "account|our account))"
                           "\\b(?![^.?!\\n]{0,20}\\b(?:support|spoken))|"
                           "^\\W*what(?:'?s|’s| is) (?:my|our) (?:account )?language[?.!\\s]*$")},
        {"name", asked("\\b(?:what(?:'?s|’s| is) (?:my|our|the)|(?:what|which)) "
                       "name\\b[^.?!\\n]{0,8}\\b(?:do you have|is "
                       "(?:stored|saved|registered|on file|my account)|(?:is )?(?:in|on|for) (?:my|our|the) "
                       "(?:account|profile)|(?:you have )?on file)\\b(?![^.?!\\n]{0,16}\\bcard)")},
        {"all",
         asked("^\\W*(?:(?:ok(?:ay)?|and|so)\\W+)*what(?:'?s|’s| is| do you have) (?:now )?on (?:file|record)"
               "(?: for (?:me|us))?(?: now| at the moment| currently)?[?.!\\s]*$")},
        {"company",
         asked("\\b(?:what|which) company(?: name)?\\b[^.?!\\n]{0,16}\\b(?:do you have|is (?:stored|"
               "registered|on file|on my|linked)|did i give)\\b")},
        {"email", asked("\\b(?:what|which)(?: e-?mail| mail)(?: address)?\\b[^.?!\\n]{0,16}\\b(?:do you "
                        "have|is (?:stored|"
                        "registered|on file|on my|linked)|do you (?:use|hold|know)|did i (?:sign "
                        "up|register|give))\\b")},
        {"email", asked("\\b(?:what|which) e-?mail(?: address)? (?:i|we) (?:have|use|gave|signed up "
                        "with|registered)\\b(?! "
                        "(?:to|can|could|should))")},
        {"phone",
         asked(
             "\\b(?:what|which) (?:phone|mobile|telephone)(?: number)?\\b[^.?!\\n]{0,16}\\b(?:do you have|is "
             "(?:stored|registered|on file|on my|linked)|do you (?:use|hold|know)|did i give)\\b")},
        {"card",
         asked("\\b(?:what|which)\\b[^.?!\\n]{0,16}\\b(?:card|payment method|bank account)\\b[^.?!\\n]{0,24}"
               "\\b(?:do you (?:have|use|hold|know|charge|debit)|have you (?:got|stored|saved)|is "
               "(?:stored|saved|"
               "registered|on file|on my|on our|linked|(?:being )?(?:charged|used|debited))|"
               "are you (?:charging|using|debiting)|on file)\\b")},
        {"card", asked("\\b(?:last (?:four|4)(?: digits| "
                       "numbers)?|digits|ending|end)\\b[^.?!\\n]{0,16}\\b(?:card|account)\\b"
                       "[^.?!\\n]{0,16}\\b(?:you (?:have|hold|keep|use|charge|debit)|on file|on "
                       "record|stored|saved)\\b")},
        {"card", asked("\\b(?:what|which) (?:card|payment method|bank account|account)\\b "
                       "(?:does|do|will|would|did|is|are) "
                       "(?:it|this|that|they|you|the (?:refund|money|amount))(?: being)? (?:go|be "
                       "(?:sent|paid|credited|refunded)|"
                       "come|land|arrive|sen[dt]|paid|credit(?:ed)?|refund(?:ed)?|going|pay)\\b")},
        {"card", asked("\\b(?:what|which) (?:card|payment method|bank account) "
                       "(?:did|was|has)\\b[^.?!\\n]{0,32}\\b(?:go on|"
                       "(?:paid|charged|billed|debited|taken) (?:with|to|on|from)|charged|debited|used)\\b")},
        {"card",
         asked(
             "\\b(?:what|which) (?:card|payment method|bank account|account)\\b (?:it|this|that|they|you|the "
             "(?:refund|money|amount))(?: will| would|'ll|’ll)?(?: be)? (?:goes|go|going|sent|comes|come|"
             "lands|land|arrives|arrive|paid|credited|refunded|send)\\b")},
        {"card",
         asked("\\bwhen (?:does|will|is) (?:my|our|the) (?:saved |stored |current )?(?:credit |debit )?card"
               "(?: on file| you have)?\\b[^.?!\\n]{0,12}\\bexpir(?:e|es|ing)\\b")},
        {"next_bill", asked("\\bwhen (?:does|will) (?:it|this|that|the (?:plan|subscription)) (?:be "
                            ")?(?:renew(?:ed)?|expire|end|run out)"
                            "\\b(?! (?:if|after))")},
        {"next_bill", asked("\\bwhen (?:is|does|will|do)\\b[^.?!\\n]{0,12}\\b(?:the|my) next one\\b")},
        {"next_bill", asked("\\bwhen\\b[^.?!\\n]{0,24}\\b(?:next|upcoming) "
                            "(?:bill|invoice|payment|charge|debit|renewal)\\b")},
        {"next_bill", asked("\\bwhen\\b[^.?!\\n]{0,24}\\b(?:bill(?:ed)?|charge[d]?|debit(?:ed)?)\\b[^.?!\\n]{"
                            "0,8}\\bnext\\b")},
        {"next_bill",
         asked("\\b(?:how much|what) (?:do|will|must|should) (?:i|we) (?:have to )?(?:pay|owe|be charged) "
               "(?:next (?:month|time|year)|the next time)\\b(?! (?:if|when|after))")},
        {"next_bill",
         asked("\\b(?:how much|what)\\b[^.?!\\n]{0,24}\\b(?:my|our|the) (?:next|upcoming) (?:bill|invoice|"
               "payment|charge|debit)\\b(?! (?:if|when|after))")},
        {"next_bill",
         asked("\\bwhen (?:does|will|is) (?:my|our) (?:current )?(?:subscription|plan|membership|contract)\\b"
               "[^.?!\\n]{0,12}\\b(?:renew(?:s|ed|al)?|end|expire|run out|due)\\b")},
    };
    for (const Question &question : questions) {
        if (question.pattern.match(text).hasMatch())
            return QString::fromLatin1(question.detail);
    }
    return {};
}

} // namespace Helmdesk
