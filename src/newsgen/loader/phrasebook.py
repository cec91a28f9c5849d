"""The words by which the parts of a news page are known: labels, page furniture, outlets, sentence openers.

Every phrase stands in one spelling; all others (hamza, tashkeel, ي/ى/ی) are found with it.
"""

from __future__ import annotations

import re

from newsgen.text.fold import key

_COMMA = re.compile(r"\s*،\s*")


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(_COMMA.split(" ".join(listed.split())))


def _keys(listed: str) -> frozenset[str]:
    return frozenset(key(phrase) for phrase in _phrases(listed))


DATE_LABELS = _phrases(
    """
    تاريخ النشر، تاريخ الخبر، نشر في، نشرت في، نشر بتاريخ، نشر يوم، تم النشر في، تم النشر، التاريخ،
    Published on، Published، Posted on، Date
    """
)
UPDATE_LABELS = _phrases(
    """
    آخر تحديث، تاريخ التحديث، تم التحديث، عدل في، حدث في، Last updated، Updated
    """
)
SOURCE_LABELS = _phrases(
    """
    المصدر، مصدر الخبر، نقلا عن، Source
    """
)
AUTHOR_LABELS = _phrases(
    """
    كتب، كتبت، بقلم، الكاتب، الكاتبة، إعداد، حاوره، حاورته، Author، Written by
    """
)
TAG_LABELS = _phrases(
    """
    كلمات دلالية، الكلمات الدلالية، الكلمات الدالة، كلمات مفتاحية، الكلمات المفتاحية، كلمات البحث،
    الوسوم، وسوم، الأوسمة، سمات، العلامات، هاشتاغ، تاغ، تاغات، Tags، Tag، Keywords
    """
)
RELATED_LABELS = _phrases(
    """
    اقرأ أيضا، اقرأ ايضا، اقرئي أيضا، اقرؤوا أيضا، اقرأ المزيد، اقرأ كذلك، إقرأ أكثر، طالع أيضا، شاهد
    أيضا، قد يهمك أيضا، قد يهمك، قد يعجبك أيضا، قد يعجبك، لا يفوتك، ربما يعجبك، أخبار متعلقة، أخبار ذات
    صلة، مواضيع ذات صلة، موضوعات ذات صلة، مواضيع متعلقة، موضوعات متعلقة، مقالات ذات صلة، مواد ذات صلة،
    ذات صلة، Related posts، Related articles، Read also، Related
    """
)

# Whole lines that belong to the page, not to the article. Digits in the line do not count.
FURNITURE = _keys(
    """
    مشاركة، شارك، شارك الخبر، شارك المقال، شارك هذه المقالة، شارك هذا الموضوع، مشاركة الخبر، انشر، نشر،
    غرد، تغريدة، أعجبني، طباعة، اطبع، إرسال، أرسل، أرسل إلى صديق، حفظ، نسخ الرابط، رابط مختصر، استمع،
    استماع، تكبير الخط، تصغير الخط، حجم الخط، فيسبوك، فيس بوك، تويتر، واتساب، واتس اب، تلغرام، تيليجرام،
    تلجرام، لينكد إن، لينكدإن، بنترست، ماسنجر، البريد الإلكتروني، بريد إلكتروني، Facebook، Twitter، X،
    WhatsApp، Telegram، LinkedIn، Pinterest، Messenger، Email، Print، Share، Share this، Tweet، Viber،
    Copy link، Leave a Reply، Leave a Comment، Post Comment، Comments، Commentaires، Home، Menu، Search،
    post-title، post-content، Skip to content، Advertisement، Loading، Subscribe، Next، Previous، اترك
    تعليقا، اترك تعليقك، اترك ردا، أضف تعليق، أضف تعليقا، إضافة تعليق، أضف تعليقك، التعليقات، تعليقات،
    لا توجد تعليقات، لا توجد تعليقات على الخبر، تعليق، علق على الخبر، زر الذهاب إلى الأعلى، الرجوع إلى
    أعلى الصفحة، العودة إلى أعلى الصفحة، إلى الأعلى، الرئيسية، الصفحة الرئيسية، القائمة، بحث، تخطى إلى
    المحتوى، تسجيل الدخول، اشترك، اشترك الآن، اشترك في النشرة البريدية، تابعونا، تابعنا، إعلان، إعلانات،
    الموضوع التالي، الموضوع السابق، الخبر التالي، الخبر السابق، المقال التالي، المقال السابق، السابق،
    التالي، المزيد، عاجل، عدد المشاهدات، المشاهدات، مشاهدات، مشاهدة، عدد القراءات، القراءات، قراءة،
    دقيقة قراءة، دقائق قراءة، وقت القراءة، مدة القراءة، زيارة، انتهى، يتبع، انتهى الخبر
    """
)
# Beginnings of lines that belong to the page, whatever follows.
FURNITURE_OPENINGS = _phrases(
    """
    جميع الحقوق محفوظة، كل الحقوق محفوظة، حقوق النشر محفوظة، يمكنكم استلام إشعارات، لن يتم نشر عنوان
    بريدك، لن ينشر عنوان بريدك، الحقول الإلزامية، احفظ اسمي، نستخدم ملفات تعريف الارتباط، All rights
    reserved، Copyright، Your email address will not، Save my name، Click to share
    """
)
# Beginnings of short lines that do; a sentence of the story may begin with the same words.
FURNITURE_CALLS = _phrases(
    """
    شارك على، شاركه على، شاركها على، شارك عبر، مشاركة على، مشاركة عبر، حجم الخط، مدة القراءة، وقت القراءة،
    تابعونا على، تابعنا على، تابعوا آخر الأخبار، تابع آخر الأخبار، اشترك في قناتنا، اشترك في نشرتنا، انضم
    إلى قناتنا، للاشتراك في، الرجوع إلى أعلى، العودة إلى الأعلى، حمل التطبيق، حملوا تطبيق، هذا الموقع
    يستخدم
    """
)
MASTHEAD_MARKS = _phrases(
    """
    الموقع الرسمي، الصفحة الرئيسية، الرئيسية، Official site، Home
    """
)
CAPTION_MARKS = _phrases(
    """
    أرشيفية، صورة أرشيفية، صورة تعبيرية، صورة توضيحية، تعبيرية، ربما تحتوي الصورة على، مصدر الصورة،
    الصورة من، Getty Images، AFP، Reuters
    """
)
# Words before a photographer's name, with a colon or in brackets.
CREDITS = _phrases(
    """
    تصوير، عدسة
    """
)

# A name of several words that begins or ends with one of these is an outlet's.
OUTLET_OPENINGS = _keys(
    """
    وكالة، صحيفة، جريدة، قناة، موقع، إذاعة، راديو، مجلة، شبكة، تلفزيون، نشرة، منصة، بوابة، مرصد، وكالات
    """
)
OUTLET_ENDINGS = _keys(
    """
    نت، نيوز، أونلاين، اونلاين، برس، الإخبارية، للأنباء، الإلكترونية، الاخبارية، لايف، news، tv، press،
    online، net، com، media
    """
)
# News agencies by their common short names.
AGENCIES = _keys(
    """
    رويترز، أ ف ب، فرانس برس، أ ب، أسوشيتد برس، د ب أ، أ ش أ، واس، سانا، بترا، وفا، قنا، كونا، وام، بنا،
    واج، واع، سبأ، سونا، إرنا، تاس، سبوتنيك، الأناضول، شينخوا، وكالات، AFP، AP، CNN، BBC، Reuters، DPA،
    UPI
    """
)

# Words that lead on to another: no name has them, and no sentence ends with one.
LEADING_WORDS = _keys(
    """
    في، من، عن، على، إلى، حول، حتى، مع، بين، بعد، قبل، عند، منذ، خلال، أن، إن، أنّ، لكن، لا، لم، لن، ما،
    هل، قد، هذا، هذه، ذلك، تلك، الذي، التي، كل، أو، أم، ثم، كما، لماذا، كيف، متى، أين، ماذا، هو، هي، كان،
    كانت، ليس
    """
)

# Words that open a news paragraph: what a glued sub-heading ends before. A و or ف may stand before each.
PARAGRAPH_OPENERS = _phrases(
    """
    قال، قالت، أكد، أكدت، أعلن، أعلنت، أعرب، أعربت، أوضح، أوضحت، أضاف، أضافت، أشار، أشارت، ذكر، ذكرت،
    كشف، كشفت، نقل، نقلت، صرح، صرحت، بين، بينت، شدد، شددت، لفت، لفتت، دعا، دعت، طالب، طالبت، أفاد،
    أفادت، تابع، تابعت، رأى، رأت، اعتبر، اعتبرت، حذر، حذرت، انتقد، رحب، رحبت، أشاد، أشادت، وجه، وجهت،
    شهد، شهدت، بدأ، بدأت، يذكر، يشار، تشير، يقول، تقول، يرى، ترى، كان، كانت، يأتي، تأتي، جاء، جاءت، نفى،
    نفت، أعد، وصف، وصل، شارك، شاركت، افتتح، انطلقت، انطلق، تضم، يضم، تشمل، يشمل، سجل، سجلت، بلغ، بلغت،
    وقع، وقعت، قرر، قررت، اختتم، اختتمت، من، في، عن، على، بحسب، حسب، وفق، وفقا، خلال، بعد، منذ، قبل،
    عقب، أما، كما، إلى جانب، يعد، تعد، هذا، لم، لا، قد، تم
    """
)

# Cities that datelines name; countries come from Babel's territories.
CITIES = _keys(
    """
    القاهرة، الإسكندرية، الجيزة، الرياض، جدة، الدمام، مكة المكرمة، مكة، المدينة المنورة، أبها، تبوك،
    الطائف، دبي، أبوظبي، أبو ظبي، الشارقة، الدوحة، المنامة، مسقط، صنعاء، عدن، تعز، بيروت، طرابلس،
    دمشق، حلب، حمص، بغداد، البصرة، الموصل، أربيل، كركوك، عمان، إربد، القدس، القدس المحتلة، غزة، رام
    الله، نابلس، الخليل، الخرطوم، تونس، صفاقس، الجزائر، وهران، الرباط، الدار البيضاء، مراكش، فاس،
    طنجة، نواكشوط، بنغازي، طهران، أنقرة، إسطنبول، اسطنبول، موسكو، باريس، لندن، واشنطن، نيويورك، برلين،
    روما، مدريد، بروكسل، جنيف، بكين
    """
)
