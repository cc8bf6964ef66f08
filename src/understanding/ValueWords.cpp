#include "understanding/ValueWords.h"

#include "core/ResourcePaths.h"
#include "understanding/ScannedText.h"

#include <algorithm>
#include <optional>
#include <QLocale>

namespace Helmdesk
{
namespace
{

struct KindName {
    const char *name;
    WordKind kind;
};

constexpr KindName kindNames[] = {
    {"idiom", WordKind::Idiom},
    {"number", WordKind::Number},
    {"weak_number", WordKind::WeakNumber},
    {"number_join", WordKind::NumberJoin},
    {"minus", WordKind::Minus},
    {"currency", WordKind::Currency},
    {"subunit", WordKind::Subunit},
    {"percent", WordKind::Percent},
    {"share", WordKind::Share},
    {"of_whole", WordKind::OfWhole},
    {"after_amount", WordKind::AfterAmount},
    {"currency_lead", WordKind::CurrencyLead},
    {"ordinal_suffix", WordKind::OrdinalSuffix},
    {"ordinal", WordKind::Ordinal},
    {"extreme", WordKind::Extreme},
    {"other", WordKind::Other},
    {"all", WordKind::All},
    {"invoice_noun", WordKind::InvoiceNoun},
    {"number_sign", WordKind::NumberSign},
    {"unit", WordKind::Unit},
    {"month", WordKind::Month},
    {"unsure_month", WordKind::UnsureMonth},
    {"weekday", WordKind::Weekday},
    {"relative", WordKind::Relative},
    {"ago", WordKind::Ago},
    {"ago_before", WordKind::AgoBefore},
    {"day_lead", WordKind::DayLead},
    {"month_lead", WordKind::MonthLead},
    {"card_lead", WordKind::CardLead},
    {"article", WordKind::Article},
    {"join", WordKind::Join},
    {"language", WordKind::Language},
    {"role_old", WordKind::RoleOld},
    {"role_new", WordKind::RoleNew},
    {"range", WordKind::Range},
    {"range_lead", WordKind::RangeLead},
    {"or", WordKind::Or},
    {"party_lead", WordKind::PartyLead},
    {"possessive", WordKind::Possessive},
    {"account_noun", WordKind::AccountNoun},
    {"qualifier", WordKind::Qualifier},
    {"price_lead", WordKind::PriceLead},
    {"field", WordKind::Field},
    {"field_link", WordKind::FieldLink},
    {"it_link", WordKind::ItLink},
    {"pronoun", WordKind::Pronoun},
    {"weak_link", WordKind::WeakLink},
    {"cue", WordKind::Cue},
    {"new_mark", WordKind::NewMark},
    {"as_field", WordKind::AsField},
    {"change", WordKind::Change},
    {"removal", WordKind::Removal},
    {"forbid", WordKind::Forbid},
    {"unchanged", WordKind::Unchanged},
    {"stop", WordKind::Stop},
    {"name_word", WordKind::NameWord},
    {"abbreviation", WordKind::Abbreviation},
    {"spelled", WordKind::Spelled},
};

std::optional<WordKind> wordKindOf(const std::string &name)
{
    const auto *found = std::ranges::find(kindNames, name, &KindName::name);
    return found == std::end(kindNames) ? std::nullopt : std::optional(found->kind);
}

Error badData(const QString &what)
{
    return {ErrorKind::InvalidInput, QStringLiteral("words about values: ") + what};
}

// Signs and codes of currencies and the names of languages are the same in every language.
struct WorldNames {
    QSet<QString> currencies;
    std::vector<std::pair<QString, QString>> languages; // name, ISO 639-1
};

const WorldNames &worldNames()
{
    static const WorldNames names = [] {
        WorldNames out;
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            out.currencies.insert(locale.currencySymbol(QLocale::CurrencyIsoCode));
            const QString code = QLocale::languageToCode(locale.language());
            constexpr qsizetype shortest = 4; // "Ga" and "Twi" are words of other languages
            if (code.size() != 2)
                continue;
            for (const QString &name :
                 {QLocale::languageToString(locale.language()), locale.nativeLanguageName()}) {
                if (name.size() >= shortest || (!name.isEmpty() && name[0].unicode() > 0x2E7F))
                    out.languages.emplace_back(name, code);
            }
        }
        out.currencies.remove(QString());
        return out;
    }();
    return names;
}

} // namespace

Result<ValueWords> ValueWords::load(const QStringList &languages)
{
    auto words = loadFirst(languages);
    if (!words)
        return words;
    auto others = std::make_shared<QHash<QString, ValueWords>>();
    for (const QString &language : languages.mid(1)) {
        QStringList order = languages;
        order.removeOne(language);
        auto other = loadFirst(QStringList{language} + order);
        if (!other)
            return other;
        others->insert(language, std::move(*other));
    }
    words->m_others = std::move(others);
    return words;
}

const ValueWords &ValueWords::in(const QString &language) const
{
    const auto found =
        m_others ? m_others->constFind(language) : QHash<QString, ValueWords>::const_iterator();
    return !m_others || found == m_others->constEnd() ? *this : *found;
}

Result<ValueWords> ValueWords::loadFirst(const QStringList &languages)
{
    ValueWords words;
    words.m_currencies = worldNames().currencies;
    for (const QString &language : QStringList{QStringLiteral("any")} + languages) {
        const auto file = readResource(QStringLiteral("understanding/%1/values.json").arg(language));
        if (!file)
            return file.error();
        const auto data = parseJson(*file);
        if (!data)
            return data.error();
        if (auto added = words.add(*data); !added)
            return added.error();
        if (language == languages.value(0)) {
            words.m_groupSign = stringOr(*data, "group_sign", QStringLiteral(",")).front();
            words.m_areNounsCapital = boolOr(*data, "capital_nouns", false);
        }
    }
    for (const QString &language : languages)
        words.addNames(language);
    for (auto &entries : words.m_entries) {
        std::ranges::stable_sort(entries, std::greater(),
                                 [](const Entry &entry) { return entry.tokens.size(); });
    }
    return words;
}

Result<> ValueWords::add(const Json &data)
{
    const Json &kinds = memberOrNull(data, "words");
    if (!kinds.is_object())
        return badData(QStringLiteral("no \"words\""));
    for (const auto &[name, payloads] : kinds.items()) {
        const auto kind = wordKindOf(name);
        if (!kind || !payloads.is_object())
            return badData(QString::fromStdString(name));
        for (const auto &[payload, phrases] : payloads.items()) {
            if (!phrases.is_array())
                return badData(QString::fromStdString(name));
            for (const Json &phrase : phrases) {
                if (!phrase.is_string())
                    return badData(QString::fromStdString(name));
                addPhrase(phrase.get<QString>(), {*kind, QString::fromStdString(payload)});
            }
        }
    }
    return {};
}

void ValueWords::addPhrase(const QString &phrase, const WordMeaning &meaning)
{
    QStringList tokens;
    for (const ScanToken &token : tokensOf(phrase))
        tokens.append(token.text);
    if (!tokens.isEmpty())
        m_entries[tokens.front()].push_back({tokens, meaning});
}

void ValueWords::addNames(const QString &language)
{
    const QLocale locale(language);
    constexpr int months = 12;
    constexpr int days = 7;
    constexpr qsizetype shortest = 6;
    QStringList nouns; // of compounds: "Novemberrechnung"
    for (auto entries = m_entries.cbegin(); m_areNounsCapital && entries != m_entries.cend(); ++entries) {
        if (entries.key().size() >= shortest && wordOf(entries.key(), WordKind::InvoiceNoun))
            nouns.append(entries.key());
    }
    const auto add = [&](const QString &name, WordKind kind, int number) {
        QString plain = name;
        plain.remove(QLatin1Char('.'));
        const bool isUnsure = kind == WordKind::Month && wordOf(plain.toLower(), WordKind::UnsureMonth);
        if (!isUnsure)
            addPhrase(plain, {kind, QString::number(number)});
    };
    for (int month = 1; month <= months; ++month) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            add(locale.standaloneMonthName(month, format), WordKind::Month, month);
            add(locale.monthName(month, format), WordKind::Month, month);
            for (const QString &noun : nouns)
                add(locale.standaloneMonthName(month, format) + noun, WordKind::Month, month);
        }
    }
    for (int day = 1; day <= days; ++day)
        add(locale.standaloneDayName(day, QLocale::LongFormat), WordKind::Weekday, day);
    for (const auto &[name, code] : worldNames().languages)
        addPhrase(name, {WordKind::Language, code});
}

const std::vector<ValueWords::Entry> *ValueWords::startingWith(const QString &token) const
{
    const auto found = m_entries.constFind(token);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

const WordMeaning *ValueWords::wordOf(const QString &token, WordKind kind) const
{
    const auto *entries = startingWith(token);
    if (!entries)
        return nullptr;
    const auto found = std::ranges::find_if(
        *entries, [&](const Entry &entry) { return entry.tokens.size() == 1 && entry.meaning.kind == kind; });
    return found == entries->end() ? nullptr : &found->meaning;
}

} // namespace Helmdesk
