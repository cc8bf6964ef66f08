#include "settings/SettingKey.h"
#include "support/FakeDesk.h"

// The people, companies, invoices and sentences here are invented.
namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;
namespace
{

QDateTime minutesAgo(int minutes)
{
    return QDateTime::currentDateTimeUtc().addSecs(-60 * minutes);
}

ThreadEntry say(Author author, const QString &name, const QString &text, int minutes,
                Delivery delivery = Delivery::None)
{
    static qint64 next = 1;
    ThreadEntry entry;
    entry.id = MessageId{next++};
    entry.author = author;
    entry.name = name;
    entry.text = text;
    entry.fullText = text;
    entry.at = minutesAgo(minutes);
    entry.delivery = delivery;
    return entry;
}

struct Sketch {
    qint64 id;
    QString customer;
    QString text;
    int minutes;
    ChannelKind channel;
    Category category;
    double confidence;
    QString draft; // empty: none
    QList<EscalationReason> reasons;
};

ReasonDetail detailOf(EscalationReason reason)
{
    switch (reason) {
    case EscalationReason::LowConfidence:
        return {reason, u"route"_s, 0.72, 0.80};
    case EscalationReason::NegativeSentiment:
        return {reason, u"words"_s, -0.74, -0.50};
    case EscalationReason::HumanRequested:
        return {reason, u"let me talk to a person"_s, 0.0, 0.0};
    case EscalationReason::Policy:
        return {reason, u"legal"_s, 0.0, 0.0};
    case EscalationReason::ApprovalRequired:
        return {reason, u"refund_limit"_s, 249.0, 100.0};
    default:
        return {reason, {}, 0.0, 0.0};
    }
}

Outcome outcomeOf(const Sketch &sketch)
{
    Outcome outcome;
    outcome.conversation = ConversationId{sketch.id};
    outcome.category = sketch.category;
    outcome.intent = nameOf(sketch.category) + u".question"_s;
    outcome.confidence = sketch.confidence;
    outcome.decision = sketch.draft.isEmpty() ? Decision::Escalated : Decision::NeedsReview;
    outcome.confidenceParts = {{u"answer"_s, sketch.confidence - 0.03},
                               {u"retrieval"_s, 0.91},
                               {u"grounding"_s, 1.0},
                               {u"sentiment"_s, -0.2}};
    for (const EscalationReason reason : sketch.reasons)
        outcome.reasons.push_back(detailOf(reason));
    outcome.milliseconds = {{u"total"_s, 8.4}};
    return outcome;
}

RunStepView stepOf(const QString &name, double milliseconds, const Json &result)
{
    RunStepView step;
    step.name = name;
    step.milliseconds = milliseconds;
    step.result = result;
    step.request = {{"words", 12}};
    return step;
}

std::vector<RunStepView> stepsOf(const Sketch &sketch)
{
    return {
        stepOf(u"understand"_s, 3.1, {{"language", "en"}, {"sentiment", -0.2}}),
        stepOf(u"route"_s, 0.1,
               {{"category", nameOf(sketch.category)}, {"intent", nameOf(sketch.category) + u".question"_s}}),
        stepOf(u"specialist"_s, 2.2, {{"kind", "finish"}}),
        stepOf(u"decision"_s, 0.9, {{"decision", sketch.draft.isEmpty() ? "escalated" : "needs_review"}})};
}

ConversationView viewOf(const Sketch &sketch)
{
    ConversationView view;
    QueueRow &row = view.row;
    row.id = ConversationId{sketch.id};
    row.customer = sketch.customer;
    row.subject = sketch.text;
    if (sketch.channel == ChannelKind::Mail)
        row.address = sketch.customer.section(u' ', 0, 0).toLower() + "@customer.example"_L1;
    row.snippet = sketch.text;
    row.channel = sketch.channel;
    row.category = sketch.category;
    row.confidence = sketch.confidence;
    row.reasons = sketch.reasons;
    row.decision = sketch.draft.isEmpty() ? Decision::Escalated : Decision::NeedsReview;
    row.updatedAt = minutesAgo(sketch.minutes);
    row.hasDraft = !sketch.draft.isEmpty();
    row.isUnread = sketch.minutes < 8;
    row.needsAttention = true;
    view.subject = sketch.text;
    view.language = sketch.text.startsWith("Kann"_L1) ? u"de"_s : u"en"_s;
    view.thread = {say(Author::Customer, sketch.customer.section(u' ', 0, 0), sketch.text, sketch.minutes)};
    view.outcome = outcomeOf(sketch);
    view.routingThreshold = 0.8;
    view.answerThreshold = 0.7;
    view.steps = stepsOf(sketch);
    if (!sketch.draft.isEmpty())
        view.draft = DraftView{DraftId{sketch.id}, sketch.draft, sketch.draft, sketch.confidence, false, {}};
    return view;
}

ApprovalView refund()
{
    ApprovalView approval;
    approval.id = ApprovalId{1};
    approval.conversation = ConversationId{1};
    approval.customer = u"Mara Lindqvist"_s;
    approval.words = u"I was charged twice for INV-1051, please refund it."_s;
    approval.tool = u"process_refund"_s;
    approval.effect = u"Refund 249.00 USD to card ending 4242 for INV-1051"_s;
    approval.before = {{{}, u"paid, nothing refunded"_s}};
    approval.after = {{{}, u"refunded 249.00 of 249.00"_s}};
    approval.rule = u"refund_limit"_s;
    approval.digest = u"digest-1"_s;
    approval.args = {{"invoice", "INV-1051"}, {"amount", "249.00"}};
    approval.requestedAt = minutesAgo(2);
    approval.expiresAt = minutesAgo(-24 * 60);
    return approval;
}

CustomerCard maraCard()
{
    CustomerCard card;
    card.id = u"C-2041"_s;
    card.name = u"Mara Lindqvist"_s;
    card.email = u"mara@nordlicht.example"_s;
    card.plan = u"Business"_s;
    card.status = u"active"_s;
    card.company = u"Nordlicht Studio"_s;
    card.phone = u"+46 8 555 0142"_s;
    card.language = u"en"_s;
    card.joined = QDate(2023, 4, 17);
    card.subscription =
        CurrentSubscription{u"business"_s, u"active"_s, QDate(2026, 12, 3), Money{24900, u"USD"_s}, false};
    card.paymentMethod = ChargedMethod{u"card"_s, u"visa"_s, u"4242"_s, u"2028-04"_s};
    card.tickets = {{TicketId{812}, u"billing"_s, u"Invoice sent to the old address"_s, u"solved"_s},
                    {TicketId{640}, u"technical"_s, u"Calendar does not sync"_s, u"solved"_s}};
    return card;
}

// The double charge, with every part that a conversation can have.
ConversationView mara()
{
    const QString draft =
        u"Hello Mara, you are right: INV-1050 and INV-1051 are two charges of $249.00 for the same Business "
        "plan on 3 November. I have asked for INV-1051 to be refunded to your card ending 4242. It takes "
        "5 to 10 working days to show on your statement."_s;
    ConversationView view = viewOf({1,
                                    u"Mara Lindqvist"_s,
                                    u"I was charged twice for invoice INV-1051, please refund it"_s,
                                    2,
                                    ChannelKind::Chat,
                                    Category::Billing,
                                    0.97,
                                    draft,
                                    {EscalationReason::ApprovalRequired}});
    view.row.isUnread = false;
    view.row.pendingApprovals = 1;
    view.thread = {
        say(Author::Customer, u"Mara"_s,
            u"Hi, I looked at my bank statement and you took 249 dollars twice on the 3rd."_s, 5),
        say(Author::Agent, u"Helmdesk"_s,
            u"Hello Mara, I can look that up. Which of your invoices do you mean? I see INV-1050 and "
            u"INV-1051, both of "
            "3 November for $249.00."_s,
            5, Delivery::Sent),
        say(Author::Customer, u"Mara"_s,
            u"INV-1051. Please refund the second one, I only have one Business plan."_s, 3),
        say(Author::System, {}, u"check_invoice found INV-1050 and INV-1051, same plan, same day"_s, 3),
        say(Author::Note, u"Iris"_s, u"Second double charge this week, see the billing incident."_s, 2)};
    view.draft->confidence = 0.93;
    view.draft->citations = {
        {u"refunds"_s, u"How refunds work"_s, 1, u"A refund goes back to the card that paid."_s},
        {u"billing-cycle"_s, u"When you are charged"_s, 0, {}}};
    view.outcome->intent = u"billing.duplicate_charge"_s;
    view.outcome->citations = view.draft->citations;
    view.outcome->confidenceParts = {{u"answer"_s, 0.93},
                                     {u"retrieval"_s, 0.95},
                                     {u"grounding"_s, 1.0},
                                     {u"tools"_s, 1.0},
                                     {u"sentiment"_s, -0.2}};
    ToolCall check;
    check.name = u"check_invoice"_s;
    check.args = {{"invoice", "INV-1051"}};
    check.result = {{"status", "paid"}, {"amount", "249.00 USD"}};
    check.micros = 1400;
    ToolCall pay = check;
    pay.name = u"process_refund"_s;
    pay.status = ToolStatus::PendingApproval;
    pay.result = nullptr;
    view.outcome->tools = {check, pay};
    view.steps = {
        stepOf(u"understand"_s, 3.1, {{"language", "en"}, {"sentiment", -0.2}}),
        stepOf(u"route"_s, 0.1, {{"category", "billing"}, {"intent", "billing.duplicate_charge"}}),
        stepOf(u"specialist"_s, 0.3, Json::object()),
        stepOf(u"tool:check_invoice"_s, 1.4, {{"status", "done"}, {"result", {{"status", "paid"}}}}),
        stepOf(u"specialist"_s, 2.2, Json::object()),
        stepOf(u"tool:process_refund"_s, 0.4, {{"status", "pending_approval"}}),
        stepOf(u"decision"_s, 0.9, {{"decision", "needs_review"}})};
    view.runnerUp = Category::Account;
    view.runnerUpConfidence = 0.02;
    view.approvals = {refund()};
    view.customer = maraCard();
    return view;
}

} // namespace

std::map<qint64, ConversationView> sampleConversations()
{
    using enum EscalationReason;
    std::map<qint64, ConversationView> views;
    views[1] = mara();
    const std::vector<Sketch> sketches{
        {2,
         u"Theo Okafor"_s,
         u"Re: SSO stopped working after we changed our domain last night"_s,
         4,
         ChannelKind::Mail,
         Category::Technical,
         0.91,
         u"Hello Theo, the new domain has to be verified once more before single sign-on accepts it. "
         "Open Settings, Security, Domains and choose Verify."_s,
         {}},
        {3,
         u"Ines Barbosa"_s,
         u"This is the third time I ask. Let me talk to a person, please."_s,
         6,
         ChannelKind::Chat,
         Category::Escalate,
         0.95,
         {},
         {HumanRequested, NegativeSentiment}},
        {4,
         u"Wilhelmina van der Westhuizen-Okonkwo of the Northern Cooperative"_s,
         u"Kann ich meine Daten als CSV exportieren?"_s,
         11,
         ChannelKind::Mail,
         Category::General,
         0.88,
         u"Guten Tag, ja: unter Einstellungen, Daten, Export."_s,
         {}},
        {5,
         u"Jun Takeda"_s,
         u"Error 503 when saving a board, again"_s,
         18,
         ChannelKind::Chat,
         Category::Technical,
         0.94,
         u"Hello Jun, saving works again since 09:20. Please reload the board."_s,
         {}},
        {6,
         u"Lena Fuchs"_s,
         u"We will involve our lawyer if this is not fixed by Friday"_s,
         26,
         ChannelKind::Mail,
         Category::Escalate,
         0.90,
         {},
         {Policy}},
        {7,
         u"Amara Diallo"_s,
         u"How do I move my account to a new e-mail address?"_s,
         31,
         ChannelKind::Chat,
         Category::Account,
         0.96,
         u"Hello Amara, open Profile, E-mail and enter the new address."_s,
         {}},
        {8,
         u"Piotr Zielak"_s,
         u"Question about seats and viewers"_s,
         44,
         ChannelKind::File,
         Category::Billing,
         0.72,
         u"Hello Piotr, viewers are free; only members count as seats."_s,
         {LowConfidence}},
        {9,
         u"نور حداد"_s,
         u"ما هي الدول التي تدعمون الدفع فيها؟"_s,
         63,
         ChannelKind::Api,
         Category::General,
         0.93,
         u"Hello, payouts are supported in the countries listed in the article."_s,
         {}}};
    for (const Sketch &sketch : sketches)
        views[sketch.id] = viewOf(sketch);
    views[6].row.priority = Priority::Urgent;
    return views;
}

std::map<qint64, ConversationView> manyConversations(int count)
{
    std::map<qint64, ConversationView> views;
    for (int i = 1; i <= count; ++i)
        views[i] = viewOf({i,
                           u"Customer %1"_s.arg(i),
                           u"Question number %1"_s.arg(i),
                           i,
                           ChannelKind::Chat,
                           Category::General,
                           0.9,
                           u"Hello, here is the answer to question %1."_s.arg(i),
                           {}});
    return views;
}

KnowledgeReviewView sampleReview()
{
    const StatementRow longWait{u"refunds"_s,
                                u"How refunds work"_s,
                                u"2026-11-11"_s,
                                0,
                                u"It takes 5 to 10 working days to show on a statement."_s,
                                u"10 working days"_s};
    const StatementRow shortWait{u"billing-cycle"_s,
                                 u"When you are charged"_s,
                                 u"2026-10-02"_s,
                                 0,
                                 u"A refund takes up to 3 working days to show on your statement."_s,
                                 u"3 working days"_s};
    const StatementRow month{u"refunds"_s,
                             u"How refunds work"_s,
                             u"2026-11-11"_s,
                             1,
                             u"An unused month is refunded within 14 days."_s,
                             u"14 days"_s};
    const StatementRow longer{u"billing-cycle"_s,
                              u"When you are charged"_s,
                              u"2026-10-02"_s,
                              0,
                              u"A month that was not used is refunded within 30 days."_s,
                              u"30 days"_s};
    return {{{longWait, shortWait}, {month, longer}},
            {{u"export"_s, u"Export your data as CSV"_s, u"2025-08-30"_s, 450, 4}}};
}

std::vector<Article> sampleArticles()
{
    const QString refunds =
        u"# How refunds work\n\nA refund goes back to the card that paid. It takes 5 to 10 working days to "
        "show on a statement.\n\n## What can be refunded\n\n- A charge made twice, in full\n- An unused "
        "month, within 14 days\n- Seats removed by mistake\n\n## What needs a second look\n\nAmounts above "
        "100.00 USD wait for a person, as does a second refund within 30 days.\n"_s;
    return {{u"refunds"_s, u"How refunds work"_s, Category::Billing, u"2026-11-11"_s, refunds, {}},
            {u"billing-cycle"_s,
             u"When you are charged"_s,
             Category::Billing,
             u"2026-10-02"_s,
             u"# When you are charged\n\nPlans renew on the day of the month on which they began.\n"_s,
             {}},
            {u"sso"_s,
             u"Single sign-on with your own domain"_s,
             Category::Technical,
             u"2026-09-21"_s,
             u"# Single sign-on\n\nVerify the domain first.\n"_s,
             {}},
            {u"export"_s,
             u"Export your data as CSV"_s,
             Category::General,
             u"2026-08-30"_s,
             u"# Export\n\nOpen Settings, Data, Export.\n"_s,
             {}},
            {u"email"_s,
             u"Change your e-mail address"_s,
             Category::Account,
             u"2026-08-12"_s,
             u"# Change your e-mail address\n\nOpen Profile, E-mail.\n"_s,
             {}}};
}

LearningView sampleLearning()
{
    const auto version = [](qint64 id, VersionState state, const QString &file, Json report) {
        ModelVersion made;
        made.id = id;
        made.at = minutesAgo(static_cast<int>(600 - id * 100));
        made.file = file;
        made.state = state;
        made.report = std::move(report);
        return made;
    };
    const auto contribution = [](qint64 id, const QString &text, Category category, const QString &origin,
                                 ContributionUse use) {
        Contribution made;
        made.id = id;
        made.text = text;
        made.category = category;
        made.customer = u"C-2041"_s;
        made.origin = origin;
        made.by = u"Iris"_s;
        made.at = minutesAgo(static_cast<int>(id));
        made.use = use;
        return made;
    };
    LearningView view;
    const Json report{{"held_back", {{"n", 18}, {"before", 0.72}, {"after", 0.89}}},
                      {"validation", {{"n", 100}, {"before", 0.95}, {"after", 0.96}}},
                      {"changed", {{"contributions", 18}, {"customers", 11}}}};
    view.versions = {version(3, VersionState::Declined, u"c"_s, report),
                     version(2, VersionState::Active, u"b"_s, report),
                     version(1, VersionState::Former, {}, Json::object())};
    view.contributions = {contribution(22, u"Board export leaves out the archived cards"_s,
                                       Category::Technical, u"operator"_s, ContributionUse::Used),
                          contribution(21, u"Is the invoice for November out yet?"_s, Category::Billing,
                                       u"draft_rejected"_s, ContributionUse::NeedsReview),
                          contribution(20, u"Seats again, fifth mail on this"_s, Category::Account,
                                       u"operator"_s, ContributionUse::OverCustomerLimit)};
    view.promise = {true, 0.86, 412, 377, 5, 0.915, 0.0053, 0.0277, 49};
    view.promisedError = 0.02;
    view.shownError = 0.02;
    view.newContributions = 3;
    return view;
}

// The settings of the program with their defaults, a few of them changed.
std::vector<SettingRow> sampleSettings()
{
    std::vector<SettingRow> rows;
    for (const SettingDefinition &definition : settingDefinitions()) {
        SettingRow row;
        row.name = QString::fromLatin1(definition.name);
        row.title = row.name;
        row.meaning = QString::fromUtf8(definition.meaning);
        row.value = definition.fallback;
        row.fallback = definition.fallback;
        row.strictest = definition.strictest;
        row.minimum = definition.minimum;
        row.maximum = definition.maximum;
        row.choices = definition.choices;
        row.type = static_cast<SettingRow::Type>(definition.type);
        rows.push_back(std::move(row));
    }
    const auto change = [&rows](const QString &name, const Json &value) {
        const auto row = std::ranges::find(rows, name, &SettingRow::name);
        row->value = value;
        row->isDefault = false;
    };
    change(u"modes.technical"_s, "auto");
    change(u"answer.threshold"_s, 0.74);
    change(u"refund.approval_limit_minor"_s, 15000);
    return rows;
}

} // namespace Helmdesk::Test
