#include "insights/ConversationCourse.h"

#include "specialists/RequestSplitter.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

bool isThanks(const InsightRecord::Line &line)
{
    if (line.words.isEmpty())
        return false;
    const Courtesy courtesy = courtesyOf(line.words);
    return courtesy == Courtesy::Thanks || courtesy == Courtesy::Praise;
}

// Follows the messages in order.
class CourseReader
{
public:
    CourseReader(const InsightRecord &record, qint64 quietSeconds)
        : m_record(record)
        , m_quietSeconds(quietSeconds)
    {
    }

    ConversationCourse read(qint64 now)
    {
        for (const InsightRecord::Line &line : m_record.lines)
            line.author == Author::Customer ? customerWrote(line) : replied(line);
        m_course.ending = endingAt(now);
        return m_course;
    }

private:
    void customerWrote(const InsightRecord::Line &line)
    {
        if (!m_course.hasCustomer)
            m_began = line.at;
        m_course.hasCustomer = true;
        m_isConfirmed = m_reply != nullptr && isThanks(line);
        const bool wasQuiet = m_isReplyLast && line.at - m_reply->at > m_quietSeconds;
        if ((wasMarkedResolved(line.at) || wasQuiet) && !m_isConfirmed)
            m_course.isReopened = true;
        m_isReplyLast = false;
        if (!m_isConfirmed && !m_waitingSince)
            m_waitingSince = line.at;
    }

    void replied(const InsightRecord::Line &line)
    {
        m_reply = &line;
        m_isReplyLast = true;
        if (m_waitingSince)
            m_course.waited += std::max<qint64>(0, line.at - *m_waitingSince);
        m_waitingSince.reset();
        if (m_course.hasCustomer && !m_course.firstResponse)
            m_course.firstResponse = std::max<qint64>(0, line.at - m_began);
        const AnsweredBy by = line.kind == ReplyKind::Alone       ? AnsweredBy::Agent
                              : line.kind == ReplyKind::FromDraft ? AnsweredBy::DraftSender
                                                                  : AnsweredBy::Person;
        m_course.answeredBy = std::max(m_course.answeredBy, by);
    }

    // Whether a person had resolved it when the customer came back, which opens it again.
    bool wasMarkedResolved(qint64 at)
    {
        bool isResolved = false;
        for (; m_nextMark < m_record.marks.size() && m_record.marks[m_nextMark].at <= at; ++m_nextMark)
            isResolved = m_record.marks[m_nextMark].isResolved;
        return isResolved;
    }

    Ending endingAt(qint64 now) const
    {
        if (m_record.needsPerson && !m_record.isResolved)
            return Ending::Open;
        if (m_isConfirmed)
            return Ending::Confirmed;
        if (!m_isReplyLast)
            return m_record.isResolved ? Ending::ClosedUnanswered : Ending::Open;
        if (now - m_reply->at < m_quietSeconds)
            return Ending::StillQuiet;
        const bool isGrounded = m_reply->kind != ReplyKind::Alone || m_reply->isGrounded;
        return isGrounded ? Ending::GroundedSilence : Ending::SilenceOnly;
    }

    const InsightRecord &m_record;
    qint64 m_quietSeconds;
    ConversationCourse m_course;
    qint64 m_began = 0;
    std::optional<qint64> m_waitingSince;
    const InsightRecord::Line *m_reply = nullptr; // the last one
    bool m_isReplyLast = false;
    bool m_isConfirmed = false; // the customer's last word is thanks
    size_t m_nextMark = 0;
};

} // namespace

ConversationCourse courseOf(const InsightRecord &record, qint64 quietSeconds, qint64 now)
{
    return CourseReader(record, quietSeconds).read(now);
}

} // namespace Helmdesk
