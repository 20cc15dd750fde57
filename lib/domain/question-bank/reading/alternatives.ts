import type { ReadingAlternative } from '../model';
import type { Survey } from './candidates';
import { type ConsideredGroup, canAsk } from './considered';
import type { Structure } from './structure';

/** Most groups shown, and what is too little to show one that was left: a lone line must ask, several may hint. */
const MOST_SHOWN = 12;
const LEAST_LIKENESS_ALONE = 0.8;
const LEAST_LIKENESS = 0.15;
const MOST_EXAMPLES = 3;
/** Characters of an example. */
const EXAMPLE_LENGTH = 120;

function isTelling(group: ConsideredGroup): boolean {
  if (group.isTaken) return true;
  const { likeness, answers, options } = group.evidence;
  const sign = Math.max(likeness, answers, options);
  return group.members.filter(canAsk).length >= 2 ? sign >= LEAST_LIKENESS : likeness >= LEAST_LIKENESS_ALONE;
}

/** The more lines that look like questions or are answered, the more there is to decide. */
function weight({ evidence, members }: ConsideredGroup): number {
  return members.length * (evidence.likeness + evidence.answers + evidence.options);
}

function describe(group: ConsideredGroup, leads: ReadonlySet<number>, survey: Survey): ReadingAlternative {
  const { id, evidence, isTaken } = group;
  const [first] = group.members;
  const eligible = group.members.filter((member) => (isTaken ? leads.has(member.index) : canAsk(member)));
  const title = survey.lines[group.section ?? -1]?.text ?? '';
  return {
    id,
    carrier: first?.carrier ?? 'line',
    level: Math.max(1, first?.level ?? 1),
    ...(title === '' ? {} : { section: title }),
    count: eligible.length,
    likeness: evidence.likeness,
    isTaken,
    examples: eligible.slice(0, MOST_EXAMPLES).map(({ index }) => ({
      line: index + 1,
      text: (survey.lines[index]?.source.trim() ?? '').slice(0, EXAMPLE_LENGTH),
    })),
  };
}

/** The groups of lines that carry questions or could, the most telling first; see `ReadingAlternative`. */
export function listAlternatives(
  { groups, leads }: Pick<Structure, 'groups' | 'leads'>,
  survey: Survey,
): ReadingAlternative[] {
  const taken = new Set(leads.map((lead) => lead.candidate.index));
  return groups
    .filter(isTelling)
    .sort((a, b) => weight(b) - weight(a))
    .map((group) => describe(group, taken, survey))
    .filter((alternative) => alternative.count > 0)
    .slice(0, MOST_SHOWN);
}
