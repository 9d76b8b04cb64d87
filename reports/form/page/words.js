// Every word of the page itself, in English and French. A test looks for holes. A further language is a file of its own
// (words_ar.js); what it lacks is said in English. {places} are filled.

const WORDS = {
  decimal: {en: '.', fr: ','},
  colon: {en: ': ', fr: ' : '},
  comma: {en: ', ', fr: ', '},
  between: {en: '; ', fr: ' ; '},
  of_hundred: {en: '{value}%', fr: '{value} %'},
  language_name: {en: 'English', fr: 'Français'},
  language_choice: {en: 'Language', fr: 'Langue'},
  steps: {en: 'Steps', fr: 'Étapes'},
  skip: {en: 'Skip to the content', fr: 'Aller au contenu'},

  step_start: {en: 'Start', fr: 'Début'},
  step_vision: {en: 'Vision', fr: 'Vision'},
  step_priorities: {en: 'Priorities and targets', fr: 'Priorités et cibles'},
  step_feedback: {en: 'Your remarks', fr: 'Vos remarques'},
  step_review: {en: 'Check your answers', fr: 'Vérification'},
  step_send: {en: 'Send your answers', fr: 'Envoi des réponses'},
  step_done: {en: 'complete', fr: 'complet'},
  step_of: {en: '{answered} of {asked}', fr: '{answered} sur {asked}'},
  next: {en: 'Next: {name}', fr: 'Suivant : {name}'},
  previous: {en: 'Back: {name}', fr: 'Retour : {name}'},

  where: {en: 'Where you are', fr: 'Où vous en êtes'},
  progress: {en: '{answered} of {asked} questions answered', fr: 'Réponses : {answered} sur {asked}'},
  time_left: {en: 'about {minutes} minutes left', fr: 'encore {minutes} minutes environ'},
  hours_left: {en: 'about {hours} hours left', fr: 'encore {hours} heures environ'},
  time_done: {en: 'nothing left open', fr: 'aucune question en suspens'},

  kept: {en: 'Kept in this browser at {time}', fr: 'Enregistré dans ce navigateur à {time}'},
  kept_ready: {en: 'Answers are kept in this browser as you give them', fr: 'Les réponses sont enregistrées dans ce navigateur au fur et à mesure'},
  keeping: {en: 'Being kept…', fr: 'Enregistrement en cours…'},
  kept_mirror: {
    en: 'Kept in this browser at {time}, but its safer storage is not available: the last seconds could be lost in a power cut.',
    fr: 'Enregistré dans ce navigateur à {time}, mais son mode de stockage le plus sûr n’est pas disponible : une coupure de courant pourrait effacer les dernières secondes de saisie.',
  },
  blocked: {
    en: 'This browser does not let the form keep anything. Your answers last only as long as this window is open. Before you close it, take them out under “Send your answers”.',
    fr: 'Ce navigateur n’autorise pas le formulaire à enregistrer quoi que ce soit. Vos réponses ne subsistent que tant que cette fenêtre reste ouverte. Avant de la fermer, récupérez-les à l’étape « Envoi des réponses ».',
  },
  copies: {
    en: 'The same answer was changed in another window of this form. What you see here was kept; the other version is kept too, as a draft of its own on the first page.',
    fr: 'La même réponse a été modifiée dans une autre fenêtre de ce formulaire. La version affichée ici a été enregistrée ; l’autre l’est également, comme brouillon distinct, à la première page.',
  },

  welcome_back: {en: 'Welcome back. {answered} of {asked} questions are answered.', fr: 'Vous reprenez là où vous en étiez. Réponses : {answered} sur {asked}.'},
  welcome_back_done: {en: 'Every question that was asked has an answer.', fr: 'Toutes les questions posées ont reçu une réponse.'},
  resume_at: {en: 'Continue with {name}', fr: 'Continuer avec {name}'},

  who_title: {en: 'Who answers', fr: 'Identité du répondant'},
  unit: {en: 'Country or territory', fr: 'Pays ou territoire'},
  unit_help: {en: 'Its short code, for instance MAR.', fr: 'Code court, par exemple MAR.'},
  round: {en: 'Round', fr: 'Tour'},
  round_help: {en: 'As the facilitators call it, for instance 2025-1.', fr: 'Désignation utilisée par les facilitateurs, par exemple 2025-1.'},
  date: {en: 'Date', fr: 'Date'},
  date_unread: {
    en: 'The date is not complete, and is not sent back. Give day, month and year, between 1900 and 2100.',
    fr: 'La date est incomplète ou invalide ; elle n’est pas transmise. Indiquez le jour, le mois et l’année, entre 1900 et 2100.',
  },
  ministry: {en: 'Ministry or organisation', fr: 'Ministère ou organisation'},
  role: {en: 'Your function', fr: 'Votre fonction'},
  group: {en: 'You answer for', fr: 'Vous répondez au nom de'},
  group_none: {en: 'not stated', fr: 'non précisé'},
  person: {en: 'Your name, if you wish to give it', fr: 'Votre nom, si vous souhaitez l’indiquer'},
  person_help: {
    en: 'It stays in the answers file and is printed in no report unless you ask for it.',
    fr: 'Il reste dans le fichier de réponses et n’est imprimé dans aucun rapport, sauf si vous le demandez.',
  },
  edition: {en: 'Which questions', fr: 'Questions posées'},
  edition_all: {en: 'All questions', fr: 'Toutes les questions'},
  edition_size: {en: 'Questions: {count}, {time}.', fr: 'Questions : {count}, {time}.'},
  minutes: {en: 'about {minutes} minutes', fr: 'environ {minutes} minutes'},
  hours: {en: 'about {hours} hours', fr: 'environ {hours} heures'},

  keeping_title: {en: 'Where your answers are kept', fr: 'Où sont enregistrées vos réponses'},
  keeping_here: {
    en: 'In this browser, on this computer, after every change. Nothing is sent anywhere: this page cannot use a network.',
    fr: 'Dans ce navigateur, sur cet ordinateur, après chaque modification. Rien n’est transmis : cette page ne peut pas accéder au réseau.',
  },
  keeping_move: {
    en: 'If you move or rename this file, or open it in another browser, that browser may not find them. Then use “Open an answers file”, or work in a copy of this form that has the answers inside (step “Send your answers”).',
    fr: 'Si vous déplacez ou renommez ce fichier, ou si vous l’ouvrez dans un autre navigateur, celui-ci risque de ne pas les retrouver. Utilisez alors « Ouvrir un fichier de réponses », ou travaillez dans une copie de ce formulaire qui contient les réponses (étape « Envoi des réponses »).',
  },
  sending_title: {en: 'How to send them', fr: 'Comment les envoyer'},
  sending_text: {
    en: 'At the end, or whenever you like, the step “Send your answers” makes a small file for an e-mail or a memory stick. One section alone is a good result too.',
    fr: 'À la fin, ou quand vous le souhaitez, l’étape « Envoi des réponses » produit un petit fichier à joindre à un courriel ou à copier sur une clé USB. Une seule section remplie constitue déjà un résultat utile.',
  },
  open_title: {en: 'Answers that exist already', fr: 'Réponses existantes'},
  open_file: {en: 'Open an answers file or a filled copy of this form', fr: 'Ouvrir un fichier de réponses ou une copie remplie de ce formulaire'},
  open_done: {en: 'The answers from {name} are open.', fr: 'Les réponses du fichier {name} sont ouvertes.'},
  open_kept: {en: 'What was here before is kept below.', fr: 'Les réponses qui figuraient ici auparavant sont conservées ci-dessous.'},
  open_window: {
    en: 'What was here before stands below, but only as long as this window is open: this browser does not let the form keep anything.',
    fr: 'Les réponses qui figuraient ici auparavant restent accessibles ci-dessous, mais seulement tant que cette fenêtre est ouverte : ce navigateur n’autorise aucun enregistrement.',
  },
  open_edition: {
    en: 'The file was answered for “{there}”; this form asks “{here}”. Answers to other questions are not shown here; they stay in the answers file and the copy that you save.',
    fr: 'Le fichier répondait à « {there} » ; ce formulaire pose « {here} ». Les réponses aux autres questions ne sont pas affichées ici ; elles restent dans le fichier de réponses et dans la copie que vous enregistrez.',
  },
  open_several: {
    en: 'Respondents in this file: {count}. Each answer stays under the name of whoever gave it; what you change counts as an answer of the first of them.',
    fr: 'Nombre de répondants dans ce fichier : {count}. Chaque réponse reste attribuée à son auteur ; celles que vous modifiez sont attribuées au premier d’entre eux.',
  },
  open_rest: {
    en: 'The file also holds what this form does not show (a plan, for instance). It stays in the answers file and the copy that you save.',
    fr: 'Le fichier contient aussi des éléments que ce formulaire n’affiche pas (un plan, par exemple). Ils restent dans le fichier de réponses et dans la copie que vous enregistrez.',
  },
  open_closed: {
    en: 'The round was closed in that file. What you save from here is open again.',
    fr: 'Le tour était clos dans ce fichier. Ce que vous enregistrez à partir d’ici est de nouveau ouvert.',
  },
  lost: {
    en: 'Not taken, because this form has no place for it. Please answer these anew; the file itself is as it was:',
    fr: 'Éléments écartés, car ce formulaire ne peut pas les accueillir. Veuillez y répondre de nouveau ; le fichier lui-même n’a pas été modifié :',
  },
  lost_line: {en: '{what}: “{value}”', fr: '{what} : « {value} »'},
  lost_more: {en: 'and others: {count}', fr: 'et d’autres : {count}'},
  failed: {
    en: 'This page could not be shown with these answers. They are kept; nothing was changed. Go on with another step, or open the answers file again on the first page.',
    fr: 'Cette page n’a pas pu être affichée avec ces réponses. Elles sont conservées ; rien n’a été modifié. Passez à une autre étape, ou ouvrez de nouveau le fichier de réponses à la première page.',
  },
  open_unknown: {en: '{name} holds no answers that this form can read. Nothing was changed.', fr: 'Le fichier {name} ne contient pas de réponses que ce formulaire puisse lire. Rien n’a été modifié.'},
  open_other: {en: '{name} belongs to another questionnaire. Nothing was changed.', fr: 'Le fichier {name} relève d’un autre questionnaire. Rien n’a été modifié.'},
  open_version: {en: '{name} was answered for another version of this questionnaire. Nothing was changed; please send it to the facilitators.', fr: 'Le fichier {name} répond à une autre version de ce questionnaire. Rien n’a été modifié ; veuillez l’envoyer aux facilitateurs.'},
  open_blank: {en: '{name} is a form without answers. Nothing was changed.', fr: 'Le fichier {name} est un formulaire sans réponses. Rien n’a été modifié.'},
  drafts: {en: 'Other answers kept in this browser', fr: 'Autres réponses enregistrées dans ce navigateur'},
  draft_line: {en: '{who}; answers: {answered}; changed on {when}', fr: '{who} ; réponses : {answered} ; modifié le {when}'},
  draft_nameless: {en: 'not named', fr: 'sans nom'},
  draft_open: {en: 'Go on with these', fr: 'Reprendre ces réponses'},
  draft_new: {en: 'Start blank answers; these are kept', fr: 'Commencer un questionnaire vierge ; les réponses actuelles sont conservées'},

  yes: {en: 'Yes', fr: 'Oui'},
  no: {en: 'No', fr: 'Non'},
  dont_know: {en: 'Don’t know', fr: 'Ne sait pas'},
  not_applicable: {en: 'Not applicable', fr: 'Sans objet'},
  no_answer: {en: 'no answer', fr: 'sans réponse'},
  none_of_these: {en: 'None of these', fr: 'Aucun de ces éléments'},
  number: {en: 'Number', fr: 'Nombre'},
  number_between: {en: 'From {least} to {most}.', fr: 'De {least} à {most}.'},
  number_unread: {en: 'This is not yet a number that can be counted here. It is kept as you wrote it.', fr: 'Cette saisie n’est pas encore un nombre exploitable. Elle est conservée telle quelle.'},
  number_read: {en: 'Read as {value}.', fr: 'Lu comme {value}.'},
  number_written: {en: 'Number as written:', fr: 'Nombre tel que saisi :'},
  your_words: {en: 'In your own words', fr: 'Dans vos propres termes'},
  before_choosing: {en: 'Before you choose more than the lowest level', fr: 'Avant de choisir un niveau supérieur au plus bas'},
  choose_highest: {en: 'Choose the highest level whose description is wholly true.', fr: 'Choisissez le niveau le plus élevé dont la description est entièrement vraie.'},
  rows_open: {en: 'Rows without an answer: {open} of {count}. They count neither for nor against.', fr: 'Lignes sans réponse : {open} sur {count}. Elles ne comptent ni pour ni contre.'},
  clear_answer: {en: 'Clear this answer', fr: 'Effacer la réponse'},
  who_finds_out: {en: 'Who will find out?', fr: 'Qui se renseignera ?'},
  who_finds_out_help: {en: 'An office or a function. The question goes on your list of things to find out.', fr: 'Un service ou une fonction. La question sera inscrite dans votre liste de points à éclaircir.'},
  last_round: {en: 'Last time:', fr: 'Au tour précédent :'},
  still_true: {en: 'Is this still true? It does not count until you say so.', fr: 'Est-ce toujours exact ? Cette réponse ne sera prise en compte qu’après votre confirmation.'},
  yes_still: {en: 'Yes, still true', fr: 'Oui, toujours exact'},
  no_changed: {en: 'No, answer again', fr: 'Non, répondre de nouveau'},
  to_confirm: {en: 'Answers of last time that wait for your “still true?”: {count}', fr: 'Réponses du tour précédent en attente de confirmation : {count}'},
  hangs_open: {en: 'This question depends on an answer that is not there yet.', fr: 'Cette question dépend d’une réponse qui n’a pas encore été donnée.'},

  behind: {en: 'Reason, evidence, remark', fr: 'Motif, preuve, remarque'},
  has_reason: {en: 'reason given', fr: 'motif indiqué'},
  has_evidence: {en: 'evidence given', fr: 'preuve fournie'},
  has_confidence: {en: 'confidence given', fr: 'degré de certitude indiqué'},
  has_remark: {en: 'remark given', fr: 'remarque formulée'},
  because: {en: 'Why this answer', fr: 'Pourquoi cette réponse'},
  evidence: {en: 'Evidence', fr: 'Preuves'},
  evidence_hint: {en: 'For instance:', fr: 'Par exemple :'},
  evidence_add: {en: 'Add a document or source', fr: 'Ajouter un document ou une source'},
  evidence_remove: {en: 'Remove this source', fr: 'Retirer cette source'},
  source_number: {en: 'Source {number}', fr: 'Source {number}'},
  evidence_title: {en: 'Title', fr: 'Titre'},
  evidence_year: {en: 'Year', fr: 'Année'},
  evidence_where: {en: 'Where it can be found', fr: 'Où le trouver'},
  evidence_grade: {en: 'What kind of evidence', fr: 'Nature de la preuve'},
  grade_none: {en: 'not stated', fr: 'non précisé'},
  grade_1: {en: 'stated, without a document', fr: 'affirmé, sans document'},
  grade_2: {en: 'a document that is named', fr: 'un document désigné'},
  grade_3: {en: 'dated, and others can obtain it', fr: 'daté, et d’autres peuvent l’obtenir'},
  grade_4: {en: 'verified by somebody independent', fr: 'vérifié de façon indépendante'},
  confidence: {en: 'How sure are you?', fr: 'Degré de certitude'},
  confidence_low: {en: 'not very', fr: 'faible'},
  confidence_medium: {en: 'fairly', fr: 'moyen'},
  confidence_high: {en: 'very', fr: 'élevé'},
  question_feedback: {en: 'A remark on the question itself', fr: 'Une remarque sur la question elle-même'},
  question_feedback_help: {en: 'Is it clear? Does it fit your country? It changes nothing in your result.', fr: 'Est-elle claire ? Convient-elle à votre pays ? Cela ne change rien à votre résultat.'},

  vision_lines: {en: 'One on each line.', fr: 'Un élément par ligne.'},
  aims: {en: 'Which of these does it serve first?', fr: 'Lesquels la vision sert-elle en priorité ?'},
  vision_purpose: {en: 'Purpose', fr: 'Finalité'},
  vision_priorities: {en: 'National education priorities', fr: 'Priorités nationales de l’éducation'},
  vision_outcomes: {en: 'Outcomes aimed at', fr: 'Résultats visés'},
  vision_principles: {en: 'Principles', fr: 'Principes'},

  priorities_title: {en: 'Three priorities at most', fr: 'Trois priorités au plus'},
  priorities_about: {en: 'What should move first, and why? Fewer than three is a choice too.', fr: 'Qu’est-ce qui doit progresser en premier, et pourquoi ? Vous pouvez en indiquer moins de trois.'},
  priority_number: {en: 'Priority {number}', fr: 'Priorité {number}'},
  priority_none: {en: 'none yet', fr: 'aucune pour l’instant'},
  priority_reason: {en: 'Why', fr: 'Pourquoi'},
  priority_loose: {
    en: 'A reason is given, but no priority is chosen for it. It is sent back as a remark.',
    fr: 'Un motif est indiqué sans qu’une priorité soit choisie. Il sera transmis comme remarque.',
  },
  priority_twice: {
    en: 'The same priority is chosen twice. Choose another one, or “none yet”.',
    fr: 'La même priorité est choisie deux fois. Choisissez-en une autre, ou « aucune pour l’instant ».',
  },
  last_said: {en: 'Last time', fr: 'Au tour précédent'},
  still_true_here: {en: 'Is this still true? It is sent back only if you say so.', fr: 'Est-ce toujours exact ? Ces éléments ne seront transmis qu’après votre confirmation.'},
  targets_title: {en: 'Levels aimed at', fr: 'Niveaux visés'},
  targets_about: {en: 'Where a level is aimed at already. Leave the others open.', fr: 'À indiquer là où un niveau cible est déjà fixé. Pour les autres, laissez « non fixé ».'},
  target_none: {en: 'open', fr: 'non fixé'},
  targets_below: {en: 'Sub-components', fr: 'Composantes'},

  feedback_about: {en: 'What you tell us here improves the questionnaire and the next workshop. It changes nothing in your result.', fr: 'Vos remarques servent à améliorer le questionnaire et le prochain atelier. Elles n’ont aucun effet sur votre résultat.'},
  feedback_questions: {en: 'On the questions', fr: 'Sur les questions'},
  feedback_methods: {en: 'On the methods', fr: 'Sur les méthodes'},
  feedback_workshop: {en: 'On the day as a whole', fr: 'Sur la journée dans son ensemble'},

  review_about: {en: 'What is still open. Nothing here has to be finished: what is missing is shown as missing, and never counted as low.', fr: 'Ce qui reste à traiter. Il n’est pas nécessaire de tout compléter : ce qui manque apparaît comme manquant et n’est jamais compté comme faible.'},
  review_find: {en: 'To find out', fr: 'À éclaircir'},
  review_find_none: {en: 'No question is answered “don’t know”.', fr: 'Aucune question n’a reçu la réponse « ne sait pas ».'},
  review_owner: {en: 'Who will find out: {owner}', fr: 'Qui se renseignera : {owner}'},
  review_owner_none: {en: 'nobody is named yet', fr: 'personne n’est encore désigné'},
  review_unread: {en: 'Numbers that cannot be counted yet', fr: 'Nombres qui ne sont pas encore exploitables'},
  review_open: {en: 'Open questions', fr: 'Questions en suspens'},
  review_partly: {en: 'Tables that are filled in partly', fr: 'Tableaux remplis en partie'},
  review_partly_about: {en: 'They count as answered, with the rows that are filled in.', fr: 'Ils sont considérés comme renseignés, à partir des lignes remplies.'},
  review_rows: {en: 'open rows: {open} of {count}', fr: 'lignes sans réponse : {open} sur {count}'},
  review_open_none: {en: 'Every question that was asked has an answer.', fr: 'Toutes les questions posées ont reçu une réponse.'},
  review_unit: {en: 'The country or territory is not named yet.', fr: 'Le pays ou territoire n’est pas encore indiqué.'},
  review_summary: {en: 'Section by section', fr: 'Section par section'},
  col_section: {en: 'Section', fr: 'Section'},
  col_answered: {en: 'Answered', fr: 'Réponses'},
  col_unknown: {en: 'Don’t know', fr: 'Ne sait pas'},
  col_open: {en: 'Open', fr: 'En suspens'},

  send_about: {en: 'There are several ways; one is enough. Every one can be taken again later: the newest counts.', fr: 'Plusieurs moyens sont proposés ; un seul suffit. Chacun peut être utilisé de nouveau plus tard : l’envoi le plus récent fait foi.'},
  send_file_title: {en: 'An answers file', fr: 'Un fichier de réponses'},
  send_file_about: {en: 'A small file for an e-mail or a memory stick. It holds everything you filled in.', fr: 'Un petit fichier à joindre à un courriel ou à copier sur une clé USB. Il contient tout ce que vous avez saisi.'},
  send_file: {en: 'Save the answers file', fr: 'Enregistrer le fichier de réponses'},
  send_copy_title: {en: 'A copy of this form with the answers inside', fr: 'Une copie du formulaire avec les réponses'},
  send_copy_about: {en: 'For going on elsewhere, or handing it to a colleague. Some mail systems refuse such files; then send the answers file.', fr: 'Pour poursuivre sur un autre poste ou confier la suite à un collègue. Certaines messageries refusent ces fichiers ; dans ce cas, envoyez le fichier de réponses.'},
  send_copy: {en: 'Save a copy of this form', fr: 'Enregistrer une copie du formulaire'},
  look_for: {
    en: 'The browser was asked to write “{name}”. Look for it in the folder for downloads. If it is not there, downloads may be switched off on this computer: use the text or the code below, or print.',
    fr: 'Il a été demandé au navigateur d’enregistrer « {name} ». Cherchez ce fichier dans le dossier des téléchargements. S’il n’y figure pas, les téléchargements sont peut-être désactivés sur cet ordinateur : utilisez le texte ou le code ci-dessous, ou imprimez.',
  },
  send_text_title: {en: 'As text', fr: 'Sous forme de texte'},
  send_text_about: {en: 'Copy everything into an e-mail. The code at its end lets the facilitators read the levels in again; the rest is for their eyes.', fr: 'Copiez l’ensemble dans un courriel. Le code placé à la fin permet aux facilitateurs de réimporter les niveaux ; le reste est destiné à la lecture.'},
  send_text: {en: 'Copy the text', fr: 'Copier le texte'},
  copied: {en: 'Copied. Paste it into your e-mail.', fr: 'Copié. Collez-le dans votre courriel.'},
  copy_by_hand: {en: 'The text is selected. Copy it with Ctrl+C.', fr: 'Le texte est sélectionné. Copiez-le avec Ctrl+C.'},
  text_label: {en: 'Your answers as text', fr: 'Vos réponses sous forme de texte'},
  send_code_title: {en: 'As a short code', fr: 'Sous forme de code court'},
  send_code_about: {en: 'For the telephone or a sheet of paper. It holds only the answers to questions with levels: no text, no evidence.', fr: 'Pour une transmission par téléphone ou sur papier. Il ne contient que les réponses aux questions à niveaux : ni texte ni preuve.'},
  send_code: {en: 'Copy the code', fr: 'Copier le code'},
  code_label: {en: 'Your answer code', fr: 'Votre code de réponses'},
  send_print_title: {en: 'On paper', fr: 'Sur papier'},
  send_print_about: {en: 'Prints all questions with what you answered; also blank, for writing by hand.', fr: 'Imprime toutes les questions avec vos réponses, ou le questionnaire vierge, à remplir à la main.'},
  print_filled: {en: 'Print with the answers', fr: 'Imprimer avec les réponses'},
  print_blank: {en: 'Print blank', fr: 'Imprimer le questionnaire vierge'},

  paper_answered_by: {en: 'Answered by', fr: 'Réponses fournies par'},
  paper_note: {en: 'Note', fr: 'Note'},
};

const RTL = ['ar', 'fa', 'he', 'ur'];

/** The tag of the page's language. */
const tag = () => form.languages[language];
const baseTag = () => tag().split('-')[0];

/**
 * The same for numbers, days and times, with European digits in every language, as the questionnaire's own levels are. The
 * day stands before the month unless a questionnaire is in the English of another place.
 */
const numberTag = () => `${tag() === 'en' ? 'en-GB' : tag()}-u-nu-latn`;

/** French puts no-break spaces before some signs. */
function spaced(text) {
  return text.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

/** A word of the page in its language; in English, set apart from the lines around it, where the language has none. */
function t(key, places = {}) {
  const base = baseTag();
  const own = WORDS[key][base];
  const word = own ?? WORDS[key].en;
  const text = base === 'fr' ? spaced(word) : word;
  const filled = text.replace(/\{(\w+)\}/g, (_, name) => String(places[name]));
  return own === undefined && RTL.includes(base) ? `\u2066${filled}\u2069` : filled;
}
