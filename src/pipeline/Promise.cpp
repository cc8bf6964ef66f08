#include "pipeline/Promise.h"

#include "core/ResourcePaths.h"
#include "pipeline/Log.h"
#include "pipeline/SpacedWords.h"
#include "understanding/SentenceSplitter.h"

#include <algorithm>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr int endOfWork = 18;        // o'clock, of a day without a time
constexpr int mostPromisedDays = 60; // more is no promise that a reminder helps with

QStringList phrasesOf(const Json &list)
{
    QStringList phrases;
    for (const Json &phrase : list)
        if (phrase.is_string())
            phrases.append(spacedWords(phrase.get<QString>()));
    return phrases;
}

// The longest of the phrases that the text holds; empty: none.
template <class Value>
QString longestIn(const QString &spaced, const QHash<QString, Value> &phrases)
{
    QString longest;
    for (auto each = phrases.cbegin(); each != phrases.cend(); ++each)
        if (each.key().size() > longest.size() && findWords(spaced, each.key()) >= 0)
            longest = each.key();
    return longest;
}

// "14:30", "3 pm", "15 Uhr", "15h".
std::optional<QTime> clockIn(const QString &sentence)
{
    static const QRegularExpression withMinutes(QStringLiteral("\\b([01]?\\d|2[0-3])[:.h]([0-5]\\d)\\b"));
    static const QRegularExpression hour(
        QStringLiteral("\\b(\\d{1,2})\\s*(am|pm|a\\.m\\.|p\\.m\\.|uhr|uur|h)(?![a-z])"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto found = withMinutes.match(sentence); found.hasMatch())
        return QTime(found.captured(1).toInt(), found.captured(2).toInt());
    const auto found = hour.match(sentence);
    if (!found.hasMatch())
        return std::nullopt;
    const QString half = found.captured(2).toLower();
    int value = found.captured(1).toInt();
    if (half.startsWith(u'p') && value < 12)
        value += 12;
    const QTime time(value, 0);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

PromiseWords::Language PromiseWords::languageOf(const QString &code, const Json &json)
{
    Language language;
    language.promises = phrasesOf(memberOrNull(json, "promises"));
    language.within = phrasesOf(memberOrNull(json, "within"));
    QHash<QString, int> weekdays;
    const QLocale locale(code);
    for (int day = 1; day <= 7; ++day) {
        const QString name = spacedWords(locale.standaloneDayName(day));
        weekdays.insert(name, day);
        language.days.insert(name, {0, day});
    }
    for (const auto &[name, value] : memberOrNull(json, "days").items()) {
        const QString phrase = spacedWords(QString::fromStdString(name));
        if (value.is_number_integer())
            language.days.insert(phrase, {value.get<int>(), 0});
        else if (value.is_string())
            language.days.insert(phrase, {0, weekdays.value(spacedWords(value.get<QString>()), 5)});
    }
    for (const auto &[name, value] : memberOrNull(json, "hours").items())
        if (value.is_string())
            language.hours.insert(spacedWords(QString::fromStdString(name)),
                                  QTime::fromString(value.get<QString>(), QStringLiteral("HH:mm")));
    for (const auto &[name, value] : memberOrNull(json, "units").items())
        if (value.is_number_integer())
            language.units.insert(spacedWords(QString::fromStdString(name)).trimmed(), value.get<int>());
    for (const auto &[name, value] : memberOrNull(json, "numbers").items())
        if (value.is_number_integer())
            language.numbers.insert(spacedWords(QString::fromStdString(name)).trimmed(), value.get<int>());
    return language;
}

Result<PromiseWords> PromiseWords::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString())};
    const auto json = parseJson(file.readAll());
    if (!json || !memberOrNull(*json, "languages").is_object())
        return Error{ErrorKind::Corrupt, QStringLiteral("%1 holds no words of promises").arg(path)};
    PromiseWords words;
    for (const auto &[code, language] : memberOrNull(*json, "languages").items())
        words.m_languages.push_back(languageOf(QString::fromStdString(code), language));
    return words;
}

// "within two hours", "in 3 Tagen".
std::optional<QDateTime> PromiseWords::spanIn(const Language &language, const QString &spaced,
                                              const QDateTime &now)
{
    const QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    std::optional<QDateTime> soonest;
    for (const QString &within : language.within) {
        const QStringList before = within.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype at = 0; at + before.size() + 1 < words.size(); ++at) {
            if (words.mid(at, before.size()) != before)
                continue;
            const QString &number = words.at(at + before.size());
            const int count =
                language.numbers.contains(number) ? language.numbers.value(number) : number.toInt();
            const int unit = language.units.value(words.at(at + before.size() + 1));
            if (count <= 0 || unit <= 0 || count > mostPromisedDays * 1440 / unit)
                continue;
            const QDateTime due = now.addSecs(qint64{60} * count * unit);
            if (!soonest || due < *soonest)
                soonest = due;
        }
    }
    return soonest;
}

// "tomorrow before noon", "on Monday", "by 3 pm".
std::optional<QDateTime> PromiseWords::dayIn(const Language &language, const QString &sentence,
                                             const QString &spaced, const QDateTime &now)
{
    const QString dayPhrase = longestIn(spaced, language.days);
    QString rest = spaced;
    if (!dayPhrase.isEmpty() && !language.hours.contains(dayPhrase))
        rest.replace(dayPhrase, QStringLiteral(" "));
    const QString hourPhrase = longestIn(rest.startsWith(u' ') ? rest : u' ' + rest, language.hours);
    const QString partOfDay = hourPhrase.isEmpty() ? longestIn(spaced, language.hours) : hourPhrase;
    const auto clock = clockIn(sentence);
    if (dayPhrase.isEmpty() && partOfDay.isEmpty() && !clock)
        return std::nullopt;
    const QTime time = clock                  ? *clock
                       : !partOfDay.isEmpty() ? language.hours.value(partOfDay)
                                              : QTime(endOfWork, 0);
    const Day day = language.days.value(dayPhrase);
    QDate date = now.date().addDays(day.after);
    if (day.weekday > 0)
        date = now.date().addDays((day.weekday - now.date().dayOfWeek() + 7) % 7);
    QDateTime due(date, time);
    if (due <= now) // this time of today is over, or this weekday has passed
        due = due.addDays(day.weekday > 0 ? 7 : 1);
    return due;
}

std::optional<Promise> PromiseWords::promiseIn(const QString &reply, const QDateTime &now) const
{
    constexpr qsizetype longestRead = 20'000; // characters
    const QString text = reply.left(longestRead);
    const QDateTime local = now.toLocalTime();
    std::optional<Promise> earliest;
    for (const SpokenRange &range : sentencesOf(text, standardUtteranceWords())) {
        const QString sentence = text.mid(range.begin, range.length);
        if (sentence.contains(u'?') || sentence.contains(QChar(0x061F))) // a question promises nothing
            continue;
        const QString spaced = spacedWords(sentence);
        for (const Language &language : m_languages) {
            const bool isPromise = std::ranges::any_of(
                language.promises, [&](const QString &phrase) { return findWords(spaced, phrase) >= 0; });
            if (!isPromise)
                continue;
            auto due = spanIn(language, spaced, local);
            if (!due)
                due = dayIn(language, sentence, spaced, local);
            if (due && (!earliest || *due < earliest->due))
                earliest = Promise{*due, sentence.simplified()};
        }
    }
    return earliest;
}

const PromiseWords &standardPromiseWords()
{
    static const PromiseWords words = [] {
        auto loaded = PromiseWords::load(resourceFile(QStringLiteral("mail/promises.json")));
        if (!loaded)
            qCWarning(lcPipeline).noquote() << "promises are not remembered:" << loaded.error().detail;
        return std::move(loaded).value_or(PromiseWords());
    }();
    return words;
}

} // namespace Helmdesk
