#include "specialists/ReplyWords.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{

const ReplyWords &replyWords(const QString &language)
{
    static const std::array known{
        ReplyWords{
            QStringLiteral("en"), QStringLiteral("Hello"), QStringLiteral("Best regards,\nThe support team"),
            QStringLiteral(
                "Thank you for writing to us. I have passed this to a colleague (ticket #%1), who will "
                "answer you within 1 hour."),
            QStringLiteral(
                "Before I open your account I have to be sure that it is you. A code of six digits "
                "is on its way to the address on your account: please answer with it within 10 "
                "minutes, and I go on with what you asked for."),
            QStringLiteral("Your code for our support"),
            QStringLiteral(
                "Your code is %1.\n\nPlease answer this mail with it within 10 minutes, and we go on "
                "with what you asked for. Never give it to anybody who calls or writes to "
                "you.\n\nIf you have not written to us, you need not do anything: without the code "
                "nothing happens."),
            QStringLiteral(
                "That is not the code that was sent to the address on your account. Please look at "
                "the newest mail with a code and answer with its six digits once more."),
            QStringLiteral("hi hello dear here is here's heres this was it it's its the my your code number "
                           "digits you sent got received as asked for team support regards best kind cheers "
                           "thanks thank many")},
        ReplyWords{
            QStringLiteral("de"), QStringLiteral("Hallo"),
            QStringLiteral("Freundliche Grüße\nIhr Support-Team"),
            QStringLiteral(
                "vielen Dank für Ihre Nachricht. Ich habe sie an eine Kollegin oder einen Kollegen "
                "weitergegeben (Ticket #%1). Sie bekommen innerhalb von 1 Stunde eine Antwort."),
            QStringLiteral("bevor ich Ihr Konto öffne, muss ich sicher sein, dass Sie es sind. Ein Code aus "
                           "sechs Ziffern ist unterwegs an die Adresse Ihres Kontos: Bitte antworten Sie "
                           "innerhalb von 10 Minuten damit, dann geht es mit Ihrem Anliegen weiter."),
            QStringLiteral("Ihr Code für unseren Support"),
            QStringLiteral("Ihr Code ist %1.\n\nBitte antworten Sie innerhalb von 10 Minuten damit auf diese "
                           "Mail, dann geht es mit Ihrem Anliegen weiter. Geben Sie ihn niemandem, der Sie "
                           "anruft oder anschreibt.\n\nWenn Sie uns nicht geschrieben haben, brauchen Sie "
                           "nichts zu tun: ohne den Code geschieht nichts."),
            QStringLiteral("das ist nicht der Code, der an die Adresse Ihres Kontos ging. Bitte sehen Sie in "
                           "der neuesten Mail mit einem Code nach und antworten Sie noch einmal mit den "
                           "sechs Ziffern."),
            QStringLiteral("hallo guten tag hier ist der das mein ihr code lautet die nummer ziffern sie "
                           "geschickt haben wie gewünscht viele freundliche beste grüße danke vielen dank "
                           "mfg")},
        ReplyWords{QStringLiteral("fr"), QStringLiteral("Bonjour"),
                   QStringLiteral("Cordialement,\nL’équipe d’assistance"),
                   QStringLiteral(
                       "Merci de nous avoir écrit. J’ai transmis votre message à un collègue (ticket n° %1), "
                       "qui vous répondra dans un délai d’1 heure.")},
        ReplyWords{QStringLiteral("es"), QStringLiteral("Hola"),
                   QStringLiteral("Un saludo,\nEl equipo de soporte"),
                   QStringLiteral(
                       "Gracias por escribirnos. He pasado su mensaje a un compañero (ticket n.º %1), que le "
                       "responderá en el plazo de 1 hora.")},
        ReplyWords{
            QStringLiteral("it"), QStringLiteral("Buongiorno"),
            QStringLiteral("Cordiali saluti,\nIl team di assistenza"),
            QStringLiteral(
                "Grazie per averci scritto. Ho inoltrato il messaggio a un collega (ticket n. %1), che "
                "le risponderà entro 1 ora.")},
        ReplyWords{
            QStringLiteral("pt"), QStringLiteral("Olá"),
            QStringLiteral("Com os melhores cumprimentos,\nA equipa de suporte"),
            QStringLiteral("Obrigado pela sua mensagem. Encaminhei-a a um colega (ticket n.º %1), que lhe "
                           "responderá no prazo de 1 hora.")},
        ReplyWords{QStringLiteral("nl"), QStringLiteral("Hallo"),
                   QStringLiteral("Met vriendelijke groet,\nHet supportteam"),
                   QStringLiteral(
                       "Bedankt voor uw bericht. Ik heb het doorgegeven aan een collega (ticket #%1), die u "
                       "binnen 1 uur antwoord geeft.")},
        ReplyWords{
            QStringLiteral("sv"), QStringLiteral("Hej"), QStringLiteral("Vänliga hälsningar\nSupportteamet"),
            QStringLiteral(
                "Tack för ditt meddelande. Jag har lämnat det vidare till en kollega (ärende #%1), som "
                "svarar dig inom 1 timme.")},
        ReplyWords{
            QStringLiteral("da"), QStringLiteral("Hej"), QStringLiteral("Venlig hilsen\nSupportteamet"),
            QStringLiteral(
                "Tak for din besked. Jeg har givet den videre til en kollega (sag #%1), som svarer dig "
                "inden for 1 time.")},
        ReplyWords{
            QStringLiteral("pl"), QStringLiteral("Dzień dobry"),
            QStringLiteral("Z poważaniem\nZespół wsparcia"),
            QStringLiteral(
                "Dziękujemy za wiadomość. Sprawa została przekazana współpracownikowi (zgłoszenie nr %1), "
                "który odpowie w ciągu 1 godziny.")},
        ReplyWords{QStringLiteral("ru"), QStringLiteral("Здравствуйте"),
                   QStringLiteral("С уважением,\nслужба поддержки"),
                   QStringLiteral(
                       "Спасибо за обращение. Сообщение передано сотруднику (заявка № %1), он ответит вам в "
                       "течение 1 часа.")},
        ReplyWords{
            QStringLiteral("tr"), QStringLiteral("Merhaba"), QStringLiteral("Saygılarımızla,\nDestek ekibi"),
            QStringLiteral(
                "Bize yazdığınız için teşekkür ederiz. Mesajınızı bir çalışma arkadaşıma ilettim (kayıt "
                "no. %1); size 1 saat içinde yanıt verecek.")},
    };
    const auto found = std::ranges::find(known, language, &ReplyWords::language);
    return found == known.end() ? known.front() : *found;
}

} // namespace Helmdesk
