#include "security/SecretTable.h"

#include "core/Json.h"
#include "security/SecretData.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{

namespace
{

QRegularExpression compiled(const QString &pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT_X(expression.isValid(), "SecretTable", qPrintable(expression.errorString() + pattern));
    return expression;
}

SecretTable::CardBrand brandOf(const Json &json)
{
    SecretTable::CardBrand brand;
    for (const Json &range : json.at("ranges")) {
        const QStringList ends = range.get<QString>().split(QLatin1Char('-'));
        brand.ranges.push_back(
            {static_cast<int>(ends.first().size()), ends.first().toLongLong(), ends.last().toLongLong()});
    }
    brand.lengths = json.at("lengths").get<std::vector<int>>();
    return brand;
}

// "4a14n" becomes "aaaannnnnnnnnnnnnn".
QString expanded(const QString &structure)
{
    QString classes;
    int count = 0;
    for (const QChar c : structure) {
        if (c.isDigit()) {
            count = count * 10 + c.digitValue();
        } else {
            classes += QString(count, c);
            count = 0;
        }
    }
    return classes;
}

SecretTable::NationalId nationalIdOf(const Json &json)
{
    SecretTable::NationalId id;
    id.name = stringOr(json, "name");
    id.isBare = boolOr(json, "bare", false);
    const QString number = QStringLiteral("(?<id>%1)").arg(stringOr(json, "pattern"));
    const QString label =
        QStringLiteral(
            R"((?<!\w)(?:%1)(?:[ -]?(?:number|num|no|nr|nummer|code|id|card)\b)?\.?(?:\s{1,2}(?:is|was|ist|lautet|es|est)\b)?\s{0,3}[:=#]?\s{0,3})")
            .arg(stringOr(json, "labels"));
    id.expression = compiled(id.isBare ? QStringLiteral(R"((?<![\w.#/+-])%1(?![\w/-]|[.,]\d))").arg(number)
                                       : label + number + QStringLiteral(R"((?!\w|-\d))"));
    const QString check = stringOr(json, "check");
    id.check = check.isEmpty() ? nullptr : findNumberCheck(check);
    Q_ASSERT_X(check.isEmpty() || id.check != nullptr, "SecretTable", qPrintable(check));
    id.weights = json.value("weights", std::vector<std::vector<int>>());
    id.modulus = static_cast<int>(integerOr(json, "modulus", 0));
    id.remainder = static_cast<int>(integerOr(json, "remainder", 0));
    return id;
}

void readNationalIds(const Json &json, SecretTable &table)
{
    QStringList labels;
    for (const Json &id : json.at("national_ids")) {
        table.nationalIds.push_back(nationalIdOf(id));
        if (const QString label = stringOr(id, "labels"); !label.isEmpty())
            labels.append(label);
    }
    table.nationalLabels = compiled(QStringLiteral(R"((?<!\w)(?:%1))").arg(labels.join(QLatin1Char('|'))));
}

void readWords(const Json &json, SecretTable &table)
{
    const Json &labels = json.at("labels");
    table.cardLabels = labels.at("card").get<QStringList>();
    const auto endsWithLabel = [](const QString &words) {
        return compiled(
            QStringLiteral(
                R"((?<!\p{L})(?:%1)(?:[ _-]?(?:number|num|no|nr|id|code|key|reference|ref))?\.?(?: (?:is|was|ist|lautet))?[ :=#_-]{0,4}\z)")
                .arg(words));
    };
    const QString other = stringOr(labels, "other_numbers");
    table.otherNumber = endsWithLabel(other);
    table.noCardNumber = endsWithLabel(other + QLatin1Char('|') + stringOr(labels, "no_card_numbers"));
    const Json &passwords = json.at("passwords");
    // The word itself may follow at once, or after what the password is for.
    table.passwords = compiled(
        QStringLiteral(
            R"((?<!\w)(?:(?:%1)(?!\w)(?: (?:for|to|of|on|i use|we use)\b[^.?!:=\n]{0,40}?(?= (?:is|was|ist) | ?[:=]))?|(?:%2)(?=\s{0,3}[:=]))(?: was| is| ist| used to be)?(?:\s{0,3}[:=]\s{0,3}|\s{1,3})["']?([^\s"']{4,64}))")
            .arg(stringOr(passwords, "labels"), stringOr(passwords, "short_labels")));
    table.ordinaryWord = compiled(QStringLiteral(R"(\A(?:%1)\z)").arg(stringOr(passwords, "ordinary")));
}

SecretTable load()
{
    SecretTable table;
    const Json json = Json::parse(secretData(), nullptr, false);
    Q_ASSERT_X(json.is_object(), "SecretTable", "resources/security/secrets.json cannot be read");
    for (const Json &brand : json.at("cards"))
        table.cards.push_back(brandOf(brand));
    for (const auto &[country, structure] : json.at("ibans").items())
        table.ibans.insert(QString::fromStdString(country), expanded(structure.get<QString>()));
    readNationalIds(json, table);
    for (const Json &key : json.at("keys"))
        table.keys.push_back({stringOr(key, "prefix"), static_cast<qsizetype>(integerOr(key, "least", 16))});
    readWords(json, table);
    return table;
}

} // namespace

bool SecretTable::NationalId::accepts(const QString &found) const
{
    QString number;
    for (const QChar c : found) {
        if (c.isLetterOrNumber())
            number += c.toUpper();
    }
    if (check != nullptr && !check(number))
        return false;
    return std::ranges::all_of(weights, [&](const std::vector<int> &row) {
        return passesWeighted(number, row, modulus, remainder);
    });
}

bool SecretTable::isCardNumber(QStringView digits) const
{
    std::array<qint64, 7> prefixes{}; // the number that the first digits make, by their count
    for (size_t count = 1; count < prefixes.size() && static_cast<qsizetype>(count) <= digits.size(); ++count)
        prefixes[count] = prefixes[count - 1] * 10 + digits[static_cast<qsizetype>(count) - 1].digitValue();
    const auto isOf = [&](const CardBrand &brand) {
        return std::ranges::any_of(brand.ranges,
                                   [&](const CardBrand::Range &range) {
                                       const qint64 prefix = prefixes[static_cast<size_t>(range.digits)];
                                       return prefix >= range.first && prefix <= range.last;
                                   }) &&
               std::ranges::find(brand.lengths, static_cast<int>(digits.size())) != brand.lengths.end();
    };
    return std::ranges::any_of(cards, isOf) && passesLuhn(digits);
}

const SecretTable &SecretTable::builtIn()
{
    static const SecretTable table = load();
    return table;
}

} // namespace Helmdesk
