import { labels, values } from './fr-labels.ts'
import { otherRoles, roles } from './fr-roles.ts'
import { er, list } from './pattern.ts'
import type { Wording } from './wording.ts'

// Une ligne, une idée : on ajoute un mot ici, un exemple au corpus, et l’on mesure.
export const fr: Wording = {
  language: 'fr',
  small:
    'le la les des un une du de et à au aux en pour par avec son sa ses est qui que dans sur l d ne pas avoir être'.split(
      ' ',
    ),
  denials: {
    before: list(`
      facultati*; optionnel*; aucun*; sans; ni; jamais; pas (de|d'un|d'une|d'|fait|été|encore|formellement);
      ne (donne|fait) pas; n'est pas; ne sont pas; ne vaut pas; pas; non
    `),
    after: list(`
      ne suffi* pas; non; néant; aucun*; facultati*; optionnel*; n'est pas; ne sont pas; n'est ni; pas
      (requis*|exigé*|demandé*|obligatoire*|nécessaire*|évalué*); non (requis*|exigé*|demandé*|obligatoire*)
    `),
    not: list(`
      pas seulement; pas uniquement; non seulement; sans
      (aide|erreur|assistance|faute|danger|fiche|trace|preuve); qui ne * pas; ne (connaissent|suit|suivent)
      pas
    `),
  },
  attendance: list(`
    particip(er|e|es|ent|ant|ation|ations); pren(d|dre|ne) part; pris part; participant* de; participants;
    (assister|assiste|assistes|assistent|assistant|assiste) (à|a|au|aux); (a|ont|avoir|ayant) (bien
    |entièrement )?suivi*; suivre au moins; suivre ~ (formation|stage|cours|module|parcours|séance|session|atelier|webinaire|programme|mooc|cycle)*;
    (formation|stage|cours|module|parcours|séance|session|atelier)* ~ suivi*; suivi (de|du|des|d'*) (la
    )?(formation|stage|cours|module|parcours|séance|session|atelier|webinaire)*; présence; présences;
    présents; (être|était|étaient|été|est|sont|personne|personnes|inscrits) ~ présent*; présents? (à|a|au|aux|le|lors|toute|tout|pendant); émarg*; (être|sont|est|personnes) venu*; venu* (à|a|au|aux); il
    suffit de venir; visionn*; (a|avoir) (parcouru|visité|découvert|écouté|regardé|lu|rencontré); découvert;
    (être|était|étaient) là; fait le déplacement; du début à la fin; de bout en bout; rejoint (le groupe|la séance|l'événement); s'être connecté; connecté au moins; (a|avoir)? ?(terminer|termine|achevé|fini|complété)
    (le|la|l'*|les|son|tout le|tous les) (*
    )?(module|parcours|formation|cours|programme|modules|mooc|tutoriel); (être )?inscrit*; inscription; pris
    le départ; fait (la|une|des) (visite|rencontre|séance|sortie|balade)*; joué une partie; marché avec; (aller|allé) (au|jusqu'au) bout; (rester|resté) (connecté|jusqu'*); (signer|signé) la feuille; (venir|venu) (à|au|aux); (avoir|être|a|ont) été (formé|sensibilisé|initié)*; (agents|salariés|personnes|élèves) formé*;
    (effectuer|effectué) (le|la|les|un|une|deux|trois) (* )?(stage|visite|immersion|jours|journées|séances)*; (a|avoir)? ?passé (une|la|un) (matinée|journée|après-midi|heure|semaine|demi-journée); remis
    à tou*; remis aux (participants|personnes|inscrits|stagiaires); délivré automatiquement; questionnaire
    de satisfaction; reçu le livret; passage sur (le|les) stand*; avec assiduité; assiduité; à tou* (les
    )?(inscrits|présents)
  `),
  events: list(`
    formation*; stage*; atelier*; cours; module*; parcours; séance*; session*; journée*; demi-journée*;
    matinée*; soirée*; webinaire*; visioconférence*; conférence*; colloque*; séminaire*; salon*; forum*;
    visite*; immersion*; rencontre*; réunion*; camp; mooc; masterclass*; sensibilisation*; initiation*
  `),
  programme: list(`
    au programme; objectifs; objectif (du|de la) (cours|formation|module|parcours); à l'issue; vous (serez|allez|ferez|vivrez|saurez|apprendrez|connaîtrez|découvrirez|pourrez); pour
    (apprendre|découvrir|développer|comprendre|s'initier|se former|renforcer|mieux|échanger|acquérir);
    (cours|formation|module|atelier|parcours|séance|stage) (sur|pour|qui prépare);
    (renforc|développ)(e|er|ant|ent) (ses|les|des|leurs) (compétences|capacités)*; prépare (à|a|au) (un |une
    |l'|la )?(titre|examen|diplôme|certification)
  `),
  ability: list(`
    sait; savent; savoir; capable* de; capable* d'*; être capable*; en capacité; capacité (à|a|de);
    maîtris*; peut; peuvent; connaît; connaissent; connaître; connaissance*; comprend; comprendre;
    comprennent; faire preuve; fait preuve; a progressé; avoir progressé; compréhension; (a |ont |avoir |ayant )?(démontr|montr|manifest|prouv)* ~ (compétence|capacité|connaissance|aptitude|maîtrise|qualité|intérêt|motivation)*; aptitude*; aisance;
    à l'aise (avec|dans|en|pour); expertise; excell(e|ent|er|é); bases (solides|en|du|de); notions (de|d'*|en|du|sur)
  `),
  traits: list(`
    motivé*; sérieu*; dynamique*; rigoureu*; rigueur; curieu*; curiosité; autonome*; autonomie; ponctuel*;
    souriant*; polyvalent*; créati*; positi*; bienveillant*; empathi*; à l'écoute; esprit d'équipe; sens
    (du|de la|des) *; ouvert* d'esprit; ouvert* aux autres; volontaire et *; enthousiaste*; passionné*;
    leadership; persévéran*; loyal*; honnête*
  `),
  acts: [
    ...er(`
      accompagn adapt aid ajust alert amén analys anim appliqu appliqu argument arrêt assembl assur calcul
      chang charg chois class command compar complèt complét compt communiqu concili confirm conseill
      consult contrôl corrig coup cré cultiv décid décor déclar défend délimit démont dépann dépos dessin
      désinfect diagnostiqu discut distribu écout emball encaiss enregistr enseign entretien équip établ
      évacu évit examin exécut expédi expliqu explor expos fabriqu factur film filtr fix form formul gar gèr
      gér guid identifi illustr imagin inform install interrog intervi invit jou lav lanc list livr mang
      mélang men mesur mett mobilis modér modifi mont montr négoci nettoi nettoy not nomm observ occup
      organis orient pass pay perc pes pilot plac plani planifi plant pli port pos prélèv prélev prépar
      présent prioris prononc propos protèg protég publi questionn racont rang rapport ravitaill réalis
      réceptionn recherch récolt récupèr récupér rédig réflech reformul refus regard règl régl régul relay
      relèv relev relanc remerci remont rempl renseign répar répart repass repèr repér représent résum
      respect retrouv sal salu sécuris sépar sign signal simul soign soud soulag suggér surveill taill
      termin test tourn trac trait transfér transmet transmett transport trav travaill tri trouv util utilis
      vent vérifi vers vid circul adress partag chiffr cod programm cuisin tress coup polic ponc peint
      retouch photographi dress rassur explor gard amèn ouvr déplac recens collect
    `),
    ...list(`
      (accueillir|accueille|accueillent|accueilli); (choisir|choisit|choisi); (remplir|remplit|rempli);
      (fournir|fournit|fourni); (établir|établit|établi); (réagir|réagit|réagi); (garantir|garantit);
      (avertir|avertit); (définir|définit|défini); (réunir|réunit|réuni); (servir|sert|servent|servi);
      (tenir|tient|tiennent|tenu); (prévenir|prévient|préviennent|prévenu); (intervenir|intervient);
      (répondre|répond|répondent|répondu); (rendre|rend|rendent|rendu); (vendre|vend|vendu);
      (défendre|défend|défendu); (prendre|prend|prennent|pris); (apprendre à); (mettre|met|mettent|mis);
      (transmettre|transmet|transmis); (permettre|permet); (écrire|écrit|écrivent);
      (décrire|décrit|décrivent); (lire|lit|lisent) (un|une|des|le plan|la carte); (dire|dit|disent);
      (faire|fait|font) (le|la|les|un|une|des); (conduire|conduit|conduisent);
      (construire|construit|construisent); (produire|produit); (coudre|coud|cousu); (peindre|peint);
      (soutenir|soutient); (convenir|convient); (agir|agit); (recevoir|reçoit); (battre|bat);
      (laisser|laisse) (faire|un|parler); (donner|donne|donnent|donné);
      (demander|demande|demandent|demandé); (revenir|revient); (venir en aide|vient en aide);
      (suivre|suit|suivi) (l'ordre|les consignes|le plan|une procédure|les règles);
      (mener|mène|mènent|mené); (gérer|gère|gèrent|géré); (changer|change|changent|changé);
      (porter|porte|portent|porté)
    `),
  ],
  // Nom d’action et son objet ; infinitif avec complément ; avoir et participe ; présent suivi d’un déterminant.
  anyAct: new RegExp(
    [
      /^(?:realisation|creation|redaction|fabrication|construction|conception|publication|animation|organisation|production|traduction|remise|livraison|mise en (?:ligne|place|oeuvre)) (?:d'une? |de (?:deux|trois|quatre|cinq|six|dix|plusieurs|son|sa|ses|\d+|la|l') ?|du |des )/,
      /^(?:se |s')?[a-z-]{1,20}(?:[^i]er|ir|oir|[aeio]ndre|erdre|ettre|uire|crire|oudre)\s+[a-z\d]/,
      /^(?:avoir|ont|ayant|a) (?:[a-z]{2,12}ment |bien |deja )?(?!une |cette |toute |chaque |votre |notre |partie |qui )[a-z-]{2,20}(?:e|i|is|it|u|ert)(?![\w-])/,
      /^(?:se |s')?(?!(?:avant|devant|pendant|durant|suivant|entre|contre|comme|outre|toutes?|tout|ensuite|encore|est|peut|doit|sait|soit|dont|quand|souvent|surtout|presque|atteste|certifie|reconnait|valorise|comprend|permet|necessite|aborde|recompense|salue|concerne|remise|delivre|presence|[a-z-]*ment) )[a-z-]{2,18}(?:e|ent|it|ut|d|t) (?:l'|(?:le|la|les|un|une|son|sa|ses|leur|leurs|chaque|deux|trois|quatre|cinq|dix|plusieurs|tous) )/,
    ]
      .map(({ source }) => source)
      .join('|'),
  ),
  unseen: list(`
    (savoir|connaître|comprendre|maîtriser|être|aimer|progresser|développer|renforcer|apprendre|découvrir|devenir|rester|pouvoir|vouloir|croire|penser|ressentir|s'intéresser|réfléchir|voir|lire|consulter|regarder|visionner|écouter
    les|venir|participer|suivre|assister|avoir|posséder|acquérir|recevoir|s'inscrire|vivre|remercier|adhérer|valoriser|reconnaître);
    (a|avoir)
    (progressé|aimé|appris|compris|développé|renforcé|découvert|acquis|lu|vu|écouté|participé|suivi|assisté|visité|été|reçu|connu|visionné|parcouru|vécu);
    (inspir|responsabilis|incarn|favoris|excell|intègr|possèd|souhait|aspir)(e|ent|er|é);
    (il|badge) (salue|récompense|valorise|souligne|distingue|honore|reconnaît|atteste|certifie|marque|célèbre|encourage|remercie);
    faire preuve; l'esprit; décrire où; voir le; selon le;
    (hiver|mer|fer|leader|poster|manager|designer|cancer|soir|savoir|avenir|plaisir|loisir|espoir|miroir)
  `),
  actors: list(`
    et; puis; ou; elle; il; ils; elles; on; tu; vous; je; j; nous; eleve; etudiant; etudiante; membre; adherent; beneficiaire; porteur; porteuse; qui; personne; candidat; candidate; titulaire; stagiaire; salarie;
    apprenant; participant; groupe; se; s; a; avoir; ont; ayant; ensuite; alors; aussi; entreprise; equipe
  `),
  deeds: [
    ...er('fabriqu réalis rédig publi construi conç crée'),
    ...list(`
      (réussir|réussi|réussit|réussie); score (de|d'au moins|minimum|supérieur)*;
      (obtenir|obtenu|obtient) ~ (points|bonnes réponses|score|badges|note|moyenne|niveau|%);
      (atteindre|atteint) ~ (niveau|score|points); validé* (le|un|l'*) (test|quiz|examen|épreuve);
      (rendre|rendu|rend|remis|remettre) (un|une|le|la|l'*|son|sa|deux|trois);
      (écrire|écrit) (un|une|son|sa|des); (concevoir|conçu|conçoit); (construire|construit);
      (créer|créé|crée); (produire|produit) (un|une|son|sa|des); (relever|relevé) (le|un) défi; (a|ont) été (réalisé|peint|construit|fabriqué|créé|conçu|publié|inauguré|monté|rédigé|installé)*; (construit|fabriqué|rédigé|livré|publié|exposé|monté|tourné|conçu)(e|s|es);
      (présenter|présenté) (son|sa|un|une|le|la|leur) (* )?(projet|parcours|travail|bilan|exposé)*;
      (présenter|présenté) (son|sa|un|une|le|la|leur) (* )?(prototype|production|maquette|recherche|enquête)*;
      (terminer|terminé) ~ (immersions|stages|projet|chantier); (monté|tourné) (et|un|une);
      (organiser|organisé) (un|une|le|la|avec); (installer|installé|réparé|traduit|cousu|cuisiné) (un|une|le|la)*;
      (bouclé|gravi|gagné|remporté|franchi|repeint|restauré|bricolé|assemblé|tricoté|semé|achevé) (un|une|le|la|l'*|son|sa|ses|des|les|deux|trois|quatre|cinq|#); mené* à bien; mis en (scène|ligne|page|oeuvre);
      (particip|contribu|collabor)(er|e|es|ent|ant) ~ à (l'animation|la conception|la création|l'organisation|la rédaction|la réalisation|l'encadrement|la construction|la fabrication|la publication|la traduction) (de|d'*|du|des);
      # % (de|d'*) (bonnes réponses|réussite); (note|moyenne|score) (minimale|minimum|supérieure|d'au moins|égale|au moins)*; (évalué|évaluée|évalués) (pour|afin|en fin|à la fin|à l'issue);
      (servi|récolté|dressé|interrogé|restitué|déposé|exposé|planté|codé) (un|une|le|la|l'*|son|sa|ses|des|les)*;
      (dessiné|composé|enregistré|traduit|récolté) (un|une|le|la|son|sa|ses|des|les|au moins|deux|trois|quatre|cinq)
    `),
  ],
  roles,
  otherRoles,
  situations: list(`
    lors (de|d'*|du|des); pendant (le|la|l'*|un|une|les|des|son|ses); au cours (de|d'*|du|des); en
    situation; situation de travail; face (à|a|au|aux); devant (un|une|le|la|l'*|des|deux|trois|son|les);
    quand; lorsqu*; chez (un|une|le|la|des); auprès (de|d'*|du|des); au domicile; à l'accueil; au sein
    (de|d'*|du|des); en
    (atelier|entrepôt|stage|entreprise|boutique|magasin|salle|cuisine|chantier|équipe|réunion|production|immersion|mission|classe|cours
    de|restauration|rayon|caisse|forêt|service|agence|public|ehpad|crèche|usine|intérieur|extérieur); sur
    (un|une|le|la|son|site|chantier|place|scène|piste|route|terrain|ordinateur); au
    (poste|bureau|jardin|comptoir|téléphone|secrétariat|guichet|volant|marché|travail|quotidien); dans
    (un|une|le|la|l'*|son|sa|ses|des|leur|mon|les); à partir (de|d'*|du|des); avec
    (un|une|le|la|des|son|les|deux) *; avant (chaque|la|le|l'*|de|son|toute|un|une); en fin de; en début de; entre
    *; à (bord|quai|domicile|l'atelier|la caisse|la ferme|la crèche|l'hôpital)
  `),
  judging: list(`
    évalu*; noté*; note; notent; jug(e|é|ée|ent|er); valid(é|ée|és|ées|e|ent|ation); examin(e|é|ée|ent);
    confirm(e|é|ée|ent); épreuve*; jury; jurys; observ(e|é|ée|és|ées|ent); apprécié*; relu*; correction;
    corrigé* par; conduit* par; certificateur*; niveau établi
  `),
  assessments: [
    {
      kind: 'observation',
      words: list(`
        observation*; grille d'observation; fiche d'observation; rapport d'observation; par observation;
        (l'|les |la |le )?observe(nt)?; observe(e|es|s)? (par|avec|sur|en|au); (trois|deux|plusieurs|séances
        d') ?observations
      `),
    },
    {
      kind: 'practical-test',
      words: list(`
        mise* en situation*; épreuve*; évaluation ~ en situation*; évaluation au poste; test chronométré; test pratique; exercice pratique évalué; simulation
        évaluée; évaluation pratique; épreuve en situation
      `),
      beside: list(`jeu* de rôle; simulation*; cas pratique*; démonstration*; exercice*`),
    },
    {
      kind: 'portfolio',
      words: list(`
        portfolio*; e-portfolio; dossier de preuves; dossier professionnel; carnet d'apprentissage; livret
        de preuves; lecture de dossier; étude du dossier
      `),
      beside: ['dossier*', 'preuves', 'traces'],
    },
    {
      kind: 'interview',
      words: list(`
        entretien* (d'explicitation|d'évaluation|de validation|avec (le|un) (jury|évaluateur|formateur));
        entretien* devant; évaluation ~ entretien*; entretien* évalué*; soutenance*; épreuve orale; examen
        oral; oral devant; évaluation orale
      `),
      beside: list(`entretien*; questions; présentation*; oral; échange*`),
    },
    {
      kind: 'written-test',
      words: list(`
        test*; qcm; quiz; quizz; examen*; épreuve* écrite*; contrôle des connaissances; contrôle continu;
        évaluation écrite; questionnaire final; partiel*
      `),
      beside: ['questionnaire*', 'exercices'],
    },
    {
      kind: 'product',
      words: list(`
        travail rendu; projet rendu; produit fini évalué; évaluation (du|de la|d'un|d'une|sur) (*
        )?(production|réalisation|travail|projet|produit|pièce|rendu|livrable)
      `),
      beside: list(
        `compte rendu; comptes rendus; rapport*; texte*; vidéo*; maquette*; plan*; projet*; production*; réalisation*; livrable*; code; pièce*`,
      ),
    },
    {
      kind: 'self-assessment',
      words: list(`auto-évaluation*; autoévaluation*; s'auto-évalue*; s'autoévalue*`),
    },
    { kind: 'recognition-of-prior-learning', words: ['validation des acquis', 'reconnaissance des acquis'] },
  ],
  assessors: list(`
    (évalu|observ|valid|vérifi|not|jug|contrôl|corrig|examin|certifi|appréci|attest|confirm|constat|visé|sign|relu|étudi|analys|chronométr|approuv|mesur|écout)* ~ par (un|une|le|la|les|des|son|sa|deux|trois|quatre|plusieurs|au moins) *; (évalu|observ|valid|vérifi|not|jug|contrôl|corrig|examin|certifi|attest|confirm|constat|sign|relu|étudi)* ~ par l'*;
    (relu|lu|mené|menée|conduit|réalisée) par (un|une|le|la|les|des|son|sa|deux|trois|plusieurs) *; (évaluation|observation|entretien|épreuve|mise
    en situation|soutenance|portfolio|validation|examen|grille|test|relecture)* ~ par (un|une|le|la|les|des|son|sa|deux|trois|plusieurs) *; (évaluation|observation|entretien|épreuve|mise en situation|test)* ~ par l'*; (le|la|les) (gérant|patron|parent|usager)* (confirme|valide)*; (devant|par) (un|le|une|la)
    (jury|commission|comité d'évaluation|panel); devant (un|une|deux|trois|des)
    (examinat|évaluat|profession|formateur|formatrice|expert|tuteur|employeur|personnes extérieures)*;
    (formateur|formatrice|encadrant|encadrante|tuteur|tutrice|jury|examinateur|examinatrice|évaluateur|évaluatrice|employeur|employeuse|chef|cheffe|responsable|maître|maîtresse|enseignant|enseignante|professeur|professeure|référent|référente|moniteur|monitrice|conseiller|conseillère|professionnel|professionnelle|expert|experte|accompagnateur|accompagnatrice|superviseur|pair|infirmier|infirmière|client|cliente|manager)s?
    ~ (l'|les |la |le |en
    )?(observ|évalu|examin|valid|not|vérifi|confirm|contrôl|relit|relisent|corrig|jug|rempli|atteste|questionn|interrog)(e|ent|t|ssent)?;
    (un|une|le|la|deux|trois|des) ~ (évalue|évaluent|juge|jugent|valide|valident|atteste|attestent);
    (un|une|le|la|deux|trois) ~ (fait|font) passer (l'|le |la |un |une )?(épreuve|test|examen|entretien)*;
    (un|une|le|la|deux) ~ (remplit|remplissent|signe|signent) (la|une|sa) (grille|fiche)*;
    (formateur|formatrice|encadrant|encadrante|tuteur|tutrice|jury|évaluateur|évaluatrice|responsable|enseignant|enseignante|moniteur|monitrice|professionnel|professionnelle|expert|experte|collègue|éducateur|éducatrice|bibliothécaire|médecin|artisan)s?
    ~ (a|ont) (observé|évalué|noté|jugé|validé|vérifié|corrigé|relu|contrôlé);
    qui (évalue|évaluent|note|notent|juge|jugent|valide|valident);
    (par|et) (deux|trois|au moins deux)
    (évaluat|formateur|formatrice|profession|expert|pair|examinat|encadrant)*
  `),
  notAssessors: list(`
    par (un|une|le|la|l'|des|les) ?(quiz|test|qcm|questionnaire|grille|mise en
    situation|observation|entretien|portfolio|épreuve|examen|dossier|projet|plateforme|machine|système|logiciel|algorithme|robot|personne
    elle-même|personne
    lui|candidat|candidate|titulaire|stagiaire|apprenant|apprenante|participant|participante|bénéficiaire|intéressé|intéressée|certificat|attestation|badge|mail|courriel|participants|stagiaires|apprenants)(s|e|es)?;
    par (la personne|le candidat|la candidate|le titulaire|soi-même|lui-même|elle-même); (les|des|la|le|un|une|chaque) (participant|stagiaire|apprenant|candidat|titulaire|personne)* (s'|se )?(évalue|juge|valide|atteste|note|rempli|signe)*; par (un|une|le|la) (vidéo|photo|preuve|fiche|récit)*
  `),
  selfAssessment: list(`
    auto-évaluation*; autoévaluation*; s'auto-évalue*; s'autoévalue*; auto-déclar*; autodéclar*;
    déclarati(f|ve); selfie; par la personne elle-même; par soi-même; personne dit son; auto-positionnement;
    auto-attribué*
  `),
  evidence: list(`
    (preuve|trace|photo|fiche|dossier|compte rendu|comptes
    rendus|rapport|récit|lien|vidéo|portfolio|grille|enregistrement|attestation|bilan|journal|carnet|évaluation
    remplie)* ~ (exigé|obligatoire|requis|joint|annexé|déposé|à remettre|à fournir|à joindre|à
    déposer|demandé|sert de preuve|servent de preuve|fait preuve|conservé avec|attaché|versé)*;
    (preuve|preuves) (exigée|demandée|requise|obligatoire|attendue)s?;
    (joindre|joint|joignent|fournir|fournit|déposer|dépose|déposent|remettre|transmettre|verser|apporter) ~
    (preuve|trace|photo|fiche|dossier|compte rendu|rapport|récit|portfolio|vidéo|bilan|travaux)*; preuves ?:
    *; récit factuel*; comme preuve*; (servir|sert|tient lieu) de preuve*; conservé* avec; (rapport|fiche|photo|vidéo|grille|dossier) ~ fourni*; (est|sont|sera|seront) (joint|annexé|déposé|versé|exigé|fourni|requis|demandé)*; à (fournir|joindre|remettre|déposer); (photo|fiche|preuve|trace|vidéo|dossier|récit|rapport|bilan)* (obligatoire|exigé|requis)*
  `),
  notEvidence: list(`
    identité; présence; émargement; inscription*; prérequis; pré-requis; niveau requis; expérience; certificat
    médical; assurance; tenue*; âge; motivation; acquittement; cotisation
  `),
  grid: [
    "(grille|référentiel d'évaluation|critères d'évaluation|barème|grille d'évaluation)* ~ (remis|affiché|communiqué|publié|montré|connu|partagé|transmis|accessible|donné|public|expliqué|envoyé|disponible)*",
    "(reçoi|connaiss|découvr|consult)* ~ (la grille|le barème|le référentiel d'évaluation|les critères d'évaluation)",
    "grille (publique|connue à l'avance)",
  ],
  identity: list(`
    pièce* d'identité; carte d'identité; identité ~ (vérifié|contrôlé|attesté)*; (vérifi|contrôl)* (de
    |l'|de l')?identité; titre d'identité; passeport présenté
  `),
  quality: list(`
    qualiopi; label app; labellis*; afnor; iso (9001|21001|29990|29993|17024|17065); assurance qualité;
    accrédit*; agréé*; agrément*; habilité*; organisme certifié; certifié (qualiopi|iso|afnor); audit*;
    eduqua; démarche qualité certifiée; label qualité
  `),
  claims: {
    participation: ['(badge|attestation|certificat) de (participation|présence)', 'participation'],
    engagement: ["badge d'engagement", 'engagement'],
    competence: ['badge de compétence*', 'compétence'],
    certification: ['certification*', 'certifié*'],
  },
  labels,
  values,
}
