import { compareVerdicts, type Grader, isSameSubject, type Verdict } from '../grading';
import type { Contested, InterviewEvent, LookedAgain, Overridden } from './events';

/** What a person objected to in the verdicts of one grader. */
export interface AppealTally {
  /** `offline` or the model's name. */
  grader: string;
  /** Answers it graded, each once, and its verdicts on them: one a key point and one a false claim. */
  answers: number;
  verdicts: number;
  /** Verdicts that the person contested with words. */
  contested: number;
  /** Contested ones that a second look made better. */
  bettered: number;
  /** Verdicts in whose place the person put another, and did not take it back. */
  overridden: { machine: Verdict; person: Verdict }[];
}

/** Counts what happened, by grader, in the order in which graders appear. `events`: those of all interviews, in order. */
export function tallyAppeals(events: readonly InterviewEvent[]): AppealTally[] {
  const graded = lastGrades(events);
  const contested = events.filter((event) => event.type === 'contested');
  const looks = events.filter((event) => event.type === 'second-look');
  const overridden = lastOverrides(events.filter((event) => event.type === 'overridden'));
  const names = new Set(
    [...graded.map(({ grader }) => grader), ...[...contested, ...overridden].map(byMachine)].map(nameOf),
  );
  return [...names].map((grader) => {
    const grades = graded.filter((grade) => nameOf(grade.grader) === grader);
    const appeals = contested.filter((event) => nameOf(byMachine(event)) === grader);
    return {
      grader,
      answers: grades.length,
      verdicts: grades.reduce((sum, { points, falseClaims }) => sum + points.length + falseClaims.length, 0),
      contested: appeals.filter((appeal, index) => !appeals.slice(0, index).some(isSameAs(appeal))).length,
      bettered: appeals.filter((appeal) => looks.some((look) => betters(look, appeal))).length,
      overridden: overridden
        .filter((event) => nameOf(byMachine(event)) === grader)
        .flatMap(({ machine, verdict }) =>
          verdict && verdict !== machine.verdict ? [{ machine: machine.verdict, person: verdict }] : [],
        ),
    };
  });
}

function nameOf({ kind, model }: Pick<Grader, 'kind' | 'model'>): string {
  return kind === 'offline' ? 'offline' : (model ?? kind);
}

function byMachine({ machine }: Contested | Overridden): Pick<Grader, 'kind' | 'model'> {
  return machine.grader;
}

/** One grade of an answer by each grader, the latest; what a second look changed is not the machine's first word. */
function lastGrades(events: readonly InterviewEvent[]) {
  const last = new Map(
    events.flatMap((event) => {
      const isGrade = (event.type === 'graded' && !event.isRevised) || event.type === 'estimated';
      return isGrade ? [[`${event.answerId} ${nameOf(event.grade.grader)}`, event.grade] as const] : [];
    }),
  );
  return [...last.values()];
}

/** The latest override of a verdict counts. */
function lastOverrides(overrides: readonly Overridden[]): Overridden[] {
  return overrides.filter((event, index) => !overrides.slice(index + 1).some(isSameAs(event)));
}

function isSameAs(event: Contested | Overridden): (other: Contested | Overridden) => boolean {
  return (other) => other.answerId === event.answerId && isSameSubject(other.subject, event.subject);
}

function betters({ cause, outcome }: LookedAgain, { messageId, machine }: Contested): boolean {
  return (
    cause === messageId &&
    outcome.state === 'looked' &&
    compareVerdicts(machine.verdict, outcome.look.verdict) > 0
  );
}
