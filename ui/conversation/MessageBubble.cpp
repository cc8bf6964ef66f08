#include "conversation/MessageBubble.h"

#include "conversation/AttachmentRow.h"
#include "conversation/MessageText.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int columns = 72;             // characters a line, at most
constexpr qsizetype longestText = 6000; // characters shown until more are asked for
constexpr int attachmentButtons = 190;  // pixels, of the sign and the buttons of an attachment

QString escaped(const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', u"<br>"_s);
    return html;
}

// Where the words of a search begin a word of the text, as the full-text search finds them.
std::vector<TextRange> matchesIn(const QString &text, const QString &search)
{
    static const QRegularExpression gaps(u"[^\\p{L}\\p{N}\\p{M}]+"_s);
    QStringList words;
    for (const QString &word : search.split(gaps, Qt::SkipEmptyParts))
        words.append(QRegularExpression::escape(word));
    std::vector<TextRange> ranges;
    if (words.isEmpty())
        return ranges;
    const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])(?:%1)[\\p{L}\\p{N}\\p{M}]*"_s.arg(words.join(u'|')),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        ranges.push_back({static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength())});
    }
    return ranges;
}

QString html(const QString &text, const std::vector<TextRange> &matches)
{
    const Theme &theme = Theme::instance();
    const QString mark = u"<span style=\"background-color:%1; color:%2\">%3</span>"_s;
    QString body;
    int at = 0;
    for (const TextRange &match : matches) {
        body += escaped(text.mid(at, match.start - at));
        body += mark.arg(theme.color(Token::WarnTint).name(), theme.color(Token::Warn).name(),
                         escaped(text.mid(match.start, match.length)));
        at = match.start + match.length;
    }
    body += escaped(text.mid(at));
    return u"<p dir=\"%1\" style=\"line-height:140%; margin:0\">%2</p>"_s.arg(
        text.isRightToLeft() ? u"rtl"_s : u"ltr"_s, body);
}

std::pair<QString, Token> deliveryIcon(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Queued:
    case Delivery::Sending:
        return {u"clock"_s, Token::Secondary};
    case Delivery::Sent:
        return {u"check"_s, Token::Ok};
    case Delivery::Failed:
        return {u"circle-x"_s, Token::Bad};
    case Delivery::Unknown:
        return {u"circle-alert"_s, Token::Warn};
    case Delivery::Cancelled:
        return {u"undo-2"_s, Token::Secondary};
    case Delivery::None:
        break;
    }
    return {};
}

} // namespace

MessageBubble::MessageBubble(const ThreadEntry &entry, const QString &search, QWidget *parent)
    : QFrame(parent)
    , m_entry(entry)
    , m_search(search)
{
    const bool isNote = entry.author == Author::Note;
    setSurface(*this, isFromCustomer() ? "bubbleCustomer" : isNote ? "bubbleNote" : "bubbleReply");
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    column->setContentsMargins(Measure::pad, 9, Measure::pad, 7);
    m_header = makeHeader();
    column->addWidget(m_header);
    addOrigin();
    m_text = new MessageText;
    column->addWidget(m_text);
    setText(entry.text);
    addShowAll();
    addAttachments();
    addQuoteToggle();
    addFailure();
    setAccessibleName(tr("%1, %2: %3").arg(speaker(), Words::moment(entry.at), m_shown));
}

QString MessageBubble::speaker() const
{
    return m_entry.author == Author::Note ? tr("Note by %1").arg(m_entry.name) : m_entry.name;
}

QWidget *MessageBubble::makeHeader() const
{
    auto *header = new QWidget;
    auto *row = makeRow(Measure::gapSmall);
    row->setSpacing(6);
    header->setLayout(row);
    if (m_entry.author == Author::Note)
        row->addWidget(makeIcon(u"lock"_s, Token::Warn, 14));
    auto *who = new ElidedLabel(speaker());
    who->setFont(Theme::font(1.0, QFont::DemiBold));
    who->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(who);
    QString when = Words::time(m_entry.at);
    if (m_entry.author == Author::Agent && m_entry.delivery == Delivery::Sent)
        when = tr("%1, sent automatically").arg(when);
    row->addWidget(makeSecondary(when, 0.85));
    if (const auto [name, token] = deliveryIcon(m_entry.delivery); !name.isEmpty()) {
        QLabel *state = makeIcon(name, token, 14);
        state->setAccessibleName(Words::delivery(m_entry.delivery));
        setToolTipText(*state, Words::delivery(m_entry.delivery));
        row->addWidget(state);
    }
    row->addStretch(1);
    return header;
}

void MessageBubble::addAttachments()
{
    for (int position = 0; position < m_entry.attachments.size(); ++position) {
        const Attachment &attachment = m_entry.attachments.at(position);
        auto *row = new AttachmentRow(attachment);
        layout()->addWidget(row);
        const auto wanted = [&](auto signal, AttachmentWish wish) {
            connect(row, signal, this, [this, position, wish] {
                Q_EMIT attachmentRequested(m_entry.id, position, m_entry.attachments.at(position), wish);
            });
        };
        wanted(&AttachmentRow::previewRequested, AttachmentWish::Show);
        wanted(&AttachmentRow::saveRequested, AttachmentWish::Save);
        wanted(&AttachmentRow::openRequested, AttachmentWish::Open);
    }
}

// Whose words it passes on, and who else reads along.
void MessageBubble::addOrigin()
{
    const auto add = [this](const QString &words, const QString &iconName, const QString &id) {
        auto *row = makeRow(6);
        row->addWidget(makeIcon(iconName, Token::Secondary, 14));
        auto *label = new ElidedLabel(words);
        label->setObjectName(id);
        label->setProperty("tone", u"secondary"_s);
        label->setFont(Theme::font(0.85));
        row->addWidget(label, 1);
        qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
    };
    if (!m_entry.forwardedFrom.isEmpty())
        //: Above a message that passes on a mail of somebody else
        add(tr("Passes on a mail by %1").arg(Words::foreign(m_entry.forwardedFrom)), u"arrow-right"_s,
            u"forwardedFrom"_s);
    if (!m_entry.cc.isEmpty())
        //: Who got a copy of a mail
        add(tr("Copy to %1").arg(Words::foreign(m_entry.cc)), u"users"_s, u"messageCopies"_s);
    if (!m_entry.bcc.isEmpty())
        //: Who got a copy of a reply without anybody else knowing
        add(tr("Blind copy to %1").arg(Words::foreign(m_entry.bcc)), u"users"_s, u"messageBlindCopies"_s);
}

void MessageBubble::addQuoteToggle()
{
    if (m_entry.fullText.isEmpty() || m_entry.fullText == m_entry.text)
        return;
    // A signature or a legal notice is no quote.
    const QString show = m_entry.hidesQuote ? tr("Show quoted text") : tr("Show the whole message");
    const QString hide = m_entry.hidesQuote ? tr("Hide quoted text") : tr("Show less");
    QPushButton *toggle = makeButton(show, "link");
    toggle->setObjectName(u"showQuote"_s);
    toggle->setCheckable(true);
    layout()->addWidget(toggle);
    layout()->setAlignment(toggle, Qt::AlignLeading);
    connect(toggle, &QPushButton::toggled, this, [this, toggle, show, hide](bool isShown) {
        toggle->setText(isShown ? hide : show);
        toggle->setAccessibleName(toggle->text());
        m_showsAll = m_showsAll || isShown;
        setText(isShown ? m_entry.fullText : m_entry.text);
        fitTo(m_available);
        Q_EMIT heightChanged();
    });
}

// A very long text opens as quickly as a short one.
void MessageBubble::addShowAll()
{
    if (m_entry.text.size() <= longestText)
        return;
    QPushButton *all =
        makeButton(tr("Show all (%1 characters)").arg(Words::number(m_entry.text.size())), "link");
    all->setObjectName(u"showAll"_s);
    layout()->addWidget(all);
    layout()->setAlignment(all, Qt::AlignLeading);
    connect(all, &QPushButton::clicked, this, [this, all] {
        all->hide();
        m_showsAll = true;
        setText(m_entry.text);
        fitTo(m_available);
        Q_EMIT heightChanged();
    });
}

void MessageBubble::addFailure()
{
    if (m_entry.delivery == Delivery::Failed || m_entry.delivery == Delivery::Unknown) {
        const QString words = Words::delivery(m_entry.delivery);
        QLabel *label =
            makeWrapped(m_entry.failure.isEmpty() ? words : tr("%1: %2").arg(words, m_entry.failure), 0.92);
        label->setProperty("tone", u"bad"_s);
        layout()->addWidget(label);
        if (m_entry.outbox.isValid()) {
            QPushButton *again = makeButton(tr("Send again"), "link");
            again->setObjectName(u"sendAgain"_s);
            layout()->addWidget(again);
            layout()->setAlignment(again, Qt::AlignLeading);
            connect(again, &QPushButton::clicked, this,
                    [this] { Q_EMIT sendAgainRequested(m_entry.outbox); });
        }
    }
    if (m_entry.delivery == Delivery::Queued && m_entry.outbox.isValid()) {
        QPushButton *undo = makeButton(tr("Undo"), "link", u"undo-2"_s);
        layout()->addWidget(undo);
        layout()->setAlignment(undo, Qt::AlignLeading);
        connect(undo, &QPushButton::clicked, this, [this] { Q_EMIT undoRequested(m_entry.outbox); });
    }
}

void MessageBubble::setText(const QString &text)
{
    // A mail ends with the end of a line, which would show as an empty one.
    static const QRegularExpression trailing(u"\\s+\\z"_s);
    m_shown = text;
    if (!m_showsAll && m_shown.size() > longestText) {
        m_shown.truncate(m_shown.lastIndexOf(u' ', longestText) > longestText / 2
                             ? m_shown.lastIndexOf(u' ', longestText)
                             : longestText);
        m_shown += u'\u2026';
    }
    m_shown.remove(trailing);
    const auto matches = matchesIn(m_shown, m_search);
    m_hasMatch = !matches.empty();
    m_text->setText(html(m_shown, matches), m_shown);
}

void MessageBubble::fitTo(int available)
{
    m_available = available;
    const QFontMetrics metrics(m_text->font());
    const int most = std::min(available, metrics.averageCharWidth() * columns);
    int natural = m_header->sizeHint().width();
    for (const QStringView line : QStringView(m_shown).split(u'\n')) {
        if (natural >= most)
            break; // it is as wide as it gets
        natural = std::max(natural, metrics.horizontalAdvance(line.left(4 * columns).toString()) + 8);
    }
    for (const Attachment &attachment : m_entry.attachments)
        natural = std::max(natural, metrics.horizontalAdvance(attachment.name) +
                                        metrics.horizontalAdvance(AttachmentRow::about(attachment)) +
                                        attachmentButtons);
    for (const QString &line : {m_entry.forwardedFrom, m_entry.cc, m_entry.bcc})
        if (!line.isEmpty())
            natural = std::max(natural, metrics.horizontalAdvance(line) + 120);
    const int inner = std::max(160, std::min(natural, most - 2 * Measure::pad));
    m_text->fitTo(inner);
    setFixedWidth(inner + 2 * Measure::pad + 2);
}

} // namespace Helmdesk
