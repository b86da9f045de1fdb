import { escoUri } from './esco.ts'
import { type Clues, clue } from './shipped.ts'

/** Words that lead to LifeComp, by its codes. */
export const lifeCompClues: Clues = {
  P1: clue(
    `comprendre ses émotions, reconnaître ses émotions, ses propres émotions, se connaître, connaissance de soi,
    déclencher, ce qui déclenche, réguler ses émotions, conscience de soi, forces et faiblesses`,
    `own emotions, self-awareness, understand own emotions, know oneself, regulate emotions`,
  ),
  P2: clue(
    `gérer l’incertitude, incertitude, transitions, période de transition, flexibilité, accepter la nouveauté`,
    `uncertainty, transitions, flexible`,
  ),
  P3: clue(
    `santé, sa santé, prendre soin de sa santé, prendre soin de soi, soin de soi, équilibre de vie, équilibre, mode de
    vie sain, sain, mode de vie, durable, hygiène de vie, sommeil, alimentation, activité physique, bien dans sa peau,
    santé mentale`,
    `health, physical health, mental health, healthy, lifestyle, well-being, look after health, balance, self-care`,
  ),
  S1: clue(
    `comprendre les émotions, valeurs de l’autre, se soucier des autres`,
    `empathy, concern for others`,
  ),
  S2: clue(
    `communiquer, communication, adapter sa communication, manière de communiquer, façon de parler, dialoguer,
    échanger, interlocuteur, expression claire`,
    `communicate, communication, communicate clearly, way of communicating, dialogue`,
  ),
  S3: clue(
    `collaborer, collaborer en groupe, au sein d’un groupe, respectant chacun, respecter chacun, confiance mutuelle,
    négocier, médiation`,
    `collaborate, collaboration, negotiate, mutual trust, respect each other`,
  ),
  L1: clue(
    `progresser, capacité à progresser, croire en soi, confiance en soi, apprendre de ses erreurs, occasion
    d’apprendre, apprendre de l’échec, échec comme occasion, se remettre en question, accepter les retours, potentiel`,
    `progress, growth, learn from mistakes, learn from failure, believe in oneself, feedback, potential`,
  ),
  L2: clue(
    `esprit critique, critique, fiabilité d’une information, vérifier une information, vérifier les sources, sources,
    source fiable, réseaux sociaux, désinformation, fausses nouvelles, comparer des arguments, arguments, argument,
    argumenter, conclure, raisonner, point de vue, préjugés, remettre en cause, partager une information`,
    `critical, thinks critically, critical thinking, reliability of sources, sources, arguments, evidence, fact-check,
    biases, misinformation, reasoning`,
  ),
  L3: clue(
    `apprentissage, organiser son apprentissage, évaluer ses progrès, ses progrès, faire le point, ce qu’il a appris,
    ce qu’elle a appris, carnet de bord, objectifs d’apprentissage, suite de la formation, auto-évaluation, s’auto-évaluer`,
    `own learning, reviews learning, learning goals, plan learning, learning log, monitor progress, self-assessment`,
  ),
}

/** Words that lead to the key competences of 2018, by their order. */
export const keyCompetenceClues: Clues = {
  '1': clue(
    `lire, lecture, écrire, écriture, comprendre un texte, notice, notice technique, français, illettrisme, texte,
    savoirs de base, améliorer sa lecture, alphabétisation, lire un plan, lire une consigne`,
    `read, reading, write, writing, literacy, text, understand instructions, language of schooling`,
  ),
  '2': clue(
    `anglais, espagnol, allemand, langue étrangère, langues étrangères, langues, plusieurs langues, conversation en
    anglais, bilingue, traduire, traduit, interprète, multilingue`,
    `foreign language, languages, speaks a foreign language, bilingual, translate, multilingual, French, English`,
  ),
  '3': clue(
    `mathématiques, maths, calculer, calcul, surface, démarche scientifique, scientifique, sciences, technologique,
    technologie, ingénierie, expérience, raisonnement logique, statistiques, géométrie`,
    `mathematics, maths, calculate, science, scientific, technology, engineering, experiment, numeracy`,
  ),
  '4': clue(
    `numérique, outils numériques, ordinateur, messagerie, internet, web, données personnelles, protéger ses données,
    tablette, bureautique, informatique, en ligne, sécurité informatique, smartphone, réseaux, logiciel`,
    `digital, digital tools, computer, internet, online, software, email, personal data, cyber security, tablet`,
  ),
  '5': clue(
    `apprendre à apprendre, compétences sociales, compétences personnelles, développement personnel, vie sociale`,
    `learning to learn, social skills, personal development`,
  ),
  '6': clue(
    `citoyen, citoyenne, citoyenneté, conseil citoyen, vie du quartier, quartier, vote, voter, démocratie, commune,
    mairie, laïcité, engagement citoyen, droits et devoirs, service civique, vie locale, association de quartier`,
    `citizen, citizenship, civic, civic life, local life, democracy, vote, rights and duties, community life`,
  ),
  '7': clue(
    `entreprendre, esprit d’entreprendre, création d’entreprise, créer son entreprise, mini-entreprise, entrepreneur,
    entrepreneuriat, micro-entreprise, chiffre d’affaires, budget, étude de marché, saisir des opportunités`,
    `business, small business, start a business, entrepreneur, entrepreneurship, market, opportunities, start-up`,
  ),
  '8': clue(
    `théâtre, art, artistique, culture, culturel, projet artistique, œuvres, musique, danse, musée, spectacle, chant,
    peinture, patrimoine, exposition, cinéma, expression artistique`,
    `art, arts, artistic, culture, cultural, theatre, music, museum, heritage, exhibition, performance`,
  ),
}

/** Words that lead to RECTEC, by their order. */
export const rectecClues: Clues = {
  'rectec-1': clue(`organiser son activité, son activité`, ``),
  'rectec-3': clue(
    `règlement, règlement intérieur, règles, règles de sécurité, consignes de sécurité, respecter le règlement,
    consignes, normes, port des équipements de protection, code de la route`,
    ``,
  ),
  'rectec-4': clue(
    `calcul, calculs, calculs de proportion, proportion, doser, dosage, pourcentage, règle de trois, compter, mesures,
    unités, quantités, lire un graphique`,
    ``,
  ),
  'rectec-5': clue(
    `oral, à l’oral, jury, devant un jury, prise de parole, téléphone, au téléphone, s’exprimer, s’exprime clairement,
    exposé, présenter son projet, parler en public, prendre la parole, présentation orale`,
    ``,
  ),
  'rectec-6': clue(
    `rédiger, rédige, rédaction, courriel, mail professionnel, écrit, écrire, compte rendu, compte rendu de réunion,
    lettre, orthographe, rapport, note écrite, courrier`,
    ``,
  ),
  'rectec-7': clue(
    `tableur, logiciel, logiciel de gestion, traitement de texte, ressources numériques, applications, ordinateur,
    outils numériques, bureautique`,
    ``,
  ),
  'rectec-8': clue(
    `tenue, tenue adaptée, tenue professionnelle, langage adapté, langage, vouvoyer, politesse, savoir-vivre, codes,
    codes sociaux, codes du travail, monde du travail, présentation soignée, bonjour`,
    ``,
  ),
  'rectec-9': clue(
    `recherche d’information, rechercher des informations, trier les informations, classer des documents, classer,
    informations utiles, documentation, synthétiser, base de données, archiver`,
    ``,
  ),
  'rectec-10': clue(
    `imprévu, faire face à un imprévu, face à l’imprévu, aléa, aléas, trouver une solution, résoudre un problème,
    situation inattendue, panne`,
    ``,
  ),
  'rectec-11': clue(
    `projet professionnel, parcours, orientation, bilan de parcours, bilan, plan d’action, reconversion, métier visé,
    choisir une orientation, insertion professionnelle, avenir professionnel`,
    ``,
  ),
  'rectec-12': clue(
    `comment il apprend, comment elle apprend, façon d’apprendre, modes d’apprentissage, savoirs, développer ses
    connaissances, se former, monter en compétences, formation continue`,
    ``,
  ),
}

/** Words that lead to groups of ESCO, by their addresses. */
export const escoClues: Clues = {
  [escoUri('13d301d0-98cb-414f-a8f9-a3f059228133')]: clue(
    `analyser un problème, analyse du problème, problème, résoudre, résolution de problèmes, chercher les causes, causes,
    diagnostic, diagnostiquer`,
    `solve problems, problem solving, find the cause, diagnose`,
  ),
  [escoUri('925af2b5-2f4d-4cce-92cc-79e1ff887c7d')]: clue(
    `déontologie, secret professionnel, confidentialité, éthique, discrétion, honnêteté, intégrité`,
    `ethics, confidentiality, professional secrecy, honesty, integrity, code of conduct`,
  ),
  [escoUri('80cf002a-6586-4db7-9c9a-88325a9a5e1b')]: clue(
    `trier ses déchets, tri des déchets, déchets, consommation d’énergie, énergie, écogestes, écologie, recyclage,
    recycler, environnement, développement durable, économiser l’eau, compost`,
    `recycle, waste, energy, environment, sustainability, sorting waste`,
  ),
  [escoUri('ccb6db6a-8538-431c-b740-5f241bdb71cf')]: clue(
    `manipuler les outils, outils, équipements, machines, manier, outillage, atelier, utiliser une machine, conduite d’engins`,
    `handle tools, tools, equipment, machines, operate a machine`,
  ),
  [escoUri('edc72cfe-78a8-4531-b00f-92992a0bb8cb')]: clue(
    `prendre des mesures, mesures, chiffres, unités de mesure, mesurer une longueur`,
    `numbers, measures, measure, figures`,
  ),
  [escoUri('9adca63b-9c75-4804-8dab-d62872540a10')]: clue(
    `langues, langue maternelle`,
    `languages, mother tongue`,
  ),
  [escoUri('3399045f-8078-4066-8b46-475b49b260ab')]: clue(
    `appareils numériques, applications, tablette, borne`,
    `devices, apps, digital devices`,
  ),
  [escoUri('3d54fec5-d9cb-45a0-bf8d-ffaf3790a5bb')]: clue(
    `gestes de premiers secours, premiers secours, prévention santé, hygiène`,
    `first aid, hygiene, prevention`,
  ),
  [escoUri('6c6957bf-cf1f-4483-9c7e-1655f251b01a')]: clue(
    `budget, gérer un budget, finances`,
    `budget, finance`,
  ),
}
