#include "conversation/SpellChecker.h"

#include "core/ResourcePaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>
#include <QStringConverter>
#include <QThreadPool>

#ifdef HELMDESK_WITH_HUNSPELL
#include <hunspell.hxx>
#endif

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int mostSuggestions = 6;

QStringList folders()
{
    QStringList list;
    for (const char *variable : {"HELMDESK_DICTIONARIES", "DICPATH"})
        list += qEnvironmentVariable(variable).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &base : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        list += {base + "/hunspell"_L1, base + "/myspell"_L1, base + "/myspell/dicts"_L1};
    list += {u"/usr/share/hunspell"_s,
             u"/usr/share/myspell"_s,
             u"/opt/homebrew/share/hunspell"_s,
             QDir::homePath() + "/Library/Spelling"_L1,
             u"/Library/Spelling"_s,
             QCoreApplication::applicationDirPath() + "/dictionaries"_L1,
             resourceFile(u"dictionaries"_s)};
    return list;
}

} // namespace

QString SpellChecker::dictionaryOf(const QString &language)
{
    if (language.isEmpty())
        return {};
    QString name = language;
    name.replace(u'-', u'_');
    for (const QString &folder : folders()) {
        const QDir dir(folder);
        for (const QString &pattern : {name + ".dic"_L1, name.section(u'_', 0, 0) + "_*.dic"_L1}) {
            const QStringList found = dir.entryList({pattern}, QDir::Files, QDir::Name);
            if (!found.isEmpty() && dir.exists(QFileInfo(found.first()).completeBaseName() + ".aff"_L1))
                return dir.filePath(QFileInfo(found.first()).completeBaseName());
        }
    }
    return {};
}

#ifdef HELMDESK_WITH_HUNSPELL

struct SpellChecker::Dictionary {
    explicit Dictionary(const QString &path)
        : hunspell(QFile::encodeName(path + ".aff"_L1).constData(),
                   QFile::encodeName(path + ".dic"_L1).constData())
        , encoder(hunspell.get_dict_encoding().c_str())
        , decoder(hunspell.get_dict_encoding().c_str())
    {
    }
    std::string encoded(const QString &word)
    {
        const QByteArray bytes = encoder.encode(word);
        return bytes.toStdString();
    }
    QString decoded(const std::string &word)
    {
        return decoder.decode(QByteArrayView(word.data(), static_cast<qsizetype>(word.size())));
    }
    Hunspell hunspell;
    QStringEncoder encoder;
    QStringDecoder decoder;
};

bool SpellChecker::isRight(const QString &word) const
{
    return !m_dictionary || m_accepted.contains(word) ||
           m_dictionary->hunspell.spell(m_dictionary->encoded(word));
}

QStringList SpellChecker::suggestions(const QString &word) const
{
    QStringList list;
    if (!m_dictionary)
        return list;
    for (const std::string &suggestion : m_dictionary->hunspell.suggest(m_dictionary->encoded(word)))
        if (list.size() < mostSuggestions)
            list.append(m_dictionary->decoded(suggestion));
    return list;
}

void SpellChecker::setLanguage(const QString &language)
{
    const QString path = dictionaryOf(language);
    if (path == m_path)
        return;
    m_path = path;
    m_dictionary.reset();
    if (path.isEmpty())
        return;
    QPointer<SpellChecker> self(this);
    QThreadPool::globalInstance()->start([self, path] {
        auto dictionary = std::make_shared<Dictionary>(path);
        if (!dictionary->encoder.isValid())
            return; // written in an encoding that Qt does not know
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, path, dictionary] {
            if (self)
                self->take(path, dictionary);
        });
    });
}

#else

struct SpellChecker::Dictionary {
};

bool SpellChecker::isRight(const QString &) const
{
    return true;
}

QStringList SpellChecker::suggestions(const QString &) const
{
    return {};
}

void SpellChecker::setLanguage(const QString &)
{
}

#endif

SpellChecker::SpellChecker(QObject *parent)
    : QObject(parent)
{
}

SpellChecker::~SpellChecker() = default;

bool SpellChecker::isReady() const
{
    return m_dictionary != nullptr;
}

void SpellChecker::accept(const QString &word)
{
    m_accepted.insert(word);
}

void SpellChecker::take(const QString &path, std::shared_ptr<Dictionary> dictionary)
{
    if (path != m_path)
        return; // another language was asked for meanwhile
    m_dictionary = std::move(dictionary);
    Q_EMIT ready();
}

} // namespace Helmdesk
