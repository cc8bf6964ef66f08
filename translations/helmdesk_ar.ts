<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>عميل منذ</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>رقم العميل</translation>
    </message>
    <message>
        <source>Last tickets</source>
        <translation>آخر التذاكر</translation>
    </message>
    <message>
        <source>No ticket so far.</source>
        <translation>لا توجد تذاكر حتى الآن.</translation>
    </message>
    <message>
        <source>None, ends on %1</source>
        <translation>لا شيء، ينتهي في %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>amount, day</comment>
        <translation>%1 في %2</translation>
    </message>
    <message>
        <source>SEPA, account ending in %1</source>
        <translation>SEPA، حساب ينتهي بـ %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>%1 ending in %2, until %3</source>
        <comment>brand, digits, month</comment>
        <translation>%1 تنتهي بـ %2، حتى %3</translation>
    </message>
    <message>
        <source>%1 ending in %2</source>
        <comment>brand, digits</comment>
        <translation>%1 تنتهي بـ %2</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>الدفعة التالية</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>يدفع بـ</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>card ending %1</source>
        <translation>بطاقة تنتهي بـ %1</translation>
    </message>
    <message>
        <source>bank account ending %1</source>
        <translation>حساب بنكي ينتهي بـ %1</translation>
    </message>
    <message>
        <source>the payment method that was charged</source>
        <translation>طريقة الدفع التي خُصم منها</translation>
    </message>
    <message>
        <source>Refund %1 to %2 for %3</source>
        <extracomment>An amount, where it goes and the number of the invoice</extracomment>
        <translation>استرداد %1 إلى %2 عن %3</translation>
    </message>
    <message>
        <source>Send a link to set a new password, valid for 24 hours, to %1</source>
        <translation>إرسال رابط لتعيين كلمة مرور جديدة، صالح 24 ساعة، إلى %1</translation>
    </message>
    <message>
        <source>Send nothing: the address is not this customer’s. The reply is the same as always</source>
        <translation>عدم إرسال شيء: العنوان لا يخص هذا العميل. الرد هو نفسه كالمعتاد</translation>
    </message>
    <message>
        <source>Ask at %1 to confirm the new address %2; nothing changes until then</source>
        <translation>طلب التأكيد عبر %1 للعنوان الجديد %2؛ لا يتغير شيء قبل ذلك</translation>
    </message>
    <message>
        <source>Remove from the account: %1</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>حذف من الحساب: %1</translation>
    </message>
    <message>
        <source>Change in the account: %1 to “%2”</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>تغيير في الحساب: %1 إلى «%2»</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new card</source>
        <translation>إعطاء العميل رابطًا، صالحًا لساعة واحدة، لإدخال بطاقة جديدة</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new bank account</source>
        <translation>إعطاء العميل رابطًا، صالحًا لساعة واحدة، لإدخال حساب بنكي جديد</translation>
    </message>
    <message>
        <source>Open a ticket: %1</source>
        <translation>فتح تذكرة: %1</translation>
    </message>
    <message>
        <source>The refund of %1 is above the limit of %2.</source>
        <translation>المبلغ المسترد %1 فوق الحد %2.</translation>
    </message>
    <message>
        <source>With the refunds of the last 24 hours, %1, this passes the customer’s limit of %2.</source>
        <translation>مع المبالغ المستردة خلال آخر 24 ساعة، %1، يتجاوز هذا حد العميل %2.</translation>
    </message>
    <message>
        <source>With the refunds of the last 30 days, %1, this passes the customer’s limit of %2.</source>
        <translation>مع المبالغ المستردة خلال آخر 30 يومًا، %1، يتجاوز هذا حد العميل %2.</translation>
    </message>
    <message>
        <source>The invoice was refunded %1 times before.</source>
        <translation>عدد مرات الاسترداد السابقة لهذه الفاتورة: %1.</translation>
    </message>
    <message>
        <source>This kind of change always needs a person.</source>
        <translation>هذا النوع من التغيير يحتاج دائمًا إلى شخص.</translation>
    </message>
    <message>
        <source>The customer’s account: %1.</source>
        <translation>حساب العميل: %1.</translation>
    </message>
    <message>
        <source>Where the money goes has changed since it was approved.</source>
        <translation>تغيّرت وجهة المال منذ الموافقة.</translation>
    </message>
    <message>
        <source>What it changes is no longer what was approved.</source>
        <translation>ما يغيّره لم يعد ما تمت الموافقة عليه.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What an act does, and why a person is asked</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>مسترد</translation>
    </message>
    <message>
        <source>status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>payment method</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>open</source>
        <comment>invoice</comment>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>مسترد جزئيًا</translation>
    </message>
    <message>
        <source>The draft was rejected</source>
        <translation>رُفضت المسودة</translation>
    </message>
    <message>
        <source>A person took over</source>
        <translation>تولّى شخص المحادثة</translation>
    </message>
    <message>
        <source>The conversation was resolved</source>
        <translation>أُنهيت المحادثة</translation>
    </message>
    <message>
        <source>It was answered again</source>
        <translation>أُجيب عنها من جديد</translation>
    </message>
    <message>
        <source>The customer took it back</source>
        <translation>تراجع العميل عنه</translation>
    </message>
    <message>
        <source>The change was undone</source>
        <translation>تم التراجع عن التغيير</translation>
    </message>
</context>
<context>
    <name>HandoffPanel</name>
    <message>
        <source>A person said no to: %1</source>
        <translation>رفض شخص: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>فشل: %1</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <translation>تم الاطلاع على: %1</translation>
    </message>
    <message>
        <source>Article: %1</source>
        <extracomment>An article of the help centre that was found</extracomment>
        <translation>مقالة: %1</translation>
    </message>
    <message>
        <source>Last reply: %1</source>
        <translation>آخر رد: %1</translation>
    </message>
    <message>
        <source>A reply is proposed below.</source>
        <translation>يوجد رد مقترح أدناه.</translation>
    </message>
    <message>
        <source>Waits for a decision: %1</source>
        <translation>ينتظر قرارًا: %1</translation>
    </message>
    <message>
        <source>Unanswered since %1</source>
        <translation>دون رد منذ %1</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Works</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنويه</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>إنذار</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>صندوق البريد %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>النموذج %1</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>الأداة: %1</translation>
    </message>
    <message>
        <source>Messages that wait for Helmdesk</source>
        <translation>رسائل تنتظر Helmdesk</translation>
    </message>
    <message>
        <source>Conversations that wait for a person</source>
        <translation>محادثات تنتظر شخصًا</translation>
    </message>
    <message>
        <source>Answering messages</source>
        <translation>الإجابة عن الرسائل</translation>
    </message>
    <message>
        <source>Sending replies</source>
        <translation>إرسال الردود</translation>
    </message>
    <message>
        <source>Budget of the day</source>
        <translation>ميزانية اليوم</translation>
    </message>
    <message>
        <source>Budget of the month</source>
        <translation>ميزانية الشهر</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>المساحة الحرة على القرص</translation>
    </message>
    <message>
        <source>What people write about</source>
        <translation>ما يكتب عنه الناس</translation>
    </message>
    <message>
        <source>How sure Helmdesk is</source>
        <translation>مدى ثقة Helmdesk</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>يعمل.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>جارٍ بدء التشغيل.</translation>
    </message>
    <message>
        <source>Out of reach for %1.</source>
        <translation>يتعذّر الوصول إليه، المدة: %1.</translation>
    </message>
    <message>
        <source>Out of reach for %1: %2</source>
        <translation>يتعذّر الوصول إليه، المدة: %1، السبب: %2</translation>
    </message>
    <message>
        <source>Out of reach.</source>
        <translation>يتعذّر الوصول إليه.</translation>
    </message>
    <message>
        <source>Out of reach: %1</source>
        <translation>يتعذّر الوصول إليه: %1</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>لا يعمل.</translation>
    </message>
    <message>
        <source>It does not work: %1</source>
        <translation>لا يعمل: %1</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>يجيب.</translation>
    </message>
    <message>
        <source>Its last call failed, or today’s budget is nearly spent.</source>
        <translation>فشل آخر استدعاء له، أو كادت ميزانية اليوم تنفد.</translation>
    </message>
    <message>
        <source>It fails; the built-in engine answers meanwhile.</source>
        <translation>يفشل؛ ويجيب المحرك المدمج في الأثناء.</translation>
    </message>
    <message>
        <source>It fails.</source>
        <translation>يفشل.</translation>
    </message>
    <message>
        <source>Nothing lately.</source>
        <translation>لا شيء في الآونة الأخيرة.</translation>
    </message>
    <message>
        <source>None of the last %1 failed.</source>
        <translation>لم يفشل شيء من آخر %1.</translation>
    </message>
    <message>
        <source>%1 of the last %2 failed (%3).</source>
        <translation>فشل %1 من آخر %2 (%3).</translation>
    </message>
    <message>
        <source>Too few messages to compare: %1 now, %2 in the weeks before.</source>
        <translation>الرسائل أقل من أن تُقارن: %1 الآن و%2 في الأسابيع السابقة.</translation>
    </message>
    <message>
        <source>As in the weeks before (index %1).</source>
        <translation>كما في الأسابيع السابقة (المؤشر %1).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of the confidence, like 70 % to 80 %</extracomment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <extracomment>A part of the messages and its share before and now</extracomment>
        <translation>%1: %2، وكانت %3</translation>
    </message>
    <message>
        <source>It has changed against the weeks before. %1.</source>
        <translation>تغيّر هذا مقارنةً بالأسابيع السابقة. %1.</translation>
    </message>
    <message>
        <source>Messages are answered.</source>
        <translation>يُجاب عن الرسائل.</translation>
    </message>
    <message>
        <source>No program answers the messages.</source>
        <translation>لا يوجد برنامج يجيب عن الرسائل.</translation>
    </message>
    <message>
        <source>None waits.</source>
        <translation>لا شيء ينتظر.</translation>
    </message>
    <message>
        <source>%1 wait; the first one for %2.</source>
        <translation>في الانتظار: %1؛ مدة انتظار الأولى: %2.</translation>
    </message>
    <message>
        <source>%1 wait; one has not been touched for %2.</source>
        <translation>في الانتظار: %1؛ أطول مدة بلا متابعة: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 dollars are spent.</source>
        <translation>أُنفق %1 من %2 دولار.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>المساحة الحرة: %1.</translation>
    </message>
    <message>
        <source>Another program may be about to take over. If this stays, start Helmdesk again.</source>
        <translation>ربما يوشك برنامج آخر أن يتولى العمل. إذا استمر هذا فشغّل Helmdesk من جديد.</translation>
    </message>
    <message>
        <source>Change it in the settings, then start Helmdesk again.</source>
        <translation>غيّر ذلك في الإعدادات، ثم شغّل Helmdesk من جديد.</translation>
    </message>
    <message>
        <source>Test the connection, and give the password again.</source>
        <translation>اختبر الاتصال، وأدخل كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Test the connection to see where it fails.</source>
        <translation>تُعاد المحاولة تلقائيًا. اختبر الاتصال لترى أين يفشل.</translation>
    </message>
    <message>
        <source>Test it to see what is wrong, or use another one.</source>
        <translation>اختبره لترى ما الخطأ، أو استخدم غيره.</translation>
    </message>
    <message>
        <source>Ask whoever runs its system; people answer these conversations meanwhile.</source>
        <translation>اسأل من يشغّل نظامها؛ ويجيب أشخاص عن هذه المحادثات في الأثناء.</translation>
    </message>
    <message>
        <source>Helmdesk is behind, or cannot answer. Look at the other lines here.</source>
        <translation>تأخّر Helmdesk، أو لا يستطيع الإجابة. راجع الأسطر الأخرى هنا.</translation>
    </message>
    <message>
        <source>Open the queue and sort it by age.</source>
        <translation>افتح قائمة الانتظار ورتّبها حسب الأطول انتظارًا.</translation>
    </message>
    <message>
        <source>People answer these messages meanwhile. The log of the program says why.</source>
        <translation>يجيب أشخاص عن هذه الرسائل في الأثناء. يبيّن سجل البرنامج السبب.</translation>
    </message>
    <message>
        <source>Open what failed and send it again.</source>
        <translation>افتح ما فشل وأرسله من جديد.</translation>
    </message>
    <message>
        <source>When it is spent the built-in engine answers. Raise it in the settings where you want more.</source>
        <translation>متى أُنفقت يجيب المحرك المدمج. ارفعها في الإعدادات إن أردت المزيد.</translation>
    </message>
    <message>
        <source>Make room: a full disk takes no message in.</source>
        <translation>أفرغ بعض المساحة: القرص الممتلئ لا يستقبل أي رسالة.</translation>
    </message>
    <message>
        <source>Read some of the latest conversations: a new question, a fault of yours, or spam?</source>
        <translation>اقرأ بعضًا من أحدث المحادثات: أهو سؤال جديد، أم خلل لديك، أم رسائل مزعجة؟</translation>
    </message>
    <message>
        <source>Read some of the least certain conversations: new words, or articles that are missing?</source>
        <translation>اقرأ بعضًا من أقل المحادثات يقينًا: أهي كلمات جديدة، أم مقالات ناقصة؟</translation>
    </message>
    <message>
        <source>Population stability index %1, where chance alone would stay below %2: the sum over all parts of (share now − share before) × ln(share now ÷ share before). Up to 0.1 counts as no change, above 0.25 as a large one.</source>
        <translation>مؤشر استقرار التوزيع (PSI): %1، ولو كانت الصدفة وحدها لبقي دون %2. وهو المجموع على كل الأجزاء للمقدار (النسبة الآن − النسبة سابقًا) × ln(النسبة الآن ÷ النسبة سابقًا). حتى 0.1 لا يُعدّ تغيّرًا، وما فوق 0.25 يُعدّ تغيّرًا كبيرًا.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>افتح الإعدادات</translation>
    </message>
    <message>
        <source>Open the mailboxes</source>
        <translation>افتح صناديق البريد</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>افتح النماذج</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>افتح قائمة الانتظار</translation>
    </message>
    <message>
        <source>Open Learning</source>
        <translation>افتح التعلّم</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ApprovalCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waiting for approval: %1</source>
        <translation>بانتظار الموافقة: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>بانتظار الموافقة</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>بطلب من %1</translation>
    </message>
    <message>
        <source>Sending the reply carries this out.</source>
        <translation>يُنفَّذ هذا عند إرسال الرد.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تنتهي</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>طُلب</translation>
    </message>
    <message>
        <source>Why is it &amp;denied?</source>
        <translation>لماذا يُرفض؟</translation>
    </message>
    <message>
        <source>Kept with the decision, not sent to the customer</source>
        <translation>تُحفظ مع القرار ولا تُرسل إلى العميل</translation>
    </message>
    <message>
        <source>Reason for denying</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>إبقاؤه منتظرًا</translation>
    </message>
    <message>
        <source>The category is set to Suggest, so a person sends</source>
        <translation>الفئة مضبوطة على «اقتراح»، لذلك يرسل شخص</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ApprovalsView</name>
    <message>
        <source>Approvals</source>
        <translation>الموافقات</translation>
    </message>
    <message>
        <source>Approvals that wait</source>
        <translation>الموافقات المنتظرة</translation>
    </message>
    <message>
        <source>Nothing waits. Refunds and other acts that need your consent appear here.</source>
        <translation>لا شيء ينتظر. تظهر هنا المبالغ المستردة وغيرها مما يحتاج إلى موافقتك.</translation>
    </message>
    <message>
        <source>Open the conversation with %1</source>
        <translation>فتح المحادثة مع %1</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>تمت الموافقة: %1</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>تم الرفض: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ArticleModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, updated %2</source>
        <translation>%1، حُدّث في %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentActions</name>
    <message>
        <source>Save the attachment</source>
        <translation>حفظ المرفق</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>“%1” could run as a program. It can be saved, and is not opened from here.</source>
        <translation>قد يعمل «%1» كبرنامج. يمكن حفظه، ولا يُفتح من هنا.</translation>
    </message>
    <message>
        <source>“%1” comes from the sender and is opened by another program. Open it only if you expect it.</source>
        <translation>«%1» مرسَل من صاحب الرسالة ويفتحه برنامج آخر. لا تفتحه إلا إذا كنت تتوقعه.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>there is no place for the file</source>
        <translation>لا مكان للملف</translation>
    </message>
    <message>
        <source>No program of this system opens this kind of file. You can save it.</source>
        <translation>لا يوجد في هذا النظام برنامج يفتح هذا النوع من الملفات. يمكنك حفظه.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentPreview</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It is damaged, too large or of another kind than its name says.</source>
        <translation>لا يمكن عرض هذه الصورة. إنها تالفة أو كبيرة جدًا أو من نوع غير الذي يقوله اسمها.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ملاءمة</translation>
    </message>
    <message>
        <source>The first page is being drawn…</source>
        <translation>جارٍ رسم الصفحة الأولى…</translation>
    </message>
    <message>
        <source>This PDF cannot be shown. It is damaged, too large, protected with a password, or takes too long to draw.</source>
        <translation>لا يمكن عرض ملف PDF هذا. إنه تالف أو كبير جدًا أو محمي بكلمة مرور أو يستغرق رسمه وقتًا طويلًا.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentRow</name>
    <message>
        <source>%1, %2</source>
        <comment>kind, size</comment>
        <extracomment>Of an attachment: its kind and its size</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, too large to be kept</source>
        <translation>%1، أكبر من أن يُحفظ</translation>
    </message>
    <message>
        <source>%1, not kept</source>
        <extracomment>Of an attachment of which the desk has the name and size alone</extracomment>
        <translation>%1، غير محفوظ</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>حفظ %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::BacktestPage</name>
    <message>
        <source>The customer’s text</source>
        <translation>نص العميل</translation>
    </message>
    <message>
        <source>The team’s answer</source>
        <translation>إجابة الفريق</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Conversation that a message belongs to</source>
        <translation>المحادثة التي تنتمي إليها الرسالة</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Time of the answer</source>
        <translation>وقت الإجابة</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>كاتب الرسالة</translation>
    </message>
    <message>
        <source>Customer or team</source>
        <translation>العميل أو الفريق</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Message that it answers</source>
        <translation>الرسالة التي تجيب عنها</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>التجربة على أرشيفك</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Helmdesk answers the first message of each of your past conversations in shadow and compares it with what your team answered. Nothing is sent, and nothing of it is stored in the workspace.</source>
        <translation>يجيب Helmdesk في وضع الظل عن الرسالة الأولى من كل محادثة سابقة لديك، ويقارن إجابته بما أجاب به فريقك. لا يُرسل شيء، ولا يُحفظ شيء من ذلك في مساحة العمل.</translation>
    </message>
    <message>
        <source>Mail (mbox, Maildir, .eml), exports of help desks as JSON, and tables as CSV.</source>
        <translation>بريد إلكتروني (mbox وMaildir و‎.eml)، وبيانات مصدَّرة من أنظمة الدعم بصيغة JSON، وجداول بصيغة CSV.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Take names and addresses out of the report</source>
        <translation>حذف الأسماء والعناوين من التقرير</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Save the report and its table…</source>
        <translation>حفظ التقرير وجدوله…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>اختيار أرشيف</translation>
    </message>
    <message>
        <source>Choose the folder of an archive</source>
        <translation>اختيار مجلد أرشيف</translation>
    </message>
    <message>
        <source>It is read as %1.</source>
        <translation>يُقرأ بصيغة %1.</translation>
    </message>
    <message>
        <source>It is read as a table. Which column holds what?</source>
        <translation>يُقرأ كجدول. ماذا يحوي كل عمود؟</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>It was stopped. The report holds what was compared until then.</source>
        <translation>أُوقفت المقارنة. يتضمن التقرير ما قورن حتى ذلك الحين.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln محادثة</numerusform>
            <numerusform>محادثة واحدة</numerusform>
            <numerusform>محادثتان</numerusform>
            <numerusform>%Ln محادثات</numerusform>
            <numerusform>%Ln محادثة</numerusform>
            <numerusform>%Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>اختبار على الأرشيف</translation>
    </message>
    <message>
        <source>The report stands in %1.</source>
        <translation>التقرير موجود في %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>تعذّرت كتابة %1.</translation>
    </message>
    <message>
        <source>Choose a folder for the report</source>
        <translation>اختيار مجلد للتقرير</translation>
    </message>
</context>
<context>
    <name>Helmdesk::BarChart</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A part of a bar: the row, the part and its number</extracomment>
        <translation>%1، %2: %3</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CalibrationPage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>A share and its interval</extracomment>
        <translation>%1 (من %2 إلى %3)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>المعايرة</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>ما ينبغي الحكم عليه تاليًا</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>ما ذُكر احتماله</translation>
    </message>
    <message>
        <source>That the category is right</source>
        <translation>أن الفئة صحيحة</translation>
    </message>
    <message>
        <source>That a draft is sent unchanged</source>
        <translation>أن تُرسل المسودة دون تغيير</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>حسب الفئة</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>حسب القناة</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>حسب اللغة</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>آخر %Ln يوم</numerusform>
            <numerusform>اليوم الأخير</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %Ln أيام</numerusform>
            <numerusform>آخر %Ln يومًا</numerusform>
            <numerusform>آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>All time</source>
        <translation>كل الوقت</translation>
    </message>
    <message>
        <source>What was said and how often it was right</source>
        <translation>الاحتمال المذكور ونسبة صحته</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>الاحتمال المذكور</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>حُكم عليها</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>الصحيحة</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Gap on the average</source>
        <translation>متوسط الفارق</translation>
    </message>
    <message>
        <source>Nothing was said in this time: no message came that was sorted or answered.</source>
        <translation>لم يُذكر أي احتمال في هذه الفترة: لم تصل رسالة صُنّفت أو أُجيب عنها.</translation>
    </message>
    <message>
        <source>Of %1 messages nobody judged a category yet. Send a draft, changed or not, or put a message into another category: from then on it says here how often the router was right.</source>
        <translation>من أصل %1 رسالة لم يحكم أحد على أي فئة بعد. أرسل مسودة، معدّلة أو دون تغيير، أو انقل رسالة إلى فئة أخرى: عندئذ يظهر هنا كم مرة أصاب الموجّه.</translation>
    </message>
    <message>
        <source>Of %1 drafts nobody sent, edited or rejected one yet: from then on it says here how often they could leave unchanged.</source>
        <translation>من أصل %1 مسودة لم يرسل أحد أيًّا منها أو يعدّلها أو يرفضها بعد: عندئذ يظهر هنا كم مرة أمكن أن تخرج دون تغيير.</translation>
    </message>
    <message>
        <source>%1 of %2 were judged, and %3 right. On the average what was said and what was right lie %4 apart (expected calibration error).</source>
        <translation>حُكم على %1 من أصل %2، والصحيح منها %3. متوسط الفارق بين الاحتمال المذكور وما صحّ فعلًا هو %4 (خطأ المعايرة المتوقع).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Conversation %1: said %2 for “%3”</source>
        <translation>المحادثة %1: ذُكر %2 للفئة «%3»</translation>
    </message>
    <message>
        <source>Too few were judged to tell whether it drifts: %1 before and %2 now, of %3 each that it takes.</source>
        <translation>ما حُكم عليه أقل من أن يبيّن وجود انحراف: %1 سابقًا و%2 الآن، واللازم %3 لكل منهما.</translation>
    </message>
    <message>
        <source>It has drifted:</source>
        <translation>حدث انحراف:</translation>
    </message>
    <message>
        <source>No drift is shown:</source>
        <translation>لا يظهر انحراف:</translation>
    </message>
    <message>
        <source>right less said was %1 points before and is %2 now, against as many days before (Welch&apos;s test, p = %3).</source>
        <translation>كان الفارق بين ما صحّ والاحتمال المذكور %1 نقطة سابقًا وهو الآن %2، مقارنةً بعدد مماثل من الأيام السابقة (اختبار ولش، p = %3).</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CommandModel</name>
    <message>
        <source>Open the conversation with %1: %2</source>
        <translation>افتح المحادثة مع %1: %2</translation>
    </message>
    <message>
        <source>Settings, %1</source>
        <extracomment>Where a setting is found: the page and its group</extracomment>
        <translation>الإعدادات، %1</translation>
    </message>
    <message>
        <source>Knowledge, %1</source>
        <extracomment>Where an article is found: the room and its category</extracomment>
        <translation>المعرفة، %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is found, where</comment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Nothing is called that, and no conversation has these words.</source>
        <translation>لا شيء بهذا الاسم، ولا محادثة فيها هذه الكلمات.</translation>
    </message>
    <message>
        <source>A command, customer, setting, article, words or a ticket number</source>
        <translation>أمر أو عميل أو إعداد أو مقالة أو كلمات أو رقم تذكرة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Composer</name>
    <message>
        <source>edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>كتابة ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>إدراج نص جاهز</translation>
    </message>
    <message>
        <source>Reject draft</source>
        <translation>رفض المسودة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Why is the draft &amp;not right?</source>
        <translation>ما الخطأ في المسودة؟</translation>
    </message>
    <message>
        <source>Kept with the run, not sent to the customer</source>
        <translation>تُحفظ مع التشغيل ولا تُرسل إلى العميل</translation>
    </message>
    <message>
        <source>Reason for rejecting the draft</source>
        <translation>سبب رفض المسودة</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>الاحتفاظ بالمسودة</translation>
    </message>
    <message>
        <source>Internal note, the customer does not see it</source>
        <translation>ملاحظة داخلية لا يراها العميل</translation>
    </message>
    <message>
        <source>Shadow draft by Helmdesk, not sent</source>
        <translation>مسودة ظل من Helmdesk، لم تُرسل</translation>
    </message>
    <message>
        <source>Draft by Helmdesk, not sent</source>
        <translation>مسودة من Helmdesk، لم تُرسل</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>ردّك</translation>
    </message>
    <message>
        <source>Confidence in the draft</source>
        <translation>الثقة في المسودة</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>إرسال الرد</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>الرد على العميل</translation>
    </message>
    <message>
        <source>Write a note for your colleagues</source>
        <translation>اكتب ملاحظة لزملائك</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>اكتب ردًا</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A numbered source below a draft</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>المصدر %1: %2</translation>
    </message>
    <message>
        <source>There are no snippets yet</source>
        <translation>لا توجد نصوص جاهزة بعد</translation>
    </message>
    <message>
        <source>Send once decided</source>
        <translation>أرسل بعد القرار</translation>
    </message>
    <message>
        <source>Approve or deny what waits first, or change the reply.</source>
        <translation>وافق أولًا على ما ينتظر أو ارفضه، أو غيّر الرد.</translation>
    </message>
    <message>
        <source>Keep this text as a snippet</source>
        <translation>احتفظ بهذا النص كنص جاهز</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>تعديل النصوص الجاهزة</translation>
    </message>
    <message>
        <source>Begin with Helmdesk’s draft</source>
        <translation>البدء بمسودة Helmdesk</translation>
    </message>
    <message>
        <source>Sending also does this: %1</source>
        <translation>الإرسال ينفّذ أيضًا: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ConversationPane</name>
    <message>
        <source>Choose a conversation to read it here.</source>
        <translation>اختر محادثة لقراءتها هنا.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>تولّي</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>لدى %1</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>إنذار كاذب: لم يحتج هذا إلى شخص</translation>
    </message>
    <message>
        <source>Noted as a false alarm.</source>
        <translation>سُجّل إنذارًا كاذبًا.</translation>
    </message>
    <message>
        <source>Back to the conversation that was open before</source>
        <translation>العودة إلى المحادثة التي كانت مفتوحة من قبل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>You have taken it over; Helmdesk is silent here.</source>
        <translation>لقد تولّيت المحادثة؛ Helmdesk صامت هنا.</translation>
    </message>
    <message>
        <source>You will be reminded: %1.</source>
        <translation>سيتم تذكيرك: %1.</translation>
    </message>
    <message>
        <source>The reminder is gone.</source>
        <translation>أُلغي التذكير.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>ذكّرني</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <extracomment>Who got a copy of the customer&apos;s last mail</extracomment>
        <translation>نسخة: %1</translation>
    </message>
    <message>
        <source>The draft was rejected; what waited with it is withdrawn.</source>
        <translation>رُفضت المسودة؛ وسُحب ما كان ينتظر معها.</translation>
    </message>
    <message>
        <source>The category was changed and the answer drafted anew. Nothing was sent.</source>
        <translation>تغيّرت الفئة وصيغت الإجابة من جديد. لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Answer again as</source>
        <translation>الرد من جديد ضمن فئة</translation>
    </message>
    <message>
        <source>Handed back; it waits in %1 until it is answered.</source>
        <extracomment>%1 is the name of a view of the queue</extracomment>
        <translation>أُعيدت المحادثة؛ تنتظر في «%1» حتى يُجاب عنها.</translation>
    </message>
    <message>
        <source>The number by which the customer knows this case</source>
        <translation>الرقم الذي يعرف به العميل هذه الحالة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CustomerLink</name>
    <message>
        <source>%1 said who this is. The channel did not establish it, so the sender has no rights by it.</source>
        <translation>قال %1 من هو المرسل. لم تثبت القناة ذلك، فلا يكتسب المرسل به أي حق.</translation>
    </message>
    <message>
        <source>This is somebody else</source>
        <translation>هذا شخص آخر</translation>
    </message>
    <message>
        <source>Probably %1, unverified: the address is known, but nothing proves who writes.</source>
        <translation>على الأرجح %1، دون تحقق: العنوان معروف، لكن لا شيء يثبت من يكتب.</translation>
    </message>
    <message>
        <source>Yes, this is %1</source>
        <translation>نعم، هذا %1</translation>
    </message>
    <message>
        <source>The channel did not establish who writes. Helmdesk shows and changes no customer data in this conversation.</source>
        <translation>لم تحدّد القناة هوية المرسل. لا يعرض Helmdesk بيانات العملاء في هذه المحادثة ولا يغيّرها.</translation>
    </message>
    <message>
        <source>Say who this is…</source>
        <translation>تحديد من هو المرسل…</translation>
    </message>
    <message>
        <source>Name, address or company</source>
        <translation>الاسم أو العنوان أو الشركة</translation>
    </message>
    <message>
        <source>Find the customer</source>
        <translation>البحث عن العميل</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>لا يوجد عميل مطابق.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A customer to choose: the name and the address</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::DecisionHistory</name>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>No decision matches. Approvals and denials are kept here with who made them.</source>
        <translation>لا يوجد قرار مطابق. تُحفظ هنا الموافقات وحالات الرفض مع من اتخذها.</translation>
    </message>
    <message>
        <source>Customer, effect, reason or who decided</source>
        <translation>العميل أو الأثر أو السبب أو من قرر</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>كل القرارات</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>اليوم الأخير</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %Ln أيام</numerusform>
            <numerusform>آخر %Ln يومًا</numerusform>
            <numerusform>آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>كل الوقت</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>تصدير بصيغة CSV…</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>تصدير القرارات</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) written to %1</source>
        <translation>
            <numerusform>لم يُكتب أي قرار إلى %1</numerusform>
            <numerusform>كُتب قرار واحد إلى %1</numerusform>
            <numerusform>كُتب قراران إلى %1</numerusform>
            <numerusform>كُتبت %Ln قرارات إلى %1</numerusform>
            <numerusform>كُتب %Ln قرارًا إلى %1</numerusform>
            <numerusform>كُتب %Ln قرار إلى %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::DecisionModel</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>%1: %2 for %3, by %4, %5</source>
        <extracomment>A decision as it is read aloud: state, effect, customer, who, when</extracomment>
        <translation>%1: %2 لأجل %3، بواسطة %4، %5</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت القرار</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>الأثر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>Helmdesk::FirstRunPage</name>
    <message>
        <source>Welcome to Helmdesk</source>
        <translation>مرحبًا بك في Helmdesk</translation>
    </message>
    <message>
        <source>Helmdesk reads what customers write, answers what it can from your knowledge, and hands you the rest with a draft and its reasons. This workspace is still empty.</source>
        <translation>يقرأ Helmdesk ما يكتبه العملاء، ويجيب عما يستطيع من معارفك، ويسلّمك الباقي مع مسودة وأسبابها. مساحة العمل هذه ما زالت فارغة.</translation>
    </message>
    <message>
        <source>Load the sample workspace</source>
        <translation>تحميل مساحة العمل التجريبية</translation>
    </message>
    <message>
        <source>Import knowledge articles</source>
        <translation>استيراد مقالات المعرفة</translation>
    </message>
    <message>
        <source>Start with an empty inbox</source>
        <translation>البدء بصندوق وارد فارغ</translation>
    </message>
    <message>
        <source>The sample customers and companies are invented. Nothing leaves this computer.</source>
        <translation>العملاء والشركات في المثال مختلقون. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Loading the sample workspace</source>
        <translation>جارٍ تحميل مساحة العمل التجريبية</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox</source>
        <translation>ربط صندوق بريد فريقك</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>التجربة على أرشيفك</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HandoffPanel</name>
    <message>
        <source>Given to a person</source>
        <translation>أُحيلت إلى شخص</translation>
    </message>
    <message>
        <source>Hide what was asked and done</source>
        <translation>إخفاء ما طُلب وما تم</translation>
    </message>
    <message>
        <source>Show what was asked and done</source>
        <translation>عرض ما طُلب وما تم</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>ما طُلب</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ما تم</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>ما جُرّب</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>What is still to be done</extracomment>
        <translation>ما بقي</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء آخر</numerusform>
            <numerusform>وعنصر واحد آخر</numerusform>
            <numerusform>وعنصران آخران</numerusform>
            <numerusform>و%n عناصر أخرى</numerusform>
            <numerusform>و%n عنصرًا آخر</numerusform>
            <numerusform>و%n عنصر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>is being summed up…</source>
        <translation>قيد التلخيص…</translation>
    </message>
    <message>
        <source>from the record</source>
        <translation>من السجل</translation>
    </message>
    <message>
        <source>in the words of %1</source>
        <translation>بصياغة %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>سلامة النظام</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>فحص من جديد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>ما يعمل كما ينبغي</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the health of the desk was looked at</extracomment>
        <translation>آخر فحص: %1</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>كل شيء يعمل.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How serious, and what: &quot;Alarm: Mailbox support&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InboxPage</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) resolved</source>
        <translation>
            <numerusform>لم تُنهَ أي محادثة</numerusform>
            <numerusform>أُنهيت محادثة واحدة</numerusform>
            <numerusform>أُنهيت محادثتان</numerusform>
            <numerusform>أُنهيت %Ln محادثات</numerusform>
            <numerusform>أُنهيت %Ln محادثة</numerusform>
            <numerusform>أُنهيت %Ln محادثة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) reopened</source>
        <translation>
            <numerusform>لم تُفتح أي محادثة</numerusform>
            <numerusform>أُعيد فتح محادثة واحدة</numerusform>
            <numerusform>أُعيد فتح محادثتين</numerusform>
            <numerusform>أُعيد فتح %Ln محادثات</numerusform>
            <numerusform>أُعيد فتح %Ln محادثة</numerusform>
            <numerusform>أُعيد فتح %Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) wait for a decision. Resolving withdraws them: nothing of it is done.</source>
        <translation>
            <numerusform>لا إجراءات تنتظر قرارًا.</numerusform>
            <numerusform>إجراء واحد ينتظر قرارًا. الإنهاء يسحبه: لن يُنفَّذ منه شيء.</numerusform>
            <numerusform>إجراءان ينتظران قرارًا. الإنهاء يسحبهما: لن يُنفَّذ منهما شيء.</numerusform>
            <numerusform>%Ln إجراءات تنتظر قرارًا. الإنهاء يسحبها: لن يُنفَّذ منها شيء.</numerusform>
            <numerusform>%Ln إجراءً تنتظر قرارًا. الإنهاء يسحبها: لن يُنفَّذ منها شيء.</numerusform>
            <numerusform>%Ln إجراء تنتظر قرارًا. الإنهاء يسحبها: لن يُنفَّذ منها شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve and withdraw</source>
        <translation>إنهاء وسحب</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InlineBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>إغلاق الرسالة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightTiles</name>
    <message>
        <source>Before: %1</source>
        <translation>سابقًا: %1</translation>
    </message>
    <message>
        <source>90 % within %1</source>
        <translation>90 % خلال %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reopened</source>
        <translation>
            <numerusform>لم يُعَد فتح أي منها</numerusform>
            <numerusform>أُعيد فتح واحدة</numerusform>
            <numerusform>أُعيد فتح اثنتين</numerusform>
            <numerusform>أُعيد فتح %Ln</numerusform>
            <numerusform>أُعيد فتح %Ln</numerusform>
            <numerusform>أُعيد فتح %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>المنتهية</translation>
    </message>
    <message>
        <source>Answered by Helmdesk alone</source>
        <translation>أجاب عنها Helmdesk وحده</translation>
    </message>
    <message>
        <source>Drafts sent unchanged</source>
        <translation>مسودات أُرسلت دون تغيير</translation>
    </message>
    <message>
        <source>First response, median</source>
        <translation>أول رد، الوسيط</translation>
    </message>
    <message>
        <source>Time to resolution, median</source>
        <translation>الوقت حتى الإنهاء، الوسيط</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>الوقت الموفَّر</translation>
    </message>
    <message>
        <source>worth %1</source>
        <translation>بقيمة %1</translation>
    </message>
    <message>
        <source>Models, a resolution</source>
        <translation>النماذج لكل محادثة منتهية</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 إجمالًا</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>التحليلات</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>تصدير بصيغة CSV…</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>حسب اليوم</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>حسب القناة</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>حسب الفئة</translation>
    </message>
    <message>
        <source>By reason of escalation</source>
        <translation>حسب سبب التصعيد</translation>
    </message>
    <message>
        <source>By person and hour</source>
        <translation>حسب الشخص والساعة</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>جارٍ العدّ…</translation>
    </message>
    <message>
        <source>No conversation began in this period. Choose a longer one, or another filter.</source>
        <translation>لم تبدأ أي محادثة في هذه الفترة. اختر فترة أطول أو مرشّحًا آخر.</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>الفترة السابقة</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>الفترة اللاحقة</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>اليوم الأخير</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %Ln أيام</numerusform>
            <numerusform>آخر %Ln يومًا</numerusform>
            <numerusform>آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>الشهر الماضي</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>كل الوقت</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>كل القنوات</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>كل الفئات</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>أرقام الفترة</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>كيف انتهت</translation>
    </message>
    <message>
        <source>What became of the drafts</source>
        <translation>ما آلت إليه المسودات</translation>
    </message>
    <message>
        <source>Escalations by reason</source>
        <translation>التصعيدات حسب السبب</translation>
    </message>
    <message>
        <source>Replies by person</source>
        <translation>الردود حسب الشخص</translation>
    </message>
    <message>
        <source>Replies by hour</source>
        <translation>الردود حسب الساعة</translation>
    </message>
    <message>
        <source>Change what is assumed</source>
        <translation>تغيير الافتراضات</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1، مقارنةً بـ %2</translation>
    </message>
    <message>
        <source>Assumed: a reply by hand takes %1 minutes, with a draft %2, and an hour costs %3. The definitions of all figures stand in the handbook, page Insights.</source>
        <translation>الافتراض: يستغرق الرد اليدوي بالدقائق %1، ومع مسودة %2، وتكلّف الساعة %3. تعريفات كل الأرقام موجودة في الدليل، صفحة «التحليلات».</translation>
    </message>
    <message>
        <source>Export insights</source>
        <translation>تصدير التحليلات</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stand in %1.</source>
        <translation>
            <numerusform>لم يُكتب أي صف في %1.</numerusform>
            <numerusform>كُتب صف واحد في %1.</numerusform>
            <numerusform>كُتب صفان في %1.</numerusform>
            <numerusform>كُتبت %Ln صفوف في %1.</numerusform>
            <numerusform>كُتب %Ln صفًا في %1.</numerusform>
            <numerusform>كُتب %Ln صف في %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it on your archive…</source>
        <translation>التجربة على أرشيفك…</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>سلامة النظام</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Inspector</name>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>التشغيل</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Key of: %1</source>
        <translation>مفتاح: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Reset the key of: %1</source>
        <translation>إعادة ضبط مفتاح: %1</translation>
    </message>
    <message>
        <source>Neither works: “%1” has the same key</source>
        <translation>لا يعمل أيّ منهما: للأمر «%1» المفتاح نفسه</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KnowledgeView</name>
    <message>
        <source>Knowledge</source>
        <translation>المعرفة</translation>
    </message>
    <message>
        <source>Import articles from files</source>
        <translation>استيراد مقالات من ملفات</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>مقالة جديدة</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>البحث في المقالات</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>نص المقالة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Text, in Markdown</source>
        <translation>النص، بصيغة Markdown</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Te&amp;xt, in Markdown</source>
        <translation>النص، بصيغة Markdown</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save article</source>
        <translation>حفظ المقالة</translation>
    </message>
    <message>
        <source>The article is saved and answers questions from now on.</source>
        <translation>حُفظت المقالة وستُستخدم في الإجابة من الآن.</translation>
    </message>
    <message>
        <source>Delete “%1”? Helmdesk no longer answers from it.</source>
        <translation>حذف «%1»؟ لن يجيب Helmdesk منها بعد ذلك.</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>حذف المقالة</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Articles (*.md *.txt *.html *.htm)</source>
        <translation>مقالات (*.md *.txt *.html *.htm)</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 unchanged</source>
        <extracomment>What an import of articles came to</extracomment>
        <translation>أُضيف %1 وتغيّر %2 وبقي %3 كما هو</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>مقالات تحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>You have begun to change this article and not saved it.</source>
        <translation>بدأت تعديل هذه المقالة ولم تحفظها.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>متابعة الكتابة</translation>
    </message>
    <message>
        <source>“%1” is not saved. What you wrote is kept.</source>
        <translation>لم تُحفظ «%1». ما كتبته باقٍ.</translation>
    </message>
    <message>
        <source>Your changes were dropped.</source>
        <translation>أُهملت تغييراتك.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>حُذفت «%1».</translation>
    </message>
    <message>
        <source>You have begun a new article and not saved it.</source>
        <translation>بدأت مقالة جديدة ولم تحفظها.</translation>
    </message>
    <message>
        <source>An article that you choose is read here. Write one with the plus above the list, or take in files with the arrow beside it.</source>
        <translation>تُقرأ هنا المقالة التي تختارها. اكتب مقالة بعلامة الزائد فوق القائمة، أو استورد ملفات بالسهم المجاور لها.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::LearningPage</name>
    <message>
        <source>Draft edited</source>
        <translation>عُدّلت المسودة</translation>
    </message>
    <message>
        <source>Draft rejected</source>
        <translation>رُفضت المسودة</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>إنذار كاذب</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>غُيّرت الفئة</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>تُعلِّم منها</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>مستبعدة</translation>
    </message>
    <message>
        <source>Waits for your review</source>
        <translation>تنتظر مراجعتك</translation>
    </message>
    <message>
        <source>Over the limit of one customer</source>
        <translation>فوق حدّ العميل الواحد</translation>
    </message>
    <message>
        <source>Over the limit of one day</source>
        <translation>فوق حدّ اليوم الواحد</translation>
    </message>
    <message>
        <source>Over the limit of the category</source>
        <translation>فوق حدّ الفئة</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>طويلة جدًا</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>مستخدمة</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>استُخدمت سابقًا</translation>
    </message>
    <message>
        <source>Declined: it was worse</source>
        <translation>رُفضت: كانت أسوأ</translation>
    </message>
    <message>
        <source>The model that came with the program.</source>
        <translation>النموذج الذي جاء مع البرنامج.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new correction(s) from %1 customer(s).</source>
        <translation>
            <numerusform>لا تصحيحات جديدة (العملاء: %1).</numerusform>
            <numerusform>تصحيح جديد واحد (العملاء: %1).</numerusform>
            <numerusform>تصحيحان جديدان (العملاء: %1).</numerusform>
            <numerusform>%Ln تصحيحات جديدة (العملاء: %1).</numerusform>
            <numerusform>%Ln تصحيحًا جديدًا (العملاء: %1).</numerusform>
            <numerusform>%Ln تصحيح جديد (العملاء: %1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Right on corrections that it had not seen: %1, before %2.</source>
        <translation>الصواب في تصحيحات لم تَرها: %1، سابقًا %2.</translation>
    </message>
    <message>
        <source>Right on the validation messages: %1, before %2.</source>
        <translation>الصواب في رسائل التحقق: %1، سابقًا %2.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>تعلّم الآن</translation>
    </message>
    <message>
        <source>Nothing was corrected yet. When you change a category, edit a draft or mark a false alarm, the router learns from it, and you see here what came of it.</source>
        <translation>لم يُصحَّح شيء بعد. عندما تغيّر فئة أو تعدّل مسودة أو تبلّغ عن إنذار كاذب يتعلّم الموجّه من ذلك، وترى هنا ما نتج عنه.</translation>
    </message>
    <message>
        <source>What the router has learnt</source>
        <translation>ما تعلّمه الموجّه</translation>
    </message>
    <message>
        <source>What can be promised</source>
        <translation>ما يمكن الوعد به</translation>
    </message>
    <message>
        <source>Versions of the router</source>
        <translation>إصدارات الموجّه</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>المساهمات</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>استبعاد</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>الاستخدام</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) that the version in use has not learnt from.</source>
        <translation>
            <numerusform>لا تصحيحات لم يتعلّم منها الإصدار المستخدم.</numerusform>
            <numerusform>تصحيح واحد لم يتعلّم منه الإصدار المستخدم.</numerusform>
            <numerusform>تصحيحان لم يتعلّم منهما الإصدار المستخدم.</numerusform>
            <numerusform>%Ln تصحيحات لم يتعلّم منها الإصدار المستخدم.</numerusform>
            <numerusform>%Ln تصحيحًا لم يتعلّم منه الإصدار المستخدم.</numerusform>
            <numerusform>%Ln تصحيح لم يتعلّم منه الإصدار المستخدم.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 of the automatically routed messages wrong: kept by routing at a confidence of %2 or more, which takes %3 of the messages.</source>
        <translation>خطأ في %1 على الأكثر من الرسائل الموجّهة آليًا: يُحفظ ذلك بالتوجيه عند ثقة %2 فأكثر، وهذا يشمل %3 من الرسائل.</translation>
    </message>
    <message>
        <source>The evidence does not carry a promise of at most %1 wrong: at no confidence are enough of the judged messages right.</source>
        <translation>الأدلة لا تسند وعدًا بخطأ %1 على الأكثر: لا توجد ثقة يكون عندها عدد كافٍ من الرسائل صائبًا.</translation>
    </message>
    <message>
        <source>%1 of %2 judged messages at that confidence were wrong; their true share lies between %3 and %4 with a probability of 90 percent.</source>
        <translation>كانت %1 من %2 رسالة محكوم عليها عند هذه الثقة خاطئة؛ وتقع نسبتها الحقيقية بين %3 و%4 باحتمال ٩٠ بالمئة.</translation>
    </message>
    <message>
        <source>No promise is set: this shows what one would need. Set it in the settings.</source>
        <translation>لا وعد محدّد: هذا يبيّن ما يحتاجه الوعد. حدّده في الإعدادات.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>الإصدار %1، %2</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>التراجع إلى الإصدار %1</translation>
    </message>
    <message>
        <source>Version %1 is in use.</source>
        <translation>الإصدار %1 مستخدم.</translation>
    </message>
    <message>
        <source>The router may learn from it.</source>
        <translation>يجوز للموجّه أن يتعلّم منها.</translation>
    </message>
    <message>
        <source>The router will not learn from it.</source>
        <translation>لن يتعلّم الموجّه منها.</translation>
    </message>
    <message>
        <source>The router is learning. You can go on working.</source>
        <translation>الموجّه يتعلّم. يمكنك متابعة العمل.</translation>
    </message>
    <message>
        <source>A new version was made; see below.</source>
        <translation>أُنشئ إصدار جديد؛ انظر أدناه.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No correction yet. When you change a category, edit a draft or mark a false alarm, it stands here, and you decide whether the router may learn from it.</source>
        <translation>لا تصحيحات بعد. عندما تغيّر فئة أو تعدّل مسودة أو تبلّغ عن إنذار كاذب يظهر ذلك هنا، وتقرر أنت هل يجوز للموجّه أن يتعلّم منه.</translation>
    </message>
    <message>
        <source>The version in use has learnt from every correction.</source>
        <translation>تعلّم الإصدار المستخدم من كل التصحيحات.</translation>
    </message>
    <message>
        <source>Too little evidence to promise at most %1 wrong: at least %2 judged messages are needed.</source>
        <translation>الأدلة أقل من أن تعِد بخطأ %1 على الأكثر: عدد الرسائل المحكوم عليها اللازم %2 على الأقل.</translation>
    </message>
    <message>
        <source>Judged so far: %1.</source>
        <translation>حُكم عليه حتى الآن: %1.</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>الموجّه</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>المعايرة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailTestSteps</name>
    <message>
        <source>Trying the next step</source>
        <translation>جارٍ تجربة الخطوة التالية</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxCard</name>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Ask the server of %1 for new mail now</source>
        <translation>سؤال خادم %1 عن بريد جديد الآن</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove the mailbox %1</source>
        <translation>إزالة صندوق البريد %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>آخر سؤال</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>How replies leave by %1</source>
        <translation>كيف تخرج الردود عبر %1</translation>
    </message>
    <message>
        <source>Replies are</source>
        <translation>وضع الردود</translation>
    </message>
    <message>
        <source>Change the password of %1</source>
        <translation>تغيير كلمة مرور %1</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>كلمة المرور الجديدة لـ %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep the password</source>
        <translation>حفظ كلمة المرور</translation>
    </message>
    <message>
        <source>Reads from %1; sends by %2</source>
        <extracomment>Two servers of a mailbox</extracomment>
        <translation>يقرأ من %1؛ ويرسل عبر %2</translation>
    </message>
    <message>
        <source>Reads from %1</source>
        <translation>يقرأ من %1</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Give it a password</source>
        <translation>إعطاؤه كلمة مرور</translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: hide the reasons</source>
        <translation>
            <numerusform>لا رسائل موضوعة جانبًا: إخفاء الأسباب</numerusform>
            <numerusform>رسالة واحدة موضوعة جانبًا: إخفاء الأسباب</numerusform>
            <numerusform>رسالتان موضوعتان جانبًا: إخفاء الأسباب</numerusform>
            <numerusform>%Ln رسائل موضوعة جانبًا: إخفاء الأسباب</numerusform>
            <numerusform>%Ln رسالة موضوعة جانبًا: إخفاء الأسباب</numerusform>
            <numerusform>%Ln رسالة موضوعة جانبًا: إخفاء الأسباب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: show the reasons</source>
        <translation>
            <numerusform>لا رسائل موضوعة جانبًا: عرض الأسباب</numerusform>
            <numerusform>رسالة واحدة موضوعة جانبًا: عرض الأسباب</numerusform>
            <numerusform>رسالتان موضوعتان جانبًا: عرض الأسباب</numerusform>
            <numerusform>%Ln رسائل موضوعة جانبًا: عرض الأسباب</numerusform>
            <numerusform>%Ln رسالة موضوعة جانبًا: عرض الأسباب</numerusform>
            <numerusform>%Ln رسالة موضوعة جانبًا: عرض الأسباب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier one(s)</source>
        <translation>
            <numerusform>ولا رسائل أقدم</numerusform>
            <numerusform>ورسالة واحدة أقدم</numerusform>
            <numerusform>ورسالتان أقدم</numerusform>
            <numerusform>و%Ln رسائل أقدم</numerusform>
            <numerusform>و%Ln رسالة أقدم</numerusform>
            <numerusform>و%Ln رسالة أقدم</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>إيقاف اختبار %1</translation>
    </message>
    <message>
        <source>Test the mailbox %1</source>
        <translation>اختبار صندوق البريد %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume the mailbox %1</source>
        <translation>استئناف صندوق البريد %1</translation>
    </message>
    <message>
        <source>Pause the mailbox %1</source>
        <translation>إيقاف صندوق البريد %1 مؤقتًا</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>إزالة «%1»؟</translation>
    </message>
    <message>
        <source>Its conversations stay here, and every mail stays on the server. It is no longer read, and its password is forgotten.</source>
        <translation>تبقى محادثاته هنا، وتبقى كل رسالة على الخادم. لن يُقرأ بعد ذلك، وتُنسى كلمة مروره.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its replies have not left for certain: those fail, with that reason.</source>
        <translation>
            <numerusform>لا ردود منه لم يتأكد خروجها.</numerusform>
            <numerusform>رد واحد منه لم يتأكد خروجه: يُعدّ فاشلًا لهذا السبب.</numerusform>
            <numerusform>ردان منه لم يتأكد خروجهما: يُعدّان فاشلين لهذا السبب.</numerusform>
            <numerusform>%Ln ردود منه لم يتأكد خروجها: تُعدّ فاشلة لهذا السبب.</numerusform>
            <numerusform>%Ln ردًّا منه لم يتأكد خروجها: تُعدّ فاشلة لهذا السبب.</numerusform>
            <numerusform>%Ln رد منه لم يتأكد خروجها: تُعدّ فاشلة لهذا السبب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>إزالته</translation>
    </message>
    <message>
        <source>Vouches for senders</source>
        <translation>يضمن هوية المرسلين</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxForm</name>
    <message>
        <source>What customers write to. Its servers are looked for; nothing is read or sent before you have seen them.</source>
        <translation>العنوان الذي يكتب إليه العملاء. يُبحث عن خوادمه؛ ولا يُقرأ شيء ولا يُرسل قبل أن تراها.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Enter the servers myself</source>
        <translation>إدخال الخوادم بنفسي</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The address is missing, such as support@example.org.</source>
        <translation>ينقص العنوان، مثل support@example.org.</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, step %1 of 3: its address</source>
        <translation>ربط صندوق بريد فريقك، الخطوة %1 من 3: عنوانه</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: its servers</source>
        <translation>ربط %2، الخطوة %1 من 3: خوادمه</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: what is read</source>
        <translation>ربط %2، الخطوة %1 من 3: ما يُقرأ</translation>
    </message>
    <message>
        <source>&amp;Find its servers</source>
        <translation>البحث عن خوادمه</translation>
    </message>
    <message>
        <source>&amp;Connect the mailbox</source>
        <translation>ربط صندوق البريد</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>This is no mail address: it reads like support@example.org.</source>
        <translation>هذا ليس عنوان بريد: يُكتب العنوان مثل support@example.org.</translation>
    </message>
    <message>
        <source>Looking for its servers</source>
        <translation>جارٍ البحث عن خوادمه</translation>
    </message>
    <message>
        <source>Nothing tells which servers this address has. Enter them yourself.</source>
        <translation>لا شيء يدل على خوادم هذا العنوان. أدخلها بنفسك.</translation>
    </message>
    <message>
        <source>Testing; nothing is changed on the server</source>
        <translation>جارٍ الاختبار؛ لا يتغير شيء على الخادم</translation>
    </message>
    <message>
        <source>Correct what is wrong and test again.</source>
        <translation>صحّح الخطأ واختبر من جديد.</translation>
    </message>
    <message>
        <source>Testing whether it can send; nothing is sent</source>
        <translation>جارٍ اختبار قدرته على الإرسال؛ لا يُرسل شيء</translation>
    </message>
    <message>
        <source>It cannot send so far. Choose drafts only, or go back and correct the server.</source>
        <translation>لا يستطيع الإرسال حتى الآن. اختر «مسودات فقط»، أو ارجع وصحّح الخادم.</translation>
    </message>
    <message>
        <source>There is a mailbox “%1” already. Go back and choose another name.</source>
        <translation>يوجد صندوق بريد باسم «%1». ارجع واختر اسمًا آخر.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxScope</name>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Folders to read</source>
        <translation>المجلدات التي تُقرأ</translation>
    </message>
    <message>
        <source>Mail that is there already</source>
        <translation>البريد الموجود من قبل</translation>
    </message>
    <message>
        <source>&amp;Mail to read</source>
        <translation>البريد الذي يُقرأ</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Re&amp;plies</source>
        <translation>الردود</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation>اختر مجلدًا واحدًا على الأقل.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxServers</name>
    <message>
        <source>&amp;Reading (IMAP)</source>
        <translation>القراءة (IMAP)</translation>
    </message>
    <message>
        <source>Sen&amp;ding (SMTP)</source>
        <translation>الإرسال (SMTP)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Mostly the address itself</source>
        <translation>غالبًا العنوان نفسه</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>تسجيل الدخول بـ</translation>
    </message>
    <message>
        <source>A password, or an app password</source>
        <translation>كلمة مرور، أو كلمة مرور تطبيق</translation>
    </message>
    <message>
        <source>An OAuth token</source>
        <translation>رمز OAuth</translation>
    </message>
    <message>
        <source>Si&amp;gn in with</source>
        <translation>تسجيل الدخول بـ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Empty: one that the system trusts. A server of your own: the SHA-256 of its certificate</source>
        <translation>فارغ: شهادة يثق بها النظام. خادم لديك: قيمة SHA-256 لشهادته</translation>
    </message>
    <message>
        <source>Ce&amp;rtificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>As you want to call it here, such as support</source>
        <translation>كما تريد أن تسمّيه هنا، مثل support</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Server, such as mail.example.org</source>
        <translation>الخادم، مثل mail.example.org</translation>
    </message>
    <message>
        <source>Port for %1</source>
        <translation>منفذ %1</translation>
    </message>
    <message>
        <source>Encryption for %1</source>
        <translation>تشفير %1</translation>
    </message>
    <message>
        <source>Who runs the mailbox knows its servers.</source>
        <translation>من يدير صندوق البريد يعرف خوادمه.</translation>
    </message>
    <message>
        <source>Found by %1. Correct what is not right.</source>
        <translation>عُثر عليها بواسطة %1. صحّح ما ليس صحيحًا.</translation>
    </message>
    <message>
        <source>Found by %1. %2</source>
        <translation>عُثر عليها بواسطة %1. %2</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>تُحفظ في سلسلة المفاتيح على هذا الجهاز ولا تُعرض مرة أخرى أبدًا.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a password is never written to a file. What you type here serves for the test alone: set the environment variable %1 before you start Helmdesk.</source>
        <translation>لا توجد سلسلة مفاتيح على هذا الجهاز، ولا تُكتب كلمة المرور في ملف أبدًا. ما تكتبه هنا يُستخدم للاختبار وحده: عيّن متغيّر البيئة %1 قبل تشغيل Helmdesk.</translation>
    </message>
    <message>
        <source>The server to read from is missing: its name and its port.</source>
        <translation>ينقص خادم القراءة: اسمه ومنفذه.</translation>
    </message>
    <message>
        <source>The port of the server to send by is missing.</source>
        <translation>ينقص منفذ خادم الإرسال.</translation>
    </message>
    <message>
        <source>The user to sign in with is missing.</source>
        <translation>ينقص المستخدم الذي يُسجَّل الدخول باسمه.</translation>
    </message>
    <message>
        <source>A certificate is given by its SHA-256: 64 digits and letters from a to f.</source>
        <translation>تُحدَّد الشهادة بقيمة SHA-256 لها: 64 رقمًا وحرفًا من a إلى f.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>يتكوّن الاسم من 64 حرفًا على الأكثر: حروف لاتينية وأرقام و«-» و«_» و«.».</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxTrust</name>
    <message>
        <source>The server that vouches for senders in %1</source>
        <translation>الخادم الذي يضمن هوية المرسلين في %1</translation>
    </message>
    <message>
        <source>Nobody: senders prove who they are by a code</source>
        <translation>لا أحد: يثبت المرسلون هويتهم برمز تحقق</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>الوثوق به</translation>
    </message>
    <message>
        <source>The first word of the Authentication-Results that your own mail server writes, such as mx.example.org. A sender for whom it vouches counts as known.</source>
        <translation>الكلمة الأولى من Authentication-Results التي يكتبها خادم بريدك نفسه، مثل mx.example.org. كل مرسل يضمن هذا الخادم هويته يُعدّ معروفًا.</translation>
    </message>
    <message>
        <source>Trust nobody</source>
        <translation>عدم الوثوق بأحد</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxesPage</name>
    <message>
        <source>&amp;Connect your team’s mailbox</source>
        <translation>ربط صندوق بريد فريقك</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, and what customers write arrives here within a second. It takes an address and its password. At first nothing is sent: each reply appears as a draft in the mailbox itself, and nothing there is moved or marked as read.</source>
        <translation>اربط صندوق بريد فريقك، فيصل إلى هنا ما يكتبه العملاء خلال ثانية. يكفي عنوان وكلمة مروره. في البداية لا يُرسل شيء: يظهر كل رد كمسودة في صندوق البريد نفسه، ولا يُنقل فيه شيء ولا يُعلَّم كمقروء.</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>صناديق البريد</translation>
    </message>
    <message>
        <source>&amp;Connect another mailbox</source>
        <translation>ربط صندوق بريد آخر</translation>
    </message>
    <message>
        <source>No mailbox matches the search.</source>
        <translation>لا صندوق بريد يطابق البحث.</translation>
    </message>
    <message>
        <source>The server of “%1” is asked for new mail now.</source>
        <translation>يُسأل خادم «%1» الآن عن بريد جديد.</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>أُوقف «%1» مؤقتًا.</translation>
    </message>
    <message>
        <source>“%1” is read again.</source>
        <translation>يُقرأ «%1» من جديد.</translation>
    </message>
    <message>
        <source>“%1” is removed. Its conversations are still here.</source>
        <translation>أُزيل «%1». ما زالت محادثاته هنا.</translation>
    </message>
    <message>
        <source>“%1” is added, but its password could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>أُضيف «%1»، لكن تعذّر حفظ كلمة مروره. عيّن متغيّر البيئة %2 قبل تشغيل Helmdesk.</translation>
    </message>
    <message>
        <source>“%1” is connected. What arrives there appears in the inbox.</source>
        <translation>رُبط «%1». ما يصل إليه يظهر في الوارد.</translation>
    </message>
    <message>
        <source>“%1” works.</source>
        <translation>«%1» يعمل.</translation>
    </message>
    <message>
        <source>“%1” does not work. %2</source>
        <translation>«%1» لا يعمل. %2</translation>
    </message>
    <message>
        <source>The password could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>تعذّر حفظ كلمة المرور، وتبقى السابقة. يمكن أن يحملها متغيّر البيئة %1.</translation>
    </message>
    <message>
        <source>“%1” signs in with the new password from now on.</source>
        <translation>يسجّل «%1» الدخول بكلمة المرور الجديدة من الآن.</translation>
    </message>
    <message>
        <source>Replies leave by “%1” from now on.</source>
        <translation>تخرج الردود عبر «%1» من الآن.</translation>
    </message>
    <message>
        <source>“%1” sends nothing any more: replies are drafts in it.</source>
        <translation>لم يعد «%1» يرسل شيئًا: الردود مسودات فيه.</translation>
    </message>
    <message>
        <source>Nobody vouches for senders in “%1” any more.</source>
        <translation>لم يعد أحد يضمن هوية المرسلين في «%1».</translation>
    </message>
    <message>
        <source>Senders for whom %1 vouches are known in “%2”.</source>
        <translation>المرسلون الذين يضمن %1 هويتهم معروفون في «%2».</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MainWindow</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Title of the window: the customer and what the open conversation is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>الانتقال إلى الوارد</translation>
    </message>
    <message>
        <source>Go to the approvals</source>
        <translation>الانتقال إلى الموافقات</translation>
    </message>
    <message>
        <source>Go to the knowledge</source>
        <translation>الانتقال إلى المعرفة</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>الانتقال إلى الإعدادات</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>عرض المفاتيح</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>إظهار لوحة التفاصيل أو إخفاؤها</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>المظهر الفاتح</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>المظهر الداكن</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>مظهر النظام</translation>
    </message>
    <message>
        <source>Quit Helmdesk</source>
        <translation>إنهاء Helmdesk</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Refresh the queue</source>
        <translation>تحديث قائمة الانتظار</translation>
    </message>
    <message>
        <source>Show what needs review</source>
        <translation>عرض ما يحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>Show what is escalated</source>
        <translation>عرض المصعّد</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>عرض محادثاتي</translation>
    </message>
    <message>
        <source>Show what was answered automatically</source>
        <translation>عرض ما أُجيب عنه تلقائيًا</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>عرض كل المحادثات</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>إرسال الرد</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>التراجع عن الإرسال</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>تعديل الرد</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>كتابة ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>رفض المسودة</translation>
    </message>
    <message>
        <source>Take over or hand back</source>
        <translation>تولّي المحادثة أو إعادتها</translation>
    </message>
    <message>
        <source>Approve what waits</source>
        <translation>الموافقة على المنتظر</translation>
    </message>
    <message>
        <source>Deny what waits</source>
        <translation>رفض المنتظر</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>عرض السبب</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>عرض العميل</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>عرض التشغيل</translation>
    </message>
    <message>
        <source>The engine did not start: %1. Messages are kept; you can read and write, and nothing is answered by itself.</source>
        <translation>لم يبدأ المحرك: %1. الرسائل محفوظة ويمكنك القراءة والكتابة، ولا يُجاب عن شيء تلقائيًا.</translation>
    </message>
    <message>
        <source>%1 is offline: %2. Everything else works; change it in the settings, then start Helmdesk again.</source>
        <translation>%1 غير متصل: %2. كل ما عداه يعمل؛ غيّره في الإعدادات ثم شغّل Helmdesk من جديد.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>افتح الإعدادات</translation>
    </message>
    <message>
        <source>Mark or unmark the conversation</source>
        <translation>علّم المحادثة أو أزل علامتها</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>أزل العلامات</translation>
    </message>
    <message>
        <source>Filter and sort the queue</source>
        <translation>رشّح القائمة ورتّبها</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>احفظ المرشّح كعرض</translation>
    </message>
    <message>
        <source>Show what waits for approval</source>
        <translation>اعرض ما ينتظر الموافقة</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>إدراج نص جاهز</translation>
    </message>
    <message>
        <source>Resolve what is marked, or this one</source>
        <translation>أنهِ ما عُلّم أو هذه المحادثة</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>المزيد لهذه المحادثة</translation>
    </message>
    <message>
        <source>Change the category to “%1” and answer again</source>
        <translation>غيّر الفئة إلى «%1» وأجب من جديد</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>إنذار كاذب: لم يحتج هذا إلى شخص</translation>
    </message>
    <message>
        <source>Go to what the router has learnt</source>
        <translation>الانتقال إلى ما تعلّمه الموجّه</translation>
    </message>
    <message>
        <source>Let the router learn now</source>
        <translation>دع الموجّه يتعلّم الآن</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>تعديل النصوص الجاهزة</translation>
    </message>
    <message>
        <source>Held back: %1.</source>
        <extracomment>The reason is a sentence of the engine that begins in lower case</extracomment>
        <translation>محجوب: %1.</translation>
    </message>
    <message>
        <source>Open the chat page</source>
        <translation>فتح صفحة الدردشة</translation>
    </message>
    <message>
        <source>Back to what was open before</source>
        <translation>العودة إلى ما كان مفتوحًا من قبل</translation>
    </message>
    <message>
        <source>Go to the insights</source>
        <translation>الانتقال إلى التحليلات</translation>
    </message>
    <message>
        <source>Set up language models</source>
        <translation>إعداد نماذج اللغة</translation>
    </message>
    <message>
        <source>%1 is not read: %2. Everything else works; what is wrong is mended in the settings.</source>
        <translation>%1 لا يُقرأ: %2. كل ما عداه يعمل؛ يُصلَح الخطأ في الإعدادات.</translation>
    </message>
    <message>
        <source>Connect the team’s mailbox</source>
        <translation>ربط صندوق بريد الفريق</translation>
    </message>
    <message>
        <source>Alarm: %1.</source>
        <extracomment>The parts of the desk that are in trouble</extracomment>
        <translation>إنذار: %1.</translation>
    </message>
    <message>
        <source>Open Health</source>
        <translation>افتح سلامة النظام</translation>
    </message>
    <message>
        <source>See whether everything works</source>
        <translation>تحقّق من أن كل شيء يعمل</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MessageBubble</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1، %2: %3</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>ملاحظة من %1</translation>
    </message>
    <message>
        <source>%1, sent automatically</source>
        <translation>%1، أُرسلت تلقائيًا</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Show all (%1 characters)</source>
        <translation>عرض الكل (عدد الأحرف: %1)</translation>
    </message>
    <message>
        <source>Passes on a mail by %1</source>
        <extracomment>Above a message that passes on a mail of somebody else</extracomment>
        <translation>يمرّر رسالة من %1</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <extracomment>Who got a copy of a mail</extracomment>
        <translation>نسخة إلى %1</translation>
    </message>
    <message>
        <source>Show the whole message</source>
        <translation>عرض الرسالة كاملة</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>عرض أقل</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>عرض النص المقتبس</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>إخفاء النص المقتبس</translation>
    </message>
    <message>
        <source>Blind copy to %1</source>
        <extracomment>Who got a copy of a reply without anybody else knowing</extracomment>
        <translation>نسخة مخفية إلى %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MessageText</name>
    <message>
        <source>Text of the message</source>
        <translation>نص الرسالة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelCard</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove the model %1</source>
        <translation>إزالة النموذج %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>القدرات</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Personal data for %1</source>
        <translation>البيانات الشخصية للنموذج %1</translation>
    </message>
    <message>
        <source>Names, addresses, numbers and the like of a customer. The model sees a placeholder, and the real value is put back here.</source>
        <translation>أسماء العميل وعناوينه وأرقامه وما شابهها. يرى النموذج بديلًا عنها، وتُعاد القيمة الحقيقية هنا.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>البيانات الشخصية</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>يجيب</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>يوجّه</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>الثاني</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <extracomment>What a model is called at its server, the server&apos;s address, and whose form it speaks</extracomment>
        <translation>%1 على %2 (%3)</translation>
    </message>
    <message>
        <source>Give it a key</source>
        <translation>إعطاؤه مفتاحًا</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>تغيير المفتاح</translation>
    </message>
    <message>
        <source>Change the key of %1</source>
        <translation>تغيير مفتاح %1</translation>
    </message>
    <message>
        <source>New key of %1</source>
        <translation>المفتاح الجديد لـ %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>حفظ المفتاح</translation>
    </message>
    <message>
        <source>Being tested: some small questions, none with a customer&apos;s words.</source>
        <translation>قيد الاختبار: بضعة أسئلة صغيرة، ليس في أيّ منها كلمات عميل.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>إيقاف اختبار %1</translation>
    </message>
    <message>
        <source>Test the model %1</source>
        <translation>اختبار النموذج %1</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>إزالة «%1»؟</translation>
    </message>
    <message>
        <source>The built-in engine takes over what it does.</source>
        <translation>يتولى المحرك المدمج ما يقوم به.</translation>
    </message>
    <message>
        <source>Its key leaves the keychain, and the built-in engine takes over what it does.</source>
        <translation>يُحذف مفتاحه من سلسلة المفاتيح، ويتولى المحرك المدمج ما يقوم به.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>إزالته</translation>
    </message>
    <message>
        <source>%1, from the file %2 on this machine</source>
        <translation>%1، من الملف %2 على هذا الجهاز</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelForm</name>
    <message>
        <source>Add a language model</source>
        <translation>إضافة نموذج لغة</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of yours: http://127.0.0.1:8080/v1</source>
        <translation>فارغ: عنوان المزوّد نفسه. خادم لديك: http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>As its provider calls it</source>
        <translation>كما يسمّيه مزوّده</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>As you want to call it here, such as fast</source>
        <translation>كما تريد أن تسمّيه هنا، مثل fast</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Empty: it needs none</source>
        <translation>فارغ: لا يحتاج إلى مفتاح</translation>
    </message>
    <message>
        <source>US dollars for a million tokens; empty: as listed, or not known</source>
        <translation>دولارات أمريكية لكل مليون رمز؛ فارغ: كما في القائمة، أو غير معروف</translation>
    </message>
    <message>
        <source>Price of readin&amp;g</source>
        <translation>سعر القراءة</translation>
    </message>
    <message>
        <source>Price of wri&amp;ting</source>
        <translation>سعر الكتابة</translation>
    </message>
    <message>
        <source>It &amp;costs nothing: it runs on a machine of ours</source>
        <translation>لا يكلّف شيئًا: يعمل على جهاز لدينا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add the model</source>
        <translation>إضافة النموذج</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>يُحفظ في سلسلة المفاتيح على هذا الجهاز ولا يُعرض مرة أخرى أبدًا.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a key is never written to a file. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>لا توجد سلسلة مفاتيح على هذا الجهاز، ولا يُكتب المفتاح في ملف أبدًا. عيّن متغيّر البيئة %1 قبل تشغيل Helmdesk.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.</source>
        <translation>يجب أن يبدأ العنوان بـ http:// أو https://، مثل http://127.0.0.1:8080/v1.</translation>
    </message>
    <message>
        <source>A key does not belong into the address: type it into its own field.</source>
        <translation>لا مكان للمفتاح في العنوان: اكتبه في حقله الخاص.</translation>
    </message>
    <message>
        <source>The provider&apos;s name of the model is missing.</source>
        <translation>ينقص اسم النموذج لدى المزوّد.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>يتكوّن الاسم من 64 حرفًا على الأكثر: حروف لاتينية وأرقام و«-» و«_» و«.».</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>A model in the GGUF format</source>
        <translation>نموذج بصيغة GGUF</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>نماذج (*.gguf)</translation>
    </message>
    <message>
        <source>Choose the file of the model.</source>
        <translation>اختر ملف النموذج.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelsPage</name>
    <message>
        <source>The built-in engine</source>
        <translation>المحرك المدمج</translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation>النموذج الذي يجيب</translation>
    </message>
    <message>
        <source>Nobody: a person decides</source>
        <translation>لا أحد: يقرر شخص</translation>
    </message>
    <message>
        <source>The built-in engine at once</source>
        <translation>المحرك المدمج فورًا</translation>
    </message>
    <message>
        <source>&amp;Add a model</source>
        <translation>إضافة نموذج</translation>
    </message>
    <message>
        <source>No language model is needed: the built-in engine sorts messages, looks things up and words answers on this machine alone. A model words answers more freely and gives a second opinion where the router is unsure. What is changed or paid stays with the built-in engine, and it answers wherever a model fails.</source>
        <translation>لا حاجة إلى نموذج لغة: يصنّف المحرك المدمج الرسائل ويبحث عن المعلومات ويصوغ الإجابات على هذا الجهاز وحده. يصوغ النموذج الإجابات بحرية أكبر ويعطي رأيًا ثانيًا حين لا يكون الموجّه متأكدًا. ما يُغيَّر أو يُدفع يبقى للمحرك المدمج، وهو يجيب حيثما فشل نموذج.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>نماذج اللغة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>لا نموذج يطابق البحث.</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>من يفعل ماذا</translation>
    </message>
    <message>
        <source>Answers are &amp;worded by</source>
        <translation>يصوغ الإجابات</translation>
    </message>
    <message>
        <source>Where a model fails, the built-in engine answers.</source>
        <translation>حيثما فشل نموذج يجيب المحرك المدمج.</translation>
    </message>
    <message>
        <source>Where the &amp;router is unsure, ask</source>
        <translation>حين لا يكون الموجّه متأكدًا، يُسأل</translation>
    </message>
    <message>
        <source>Its word is one more witness of what a message is about.</source>
        <translation>رأيه شاهد إضافي على موضوع الرسالة.</translation>
    </message>
    <message>
        <source>Where the &amp;first model fails, ask</source>
        <translation>حين يفشل النموذج الأول، يُسأل</translation>
    </message>
    <message>
        <source>Before the built-in engine answers.</source>
        <translation>قبل أن يجيب المحرك المدمج.</translation>
    </message>
    <message>
        <source>It holds from the next message on.</source>
        <translation>يسري من الرسالة التالية.</translation>
    </message>
    <message>
        <source>Change the &amp;budgets</source>
        <translation>تغيير الميزانيات</translation>
    </message>
    <message>
        <source>%1, which is not there</source>
        <translation>%1، وهو غير موجود</translation>
    </message>
    <message>
        <source>Today: %1 of %2</source>
        <translation>اليوم: %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of unknown price count like the dearest models.</source>
        <translation>
            <numerusform>لا استدعاءات بسعر غير معروف.</numerusform>
            <numerusform>استدعاء واحد بسعر غير معروف يُحتسب بسعر أغلى النماذج.</numerusform>
            <numerusform>استدعاءان بسعر غير معروف يُحتسبان بسعر أغلى النماذج.</numerusform>
            <numerusform>%Ln استدعاءات بسعر غير معروف تُحتسب بسعر أغلى النماذج.</numerusform>
            <numerusform>%Ln استدعاءً بسعر غير معروف تُحتسب بسعر أغلى النماذج.</numerusform>
            <numerusform>%Ln استدعاء بسعر غير معروف تُحتسب بسعر أغلى النماذج.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds from the next call on.</source>
        <translation>يسري من الاستدعاء التالي.</translation>
    </message>
    <message>
        <source>There is a model “%1” already. Choose another name.</source>
        <translation>يوجد نموذج باسم «%1». اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“%1” is added, but its key could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>أُضيف «%1»، لكن تعذّر حفظ مفتاحه. عيّن متغيّر البيئة %2 قبل تشغيل Helmdesk.</translation>
    </message>
    <message>
        <source>“%1” is added. Test it before it answers.</source>
        <translation>أُضيف «%1». اختبره قبل أن يجيب.</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>اختبره</translation>
    </message>
    <message>
        <source>The test of “%1” was stopped. What was known of it stays.</source>
        <translation>أُوقف اختبار «%1». ما كان معروفًا عنه باقٍ.</translation>
    </message>
    <message>
        <source>“%1” answered after %2.</source>
        <translation>أجاب «%1» بعد %2.</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2</source>
        <translation>لم يجب «%1». %2</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2 Its server says: %3</source>
        <translation>لم يجب «%1». %2 يقول خادمه: %3</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>أُزيل «%1».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>عاد «%1».</translation>
    </message>
    <message>
        <source>The key could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>تعذّر حفظ المفتاح، ويبقى المفتاح السابق. يمكن أن يحمله متغيّر البيئة %1.</translation>
    </message>
    <message>
        <source>The new key of “%1” is kept.</source>
        <translation>حُفظ المفتاح الجديد لـ «%1».</translation>
    </message>
    <message>
        <source>“%1” is chosen, but it does not work: until it does, the built-in engine answers.</source>
        <translation>اختير «%1»، لكنه لا يعمل: يجيب المحرك المدمج إلى أن يعمل.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::NavigationRail</name>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>الموافقات</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>المعرفة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>التحليلات</translation>
    </message>
</context>
<context>
    <name>Helmdesk::PictureView</name>
    <message>
        <source>The picture, %1 by %2 pixels</source>
        <translation>الصورة، %1 في %2 بكسل</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalForm</name>
    <message>
        <source>Try several at once</source>
        <translation>تجربة عدة إعدادات معًا</translation>
    </message>
    <message>
        <source>Nothing here counts until a proposal is applied.</source>
        <translation>لا يسري شيء هنا حتى يُطبَّق اقتراح.</translation>
    </message>
    <message>
        <source>Name of the proposal</source>
        <translation>اسم الاقتراح</translation>
    </message>
    <message>
        <source>Why it is worth a try</source>
        <translation>لماذا يستحق التجربة</translation>
    </message>
    <message>
        <source>Save the proposal</source>
        <translation>حفظ الاقتراح</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>Of a setting</extracomment>
        <translation>اليوم: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A setting and its value
----------
What happened, and why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 saved “%3”</source>
        <translation>%1: حفظ %2 «%3»</translation>
    </message>
    <message>
        <source>%1: %2 applied “%3”</source>
        <translation>%1: طبّق %2 «%3»</translation>
    </message>
    <message>
        <source>%1: %2 rolled “%3” back</source>
        <translation>%1: تراجع %2 عن «%3»</translation>
    </message>
    <message>
        <source>%1: %2 removed “%3”</source>
        <translation>%1: أزال %2 «%3»</translation>
    </message>
    <message>
        <source>none judged</source>
        <translation>لم يُحكم على أي منها</translation>
    </message>
    <message>
        <source>%1 (%2 to %3) of %4</source>
        <extracomment>A share, its interval, and of how many</extracomment>
        <translation>%1 (من %2 إلى %3) من أصل %4</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalsPage</name>
    <message>
        <source>Leaves by itself</source>
        <translation>تخرج وحدها</translation>
    </message>
    <message>
        <source>A draft for a person</source>
        <translation>مسودة لشخص</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>مصعّدة</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Proposals side by side</source>
        <translation>الاقتراحات جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>What was tried and applied</source>
        <translation>ما جُرّب وما طُبّق</translation>
    </message>
    <message>
        <source>“%1” is saved. It counts once it is applied.</source>
        <translation>حُفظ «%1». يسري متى طُبّق.</translation>
    </message>
    <message>
        <source>None yet. Try several settings at once below and save them under a name: they are compared here with today&apos;s before anything changes.</source>
        <translation>لا توجد بعد. جرّب عدة إعدادات معًا أدناه واحفظها باسم: تُقارن هنا بإعدادات اليوم قبل أن يتغير شيء.</translation>
    </message>
    <message>
        <source>Show it side by side</source>
        <translation>عرضه جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>لماذا الآن؟</translation>
    </message>
    <message>
        <source>Why “%1” is applied</source>
        <translation>سبب تطبيق «%1»</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Roll “%1” back</source>
        <translation>التراجع عن «%1»</translation>
    </message>
    <message>
        <source>Apply “%1”</source>
        <translation>تطبيق «%1»</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>إزالة «%1»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>كل الرسائل</translation>
    </message>
    <message>
        <source>of it corrected by people</source>
        <translation>منها ما صحّحه أشخاص</translation>
    </message>
    <message numerus="yes">
        <source>What each would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>ما كان كل منها سيفعله برسائل آخر %Ln يوم، وعددها %1.</numerusform>
            <numerusform>ما كان كل منها سيفعله برسائل اليوم الأخير، وعددها %1.</numerusform>
            <numerusform>ما كان كل منها سيفعله برسائل آخر يومين، وعددها %1.</numerusform>
            <numerusform>ما كان كل منها سيفعله برسائل آخر %Ln أيام، وعددها %1.</numerusform>
            <numerusform>ما كان كل منها سيفعله برسائل آخر %Ln يومًا، وعددها %1.</numerusform>
            <numerusform>ما كان كل منها سيفعله برسائل آخر %Ln يوم، وعددها %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Apply “%1”?</source>
        <translation>تطبيق «%1»؟</translation>
    </message>
    <message>
        <source>More would leave without a person by: %1.</source>
        <translation>ستخرج رسائل أكثر دون تدخل شخص بسبب: %1.</translation>
    </message>
    <message>
        <source>“%1” is in force.</source>
        <translation>«%1» سارٍ الآن.</translation>
    </message>
    <message>
        <source>The settings have the values from before “%1” again.</source>
        <translation>عادت الإعدادات إلى قيمها السابقة لتطبيق «%1».</translation>
    </message>
    <message>
        <source>This was not rolled back: %1. Put the values from before back all the same?</source>
        <translation>لم يتم التراجع: %1. هل تريد استعادة القيم السابقة رغم ذلك؟</translation>
    </message>
    <message>
        <source>Roll back all the same</source>
        <translation>التراجع رغم ذلك</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? What it has changed stays as it is.</source>
        <translation>إزالة «%1» من القائمة؟ يبقى ما غيّره كما هو.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>This is not possible: %1</source>
        <translation>هذا غير ممكن: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueFilter</name>
    <message>
        <source>Name of the view, then Enter</source>
        <translation>اسم العرض ثم Enter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>اسم العرض</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>رشّح ورتّب</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>لم يُجب عنها بعد</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>احفظه كعرض</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>أزل المرشّح %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueModel</name>
    <message>
        <source>not answered</source>
        <translation>لم يُجب عنها</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>معلَّمة</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <extracomment>Of a conversation that has left the view and is still open; %1 is the name of a view</extracomment>
        <translation>نُقلت إلى «%1»</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueuePane</name>
    <message>
        <source>Search conversations</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Nothing waits for your review. Drafts of Helmdesk appear here.</source>
        <translation>لا شيء ينتظر مراجعتك. تظهر هنا مسودات Helmdesk.</translation>
    </message>
    <message>
        <source>Nothing is escalated. Conversations that need a person appear here.</source>
        <translation>لا شيء مصعّد. تظهر هنا المحادثات التي تحتاج إلى شخص.</translation>
    </message>
    <message>
        <source>You have taken over no conversation.</source>
        <translation>لم تتولَّ أي محادثة.</translation>
    </message>
    <message>
        <source>Nothing was answered automatically yet.</source>
        <translation>لم يُجب عن شيء تلقائيًا بعد.</translation>
    </message>
    <message>
        <source>No conversation yet. New messages appear here.</source>
        <translation>لا توجد محادثات بعد. تظهر هنا الرسائل الجديدة.</translation>
    </message>
    <message>
        <source>Kept as the view “%1”</source>
        <translation>حُفظ كعرض «%1»</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>أزل العلامات</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Resolve the marked conversations</source>
        <translation>أنهِ المحادثات المعلَّمة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>لا علامات</numerusform>
            <numerusform>واحدة معلَّمة</numerusform>
            <numerusform>اثنتان معلَّمتان</numerusform>
            <numerusform>%Ln معلَّمة</numerusform>
            <numerusform>%Ln معلَّمة</numerusform>
            <numerusform>%Ln معلَّمة</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation matches the search.</source>
        <translation>لا محادثة تطابق البحث.</translation>
    </message>
    <message>
        <source>No conversation passes the filter.</source>
        <translation>لا محادثة تطابق المرشّح.</translation>
    </message>
    <message>
        <source>Nothing waits for your approval.</source>
        <translation>لا شيء ينتظر موافقتك.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueTabs</name>
    <message>
        <source>All views</source>
        <translation>كل العروض</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Name of a view of the queue and the number of conversations in it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln conversation(s)</source>
        <translation>
            <numerusform>%1، لا محادثات</numerusform>
            <numerusform>%1، محادثة واحدة</numerusform>
            <numerusform>%1، محادثتان</numerusform>
            <numerusform>%1، %Ln محادثات</numerusform>
            <numerusform>%1، %Ln محادثة</numerusform>
            <numerusform>%1، %Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a saved view</source>
        <translation>أزل عرضًا محفوظًا</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RailButton</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1، لا شيء ينتظر</numerusform>
            <numerusform>%1، واحد ينتظر</numerusform>
            <numerusform>%1، اثنان ينتظران</numerusform>
            <numerusform>%1، %Ln تنتظر</numerusform>
            <numerusform>%1، %Ln تنتظر</numerusform>
            <numerusform>%1، %Ln تنتظر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReliabilityView</name>
    <message>
        <source>What was said against how often it was right</source>
        <translation>الاحتمال المذكور مقابل نسبة صحته</translation>
    </message>
    <message>
        <source>said %1, right %2</source>
        <translation>المذكور %1، الصحيح %2</translation>
    </message>
    <message>
        <source>said</source>
        <translation>المذكور</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayCurveView</name>
    <message>
        <source>Curve over the whole range</source>
        <translation>المنحنى على كامل النطاق</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayWords</name>
    <message>
        <source>nobody had judged them</source>
        <translation>لم يحكم عليها أحد</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln that people had judged, %1 had been corrected or rejected</source>
        <translation>
            <numerusform>لا رسائل حكم عليها أشخاص، وعدد ما صُحّح أو رُفض منها: %1</numerusform>
            <numerusform>من رسالة واحدة حكم عليها أشخاص، عدد ما صُحّح أو رُفض: %1</numerusform>
            <numerusform>من رسالتين حكم عليهما أشخاص، عدد ما صُحّح أو رُفض: %1</numerusform>
            <numerusform>من %Ln رسائل حكم عليها أشخاص، عدد ما صُحّح أو رُفض: %1</numerusform>
            <numerusform>من %Ln رسالة حكم عليها أشخاص، عدد ما صُحّح أو رُفض: %1</numerusform>
            <numerusform>من %Ln رسالة حكم عليها أشخاص، عدد ما صُحّح أو رُفض: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have left by themselves; %3.</source>
        <translation>
            <numerusform>لا أيام: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
            <numerusform>اليوم الأخير: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
            <numerusform>آخر يومين: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
            <numerusform>آخر %Ln أيام: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
            <numerusform>آخر %Ln يومًا: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
            <numerusform>آخر %Ln يوم: رسائل إضافية كانت ستخرج وحدها: %1 من %2؛ %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would have carried out an act.</source>
        <translation>
            <numerusform>لم تكن أي منها ستنفّذ إجراءً.</numerusform>
            <numerusform>واحدة منها كانت ستنفّذ إجراءً.</numerusform>
            <numerusform>اثنتان منها كانتا ستنفّذان إجراءً.</numerusform>
            <numerusform>%Ln منها كانت ستنفّذ إجراءً.</numerusform>
            <numerusform>%Ln منها كانت ستنفّذ إجراءً.</numerusform>
            <numerusform>%Ln منها كانت ستنفّذ إجراءً.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have gone to a person.</source>
        <translation>
            <numerusform>لا أيام: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
            <numerusform>اليوم الأخير: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
            <numerusform>آخر يومين: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
            <numerusform>آخر %Ln أيام: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
            <numerusform>آخر %Ln يومًا: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
            <numerusform>آخر %Ln يوم: رسائل إضافية كانت ستذهب إلى شخص: %1 من %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: nothing that left by itself or went to a person would have changed.</source>
        <translation>
            <numerusform>لا أيام: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
            <numerusform>اليوم الأخير: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
            <numerusform>آخر يومين: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
            <numerusform>آخر %Ln أيام: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
            <numerusform>آخر %Ln يومًا: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
            <numerusform>آخر %Ln يوم: لا شيء مما خرج وحده أو ذهب إلى شخص كان سيتغير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot tell.</source>
        <translation>
            <numerusform>لا توجد رسالة تتعذّر معرفة ذلك فيها.</numerusform>
            <numerusform>تتعذّر معرفة ذلك في رسالة واحدة.</numerusform>
            <numerusform>تتعذّر معرفة ذلك في رسالتين.</numerusform>
            <numerusform>تتعذّر معرفة ذلك في %Ln رسائل.</numerusform>
            <numerusform>تتعذّر معرفة ذلك في %Ln رسالة.</numerusform>
            <numerusform>تتعذّر معرفة ذلك في %Ln رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The runs of the last %Ln days are from before their figures were kept; from the next message on you see here what a change would have done.</source>
        <translation>
            <numerusform>لا عمليات تشغيل حُفظت أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>عمليات التشغيل في اليوم الأخير تسبق حفظ أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>عمليات التشغيل في آخر يومين تسبق حفظ أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>عمليات التشغيل في آخر %Ln أيام تسبق حفظ أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>عمليات التشغيل في آخر %Ln يومًا تسبق حفظ أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>عمليات التشغيل في آخر %Ln يوم تسبق حفظ أرقامها؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were no messages in the last %Ln days; from the next one on you see here what a change would have done.</source>
        <translation>
            <numerusform>لم تكن هناك رسائل؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>لم تكن هناك رسائل في اليوم الأخير؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>لم تكن هناك رسائل في آخر يومين؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>لم تكن هناك رسائل في آخر %Ln أيام؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>لم تكن هناك رسائل في آخر %Ln يومًا؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
            <numerusform>لم تكن هناك رسائل في آخر %Ln يوم؛ من الرسالة التالية ترى هنا ما كان التغيير سيفعله.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>How many leave without a person at a value, as in &quot;12 at 0.8&quot;</extracomment>
        <translation>%1 عند %2</translation>
    </message>
    <message>
        <source>Of %1 would leave by themselves: %2, %3, %4.</source>
        <translation>من أصل %1 ستخرج وحدها: %2، %3، %4.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyEditor</name>
    <message>
        <source>No suggestion</source>
        <translation>لا اقتراح</translation>
    </message>
    <message>
        <source>Accept “%1”</source>
        <translation>اقبل «%1»</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyFiles</name>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>The reply speaks of an attachment, and nothing is attached.</source>
        <translation>يذكر الرد مرفقًا، ولا شيء مرفق به.</translation>
    </message>
    <message>
        <source>Send without</source>
        <translation>إرسال بلا مرفق</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 of %2</source>
        <extracomment>How much the attached files have together, and how much they may have</extracomment>
        <translation>
            <numerusform>%n ملف، %1 من %2</numerusform>
            <numerusform>ملف واحد، %1 من %2</numerusform>
            <numerusform>ملفان، %1 من %2</numerusform>
            <numerusform>%n ملفات، %1 من %2</numerusform>
            <numerusform>%n ملفًا، %1 من %2</numerusform>
            <numerusform>%n ملف، %1 من %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>The name of a file made of a picture that was pasted, without its ending</extracomment>
        <translation>صورة</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyPeople</name>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>نسخة مخفية</translation>
    </message>
    <message>
        <source>Who gets a copy</source>
        <translation>من يتلقى نسخة</translation>
    </message>
    <message>
        <source>Who gets a copy that nobody else sees</source>
        <translation>من يتلقى نسخة لا يراها أحد سواه</translation>
    </message>
    <message>
        <source>Addresses, with commas between them</source>
        <translation>عناوين تفصل بينها الفواصل</translation>
    </message>
    <message numerus="yes">
        <source>Answer to all (%n)</source>
        <comment>how many others were written to</comment>
        <translation>
            <numerusform>الرد على الجميع (%n)</numerusform>
            <numerusform>الرد على الجميع (%n)</numerusform>
            <numerusform>الرد على الجميع (%n)</numerusform>
            <numerusform>الرد على الجميع (%n)</numerusform>
            <numerusform>الرد على الجميع (%n)</numerusform>
            <numerusform>الرد على الجميع (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReviewPage</name>
    <message>
        <source>To review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>The articles are compared. This takes some seconds.</source>
        <translation>تجري مقارنة المقالات. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>مقالات تحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>No two articles give different figures for one thing, and none is both old and often corrected.</source>
        <translation>لا يوجد مقالان يذكران أرقامًا مختلفة للشيء نفسه، ولا مقال قديم يُصحَّح كثيرًا.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>أعد المقارنة</translation>
    </message>
    <message>
        <source>Different figures for one thing</source>
        <translation>أرقام مختلفة للشيء نفسه</translation>
    </message>
    <message>
        <source>Old, and corrected again and again</source>
        <translation>قديم ويُصحَّح مرارًا</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown</source>
        <translation>
            <numerusform>لا شيء غير معروض</numerusform>
            <numerusform>عنصر واحد آخر غير معروض</numerusform>
            <numerusform>عنصران آخران غير معروضين</numerusform>
            <numerusform>%Ln عناصر أخرى غير معروضة</numerusform>
            <numerusform>%Ln عنصرًا آخر غير معروض</numerusform>
            <numerusform>%Ln عنصر آخر غير معروض</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 at the sentence</source>
        <translation>افتح %1 عند الجملة</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>حُدِّث في %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>افتح %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reply(ies) written from it were changed or rejected since.</source>
        <translation>
            <numerusform>لم يُعدَّل أي رد مكتوب منه ولم يُرفض منذ ذلك الحين.</numerusform>
            <numerusform>عُدِّل أو رُفض رد واحد مكتوب منه منذ ذلك الحين.</numerusform>
            <numerusform>عُدِّل أو رُفض ردان مكتوبان منه منذ ذلك الحين.</numerusform>
            <numerusform>عُدِّلت أو رُفضت %Ln ردود مكتوبة منه منذ ذلك الحين.</numerusform>
            <numerusform>عُدِّل أو رُفض %Ln ردًّا مكتوبًا منه منذ ذلك الحين.</numerusform>
            <numerusform>عُدِّل أو رُفض %Ln رد مكتوب منه منذ ذلك الحين.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a date. %1</source>
        <extracomment>The placeholders are a date and a sentence</extracomment>
        <translation>بلا تاريخ. %1</translation>
    </message>
    <message>
        <source>Updated %1. %2</source>
        <translation>حُدِّث في %1. %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RowChart</name>
    <message>
        <source>Chart</source>
        <translation>مخطط</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>%1: show the chart</source>
        <translation>%1: عرض المخطط</translation>
    </message>
    <message>
        <source>%1: show the table</source>
        <translation>%1: عرض الجدول</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEditor</name>
    <message>
        <source>Reset</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>استعادة القيمة الافتراضية لـ %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Default %1, from %2 to %3</source>
        <translation>الافتراضي %1، من %2 إلى %3</translation>
    </message>
    <message>
        <source>Default: empty</source>
        <translation>الافتراضي: فارغ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its unit, as in &quot;5 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>الافتراضي: %1</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1، شريط تمرير</translation>
    </message>
    <message>
        <source>Change “%1” from %2 to %3?</source>
        <translation>تغيير «%1» من %2 إلى %3؟</translation>
    </message>
    <message>
        <source>Leave it at %1</source>
        <translation>الإبقاء على %1</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>“%1” is no figure from %2 to %3. The setting stays at %4.</source>
        <translation>«%1» ليس رقمًا من %2 إلى %3. يبقى الإعداد على %4.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine.</source>
        <translation>قفله مسؤول هذا الجهاز.</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine: %1</source>
        <translation>قفله مسؤول هذا الجهاز: %1</translation>
    </message>
    <message>
        <source>%1 (set by the administrator)</source>
        <translation>%1 (حدّده المسؤول)</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEffect</name>
    <message>
        <source>Which?</source>
        <translation>أيّها؟</translation>
    </message>
    <message>
        <source>Conversations that would have gone another way</source>
        <translation>محادثات كانت ستسلك مسارًا آخر</translation>
    </message>
    <message>
        <source>With “%1”: %2</source>
        <extracomment>A value of a setting and what it would have done</extracomment>
        <translation>عند «%1»: %2</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>المحادثة %1</translation>
    </message>
    <message>
        <source>Would have left by themselves</source>
        <translation>كانت ستخرج وحدها</translation>
    </message>
    <message>
        <source>Would have gone to a person</source>
        <translation>كانت ستذهب إلى شخص</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>النصوص الجاهزة</translation>
    </message>
    <message>
        <source>No setting matches the search.</source>
        <translation>لا إعداد يطابق البحث.</translation>
    </message>
    <message>
        <source>Saved. It takes effect when Helmdesk starts again.</source>
        <translation>حُفظ. يسري عند تشغيل Helmdesk من جديد.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>الميزانية</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>What other values would have done cannot be told: %1</source>
        <translation>لا يمكن معرفة ما كانت ستفعله قيم أخرى: %1</translation>
    </message>
    <message numerus="yes">
        <source>Below thresholds and modes stands what they would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله بالرسائل، وعددها %1.</numerusform>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله برسائل اليوم الأخير، وعددها %1.</numerusform>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله برسائل آخر يومين، وعددها %1.</numerusform>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله برسائل آخر %Ln أيام، وعددها %1.</numerusform>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله برسائل آخر %Ln يومًا، وعددها %1.</numerusform>
            <numerusform>تحت الحدود والأوضاع يظهر ما كانت ستفعله برسائل آخر %Ln يوم، وعددها %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not possible, and the setting stays as it was: %1</source>
        <translation>هذا غير ممكن، ويبقى الإعداد كما كان: %1</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>صناديق البريد</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>الاقتراحات</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SnippetsPage</name>
    <message>
        <source>Choose a snippet to change it here. In a reply they are inserted with one key.</source>
        <translation>اختر نصًا جاهزًا لتعديله هنا. يُدرج في الرد بمفتاح واحد.</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>النصوص الجاهزة</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>نص جاهز جديد</translation>
    </message>
    <message>
        <source>Name of the snippet</source>
        <translation>اسم النص الجاهز</translation>
    </message>
    <message>
        <source>Text of the snippet</source>
        <translation>محتوى النص الجاهز</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Delete snippet</source>
        <translation>حذف النص الجاهز</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>تجاهل التغيير</translation>
    </message>
    <message>
        <source>Save snippet</source>
        <translation>حفظ النص الجاهز</translation>
    </message>
    <message>
        <source>Insert %1: %2</source>
        <translation>إدراج %1: %2</translation>
    </message>
    <message>
        <source>Another word in braces, such as {order}, is selected when the snippet is inserted, to be typed over.</source>
        <translation>أي كلمة أخرى بين قوسين مثل {order} تُحدَّد عند الإدراج لتُكتب فوقها.</translation>
    </message>
    <message>
        <source>No snippet here. Add one with the plus above this list.</source>
        <translation>لا نص جاهز هنا. أضف واحدًا بعلامة الزائد فوق هذه القائمة.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>حُفظ «%1».</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>تم التراجع عن التغيير.</translation>
    </message>
    <message>
        <source>“%1” is added.</source>
        <translation>أُضيف «%1».</translation>
    </message>
    <message>
        <source>The new snippet was taken back.</source>
        <translation>تم التراجع عن النص الجديد.</translation>
    </message>
    <message>
        <source>Another snippet is named “%1”. Choose a different name.</source>
        <translation>يوجد نص جاهز آخر باسم «%1». اختر اسمًا مختلفًا.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>حُذف «%1».</translation>
    </message>
    <message>
        <source>The snippet is back.</source>
        <translation>عاد النص الجاهز.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::StatusStrip</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1: قيد البدء</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: فشل</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1: متوقف</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>المحرك المدمج</translation>
    </message>
    <message>
        <source>Nothing answered today</source>
        <translation>لم يُجب عن شيء اليوم</translation>
    </message>
    <message>
        <source>Today: %1 answered, %2 % automatic, %3 median</source>
        <extracomment>Number of answered conversations, share answered automatically, median time</extracomment>
        <translation>اليوم: أُجيب عن %1، %2 % تلقائيًا، الوسيط %3</translation>
    </message>
    <message>
        <source>%1 at %2:%3</source>
        <translation>%1 على %2:%3</translation>
    </message>
    <message>
        <source>%1 is out of reach</source>
        <translation>%1: يتعذّر الوصول إليه</translation>
    </message>
    <message>
        <source>Version %1 is out</source>
        <translation>صدر الإصدار %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Tray</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>A conversation needs a person</source>
        <translation>محادثة تحتاج إلى شخص</translation>
    </message>
    <message>
        <source>%1 needs a person (%2)</source>
        <translation>%1: يلزم تدخل شخص (%2)</translation>
    </message>
    <message>
        <source>%1 needs a person</source>
        <translation>%1: يلزم تدخل شخص</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>إنذار: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::UndoStrip</name>
    <message>
        <source>Undo sending</source>
        <translation>التراجع عن الإرسال</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>تراجع (%1 ث)</translation>
    </message>
    <message>
        <source>Sending to %1: %2</source>
        <translation>جارٍ الإرسال إلى %1: %2</translation>
    </message>
    <message>
        <source>Sending to %1 with “%2”: %3</source>
        <extracomment>%2 is what happens with the reply, such as a refund</extracomment>
        <translation>جارٍ الإرسال إلى %1 مع «%2»: %3</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WorkspaceProblem</name>
    <message>
        <source>This workspace belongs to a newer Helmdesk</source>
        <translation>مساحة العمل هذه تخص إصدارًا أحدث من Helmdesk</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>مساحة العمل هذه تالفة</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>This folder cannot be read and written</source>
        <translation>لا يمكن القراءة من هذا المجلد والكتابة فيه</translation>
    </message>
    <message>
        <source>Another program holds this workspace</source>
        <translation>برنامج آخر يمسك مساحة العمل هذه</translation>
    </message>
    <message>
        <source>This workspace cannot be opened</source>
        <translation>لا يمكن فتح مساحة العمل هذه</translation>
    </message>
    <message>
        <source>Update this program, or open another workspace. Nothing was changed.</source>
        <translation>حدّث هذا البرنامج أو افتح مساحة عمل أخرى. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Put the backup back that lies beside it, or open another workspace. Nothing was changed.</source>
        <translation>أعد النسخة الاحتياطية الموجودة بجانبها أو افتح مساحة عمل أخرى. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Free some space, then try again. Nothing was changed.</source>
        <translation>أفرغ بعض المساحة ثم حاول مجددًا. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or open another workspace. Nothing was changed.</source>
        <translation>امنح نفسك حق الكتابة هناك أو افتح مساحة عمل أخرى. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Close the other program, then try again. Nothing was changed.</source>
        <translation>أغلق البرنامج الآخر ثم حاول مجددًا. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Try again, or open another workspace. Nothing was changed.</source>
        <translation>حاول مجددًا أو افتح مساحة عمل أخرى. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>اعرض التفاصيل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>انسخ التفاصيل</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>افتح مساحة عمل أخرى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>افتح مساحة عمل</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WritingHelp</name>
    <message>
        <source>Write for me</source>
        <translation>اكتب لي</translation>
    </message>
    <message>
        <source>Write for me helps with replies, not with notes.</source>
        <translation>«اكتب لي» تساعد في الردود لا في الملاحظات.</translation>
    </message>
    <message>
        <source>Write for me needs a language model: add one under Settings, Models, and let it word the answers.</source>
        <translation>تحتاج «اكتب لي» إلى نموذج لغة: أضف نموذجًا في «الإعدادات»، «النماذج»، ودعه يصوغ الإجابات.</translation>
    </message>
    <message>
        <source>%1 is writing.</source>
        <translation>%1 يكتب.</translation>
    </message>
    <message>
        <source>Write some notes or a reply first; %1 goes on from there.</source>
        <translation>اكتب أولًا بعض الملاحظات أو ردًا؛ ويتابع %1 من هناك.</translation>
    </message>
    <message>
        <source>Make it &amp;shorter</source>
        <translation>اجعله أقصر</translation>
    </message>
    <message>
        <source>Make it &amp;friendlier</source>
        <translation>اجعله أكثر ودًّا</translation>
    </message>
    <message>
        <source>Make it more f&amp;ormal</source>
        <translation>اجعله أكثر رسمية</translation>
    </message>
    <message>
        <source>&amp;Translate it for the customer</source>
        <translation>ترجمه للعميل</translation>
    </message>
    <message>
        <source>&amp;Translate it to %1</source>
        <translation>ترجمه إلى %1</translation>
    </message>
    <message>
        <source>Write a reply from these &amp;notes</source>
        <translation>اكتب ردًا من هذه الملاحظات</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 يكتب…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop the writing</source>
        <translation>إيقاف الكتابة</translation>
    </message>
    <message>
        <source>Stands in no source, look at it before sending: %1</source>
        <translation>لا يرد في أي مصدر، راجعه قبل الإرسال: %1</translation>
    </message>
    <message>
        <source>Is no longer in it: %1</source>
        <translation>لم يعد موجودًا فيه: %1</translation>
    </message>
    <message>
        <source>The judge finds: %1</source>
        <translation>ملاحظات المقيِّم: %1</translation>
    </message>
    <message>
        <source>Written by %1. Every figure and name of it has a source.</source>
        <translation>كتبه %1. لكل رقم واسم فيه مصدر.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Bring back what stood there</source>
        <translation>استعادة النص السابق</translation>
    </message>
</context>
<context>
    <name>InsightCharts</name>
    <message>
        <source>Helmdesk</source>
        <extracomment>Who answered: the agent alone, a person with its draft, a person in own words, nobody yet</extracomment>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Who answered, by the day on which they began.</source>
        <translation>من أجاب، حسب اليوم الذي بدأت فيه.</translation>
    </message>
    <message>
        <source>Who answered, by the week in which they began.</source>
        <translation>من أجاب، حسب الأسبوع الذي بدأت فيه.</translation>
    </message>
    <message>
        <source>Who answered, by the month in which they began.</source>
        <translation>من أجاب، حسب الشهر الذي بدأت فيه.</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the channel.</source>
        <translation>يفتح الشريط محادثات القناة.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the category.</source>
        <translation>يفتح الشريط محادثات الفئة.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Resolved are the first two. Silence counts after %1 without a word.</source>
        <translation>المنتهية هي الأوليان. يُحتسب الصمت بعد %1 دون أي كلمة.</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكدة</translation>
    </message>
    <message>
        <source>Grounded, then quiet</source>
        <translation>مدعومة بالمصادر ثم صمت</translation>
    </message>
    <message>
        <source>Only quiet</source>
        <translation>صمت فقط</translation>
    </message>
    <message>
        <source>Too early to say</source>
        <translation>من المبكر الحكم</translation>
    </message>
    <message>
        <source>Closed unanswered</source>
        <translation>أُغلقت بلا رد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Half of the edited ones changed by %1 of their words or less.</source>
        <translation>تغيّر في نصف المسودات المعدّلة %1 من كلماتها أو أقل.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>المسودات</translation>
    </message>
    <message>
        <source>Sent unchanged</source>
        <translation>أُرسلت دون تغيير</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>لم يُحكم عليها</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed ones were false alarms. Each counts under its first reason.</source>
        <translation>الإنذارات الكاذبة: %1 من %2 مما روجع. يُحتسب كل تصعيد تحت سببه الأول.</translation>
    </message>
    <message>
        <source>Nobody has reviewed one yet. Each counts under its first reason.</source>
        <translation>لم يراجع أحد أي تصعيد بعد. يُحتسب كل تصعيد تحت سببه الأول.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>لم يُراجع</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>صائب</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>إنذار كاذب</translation>
    </message>
    <message>
        <source>Replies that left in the period.</source>
        <translation>الردود التي خرجت في هذه الفترة.</translation>
    </message>
    <message>
        <source>From a draft</source>
        <translation>من مسودة</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>مكتوبة</translation>
    </message>
    <message>
        <source>Replies of people by the hour of the day.</source>
        <translation>ردود الأشخاص حسب ساعة اليوم.</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>الردود</translation>
    </message>
</context>
<context>
    <name>InsightWords</name>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours</extracomment>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>Days, such as 3.2</extracomment>
        <translation>%1 يوم</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>Money in US dollars</extracomment>
        <translation>%1 دولار</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>كل الوقت</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>The first and the last day of a period</extracomment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <extracomment>Conversations that have no category yet</extracomment>
        <translation>غير معروفة بعد</translation>
    </message>
    <message>
        <source>No reason named</source>
        <extracomment>An escalation that names no reason</extracomment>
        <translation>لم يُذكر سبب</translation>
    </message>
</context>
<context>
    <name>MailboxWords</name>
    <message>
        <source>Paused. Nothing is read from it and nothing leaves by it.</source>
        <translation>متوقف مؤقتًا. لا يُقرأ منه شيء ولا يخرج عبره شيء.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>لم يُنظر فيه بعد.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>جارٍ الاتصال.</translation>
    </message>
    <message>
        <source>Connecting again. The last time: %1</source>
        <translation>جارٍ الاتصال من جديد. في المرة الأخيرة: %1</translation>
    </message>
    <message>
        <source>Reading the mails that are there.</source>
        <translation>جارٍ قراءة الرسائل الموجودة.</translation>
    </message>
    <message>
        <source>Connected. The server tells of new mail at once.</source>
        <translation>متصل. يبلّغ الخادم عن البريد الجديد فورًا.</translation>
    </message>
    <message>
        <source>Connected. The server is asked for new mail now and then.</source>
        <translation>متصل. يُسأل الخادم عن البريد الجديد من حين إلى آخر.</translation>
    </message>
    <message>
        <source>It is not read, and nobody tries again until you change something: %1</source>
        <translation>لا يُقرأ، ولا تُعاد المحاولة حتى تغيّر شيئًا: %1</translation>
    </message>
    <message numerus="yes">
        <source>Out of reach; it is tried again in %Ln s: %1</source>
        <translation>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
            <numerusform>تعذّر الوصول إليه؛ تُعاد المحاولة بعد %Ln ث: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of reach; it is tried again now: %1</source>
        <translation>تعذّر الوصول إليه؛ تُعاد المحاولة الآن: %1</translation>
    </message>
    <message>
        <source>The server has an address: %1</source>
        <translation>للخادم عنوان: %1</translation>
    </message>
    <message>
        <source>The server has no address: %1</source>
        <translation>ليس للخادم عنوان: %1</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>متصل: %1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>لا اتصال: %1</translation>
    </message>
    <message>
        <source>Encrypted: %1</source>
        <translation>مشفَّر: %1</translation>
    </message>
    <message>
        <source>Not encrypted: %1</source>
        <translation>غير مشفَّر: %1</translation>
    </message>
    <message>
        <source>Without encryption, as you chose: whoever is on the way reads the password and every mail.</source>
        <translation>دون تشفير، كما اخترت: كل من هو على الطريق يقرأ كلمة المرور وكل رسالة.</translation>
    </message>
    <message>
        <source>No password: %1</source>
        <translation>لا كلمة مرور: %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>سُجّل الدخول باسم %1</translation>
    </message>
    <message>
        <source>Not signed in: %1</source>
        <translation>لم يُسجَّل الدخول: %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>المجلد %1</translation>
    </message>
    <message>
        <source>A folder cannot be read: %1</source>
        <translation>لا يمكن قراءة أحد المجلدات: %1</translation>
    </message>
    <message>
        <source>New mail: %1</source>
        <translation>البريد الجديد: %1</translation>
    </message>
    <message>
        <source>Ready to send: %1</source>
        <translation>جاهز للإرسال: %1</translation>
    </message>
    <message>
        <source>It cannot send: %1</source>
        <translation>لا يستطيع الإرسال: %1</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS من البداية</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>غير مشفَّر</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A server with its port, and how it is encrypted</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>تُرسل من هنا</translation>
    </message>
    <message>
        <source>Drafts only</source>
        <translation>مسودات فقط</translation>
    </message>
    <message>
        <source>Replies leave by the server for sending. What goes out without a person is set for each kind of question.</source>
        <translation>تخرج الردود عبر خادم الإرسال. ما يخرج دون تدخل شخص يُحدَّد لكل نوع من الأسئلة.</translation>
    </message>
    <message>
        <source>The first step for a team. Nothing is ever sent: each reply appears in the mailbox&apos;s own Drafts folder, and whoever sends it from a mail program shows Helmdesk what was right.</source>
        <translation>الخطوة الأولى للفريق. لا يُرسل شيء أبدًا: يظهر كل رد في مجلد المسودات في صندوق البريد نفسه، ومن يرسله من برنامج بريد يبيّن لـ Helmdesk ما كان صائبًا.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read</source>
        <translation>
            <numerusform>لم تُقرأ أي رسالة</numerusform>
            <numerusform>قُرئت رسالة واحدة</numerusform>
            <numerusform>قُرئت رسالتان</numerusform>
            <numerusform>قُرئت %Ln رسائل</numerusform>
            <numerusform>قُرئت %Ln رسالة</numerusform>
            <numerusform>قُرئت %Ln رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln known already</source>
        <translation>
            <numerusform>%1، لا شيء معروف من قبل</numerusform>
            <numerusform>%1، واحدة معروفة من قبل</numerusform>
            <numerusform>%1، اثنتان معروفتان من قبل</numerusform>
            <numerusform>%1، %Ln معروفة من قبل</numerusform>
            <numerusform>%1، %Ln معروفة من قبل</numerusform>
            <numerusform>%1، %Ln معروفة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in the watched folders</source>
        <extracomment>&quot;12 read; 40 in the watched folders&quot;</extracomment>
        <translation>
            <numerusform>%1؛ لا شيء في المجلدات المراقَبة</numerusform>
            <numerusform>%1؛ واحدة في المجلدات المراقَبة</numerusform>
            <numerusform>%1؛ اثنتان في المجلدات المراقَبة</numerusform>
            <numerusform>%1؛ %Ln في المجلدات المراقَبة</numerusform>
            <numerusform>%1؛ %Ln في المجلدات المراقَبة</numerusform>
            <numerusform>%1؛ %Ln في المجلدات المراقَبة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, mail %2, %3: %4</source>
        <translation>%1، الرسالة %2، %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) in the mailbox</source>
        <translation>
            <numerusform>لا مسودات في صندوق البريد</numerusform>
            <numerusform>مسودة واحدة في صندوق البريد</numerusform>
            <numerusform>مسودتان في صندوق البريد</numerusform>
            <numerusform>%Ln مسودات في صندوق البريد</numerusform>
            <numerusform>%Ln مسودة في صندوق البريد</numerusform>
            <numerusform>%Ln مسودة في صندوق البريد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to leave</source>
        <translation>
            <numerusform>لا ردود تنتظر الخروج</numerusform>
            <numerusform>رد واحد ينتظر الخروج</numerusform>
            <numerusform>ردان ينتظران الخروج</numerusform>
            <numerusform>%Ln ردود تنتظر الخروج</numerusform>
            <numerusform>%Ln ردًّا تنتظر الخروج</numerusform>
            <numerusform>%Ln رد تنتظر الخروج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln it is not known whether they left</source>
        <translation>
            <numerusform>لا ردود لا يُعرف هل خرجت</numerusform>
            <numerusform>رد واحد لا يُعرف هل خرج</numerusform>
            <numerusform>ردان لا يُعرف هل خرجا</numerusform>
            <numerusform>%Ln ردود لا يُعرف هل خرجت</numerusform>
            <numerusform>%Ln ردًّا لا يُعرف هل خرجت</numerusform>
            <numerusform>%Ln رد لا يُعرف هل خرجت</numerusform>
        </translation>
    </message>
    <message>
        <source>From the environment variable %1</source>
        <translation>من متغيّر البيئة %1</translation>
    </message>
    <message>
        <source>In the keychain of this machine</source>
        <translation>في سلسلة المفاتيح على هذا الجهاز</translation>
    </message>
    <message>
        <source>None. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>لا توجد. عيّن متغيّر البيئة %1 قبل تشغيل Helmdesk.</translation>
    </message>
    <message>
        <source>Only mail that arrives from now on</source>
        <translation>البريد الذي يصل من الآن فقط</translation>
    </message>
    <message numerus="yes">
        <source>Also the last %Ln day(s)</source>
        <translation>
            <numerusform>لا أيام سابقة</numerusform>
            <numerusform>أيضًا اليوم الأخير</numerusform>
            <numerusform>أيضًا آخر يومين</numerusform>
            <numerusform>أيضًا آخر %Ln أيام</numerusform>
            <numerusform>أيضًا آخر %Ln يومًا</numerusform>
            <numerusform>أيضًا آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln mail(s)</source>
        <translation>
            <numerusform>%1: لا رسائل</numerusform>
            <numerusform>%1: رسالة واحدة</numerusform>
            <numerusform>%1: رسالتان</numerusform>
            <numerusform>%1: %Ln رسائل</numerusform>
            <numerusform>%1: %Ln رسالة</numerusform>
            <numerusform>%1: %Ln رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>تم الإيقاف.</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>لم ينجح ذلك: %1</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>OpenAI or a server that speaks like it</source>
        <translation>OpenAI أو خادم يتحدث بصيغته</translation>
    </message>
    <message>
        <source>OpenAI, in its newer form (Responses)</source>
        <translation>OpenAI، بصيغته الأحدث (Responses)</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>A file on this machine</source>
        <translation>ملف على هذا الجهاز</translation>
    </message>
    <message>
        <source>It has no key, or the keychain is locked. Unlock it, or give it a key.</source>
        <translation>ليس له مفتاح، أو سلسلة المفاتيح مقفلة. افتح قفلها أو أعطه مفتاحًا.</translation>
    </message>
    <message>
        <source>Its server refused the key. Give it a valid one.</source>
        <translation>رفض خادمه المفتاح. أعطه مفتاحًا صالحًا.</translation>
    </message>
    <message>
        <source>The account at its provider has no credit left or reached its limit.</source>
        <translation>نفد رصيد الحساب لدى مزوّده أو بلغ حدّه.</translation>
    </message>
    <message>
        <source>Your budget for language models is spent or nearly so. Raise it or wait.</source>
        <translation>أُنفقت ميزانيتك لنماذج اللغة أو كادت. ارفعها أو انتظر.</translation>
    </message>
    <message>
        <source>Its server takes no more requests for the moment.</source>
        <translation>لا يقبل خادمه مزيدًا من الطلبات في الوقت الحالي.</translation>
    </message>
    <message>
        <source>Its server is overloaded.</source>
        <translation>خادمه محمَّل فوق طاقته.</translation>
    </message>
    <message>
        <source>Its server has a fault.</source>
        <translation>في خادمه خلل.</translation>
    </message>
    <message>
        <source>Nobody listens at its address. Start the server or correct the address.</source>
        <translation>لا أحد يستمع على عنوانه. شغّل الخادم أو صحّح العنوان.</translation>
    </message>
    <message>
        <source>Its server cannot be reached. Check the address and the network.</source>
        <translation>تعذّر الوصول إلى خادمه. تحقّق من العنوان والشبكة.</translation>
    </message>
    <message>
        <source>It did not finish in time.</source>
        <translation>لم ينتهِ في الوقت المحدد.</translation>
    </message>
    <message>
        <source>It went silent in the middle of its answer.</source>
        <translation>صمت في منتصف إجابته.</translation>
    </message>
    <message>
        <source>The connection ended before its answer did.</source>
        <translation>انتهى الاتصال قبل أن تنتهي إجابته.</translation>
    </message>
    <message>
        <source>Its answer was longer than is allowed.</source>
        <translation>كانت إجابته أطول من المسموح به.</translation>
    </message>
    <message>
        <source>What answers at its address is no model server. Correct the address.</source>
        <translation>ما يجيب على عنوانه ليس خادم نماذج. صحّح العنوان.</translation>
    </message>
    <message>
        <source>Its address points elsewhere. Give the address that it means.</source>
        <translation>يحيل عنوانه إلى مكان آخر. أدخل العنوان الذي يحيل إليه.</translation>
    </message>
    <message>
        <source>The connection to its server cannot be trusted.</source>
        <translation>لا يمكن الوثوق بالاتصال بخادمه.</translation>
    </message>
    <message>
        <source>It answered with something that cannot be used.</source>
        <translation>أجاب بما لا يمكن استخدامه.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>لم يُجب بشيء.</translation>
    </message>
    <message>
        <source>It used up its limit of words before it said anything.</source>
        <translation>استنفد حدّ كلماته قبل أن يقول شيئًا.</translation>
    </message>
    <message>
        <source>It refused to answer.</source>
        <translation>رفض الإجابة.</translation>
    </message>
    <message>
        <source>Its provider&apos;s content filter held the answer back.</source>
        <translation>حجب مرشّح المحتوى لدى مزوّده الإجابة.</translation>
    </message>
    <message>
        <source>Its server does not take the request. Test the model anew.</source>
        <translation>لا يقبل خادمه الطلب. اختبر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The conversation was longer than it can read.</source>
        <translation>كانت المحادثة أطول مما يستطيع قراءته.</translation>
    </message>
    <message>
        <source>Its server has no model of that name. Correct the name.</source>
        <translation>ليس لدى خادمه نموذج بهذا الاسم. صحّح الاسم.</translation>
    </message>
    <message>
        <source>It failed several times in a row and is left alone for a while.</source>
        <translation>فشل عدة مرات متتالية، ويُترك وشأنه لبعض الوقت.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>أُوقف العمل.</translation>
    </message>
    <message>
        <source>Works. In the last test, %1, it answered after %2.</source>
        <translation>يعمل. في الاختبار الأخير، %1، أجاب بعد %2.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>يعمل.</translation>
    </message>
    <message>
        <source>Works in part. %1</source>
        <translation>يعمل جزئيًا. %1</translation>
    </message>
    <message>
        <source>Does not work. %1</source>
        <translation>لا يعمل. %1</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>لم يُختبر بعد.</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>النموذج %1</translation>
    </message>
    <message>
        <source>Model %1 works in part</source>
        <translation>النموذج %1 يعمل جزئيًا</translation>
    </message>
    <message>
        <source>Model %1 does not work</source>
        <translation>النموذج %1 لا يعمل</translation>
    </message>
    <message>
        <source>Model %1 is not tested</source>
        <translation>النموذج %1 لم يُختبر</translation>
    </message>
    <message>
        <source>The test finds out.</source>
        <translation>يكشف الاختبار ذلك.</translation>
    </message>
    <message>
        <source>looks things up by itself</source>
        <translation>يبحث عن المعلومات وحده</translation>
    </message>
    <message>
        <source>looks things up when it is led</source>
        <translation>يبحث عن المعلومات عند توجيهه</translation>
    </message>
    <message>
        <source>only words answers</source>
        <translation>يصوغ الإجابات فقط</translation>
    </message>
    <message>
        <source>keeps to a form</source>
        <translation>يلتزم بصيغة محددة</translation>
    </message>
    <message>
        <source>does not keep to a form</source>
        <translation>لا يلتزم بصيغة محددة</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <extracomment>Speed of a language model</extracomment>
        <translation>%1 رمز في الثانية</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the members of a list</extracomment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>It costs nothing.</source>
        <translation>لا يكلّف شيئًا.</translation>
    </message>
    <message>
        <source>Not known; budgets count it like the dearest models.</source>
        <translation>غير معروفة؛ تحتسبه الميزانيات بسعر أغلى النماذج.</translation>
    </message>
    <message>
        <source>%1 read and %2 written, for a million tokens</source>
        <translation>%1 للقراءة و%2 للكتابة، لكل مليون رمز</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>An amount of US dollars</extracomment>
        <translation>%1 دولار</translation>
    </message>
    <message>
        <source>Kept in the keychain of this machine.</source>
        <translation>محفوظ في سلسلة المفاتيح على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Given by the environment variable %1.</source>
        <translation>مأخوذ من متغيّر البيئة %1.</translation>
    </message>
    <message>
        <source>None. If it needs one, the environment variable %1 can hold it.</source>
        <translation>لا يوجد. إن احتاج إلى مفتاح فيمكن أن يحمله متغيّر البيئة %1.</translation>
    </message>
    <message>
        <source>Sent as written: it runs on this machine</source>
        <translation>تُرسل كما كُتبت: يعمل على هذا الجهاز</translation>
    </message>
    <message>
        <source>Replaced by placeholders</source>
        <translation>تُستبدل ببدائل</translation>
    </message>
    <message>
        <source>Always replaced by placeholders</source>
        <translation>تُستبدل ببدائل دائمًا</translation>
    </message>
    <message>
        <source>Always sent as written</source>
        <translation>تُرسل كما كُتبت دائمًا</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Clear the field</source>
        <translation>امسح الحقل</translation>
    </message>
</context>
<context>
    <name>Placeholders</name>
    <message>
        <source>The customer’s first name</source>
        <translation>الاسم الأول للعميل</translation>
    </message>
    <message>
        <source>The customer’s whole name</source>
        <translation>اسم العميل كاملًا</translation>
    </message>
    <message>
        <source>The number of the ticket, where there is one</source>
        <translation>رقم التذكرة إن وُجدت</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Today’s date, in the customer’s language</source>
        <translation>تاريخ اليوم بلغة العميل</translation>
    </message>
</context>
<context>
    <name>PlainFacts</name>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>With</source>
        <translation>مع</translation>
    </message>
    <message>
        <source>Asks the customer</source>
        <translation>يسأل العميل</translation>
    </message>
    <message>
        <source>Asks whether a machine answers</source>
        <translation>يسأل هل يجيب برنامج</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Wants to do</source>
        <translation>يريد تنفيذ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Wants no person</source>
        <translation>لا يريد شخصًا</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>التفصيل</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>المسودة</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>الأثر</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>الأرجح</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>الفواتير</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>تاريخ الإصدار</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>البحث عن</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Second likeliest</source>
        <translation>الثاني في الترجيح</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>المشاعر</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Words in the message</source>
        <translation>كلمات الرسالة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Personal data replaced</source>
        <translation>بيانات شخصية مستبدلة</translation>
    </message>
    <message>
        <source>Sent to the model</source>
        <translation>أُرسل إلى النموذج</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Helmdesk was sure of its answer and sent it by itself.</source>
        <translation>كان Helmdesk واثقًا من إجابته فأرسلها وحده.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so a person sends.</source>
        <extracomment>A category and its mode: &quot;Billing is set to Suggest, so a person sends.&quot;</extracomment>
        <translation>%1: الوضع «%2»، لذلك يرسل شخص.</translation>
    </message>
    <message>
        <source>A person looks at this before it is sent.</source>
        <translation>يطّلع شخص على هذا قبل إرساله.</translation>
    </message>
    <message>
        <source>The customer sounds upset.</source>
        <translation>يبدو العميل مستاءً.</translation>
    </message>
    <message>
        <source>The customer asks for a person.</source>
        <translation>يطلب العميل التحدث مع شخص.</translation>
    </message>
    <message>
        <source>A person has to approve an act of it.</source>
        <translation>يجب أن يوافق شخص على إجراء فيه.</translation>
    </message>
    <message>
        <source>“%1” did not work.</source>
        <translation>لم ينجح «%1».</translation>
    </message>
    <message>
        <source>Something in the message tries to give Helmdesk orders.</source>
        <translation>شيء في الرسالة يحاول إعطاء Helmdesk أوامر.</translation>
    </message>
    <message>
        <source>Helmdesk could not finish its work on this message.</source>
        <translation>لم يتمكن Helmdesk من إتمام عمله على هذه الرسالة.</translation>
    </message>
    <message>
        <source>The message asks for several things, and not all of them have a sure answer.</source>
        <translation>تطلب الرسالة عدة أمور، وليس لكل منها إجابة مؤكدة.</translation>
    </message>
    <message>
        <source>The answer would be the same as the last one.</source>
        <translation>ستكون الإجابة مطابقة للإجابة السابقة.</translation>
    </message>
    <message>
        <source>The message holds no words.</source>
        <translation>لا تحتوي الرسالة على كلمات.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure of its answer; %2 are needed.</source>
        <translation>ثقة Helmdesk في إجابته %1؛ واللازم %2.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure what this is about; %2 are needed.</source>
        <translation>ثقة Helmdesk في موضوع الرسالة %1؛ واللازم %2.</translation>
    </message>
    <message>
        <source>The message has to do with the law%1.</source>
        <translation>تتعلق الرسالة بأمور قانونية%1.</translation>
    </message>
    <message>
        <source>The message is long: %1 words.</source>
        <translation>الرسالة طويلة، عدد كلماتها: %1.</translation>
    </message>
    <message>
        <source>The message asks many questions: %1.</source>
        <translation>تطرح الرسالة أسئلة كثيرة: %1.</translation>
    </message>
    <message>
        <source>The message is so long that only its beginning was read.</source>
        <translation>الرسالة طويلة إلى حد أنه لم يُقرأ إلا أولها.</translation>
    </message>
    <message>
        <source>The question is not a simple one.</source>
        <translation>السؤال ليس بسيطًا.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so Helmdesk answers nothing here.</source>
        <translation>%1: الوضع «%2»، لذلك لا يجيب Helmdesk هنا.</translation>
    </message>
    <message>
        <source>The message is in a language that Helmdesk may not answer.</source>
        <translation>الرسالة بلغة لا يجوز لـ Helmdesk الإجابة بها.</translation>
    </message>
    <message>
        <source>Somebody’s safety may be at stake%1.</source>
        <translation>قد تكون سلامة أحدهم في خطر%1.</translation>
    </message>
    <message>
        <source>The customer complains%1.</source>
        <translation>يشتكي العميل%1.</translation>
    </message>
    <message>
        <source>The last reply did not solve it.</source>
        <translation>لم يحلّ الرد الأخير المشكلة.</translation>
    </message>
    <message>
        <source>The customer says that something was done wrongly.</source>
        <translation>يقول العميل إن شيئًا ما نُفّذ على نحو خاطئ.</translation>
    </message>
    <message>
        <source>The sender is probably the customer; it is not proven.</source>
        <translation>المرسل هو العميل على الأرجح؛ لكن ذلك غير مثبت.</translation>
    </message>
    <message>
        <source>A person denied what the reply rested on.</source>
        <translation>رفض شخص ما استند إليه الرد.</translation>
    </message>
    <message>
        <source>Such messages are answered by a person.</source>
        <translation>يجيب شخص عن مثل هذه الرسائل.</translation>
    </message>
</context>
<context>
    <name>ReminderMenu</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A time to be reminded at: words, and the moment</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In two hours</source>
        <translation>بعد ساعتين</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>صباح الغد</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>يوم الاثنين</translation>
    </message>
    <message>
        <source>It is done, remind me no more</source>
        <translation>تم، لا تذكّرني بعد الآن</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>%1, show details</source>
        <translation>%1، عرض التفاصيل</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>المعطيات</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>المخرجات</translation>
    </message>
    <message>
        <source>No run has finished.</source>
        <translation>لم يكتمل أي تشغيل.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة النهائية</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>المحرك المدمج</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 داخل، %2 خارج</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>التسلسل الزمني</translation>
    </message>
    <message>
        <source>Copy the raw data</source>
        <translation>نسخ البيانات الأولية</translation>
    </message>
    <message>
        <source>Copy the raw data of %1</source>
        <translation>نسخ البيانات الأولية: %1</translation>
    </message>
    <message>
        <source>An earlier answer of a model</source>
        <translation>إجابة سابقة لنموذج</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What Helmdesk may do by itself</source>
        <translation>ما يجوز لـ Helmdesk فعله وحده</translation>
    </message>
    <message>
        <source>When a person decides</source>
        <translation>متى يقرر شخص</translation>
    </message>
    <message>
        <source>Sending and channels</source>
        <translation>الإرسال والقنوات</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Work and its limits</source>
        <translation>العمل وحدوده</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>هذه النافذة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Off: nothing is drafted. Shadow: drafts are only to look at. Suggest: a person sends. Automatic: sure answers leave by themselves.</source>
        <translation>إيقاف: لا تُكتب مسودات. ظل: المسودات للاطلاع فقط. اقتراح: يرسل شخص. تلقائي: تخرج الإجابات المؤكدة وحدها.</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>الفوترة</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>تقني</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>الثقة في الفئة</translation>
    </message>
    <message>
        <source>Below this a person decides what the message is about.</source>
        <translation>دونها يقرر شخص موضوع الرسالة.</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>الثقة في الإجابة</translation>
    </message>
    <message>
        <source>Below this the draft goes to a person.</source>
        <translation>دونها تذهب المسودة إلى شخص.</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>الانطباع</translation>
    </message>
    <message>
        <source>Below this the customer is upset and a person answers. -1 is furious, 1 is delighted.</source>
        <translation>دونها يكون العميل مستاءً ويجيب شخص. ‎-1 غاضب و1 مسرور.</translation>
    </message>
    <message>
        <source>Length of a message</source>
        <translation>طول الرسالة</translation>
    </message>
    <message>
        <source>A longer message counts as complex and goes to a person.</source>
        <translation>الرسالة الأطول تُعدّ معقدة وتذهب إلى شخص.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>Questions in a message</source>
        <translation>الأسئلة في الرسالة</translation>
    </message>
    <message>
        <source>A message with more question marks goes to a person.</source>
        <translation>الرسالة ذات علامات استفهام أكثر تذهب إلى شخص.</translation>
    </message>
    <message>
        <source>Refund without approval</source>
        <translation>استرداد بلا موافقة</translation>
    </message>
    <message>
        <source>A refund above this waits for a person, in units of its currency.</source>
        <translation>الاسترداد الأكبر ينتظر شخصًا، بوحدات عملته.</translation>
    </message>
    <message>
        <source>Undo window</source>
        <translation>مهلة التراجع</translation>
    </message>
    <message>
        <source>s</source>
        <translation>ث</translation>
    </message>
    <message>
        <source>Port of the web chat</source>
        <translation>منفذ دردشة الويب</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>مجلد الوارد</translation>
    </message>
    <message>
        <source>Watched for new .eml and .jsonl files. Empty: the folder inbox of the workspace.</source>
        <translation>يُراقَب بحثًا عن ملفات ‎.eml و‎.jsonl جديدة. فارغ: المجلد inbox في مساحة العمل.</translation>
    </message>
    <message>
        <source>End of a session</source>
        <translation>نهاية الجلسة</translation>
    </message>
    <message>
        <source>After this silence a customer begins a new conversation.</source>
        <translation>بعد هذا الصمت يبدأ العميل محادثة جديدة.</translation>
    </message>
    <message>
        <source>Remembered messages</source>
        <translation>الرسائل المتذكَّرة</translation>
    </message>
    <message>
        <source>How many earlier messages of a session Helmdesk takes into account.</source>
        <translation>كم رسالة سابقة من الجلسة يأخذها Helmdesk في الحسبان.</translation>
    </message>
    <message>
        <source>Messages in a row</source>
        <translation>رسائل متتالية</translation>
    </message>
    <message>
        <source>Messages that follow each other within this time are answered as one.</source>
        <translation>الرسائل المتتابعة خلال هذه المدة يُجاب عنها كرسالة واحدة.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>م.ث</translation>
    </message>
    <message>
        <source>Passages for an answer</source>
        <translation>المقاطع للإجابة</translation>
    </message>
    <message>
        <source>How many passages of the knowledge base are looked up.</source>
        <translation>كم مقطعًا من المعرفة يُبحث عنه.</translation>
    </message>
    <message>
        <source>Time for a tool</source>
        <translation>وقت الأداة</translation>
    </message>
    <message>
        <source>After this a call counts as failed.</source>
        <translation>بعدها يُعدّ الاستدعاء فاشلًا.</translation>
    </message>
    <message>
        <source>Time for a message</source>
        <translation>وقت الرسالة</translation>
    </message>
    <message>
        <source>After this the work is given up and a person answers.</source>
        <translation>بعدها يُترك العمل ويجيب شخص.</translation>
    </message>
    <message>
        <source>Tries of a language model</source>
        <translation>محاولات نموذج اللغة</translation>
    </message>
    <message>
        <source>How often a failed call is tried.</source>
        <translation>كم مرة يُعاد الاستدعاء الفاشل.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>فاتح أو داكن أو مثل النظام.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Go on after sending</source>
        <translation>المتابعة بعد الإرسال</translation>
    </message>
    <message>
        <source>Opens the next conversation when a reply was sent.</source>
        <translation>يفتح المحادثة التالية بعد إرسال رد.</translation>
    </message>
    <message>
        <source>Of what is routed without a person. 0: no promise. The view Learning shows what the verdicts carry.</source>
        <translation>مما يُوجَّه دون إنسان. 0: لا وعد. تبيّن شاشة التعلّم ما تسنده الأحكام.</translation>
    </message>
    <message>
        <source>The chat page and the HTTP inbox listen there, on this computer alone; 0 stands for a free one. Takes effect at the next start.</source>
        <translation>تستمع هناك صفحة الدردشة وصندوق HTTP الوارد على هذا الحاسوب وحده؛ 0 يعني منفذًا حرًّا. يسري عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Of the window and its dates and numbers. Replies keep the language of the customer.</source>
        <translation>لغة النافذة وتواريخها وأرقامها. تبقى الردود بلغة العميل.</translation>
    </message>
    <message>
        <source>Public address of the web chat</source>
        <translation>العنوان العام لدردشة الويب</translation>
    </message>
    <message>
        <source>Where a proxy shows the chat page, like https://support.example.com. Empty: on this computer alone. Takes effect at the next start.</source>
        <translation>المكان الذي يعرض فيه الوكيل صفحة الدردشة، مثل https://support.example.com. فارغ: على هذا الحاسوب فقط. يسري عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Trusted proxy</source>
        <translation>الوكيل الموثوق</translation>
    </message>
    <message>
        <source>The address that the proxy connects from, like 127.0.0.1. Limits then count for each visitor. Takes effect at the next start.</source>
        <translation>العنوان الذي يتصل منه الوكيل، مثل 127.0.0.1. تُحتسب الحدود عندئذ لكل زائر. يسري عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Certainty to act at once</source>
        <translation>درجة اليقين للتنفيذ فورًا</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, Helmdesk asks before it does anything.</source>
        <translation>إذا قلّ احتمال أن العميل يطلب ذلك عن هذه القيمة، يسأل Helmdesk قبل أن يفعل أي شيء.</translation>
    </message>
    <message>
        <source>Certainty to offer</source>
        <translation>درجة اليقين لعرض الإجراء</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, nothing is offered.</source>
        <translation>إذا قلّ احتمال أن العميل يطلب ذلك عن هذه القيمة، لا يُعرض شيء.</translation>
    </message>
    <message>
        <source>Ask before every refund</source>
        <translation>السؤال قبل كل استرداد</translation>
    </message>
    <message>
        <source>The customer is asked first, however clearly the refund was asked for.</source>
        <translation>يُسأل العميل أولًا مهما كان طلب الاسترداد واضحًا.</translation>
    </message>
    <message>
        <source>Time for a yes</source>
        <translation>مهلة الموافقة</translation>
    </message>
    <message>
        <source>How long a yes to Helmdesk&apos;s question still counts.</source>
        <translation>المدة التي تظل فيها الموافقة على سؤال Helmdesk سارية.</translation>
    </message>
    <message>
        <source>Sure answers of this category then leave without a person, and with them the acts that the policy allows, such as refunds below the limit.</source>
        <translation>تخرج عندئذ الإجابات المؤكدة في هذه الفئة دون تدخل شخص، ومعها الإجراءات التي تسمح بها السياسة، مثل المبالغ المستردة دون الحد.</translation>
    </message>
    <message>
        <source>More money is then paid back without anybody&apos;s approval.</source>
        <translation>تُردّ عندئذ مبالغ أكبر دون موافقة أحد.</translation>
    </message>
    <message>
        <source>More answers then leave without a person having seen them.</source>
        <translation>تخرج عندئذ إجابات أكثر دون أن يراها شخص.</translation>
    </message>
    <message>
        <source>Allowed share of errors</source>
        <translation>نسبة الخطأ المسموح بها</translation>
    </message>
    <message>
        <source>Refunds of a customer in a day</source>
        <translation>المبالغ المستردة لعميل في يوم</translation>
    </message>
    <message>
        <source>Refunds within 24 hours that pass this together wait for a person. 0: as for one refund.</source>
        <translation>المبالغ المستردة خلال 24 ساعة التي يتجاوز مجموعها هذا الحد تنتظر شخصًا. 0: كما لاسترداد واحد.</translation>
    </message>
    <message>
        <source>Refunds of a customer in a month</source>
        <translation>المبالغ المستردة لعميل في شهر</translation>
    </message>
    <message>
        <source>Refunds within 30 days that pass this together wait for a person. 0: three times as for one refund.</source>
        <translation>المبالغ المستردة خلال 30 يومًا التي يتجاوز مجموعها هذا الحد تنتظر شخصًا. 0: ثلاثة أضعاف حد الاسترداد الواحد.</translation>
    </message>
    <message>
        <source>Refunds of an invoice</source>
        <translation>عمليات الاسترداد لفاتورة</translation>
    </message>
    <message>
        <source>After this many a further refund waits for a person.</source>
        <translation>بعد هذا العدد ينتظر أي استرداد آخر شخصًا.</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>أسعار الصرف</translation>
    </message>
    <message>
        <source>For these limits, beside those that ship, such as CHF=0.93: units for one euro.</source>
        <translation>لهذه الحدود، إلى جانب الأسعار المرفقة، مثل CHF=0.93: عدد الوحدات مقابل يورو واحد.</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>اسم المرسل</translation>
    </message>
    <message>
        <source>Who replies by mail come from.</source>
        <translation>الاسم الذي تصدر عنه الردود بالبريد الإلكتروني.</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>عنوان المرسل</translation>
    </message>
    <message>
        <source>Where replies by mail come from.</source>
        <translation>العنوان الذي تصدر عنه الردود بالبريد الإلكتروني.</translation>
    </message>
    <message>
        <source>Copy of the record&apos;s progress</source>
        <translation>نسخة من تقدّم السجل</translation>
    </message>
    <message>
        <source>A file, best on another disk or machine. Empty: only in the workspace.</source>
        <translation>ملف، ويُفضَّل أن يكون على قرص أو حاسوب آخر. فارغ: في مساحة العمل فقط.</translation>
    </message>
    <message>
        <source>Messages as they were written</source>
        <translation>الرسائل كما كُتبت</translation>
    </message>
    <message>
        <source>How long a message is also kept with the secrets in it that are masked elsewhere. 0: not at all.</source>
        <translation>المدة التي تُحفظ فيها الرسالة أيضًا بما فيها من أسرار تُحجب في غير هذا الموضع. 0: لا تُحفظ إطلاقًا.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>س</translation>
    </message>
    <message>
        <source>How long a reply that a person sent can be taken back, with what it does. Automatic replies in chat leave at once.</source>
        <translation>المدة التي يمكن فيها استرجاع رد أرسله شخص، مع ما ينفّذه. الردود التلقائية في الدردشة تخرج فورًا.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>نماذج اللغة</translation>
    </message>
    <message>
        <source>Silence that counts as resolved</source>
        <translation>الصمت الذي يُعدّ إنهاءً</translation>
    </message>
    <message>
        <source>Insights count a grounded answer as a resolution when the customer does not come back within this time.</source>
        <translation>تعدّ التحليلات الإجابة المدعومة بالمصادر إنهاءً إذا لم يعد العميل خلال هذه المدة.</translation>
    </message>
    <message>
        <source>A reply by hand</source>
        <translation>رد يدوي</translation>
    </message>
    <message>
        <source>How long it takes a person; insights reckon the saved time with it.</source>
        <translation>كم يستغرق من الشخص؛ تحسب التحليلات به الوقت الموفَّر.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>A reply from a draft</source>
        <translation>رد من مسودة</translation>
    </message>
    <message>
        <source>How long it takes a person to check a draft and send it.</source>
        <translation>كم يستغرق الشخص لمراجعة مسودة وإرسالها.</translation>
    </message>
    <message>
        <source>An hour of work</source>
        <translation>ساعة عمل</translation>
    </message>
    <message>
        <source>What it costs, for the saved money in the insights.</source>
        <translation>تكلفتها، لحساب المال الموفَّر في التحليلات.</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>دولار</translation>
    </message>
    <message>
        <source>Answers are worded by</source>
        <translation>يصوغ الإجابات</translation>
    </message>
    <message>
        <source>“builtin”, or the name of a model. The page Models has them all.</source>
        <translation>«builtin» أو اسم نموذج. تعرضها كلها صفحة «النماذج».</translation>
    </message>
    <message>
        <source>Second opinion on the category</source>
        <translation>رأي ثانٍ في الفئة</translation>
    </message>
    <message>
        <source>“builtin” for none, or the name of a model. Empty: the model that answers.</source>
        <translation>«builtin» لعدم الاستخدام، أو اسم نموذج. فارغ: النموذج الذي يجيب.</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>النموذج الثاني</translation>
    </message>
    <message>
        <source>Asked where the first one fails, before the built-in engine answers. Empty: none.</source>
        <translation>يُسأل حين يفشل الأول، قبل أن يجيب المحرك المدمج. فارغ: لا شيء.</translation>
    </message>
    <message>
        <source>Budget of a message</source>
        <translation>ميزانية الرسالة</translation>
    </message>
    <message>
        <source>What models may cost for one message.</source>
        <translation>ما يجوز أن تكلّفه النماذج لرسالة واحدة.</translation>
    </message>
    <message>
        <source>Budget of a conversation</source>
        <translation>ميزانية المحادثة</translation>
    </message>
    <message>
        <source>What models may cost for one conversation.</source>
        <translation>ما يجوز أن تكلّفه النماذج لمحادثة واحدة.</translation>
    </message>
    <message>
        <source>Budget of a day</source>
        <translation>ميزانية اليوم</translation>
    </message>
    <message>
        <source>What models may cost in a day (UTC). The built-in engine answers when it is spent.</source>
        <translation>ما يجوز أن تكلّفه النماذج في يوم (UTC). يجيب المحرك المدمج متى أُنفقت.</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>ميزانية الشهر</translation>
    </message>
    <message>
        <source>What models may cost in a month (UTC).</source>
        <translation>ما يجوز أن تكلّفه النماذج في شهر (UTC).</translation>
    </message>
    <message>
        <source>Confidence for a proposal</source>
        <translation>الثقة اللازمة للاقتراح</translation>
    </message>
    <message>
        <source>Below this only an article that plainly answers the message is proposed.</source>
        <translation>دونها لا تُقترح إلا مقالة تجيب عن الرسالة بوضوح.</translation>
    </message>
    <message>
        <source>Confidence of a plain article</source>
        <translation>الثقة في مقالة واضحة</translation>
    </message>
    <message>
        <source>How certain an article must be to answer what nobody can place.</source>
        <translation>مدى اليقين اللازم في مقالة لتجيب عما لا يستطيع أحد تصنيفه.</translation>
    </message>
    <message>
        <source>Proof of who writes a mail</source>
        <translation>إثبات هوية كاتب رسالة البريد</translation>
    </message>
    <message>
        <source>What it takes before money moves or an account changes at the wish of a mail.</source>
        <translation>ما يلزم قبل أن يُنقل مال أو يتغير حساب بطلب من رسالة بريد.</translation>
    </message>
    <message>
        <source>Codes by mail</source>
        <translation>الرموز بالبريد</translation>
    </message>
    <message>
        <source>Who writes from the address of an account may prove it by a one-time code that goes to that address. Off: a person finds out.</source>
        <translation>من يكتب من عنوان حساب يمكنه إثبات ذلك برمز لمرة واحدة يُرسل إلى ذلك العنوان. إيقاف: يتحقق شخص من ذلك.</translation>
    </message>
    <message>
        <source>Answers given again</source>
        <translation>الإجابات المعادة</translation>
    </message>
    <message>
        <source>To which questions an earlier answer of a model is given again: none, the same one, or also one that is worded another way. Never one with a customer&apos;s data.</source>
        <translation>الأسئلة التي تُعاد لها إجابة سابقة لنموذج: لا شيء، أو السؤال نفسه، أو أيضًا سؤال بصياغة أخرى. ولا تُعاد أبدًا إجابة فيها بيانات عميل.</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>الإجابات المحفوظة</translation>
    </message>
    <message>
        <source>Those used longest ago go first.</source>
        <translation>تُحذف أولًا تلك التي مضى على استخدامها أطول وقت.</translation>
    </message>
    <message>
        <source>Age of a kept answer</source>
        <translation>عمر الإجابة المحفوظة</translation>
    </message>
    <message>
        <source>After this the model is asked again.</source>
        <translation>بعده يُسأل النموذج من جديد.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>Health and alarms</source>
        <translation>سلامة النظام والإنذارات</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: warning</source>
        <translation>بانتظار Helmdesk: تحذير</translation>
    </message>
    <message>
        <source>A message that waits this long for Helmdesk&apos;s answer is a warning on the page Health.</source>
        <translation>تُعدّ الرسالة التي تنتظر إجابة Helmdesk هذه المدة تحذيرًا في صفحة «سلامة النظام».</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: alarm</source>
        <translation>بانتظار Helmdesk: إنذار</translation>
    </message>
    <message>
        <source>The same, for an alarm.</source>
        <translation>الأمر نفسه، للإنذار.</translation>
    </message>
    <message>
        <source>Waiting for a person: warning</source>
        <translation>بانتظار شخص: تحذير</translation>
    </message>
    <message>
        <source>So many conversations are a warning.</source>
        <translation>هذا العدد من المحادثات يُعدّ تحذيرًا.</translation>
    </message>
    <message>
        <source>Waiting for a person: alarm</source>
        <translation>بانتظار شخص: إنذار</translation>
    </message>
    <message>
        <source>So many conversations are an alarm.</source>
        <translation>هذا العدد من المحادثات يُعدّ إنذارًا.</translation>
    </message>
    <message>
        <source>Untouched: warning</source>
        <translation>بلا متابعة: تحذير</translation>
    </message>
    <message>
        <source>A conversation that waits for a person and is not touched for this long is a warning.</source>
        <translation>تُعدّ المحادثة التي تنتظر شخصًا ولا يتابعها أحد طوال هذه المدة تحذيرًا.</translation>
    </message>
    <message>
        <source>Untouched: alarm</source>
        <translation>بلا متابعة: إنذار</translation>
    </message>
    <message>
        <source>Failures: warning</source>
        <translation>حالات الفشل: تحذير</translation>
    </message>
    <message>
        <source>Share of messages, replies or calls of a tool that fail.</source>
        <translation>نسبة ما يفشل من الرسائل أو الردود أو استدعاءات الأداة.</translation>
    </message>
    <message>
        <source>Failures: alarm</source>
        <translation>حالات الفشل: إنذار</translation>
    </message>
    <message>
        <source>Failures: least number</source>
        <translation>حالات الفشل: أقل عدد</translation>
    </message>
    <message>
        <source>Of fewer messages, replies or calls failures are no more than a notice.</source>
        <translation>إذا قلّت الرسائل أو الردود أو الاستدعاءات عن هذا العدد فلا يكون الفشل أكثر من تنويه.</translation>
    </message>
    <message>
        <source>Failures: time</source>
        <translation>حالات الفشل: المدة</translation>
    </message>
    <message>
        <source>Within which they are counted.</source>
        <translation>المدة التي تُحتسب خلالها.</translation>
    </message>
    <message>
        <source>Mailbox out of reach</source>
        <translation>تعذّر الوصول إلى صندوق البريد</translation>
    </message>
    <message>
        <source>After this long it is an alarm.</source>
        <translation>بعد هذه المدة يُعدّ ذلك إنذارًا.</translation>
    </message>
    <message>
        <source>Spent budget: warning</source>
        <translation>الميزانية المنفقة: تحذير</translation>
    </message>
    <message>
        <source>Share of a budget for models that is spent.</source>
        <translation>النسبة المنفقة من ميزانية النماذج.</translation>
    </message>
    <message>
        <source>Spent budget: alarm</source>
        <translation>الميزانية المنفقة: إنذار</translation>
    </message>
    <message>
        <source>Free disk: warning</source>
        <translation>المساحة الحرة على القرص: تحذير</translation>
    </message>
    <message>
        <source>Less free space than this is a warning.</source>
        <translation>مساحة حرة أقل من هذه تُعدّ تحذيرًا.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>م.ب</translation>
    </message>
    <message>
        <source>Free disk: alarm</source>
        <translation>المساحة الحرة على القرص: إنذار</translation>
    </message>
    <message>
        <source>Less free space than this is an alarm.</source>
        <translation>مساحة حرة أقل من هذه تُعدّ إنذارًا.</translation>
    </message>
    <message>
        <source>Sudden change: warning</source>
        <translation>تغيّر مفاجئ: تحذير</translation>
    </message>
    <message>
        <source>Population stability index of the categories or the confidence.</source>
        <translation>مؤشر استقرار التوزيع للفئات أو للثقة.</translation>
    </message>
    <message>
        <source>Sudden change: alarm</source>
        <translation>تغيّر مفاجئ: إنذار</translation>
    </message>
    <message>
        <source>Sudden change: least number</source>
        <translation>تغيّر مفاجئ: أقل عدد</translation>
    </message>
    <message>
        <source>So many messages must there be, now and before, for a change to be judged.</source>
        <translation>عدد الرسائل اللازم، الآن وسابقًا، للحكم على وجود تغيّر.</translation>
    </message>
    <message>
        <source>Sudden change: time</source>
        <translation>تغيّر مفاجئ: المدة</translation>
    </message>
    <message>
        <source>The latest messages, which are compared with those of the four weeks before.</source>
        <translation>أحدث الرسائل، وتُقارن برسائل الأسابيع الأربعة السابقة.</translation>
    </message>
    <message>
        <source>Always answered</source>
        <translation>الإجابة دائمًا</translation>
    </message>
    <message>
        <source>It is an alarm, and not only a warning, when no program answers the messages.</source>
        <translation>عدم وجود برنامج يجيب عن الرسائل يُعدّ إنذارًا لا تحذيرًا فقط.</translation>
    </message>
    <message>
        <source>Address for alarms</source>
        <translation>عنوان الإنذارات</translation>
    </message>
    <message>
        <source>A mail goes there when an alarm begins and when it is over. Empty: none.</source>
        <translation>تُرسل إليه رسالة بريد عندما يبدأ إنذار وعندما ينتهي. فارغ: لا شيء.</translation>
    </message>
    <message>
        <source>Mails on alarms in a day</source>
        <translation>رسائل بريد الإنذارات في اليوم</translation>
    </message>
    <message>
        <source>Alarms beyond this are told in the window alone.</source>
        <translation>ما زاد على ذلك من إنذارات يظهر في النافذة وحدها.</translation>
    </message>
    <message>
        <source>End of an alarm</source>
        <translation>انتهاء الإنذار</translation>
    </message>
    <message>
        <source>It is over after this long without it.</source>
        <translation>يُعدّ منتهيًا بعد مرور هذه المدة دون سببه.</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Route: %1, %2</source>
        <translation>التوجيه: %1، %2</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>القرار: %1</translation>
    </message>
    <message>
        <source>Draft and judge</source>
        <translation>الصياغة والتقييم</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>المختص</translation>
    </message>
    <message>
        <source>Understand: %1, sentiment %2</source>
        <translation>الفهم: %1، الانطباع %2</translation>
    </message>
    <message>
        <source>Wants: %1</source>
        <translation>يريد: %1</translation>
    </message>
    <message>
        <source>%1: waits for a person</source>
        <translation>%1: ينتظر شخصًا</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <translation>%1: مرفوض</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: فشل</translation>
    </message>
    <message>
        <source>A person approved it</source>
        <translation>وافق عليه شخص</translation>
    </message>
    <message>
        <source>A person denied it</source>
        <translation>رفضه شخص</translation>
    </message>
    <message>
        <source>Approved, done: %1</source>
        <extracomment>A step that carried out what a person had approved; %1 is what it did</extracomment>
        <translation>تمت الموافقة ونُفّذ: %1</translation>
    </message>
    <message>
        <source>The sender is proven by a code</source>
        <extracomment>A step that looked for the one-time code by which a mail&apos;s sender proves who they are</extracomment>
        <translation>ثبتت هوية المرسل برمز تحقق</translation>
    </message>
    <message>
        <source>The sender is not proven</source>
        <translation>لم تثبت هوية المرسل</translation>
    </message>
    <message>
        <source>Code sent to the address on record</source>
        <translation>أُرسل رمز تحقق إلى العنوان المسجَّل</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>next: %1 %2</source>
        <translation>التالي: %1 %2</translation>
    </message>
    <message>
        <source>%1, below the threshold %2</source>
        <translation>%1، دون الحد %2</translation>
    </message>
    <message>
        <source>%1, threshold %2</source>
        <translation>%1، الحد %2</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>الثقة في الإجابة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why a person is needed</source>
        <translation>لماذا يلزم تدخل شخص</translation>
    </message>
    <message>
        <source>Why it was not sent</source>
        <translation>لماذا لم تُرسل</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Open source %1: %2</source>
        <translation>فتح المصدر %1: %2</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>الثقة في الفئة</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>التشغيل</translation>
    </message>
    <message>
        <source>Helmdesk has not read this conversation: it is new, or it came from an earlier desk.</source>
        <translation>لم يقرأ Helmdesk هذه المحادثة: إما أنها جديدة أو أنها جاءت من نظام دعم سابق.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Billing</source>
        <translation>الفوترة</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>تقني</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>For a person</source>
        <translation>يحتاج إلى شخص</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>ظل</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>اقتراح</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>ثقة منخفضة</translation>
    </message>
    <message>
        <source>Upset customer</source>
        <translation>عميل مستاء</translation>
    </message>
    <message>
        <source>Complex question</source>
        <translation>سؤال معقّد</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>طلب التحدث مع شخص</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>يحتاج إلى موافقة</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>فشلت أداة</translation>
    </message>
    <message>
        <source>Suspicious text</source>
        <translation>نص مشبوه</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>السياسة</translation>
    </message>
    <message>
        <source>Engine failed</source>
        <translation>فشل المحرك</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>دردشة</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>بريد</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Sent automatically</source>
        <translation>أُرسلت تلقائيًا</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>تحتاج إلى مراجعة</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>مصعّدة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>بانتظار العميل</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>تم توليها</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>عاجلة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>تنتظر شخصًا</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Perhaps sent: the channel did not confirm it</source>
        <translation>ربما أُرسلت: لم تؤكد القناة ذلك</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>سُحبت</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>الموافقات</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>لي</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Sources agree</source>
        <translation>توافق المصادر</translation>
    </message>
    <message>
        <source>Every claim backed</source>
        <translation>كل قول مدعوم</translation>
    </message>
    <message>
        <source>Tools succeeded</source>
        <translation>نجحت الأدوات</translation>
    </message>
    <message>
        <source>Engine&apos;s estimate</source>
        <translation>تقدير المحرك</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>الانطباع</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>confidence</comment>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date and a time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 ي</translation>
    </message>
    <message>
        <source>This could not be accepted. Your text is kept: %1</source>
        <translation>تعذّر قبول هذا. نصّك محفوظ: %1</translation>
    </message>
    <message>
        <source>It is no longer there. Refresh the list and try again.</source>
        <translation>لم يعد موجودًا. حدّث القائمة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Somebody or something changed it meanwhile. Look at the newest state, then try again.</source>
        <translation>تغيّر هذا في الأثناء. راجع أحدث حالة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The policy does not allow this: %1</source>
        <translation>لا تسمح السياسة بذلك: %1</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>تم الإيقاف. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Stored data is damaged: %1</source>
        <translation>البيانات المخزنة تالفة: %1</translation>
    </message>
    <message>
        <source>The data was written by a newer Helmdesk. Update this program.</source>
        <translation>كُتبت البيانات بإصدار أحدث من Helmdesk. حدّث هذا البرنامج.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>القرص ممتلئ. أفرغ بعض المساحة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>It did not work, your text is kept: %1</source>
        <translation>لم ينجح ذلك، ونصّك محفوظ: %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Shadow draft</source>
        <translation>مسودة ظل</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>الأطول انتظارًا أولًا</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>German</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>البرتغالية</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>الهولندية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>دردشة الويب</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>مجلد الوارد</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>اليوم %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>غدًا %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>محلول</translation>
    </message>
    <message>
        <source>A service could not be reached. Nothing is lost; try again in a moment.</source>
        <translation>تعذّر الوصول إلى خدمة. لم يُفقد شيء؛ حاول بعد لحظات.</translation>
    </message>
    <message>
        <source>It took too long. Nothing is lost; try again in a moment.</source>
        <translation>استغرق الأمر وقتًا طويلًا. لم يُفقد شيء؛ حاول بعد لحظات.</translation>
    </message>
    <message>
        <source>Refunds above the limit need approval</source>
        <translation>المبالغ المستردة فوق الحد تحتاج إلى موافقة</translation>
    </message>
    <message>
        <source>More refunds than allowed for one customer in a day need approval</source>
        <translation>تجاوز حد الاسترداد اليومي للعميل الواحد يحتاج إلى موافقة</translation>
    </message>
    <message>
        <source>The customer&apos;s account is not active</source>
        <translation>حساب العميل غير نشط</translation>
    </message>
    <message>
        <source>This kind of change always needs approval</source>
        <translation>هذا النوع من التغيير يحتاج دائمًا إلى موافقة</translation>
    </message>
    <message>
        <source>Look up the invoice</source>
        <translation>الاطلاع على الفاتورة</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>استرداد المبلغ</translation>
    </message>
    <message>
        <source>Change the payment method</source>
        <translation>تغيير طريقة الدفع</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>إعادة تعيين كلمة المرور</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>تعديل الحساب</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>البحث في المقالات</translation>
    </message>
    <message>
        <source>Open a ticket</source>
        <translation>فتح تذكرة</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <extracomment>Somebody in the web chat who gave no name; %1 are four letters or digits</extracomment>
        <translation>مرسل غير معروف</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>الزائر %1</translation>
    </message>
    <message>
        <source>%1 approved: %2</source>
        <translation>وافق %1: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2</source>
        <translation>رفض %1: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2 – “%3”</source>
        <extracomment>Who, what, and in quotation marks that person&apos;s reason</extracomment>
        <translation>رفض %1: %2 – «%3»</translation>
    </message>
    <message>
        <source>Nobody decided in time: %1</source>
        <translation>لم يقرر أحد في الوقت المحدد: %1</translation>
    </message>
    <message>
        <source>Withdrawn, not done: %1</source>
        <translation>سُحب ولم يُنفَّذ: %1</translation>
    </message>
    <message numerus="yes">
        <source>Do %Ln things and send</source>
        <translation>
            <numerusform>إرسال بلا إجراءات</numerusform>
            <numerusform>تنفيذ إجراء واحد وإرسال</numerusform>
            <numerusform>تنفيذ إجراءين وإرسال</numerusform>
            <numerusform>تنفيذ %Ln إجراءات وإرسال</numerusform>
            <numerusform>تنفيذ %Ln إجراءً وإرسال</numerusform>
            <numerusform>تنفيذ %Ln إجراء وإرسال</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund %1 and send</source>
        <translation>استرداد %1 وإرسال</translation>
    </message>
    <message>
        <source>Refund and send</source>
        <translation>استرداد المبلغ وإرسال</translation>
    </message>
    <message>
        <source>Reset the password and send</source>
        <translation>إعادة تعيين كلمة المرور وإرسال</translation>
    </message>
    <message>
        <source>Change the payment method and send</source>
        <translation>تغيير طريقة الدفع وإرسال</translation>
    </message>
    <message>
        <source>Change the account and send</source>
        <translation>تغيير الحساب وإرسال</translation>
    </message>
    <message>
        <source>Do this and send</source>
        <translation>تنفيذ ذلك وإرسال</translation>
    </message>
    <message>
        <source>Rule “%1”</source>
        <translation>القاعدة «%1»</translation>
    </message>
    <message>
        <source>Urgent first, then longest waiting</source>
        <translation>العاجل أولًا ثم الأطول انتظارًا</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <extracomment>How sure Helmdesk is of its draft: &quot;93 % sure&quot;</extracomment>
        <translation>ثقة %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>سُحب</translation>
    </message>
    <message>
        <source>Promised for %1, due</source>
        <extracomment>What was promised to a customer; the moment follows</extracomment>
        <translation>موعود به %1، حان وقته</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>موعود به %1</translation>
    </message>
    <message>
        <source>%1 withdrew it, not done: %2</source>
        <translation>سحبه %1 ولم يُنفَّذ: %2</translation>
    </message>
    <message>
        <source>The rules cannot be read, so nothing is changed</source>
        <translation>لا يمكن قراءة القواعد، لذلك لا يتغير شيء</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>صندوق البريد %1</translation>
    </message>
    <message>
        <source>The mail system vouches for them</source>
        <translation>نظام البريد يضمن هويته</translation>
    </message>
    <message>
        <source>A code came back, too</source>
        <translation>وعاد رمز تحقق أيضًا</translation>
    </message>
    <message>
        <source>Reminder for %1, due</source>
        <extracomment>A reminder of the operator&apos;s own; the moment follows</extracomment>
        <translation>تذكير: %1، حان وقته</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>تذكير: %1</translation>
    </message>
    <message>
        <source>The same question</source>
        <translation>السؤال نفسه</translation>
    </message>
    <message>
        <source>Also worded another way</source>
        <translation>أيضًا بصياغة أخرى</translation>
    </message>
</context>
</TS>
