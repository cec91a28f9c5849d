"""Labels: the phrases with which a line says what it holds.

Every phrase stands in one spelling; all others (hamza, tashkeel, ي/ى/ی, ة/ه) are found with it.
"""

from __future__ import annotations

from newsgen.loader.phrasebook._lists import phrases

DATE_LABELS = phrases(
    """
    تاريخ النشر، تاريخ الخبر، تاريخ الإضافة، تاريخ المقال، نشر في، نشرت في، نشر بتاريخ، نشرت بتاريخ، نشر
    يوم، تم النشر في، تم النشر بتاريخ، تم النشر، تم نشره في، تم نشره يوم، هذا المحتوى تم نشره يوم، تمت
    الإضافة، أضيف في، أضيف بتاريخ، كتب في، حرر في، حرر بتاريخ، التاريخ، بتاريخ، Published on، Published
    at، Published، Posted on، Posted، Date، Publié le
    """
)
UPDATE_LABELS = phrases(
    """
    آخر تحديث، اخر تحديث للخبر، تاريخ التحديث، تم التحديث، تم تحديثه في، حدث في، عدل في، آخر تعديل،
    تحديث، Last updated، Last modified، Last update، Updated on، Updated، Mis à jour le
    """
)
SOURCE_LABELS = phrases(
    """
    المصدر، مصدر الخبر، مصدر المقال، المصدر الأصلي، نقلا عن، نقلا من، عن موقع، الناشر، Source، Sources،
    Via
    """
)
AUTHOR_LABELS = phrases(
    """
    كتب، كتبت، كتبه، كتبها، كتابة، بقلم، بواسطة، الكاتب، الكاتبة، كاتب المقال، المؤلف، المحرر، المحررة،
    إعداد، أعده، أعدته، أعدها، أعد التقرير، تحرير، تقرير، تحقيق، متابعة، حوار، حاوره، حاورته، حاورها،
    حاورتها، أجرى الحوار، أجرت الحوار، رصد، ترجمة، الصحفي، الصحفية، مراسلنا، مراسلتنا، Author، Written
    by، By، Par
    """
)
TAG_LABELS = phrases(
    """
    كلمات دلالية، الكلمات الدلالية، الكلمات الدالة، كلمات دالة، كلمات مفتاحية، الكلمات المفتاحية،
    الكلمات المفاتيح، كلمات البحث، مفاتيح البحث، الوسوم، وسوم، الأوسمة، أوسمة، سمات، السمات، العلامات،
    علامات، هاشتاغ، هاشتاج، الهاشتاغ، تاغ، تاج، تاغات، تاجات، كلمات دليلية، الكلمات الدليلية، دلالات،
    الدلالات، التسميات، مواضيع، تصنيفات المقال، Tags، Tag، Keywords، Topics، Mots clés
    """
)
# Words for tags that stand glued behind the last sentence, with no colon; hardly ever a sentence's own.
GLUED_TAG_LABELS = phrases(
    """
    سمات، الوسوم، وسوم، الكلمات الدلالية، كلمات دلالية، كلمات مفتاحية، الكلمات المفتاحية، Tags
    """
)
CATEGORY_LABELS = phrases(
    """
    المحور، القسم، قسم، التصنيف، تصنيف، التصنيفات، الفئة، الباب، أرسلت في، نشر في قسم، Category،
    Categories، Section
    """
)
RELATED_LABELS = phrases(
    """
    اقرأ أيضا، اقرأ ايضا، اقرئي أيضا، اقرؤوا أيضا، اقرأ المزيد، اقرأ كذلك، إقرأ أكثر، اقرأ عن، اقرأ في،
    واقرأ أيضا، طالع أيضا، طالع المزيد، شاهد أيضا، شاهدي أيضا، انظر أيضا، انظر كذلك، تابع أيضا، قد يهمك
    أيضا، قد يهمك، قد يهمك قراءة، قد يعجبك أيضا، قد يعجبك، قد ترغب في قراءة، يمكنك قراءة، لا يفوتك، لا
    تفوتك، ربما يعجبك، ربما يهمك، يهمك أيضا، مواضيع قد تهمك، أخبار قد تهمك، مقالات قد تهمك، أخبار
    متعلقة، أخبار ذات صلة، أخبار مشابهة، أخبار أخرى، مواضيع ذات صلة، موضوعات ذات صلة، الموضوعات
    المتعلقة، المواضيع المتعلقة، الأخبار المتعلقة، مواضيع متعلقة، موضوعات متعلقة، مواضيع مشابهة، مواضيع
    مرتبطة، موضوعات مرتبطة، مقالات ذات صلة، مقالات متعلقة، مقالات مشابهة، مقالات أخرى، اخترنا لك، اخترنا
    لكم، موضوع يهمك، قصص مقترحة، مواد ذات صلة، مواد متعلقة، محتوى ذو صلة، ذات صلة، ذو صلة، المزيد من
    الأخبار، المزيد عن، للمزيد اقرأ، وللمزيد اقرأ، Related posts، Related articles، Related news،
    Related topics، Read also، Read more، See also، You may also like، More on this story، Related، Lire
    aussi، A lire aussi
    """
)
# Labels that name what follows: "المزيد في أخبار …".
RELATED_SECTION_LABELS = phrases(
    """
    المزيد في، المزيد من، المزيد عن، مزيد من، اقرأ المزيد عن، اقرأ المزيد من، أخبار أخرى من، مقالات أخرى
    في، مواضيع أخرى في
    """
)
# Labels before the article's own address or title: neither related nor text.
OWN_LINK_LABELS = phrases(
    """
    رابط الخبر، رابط المقال، رابط الموضوع، رابط دائم، رابط مختصر، الرابط المختصر، الرابط، الرابط الأصلي،
    رابط المصدر، لمشاهدة الخبر، The post، Short link، Permalink، Source link
    """
)
# Labels that run on behind an article's last sentence on the same line.
GLUED_LABELS = phrases(
    """
    رابط الخبر، رابط المقال، رابط الموضوع، المصدر:، اقرأ أيضا:، شاهد أيضا:، مواضيع ذات صلة، The post
    """
)
# Calls of the page that do.
GLUED_CALLS = phrases(
    """
    أكمل القراءة، إقرأ المزيد، اقرأ المزيد، تابع القراءة، قراءة المزيد، تابع، تابعوا، تابعونا على، شارك
    هذا الموضوع، شارك الخبر، لمتابعة آخر الأخبار، Read more، Continue reading
    """
)
MASTHEAD_MARKS = phrases(
    """
    الموقع الرسمي، الصفحة الرئيسية، الرئيسية، Official site، Home
    """
)
BREADCRUMB_OPENINGS = phrases(
    """
    الصفحة الرئيسية، الرئيسية، أنت هنا، أنت الآن في، Home، Accueil، You are here
    """
)
CAPTION_MARKS = phrases(
    """
    أرشيفية، أرشيفي، أرشيف، صورة أرشيفية، صورة تعبيرية، صورة توضيحية، تعبيرية، توضيحية، ربما تحتوي
    الصورة على، قد تكون صورة، مصدر الصورة، التعليق على الصورة، الصورة من، صورة متداولة، صدر الصورة،
    Getty Images، Getty، AFP، Reuters، Image، Photo
    """
)
# Words before a photographer's name, with a colon or in brackets.
CREDITS = phrases(
    """
    تصوير، عدسة، كاميرا، الصورة، صورة، الصور، صور، Photo، Photos
    """
)
