#include "understanding/ReadingExamples.h"

#include "core/Json.h"

#include <QDir>
#include <QFile>

namespace Helmdesk
{
namespace
{

Result<ReadingExample> exampleOf(const QByteArray &line, const QString &place)
{
    const auto json = parseJson(line);
    const QString text = json ? stringOr(*json, "text").trimmed() : QString();
    const auto mood = json ? moodNamed(stringOr(*json, "mood")) : std::nullopt;
    const QString act = json ? stringOr(*json, "act") : QString();
    if (text.isEmpty() || act.isEmpty() || !mood)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1: an example needs a text, an act and one of the moods").arg(place)};
    return ReadingExample{text, act, *mood, {}};
}

Result<> readFile(const QString &path, const QString &language, std::vector<ReadingExample> &out)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto example = exampleOf(line, QStringLiteral("%1:%2").arg(path).arg(number));
        if (!example)
            return example.error();
        example->language = language;
        out.push_back(std::move(*example));
    }
    return {};
}

} // namespace

Result<std::vector<ReadingExample>> loadReadingExamples(const QString &folder)
{
    std::vector<ReadingExample> examples;
    const QDir root(folder);
    for (const QString &language : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir files(root.filePath(language));
        for (const QString &name : files.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
            if (auto read = readFile(files.filePath(name), language, examples); !read)
                return read.error();
        }
    }
    if (examples.empty())
        return Error{ErrorKind::NotFound, QStringLiteral("no examples of acts are in %1").arg(folder)};
    return examples;
}

QStringList actsOf(const std::vector<ReadingExample> &examples)
{
    QStringList acts;
    for (const ReadingExample &example : examples) {
        if (!acts.contains(example.act))
            acts.append(example.act);
    }
    acts.sort();
    return acts;
}

} // namespace Helmdesk
