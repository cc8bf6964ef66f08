#pragma once

#include "core/Json.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// "I will write to you before noon": what a reply promises, and by when.
struct Promise {
    QDateTime due; // local time
    QString words; // the sentence that promises it
};

// The words of promises in the languages of resources/mail/promises.json. Immutable; thread: any.
class PromiseWords
{
public:
    // Failure: the file is missing or damaged.
    static Result<PromiseWords> load(const QString &path);

    // The earliest promise of the reply, seen at `now`. A sentence promises something when it speaks of what
    // the writer will do or the reader will get, and names a day, a time of the day or a span. Linear.
    std::optional<Promise> promiseIn(const QString &reply, const QDateTime &now) const;

private:
    struct Day {
        int after = 0;   // days
        int weekday = 0; // 1 Monday to 7 Sunday: the next one; 0: `after` counts
    };
    struct Language {
        QStringList promises;
        QHash<QString, Day> days;
        QHash<QString, QTime> hours;
        QStringList within;
        QHash<QString, int> units; // minutes
        QHash<QString, int> numbers;
    };

    static Language languageOf(const QString &code, const Json &json);
    static std::optional<QDateTime> spanIn(const Language &language, const QString &spaced,
                                           const QDateTime &now);
    static std::optional<QDateTime> dayIn(const Language &language, const QString &sentence,
                                          const QString &spaced, const QDateTime &now);

    std::vector<Language> m_languages;
};

// With the words of the programs' resources; without them nothing is a promise.
const PromiseWords &standardPromiseWords();

} // namespace Helmdesk
