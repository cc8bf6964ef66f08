#include "pipeline/AutomaticText.h"

#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

// "I am out of the office until Monday. In urgent cases write to ...": a notice of absence that asks nothing.
bool isAbsenceNotice(const QString &text)
{
    static const QRegularExpression absent(
        QStringLiteral(
            "\\b(?:i(?:'m|’m| am)|we are) (?:currently |presently |now )?(?:out of (?:the )?office|on "
            "(?:\\p{L}+ )?leave|on (?:vacation|holidays?)|away from (?:my desk|the office))\\b"
            "[\\s\\S]*\\b(?:until|till|through|return(?:ing)?|back (?:on|in)|from)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression notice(
        QStringLiteral("\\b(?:no|limited|without) (?:or limited )?access\\b|\\burgent\\b|\\bin my absence\\b|"
                       "\\bwill (?:reply|respond|get back|answer|be (?:read|forwarded|answered))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return !text.contains(QLatin1Char('?')) && absent.match(text).hasMatch() && notice.match(text).hasMatch();
}

} // namespace

bool readsAutomatic(const QString &subject, const QString &whole)
{
    constexpr qsizetype longestNotice = 4000; // characters; what is longer says so at its beginning
    const QString text = whole.left(longestNotice);
    static const QRegularExpression opening(
        QStringLiteral("^\\s*(?:subject:\\s*)?(?:automatic(?:ally generated)? "
                       "(?:reply|response|message)|auto[- ]?(?:reply|response|responder)\\b|"
                       "out of (?:the "
                       ")?office\\b\\s*(?:[:!.-]|reply|auto|notice|message|$)|ooo\\s*:|abwesenheits(?:notiz|"
                       "meldung|assistent)|automatische antwort|"
                       "r[eé]ponse automatique|respuesta autom[aá]tica|risposta automatica|"
                       "resposta autom[aá]tica|automatisch antwoord|afwezigheids(?:bericht|melding)|"
                       "auto(?:matisk ?)?svar\\b|fr[aå]nvaro|automaattinen vastaus|autom(?:atyczna "
                       "odpowied[zź]|atick[aá] odpov[eě][dď])|odpowied[zź] automatyczna|"
                       "otomatik yan[iı]t|автоответ|自動返信|自动回复|자동 ?회신|"
                       "undeliver(?:able|ed)\\b|mail delivery (?:failed|failure|system|subsystem)|delivery "
                       "(?:status notification|"
                       "has failed|failure|incomplete)|returned mail\\b|failure notice\\b|message "
                       "undeliverable|mailer-daemon)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mailSystem(
        QStringLiteral(
            "\\bthis is the mail system at host\\b|\\bcould not be delivered to one or more recipients\\b|"
            "\\bthis (?:message|mail|e-mail) was (?:created|generated) automatically by (?:the )?mail "
            "(?:delivery|system)"),
        QRegularExpression::CaseInsensitiveOption);
    return opening.match(subject).hasMatch() || opening.match(text).hasMatch() || isAbsenceNotice(text) ||
           mailSystem.match(text).hasMatch();
}

} // namespace Helmdesk
