#pragma once

#include "core/Result.h"

#include <optional>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Helmdesk
{

// The fields of a mail that a quoted mail shows above its text.
enum class HeaderField { From, Sent, To, Copy, Subject };

// Words and phrases as they are looked up: folded (see phraseKey), of all languages at once, since the mail
// program's language need not be that of the message.
class PhraseList
{
public:
    void add(const QStringList &phrases);

    bool holds(const QString &folded) const { return m_phrases.contains(folded); }
    // Whether one of them begins the folded text.
    bool begins(const QString &folded) const;
    // How many different ones stand in the folded text as whole words, counted up to `most`.
    int countIn(const QString &folded, int most = 1) const;

private:
    bool standsAt(const QString &folded, qsizetype at, const QString &phrase) const;

    QHash<QString, QStringList> m_byFirstWord;
    QStringList m_writtenTogether; // of scripts without blanks: found anywhere
    QSet<QString> m_phrases;
};

// What mail programs and letters say around the words of their writer, by language: data in
// resources/understanding/<language>/quotes.json and sentences.json. Immutable once loaded; thread: any.
struct UtteranceWords {
    PhraseList attributions;   // "wrote"
    PhraseList originals;      // "original message"
    PhraseList forwards;       // "forwarded message"
    PhraseList forwardSubject; // "fwd"
    PhraseList closings;       // "kind regards"
    PhraseList footers;        // "sent from my "
    PhraseList legal;          // "intended recipient"
    PhraseList labels;         // "phone"
    PhraseList tasks;          // "translate": what is quoted beside it is material
    PhraseList pointers;       // "below"
    PhraseList roles;          // "system"
    PhraseList abbreviations;  // "approx": a full stop behind it ends no sentence
    PhraseList joins;          // "because": begins a clause

    std::optional<HeaderField> headerNamed(const QString &folded) const;

    // All languages of the folder. Failure: NotFound without the folder, Corrupt with the name of a damaged
    // file.
    static Result<UtteranceWords> load(const QString &folder);

private:
    QHash<QString, HeaderField> m_headers;
};

// Those of the program's resources, read once. Without them, which is logged, the structure alone is read.
const UtteranceWords &standardUtteranceWords();

} // namespace Helmdesk
