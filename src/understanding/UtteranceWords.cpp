#include "understanding/UtteranceWords.h"

#include "core/Json.h"
#include "core/ResourcePaths.h"
#include "understanding/TextShape.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcUnderstanding, "helmdesk.understanding")

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

// Scripts without blanks between words: there a phrase is found anywhere.
bool isWrittenTogether(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana || script == QChar::Script_Hangul;
}

// The word that begins at `at`; a mark or sign is one of its own.
QStringView wordAt(const QString &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isWordChar(text[end]))
        ++end;
    return QStringView(text).sliced(at, std::max<qsizetype>(end, at + 1) - at);
}

QStringList stringsOf(const Json &object, const char *key)
{
    QStringList strings;
    const Json &list = memberOrNull(object, key);
    if (list.is_array()) {
        for (const Json &item : list) {
            if (item.is_string())
                strings.append(QString::fromStdString(item.get_ref<const std::string &>()));
        }
    }
    return strings;
}

Result<Json> readObject(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Json::object();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString())};
    auto json = parseJson(file.readAll());
    if (!json || !json->is_object())
        return Error{ErrorKind::Corrupt, QStringLiteral("%1 is no JSON object").arg(path)};
    return json;
}

} // namespace

void PhraseList::add(const QStringList &phrases)
{
    for (const QString &phrase : phrases) {
        const QString folded = phraseKey(phrase);
        if (folded.isEmpty() || m_phrases.contains(folded))
            continue;
        m_phrases.insert(folded);
        if (isWrittenTogether(folded.front()) || isWrittenTogether(folded.back()))
            m_writtenTogether.append(folded);
        else
            m_byFirstWord[wordAt(folded, 0).toString()].append(folded);
    }
}

bool PhraseList::standsAt(const QString &folded, qsizetype at, const QString &phrase) const
{
    const qsizetype end = at + phrase.size();
    const bool isHere = QStringView(folded).sliced(at).startsWith(phrase);
    return isHere && (end == folded.size() || !isWordChar(folded[end]) || !isWordChar(phrase.back()));
}

bool PhraseList::begins(const QString &folded) const
{
    const auto beginsIt = [&](const QString &phrase) { return folded.startsWith(phrase); };
    return std::any_of(m_phrases.begin(), m_phrases.end(), beginsIt);
}

int PhraseList::countIn(const QString &folded, int most) const
{
    QSet<QString> found;
    for (qsizetype at = 0; at < folded.size() && found.size() < most;) {
        const QStringView word = wordAt(folded, at);
        const auto candidates = m_byFirstWord.constFind(word.toString());
        if (candidates != m_byFirstWord.constEnd()) {
            for (const QString &phrase : *candidates)
                if (standsAt(folded, at, phrase))
                    found.insert(phrase);
        }
        at += word.size();
    }
    for (const QString &phrase : m_writtenTogether) {
        if (found.size() >= most)
            break;
        if (folded.contains(phrase))
            found.insert(phrase);
    }
    return static_cast<int>(std::min<qsizetype>(found.size(), most));
}

std::optional<HeaderField> UtteranceWords::headerNamed(const QString &folded) const
{
    const auto found = m_headers.constFind(folded);
    return found == m_headers.constEnd() ? std::nullopt : std::optional(*found);
}

Result<UtteranceWords> UtteranceWords::load(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("the folder %1 is missing").arg(folder)};
    UtteranceWords words;
    const std::pair<const char *, PhraseList *> lists[] = {{"attribution", &words.attributions},
                                                           {"original", &words.originals},
                                                           {"forwarded", &words.forwards},
                                                           {"forward_subject", &words.forwardSubject},
                                                           {"closings", &words.closings},
                                                           {"footers", &words.footers},
                                                           {"disclaimer", &words.legal},
                                                           {"labels", &words.labels},
                                                           {"tasks", &words.tasks},
                                                           {"pointers", &words.pointers},
                                                           {"roles", &words.roles},
                                                           {"abbreviations", &words.abbreviations},
                                                           {"joins", &words.joins}};
    const std::pair<const char *, HeaderField> fields[] = {{"from", HeaderField::From},
                                                           {"sent", HeaderField::Sent},
                                                           {"to", HeaderField::To},
                                                           {"cc", HeaderField::Copy},
                                                           {"subject", HeaderField::Subject}};
    for (const QString &language : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        for (const char *name : {"quotes.json", "sentences.json"}) {
            const auto object = readObject(dir.filePath(language + QLatin1Char('/') + QLatin1String(name)));
            if (!object)
                return object.error();
            for (const auto &[key, list] : lists)
                list->add(stringsOf(*object, key));
            const Json &headers = memberOrNull(*object, "headers");
            for (const auto &[key, field] : fields)
                for (const QString &header : stringsOf(headers, key))
                    words.m_headers.insert(phraseKey(header), field);
        }
    }
    return words;
}

const UtteranceWords &standardUtteranceWords()
{
    static const UtteranceWords words = [] {
        auto loaded = UtteranceWords::load(resourceFile(QStringLiteral("understanding")));
        if (!loaded)
            qCWarning(lcUnderstanding)
                << "quotes are found by their structure alone:" << loaded.error().detail;
        return std::move(loaded).value_or(UtteranceWords());
    }();
    return words;
}

} // namespace Helmdesk
