#include "tests/pdf/sample_text.hpp"

namespace sextant::sample {

ReportText english() {
  ReportText t;
  t.language = "en";
  t.title = "Digital transformation of education: where Maravia stands, and what it does next";
  t.subtitle = "Country report of the self-assessment on six pillars";
  t.kicker = "Republic of Maravia · Ministry of Education";
  t.notice =
      "Self-assessed by the ministry, not verified. Levels describe the conditions for learning, not the "
      "worth of schools or people.";
  t.footer = "Maravia · country report · round 2";
  t.page_of = "Page {page} of {pages}";
  t.continued = "(continued)";
  t.contents = "Contents";
  t.headline =
      "Maravia has built the connections; it now needs the people, the budgets and the data that make them "
      "useful in every classroom.";
  t.brief_text =
      "Four of the six pillars stand at the second level or above. Connectivity and infrastructure has moved "
      "ahead since the "
      "first round, while capacity and culture lags by more than one level: schools have received what "
      "teachers were not yet "
      "prepared to use. The plan puts training before equipment.";
  t.profile_title = "Connectivity runs ahead; capacity and culture lags by a whole level";
  t.profile_alt =
      "Horizontal bars of the level of each pillar on a scale from 1 to 4: coordination and leadership 2.6, "
      "connectivity and "
      "infrastructure 3.2, cost and sustainability 1.9, capacity and culture 1.6, content and solutions 2.3, "
      "data and evidence 2.4.";
  t.profile_note =
      "Lines show the range still possible while questions are unanswered. Source: answers of round 2, 25 "
      "March 2025.";
  t.source = "Source: Ministry of Education, answers of round 2.";
  t.strengths = "Strengths";
  t.priorities = "Priorities";
  t.asked = "What is asked of the minister";
  t.ask_text = "Three decisions make the plan possible within this financial year:";
  t.component = "Component";
  t.level = "Level";
  t.evidence = "Evidence and what was said";
  t.next = "What the next level asks for";
  t.gaps = "Gaps";
  t.quote =
      "“We had tablets before we had electricity in half of the buildings. The order of things matters more "
      "than their number.”";
  t.plan = "Action plan";
  t.plan_intro =
      "Actions are ordered by the priority that they serve and by what must be in place before they can "
      "start. Costs are "
      "estimates of the working groups in thousands of dollars; capital and recurrent expenditure are shown "
      "together here and "
      "apart in the annex. Every action names the outcome for learners that it is expected to bring.";
  t.action = "Action";
  t.horizon = "Horizon";
  t.lead = "Lead";
  t.cost = "Cost";
  t.indicator = "Indicator and target";
  t.pillar = "Pillar";
  t.answers = "Answers";
  t.answers_intro =
      "All questions of the first pillars as they were answered, with the source that the respondents gave. "
      "“Don’t know” is an "
      "answer: it names an owner who will find out.";
  t.method = "Method";
  t.question = "Question";
  t.answer = "Answer";
  t.see = "See the action plan";
  t.level_names = {"Emerging", "Developing", "Established", "Leading"};
  t.horizons = {"Short", "Medium", "Long"};
  t.facts = {"Round", "Date", "Respondents", "Questions answered"};
  t.fact_values = {"Second round", "25 March 2025", "14, of four ministries", "182 of 196 (93 %)"};
  t.key_labels = {"overall level", "of questions answered", "answers with evidence", "largest distance"};
  t.key_remarks = {"Developing; 2.1 in the first round", "14 open, each with an owner",
                   "up from 41 % in 2023", "connectivity to capacity"};
  t.key_values = {"2.3", "93 %", "68 %", "1.6"};
  t.asks = {"to sign the decree on recurrent budgets for connected schools,",
            "to name one owner for the training of teachers,",
            "to open the register of schools to the statistics office."};
  t.method_text = {
      "Each question offers four descriptors, from emerging to leading. A component’s value is the mean of "
      "its answered "
      "questions, weighted as the questionnaire says; a pillar’s value is the mean of its components. Levels "
      "are decided on "
      "the value before rounding, with inclusive lower bounds.",
      "Questions that do not apply are left out of the mean. Unanswered questions and those answered “don’t "
      "know” widen the "
      "range that is shown with each value: its ends are what the value would be if all of them were "
      "answered at the lowest or "
      "at the highest level. A level is named only if no answer still missing could change it; otherwise it "
      "is provisional.",
      "An imbalance is reported where a pillar stands more than one level below the mean of the others, "
      "since what one pillar "
      "provides often cannot be used until the others follow. The rule is part of the questionnaire and can "
      "be read there.",
      "Weights were set by the working group and tested: when all of them are drawn at random between half "
      "and double their "
      "value, no pillar changes its level in more than four of a hundred trials, but for cost and "
      "sustainability, which does "
      "so in eleven.",
  };
  t.actions = {"Train two mentors in every district and free them for one day a week",
               "Put running costs of connected schools into the budget law",
               "Agree on one identifier for schools across all systems",
               "Open content repository in both national languages",
               "Replace diesel by solar power in 240 schools without a grid",
               "Publish the register of schools as open data",
               "Data protection officer in each regional office",
               "Common procurement of connectivity with the health sector",
               "Teachers’ networks that exchange lessons, with a small fund",
               "Rules for the use of artificial intelligence in assessment",
               "Maintenance contracts by region with agreed response times",
               "Take back and recycle equipment after five years"};
  t.indicators = {
      "Teachers mentored in the year: 38 % to 75 %",    "Schools with a paid connection: 61 % to 90 %",
      "Systems that share the identifier: 2 to 9 of 9", "Lessons used at least monthly: 120 to 900",
      "Schools with power all day: 54 % to 80 %",       "Days from census to publication: 290 to 60"};
  t.questions = {"Is there a national strategy for digital education with an owner and a budget?",
                 "Do the ministries of education, telecommunications and finance decide together?",
                 "Is progress reported to parliament or to the public?",
                 "What share of schools has electricity during all lessons?",
                 "What share of schools has a connection that carries a lesson by video?",
                 "Who pays for devices that break after the warranty?",
                 "Can a school see its own data, and use them?",
                 "Are data on learners protected by law and in practice?"};
  t.pillars = {{
      {"Coordination and leadership",
       "A strategy with an owner, but decisions still travel slowly between ministries",
       "The national strategy of 2022 names an owner and a steering committee, which met three times in the "
       "last year. Ministries of education, telecommunications and finance sit at one table. Decisions are "
       "minuted and published, but their follow-up is not tracked, and regional offices learn of them late.",
       "Respondents of the two ministries disagreed on whether the committee decides or advises; they "
       "settled on the lower descriptor after reading its terms of reference together.",
       "A strategy exists, has an owner and is reviewed every year.",
       "Decisions are followed up in public, and regions take part in making them.",
       {"Vision and strategy", "Governance", "Partnerships", "Regulation"},
       {"The strategy has one owner and a published budget line.", "Three ministries decide together.",
        "Partners are mapped and meet twice a year."},
       {"Follow-up of decisions is not tracked.", "Regions are informed, not heard.",
        "Rules on procurement predate cloud services."},
       {"Publish a follow-up table of decisions every quarter.", "Give two regions a seat on the committee.",
        "Revise the procurement rules."},
       {3, 3, 2, 2}},
      {"Connectivity and infrastructure",
       "Most schools are connected; power and repair decide whether it works",
       "Eight of ten schools have a connection that carries a lesson by video, up from five of ten in the "
       "first round. Electricity remains the weakest part in the north, where 240 schools depend on diesel. "
       "Devices are shared by eleven learners on average, and one in five waits for repair.",
       "The measured speeds of the regulator and the answers of schools agree within a few points, which "
       "makes this the best evidenced pillar of the report.",
       "Most schools have power and a connection that carries lessons.",
       "Every school has power all day, and repair within ten days.",
       {"Electricity", "Internet access", "Devices", "Learning spaces"},
       {"Connections doubled in two years at a falling price.", "Speeds are measured and published.",
        "Health and education buy connectivity together."},
       {"240 schools have no grid and no solar power.", "Repair takes forty days on average.",
        "Special needs are not part of device orders."},
       {"Solar power for the first 80 schools.", "Maintenance contracts by region.",
        "An accessibility clause in every order."},
       {2, 4, 3, 3}},
      {"Cost and sustainability",
       "Capital was found; running costs are not in any budget",
       "Donors financed two thirds of all equipment. Running costs, from connection fees to replacement, are "
       "met by schools out of their own means or not at all. A financing plan for five years has been "
       "drafted but stands outside the budget law.",
       "The ministry of finance asked for the full cost of a connected school over five years; a first "
       "estimate is 410 dollars a year, of which 70 per cent is recurrent.",
       "Costs are known for some programmes.",
       "Recurrent costs are planned for five years and stand in the budget law.",
       {"Costing", "Sources of finance", "Procurement", "Environment"},
       {"The full cost of a connected school has been estimated.", "Joint procurement saved a fifth.",
        "A levy on operators feeds a fund."},
       {"Recurrent costs have no budget line.", "Nothing is set aside for replacement.",
        "Old devices are stored, not recycled."},
       {"Enter running costs into the budget law.", "Set aside a fifth of the value each year.",
        "Take back devices after five years."},
       {2, 2, 3, 1}},
      {"Capacity and culture",
       "Teachers received devices before they received time and training",
       "Fewer than four in ten teachers took part in training of more than two days. Mentors exist in the "
       "capital and in two regions. Head teachers say that time, not willingness, is what is missing; "
       "teachers ask for examples in their own subject and language.",
       "The teachers’ union was heard beside the ministry. Its view is more critical on time for preparation "
       "and is shown in the annex without being averaged away.",
       "Training is offered now and then, by projects.",
       "Every teacher has a mentor, and time to prepare.",
       {"Teachers’ competencies", "School leadership", "Learners’ skills", "Inclusion"},
       {"Mentors in the capital are valued by nine of ten teachers.",
        "The competency grid was translated and adapted.", "Girls’ clubs reach sixty schools."},
       {"No time is set aside for preparation.", "Head teachers are not part of the training.",
        "Training ends with its project."},
       {"Two mentors in every district.", "One hour a week for preparation.",
        "Include head teachers from this year on."},
       {2, 1, 2, 2}},
      {"Content and solutions",
       "Good content exists in one language, and is hard to find",
       "The national platform holds 1,900 lessons, nine of ten in the language of the capital. Search is by "
       "file name. Quality is checked before publication, and teachers may rate lessons, yet few know that "
       "they may.",
       "A sample of forty lessons was examined during the workshop: thirty-one fit the curriculum, twelve "
       "could be read by a screen reader.",
       "Content is aligned with the curriculum for some subjects.",
       "Content in both languages, accessible, found within a minute.",
       {"Curriculum", "Open content", "Platforms", "Accessibility"},
       {"All lessons pass a check of quality.", "Licences allow copying and change.",
        "Teachers rate what they use."},
       {"One lesson in ten is in the second language.", "Few lessons are accessible.",
        "Nobody owns the platform’s upkeep."},
       {"Translate the hundred most used lessons.", "Make accessibility a condition.",
        "Name an owner for the platform."},
       {3, 3, 2, 1}},
      {"Data and evidence",
       "Data are collected with care, and reach schools too late to help",
       "The census of schools is complete and checked. It is published after 290 days, when the next one is "
       "under way. Three systems use three identifiers, so that results cannot be set beside resources. "
       "Schools send data and receive none back.",
       "Data on learners are protected by a law of 2021; officers who see to it exist in the capital only.",
       "Complete statistics are published every year.",
       "Schools see their own data within weeks, and use them.",
       {"Actionable insights", "System integration", "Quality and coverage", "Security and privacy"},
       {"Coverage of the census is 98 per cent.", "A data protection law is in force.",
        "Statisticians are trained every year."},
       {"Publication takes 290 days.", "Three identifiers for one school.", "Schools receive nothing back."},
       {"One identifier for all systems.", "A one-page report to each school.", "Publish within sixty days."},
       {2, 2, 3, 2}},
  }};
  return t;
}

}  // namespace sextant::sample
