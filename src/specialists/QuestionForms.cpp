#include "specialists/QuestionForms.h"

#include "core/Json.h"
#include "core/ResourcePaths.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostWords = 30;
constexpr QChar space = u' ';

QString folded(const QString &text)
{
    QString same = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    same.replace(QChar(0x2019), u'\'').replace(QChar(0x02BC), u'\'');
    return same;
}

// "can't" is "can not", "what's" is "what is", "the boss's" keeps its owner.
QString withoutContraction(const QString &word)
{
    if (word == QLatin1String("cannot") || word == QLatin1String("can't"))
        return QStringLiteral("can not");
    if (word == QLatin1String("won't"))
        return QStringLiteral("will not");
    if (word.endsWith(QLatin1String("n't")))
        return word.chopped(3) + QStringLiteral(" not");
    static const QSet<QString> beforeIs{
        QStringLiteral("what"), QStringLiteral("where"), QStringLiteral("who"),  QStringLiteral("how"),
        QStringLiteral("that"), QStringLiteral("it"),    QStringLiteral("there")};
    static const std::vector<std::pair<QString, QString>> endings{
        {QStringLiteral("'m"), QStringLiteral(" am")},
        {QStringLiteral("'re"), QStringLiteral(" are")},
        {QStringLiteral("'ve"), QStringLiteral(" have")},
        {QStringLiteral("'ll"), QStringLiteral(" will")},
        {QStringLiteral("'d"), QStringLiteral(" would")}};
    if (word.endsWith(QLatin1String("'s"))) {
        const QString owner = word.chopped(2);
        return owner + (beforeIs.contains(owner) ? QStringLiteral(" is") : QStringLiteral(" 's"));
    }
    for (const auto &[ending, words] : endings) {
        if (word.endsWith(ending))
            return word.chopped(ending.size()) + words;
    }
    return word;
}

// The words with a space around each. Signs that may decide (%, $, +) are words; those of a sentence are not.
QString wordsOf(const QString &text)
{
    static const QRegularExpression word(
        QStringLiteral("[\\p{L}\\p{M}\\p{N}]+(?:'\\p{L}+)?|[^\\s\\p{L}\\p{M}\\p{N}.,;:!?'\"()\\-–—…“”„«»]"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString words(space);
    for (auto matches = word.globalMatch(folded(text)); matches.hasNext();)
        words += withoutContraction(matches.next().captured()) + space;
    return words;
}

// Every place of it, also where two share a space.
void replaceAll(QString &words, const QString &said, const QString &as)
{
    while (words.contains(said))
        words.replace(said, as);
}

QString spaced(const QString &phrase)
{
    return space + phrase + space;
}

Error misshapen(const QString &what)
{
    return {ErrorKind::InvalidInput, QStringLiteral("same_questions.json: %1").arg(what)};
}

QSet<QString> setOf(const Json &json, const char *name)
{
    const auto list = memberOrNull(json, name).is_array() ? json[name].get<QStringList>() : QStringList();
    return QSet<QString>(list.begin(), list.end());
}

// Longer ones first, so that "thank you in advance" goes as a whole.
bool isLonger(const QString &a, const QString &b)
{
    return a.count(space) != b.count(space) ? a.count(space) > b.count(space) : a < b;
}

} // namespace

QString QuestionForms::normalised(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[\\s.!?…]+$"));
    return folded(text).simplified().remove(end);
}

QString QuestionForms::withoutPlural(const QString &words, const Language &language)
{
    if (!language.hasPlural)
        return words;
    QString singular(space);
    for (const QString &word : words.split(space, Qt::SkipEmptyParts)) {
        const bool isPlural = word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) &&
                              !word.endsWith(QLatin1String("us")) && !word.endsWith(QLatin1String("is")) &&
                              !language.silent.contains(word) && !language.past.contains(word);
        singular += (isPlural && word.endsWith(QLatin1String("ies")) ? word.chopped(3) + u'y'
                     : isPlural                                      ? word.chopped(1)
                                                                     : word) +
                    space;
    }
    return singular;
}

Result<QuestionForms> QuestionForms::load()
{
    auto bytes = readResource(QStringLiteral("models/same_questions.json"));
    if (!bytes)
        return bytes.error();
    auto json = parseJson(*bytes);
    if (!json)
        return json.error();
    QuestionForms loaded;
    for (const auto &[name, data] : json->items()) {
        if (!data.is_object())
            continue; // what the file is about
        Language language;
        language.silent = setOf(data, "silent");
        language.past = setOf(data, "past");
        language.future = setOf(data, "future");
        language.hasPlural = boolOr(data, "plural", false);
        QStringList courtesies = memberOrNull(data, "courtesies").get<QStringList>();
        std::ranges::sort(courtesies, isLonger);
        for (const QString &phrase : std::as_const(courtesies))
            language.courtesies.push_back({spaced(phrase), QString(space)});
        for (const Json &form : memberOrNull(data, "forms")) {
            const QString as = stringOr(form, "as");
            if (as.count(u'*') != 1)
                return misshapen(QStringLiteral("\"%1\" has no place for the rest").arg(as));
            for (const QString &say : memberOrNull(form, "say").get<QStringList>()) {
                if (say.count(u'*') != 1)
                    return misshapen(QStringLiteral("\"%1\" has no place for the rest").arg(say));
                const QString pattern = QRegularExpression::escape(say).replace(
                    QRegularExpression::escape(QStringLiteral("*")), QStringLiteral("(.+)"));
                language.forms.push_back(
                    {QRegularExpression(QStringLiteral("^ %1 $").arg(pattern)),
                     QStringLiteral(" %1 ").arg(as).replace(u'*', QStringLiteral("\\1"))});
            }
        }
        for (const Json &group : memberOrNull(data, "groups")) {
            const QStringList words = group.get<QStringList>();
            if (words.size() < 2)
                return misshapen(QStringLiteral("a group has fewer than two words"));
            for (const QString &word : words.mid(1))
                language.groups.push_back(
                    {withoutPlural(spaced(word), language), withoutPlural(spaced(words.front()), language)});
        }
        std::ranges::stable_sort(language.groups,
                                 [](const Phrase &a, const Phrase &b) { return isLonger(a.said, b.said); });
        loaded.m_languages.emplace(QString::fromStdString(name), std::move(language));
    }
    if (loaded.m_languages.empty())
        return misshapen(QStringLiteral("it has no language"));
    return loaded;
}

QString QuestionForms::formOf(const QString &text, const QString &language) const
{
    const auto known = m_languages.find(language);
    if (known == m_languages.end() || text.size() > 1000)
        return {};
    const Language &data = known->second;
    QString words = wordsOf(text);
    for (const Phrase &courtesy : data.courtesies)
        replaceAll(words, courtesy.said, courtesy.as);
    const auto form =
        std::ranges::find_if(data.forms, [&](const Form &each) { return each.said.match(words).hasMatch(); });
    if (form != data.forms.end())
        words.replace(form->said, form->as);
    words = withoutPlural(words, data);
    for (const Phrase &group : data.groups) {
        if (group.said != group.as)
            words.replace(group.said, group.as);
    }
    int past = 0;
    int future = 0;
    QStringList kept;
    for (const QString &word : words.split(space, Qt::SkipEmptyParts)) {
        if (data.past.contains(word))
            ++past;
        else if (data.future.contains(word))
            ++future;
        else if (!data.silent.contains(word))
            kept << word;
    }
    if (kept.isEmpty() || kept.size() > mostWords)
        return {};
    return QStringLiteral("%1 %2 | %3").arg(past).arg(future).arg(kept.join(space));
}

} // namespace Helmdesk
