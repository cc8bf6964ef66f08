#include "specialists/EntityParts.h"

#include <algorithm>

namespace Helmdesk::EntityParts
{
namespace
{

void addOnce(QStringList &list, const QString &value)
{
    if (!value.isEmpty() && !list.contains(value))
        list.append(value);
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits.append(c);
    }
    return digits;
}

} // namespace

QRegularExpression pattern(const char *text)
{
    QRegularExpression expression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption);
    Q_ASSERT_X(expression.isValid(), "EntityParts::pattern", qPrintable(expression.errorString()));
    expression.optimize();
    return expression;
}

QStringList emails(const QString &text)
{
    static const QRegularExpression form =
        pattern("(?<![a-z0-9._%+-])([a-z0-9][a-z0-9._%+'-]{0,63})@([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\."
                "[a-z0-9](?:[a-z0-9-]{0,"
                "61}[a-z0-9])?){1,5})(?![a-z0-9@])");
    static const QRegularExpression introducesNew =
        pattern("(?:\\bto|\\binto|\\bwith|\\buse|\\bnow|\\bnew (?:e-?mail|address|one)(?: address)?(?: "
                "is|:)?)[\\s:<\"'(]{1,4}\\z");
    QStringList found;
    QString renamed;
    for (auto it = form.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);) {
        const auto match = it.next();
        const QString address = match.captured(1) + QLatin1Char('@') + match.captured(2).toLower();
        const qsizetype begin = std::max<qsizetype>(0, match.capturedStart() - 40);
        if (introducesNew.match(text.mid(begin, match.capturedStart() - begin)).hasMatch())
            renamed = address;
        addOnce(found, address);
    }
    if (!renamed.isEmpty() && found.size() > 1) {
        found.removeAll(renamed);
        found.prepend(renamed);
    }
    return found;
}

QStringList phones(const QString &text)
{
    static const QRegularExpression form =
        pattern("(?<![\\p{L}0-9$\\x{20ac}#+@.-])(\\+|00)?((?<=\\+)[0-9]{1,3}(?:[ ./-]{1,2}[0-9]{1,5}){2,6}|"
                "\\(?[0-9]{1,5}\\)?(?:[ ./-]{0,2}\\(?[0-9]{2,5}\\)?){1,6})(?![0-9\\p{L}@])");
    static const QRegularExpression word =
        pattern("(?<!\\p{L})(?:phone|mobile|cell|tel|telephone|call|whatsapp|number|reach me|handy)\\b");
    static const QRegularExpression isDate =
        pattern("\\A(?:[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4})\\z");
    static const QRegularExpression isGrouped = pattern("\\A\\(?[0-9]{3}\\)?[ .-][0-9]{3}[ .-][0-9]{4}\\z");
    QStringList found;
    for (auto it = form.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);) {
        const auto match = it.next();
        const QString body = match.captured(2);
        const QString digits = digitsOf(body);
        if (digits.size() < 7 || digits.size() > 15 || isDate.match(body).hasMatch())
            continue;
        const qsizetype begin = std::max<qsizetype>(0, match.capturedStart() - 40);
        const QString near = text.mid(begin, match.capturedStart() - begin);
        const bool isInternational = !match.captured(1).isEmpty();
        if (isInternational || isGrouped.match(body).hasMatch() || word.match(near).hasMatch())
            addOnce(found, (isInternational ? QStringLiteral("+") : QString()) + digits);
    }
    return found;
}

QStringList cardEndings(const QString &text)
{
    static const QRegularExpression form =
        pattern("(?:\\bend(?:ing|s|ed)?(?: in| with| on)?|\\blast (?:four|4)(?: digits)?|[x*\\x{2022}]{2,4}[ "
                "-]?)(?:\\s{1,2}(?:are|is|of|the|"
                "my|card|digits|number|numbers)\\b){0,4}[\\s:*x\\x{2022}.-]{0,6}([0-9]{4})(?![0-9])");
    QStringList found;
    for (auto it = form.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);)
        addOnce(found, it.next().captured(1));
    return found;
}

QStringList errorCodes(const QString &text, const QStringList &ownNumbers)
{
    static const QRegularExpression lettered = [] {
        QRegularExpression expression(
            QStringLiteral("(?<![\\p{L}0-9_-])([A-Z]{1,5})-([0-9]{2,5})(?![\\p{L}0-9_-])"));
        expression.optimize();
        return expression;
    }();
    static const QRegularExpression named =
        pattern("(?<!\\p{L})(?:error|err|code|fault)(?:\\s{1,2}(?:code|message|number|no\\.?|is|was|says|of|"
                "the|a))*\\s{0,2}[:#=]?\\s{0,2}[\"'(]?"
                "([a-z]{1,5}-?[0-9]{2,5})(?![\\p{L}0-9_-])");
    static const QRegularExpression constant = pattern("(?<![\\p{L}0-9_])(err(?:or)?_[a-z0-9_]{2,48})");
    static const QRegularExpression http =
        pattern("(?<!\\p{L})(?:errors?|code|status|https?|returns?|returned|got|get|getting|gives?|throws?|"
                "responds?)(?:\\s{1,2}(?:a|an|the|code|"
                "error|status|http|of|me|is|us|with|was|back)\\b){0,4}\\s{0,2}[:#=]?\\s{0,2}([1-5][0-9]{2})(?"
                "![0-9\\p{L}%]|[.,][0-9]|\\s{0,2}(?:"
                "usd|eur|users?|days?|dollars?|euros?|e?mails?|messages?|[$\\x{20ac}]))");
    static const QRegularExpression httpFirst =
        pattern("(?<![\\p{L}0-9$\\x{20ac}#.,-])([45][0-9]{2})(?:\\s{1,2}|-)?(?:errors?|response|status|bad|"
                "internal|service|not found|unauthori[sz]ed|"
                "forbidden|too many|gateway|conflict)\\b");
    static const QStringList noCodes{QStringLiteral("UTF"), QStringLiteral("ISO"),   QStringLiteral("RFC"),
                                     QStringLiteral("SHA"), QStringLiteral("COVID"), QStringLiteral("AES"),
                                     QStringLiteral("GPT"), QStringLiteral("WIN"),   QStringLiteral("PO")};
    const QStringList invoices = invoicePrefixes(ownNumbers);
    QStringList found;
    for (auto it = lettered.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);) {
        const auto match = it.next();
        if (!noCodes.contains(match.captured(1)) && !invoices.contains(match.captured(1).toLower()))
            addOnce(found, match.captured());
    }
    for (auto it = named.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);) {
        const QString code = it.next().captured(1).toUpper();
        const QString letters = code.left(code.indexOf(QRegularExpression(QStringLiteral("[0-9-]"))));
        if (!invoices.contains(letters.toLower()))
            addOnce(found, code);
    }
    for (auto it = constant.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);)
        addOnce(found, it.next().captured(1).toUpper());
    for (const QRegularExpression *expression : {&http, &httpFirst}) {
        for (auto it = expression->globalMatch(text);
             it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);)
            addOnce(found, it.next().captured(1));
    }
    return found;
}

QStringList quoted(const QString &text)
{
    static const QRegularExpression form =
        pattern("\"([^\"\\n]{1,200})\"|\\x{201c}([^\\x{201d}\\n]{1,200})\\x{201d}|\\x{201e}([^\\x{201c}\\x{"
                "201d}\\n]{1,200})[\\x{201c}\\x{201d}]|"
                "\\x{ab}([^\\x{bb}\\n]{1,200})\\x{bb}|(?<![\\p{L}0-9])['\\x{2018}]([^'\\x{2018}\\x{2019}\\n]{"
                "2,200})['\\x{2019}](?![\\p{L}0-9])");
    QStringList found;
    for (auto it = form.globalMatch(text);
         it.hasNext() && found.size() < static_cast<qsizetype>(maxMentions);) {
        const auto match = it.next();
        addOnce(found, match.captured(match.lastCapturedIndex()).trimmed());
    }
    return found;
}

} // namespace Helmdesk::EntityParts
