#include "escalation/HumanRequestDetector.h"
#include "escalation/TypoMatch.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

HumanRequest requestIn(const QString &text)
{
    return findHumanRequest(text, tokenize(text));
}

void addRows(std::initializer_list<const char *> texts)
{
    for (const char *text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
}

} // namespace

class TestHumanRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wishesForAPerson_data();
    void wishesForAPerson();
    void formalComplaints_data();
    void formalComplaints();
    void ordinaryRequests_data();
    void ordinaryRequests();
    void askingForAMachineIsNoWish_data();
    void askingForAMachineIsNoWish();
    void negatedWishesDoNotEscalate_data();
    void negatedWishesDoNotEscalate();
    void matchNamesThePlaceInTheText();
    void wishStandsBeforeComplaint();
    void typoDistanceCountsExchangedLettersOnce();
};

void TestHumanRequest::wishesForAPerson_data()
{
    QTest::addColumn<QString>("text");
    addRows({
        "I want to talk to a person",
        "operator",
        "Agent, please!",
        "HUMAN AGENT NOW",
        "Could you put me through to one of your advisers?",
        "can i spaek to an agnet plz",
        "I'd rather discuss this with an employee than with you",
        "conect me with a reprsentative",
        "Is there anybody I could speak with about my contract?",
        "get me your supervisor",
        "i have tospeak with anoperator",
        "wanna tlak to a prson",
        "could I have a live agent for this?",
        "put a supervisor on, please",
        "I'd like to talk about this with somebody",
        "I need to get hold of somebody in your billing department",
        "Please have someone call me back tomorrow morning.",
        "call me",
        "Ring me on my mobile please",
        "I want a callback",
        "I don't know how to reach an operator",
        "I cannot get through to a live person",
        "why can't I just talk to a human?",
        "I don't want to talk to a bot",
        "no more robots please",
        "I do not want a machine's answer, let me chat with a real person",
        "escalate this to a manager",
        "please escalate my ticket",
        "Can somebody else look at my case?",
        "someone else please",
        "The parcel never came and the refund is late. Could I speak with an employee about it?",
        "Transfer me.",
        "I would like to be connected to a member of staff",
        "who can I speak to about a broken fridge",
        "may a human please review the decision",
        "hello, good evening, might I have a word with someone from support?",
        "give me a ring tonight",
        "I want human help",
        "talk to customer service",
        "put me on to the complaints department",
        "how would one go about speaking with a consultant",
        "I was told to use the app, but I would like to explain it to a person",
        "let me speak to whoever is in charge",
        "Our user agent string is fine. Just connect me to a technician I can talk to, a real person.",
    });
}

void TestHumanRequest::wishesForAPerson()
{
    QFETCH(QString, text);

    const HumanRequest request = requestIn(text);

    QCOMPARE(request.kind, HumanRequestKind::HumanRequested);
    QVERIFY(!request.isNegated);
    QVERIFY(!request.matched.isEmpty());
}

void TestHumanRequest::formalComplaints_data()
{
    QTest::addColumn<QString>("text");
    addRows({
        "I want to make a complaint",
        "where do I submit a reclamation",
        "file a claim against your company",
        "lodge a formal complant about the delivery",
        "I'd like to complain about your technician",
        "complaint about my last order",
        "help me with filing a consumer claim",
        "My flight was cancelled twice, register an official complaint please.",
        "this is a formal complaint",
        "how do i make a fucking complaint",
        "I have a complaint",
        "raise a grievance with your company",
        "I filed a complaint two weeks ago and heard nothing",
        "i dont know where to lodge a complaint",
        "I ain't pleased with you so open a complaint for me",
        "reclamtion for a damaged sofa",
    });
}

void TestHumanRequest::formalComplaints()
{
    QFETCH(QString, text);

    const HumanRequest request = requestIn(text);

    QCOMPARE(request.kind, HumanRequestKind::Complaint);
    QVERIFY(!request.isNegated);
}

void TestHumanRequest::ordinaryRequests_data()
{
    QTest::addColumn<QString>("text");
    addRows({
        "Which user agent does your crawler send?",
        "The user-agent header is blocked",
        "my travel agent booked the wrong flight",
        "my estate agent needs a copy of the invoice",
        "Does the human resources module export holidays?",
        "We need a representative sample of the data",
        "Is this simulation agent-based?",
        "how do I install the monitoring agent on Debian",
        "the backup agent version 4 crashes",
        "what is the operator precedence in formulas",
        "the password manager does not fill in the form",
        "how do I add a manager to my team",
        "invite another person to the project",
        "transfer the licence to another person",
        "send money to someone in Spain",
        "someone used my card without asking me",
        "Can someone help me reset my password?",
        "assign the ticket to another agent",
        "what does an agent seat cost",
        "we have an operator on site who scans the boxes",
        "do you have agents in Lisbon",
        "talk about agent pricing",
        "do I need an operator licence to use the drone",
        "how many people can use one account",
        "price per person for the training",
        "the voice assistant does not hear me",
        "call forwarding does not work",
        "why did you call me yesterday?",
        "you can call me Max",
        "the callback url returns 404",
        "our customers cannot chat with an agent through the widget",
        "I spoke to an agent last week and he was nice",
        "what are the opening hours of customer service",
        "when can I call customer support",
        "change the contact person on my invoice",
        "Privilege escalation is possible through the plugin",
        "My assistant needs access to the invoices",
        "is the texture human readable",
        "the export makes a person's name unreadable",
        "file a claim on my car insurance",
        "Where is the file menu?",
        "no complaints so far, great service",
        "The compiler complains about a missing header",
        "our users complain that the page is slow",
        "how do I claim my bonus",
        "submit the form again",
        "I claimed the voucher but it is not in my cart",
        "is the supervisor role allowed to delete projects",
        "real time chat between team members",
        "my chat history with friends is gone",
    });
}

void TestHumanRequest::ordinaryRequests()
{
    QFETCH(QString, text);

    const HumanRequest request = requestIn(text);

    QVERIFY2(!request.isWish(), qPrintable(request.matched));
}

void TestHumanRequest::askingForAMachineIsNoWish_data()
{
    QTest::addColumn<QString>("text");
    addRows({
        "are you a bot?",
        "are you a real person",
        "am I talking to a human or a machine?",
        "is this a real person?",
        "do I speak with a human",
        "tell me whether you are human",
        "You sound like a real person",
        "are there people behind this chat or software",
        "is it a robot that answers me",
        "do you work like a human",
    });
}

void TestHumanRequest::askingForAMachineIsNoWish()
{
    QFETCH(QString, text);

    const HumanRequest request = requestIn(text);

    QVERIFY2(!request.isWish(), qPrintable(request.matched));
}

void TestHumanRequest::negatedWishesDoNotEscalate_data()
{
    QTest::addColumn<QString>("text");
    addRows({
        "I don't need a human, just tell me the price",
        "no need for an agent, the bot is fine",
        "please do not transfer me to an operator",
        "I do not want to talk to a person, only the tracking link",
        "Can I cancel without talking to a representative?",
        "don't call me, write to me",
        "I never want to speak to an agent again, do it here",
        "No human needed, thank you",
        "there's no need for a person, I just want the link",
        "you don't have to get a human involved :)",
        "Is there an operator for 'not equal' in the filter?",
        "How do I set up a complaint form for our customers?",
        "I don't want to file a complaint, I only want my money back",
        "this is not a complaint",
        "without making a complaint, could you tell me the date",
    });
}

void TestHumanRequest::negatedWishesDoNotEscalate()
{
    QFETCH(QString, text);

    const HumanRequest request = requestIn(text);

    QVERIFY2(!request.isWish(), qPrintable(request.matched));
}

void TestHumanRequest::matchNamesThePlaceInTheText()
{
    const QString text = QStringLiteral("My invoice is wrong. Let me talk to a real person, please.");

    const HumanRequest request = requestIn(text);

    QCOMPARE(request.matched, QStringLiteral("talk to a real person"));
    QCOMPARE(text.mid(request.start, request.length), request.matched);
}

void TestHumanRequest::wishStandsBeforeComplaint()
{
    const HumanRequest request =
        requestIn(QStringLiteral("I have a complaint. Let me speak to your manager."));

    QCOMPARE(request.kind, HumanRequestKind::HumanRequested);
}

void TestHumanRequest::typoDistanceCountsExchangedLettersOnce()
{
    QVERIFY(isTypoOf(u"agnet", u"agent", 1));
    QVERIFY(isTypoOf(u"oprator", u"operator", 1));
    QVERIFY(isTypoOf(u"agentt", u"agent", 1));
    QVERIFY(!isTypoOf(u"urgent", u"agent", 1));
    QVERIFY(!isTypoOf(u"a", u"agent", 1));
}

QTEST_GUILESS_MAIN(TestHumanRequest)
#include "tst_humanrequest.moc"
