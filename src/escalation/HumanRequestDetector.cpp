#include "escalation/HumanRequestDetector.h"

#include "escalation/ClauseReader.h"
#include "escalation/ComplaintGrammar.h"
#include "escalation/ContactGrammar.h"

namespace Helmdesk
{

namespace
{

HumanRequest toRequest(const QString &text, const std::vector<TextToken> &tokens, HumanRequestKind kind,
                       const GrammarMatch &match)
{
    const qsizetype start = tokens[match.first].start;
    const qsizetype length = tokens[match.last].end - start;
    return {kind, match.isNegated, start, length, text.mid(start, length)};
}

} // namespace

HumanRequest findHumanRequest(const QString &text, const std::vector<TextToken> &tokens)
{
    const ClauseReader reader(tokens);
    const auto contact = findContactWish(reader, tokens);
    if (contact && !contact->isNegated)
        return toRequest(text, tokens, HumanRequestKind::HumanRequested, *contact);
    const auto complaint = findComplaint(reader);
    if (complaint && !complaint->isNegated)
        return toRequest(text, tokens, HumanRequestKind::Complaint, *complaint);
    if (contact)
        return toRequest(text, tokens, HumanRequestKind::HumanRequested, *contact);
    if (complaint)
        return toRequest(text, tokens, HumanRequestKind::Complaint, *complaint);
    return {};
}

} // namespace Helmdesk
