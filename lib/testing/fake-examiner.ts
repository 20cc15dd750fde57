import type {
  Grade,
  GradeOutcome,
  GradingTask,
  LookOutcome,
  Rubric,
  Verdict,
  WordingOutcome,
} from '../domain/grading';
import type { Question } from '../domain/question-bank';
import type { Appeal, Examiner, FollowUpProposal, ReplyEvent, TextEvent } from '../ports';

/** What a fake examiner says. Whatever a test does not set throws when it is called. */
export interface FakeExaminerScript {
  rubric?: (question: Question) => Rubric | Promise<Rubric>;
  grade?: (task: GradingTask, signal?: AbortSignal) => GradeOutcome | Promise<GradeOutcome>;
  estimate?: (task: GradingTask) => Grade;
  lookAgain?: (task: GradingTask, appeal: Appeal) => LookOutcome | Promise<LookOutcome>;
  compareWording?: () => WordingOutcome | Promise<WordingOutcome>;
  critique?: (grade: Grade, signal?: AbortSignal) => AsyncIterable<TextEvent>;
  hint?: (step: number, open: readonly string[]) => string;
  clarify?: (asked: string, signal?: AbortSignal) => AsyncIterable<ReplyEvent>;
  discuss?: (asked: string, signal?: AbortSignal) => AsyncIterable<ReplyEvent>;
  followUp?: (grade: Grade, asked: readonly string[], signal?: AbortSignal) => FollowUpProposal | null;
}

/** The text says which of a rubric's points it covers: a point is covered when the answer holds its words. */
export function gradeByWords(task: GradingTask, kind: 'offline' | 'llm' = 'offline'): Grade {
  const said = task.turns.map(({ text }) => text).join('\n');
  const points = (task.points ?? []).map(({ id, text, core, weight }) => {
    const verdict: Verdict = said.includes(text) ? 'covered' : 'missing';
    return {
      pointId: id,
      point: text,
      core,
      weight,
      verdict,
      quote: verdict === 'covered' ? text : null,
      note: '',
    };
  });
  const score =
    points.length === 0 ? 0 : points.filter(({ verdict }) => verdict === 'covered').length / points.length;
  const band = Math.round(score * 5) as Grade['band'];
  return { score, band, points, falseClaims: [], flags: [], grader: { kind } };
}

/** Three core points, each a word that an answer may hold. */
export function threePointRubric({ id }: Pick<Question, 'id'>): Rubric {
  const points = ['甲', '乙', '丙'].map((text, index) => ({
    id: `p${index + 1}`,
    text,
    weight: 1,
    core: true,
  }));
  return {
    id: `r_${id}`,
    questionId: id,
    points,
    source: 'authored',
    basisHash: 'basis',
    createdAt: '2026-01-01',
  };
}

async function* twoDeltas(text: string): AsyncGenerator<TextEvent> {
  yield { type: 'delta', text: text.slice(0, 2) };
  yield { type: 'delta', text: text.slice(2) };
  yield { type: 'end', state: 'complete' };
}

async function* reply(text: string): AsyncGenerator<ReplyEvent> {
  yield { type: 'delta', text };
  yield { type: 'end', state: 'complete', origin: 'offline', sources: [] };
}

/** An examiner that behaves: points found by their words, follow-ups on the first point that is missing. */
export const OBEDIENT: Required<FakeExaminerScript> = {
  rubric: threePointRubric,
  grade: (task) => ({ state: 'graded', grade: gradeByWords(task) }),
  estimate: (task) => gradeByWords(task),
  lookAgain: (_, { words }) => ({
    state: 'looked',
    look: { verdict: 'covered', quote: words, reason: '说到了。', grader: { kind: 'offline' } },
  }),
  compareWording: () => ({ state: 'failed', reason: 'configuration', message: 'No model.' }),
  critique: (grade) => twoDeltas(`说到了${grade.points.filter(({ quote }) => quote !== null).length}点。`),
  hint: (step) => `提示${step}`,
  clarify: (asked) => reply(`解释：${asked}`),
  discuss: (asked) => reply(`讨论：${asked}`),
  followUp: (grade, asked) => {
    const gap = grade.points.find(
      ({ pointId, verdict }) => verdict === 'missing' && !asked.includes(pointId),
    );
    if (!gap) return null;
    return {
      text: `还有什么？(${gap.pointId})`,
      about: '另一点',
      pointIds: [gap.pointId],
      origin: 'offline',
    };
  },
};

function unset(name: string): never {
  throw new Error(`the fake examiner was not told what to do for ${name}`);
}

/** An examiner that follows a script and fails loudly where the script is silent. */
export function fakeExaminer(script: FakeExaminerScript = {}): Examiner {
  return {
    rubricFor: async (question) => (script.rubric ?? unset('rubric'))(question),
    grade: async (task, _, signal) => (script.grade ?? unset('grade'))(task, signal),
    estimate: (task) => (script.estimate ?? unset('estimate'))(task),
    grader: { kind: 'offline' },
    lookAgain: async (task, _, appeal) => (script.lookAgain ?? unset('lookAgain'))(task, appeal),
    compareWording: async () => (script.compareWording ?? unset('compareWording'))(),
    critique: (_, grade, __, signal) => (script.critique ?? unset('critique'))(grade, signal),
    hint: async (_, step, open) => ({ text: (script.hint ?? unset('hint'))(step, open), origin: 'offline' }),
    clarify: (_, asked, signal) => (script.clarify ?? unset('clarify'))(asked, signal),
    discuss: (_, asked, signal) => (script.discuss ?? unset('discuss'))(asked, signal),
    followUp: async (_, grade, asked, signal) => (script.followUp ?? unset('followUp'))(grade, asked, signal),
  };
}
