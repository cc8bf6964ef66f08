#include "specialists/TracedFigures.h"

#include <array>
#include <QRegularExpression>
#include <vector>

namespace Helmdesk
{
namespace
{

struct Figure {
    QString written;
    QString key;         // in one form whatever it is written in
    bool isName = false; // a code or an address
};

const QRegularExpression &expression(const char *pattern)
{
    // Each literal is compiled once a thread.
    thread_local QHash<const char *, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end())
        found = compiled.insert(pattern, QRegularExpression(QString::fromLatin1(pattern),
                                                            QRegularExpression::CaseInsensitiveOption));
    return *found;
}

constexpr const char *addressPattern = R"((?:https?://|www\.)[^\s<>()\[\]"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)";
constexpr const char *codePattern =
    R"(\b(?=[\w-]*[a-z])(?=[\w-]*\d)(?!\d+-(?:day|hour|minute|week|month|year|second|step|digit)s?\b)(?!\d+(?:st|nd|rd|th|gb|mb|kb|tb|h|min|s|ms|x|px)\b)[a-z\d]+(?:[-_][a-z\d]+)*\b)";
constexpr const char *isoDatePattern = R"(\b(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?\b)";
// English and German months, whole or by their first three letters.
#define HELMDESK_MONTHS                                                                                      \
    "(jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|m\\x{e4}rz|apr(?:il)?|may|mai|june?|juni|july?|juli|"   \
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?)\\b"
constexpr const char *dayMonthPattern =
    "\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?" HELMDESK_MONTHS "\\.?,?(?:\\s+(\\d{4})\\b)?";
constexpr const char *monthDayPattern =
    "\\b" HELMDESK_MONTHS "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4})\\b)?";
constexpr const char *monthYearPattern = "\\b" HELMDESK_MONTHS "\\.?,?\\s+(\\d{4})\\b";
#undef HELMDESK_MONTHS
constexpr const char *numberPattern =
    R"((?<before>[$\x{20ac}\x{a3}]|\b(?:usd|eur|gbp|chf|jpy|us\$)\s*)?(?<![\w.,])(?<number>\d{1,3}(?:[,.'\x{a0} ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|an?)\b)(?:st|nd|rd|th)?(?<after>[\s\x{a0}-]*(?:[$\x{20ac}\x{a3}%]|(?:usd|eur|gbp|chf|jpy|euros?|dollars?|percent|(?:business|working)?\s*(?:second|minute|hour|day|week|month|year)|sekunde|minute|stunde|tag|woche|monat|jahr|kb|mb|gb|tb|user|seat|member|board|device)(?:s|e|n|en)?\b))?)";

QString monthOf(const QString &word)
{
    static const QStringList english{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                     QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                     QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                     QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    static const QHash<QString, int> german{{QStringLiteral("mär"), 3},
                                            {QStringLiteral("mai"), 5},
                                            {QStringLiteral("okt"), 10},
                                            {QStringLiteral("dez"), 12}};
    const QString name = word.left(3).toLower();
    const qsizetype index = english.indexOf(name);
    const int month = index >= 0 ? static_cast<int>(index) + 1 : german.value(name);
    return QStringLiteral("%1").arg(month, 2, 10, QLatin1Char('0'));
}

QString dateKey(const QString &year, const QString &month, const QString &day)
{
    const QString rest = month + QLatin1Char('-') + day.rightJustified(2, QLatin1Char('0'));
    return QStringLiteral("date:") + (year.isEmpty() ? rest : year + QLatin1Char('-') + rest);
}

// "1,042.50", "1.042,50" and "1042.5" are one number.
QString plainNumber(const QString &written)
{
    static const QStringList words{QStringLiteral("zero"),  QStringLiteral("one"),   QStringLiteral("two"),
                                   QStringLiteral("three"), QStringLiteral("four"),  QStringLiteral("five"),
                                   QStringLiteral("six"),   QStringLiteral("seven"), QStringLiteral("eight"),
                                   QStringLiteral("nine"),  QStringLiteral("ten"),   QStringLiteral("eleven"),
                                   QStringLiteral("twelve")};
    const QString word = written.toLower();
    if (word == QLatin1String("a") || word == QLatin1String("an"))
        return QStringLiteral("1");
    if (word == QLatin1String("twenty") || word == QLatin1String("thirty"))
        return word == QLatin1String("twenty") ? QStringLiteral("20") : QStringLiteral("30");
    if (const qsizetype index = words.indexOf(word); index >= 0)
        return QString::number(index);
    QString digits = written;
    digits.remove(QRegularExpression(QStringLiteral("['\\x{a0} ]")));
    const qsizetype last =
        std::max(digits.lastIndexOf(QLatin1Char('.')), digits.lastIndexOf(QLatin1Char(',')));
    QString whole = digits;
    QString fraction;
    if (last >= 0 && (digits.size() - last - 1 != 3 || digits.startsWith(QLatin1Char('0')))) {
        whole = digits.left(last);
        fraction = digits.mid(last + 1);
    }
    whole.remove(QLatin1Char('.')).remove(QLatin1Char(','));
    while (whole.size() > 1 && whole.startsWith(QLatin1Char('0')))
        whole.remove(0, 1);
    while (fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    return fraction.isEmpty() ? whole : whole + QLatin1Char('.') + fraction;
}

QString unitOf(const QString &before, const QString &after)
{
    struct Unit {
        const char *part;
        const char *name;
    };
    static constexpr std::array units{
        Unit{"$", "usd"},         Unit{"usd", "usd"},        Unit{"dollar", "usd"},
        Unit{"eur", "eur"},       Unit{"gbp", "gbp"},        Unit{"chf", "chf"},
        Unit{"jpy", "jpy"},       Unit{"%", "percent"},      Unit{"percent", "percent"},
        Unit{"second", "second"}, Unit{"sekunde", "second"}, Unit{"minute", "minute"},
        Unit{"hour", "hour"},     Unit{"stunde", "hour"},    Unit{"day", "day"},
        Unit{"tag", "day"},       Unit{"week", "week"},      Unit{"woche", "week"},
        Unit{"month", "month"},   Unit{"monat", "month"},    Unit{"year", "year"},
        Unit{"jahr", "year"},     Unit{"kb", "kb"},          Unit{"mb", "mb"},
        Unit{"gb", "gb"},         Unit{"tb", "tb"},          Unit{"user", "user"},
        Unit{"seat", "seat"},     Unit{"member", "member"},  Unit{"board", "board"},
        Unit{"device", "device"}};
    const QString both = (before + QLatin1Char(' ') + after).toLower();
    if (both.contains(QChar(0x20ac)))
        return QStringLiteral("eur");
    if (both.contains(QChar(0xa3)))
        return QStringLiteral("gbp");
    for (const Unit &unit : units) {
        if (both.contains(QLatin1String(unit.part)))
            return QString::fromLatin1(unit.name);
    }
    return {};
}

// Takes what the expression finds out of the text, so that no part of it is read again as a number.
template <class Make>
void extract(QString &text, const char *pattern, std::vector<Figure> &out, Make make)
{
    const QRegularExpression &wanted = expression(pattern);
    auto matches = wanted.globalMatch(text);
    std::vector<std::pair<qsizetype, qsizetype>> taken;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (make(match, out))
            taken.push_back({match.capturedStart(), match.capturedLength()});
    }
    for (const auto &[start, length] : taken)
        text.replace(start, length, QString(length, QLatin1Char('\n')));
}

std::vector<Figure> figuresOf(const QString &given)
{
    QString text = given;
    std::vector<Figure> found;
    extract(text, addressPattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        QString address = match.captured();
        while (!address.isEmpty() && QStringLiteral(".,;:!?").contains(address.back()))
            address.chop(1);
        out.push_back({address, QStringLiteral("name:") + address.toLower(), true});
        return true;
    });
    extract(text, isoDatePattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        out.push_back({match.captured(), dateKey(match.captured(1), match.captured(2), match.captured(3))});
        return true;
    });
    extract(text, dayMonthPattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        out.push_back(
            {match.captured(), dateKey(match.captured(3), monthOf(match.captured(2)), match.captured(1))});
        return true;
    });
    extract(text, monthDayPattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        out.push_back(
            {match.captured(), dateKey(match.captured(3), monthOf(match.captured(1)), match.captured(2))});
        return true;
    });
    extract(text, monthYearPattern, found,
            [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
                out.push_back({match.captured(), QStringLiteral("month:") + match.captured(2) +
                                                     QLatin1Char('-') + monthOf(match.captured(1))});
                return true;
            });
    extract(text, codePattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        out.push_back({match.captured(), QStringLiteral("name:") + match.captured().toLower(), true});
        return true;
    });
    extract(text, numberPattern, found, [](const QRegularExpressionMatch &match, std::vector<Figure> &out) {
        const QString number = match.captured(QStringLiteral("number"));
        const QString unit =
            unitOf(match.captured(QStringLiteral("before")), match.captured(QStringLiteral("after")));
        // Words for small numbers are figures only with a unit: "one of them" says no number.
        static const QStringList times{
            QStringLiteral("second"), QStringLiteral("minute"), QStringLiteral("hour"), QStringLiteral("day"),
            QStringLiteral("week"),   QStringLiteral("month"),  QStringLiteral("year")};
        const bool isOne = plainNumber(number) == QLatin1String("1");
        if (!number.front().isDigit() && (unit.isEmpty() || (isOne && !times.contains(unit))))
            return false;
        const QString plain = plainNumber(number);
        out.push_back(
            {match.captured().trimmed(),
             QStringLiteral("number:") + plain + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit)});
        return true;
    });
    return found;
}

bool isListNumber(const QString &draft, const QString &written)
{
    return QRegularExpression(
               QStringLiteral("(?:^|\\n)\\s*%1[.)]\\s").arg(QRegularExpression::escape(written)))
        .match(draft)
        .hasMatch();
}

} // namespace

void TracedFigures::addText(const QString &text)
{
    for (const Figure &figure : figuresOf(text)) {
        m_known.insert(figure.key);
        if (figure.key.startsWith(QLatin1String("number:")))
            m_known.insert(figure.key.section(QLatin1Char(' '), 0, 0)); // may be repeated without its unit
        if (figure.key.startsWith(QLatin1String("date:")) && figure.key.size() == 15) {
            m_known.insert(QStringLiteral("date:") + figure.key.mid(10)); // without the year
            m_known.insert(QStringLiteral("month:") + figure.key.mid(5, 7));
        }
    }
}

void TracedFigures::addNames(const QString &text)
{
    for (const Figure &figure : figuresOf(text)) {
        if (figure.isName)
            m_known.insert(figure.key);
    }
}

void TracedFigures::addResult(const Json &result)
{
    if (result.is_object()) {
        const QString currency = stringOr(result, "currency");
        for (const auto &[name, value] : result.items()) {
            if (QString::fromStdString(name).endsWith(QLatin1String("_minor")) && value.is_number_integer()) {
                const double amount = static_cast<double>(value.get<qint64>()) / 100.0;
                addText(QStringLiteral("%1 %2").arg(QString::number(amount, 'f', 2), currency));
                m_known.insert(QStringLiteral("number:%1").arg(value.get<qint64>()) +
                               QStringLiteral(" minor"));
            } else {
                addResult(value);
            }
        }
    } else if (result.is_array()) {
        for (const Json &item : result)
            addResult(item);
    } else if (result.is_string()) {
        addText(result.get<QString>());
    } else if (result.is_number()) {
        addText(QString::number(result.get<double>(), 'g', 15));
    }
}

QStringList TracedFigures::untraced(const QString &draft) const
{
    static const QRegularExpression sourceMarks(QStringLiteral("\\[\\d{1,2}\\]"));
    QString text = draft;
    text.remove(sourceMarks);
    QStringList invented;
    for (const Figure &figure : figuresOf(text)) {
        if (!m_known.contains(figure.key) && !isListNumber(text, figure.written) &&
            !invented.contains(figure.written))
            invented.append(figure.written);
    }
    return invented;
}

bool TracedFigures::covers(const Json &argument) const
{
    if (argument.is_object() || argument.is_array())
        return std::all_of(argument.begin(), argument.end(),
                           [this](const Json &item) { return covers(item); });
    if (argument.is_number()) {
        const QString number = QString::number(argument.get<double>(), 'g', 15);
        const QString major = plainNumber(QString::number(argument.get<double>() / 100.0, 'f', 2));
        return m_known.contains(QStringLiteral("number:") + number) ||
               m_known.contains(QStringLiteral("number:") + number + QStringLiteral(" minor")) ||
               m_known.contains(QStringLiteral("number:") + major);
    }
    return !argument.is_string() || untraced(argument.get<QString>()).isEmpty();
}

} // namespace Helmdesk
