import { type Clues, clue } from './shipped.ts'

/** Words that lead to the sixteen savoir-être, by OGR code. */
export const romeClues: Clues = {
  '300490': clue(
    `vérifier, contrôler son travail, relire, corriger les erreurs, sans erreur, sans faute, sans oubli,
    soigné, soigneux, soin du travail, minutie, minutieux, exactitude, exact, précis, rigoureux, méticuleux,
    suivre la procédure, respecter les consignes, consignes d’hygiène, appliquer le protocole, étape par étape,
    traçabilité, remplir les fiches, attention aux détails, qualité du travail, fiable dans les comptes,
    tenue des comptes, compter la caisse, double contrôle, mesurer, mesure précise, noter, conforme, norme,
    ranger et contrôler, finition, propre, justesse, inventaire, saisie de données`,
    `check, double check, accuracy, accurate, precise, precision, careful, thorough, follow the procedure,
    follow instructions, without mistakes, attention to detail, every detail, rigour, rigorous, quality of work,
    records, proofread, meticulous, neat`,
  ),
  '300483': clue(
    `planning, planifier, priorités, ordre d’urgence, classer les tâches, urgence et importance, agenda, délais,
    échéances, échéancier, étapes du projet, gérer son temps, gestion du temps, anticiper, prévoir, préparer
    le matériel, préparer à l’avance, lendemain, tableau de suivi, rétroplanning, calendrier, organiser son poste,
    organiser sa journée, semaine, répartir les tâches, méthode, méthodique, organisé, objectifs fixés,
    rendre dans les temps, dans les délais, emploi du temps, programme de la journée, to-do, liste des tâches`,
    `plan, planning, schedule, priorities, prioritise, deadline, deadlines, manage time, time management,
    organise, organised, set goals, prepare in advance, timetable, to-do list, calendar, agenda`,
  ),
  '300465': clue(
    `coopérer, coopération, collaborer, collaboration, collègues, entraide, s’entraider, aider ses collègues,
    aider les autres, groupe, travail de groupe, en groupe, avec les autres, ensemble, collectif, projet collectif,
    binôme, à plusieurs, solidarité, solidaire, partager les informations, partage, relève, transmettre les
    consignes, entente du groupe, avis du groupe, décisions communes, bénévoles, participer, contribuer, cohésion,
    trouver sa place, respecter la place des autres, coéquipier, équipier, coup de main, mutualiser, concertation`,
    `team, teamwork, team player, group, group project, cooperate, cooperation, collaborate, colleagues, share
    information, together, help colleagues, joint, pair, coworkers, collective, mutual help`,
  ),
  '300460': clue(
    `seul, seule, tout seul, par soi-même, par lui-même, par elle-même, sans aide, sans surveillance, surveiller,
    sans accompagnement, sans attendre les instructions, attendre les instructions, se débrouiller, débrouillard,
    indépendant, indépendance, autonome, à son rythme, à distance, se déplacer seul, démarches administratives,
    démarches, chercher l’information, avant de demander, auto-formation, choisir les ressources, décider seul,
    sans supervision, de façon autonome, se prendre en charge, en autonomie sur son poste, gérer seul`,
    `independent, independently, on own, on his own, on her own, alone, without help, without supervision,
    unsupervised, autonomous, autonomy, self-reliant, by himself, by herself, before asking, own pace`,
  ),
  '300467': clue(
    `proposer, propositions, proposer des idées, idées d’amélioration, améliorer, améliorations, suggérer,
    suggestion, suggestions, initiative, à l’initiative, prendre l’initiative, de lui-même, d’elle-même, lancer,
    lancer un projet, oser, oser proposer, prendre les devants, devancer, soumettre un projet, apporter des
    solutions, autre façon de faire, proactif, faire avancer, impulser, être moteur, entreprenant, porter un projet,
    se porter volontaire, volontaire, idée nouvelle proposée`,
    `initiative, takes the initiative, suggest, suggestion, suggestions, suggest improvements, proposal, proposals,
    propose, improve, proactive, self-starter, volunteer, come up with proposals, speak up, put forward`,
  ),
  '300489': clue(
    `animer une équipe, animer, animation d’équipe, encadrer, encadrement, chef d’équipe, chef, mener, mener
    l’équipe, diriger, diriger la réunion, piloter, pilotage, coordonner, coordination, déléguer, distribuer les
    tâches, distribuer, entraîner les autres, fédérer, rassembler, but commun, prendre la tête, guider, meneur,
    leader, responsable d’équipe, manager, superviser, nouveaux arrivants, décider pour le groupe, trancher,
    temps de parole, capacité de décision, tuteur, conduire un groupe, rallier, prendre la direction`,
    `lead, leader, leads a team, leadership, supervise, supervised, assign tasks, delegate, manage a team, run the
    meeting, coordinate, direct, guide, head of, in charge of a team, chair, unite, bring together`,
  ),
  '300412': clue(
    `écouter, écoute, écoute active, sans interrompre, se mettre à la place, à la place de l’autre, comprendre
    l’autre, comprendre la demande, reformuler, reformuler la demande, ressentir, ressent, émotions de l’autre,
    émotions de son interlocuteur, bienveillance, bienveillant, sans juger, non-jugement, parole de chacun,
    attentif, attentive, attentif aux besoins, besoins des personnes, rassurer, rassure, inquiet, consoler, réconforter,
    disponible pour écouter, personne en difficulté, camarade en difficulté, compassion, compréhension, tact, prévenant,
    patience, soutenir, soutien moral, personne âgée, délicatesse, prendre le temps d’écouter`,
    `listen, listens, listening, active listening, understand others, how others feel, feelings, feel, empathy,
    empathetic, kind, kindness, caring, care about, reassure, without judging, attentive, needs of others,
    compassion, comfort, put oneself in their place`,
  ),
  '300473': clue(
    `réagir, réaction, réagir vite, réactif, vite, rapidement, rapide, rapidité, tout de suite, sans attendre,
    immédiat, immédiate, immédiatement, aussitôt, urgence, urgent, appels urgents, répondre vite, intervenir,
    intervention, incident, imprévu, dernière minute, alerter, alerte, danger, panne, machine arrêtée, promptitude,
    prompt, minutes, en cours de service, aléas, face aux imprévus, solution immédiate, au quart de tour`,
    `react, reacts, reacts quickly, quickly, quick, fast, at once, immediately, urgent, urgent requests, respond,
    emergency, promptly, incident, last minute, straight away, unexpected, something goes wrong, alert`,
  ),
  '300479': clue(
    `s’adapter, adaptation, adaptable, adaptabilité, souple, souplesse, flexible, flexibilité, changer, changer
    d’horaires, changement, changements d’organisation, nouveau poste, nouvelle équipe, nouvelle méthode,
    nouvel outil, nouvel environnement, polyvalent, polyvalence, remplacer un collègue, autre poste, modifier
    ses habitudes, habitudes, évoluer, situation évolue, passer d’une tâche à l’autre, d’une tâche à l’autre,
    horaires variables, mobilité, accepter le changement, se réorganiser, bousculer ses habitudes, prendre en main`,
    `adapt, adapts, adaptable, adjust, flexible, flexibility, change, changes, changes of plan, new situations, new
    situation, new team, new method, versatile, working hours, open to change, switch tasks`,
  ),
  '300497': clue(
    `créer, création, créatif, créative, inventer, invente, inventif, imaginer, imagination, idées nouvelles,
    nouvelles idées, original, originale, solution originale, originalité, concevoir, conception, a conçu,
    innover, innovation, innovant, détourner des objets, réutiliser, fabriquer autrement, décoration, affiche,
    dessin, dessiner, atelier d’écriture, recette inventée, jeu, bricoler une solution, astuce, astucieux,
    ingénieux, recycler en objet, sortir des sentiers battus, esprit créatif`,
    `creative, creativity, create, imagination, imaginative, invent, inventive, original, originality, design, new
    ideas, creative ideas, innovate, innovation, innovative, display, poster, craft`,
  ),
  '399999': clue(
    `accueil, accueillir, accueillir le client, client, clients, clientèle, usager, usagers, usager satisfait,
    satisfaire, satisfaction, satisfaction du client, satisfaire la demande, renseigner, renseigner les clients,
    orienter le public, sourire, avec le sourire, public, contact avec le public, relation client, service,
    rendre service, service rendu, disponible, disponibilité, se rendre disponible, serviable, réclamation,
    courtoisie, courtois, politesse, poli, conseiller, conseiller le client, familles, convives, résidents,
    besoins du client, au-devant des clients, amabilité, aimable, hospitalité`,
    `customer, customers, customer service, client, clients, service, serve, welcome, welcomes visitors, visitors,
    guests, greet, smile, satisfaction, complaint, help customers, courteous, polite, advise customers, friendly`,
  ),
  '300478': clue(
    `calme, garder son calme, rester calme, sang-froid, stress, gérer le stress, pression, supporter la pression,
    résister à la pression, émotions, maîtriser ses émotions, maîtrise de soi, self-control, s’énerver, énerve,
    énervement, colère, se mettre en colère, agressif, agressivité, client agressif, conflit, situation de conflit,
    tension, moments de tension, posé, reste posé, recul, prendre du recul, prise de recul, patience,
    accepter la critique, accepter une remarque, remarque, se contrôler, se contenir, impulsif, frustration,
    entretien d’embauche, tempérer, apaiser, relativiser, pondéré`,
    `calm, stays calm, keep calm, stress, pressure, under pressure, cope with stress, self-control, anger, angry,
    conflict, temper, patience, patient, composure, tension, criticism, emotions under control, control emotions`,
  ),
  '300493': clue(
    `curieux, curieuse, curiosité, s’intéresser, s’intéresse, intérêt, montrer de l’intérêt, découvrir, découverte,
    poser des questions, questions, questionner, se documenter, se renseigner, ouvert, ouvert aux idées, idées
    différentes, autres cultures, autres métiers, d’autres horizons, horizons, cultures, différences,
    voir ailleurs, ailleurs, visiter, visites d’entreprises, visiter des entreprises, explorer, tolérance,
    tolérant, nouveauté, veille, nouvelles techniques, apprendre de nouvelles choses, envie d’apprendre,
    comprendre le fonctionnement, s’informer, fonctionnement de l’entreprise`,
    `curious, curiosity, asks questions, questions, interest, interested, open, open-minded, open to ideas, different
    cultures, cultures, discover, explore, other trades, learn about, find out, tolerance, new things`,
  ),
  '300485': clue(
    `persévérer, persévère, persévérant, tenace, ténacité, ne pas se décourager, se décourager, décourage,
    abandonner, sans abandonner, ne pas lâcher, recommencer, recommence, réessayer, aller au bout, jusqu’au bout,
    jusqu’à ce que, terminer, terminer ce qu’on a commencé, finir, malgré les difficultés, malgré, difficultés,
    obstacles, surmonter, échec, après un échec, effort, efforts, dans la durée, durée, longue durée, déterminé,
    détermination, volonté, motivé, motivation, s’accrocher, endurance, endurant, constance, exercice difficile,
    tient bon, acharné, opiniâtre`,
    `persevere, perseverance, persistent, persistence, keep trying, keeps trying, trying, give up, never gives up,
    try again, until done, determined, determination, setbacks, obstacles, effort, despite difficulties, finish,
    resilient, resilience, tenacity, motivated`,
  ),
  '300416': clue(
    `inspirer, inspirant, inspire confiance, motiver les autres, motiver le groupe, motiver les membres, motiver,
    encourager, encourager les autres, encouragement, donner envie, donner du sens, sens, expliquer pourquoi,
    pourquoi, à quoi ça sert, à quoi il sert, montrer l’exemple, exemple, servir d’exemple, modèle, enthousiasme,
    transmettre son enthousiasme, enthousiasmer, vision, partager sa vision, moral du groupe, moral, mobiliser
    les autres, engager les autres, s’engager, convaincre, porter des valeurs, valeurs, galvaniser, stimuler`,
    `motivate, motivates, encourage, encourages, inspire, inspires, inspiring, enthusiasm, role model, example,
    set an example, vision, meaning, sense of purpose, explain why, boost morale, morale, purpose`,
  ),
  '300461': clue(
    `responsable, responsabilité, prendre la responsabilité, assumer, assumer ses erreurs, assume, répondre de ses
    actes, ses actes, ponctuel, ponctualité, à l’heure, arriver à l’heure, heure, prévenir, absence, prévenir en cas
    d’absence, assidu, assiduité, retard, tenir ses engagements, engagements, engagement, tenir parole, promesse,
    fiable, fiabilité, compter sur, on peut compter, rendre compte, confier, confié, confiée, prendre soin, prendre
    soin du matériel, soin du véhicule, matériel prêté, clés, fermer le local, règles de sécurité, sécurité de tous,
    sécurité des autres, conscience professionnelle, sérieux, réparer ses erreurs, respecter les règles`,
    `responsible, responsibility, takes responsibility, reliable, reliability, on time, punctual, punctuality,
    accountable, keeps promises, commitment, commitments, trust, trusted, dependable, mistakes, own up, attendance,
    safety rules, look after equipment`,
  ),
}
