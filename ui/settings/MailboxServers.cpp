#include "settings/MailboxServers.h"

#include "settings/MailboxWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int portWidth = 90;
constexpr int tlsWidth = 190;
constexpr int highestPort = 65535;

// "support" of support@example.org, with what a name may hold.
QString nameFrom(const QString &address)
{
    static const QRegularExpression other(u"[^A-Za-z0-9._-]+"_s);
    QString name = address.section(u'@', 0, 0).toLower().replace(other, u"-"_s).left(32);
    while (!name.isEmpty() && !name.front().isLetterOrNumber())
        name.remove(0, 1);
    return name;
}

} // namespace

MailboxServers::MailboxServers(const MailRoom &room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
{
    auto *column = makeColumn(this, 0, Measure::gap);
    m_source = makeWrapped({});
    m_source->setObjectName(u"mailSource"_s);
    column->addWidget(m_source);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gap);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    addServer(*grid, m_imap, tr("&Reading (IMAP)"), u"imap"_s);
    addServer(*grid, m_smtp, tr("Sen&ding (SMTP)"), u"smtp"_s);
    m_imap.implicitPort = 993;
    m_imap.startTlsPort = 143;
    m_smtp.implicitPort = 465;
    m_smtp.startTlsPort = 587;
    m_user = makeField(u"mailUser"_s, tr("User"), tr("Mostly the address itself"));
    addLine(*grid, tr("&User"), *m_user);
    m_auth = new ChoiceBox;
    m_auth->setObjectName(u"mailAuth"_s);
    m_auth->setAccessibleName(tr("Sign in with"));
    m_auth->addItem(tr("A password, or an app password"), static_cast<int>(MailAuth::Password));
    m_auth->addItem(tr("An OAuth token"), static_cast<int>(MailAuth::OAuth));
    addLine(*grid, tr("Si&gn in with"), *m_auth);
    m_password = makeField(u"mailPassword"_s, tr("Password"), {});
    m_password->setEchoMode(QLineEdit::Password);
    addLine(*grid, tr("&Password"), *m_password);
    m_passwordNote = makeWrapped({}, 0.92);
    m_passwordNote->setObjectName(u"mailPasswordNote"_s);
    m_passwordNote->setProperty("tone", u"secondary"_s);
    grid->addWidget(m_passwordNote, grid->rowCount(), 1);
    m_certificate = makeField(
        u"mailCertificate"_s, tr("Certificate"),
        tr("Empty: one that the system trusts. A server of your own: the SHA-256 of its certificate"));
    addLine(*grid, tr("Ce&rtificate"), *m_certificate);
    m_name = makeField(u"mailName"_s, tr("Name"), tr("As you want to call it here, such as support"));
    addLine(*grid, tr("&Name"), *m_name);
    connect(m_name, &QLineEdit::textChanged, this, &MailboxServers::showPasswordNote);
}

QLineEdit *MailboxServers::makeField(const QString &name, const QString &words, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(words);
    field->setAccessibleDescription(hint);
    field->setPlaceholderText(hint);
    connect(field, &QLineEdit::textEdited, this, &MailboxServers::changed);
    connect(field, &QLineEdit::returnPressed, this, &MailboxServers::accepted);
    return field;
}

void MailboxServers::addLine(QGridLayout &grid, const QString &words, QWidget &field, QLayout *line)
{
    QLabel *label = makeLabel(words);
    label->setBuddy(&field);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    if (line != nullptr)
        grid.addLayout(line, row, 1);
    else
        grid.addWidget(&field, row, 1);
}

void MailboxServers::addServer(QGridLayout &grid, Server &server, const QString &words, const QString &name)
{
    const QString plain = QString(words).remove(u'&');
    server.host = makeField(name + u"Host"_s, plain, tr("Server, such as mail.example.org"));
    server.port = makeField(name + u"Port"_s, tr("Port for %1").arg(plain), {});
    server.port->setValidator(new QIntValidator(1, highestPort, server.port));
    server.port->setFixedWidth(portWidth);
    server.tls = new ChoiceBox;
    server.tls->setObjectName(name + u"Tls"_s);
    server.tls->setAccessibleName(tr("Encryption for %1").arg(plain));
    server.tls->setFixedWidth(tlsWidth);
    for (const MailTls tls : {MailTls::Implicit, MailTls::StartTls, MailTls::None})
        server.tls->addItem(MailboxWords::tls(tls), static_cast<int>(tls));
    auto *line = makeRow(Measure::gapSmall);
    line->addWidget(server.host, 1);
    line->addWidget(server.port);
    line->addWidget(server.tls);
    addLine(grid, words, *server.host, line);
    connect(server.tls, &QComboBox::activated, this, [this, &server] { followTls(server); });
}

// The usual port of the other way, where the one before was usual too.
void MailboxServers::followTls(const Server &server)
{
    const int port = server.port->text().toInt();
    const bool isUsual = port == 0 || port == server.implicitPort || port == server.startTlsPort;
    const auto tls = static_cast<MailTls>(server.tls->currentData().toInt());
    if (isUsual)
        server.port->setText(
            QString::number(tls == MailTls::Implicit ? server.implicitPort : server.startTlsPort));
    Q_EMIT changed();
}

void MailboxServers::fill(const Server &server, const MailEndpoint &endpoint)
{
    server.host->setText(endpoint.host);
    server.port->setText(QString::number(endpoint.port != 0 ? endpoint.port : server.implicitPort));
    server.tls->setCurrentIndex(server.tls->findData(static_cast<int>(endpoint.tls)));
}

MailEndpoint MailboxServers::endpointOf(const Server &server)
{
    MailEndpoint endpoint;
    endpoint.host = server.host->text().trimmed();
    if (endpoint.host.isEmpty())
        return endpoint;
    endpoint.port = static_cast<quint16>(server.port->text().toUInt());
    endpoint.tls = static_cast<MailTls>(server.tls->currentData().toInt());
    return endpoint;
}

void MailboxServers::begin(const QString &address, const std::optional<FoundServers> &found)
{
    m_address = address;
    m_source->setText(
        !found ? tr("Who runs the mailbox knows its servers.")
        : found->note.isEmpty()
            ? tr("Found by %1. Correct what is not right.").arg(Words::foreign(found->source))
            : tr("Found by %1. %2").arg(Words::foreign(found->source), Words::foreign(found->note)));
    fill(m_imap, found ? found->imap : MailEndpoint());
    fill(m_smtp, found ? found->smtp : MailEndpoint());
    m_user->setText(found && !found->user.isEmpty() ? found->user : address);
    m_auth->setCurrentIndex(0);
    m_certificate->clear();
    m_name->setText(nameFrom(address));
    forgetPassword();
}

void MailboxServers::setCanKeepPasswords(bool canKeepPasswords)
{
    m_canKeepPasswords = canKeepPasswords;
    showPasswordNote();
}

// Where a password goes, said before it is typed.
void MailboxServers::showPasswordNote()
{
    const QString name = m_name->text().trimmed();
    const QString variable = Words::foreign(m_room.passwordVariable(name.isEmpty() ? u"NAME"_s : name));
    m_passwordNote->setText(
        m_canKeepPasswords
            ? tr("It goes into the keychain of this machine and is never shown again.")
            : tr("There is no keychain on this machine, and a password is never written to a file. What you "
                 "type here serves for the test alone: set the environment variable %1 before you start "
                 "Helmdesk.")
                  .arg(variable));
}

void MailboxServers::forgetPassword()
{
    m_password->setText({}); // and with it what could be undone
}

void MailboxServers::focusFirst()
{
    QLineEdit *first = m_imap.host->text().isEmpty() ? m_imap.host : m_password;
    first->setFocus(Qt::OtherFocusReason);
}

NewMailbox MailboxServers::mailbox() const
{
    NewMailbox mailbox;
    MailAccount &account = mailbox.account;
    account.name = m_name->text().trimmed();
    account.address = m_address;
    account.imap = endpointOf(m_imap);
    account.smtp = endpointOf(m_smtp);
    account.user = m_user->text().trimmed();
    account.auth = static_cast<MailAuth>(m_auth->currentData().toInt());
    account.certificate = m_certificate->text().remove(u':').remove(u' ').toLower();
    account.mode = MailMode::DraftsOnly;
    account.added = QDateTime::currentDateTimeUtc();
    mailbox.secret = m_password->text();
    return mailbox;
}

QString MailboxServers::problem() const
{
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"_s);
    static const QRegularExpression digest(u"^[0-9a-f]{64}$"_s);
    const MailAccount account = mailbox().account;
    if (!account.imap.isSet())
        return tr("The server to read from is missing: its name and its port.");
    if (!account.smtp.host.isEmpty() && !account.smtp.isSet())
        return tr("The port of the server to send by is missing.");
    if (account.user.isEmpty())
        return tr("The user to sign in with is missing.");
    if (!account.certificate.isEmpty() && !digest.match(account.certificate).hasMatch())
        return tr("A certificate is given by its SHA-256: 64 digits and letters from a to f.");
    if (!name.match(account.name).hasMatch())
        return tr("A name has up to 64 letters, digits, \u201c-\u201d, \u201c_\u201d and \u201c.\u201d.");
    return {};
}

} // namespace Helmdesk
