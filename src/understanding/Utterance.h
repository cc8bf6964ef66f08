#pragma once

#include "core/Json.h"
#include "understanding/UtteranceWords.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// Whose words a part of a message is.
enum class PartKind {
    Own,        // the customer's
    Quoted,     // an earlier mail of the conversation, whoever wrote it
    Forwarded,  // somebody's mail that the customer passes on
    Pasted,     // material: code, a log, a conversation, a comment, what is to be translated or explained
    Signature,  // name, title, telephone and address below a letter; "Sent from my phone"
    Disclaimer, // the legal text below it
};
QString nameOf(PartKind kind);

// What showed where a part begins.
enum class CutMark {
    None,        // an own part
    QuoteMarks,  // "> " and its like, an HTML container of a mail program
    HeaderBlock, // lines "Name: value" with an address and a date
    RuleLine,    // "----- Original Message -----"
    Attribution, // "On Monday Mara <mara@lind.example> wrote:"
    Repeats,     // the text stands in the conversation already
    CodeFence,   // ```
    Log,         // lines of a log, a stack trace, source text
    Transcript,  // a conversation between others
    Comment,     // <!-- -->
    RoleLine,    // "system: ..."
    Quotation,   // in quotation marks, beside a word that makes it material
    Task,        // below "please translate:"
    DashLine,    // "-- "
    Closing,     // "Kind regards,"
    NameBlock,   // a name above telephone and address, without a closing
    Footer,      // "Sent from my phone"
    Legal,       // "intended recipient"
};
QString nameOf(CutMark mark);

// At or above it a cut is certain: what is below is not the customer's. Below it the text stays among the own
// words as uncertain: it may be read, but nothing in it may cause a write.
inline constexpr double certainCut = 0.8;

// A piece of the message as it was sent. All parts together, in order, are the whole message.
struct UtterancePart {
    PartKind kind = PartKind::Own;
    CutMark mark = CutMark::None;
    double certainty = 1.0; // that it is of this kind, 0 to 1; own parts: 1
    qsizetype begin = 0;    // in Utterance::source, in UTF-16 units
    qsizetype length = 0;
    QString text;          // without marks of quoting and without the header above it
    QString senderName;    // of a quoted or forwarded mail, where it shows one
    QString senderAddress; // as claimed by the text: never a right

    bool isCertain() const { return certainty >= certainCut; }
};

// A sentence or clause of the own words.
struct UtteranceSpan {
    qsizetype begin = 0; // in Utterance::own
    qsizetype length = 0;
    int sentence = 0;            // index of the sentence that it is or belongs to
    bool isUncertain = false;    // it touches text below an uncertain cut: it may cause no write
    bool holdsQuotation = false; // a quotation that is material stood in it; own has "…" in its place
};

// Where a run of own words stands in the message.
struct OwnRun {
    enum class Kind {
        Certain,
        Uncertain, // below an uncertain cut
        Quotation, // "…" in `own` stands for material in quotation marks
    };
    Kind kind = Kind::Certain;
    qsizetype ownBegin = 0;
    qsizetype ownLength = 0;
    qsizetype sourceBegin = 0;
    qsizetype sourceLength = 0; // differs from ownLength for a quotation only
};

// A message read once: whose words are whose.
struct Utterance {
    QString source; // as sent
    std::vector<UtterancePart> parts;
    QString own; // the own words and the uncertain ones, paragraphs parted by one blank line
    std::vector<OwnRun> runs;
    std::vector<UtteranceSpan> sentences;
    std::vector<UtteranceSpan> clauses;
    bool pointsBeyond = false; // the own words are few or point to what is below: it belongs to what is asked

    QString textOf(const UtteranceSpan &span) const { return own.sliced(span.begin, span.length); }
    // The place in `source` of a character of `own`; of a blank between runs, that of the run before.
    qsizetype sourceOf(qsizetype ownOffset) const;
    bool hasUncertain() const;
    // The own words without the uncertain ones.
    QString certainOwn() const;
    // The own words with the quotations that stand inside them, as they were written.
    QString ownWithQuotations() const;
    // The texts of all parts of the kind that are certain, parted by blank lines.
    QString textOf(PartKind kind) const;
    // What is worth showing of the message: without the history at its beginning and end, signature and legal
    // text. Quotes between answers, forwarded mails and pasted material stay. The whole message where nothing
    // would remain. Reading it again finds the same own words.
    QString withoutHistory() const;
};

// What is known around a message. Everything may be empty.
struct UtteranceContext {
    QStringList earlier; // texts of the conversation and of the mail that In-Reply-To names
    QString subject;     // "Fwd: ..." makes a quoted mail a forwarded one
    QString senderName;  // of the customer: known at the beginning of a signature
};

// Reads a message. Structure decides first, words last; no language is preferred. Pure, linear in the text
// and in that of the context; thread: any. Cannot fail.
Utterance readUtterance(const QString &text, const UtteranceContext &context = {},
                        const UtteranceWords &words = standardUtteranceWords());

// For showing and storing: {"own", "parts": [{"kind", "mark", "certainty", "begin", "length", "text",
// "sender", "address"}], "sentences": [[begin, length, isUncertain]], "clauses": the same, "points_beyond"}.
// Empty members are left out.
Json toJson(const Utterance &utterance);

} // namespace Helmdesk
