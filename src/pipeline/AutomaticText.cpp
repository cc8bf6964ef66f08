#include "pipeline/AutomaticText.h"

#include <QRegularExpression>

namespace Helmdesk
{

bool readsAutomatic(const QString &subject, const QString &text)
{
    static const QRegularExpression opening(
        QStringLiteral("^\\s*(?:subject:\\s*)?(?:automatic(?:ally generated)? "
                       "(?:reply|response|message)|auto[- ]?(?:reply|response|responder)\\b|"
                       "out of (?:the "
                       ")?office\\b\\s*(?:[:!.-]|reply|auto|notice|message|$)|ooo\\s*:|abwesenheits(?:notiz|"
                       "meldung|assistent)|automatische antwort|"
                       "r[eé]ponse automatique|respuesta autom[aá]tica|risposta automatica|"
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
    return opening.match(subject).hasMatch() || opening.match(text).hasMatch() ||
           mailSystem.match(text).hasMatch();
}

} // namespace Helmdesk
