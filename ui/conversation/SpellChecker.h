#pragma once

#include <memory>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace Helmdesk
{

// Words against the Hunspell dictionary of a language that is installed on this computer. Built without
// Hunspell, or without a dictionary, every word counts as right. The dictionary is read in the background.
// GUI thread.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(QObject *parent = nullptr);
    ~SpellChecker() override;

    // "de" or "de_AT"; empty: none. ready() follows when there is a dictionary.
    void setLanguage(const QString &language);
    bool isReady() const;

    bool isRight(const QString &word) const;
    QStringList suggestions(const QString &word) const; // at most six
    void accept(const QString &word);                   // until the program ends

    // The path of <language>.dic, without its ending; empty: not installed. Takes any country for a bare
    // language. Looks into the folders of HELMDESK_DICTIONARIES and DICPATH first, then into the usual ones.
    static QString dictionaryOf(const QString &language);

Q_SIGNALS:
    void ready();

private:
    struct Dictionary;
    void take(const QString &path, std::shared_ptr<Dictionary> dictionary);

    QString m_path;
    std::shared_ptr<Dictionary> m_dictionary;
    QSet<QString> m_accepted;
};

} // namespace Helmdesk
