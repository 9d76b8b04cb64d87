#include "tests/pdf/sample.hpp"

namespace sextant::sample {

namespace {

using namespace document;

Drawing bars(const std::vector<std::string>& names) {
  Drawing out;
  out.width = 475;
  out.height = 24.0 * static_cast<double>(names.size()) + 8;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double y = 16 + 24.0 * static_cast<double>(i);
    const double length = 90 + 37.0 * static_cast<double>((i * 5) % 6);
    Rect bar;
    bar.x = 330 - length;
    bar.y = y - 6;
    bar.width = length;
    bar.height = 12;
    bar.fill = level_fill(static_cast<int>(i % 4) + 1, 4);
    out.shapes.push_back(bar);
    Label name;
    name.x = 475;
    name.y = y + 3;
    name.text = names[i];
    name.anchor = Anchor::end;
    out.shapes.push_back(name);
  }
  return out;
}

}  // namespace

Document arabic_report() {
  Document out;
  out.meta = {"ar",
              true,
              "التحول الرقمي للتعليم في مارافيا",
              "تقرير التقييم الذاتي على ست ركائز",
              "وزارة التربية والتعليم",
              {"التعليم", "الرقمنة"},
              "2025-03-25",
              "مارافيا · التقرير الوطني · الجولة الثانية",
              "صفحة {page} من {pages}",
              "(تتمة)",
              "المحتويات",
              "",
              "instrument:6f1c answers:92ab engine:0.1.0"};
  const std::vector<std::string> pillars = {"التنسيق والقيادة",   "الاتصال والبنية التحتية",
                                            "التكلفة والاستدامة", "القدرات والثقافة",
                                            "المحتوى والحلول",    "البيانات والأدلة"};
  auto& b = out.blocks;
  b.push_back({Cover{
      "جمهورية مارافيا · وزارة التربية والتعليم",
      out.meta.title,
      out.meta.subject,
      {{"الجولة", "الجولة الثانية"},
       {"التاريخ", "25 مارس 2025"},
       {"المجيبون", "14 من أربع وزارات"},
       {"الأسئلة المجاب عنها", "182 من 196 (93 %)"}},
      "تقييم ذاتي أعدّته الوزارة ولم يُتحقَّق منه. تصف المستويات شروط التعلّم لا قيمة المدارس أو الأشخاص."}});
  b.push_back({Contents{plain("المحتويات"), 2}});
  b.push_back({Heading{1, plain("موجز للوزير"), "brief", true}});
  b.push_back({Paragraph{plain("بنت مارافيا شبكات الاتصال، وهي تحتاج الآن إلى الأشخاص والميزانيات والبيانات "
                               "التي تجعلها مفيدة في كل صف."),
                         ParagraphStyle::lead}});
  b.push_back({KeyFigures{{{"2.3", "المستوى العام", "مقابل 2.1 في الجولة الأولى", {}},
                           {"93 %", "من الأسئلة أُجيب عنها", "14 سؤالاً مفتوحاً", {}},
                           {"68 %", "إجابات مدعومة بأدلة", "مقابل 41 % عام 2023", {2, 4}}}}});
  b.push_back({Paragraph{plain("تقف أربع ركائز من ست عند المستوى الثاني أو أعلى. وقد تقدّم نظام EMIS الوطني "
                               "(انظر تقرير GEM Report 2023) منذ عام 2022 بنسبة 37 %، "
                               "في حين تتأخر القدرات والثقافة أكثر من مستوى كامل: فقد تسلّمت المدارس ما لم "
                               "يكن المعلمون مستعدين لاستخدامه بعد."),
                         ParagraphStyle::body}});
  Figure figure;
  figure.title = plain("الاتصال يتقدّم، والقدرات تتأخر مستوى كاملاً");
  figure.drawing = bars(pillars);
  figure.alt = "أعمدة أفقية لمستوى كل ركيزة";
  figure.note = plain("المصدر: إجابات الجولة الثانية.");
  b.push_back({figure});
  Split split;
  split.sides.resize(2);
  split.sides[0].blocks = {
      {Heading{3, plain("نقاط القوة"), ""}},
      {List{false, {plain("للاستراتيجية مسؤول واحد وميزانية منشورة."), plain("تُقاس سرعات الاتصال وتُنشر.")}}}};
  split.sides[1].blocks = {
      {Heading{3, plain("الأولويات"), ""}},
      {List{true, {plain("تدريب مرشدَين في كل منطقة."), plain("إدراج تكاليف التشغيل في الموازنة.")}}}};
  b.push_back({split});
  Callout ask;
  ask.kind = CalloutKind::ask;
  ask.title = plain("ما يُطلب من الوزير");
  Text link = plain("ثلاثة قرارات تجعل الخطة ممكنة، ");
  link.push_back({"انظر خطة العمل", false, Tone::normal, "#plan"});
  link.push_back({"."});
  ask.blocks = {{Paragraph{link, ParagraphStyle::body}}};
  b.push_back({ask});
  for (std::size_t i = 0; i < pillars.size(); ++i) {
    b.push_back({Heading{2, plain(pillars[i]), "pillar-" + std::to_string(i + 1)}});
    b.push_back({Paragraph{plain("ثماني مدارس من كل عشر لديها اتصال يكفي لدرس بالفيديو، بعد أن كانت خمساً من "
                                 "عشر في الجولة الأولى. وتبقى الكهرباء أضعف "
                                 "الأجزاء في الشمال، حيث تعتمد 240 مدرسة على الديزل. ويتقاسم أحد عشر تلميذاً "
                                 "جهازاً واحداً في المتوسط."),
                           ParagraphStyle::body}});
  }
  b.push_back({Paragraph{plain("« مَنْ جَدَّ وَجَدَ، وَمَنْ سَارَ عَلَى الدَّرْبِ وَصَلَ. »"), ParagraphStyle::quote}});
  b.push_back({Paragraph{plain("This paragraph is in English (wholly), and keeps its own direction."),
                         ParagraphStyle::small}});
  b.push_back({Heading{1, plain("خطة العمل"), "plan", true}});
  Table plan;
  plan.caption = plain("خطة العمل");
  plan.columns = {{plain("الإجراء"), 3},
                  {plain("الأفق"), 1, Align::centre},
                  {plain("المسؤول"), 2},
                  {plain("التكلفة"), 1, Align::end}};
  for (int i = 0; i < 34; ++i) {
    plan.rows.push_back(
        {Cell{
             plain("تدريب مرشدَين في كل منطقة وتفريغهما يوماً في الأسبوع (DTC-" + std::to_string(i + 1) + ")")},
         Cell{plain(i % 2 == 0 ? "قصير" : "متوسط"), {i % 4 + 1, 4}},
         Cell{plain(pillars[static_cast<std::size_t>(i) % 6])}, Cell{plain(std::to_string(120 + 37 * i))}});
  }
  b.push_back({plan});
  return out;
}

}  // namespace sextant::sample
