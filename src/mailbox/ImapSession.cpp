#include "mailbox/ImapSession.h"

#include "mailbox/EtpanSupport.h"
#include "mailbox/FolderName.h"

#include <array>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestServerWords = 200;

// Codes of a refusal that is none of the name or password (RFC 5530).
constexpr std::array passingCodes{"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "CONTACTADMIN"};

QByteArray base64Plain(const QString &user, const QString &password)
{
    QByteArray text(1, '\0');
    text += user.toUtf8();
    text += '\0';
    text += password.toUtf8();
    return text.toBase64();
}

QByteArray base64Bearer(const MailAccount &account, const QString &token)
{
    return QStringLiteral("n,a=%1,\1host=%2\1port=%3\1auth=Bearer %4\1\1")
        .arg(account.user, account.imap.host)
        .arg(account.imap.port)
        .arg(token)
        .toUtf8()
        .toBase64();
}

QString useOf(const QByteArray &flag)
{
    static const QHash<QByteArray, QString> uses = {
        {"sent", QStringLiteral("sent")},       {"drafts", QStringLiteral("drafts")},
        {"archive", QStringLiteral("archive")}, {"junk", QStringLiteral("junk")},
        {"trash", QStringLiteral("trash")},     {"all", QStringLiteral("all")},
    };
    QByteArray name = flag.toLower();
    if (name.startsWith('\\'))
        name.remove(0, 1);
    return uses.value(name);
}

} // namespace

void ImapSession::Freer::operator()(mailimap *imap) const
{
    mailimap_free(imap);
}

ImapSession::ImapSession(std::unique_ptr<SocketStream> stream)
    : m_stream(std::move(stream))
    , m_imap(mailimap_new(0, nullptr))
{
}

ImapSession::~ImapSession()
{
    // With a stream mailimap_free() would say LOGOUT and wait for the answer.
    if (m_imap->imap_stream != nullptr)
        mailstream_close(std::exchange(m_imap->imap_stream, nullptr));
}

QString ImapSession::serverWords() const
{
    QString words = QString::fromUtf8(m_imap->imap_response == nullptr ? "" : m_imap->imap_response);
    for (QChar &c : words)
        if (!c.isPrint())
            c = u' ';
    return words.simplified().left(longestServerWords);
}

Error ImapSession::failure(int code, const QString &what) const
{
    if (m_stream->fault())
        return *m_stream->fault();
    const QString words = serverWords();
    switch (code) {
    case MAILIMAP_ERROR_STREAM:
    case MAILIMAP_ERROR_FATAL:
        return {ErrorKind::Unavailable, QStringLiteral("%1 ended the session: %2").arg(m_server, words),
                true};
    case MAILIMAP_ERROR_PARSE:
    case MAILIMAP_ERROR_PROTOCOL:
        return {ErrorKind::Unavailable,
                QStringLiteral("%1 gave an answer that is not IMAP, to: %2").arg(m_server, what), true};
    case MAILIMAP_ERROR_MEMORY:
        return {ErrorKind::Unavailable, QStringLiteral("the answer of %1 was broken off").arg(m_server),
                true};
    default:
        return {ErrorKind::Io, QStringLiteral("%1: %2 refuses: %3").arg(what, m_server, words)};
    }
}

Result<> ImapSession::done(int code, const QString &what)
{
    if (code == MAILIMAP_NO_ERROR)
        return {};
    return failure(code, what);
}

Result<std::unique_ptr<ImapSession>> ImapSession::open(const MailAccount &account, const QString &secret,
                                                       const RunControl &control, const StepSink &tell)
{
    const auto tellStep = [&](SocketStream::Step step, const QString &words) {
        if (tell)
            tell(step == SocketStream::Step::NameFound   ? QStringLiteral("name")
                 : step == SocketStream::Step::Connected ? QStringLiteral("connected")
                                                         : QStringLiteral("tls"),
                 words);
    };
    auto stream = SocketStream::open(account.imap, account.certificate, control, tellStep);
    if (!stream)
        return stream.error();
    std::unique_ptr<ImapSession> session(new ImapSession(std::move(*stream)));
    session->m_server = account.imap.host;
    if (auto greeted = session->greet(account, tell); !greeted)
        return greeted.error();
    if (auto signedIn = session->signIn(account, secret); !signedIn)
        return signedIn.error();
    if (tell)
        tell(QStringLiteral("signed-in"), account.user);
    return session;
}

Result<> ImapSession::greet(const MailAccount &account, const StepSink &tell)
{
    const int greeted = mailimap_connect(m_imap.get(), m_stream->newStream());
    if (greeted != MAILIMAP_NO_ERROR_AUTHENTICATED && greeted != MAILIMAP_NO_ERROR_NON_AUTHENTICATED)
        return failure(greeted, QStringLiteral("greeting"));
    if (account.imap.tls == MailTls::StartTls) {
        // Who is let in before TLS cannot ask for it any more.
        if (greeted == MAILIMAP_NO_ERROR_AUTHENTICATED)
            return Error{ErrorKind::Denied, QStringLiteral("%1 offers no TLS").arg(m_server)};
        if (const int agreed = mailimap_starttls(m_imap.get()); agreed != MAILIMAP_NO_ERROR) {
            if (m_stream->fault())
                return *m_stream->fault();
            return Error{ErrorKind::Denied,
                         QStringLiteral("%1 offers no STARTTLS: %2").arg(m_server, serverWords())};
        }
        auto encrypted = m_stream->startTls([&](SocketStream::Step, const QString &words) {
            if (tell)
                tell(QStringLiteral("tls"), words);
        });
        if (!encrypted)
            return encrypted;
    }
    mailimap_capability_data *capabilities = nullptr;
    const int asked = mailimap_capability(m_imap.get(), &capabilities);
    if (asked == MAILIMAP_NO_ERROR && capabilities != nullptr)
        mailimap_capability_data_free(capabilities);
    return done(asked, QStringLiteral("CAPABILITY"));
}

Result<> ImapSession::signIn(const MailAccount &account, const QString &secret)
{
    mailimap *imap = m_imap.get();
    if (imap->imap_state == MAILIMAP_STATE_AUTHENTICATED)
        return {};
    int code = MAILIMAP_NO_ERROR;
    const bool hasInitial = mailimap_has_extension(imap, "SASL-IR") != 0;
    const auto custom = [&](const QByteArray &line) {
        const int answer = mailimap_custom_command(imap, line.constData());
        if (answer == MAILIMAP_NO_ERROR)
            imap->imap_state = MAILIMAP_STATE_AUTHENTICATED;
        return answer;
    };
    if (account.auth == MailAuth::OAuth) {
        const bool isBearer = hasInitial && mailimap_has_xoauth2(imap) == 0 &&
                              mailimap_has_authentication(imap, "OAUTHBEARER") != 0;
        code = isBearer ? custom("AUTHENTICATE OAUTHBEARER " + base64Bearer(account, secret))
                        : mailimap_oauth2_authenticate(imap, account.user.toUtf8().constData(),
                                                       secret.toUtf8().constData());
    } else if (hasInitial && mailimap_has_authentication(imap, "PLAIN") != 0) {
        code = custom("AUTHENTICATE PLAIN " + base64Plain(account.user, secret));
    } else if (mailimap_has_extension(imap, "LOGINDISABLED") != 0) {
        return Error{ErrorKind::Denied,
                     QStringLiteral("%1 takes no password on this connection").arg(m_server)};
    } else {
        code = mailimap_login(imap, account.user.toUtf8().constData(), secret.toUtf8().constData());
    }
    if (code != MAILIMAP_NO_ERROR) {
        if (m_stream->fault())
            return *m_stream->fault();
        const QByteArray reason(imap->imap_response_info == nullptr ? ""
                                                                    : imap->imap_response_info->rsp_atom);
        const bool isPassing = code == MAILIMAP_ERROR_FATAL || code == MAILIMAP_ERROR_STREAM ||
                               std::ranges::any_of(passingCodes, [&](const char *each) {
                                   return reason.compare(each, Qt::CaseInsensitive) == 0;
                               });
        return Error{isPassing ? ErrorKind::Unavailable : ErrorKind::Denied,
                     QStringLiteral("%1 refuses to let %2 in: %3").arg(m_server, account.user, serverWords()),
                     isPassing};
    }
    mailimap_capability_data *capabilities = nullptr;
    if (mailimap_capability(imap, &capabilities) == MAILIMAP_NO_ERROR && capabilities != nullptr)
        mailimap_capability_data_free(capabilities);
    return {};
}

bool ImapSession::hasIdle() const
{
    return mailimap_has_idle(m_imap.get()) != 0;
}

bool ImapSession::canMove() const
{
    return mailimap_has_extension(m_imap.get(), "MOVE") != 0;
}

Result<std::vector<ServerFolder>> ImapSession::folders()
{
    clist *raw = nullptr; // after a failure the library may leave what it freed
    const int code = mailimap_list(m_imap.get(), "", "*", &raw);
    const Etpan::FolderList list(code == MAILIMAP_NO_ERROR ? raw : nullptr);
    if (code != MAILIMAP_NO_ERROR)
        return failure(code, QStringLiteral("LIST"));
    std::vector<ServerFolder> folders;
    Etpan::forEach<mailimap_mailbox_list>(list.get(), [&](const mailimap_mailbox_list &each) {
        ServerFolder folder;
        folder.name = folderNameOf(each.mb_name).value_or(QString::fromUtf8(each.mb_name));
        bool isSelectable = true;
        if (each.mb_flag != nullptr) {
            isSelectable = each.mb_flag->mbf_type != MAILIMAP_MBX_LIST_FLAGS_SFLAG ||
                           each.mb_flag->mbf_sflag != MAILIMAP_MBX_LIST_SFLAG_NOSELECT;
            Etpan::forEach<mailimap_mbx_list_oflag>(
                each.mb_flag->mbf_oflags, [&](const mailimap_mbx_list_oflag &flag) {
                    const QString use = flag.of_flag_ext == nullptr ? QString() : useOf(flag.of_flag_ext);
                    if (!use.isEmpty())
                        folder.use = use;
                });
        }
        if (isSelectable)
            folders.push_back(std::move(folder));
    });
    return folders;
}

Result<SelectedFolder> ImapSession::select(const QString &folder, FolderAccess access)
{
    const auto name = imapFolderName(folder);
    if (!name)
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" can be no folder").arg(folder)};
    mailimap *imap = m_imap.get();
    SelectedFolder selected;
    const bool isReadOnly = access == FolderAccess::ReadOnly;
    int code = MAILIMAP_NO_ERROR;
    if (mailimap_has_condstore(imap) != 0) {
        uint64_t modSeq = 0;
        code = isReadOnly ? mailimap_examine_condstore(imap, name->constData(), &modSeq)
                          : mailimap_select_condstore(imap, name->constData(), &modSeq);
        selected.modSeq = modSeq;
    } else {
        code =
            isReadOnly ? mailimap_examine(imap, name->constData()) : mailimap_select(imap, name->constData());
    }
    if (code == MAILIMAP_ERROR_SELECT || code == MAILIMAP_ERROR_EXAMINE)
        return Error{ErrorKind::NotFound, QStringLiteral("the folder %1 cannot be opened: %2 says: %3")
                                              .arg(folder, m_server, serverWords())};
    if (code != MAILIMAP_NO_ERROR)
        return failure(code, QStringLiteral("SELECT"));
    m_folder = folder;
    const mailimap_selection_info *info = imap->imap_selection_info;
    selected.uidValidity = info->sel_uidvalidity;
    selected.uidNext = info->sel_uidnext;
    selected.exists = info->sel_exists;
    return selected;
}

namespace
{

bool isListed(const std::vector<quint32> &uids, quint32 uid)
{
    return std::ranges::binary_search(uids, uid);
}

std::vector<quint32> uidsOf(const clist *found)
{
    std::vector<quint32> uids;
    Etpan::forEach<uint32_t>(found, [&](const uint32_t &uid) { uids.push_back(uid); });
    std::ranges::sort(uids);
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
}

QDateTime timeOf(const mailimap_date_time &given)
{
    const int zone = (given.dt_zone / 100) * 3600 + (given.dt_zone % 100) * 60;
    return QDateTime(QDate(given.dt_year, given.dt_month, given.dt_day),
                     QTime(given.dt_hour, given.dt_min, std::min(given.dt_sec, 59)), Qt::OffsetFromUTC, zone)
        .toUTC();
}

// What arrives of a FETCH, in pieces. The library calls it for each piece and at the end of each mail.
struct Arriving {
    const std::vector<quint32> *asked = nullptr;
    qsizetype most = 0;
    std::vector<MailContent> *mails = nullptr;
    MailContent now;

    static bool piece(int, mailimap_msg_att_body_section *, const char *bytes, size_t count, void *context)
    {
        auto &self = *static_cast<Arriving *>(context);
        const qsizetype room = self.most - self.now.bytes.size();
        self.now.bytes.append(bytes, std::min(room, static_cast<qsizetype>(count)));
        self.now.isCut = self.now.isCut || room < static_cast<qsizetype>(count);
        return true;
    }
    static void end(mailimap_msg_att *message, void *context)
    {
        auto &self = *static_cast<Arriving *>(context);
        MailContent mail = std::exchange(self.now, {});
        mail.uid = Etpan::uidOf(*message);
        // A change of flags comes in the same form, without a body.
        if (Etpan::attribute(*message, MAILIMAP_MSG_ATT_BODY_SECTION) != nullptr &&
            isListed(*self.asked, mail.uid))
            self.mails->push_back(std::move(mail));
    }
};

void ignoreProgress(size_t, size_t, void *)
{
}

} // namespace

Result<std::vector<quint32>> ImapSession::search(quint32 first, quint32 last,
                                                 const std::optional<QDate> &since)
{
    Etpan::SearchKey key(mailimap_search_key_new_multiple_empty());
    mailimap_search_key_multiple_add(key.get(),
                                     mailimap_search_key_new_uid(mailimap_set_new_interval(first, last)));
    if (since)
        mailimap_search_key_multiple_add(key.get(), mailimap_search_key_new_since(mailimap_date_new(
                                                        since->day(), since->month(), since->year())));
    clist *raw = nullptr;
    const int code = mailimap_uid_search(m_imap.get(), nullptr, key.get(), &raw);
    const Etpan::SearchResult found(code == MAILIMAP_NO_ERROR ? raw : nullptr);
    if (code != MAILIMAP_NO_ERROR)
        return failure(code, QStringLiteral("SEARCH"));
    std::vector<quint32> uids = uidsOf(found.get());
    // "n:*" means the last mail also where its UID is below n.
    std::erase_if(uids, [&](quint32 uid) { return uid < first || (last != 0 && uid > last); });
    return uids;
}

Result<std::vector<quint32>> ImapSession::searchMessageId(const QString &messageId)
{
    return searchHeader("Message-ID", messageId);
}

Result<std::vector<quint32>> ImapSession::searchHeader(const char *header, const QString &text)
{
    const Etpan::SearchKey key(
        mailimap_search_key_new_header(Etpan::given(header), Etpan::given(text.toUtf8())));
    clist *raw = nullptr;
    const int code = mailimap_uid_search(m_imap.get(), nullptr, key.get(), &raw);
    const Etpan::SearchResult found(code == MAILIMAP_NO_ERROR ? raw : nullptr);
    if (code != MAILIMAP_NO_ERROR)
        return failure(code, QStringLiteral("SEARCH"));
    return uidsOf(found.get());
}

Result<std::vector<ListedMail>> ImapSession::describe(const std::vector<quint32> &uids)
{
    std::vector<ListedMail> mails;
    if (uids.empty())
        return mails;
    const Etpan::FetchType wanted(mailimap_fetch_type_new_fetch_att_list_empty());
    for (mailimap_fetch_att *each : {mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_rfc822_size(),
                                     mailimap_fetch_att_new_internaldate()})
        mailimap_fetch_type_new_fetch_att_list_add(wanted.get(), each);
    clist *raw = nullptr;
    const int code = mailimap_uid_fetch(m_imap.get(), Etpan::setOf(uids).get(), wanted.get(), &raw);
    const Etpan::FetchList found(code == MAILIMAP_NO_ERROR ? raw : nullptr);
    if (code != MAILIMAP_NO_ERROR)
        return failure(code, QStringLiteral("FETCH"));
    Etpan::forEach<mailimap_msg_att>(found.get(), [&](const mailimap_msg_att &message) {
        const auto *size = Etpan::attribute(message, MAILIMAP_MSG_ATT_RFC822_SIZE);
        const auto *arrived = Etpan::attribute(message, MAILIMAP_MSG_ATT_INTERNALDATE);
        ListedMail mail;
        mail.uid = Etpan::uidOf(message);
        if (size == nullptr || !isListed(uids, mail.uid))
            return;
        mail.bytes = size->att_data.att_rfc822_size;
        if (arrived != nullptr && arrived->att_data.att_internal_date != nullptr)
            mail.arrived = timeOf(*arrived->att_data.att_internal_date);
        mails.push_back(mail);
    });
    std::ranges::sort(mails, {}, &ListedMail::uid);
    return mails;
}

Result<> ImapSession::fetch(const std::vector<quint32> &uids, qsizetype most, std::vector<MailContent> *mails)
{
    mailimap *imap = m_imap.get();
    const Etpan::FetchType wanted(mailimap_fetch_type_new_fetch_att_list_empty());
    mailimap_fetch_type_new_fetch_att_list_add(wanted.get(), mailimap_fetch_att_new_uid());
    mailimap_fetch_type_new_fetch_att_list_add(
        wanted.get(), mailimap_fetch_att_new_body_peek_section_partial(mailimap_section_new(nullptr), 0,
                                                                       static_cast<uint32_t>(most)));
    Arriving arriving{&uids, most, mails, {}};
    mailimap_set_msg_body_handler(imap, &Arriving::piece, &arriving);
    mailimap_set_msg_att_handler(imap, &Arriving::end, &arriving);
    // The library tells of each mail's end only to who wants to know of progress too.
    mailimap_set_progress_callback(imap, &ignoreProgress, &ignoreProgress, nullptr);
    clist *raw = nullptr;
    const int code = mailimap_uid_fetch(imap, Etpan::setOf(uids).get(), wanted.get(), &raw);
    const Etpan::FetchList found(code == MAILIMAP_NO_ERROR ? raw : nullptr);
    mailimap_set_msg_body_handler(imap, nullptr, nullptr);
    mailimap_set_msg_att_handler(imap, nullptr, nullptr);
    mailimap_set_progress_callback(imap, nullptr, nullptr, nullptr);
    std::ranges::sort(*mails, {}, &MailContent::uid);
    return done(code, QStringLiteral("FETCH"));
}

Result<> ImapSession::markSeen(const std::vector<quint32> &uids)
{
    if (uids.empty())
        return {};
    mailimap_flag_list *flags = mailimap_flag_list_new_empty();
    mailimap_flag_list_add(flags, mailimap_flag_new_seen());
    mailimap_store_att_flags *store = mailimap_store_att_flags_new_add_flags_silent(flags);
    const int code = mailimap_uid_store(m_imap.get(), Etpan::setOf(uids).get(), store);
    mailimap_store_att_flags_free(store);
    return done(code, QStringLiteral("STORE"));
}

// Without MOVE: a copy, and the original is deleted by its UID alone where the server can do that.
Result<> ImapSession::move(const std::vector<quint32> &uids, const QString &folder)
{
    const auto name = imapFolderName(folder);
    if (!name)
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" can be no folder").arg(folder)};
    if (uids.empty())
        return {};
    mailimap *imap = m_imap.get();
    const Etpan::Set set = Etpan::setOf(uids);
    if (canMove())
        return done(mailimap_uid_move(imap, set.get(), name->constData()), QStringLiteral("MOVE"));
    if (auto copied = done(mailimap_uid_copy(imap, set.get(), name->constData()), QStringLiteral("COPY"));
        !copied)
        return copied;
    return remove(uids);
}

Result<> ImapSession::remove(const std::vector<quint32> &uids)
{
    if (uids.empty())
        return {};
    mailimap *imap = m_imap.get();
    const Etpan::Set set = Etpan::setOf(uids);
    mailimap_flag_list *flags = mailimap_flag_list_new_empty();
    mailimap_flag_list_add(flags, mailimap_flag_new_deleted());
    mailimap_store_att_flags *store = mailimap_store_att_flags_new_add_flags_silent(flags);
    auto marked = done(mailimap_uid_store(imap, set.get(), store), QStringLiteral("STORE"));
    mailimap_store_att_flags_free(store);
    // A plain EXPUNGE would delete what other programs marked.
    if (marked && mailimap_has_uidplus(imap) != 0)
        return done(mailimap_uid_expunge(imap, set.get()), QStringLiteral("EXPUNGE"));
    return marked;
}

Result<> ImapSession::append(const QString &folder, const QByteArray &mail, Appended as)
{
    const auto name = imapFolderName(folder);
    if (!name)
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" can be no folder").arg(folder)};
    mailimap_flag_list *flags = mailimap_flag_list_new_empty();
    mailimap_flag_list_add(flags, mailimap_flag_new_seen());
    if (as == Appended::Draft)
        mailimap_flag_list_add(flags, mailimap_flag_new_draft());
    const int code = mailimap_append(m_imap.get(), name->constData(), flags, nullptr, mail.constData(),
                                     static_cast<size_t>(mail.size()));
    mailimap_flag_list_free(flags);
    return done(code, QStringLiteral("APPEND"));
}

Result<ImapSession::Woken> ImapSession::idle(std::chrono::milliseconds wait,
                                             const std::function<bool()> &isOver)
{
    constexpr std::chrono::milliseconds slice{200};
    mailimap *imap = m_imap.get();
    if (auto begun = done(mailimap_idle(imap), QStringLiteral("IDLE")); !begun)
        return begun.error();
    const auto end = std::chrono::steady_clock::now() + wait;
    bool isWoken = imap->imap_stream->read_buffer_len > 0;
    while (!isWoken) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || (isOver && isOver()))
            break;
        auto hasBytes = m_stream->waitForBytes(isOver ? std::min(left, slice) : left);
        if (!hasBytes)
            return hasBytes.error();
        const QByteArray words = m_stream->waiting().toUpper();
        // A folder that was deleted and made anew wakes nobody: the server only complains once.
        if (words.contains("* NO") || words.contains("* BAD") || words.contains("* BYE"))
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("%1 complains while it is listened to").arg(m_server), true};
        isWoken = *hasBytes;
    }
    if (auto ended = done(mailimap_idle_done(imap), QStringLiteral("DONE")); !ended)
        return ended.error();
    return isWoken ? Woken::News : Woken::Nothing;
}

Result<> ImapSession::noop()
{
    return done(mailimap_noop(m_imap.get()), QStringLiteral("NOOP"));
}

} // namespace Helmdesk
