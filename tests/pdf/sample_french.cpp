#include "tests/pdf/sample_text.hpp"

namespace sextant::sample {

ReportText french() {
  ReportText t;
  t.language = "fr";
  t.title =
      "Transformation numérique de l’éducation : où en est la Maravie, et quelles sont les prochaines étapes";
  t.subtitle = "Rapport national de l’autoévaluation sur six piliers";
  t.kicker = "République de Maravie · Ministère de l’Éducation";
  t.notice =
      "Autoévaluation du ministère, non vérifiée. Les niveaux décrivent les conditions de l’apprentissage, "
      "et non la valeur des écoles ou des personnes.";
  t.footer = "Maravie · rapport national · 2e tour";
  t.page_of = "Page {page} sur {pages}";
  t.continued = "(suite)";
  t.contents = "Sommaire";
  t.headline =
      "La Maravie a construit les connexions ; il lui faut à présent les personnes, les budgets et les "
      "données qui les rendent utiles dans chaque classe.";
  t.brief_text =
      "Quatre des six piliers atteignent au moins le deuxième niveau. La connectivité a progressé depuis le "
      "premier tour, tandis "
      "que les capacités et la culture accusent plus d’un niveau de retard : les écoles ont reçu ce que le "
      "corps enseignant "
      "n’était pas encore préparé à utiliser. Le plan place donc la formation et les budgets récurrents "
      "avant tout nouvel équipement.";
  t.profile_title = "La connectivité prend de l’avance ; les capacités ont un niveau entier de retard";
  t.profile_alt =
      "Barres horizontales du niveau de chaque pilier sur une échelle de 1 à 4 : coordination et leadership "
      "2,6, connectivité et "
      "infrastructure 3,2, coût et durabilité 1,9, capacité et culture 1,6, contenu et solutions 2,3, "
      "données et preuves 2,4.";
  t.profile_note =
      "Les traits montrent l’étendue encore possible tant que des questions restent ouvertes. Source : "
      "réponses du 2e tour, 25 mars 2025.";
  t.source = "Source : ministère de l’Éducation, réponses du 2e tour.";
  t.strengths = "Points forts";
  t.priorities = "Priorités";
  t.asked = "Ce qui est demandé à la ou au ministre";
  t.ask_text = "Trois décisions rendent le plan possible dès cette année budgétaire :";
  t.component = "Composante";
  t.level = "Niveau";
  t.evidence = "Preuves et déclarations";
  t.next = "Ce que demande le niveau suivant";
  t.gaps = "Lacunes";
  t.quote =
      "« Nous avions des tablettes avant d’avoir l’électricité dans la moitié des bâtiments. L’ordre des "
      "choses compte plus que leur nombre. »";
  t.plan = "Plan d’action";
  t.plan_intro =
      "Les actions sont classées selon la priorité qu’elles servent et selon ce qui doit exister avant "
      "qu’elles commencent. Les "
      "coûts sont des estimations des groupes de travail, en milliers de dollars ; l’investissement et le "
      "fonctionnement sont réunis "
      "ici et séparés en annexe. Chaque action nomme le résultat attendu pour les élèves.";
  t.action = "Action";
  t.horizon = "Horizon";
  t.lead = "Responsable";
  t.cost = "Coût";
  t.indicator = "Indicateur et cible";
  t.pillar = "Pilier";
  t.answers = "Réponses";
  t.answers_intro =
      "Toutes les questions des premiers piliers telles qu’elles ont été répondues, avec la source indiquée. "
      "« Ne sait pas » est une "
      "réponse : elle désigne qui va chercher.";
  t.method = "Méthode";
  t.question = "Question";
  t.answer = "Réponse";
  t.see = "Voir le plan d’action";
  t.level_names = {"Émergent", "En développement", "Établi", "Avancé"};
  t.horizons = {"Court", "Moyen", "Long"};
  t.facts = {"Tour", "Date", "Répondants", "Questions renseignées"};
  t.fact_values = {"Deuxième tour", "25 mars 2025", "14, de quatre ministères", "182 sur 196 (93 %)"};
  t.key_labels = {"niveau global", "questions renseignées", "réponses avec preuve", "plus grand écart"};
  t.key_remarks = {"En développement ; 2,1 au premier tour", "14 ouvertes, chacune suivie",
                   "contre 41 % en 2023", "de la connectivité aux capacités"};
  t.key_values = {"2,3", "93 %", "68 %", "1,6"};
  t.asks = {"signer le décret sur les budgets récurrents des écoles connectées ;",
            "nommer une personne responsable de la formation ;",
            "ouvrir le registre des écoles à l’office des statistiques."};
  t.method_text = {
      "Chaque question propose quatre descripteurs, de l’émergent à l’avancé. La valeur d’une composante est "
      "la moyenne pondérée de ses "
      "questions renseignées ; celle d’un pilier, la moyenne de ses composantes. Le niveau se décide sur la "
      "valeur non arrondie, "
      "bornes inférieures incluses.",
      "Les questions sans objet sont exclues de la moyenne. Les questions ouvertes ou répondues « ne sait "
      "pas » élargissent l’étendue "
      "affichée à côté de chaque valeur : ses bornes sont les valeurs qui résulteraient du niveau le plus "
      "bas ou le plus haut. Un "
      "niveau n’est nommé que si aucune réponse manquante ne peut le changer ; sinon, il est provisoire.",
      "Un déséquilibre est signalé lorsqu’un pilier se trouve plus d’un niveau au-dessous de la moyenne des "
      "autres, car ce qu’un "
      "pilier apporte ne sert souvent que si les autres suivent. La règle fait partie du questionnaire et "
      "peut y être lue.",
      "Les pondérations ont été éprouvées : tirées au hasard entre la moitié et le double de leur valeur, "
      "elles ne changent le "
      "niveau d’aucun pilier dans plus de quatre essais sur cent, hormis coût et durabilité, dans onze.",
  };
  t.actions = {"Former deux mentors par district et les libérer un jour par semaine",
               "Inscrire les frais courants des écoles connectées dans la loi de finances",
               "Un seul identifiant d’école pour tous les systèmes",
               "Dépôt de contenus ouverts dans les deux langues nationales",
               "Remplacer le diesel par le solaire dans 240 écoles sans réseau",
               "Publier le registre des écoles en données ouvertes",
               "Un délégué à la protection des données par région",
               "Achat commun de connectivité avec la santé",
               "Réseaux d’enseignants qui échangent leurs leçons",
               "Règles d’usage de l’intelligence artificielle dans l’évaluation",
               "Contrats de maintenance régionaux avec délais convenus",
               "Reprise et recyclage des équipements après cinq ans"};
  t.indicators = {"Enseignants suivis par un mentor : de 38 % à 75 %",
                  "Écoles dont la connexion est payée : de 61 % à 90 %",
                  "Systèmes partageant l’identifiant : de 2 à 9 sur 9",
                  "Leçons utilisées chaque mois : de 120 à 900",
                  "Écoles alimentées toute la journée : de 54 % à 80 %",
                  "Jours du recensement à la publication : de 290 à 60"};
  t.questions = {
      "Existe-t-il une stratégie nationale dotée d’un responsable et d’un budget ?",
      "Les ministères de l’éducation, des télécommunications et des finances décident-ils ensemble ?",
      "Les progrès sont-ils présentés au parlement ou au public ?",
      "Quelle part des écoles dispose d’électricité pendant tous les cours ?",
      "Quelle part des écoles a une connexion qui permet un cours en vidéo ?",
      "Qui paie les appareils en panne après la garantie ?",
      "Une école peut-elle voir ses propres données, et s’en servir ?",
      "Les données des élèves sont-elles protégées en droit et en pratique ?"};
  t.pillars = {{
      {"Coordination et leadership",
       "Une stratégie avec un responsable, mais des décisions encore lentes entre ministères",
       "La stratégie nationale de 2022 désigne un responsable et un comité de pilotage, réuni trois fois "
       "l’an dernier. Les ministères de l’éducation, des télécommunications et des finances siègent à la "
       "même table. Les décisions sont consignées et publiées, mais leur suivi n’est pas assuré, et les "
       "régions les apprennent tard.",
       "Les deux ministères n’étaient pas d’accord sur le rôle du comité, décisionnel ou consultatif ; après "
       "lecture commune de son mandat, ils ont retenu le descripteur inférieur.",
       "Une stratégie existe, a un responsable et est revue chaque année.",
       "Le suivi des décisions est public, et les régions y prennent part.",
       {"Vision et stratégie", "Gouvernance", "Partenariats", "Réglementation"},
       {"La stratégie a un responsable et une ligne budgétaire publiée.",
        "Trois ministères décident ensemble.", "Les partenaires se réunissent deux fois par an."},
       {"Le suivi des décisions n’est pas assuré.", "Les régions sont informées, non entendues.",
        "Les règles d’achat ignorent l’informatique en nuage."},
       {"Publier un tableau de suivi chaque trimestre.", "Donner un siège à deux régions.",
        "Réviser les règles d’achat."},
       {3, 3, 2, 2}},
      {"Connectivité et infrastructure",
       "La plupart des écoles sont connectées ; l’électricité et la réparation décident du reste",
       "Huit écoles sur dix ont une connexion qui permet un cours en vidéo, contre cinq sur dix au premier "
       "tour. L’électricité reste le point faible au nord, où 240 écoles dépendent du diesel. Un appareil "
       "est partagé par onze élèves en moyenne, et un sur cinq attend une réparation.",
       "Les débits mesurés par le régulateur et les réponses des écoles concordent à quelques points près : "
       "c’est le pilier le mieux étayé du rapport.",
       "La plupart des écoles ont l’électricité et une connexion suffisante.",
       "Toutes ont l’électricité la journée entière, et une réparation sous dix jours.",
       {"Électricité", "Accès à l’internet", "Appareils", "Espaces d’apprentissage"},
       {"Les connexions ont doublé en deux ans, à prix décroissant.", "Les débits sont mesurés et publiés.",
        "Santé et éducation achètent ensemble."},
       {"240 écoles sans réseau ni solaire.", "La réparation prend quarante jours.",
        "Les besoins particuliers sont absents des commandes."},
       {"Le solaire pour les 80 premières écoles.", "Des contrats de maintenance régionaux.",
        "Une clause d’accessibilité dans chaque commande."},
       {2, 4, 3, 3}},
      {"Coût et durabilité",
       "L’investissement a été trouvé ; le fonctionnement n’est dans aucun budget",
       "Les bailleurs ont financé deux tiers des équipements. Les frais courants, de l’abonnement au "
       "remplacement, sont payés par les écoles sur leurs propres moyens, ou ne le sont pas. Un plan de "
       "financement sur cinq ans a été rédigé, mais reste hors de la loi de finances.",
       "Le ministère des finances a demandé le coût complet d’une école connectée sur cinq ans ; une "
       "première estimation est de 410 dollars par an, dont 70 % récurrents.",
       "Les coûts sont connus pour certains programmes.",
       "Les frais récurrents sont planifiés sur cinq ans et inscrits dans la loi.",
       {"Calcul des coûts", "Sources de financement", "Achats", "Environnement"},
       {"Le coût complet d’une école connectée est estimé.", "L’achat commun a épargné un cinquième.",
        "Une taxe sur les opérateurs alimente un fonds."},
       {"Les frais récurrents n’ont pas de ligne budgétaire.", "Rien n’est mis de côté pour le remplacement.",
        "Les vieux appareils sont stockés, non recyclés."},
       {"Inscrire les frais courants dans la loi.", "Mettre de côté un cinquième de la valeur par an.",
        "Reprendre les appareils après cinq ans."},
       {2, 2, 3, 1}},
      {"Capacité et culture",
       "Les appareils sont arrivés avant le temps et la formation",
       "Moins de quatre enseignants sur dix ont suivi plus de deux jours de formation. Des mentors existent "
       "dans la capitale et dans deux régions. Les directions disent que c’est le temps, et non la volonté, "
       "qui manque ; les enseignants demandent des exemples dans leur discipline et leur langue.",
       "Le syndicat enseignant a été entendu à côté du ministère. Son avis, plus critique sur le temps de "
       "préparation, figure en annexe sans être fondu dans une moyenne.",
       "Des formations ont lieu de temps à autre, par projets.",
       "Chaque enseignant a un mentor, et du temps pour préparer.",
       {"Compétences enseignantes", "Direction d’école", "Compétences des élèves", "Inclusion"},
       {"Neuf enseignants sur dix apprécient les mentors de la capitale.",
        "La grille de compétences a été traduite et adaptée.",
        "Les clubs de filles touchent soixante écoles."},
       {"Aucun temps n’est réservé à la préparation.", "Les directions ne sont pas formées.",
        "La formation finit avec son projet."},
       {"Deux mentors par district.", "Une heure de préparation par semaine.",
        "Former les directions dès cette année."},
       {2, 1, 2, 2}},
      {"Contenu et solutions",
       "De bons contenus existent dans une langue, et se trouvent mal",
       "La plateforme nationale compte 1 900 leçons, dont neuf sur dix dans la langue de la capitale. On y "
       "cherche par nom de fichier. La qualité est contrôlée avant publication, et les enseignants peuvent "
       "noter les leçons, mais peu le savent.",
       "Un échantillon de quarante leçons a été examiné pendant l’atelier : trente et une suivent le "
       "programme, douze sont lisibles par un lecteur d’écran.",
       "Les contenus suivent le programme dans certaines disciplines.",
       "Des contenus dans les deux langues, accessibles, trouvés en une minute.",
       {"Programme", "Contenus ouverts", "Plateformes", "Accessibilité"},
       {"Toute leçon passe un contrôle de qualité.", "Les licences permettent de copier et de modifier.",
        "Les enseignants notent ce qu’ils utilisent."},
       {"Une leçon sur dix est dans la deuxième langue.", "Peu de leçons sont accessibles.",
        "Nul ne répond de l’entretien de la plateforme."},
       {"Traduire les cent leçons les plus utilisées.", "Faire de l’accessibilité une condition.",
        "Nommer un responsable de la plateforme."},
       {3, 3, 2, 1}},
      {"Données et preuves",
       "Les données sont recueillies avec soin, et arrivent trop tard dans les écoles",
       "Le recensement scolaire est complet et vérifié. Il paraît après 290 jours, quand le suivant est en "
       "cours. Trois systèmes utilisent trois identifiants, de sorte que les résultats ne peuvent être mis "
       "en regard des moyens. Les écoles envoient des données et n’en reçoivent pas.",
       "Les données des élèves sont protégées par une loi de 2021 ; les délégués qui y veillent n’existent "
       "que dans la capitale.",
       "Des statistiques complètes paraissent chaque année.",
       "Les écoles voient leurs données en quelques semaines, et s’en servent.",
       {"Analyses utiles à l’action", "Intégration des systèmes", "Qualité et couverture",
        "Sécurité et vie privée"},
       {"Le recensement couvre 98 % des écoles.", "Une loi sur les données est en vigueur.",
        "Des statisticiens sont formés chaque année."},
       {"La publication prend 290 jours.", "Trois identifiants pour une école.",
        "Les écoles ne reçoivent rien en retour."},
       {"Un identifiant pour tous les systèmes.", "Un rapport d’une page à chaque école.",
        "Publier sous soixante jours."},
       {2, 2, 3, 2}},
  }};
  // No-break spaces before the signs that want them, as the composer sets them.
  const auto fix = [](std::string& text) {
    for (const char* sign : {" :", " ;", " ?", " !", " »", " %"}) {
      for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
        text.replace(at, 1, "\xC2\xA0");
    }
    for (std::size_t at = text.find("« "); at != std::string::npos; at = text.find("« ", at))
      text.replace(at + 2, 1, "\xC2\xA0");
  };
  for (std::string* s : {&t.title, &t.headline, &t.brief_text, &t.profile_title, &t.profile_alt,
                         &t.profile_note, &t.source, &t.ask_text, &t.quote, &t.plan_intro, &t.answers_intro})
    fix(*s);
  for (auto& s : t.asks) fix(s);
  for (auto& s : t.key_values) fix(s);
  for (auto& s : t.key_remarks) fix(s);
  for (auto& s : t.fact_values) fix(s);
  for (auto* list : {&t.method_text, &t.actions, &t.indicators, &t.questions}) {
    for (auto& s : *list) fix(s);
  }
  for (auto& p : t.pillars) {
    for (std::string* s : {&p.finding, &p.body, &p.second, &p.descriptor, &p.next}) fix(*s);
    for (auto* group : {&p.strengths, &p.gaps, &p.steps}) {
      for (auto& s : *group) fix(s);
    }
  }
  return t;
}

}  // namespace sextant::sample
