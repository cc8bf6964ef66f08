#include "StatusStrip.h"

#include "settings/ModelWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLocale>
#include <QUrl>
#include <utility>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

namespace
{

constexpr double smallText = 0.85;

bool isWebAddress(const QUrl &address)
{
    return address.scheme() == u"http"_s && address.port() > 0;
}

constexpr int troubleWidth = 420; // of what does not work, with its reason
constexpr int modelWidth = 220;

ElidedLabel *makeElided(const QString &words, int widest)
{
    auto *label = new ElidedLabel(words);
    label->setProperty("tone", u"secondary"_s);
    label->setFont(Theme::font(smallText));
    label->setMaximumWidth(widest);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    return label;
}

QPushButton *makeAddressButton(const QString &words, const QUrl &address, const QString &name)
{
    QPushButton *button = makeButton(words, "link");
    button->setObjectName(name);
    button->setFocusPolicy(Qt::NoFocus); // else the focus goes to it when what has it is hidden
    QFont font = button->font();
    font.setPointSizeF(font.pointSizeF() * smallText);
    button->setFont(font);
    setToolTipText(*button, address.toString());
    QObject::connect(button, &QPushButton::clicked, button,
                     [address] { QDesktopServices::openUrl(address); });
    return button;
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"statusStrip"_s);
    setSurface(*this, "footer");
    setFixedHeight(28);
    auto *row = makeRow(Measure::gapLarge);
    row->setContentsMargins(Measure::pad, 0, Measure::pad, 0);
    setLayout(row);
    m_parts = makeRow(Measure::gapLarge);
    row->addLayout(m_parts);
    row->addStretch(1);
    m_figures = makeSecondary({}, smallText);
    row->addWidget(m_figures);
}

void StatusStrip::addPart(const QString &name, PartState state, const QString &detail)
{
    struct Look {
        QString icon;
        Token token;
        QString words;
    };
    Look look;
    switch (state) {
    case PartState::Ready:
        look = {u"circle-check"_s, Token::Ok, name};
        break;
    case PartState::Starting:
        look = {u"clock"_s, Token::Secondary, tr("%1 is starting").arg(name)};
        break;
    case PartState::Retrying:
        look = {u"triangle-alert"_s, Token::Warn, tr("%1 is out of reach").arg(name)};
        break;
    case PartState::Failed:
        look = {u"circle-alert"_s, Token::Bad, tr("%1 failed").arg(name)};
        break;
    case PartState::Off:
        look = {u"circle-x"_s, Token::Secondary, tr("%1 is off").arg(name)};
        break;
    }
    auto *part = new QWidget;
    auto *row = makeRow(6);
    part->setLayout(row);
    row->addWidget(makeIcon(look.icon, look.token, 12));
    if (const QUrl address(detail); state == PartState::Ready && isWebAddress(address))
        row->addWidget(makeAddressButton(look.words, address, u"channelAddress"_s));
    else if (!detail.isEmpty() && (state == PartState::Retrying || state == PartState::Failed))
        row->addWidget(makeElided(tr("%1: %2").arg(look.words, Words::foreign(detail)), troubleWidth));
    else
        row->addWidget(makeSecondary(look.words, smallText));
    part->setAccessibleName(detail.isEmpty() ? look.words : tr("%1: %2").arg(look.words, detail));
    setToolTipText(*part, detail);
    m_parts->addWidget(part);
}

// A sign, and words that say the same; the reason is its tool tip.
void StatusStrip::addModel(const ModelState &model)
{
    const ModelWords::Sign sign = ModelWords::sign(model.health);
    const QString words = ModelWords::shortState(model);
    auto *part = new QWidget;
    part->setObjectName(u"modelPart"_s);
    auto *row = makeRow(6);
    part->setLayout(row);
    row->addWidget(makeIcon(sign.icon, sign.token, 12));
    ElidedLabel *label = makeElided(words, modelWidth);
    row->addWidget(label);
    const QString why = model.fault ? ModelWords::fault(*model.fault) : QString();
    part->setAccessibleName(why.isEmpty() ? words : tr("%1: %2").arg(words, why));
    setToolTipText(*part, why);
    setToolTipText(*label, why.isEmpty() ? words : why);
    m_parts->addWidget(part);
}

// Its page opens in the browser; nothing is fetched or installed.
void StatusStrip::addNewerVersion(const NewerVersion &newer)
{
    const QString words = tr("Version %1 is out").arg(Words::foreign(newer.version));
    auto *part = new QWidget;
    auto *row = makeRow(6);
    part->setLayout(row);
    row->addWidget(makeIcon(u"download"_s, Token::Secondary, 12));
    row->addWidget(makeAddressButton(words, QUrl(newer.page), u"newerVersion"_s));
    part->setAccessibleName(words);
    m_parts->addWidget(part);
}

// The figures change often and the parts seldom: a click on one of them is not to be lost.
void StatusStrip::showParts(const DeskStatus &status)
{
    QString told =
        tr("Built-in engine") + status.engineDetail + QString::number(static_cast<int>(status.engine));
    for (const ChannelState &channel : status.channels)
        told += u'\n' + channel.name + channel.detail + QString::number(static_cast<int>(channel.state));
    if (status.model)
        told += u'\n' + ModelWords::shortState(*status.model) +
                (status.model->fault ? ModelWords::fault(*status.model->fault) : QString());
    if (status.newerVersion)
        told += u'\n' + status.newerVersion->version + status.newerVersion->page;
    if (std::exchange(m_told, told) == told)
        return;
    clearLayout(*m_parts);
    addPart(tr("Built-in engine"), status.engine, status.engineDetail);
    for (const ChannelState &channel : status.channels) {
        // The port is what somebody needs who opens the chat: it stands in the strip itself.
        const QUrl address(channel.detail);
        const QString name = Words::channelPart(channel.name);
        const bool hasPort = channel.state == PartState::Ready && isWebAddress(address);
        addPart(hasPort ? tr("%1 at %2:%3").arg(name, address.host()).arg(address.port()) : name,
                channel.state, channel.detail);
    }
    if (status.model)
        addModel(*status.model);
    if (status.newerVersion)
        addNewerVersion(*status.newerVersion);
}

void StatusStrip::openChat() const
{
    if (auto *address = findChild<QPushButton *>(u"channelAddress"_s))
        address->click();
}

void StatusStrip::show(const DeskStatus &status)
{
    showParts(status);
    if (status.answeredToday == 0) {
        m_figures->setText(tr("Nothing answered today"));
        return;
    }
    const int percent = qRound(100.0 * status.automaticToday / status.answeredToday);
    //: Number of answered conversations, share answered automatically, median time
    m_figures->setText(tr("Today: %1 answered, %2 % automatic, %3 median")
                           .arg(QLocale().toString(status.answeredToday), QLocale().toString(percent),
                                Words::milliseconds(status.medianMilliseconds)));
}

} // namespace Helmdesk
