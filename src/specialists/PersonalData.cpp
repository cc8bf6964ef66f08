#include "specialists/PersonalData.h"

#include "security/SecretMasker.h"
#include "specialists/EntityParts.h"

#include <array>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

using Values = std::vector<PersonalValue>;

// A word with a capital, and up to three more behind it with particles between: "Ada van der Brook".
#define HELMDESK_NAME                                                                                        \
    "(\\p{Lu}[\\p{L}'\\x{2019}.-]+(?:[ \\t]+(?:(?:de|van|von|der|den|da|di|la|le|bin|al)[ \\t]+){0,2}"       \
    "\\p{Lu}[\\p{L}'\\x{2019}.-]*){0,3})"

// ", Leeds, LS1 4AB"
#define HELMDESK_TOWN "(?:,[ ]*[\\p{L}\\p{N}][\\p{L}\\p{N} .'-]{1,30}){0,3}"

QRegularExpression exact(const char *text, QRegularExpression::PatternOptions more = {})
{
    QRegularExpression expression(QString::fromUtf8(text),
                                  QRegularExpression::UseUnicodePropertiesOption | more);
    Q_ASSERT_X(expression.isValid(), "PersonalData", qPrintable(expression.errorString()));
    expression.optimize();
    return expression;
}

void add(Values &values, PersonalKind kind, const QString &text)
{
    if (const QString plain = text.trimmed(); !plain.isEmpty())
        values.push_back({kind, plain});
}

// Every place where the expression matches; group 1, where there is one, is the value.
void addMatches(Values &values, PersonalKind kind, const QRegularExpression &expression, const QString &text)
{
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        add(values, kind, match.captured(match.lastCapturedIndex() > 0 ? 1 : 0));
    }
}

// Names that are ordinary words too: found with a capital only.
bool isOrdinaryWord(const QString &part)
{
    static const QSet<QString> words{
        QStringLiteral("will"),  QStringLiteral("may"),   QStringLiteral("mark"),  QStringLiteral("grace"),
        QStringLiteral("rose"),  QStringLiteral("bill"),  QStringLiteral("hope"),  QStringLiteral("faith"),
        QStringLiteral("art"),   QStringLiteral("frank"), QStringLiteral("rich"),  QStringLiteral("pat"),
        QStringLiteral("sue"),   QStringLiteral("drew"),  QStringLiteral("chase"), QStringLiteral("grant"),
        QStringLiteral("page"),  QStringLiteral("young"), QStringLiteral("long"),  QStringLiteral("short"),
        QStringLiteral("king"),  QStringLiteral("white"), QStringLiteral("black"), QStringLiteral("brown"),
        QStringLiteral("green"), QStringLiteral("price"), QStringLiteral("best"),  QStringLiteral("day"),
        QStringLiteral("case"),  QStringLiteral("field"), QStringLiteral("cook"),  QStringLiteral("bell")};
    return words.contains(part.toLower());
}

// The value's words in their order, whatever stands between them; as words of their own.
void addWritten(Values &values, PersonalKind kind, const QString &value, const QString &text,
                Qt::CaseSensitivity sensitivity)
{
    QStringList words;
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    for (const QString &word : value.split(between, Qt::SkipEmptyParts))
        words << QRegularExpression::escape(word);
    if (words.isEmpty())
        return;
    QRegularExpression expression(QStringLiteral("(?<![\\p{L}\\p{N}])") +
                                      words.join(QStringLiteral("[\\s,]+")) +
                                      QStringLiteral("(?![\\p{L}\\p{N}])"),
                                  QRegularExpression::UseUnicodePropertiesOption);
    if (sensitivity == Qt::CaseInsensitive)
        expression.setPatternOptions(expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    addMatches(values, kind, expression, text);
}

void addName(Values &values, const QString &name, const QString &text)
{
    constexpr qsizetype shortest = 3; // in any case; a shorter part only as it is written on record
    addWritten(values, PersonalKind::Name, name, text, Qt::CaseInsensitive);
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const bool isPlain = part.size() >= shortest && !isOrdinaryWord(part);
        if (part.size() > 1 && part.front().isUpper())
            addWritten(values, PersonalKind::Name, part, text,
                       isPlain ? Qt::CaseInsensitive : Qt::CaseSensitive);
    }
}

// The same number, however it is grouped and with or without the country's code.
void addPhone(Values &values, const QString &phone, const QString &text)
{
    constexpr qsizetype telling = 7;
    QStringList digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits << QString(c);
    }
    if (digits.size() < telling)
        return;
    const QRegularExpression expression(
        QStringLiteral("(?<![\\p{L}\\d])[+(]?(?:\\d[\\d ()./-]{0,12})?") +
        digits.mid(digits.size() - telling).join(QStringLiteral("[ ()./-]{0,3}")) +
        QStringLiteral("(?!\\d)"));
    addMatches(values, PersonalKind::Phone, expression, text);
}

void addKnown(Values &values, const PersonalValue &known, const QString &text)
{
    constexpr qsizetype shortestPart = 4;
    switch (known.kind) {
    case PersonalKind::Name:
        addName(values, known.text, text);
        return;
    case PersonalKind::Phone:
        addPhone(values, known.text, text);
        return;
    case PersonalKind::Address:
        for (const QString &part : known.text.split(u',', Qt::SkipEmptyParts)) {
            if (part.trimmed().size() >= shortestPart)
                addWritten(values, known.kind, part, text, Qt::CaseInsensitive);
        }
        break;
    default:
        break;
    }
    addWritten(values, known.kind, known.text, text, Qt::CaseInsensitive);
}

void addEmails(Values &values, const QString &text)
{
    static const QRegularExpression form =
        exact("[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    addMatches(values, PersonalKind::Email, form, text);
}

void addPhones(Values &values, const QString &text)
{
    static const QRegularExpression form =
        exact("(?<![\\p{L}\\p{N}_#-])(?<![$\\x{20ac}\\x{a3}] )(?<![$\\x{20ac}\\x{a3}.,])"
              "(?:\\+[ ]?|00)?\\(?[0-9](?:[ ()./-]{0,2}[0-9]){6,14}(?![\\p{L}\\p{N}])(?![.,][0-9])");
    static const QRegularExpression date =
        exact("^(?:[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4})");
    static const QRegularExpression dialled = exact("^(?:0[1-9][0-9]{7,10}|00[1-9][0-9]{8,})$");
    static const QRegularExpression labelled = exact("(?:phone|mobile|cell|tel|telephone|call|whatsapp|"
                                                     "number|handy|telefon|mobil|nummer|t\\x{e9}l)\\W{1,3}"
                                                     "(?:is|ist|me on|me at|at|on)?\\s*$",
                                                     QRegularExpression::CaseInsensitiveOption);
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString number = match.captured();
        const bool isGrouped = std::ranges::any_of(number, [](QChar c) { return !c.isDigit(); });
        const bool isDialled = number.startsWith(u'+') || dialled.match(number).hasMatch();
        const QString before = text.mid(std::max<qsizetype>(0, match.capturedStart() - 24),
                                        std::min<qsizetype>(24, match.capturedStart()));
        if ((isGrouped || isDialled || labelled.match(before).hasMatch()) && !date.match(number).hasMatch())
            add(values, PersonalKind::Phone, number);
    }
}

void addAddresses(Values &values, const QString &text)
{
    static const QRegularExpression english = exact(
        "(?<![\\p{L}\\p{N}])(?:(?:flat|apt|unit|suite)[ .]*[\\p{L}\\p{N}]{1,5},?[ ]+)?[0-9]{1,5}[a-z]?,?[ ]+"
        "(?:[\\p{L}'.-]+[ ]+){1,3}(?:street|road|avenue|lane|boulevard|terrace|crescent)\\b" HELMDESK_TOWN,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression capital = exact( // the same words are common in other meanings
        "(?<![\\p{L}\\p{N}])[0-9]{1,5}[a-z]?,?[ ]+(?:\\p{Lu}[\\p{L}'.-]*[ "
        "]+){1,3}(?:St|Rd|Ave|Ln|Drive|Dr|Court|"
        "Ct|Blvd|Place|Pl|Square|Sq|Close|Way|Row|Hill|Quay|Park)\\b\\.?" HELMDESK_TOWN);
    static const QRegularExpression german =
        exact("(?<![\\p{L}\\p{N}])(?:[\\p{L}.-]+[ "
              "-])?[\\p{L}.-]*(?:stra\\x{df}e|strasse|str\\.|weg|platz|allee|gasse|damm|ufer)"
              "[ ]+[0-9]{1,4}[ ]?[a-z]?\\b(?:,?\\s+[0-9]{4,5}[ ]+\\p{L}[\\p{L}.-]+)?",
              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression romance =
        exact("(?<![\\p{L}\\p{N}])(?:[0-9]{1,4},?[ ]+)?(?:rue|avenue|chemin|calle|via|rua|plaza|piazza)[ ]+"
              "[\\p{L}'\\x{2019} -]{3,30}(?:,?[ ]+[0-9]{1,4})?(?:,?[ ]+[0-9]{4,5}[ ]+\\p{L}[\\p{L}-]+)",
              QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression *form : {&english, &capital, &german, &romance})
        addMatches(values, PersonalKind::Address, *form, text);
}

// Where somebody is called or calls himself by a name.
void addCalledNames(Values &values, const QString &text)
{
    static const QRegularExpression introduced = exact(
        "(?i:\\b(?:i am|i['\\x{2019}]m|this is|ich bin|je suis|soy|sono|on behalf of))[ \\t]+" HELMDESK_NAME);
    static const QRegularExpression named =
        exact("\\b(?:my (?:full |first |last )?name(?: is|['\\x{2019}]s|:)|name:|i am called|ich "
              "hei(?:\\x{df}|ss)e|mein "
              "name ist|je m['\\x{2019}]appelle|mon nom est|me llamo|mi nombre es|mi chiamo)[ \\t]+"
              "(\\p{L}[\\p{L}'\\x{2019}-]+(?:[ "
              "\\t]+(?!(?:and|i|but|from|at|of|with|on|in|the|my|und|ich|et|je|y|e|not)\\b)"
              "\\p{L}[\\p{L}'\\x{2019}-]+){0,2})",
              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression titled = exact("\\b(?:Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau|Mme|Monsieur|Madame|"
                                                   "Se\\x{f1}ora?|Sra?)\\.?[ \\t]+" HELMDESK_NAME);
    static const QRegularExpression greeted = exact(
        "(?:^|\\n)[ \\t]*(?:Hi|Hello|Hey|Dear|Good (?:morning|afternoon|evening)|Hallo|Liebe[rs]?|Guten "
        "(?:Tag|Morgen|Abend)|Bonjour|Ch\\x{e8}re?|Cher|Hola|Ciao|Salut)[ \\t]+"
        "(?!(?:There|Team|Support|All|Everyone|Everybody|Sir|Madam|Customer|Zusammen)\\b)" HELMDESK_NAME
        "(?=[ \\t]*(?:[,.!:;\\n]|$))");
    static const QRegularExpression signedBelow =
        exact("(?i:regards|wishes|thanks|thank you|cheers|sincerely|yours|gr\\x{fc}(?:\\x{df}|ss)en?|vielen "
              "dank|danke|"
              "cordialement|merci|saludos|gracias|grazie)[^\\n\\p{L}]{0,4}(?:\\n\\s*|,[ \\t]*|[ "
              "\\t]*[-\\x{2013}][ \\t]*)" HELMDESK_NAME "\\W*(?=\\n|$)");
    for (const QRegularExpression *form : {&introduced, &named, &titled, &greeted, &signedBelow})
        addMatches(values, PersonalKind::Name, *form, text);
}

void addNewProfile(Values &values, const QString &text)
{
    Entities entities;
    EntityParts::findProfile(text, entities);
    add(values, PersonalKind::Name, entities.newName);
    add(values, PersonalKind::Company, entities.newCompany);
    add(values, PersonalKind::Address, entities.newAddress);
}

void addSecrets(Values &values, const QString &text)
{
    for (const FoundSecret &secret : findSecrets(text)) {
        const bool isAccount = secret.kind == SecretKind::Card || secret.kind == SecretKind::Iban;
        add(values, isAccount ? PersonalKind::Account : PersonalKind::Secret,
            text.mid(secret.start, secret.length));
    }
}

} // namespace

std::vector<PersonalValue> findPersonalData(const QString &text, const std::vector<PersonalValue> &known)
{
    Values values;
    for (const PersonalValue &value : known)
        addKnown(values, value, text);
    addSecrets(values, text);
    addEmails(values, text);
    addPhones(values, text);
    addAddresses(values, text);
    addCalledNames(values, text);
    addNewProfile(values, text);
    return values;
}

std::vector<PersonalValue> personalValues(const std::optional<CustomerContext> &customer,
                                          const QString &sender, const std::vector<Message> &history)
{
    std::vector<PersonalValue> values;
    const auto add = [&values](PersonalKind kind, const QString &text) {
        if (!text.trimmed().isEmpty())
            values.push_back({kind, text.trimmed()});
    };
    if (customer) {
        add(PersonalKind::Name, customer->name);
        add(PersonalKind::Email, customer->email);
        add(PersonalKind::Phone, customer->phone);
        add(PersonalKind::Address, customer->address);
        add(PersonalKind::Company, customer->company);
        add(PersonalKind::Other, customer->id);
    }
    // "Ada Brook ada@brook.example": the words without an @ are the name.
    const auto addSender = [&add](const QString &who) {
        QStringList name;
        for (const QString &word : who.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!word.contains(QLatin1Char('@')))
                name << word;
        }
        add(PersonalKind::Name, name.join(QLatin1Char(' ')));
    };
    addSender(sender);
    for (const Message &message : history) {
        addSender(message.sender);
        add(PersonalKind::Name, message.operatorName);
    }
    return values;
}

} // namespace Helmdesk
