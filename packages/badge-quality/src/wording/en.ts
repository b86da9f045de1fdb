import { labels, values } from './en-labels.ts'
import { otherRoles, roles } from './en-roles.ts'
import { list, regular } from './pattern.ts'
import type { Wording } from './wording.ts'

// One line, one idea: add a word here, an example to the corpus, and measure.
export const en: Wording = {
  language: 'en',
  small:
    'the a an of and to in for with by on at is are was were that who this their its be not or from as you'.split(
      ' ',
    ),
  denials: {
    before: list(`
      optional; no; not; without; never; none; neither; nor; no formal; not (been|formally|yet);
      (is|are|was|were|does|do)n't; rather than
    `),
    after: list(`
      is not enough; alone is not enough; none; no; optional; is not; are not; was not; not
      (required|needed|assessed|requested|included); is optional
    `),
    not: list(`
      not only; not just; without (help|error|errors|mistakes|prompting|touching|raising|notes); do not
      know; does not (know|teach|coach); no fewer; no less
    `),
  },
  attendance: list(`
    attend(s|ed|ing|ance|ee|ees)?; (take|takes|took|taking|taken) part; participat(e|es|ed|ing|ion);
    participants of; (join|joins|joined) (the|us|in|our|a|this); joined; (was|were|be|being) present;
    present at; (came|come|coming) (to|along); (complete|completes|completed|completing|completion
    of|finish|finished|finishing) ~
    (course|module|modules|lesson|lessons|unit|units|training|programme|program|workshop|session|sessions|track|retreat|induction|curriculum|e-learning|elearning|mooc|webinar|tutorial|path|pathway|bootcamp|seminar|class|classes|orientation);
    completion badge; (followed|follow|follows) (at least|all|every|along|(the|a) (* )?(course|module|session|sessions|content|webinar|programme|program|training|path|track|lectures|series)); (watch|watched|watches)
    (all|every|at least|(the|a)
    (keynote|video|videos|livestream|recording|webinar|film|replay|session|talk|talks|series));
    (view|viewed|views) (all|the|every); (visit|visited|visits) (the|our|a); signed in; sign-in; checked in at; registered (for|at|participants|attendees); enrolled (in|on); delegates;
    stopped by; was with us; were with us; (issued|awarded|given) (automatically )?to
    (all|every|everyone|anyone); automatically (issued|awarded|given); (read|reads) (the|our)
    (code|guide|guidelines|policy|handbook|booklet); stayed until; feedback form; be there; showed up;
    dropped (in|by); made it to; spent (a|an|the) (day|morning|afternoon|evening|week|weekend) (at|with|in); from start to finish; tuned in; came by; in attendance;
    turned up; sat in on; presence; audience; listened to (the|a|all); guest at; who (came|come|attends?); seat taken; (logged|log) in; (sat|sit) through; click(ed)? through; in the room; present (on|for|throughout|both|all); (given|awarded|issued) to every*; was there; were there
  `),
  events: list(`
    training*; course*; workshop*; masterclass*; webinar*; seminar*; session*; module*; lesson*; class; classes;
    conference*; meetup*; meet-up*; briefing*; evening*; afternoon*; bootcamp*; retreat*; tour; visit*; fair;
    forum*; camp; lecture*; talks; programme*; program
  `),
  programme: list(`
    in this (course|module|workshop|training|programme|program); you will; participants (will )?(explored|discovered|learn|learned|learnt|explore|discover); (learn|learns|learned|learnt|learning) (about|how|to|the);
    learning objectives?; course content; (introduction|intro) to;
    (workshop|seminar|course|session|module|talk|webinar) (on|about|for); how to;
    (strengthen|develop|build|improve)(s|ed)? (the |your |their |following )*skills; skills built; topics
    (covered|include)*
  `),
  ability: list(`
    can; could; able to; ability to; capable of; knows?; know how; knowledge of; understands?; understand;
    understanding of; masters?; mastery; demonstrat(e|es|ed) (a |an |the |their )?(*
    )?(knowledge|understanding|mastery|commitment|obsession|ability|proficiency|expertise|awareness);
    proficien*; skilled; familiar with; familiarity with; competent in; expert in; experience (in|of|with|using); experienced (in|with);
    (demonstrat|show|display|exhibit)(e|es|ed|s|n)? ~ (skill|skills|competenc*|capabilit*|proficiency|understanding|knowledge|ability|abilities|qualities|familiarity|awareness|mastery|aptitude|potential);
    expertise; insights? (into|of|on); acumen; fluen*; adept; excels? (at|in); grasp of; foundation in; awareness of
  `),
  traits: list(`
    motivated; reliable; positive; curious; curiosity; open-minded; creative; dynamic; hard-working;
    hardworking; team player; rigorous; autonomous; punctual; enthusiastic; passionate; empath*; resilien*;
    leadership; honest; loyal; friendly; obsession; values every day; our values
  `),
  acts: [
    ...regular(`
      accept account act adapt add adjust advise agree alert analyse analyze answer apply argue arrange ask
      assemble assist audit bake balance bind brief budget calculate call carry catalogue change check
      choose cite clarify classify clean clear coach code collect combine communicate compare compile
      complete compose compute concede conduct configure confirm connect consult contact contribute control
      convert cook coordinate copy correct count crimp crop debug decide deliver describe design detect
      diagnose discuss disinfect display distribute document draft draw dress drill edit encourage engage
      escalate estimate evaluate examine execute explain explore extract facilitate file fill film filter
      finish fit fix flag fold follow formulate gather generate grade greet guide handle harvest help
      identify illustrate implement inform insert inspect install instruct interpret interview introduce
      invite iron isolate label lift link list listen load locate lock log maintain manage map mark measure
      mend mentor mix model modify monitor mount move name narrate negotiate note notify observe offer open operate
      order organise organize orient outline pack paint park perform photograph pick pilot pipette place
      plan plant play polish pour prepare present prevent print prioritise prioritize process produce
      program propose protect provide prove prune publish pull question rank rate react rearrange rebuild receive
      recommend reconcile record reduce refer refit refuse register regulate relieve remove repair repeat rephrase
      replace reply report represent request research resolve respect respond restate restore review revise
      rinse rotate route run sample saw schedule score search secure select separate serve service share
      sharpen sign signal simplify sketch solve sort stack start state steam step stop store strip study
      submit suggest summarise summarize supervise support sweep swap tailor talk test tidy tie time touch
      trace track train transcribe transfer translate transport treat trim troubleshoot true turn type
      unload update upload use validate verify visit warn wash watch water weigh welcome weld wire work wrap lead
      interpret keep
    `),
    ...list(`
      (writes?|wrote|written); (builds?|built); (makes?|made); (gives?|gave|given); (takes?|took) (a |an
      |the
      )?(order|orders|notes|measurements?|samples?|turn|stock|temperature|photo|photos|call|calls|responsibility|action);
      (sets?|set) (up|out|a|an|the|goals|aside|clear); (sells?|sold); (speaks?|spoke); (says?|said);
      (shows?|showed|shown) (a|an|the|how|each|customers|colleagues|two|three); (demonstrates?|demonstrated) (a|an|the|how|each|to); (teaches|teach|taught); (tells?|told); (leads?|led); (runs?|ran); (cuts?|cut);
      (lays?|laid); (draws?|drew|drawn); (drives?|drove); (sends?|sent); (puts?|put); (finds?|found);
      (chooses|chose|chosen); (brings?|brought); (holds?|held); (weaves?|wove); (sews?|sewed|sewn);
      (reads?|read) (the|a|aloud|drawings?|plans?|maps?|with); (arrives?|arrived) (before|on time|at);
      (weighs?|weighed); (wins?|won); (earns?|earned) (the|all|three|two|four|five); (grows?|grew|grown);
      (reach|reaches|reached) ~ (words|points|score|level|%); (does|did|do) (it|so|the)
    `),
  ],
  // Present or past with an object: « drains the », “lined a”.
  anyAct:
    /^(?:(?:creation|design|production|delivery|submission|publication|development|presentation|translation|organisation|organization|completion) of (?:a|an|two|three|four|five|six|ten|\d+|at least|their|your) |(?!(?:this|its|always|was|has|is|does|as|less|unless|across|perhaps|needs?|requires|includes|covers|introduces|explores|teaches|recognises|recognizes|certifies|proves|attests|awards|awarded|issued|designed|based|aimed|offers|focuses|celebrates|rewards|indicates|represents|confirms) )(?:[a-z-]{2,18}[^us\W]s|[a-z-]{2,18}ed) (?:a|an|the|each|every|all|both|two|three|four|five|six|ten|twenty|\d+|their|his|her|your|up|down|out|off|back|away|it|them)(?![\w-]))/,
  unseen: list(`
    (given|awarded|granted|presented|reserved|handed) to *; (inspire|inspires|empower|empowers|foster|fosters|embody|embodies|excel|excels|gain|gains|gained|acquire|acquires|acquired|deepen|deepens|deepened|possess|possesses|broaden|broadens) *;
    (know|knows|understand|understands|learn|learns|appreciate|like|likes|love|loves|believe|be|being|become|feel|think|have|has|see|want|value|values|enjoy|live|lives|read|attend|join|visit|participate)
    *; students must complete; welcome to; ask (your|the|us); contact us; the requirements; degree requirements; see the
  `),
  actors: list(`
    and; then; or; to; must; she; he; they; it; who; candidate; candidates; earner; earners; holder; person;
    learner; learners; student; students; teacher; participant; trainee; applicant; applicants; has; have;
    having; also; while; had; safely; correctly; you; will; successfully; team; group
  `),
  deeds: list(`
    (pass|passes|passed|passing) (the|a|an|all|both|with|our|your|it); (score|scores|scored|scoring) (at
    least|of|#|above|over|more); (reach|reached|earn|earned|obtain|achieve|achieved) ~
    (points|score|words|percent|%|badges); (reach|reached|achieve|achieved|obtain|obtained) ~ level (#|one|two|three|four|a#|b#|c#); earn the (two|three|four|five) badges; # out of #; (was|were|been) (built|painted|published|made|written|exhibited|launched); (won|win|wins)
    (the|a|an|first|best); (submit|submits|submitted|hand in|hands in|handed in|turn in|turned in)
    (a|an|the|your|their|two|three|final|one); (built|build|builds) (a|an|the|and|your|our);
    (wrote|write|writes|written) (a|an|the|up|your|one); (made|make|makes) (a|an|the|your|one);
    (produced|produce|produces|created|create|creates|designed|design|developed|published|publish|recorded|record|delivered|deliver|cooked|cook|translated|collected|crafted|organised|organized|presented|demoed|interviewed|painted|sewed|planted|harvested|assembled|repaired|coded|filmed|edited|launched|composed|knitted|baked|drew|grew)
    *; (gave|give) a ~ (talk|presentation|speech|lesson); pull request ~ merged; (had|got) ~
    (merged|published|accepted|exhibited); (complete|completed) ~
    (exercises|project|challenge|challenges|assignment|assignments|capstone|task|tasks|lab|labs|placement|placements|internship);
    rate yourself;
    (for|by) (building|making|writing|creating|designing|organising|organizing|presenting|publishing|translating|producing|developing|teaching|solving|fixing|repairing|submitting|hosting|leading|running|editing|recording|planting|painting|proposing|reporting|redesigning|coding|composing) *;
    (finished|shipped|released|restored|climbed|solved|fixed|raised|cleared|submitted|merged|pushed|opened|closed|reported|answered|completed) (#|two|three|four|five|ten|at least) *;
    (redesign|redesigns|redesigned|rework|reworked|revised|rewrote) *; (work|works|worked|working) (to|on) (redesign|revise|rework|build|create|write|design|redesigning|revising|building|creating|writing|designing)*;
    (score|scores|scored|scoring|earn|earned|earns|get|gets|got) (a|an) (passing|pass) *; (pass|passed|passing) (grade|score|mark) *; (pass|passes|passed|passing) ~ (exam|examination|test|assessment|quiz)
  `),
  roles,
  otherRoles,
  situations: list(`
    in (a|an|the|their|your|his|her|front|real|small) *; in
    (theatre|class|teams|production|court|meetings|traffic|service); on
    (a|an|the|site|stage|air|shift|call|duty); at (a|an|the|work|home|their|least one|sea); when; while;
    during; under (pressure|supervision|time|a); with
    (a|an|the|real|their|others|customers|clients|patients|children) *; before
    (each|every|the|a|an|dispatch|picking|starting); after (a|an|the|each); behind the; for a
    (real|local|live|client|charity); from a (drawing|brief|plan|mock-up); to a
    (customer|client|patient|group|panel); as part of a team; workplace; every shift; until
  `),
  judging: list(`
    assess(es|ed|ment|ments|ing|or|ors)?; mark(s|ed); scor(e|es|ed|ing); grad(e|es|ed|ing);
    judg(e|es|ed|ing); review(s|ed)? by; reviewed; review; examin(e|es|ed|er|ers|ation);
    evaluat(e|es|ed|ion); observed; observation; validated; verified by; signed off; panel; jury; rubric
  `),
  assessments: [
    {
      kind: 'observation',
      words: list(`
        (direct|workplace|classroom|structured|on-the-job)? ?observation(s)?; observed
        (by|in|on|at|during|using|over); observation (sheet|form|checklist); (watches|watched) the
        (whole|entire|full) (task|job|lesson); watched by
      `),
    },
    {
      kind: 'practical-test',
      words: list(`
        practical (test|exam|examination|assessment|assignment|task|demonstration)s?; performance
        (assessment|task|test); skills test; role( |-)plays?; simulation; simulated
      `),
      beside: list(`exercise*; demonstration*; task; audition`),
    },
    {
      kind: 'portfolio',
      words: [
        'portfolio (review|assessment|of evidence|defended|is|with)',
        'review(s|ed)? ~ portfolio',
        'portfolio',
      ],
      beside: ['log', 'dossier'],
    },
    {
      kind: 'interview',
      words: list(`
        oral (exam|examination|test|defence|defense|assessment|presentation); viva; defended (before|in
        front); assessment interview; professional discussion
      `),
      beside: list(`interview*; presentation*; discussion; call review; questions`),
    },
    {
      kind: 'written-test',
      words: list(`
        quiz(zes)?; test; tests; exam; exams; examination; written (test|exam|assessment); multiple(
        |-)choice; end-of-course assessment; final assessment
      `),
      beside: ['questionnaire', 'questions'],
    },
    {
      kind: 'product',
      words: list(`
        assessed on the (finished |final )?(product|work|project|piece);
        (project|product|work|code|assignment) (is |are
        )?(assessed|graded|marked|reviewed|evaluated|scored); graded (project|assignment|product|work);
        capstone assessment
      `),
      beside: list(
        `report*; video*; plan; call*; project; product; assignment; essay; paper; work; artefact*; artifact*`,
      ),
    },
    {
      kind: 'self-assessment',
      words: list(`self-assess*; self assess*; rate yourself; self-evaluat*; self-report*`),
    },
    {
      kind: 'recognition-of-prior-learning',
      words: ['recognition of prior learning', 'rpl', 'prior learning assessment'],
    },
  ],
  assessors: list(`
    (assessed|observed|marked|graded|scored|reviewed|judged|evaluated|examined|verified|validated|checked|confirmed|signed|watched|moderated|approved|signed off|assess|attested)( off)? ~ by (a|an|the|two|three|four|their|your|at
    least|several|trained|one|external|independent|qualified|another|authorised|authorized|accredited|certified|designated|experienced|expert|senior|our|members of|subject|professional|faculty|staff|librarians|teachers|peers|experts|assessors|mentors|instructors) *;
    (assessment|observation|test|exam|review|interview|role
    play|demonstration|audition|defence|discussion|demo) ~ by
    (a|an|the|two|three|four|their|trained|external|independent|at least|another|one) *; (before|in front
    of|to) (a|the) (jury|panel|examiner|assessor|committee|board of examiners); call review by *; (evaluated|assessed|defended|defence|defense|performed|presented) ~ (in front of|before) (a|an|the|two|three) *; (a|an|the|two|three|another) ~ (marks|mark|scores|grades|grade|assesses|evaluates|judges|rates|certifies) (the|each|it|them|every|a|an|how|whether); gives a score; (a|an|the|two|three) ~ (observe|observes) the ~ and (write|writes|fill|fills|score|scores|mark|marks);
    (assessor|trainer|instructor|teacher|examiner|supervisor|manager|mentor|tutor|jury|panel|judge|reviewer|coach|employer|facilitator|nurse|foreman|expert|peer|bricklayer|technician|craftsman|engineer|evaluator|observer|lecturer|professor|leader|chef|mechanic|colleague|client|customer|practitioner)s?
    (of ~
    )?(watch|watches|observe|observes|assess|assesses|review|reviews|score|scores|mark|marks|grade|grades|judge|judges|evaluate|evaluates|check|checks|confirm|confirms|verify|verifies|rate|rates|sign|signs|approve|approves|fill|fills|complete|completes|interview|interviews)(
    (off|in|the|and|out|each|every|a|their|with|whether|that))?; (panel|jury|team|committee) of ~
    (score|scores|assess|assesses|mark|marks|judge|judges|review|reviews|grade|grades); (two|three) (trained
    |independent |external |qualified |clinical )?(assessor|examiner|reviewer|judge|instructor|trainer)s
  `),
  notAssessors: list(`
    by (a|an|the)
    (quiz|test|exam|platform|system|machine|computer|bot|software|algorithm|rubric|portfolio|practical|project|candidate|learner|holder|person
    themself|earner|participant|applicant|role|interview|oral|written|panel
    discussion|video|photo|webcam|proctor*)( test| exam| play)?; by (the
    )?(candidates|learners|earners|participants|applicants|themselves|themself|yourself); participants
    (rate|assess|evaluate|review); by the person; checked by photo
  `),
  selfAssessment: list(`
    self-assess*; self assess*; rate yourself; self-declared; self-issued; self-reported; self-evaluat*;
    assess yourself; the person themself; self-attest*
  `),
  evidence: list(`
    (evidence|sheet|form|checklist|log|portfolio|video|photo|photos|report|recording|proposal|account|slides|link|work
    samples|sample|samples|document|documents|transcript|testimony|reflection) ~ (is|are|must be|be) (attached|required|included|submitted|uploaded|provided|filed|linked|kept as evidence|kept with|handed
    in|mandatory|compulsory); (sheet|form|checklist|log|photos|photo|video|report|recording|score
    sheet|rubric) (attached|required|included|submitted|uploaded|filed);
    (submit|submits|submitted|upload|uploads|uploaded|attach|attaches|provide|provides|hand
    in|include|includes) ~
    (evidence|sheet|form|checklist|log|portfolio|video|photo|photos|report|recording|proposal|account|reflection|samples|proof|link|documents|artefacts|artifacts|work);
    (evidence|proof) (is |are )?(required|needed|mandatory|demanded); evidence ?: *; evidence required; as
    evidence; included as evidence; account ~ attached; (is|are|must be|be) (attached|uploaded|submitted|handed in|filed|annexed)*; must be provided; (photo|photograph|photos|photographs|video|form|sheet|log|report|recording|minutes)* ~ (is|are) (mandatory|compulsory|kept|stored|required); (kept|stored|filed) with the badge; (required|mandatory) evidence
  `),
  notEvidence: list(`
    id; identity; attendance; registration; enrolment; experience; prior knowledge; prerequisite*; fee; insurance
  `),
  grid: list(`
    (rubric|marking grid|grid|marking scheme|assessment criteria|scoring guide|rating scale|marking sheet|checklist) ~ (handed|published|public|shared|shown|given|available|known|provided|sent|communicated|explained|open); public
    (rubric|grid|marking scheme|checklist); receive* ~ (rubric|grid|marking scheme|criteria);
    (candidates|learners|applicants) ~ (see|receive|get|are given|know) ~ (rubric|grid|marking
    scheme|criteria|checklist)
  `),
  identity: list(`
    photo id; government-issued id; id (is )?(checked|required|shown|verified); identity document; identity
    ~ (checked|verified|confirmed|controlled|authenticated); (verify|verifies|verified|check|checks|checked)
    ~ identity; proof of identity; passport checked; id check; (passport|passports|id card|id cards) ~ (checked|shown|verified); id cards are checked
  `),
  quality: list(`
    accredit*; quality assurance; quality assured; quality-assured; iso
    (9001|21001|29990|29993|17024|17065); audited; quality label; quality mark; ofqual; ofsted; nvao; qaa;
    enqa; eqar; regulated by; recognised by the (state|ministry|government); licensed by; qualiopi;
    externally moderated
  `),
  claims: {
    participation: ['(badge|certificate) of (participation|attendance)', 'participation', 'attendance'],
    engagement: ['engagement'],
    competence: ['competency', 'competence'],
    certification: ['certification', 'certified'],
  },
  labels,
  values,
}
