import { list, type Pattern } from './pattern.ts'

// A role held, a commitment kept; then the same words, said of somebody else.

export const roles = list(`
  (regular|sustained|voluntary|effort of|hours of|weeks of|months of) (service|volunteering|volunteerism); service (over|for) ~ (weeks|months|years);
  in (their|a|an|the|your|his|her) (* )?role (as|of|in); role(-| )specific; leadership (role|opportunity|position)*; (student|youth|young|peer|team|group|project|patrol|community) leaders?; in charge of; responsible for; on duty; on call; referee; coach for; twice a (week|month); each (week|month|term|season); from (september|october|january) to (may|june|july|december);
  (dedicat|devot|contribut|serv|volunteer)(e|ed|es|s|ing)? ~ hours; (gave|gives|given|give) ~ hours; # hours of (service|volunteering|volunteer work);
  (sign|signs|signed|agree to|agreed to|adhere to) (the|a|an|our) (* |* * |* * * |* * * * )?(agreement|charter|pledge|code of conduct|covenant); signed code of conduct; spokesperson; maintainer; organiser; organizer; representative;
  volunteer; volunteers; volunteered; volunteering; ambassador; mentor; mentored; mentoring; moderator;
  captain; treasurer; chair of; board member; committee member; member of the
  (committee|board|council|crew|team); active member; delegate for; class representative; representative
  of; elected; steward; assistant coach; serv(e|es|ed|ing) (as|on); served a; every (week|month|saturday|sunday); weekly; monthly; from # to #; for (two|three|four|five) years; acted as; held ~
  (role|office|position|shift|shifts|post); (took on|take on|fulfilled|kept) ~
  (role|duties|commitment|pledge); pledge; pledged; committed (to|themselves); commits to; commit to;
  community service; every (month|week) ~ (year|semester|season|months|term); contribut(e|ed|es) ~ every
  (month|week); for (a|one|the|two|three|six|twelve|at least) ~ (year|season|semester|term|months); signed
  the (pledge|charter); one shift a (month|week); full term
`)

export const otherRoles: readonly Pattern[] = [
  '(by|with|from|of|for) (a|an|the|our|their|two|your) *',
  '(by|with|from|for) (volunteers|mentors|ambassadors|moderators)',
  '(volunteers|mentors|ambassadors) (will|help|run|lead|are)',
]
