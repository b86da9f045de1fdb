import { list } from './pattern.ts'

// Un rôle tenu, un engagement gardé ; puis les mêmes mots, dits de quelqu’un d’autre.

export const roles = list(`
  bénévole*; bénévolat; bénévolement; volontaire* (officiel|engagé|inscrit|permanent|en service|en mission|au sein|auprès)*; (est|être|comme|suis|en tant que) (un|une) volontaire*; comme volontaire*; en tant que volontaire*; volontariat; heures de (bénévolat|volontariat|service);
  (donné|donner|consacré|consacrer) ~ heures; s'impliqu* (dans|activement|auprès|pour); s'investi* (dans|activement|auprès|pour|de manière); (s'être|s'est|s'étant) (impliqué|investi)*; (signé|signer) (la|une|l'*|le) (charte|accord|engagement|pacte)*; porte-parole; porte-voix; (à la tête|en charge|chargé|chargée|chargés) (de|du|des|d'*); responsable (de|du|des|d'*); capitaine*; arbitre*;
  (un|une) * sur deux; (deux|trois|quatre|cinq) (soirs|fois|heures|matins|jours) par (semaine|mois|an); à chaque (réunion|match|sortie|permanence); de (septembre|octobre|janvier) à (mai|juin|juillet|décembre); représentant* (de|des|du); référent* (de|des|du|pour); depuis (un|deux|trois|plusieurs) ans; délégué*; éco-délégué*; ambassadeur*; ambassadrice*; mentor*; parrain*; marraine*;
  parrainer; élu* (par|pour|au|à|du); élu; mandat; membre (actif|active|du
  (collectif|conseil|comité|bureau)|d'honneur); membres du (comité|bureau|conseil); s'engag*; s'être
  engagé*; s'être mobilisé*; (siéger|siégé|siège) (au|à|dans);
  (exercé|exercer|occupé|occuper|assuré|assurer|rempli|remplir|tenu|tenir|tient|endossé)
  (la|le|l'*|son|sa|un|une|le rôle de) (*
  )?(fonction|mandat|rôle|permanence|responsabilité|mission|présidence|accueil|stand)*; (signé|signer) la
  charte; tenu ses engagements; engagement tenu; service civique; sapeur-pompier*; pompier* volontaire*; pair-aidant*; administrateur* de; administratrice* de; permanence hebdomadaire;
  (mené|tenir|tenu) ~ mission; (chaque|par) (mois|semaine|samedi|dimanche|mercredi) ~
  (an|ans|mois|saison|décembre|année); (un|une|deux|trois) * par (mois|semaine) ~ (pendant|durant);
  pendant (au moins )?(un|une|deux|trois|six|douze|l') ?(an|ans|année|année scolaire|saison|mandat); toute la saison; (chaque|toutes les|par) (trimestre|année|semaine|semaines|mois|samedi|samedis); tous les mois; une fois par (semaine|mois); s'est engagé*; (a|avoir) tenu ses (engagements|objectifs|promesses); pendant une saison; (chaque|toutes les|par) (semaine|semaines|mois|samedi|samedis); tous les mois; une fois par (semaine|mois); tout au long de l'année; trésori*; secrétaire; président*
`)

export const otherRoles = list(`
  (par|avec|de|auprès|chez) (un|une|le|la|l'|son|sa|des|deux|les|leur) *; d'un *; d'une *;
  (le|la|les|un|une) (président|secrétaire)* (de|du); des (bénévoles|délégués|élus|mentors)
`)
