import { bandOf, type Grade } from '../grading';
import { personalGrade } from './appeals';
import type { AnswerState, InterviewState, QuestionState } from './state';
import type { InterviewSummary, ReportView, ReviewPoint, TopicResult } from './view';
import { AT_REST, type ViewContext } from './view-answer';
import { viewInterview } from './view-interview';

/** A topic is strong from this mean on: the lower edge of the band “good”. */
const STRONG_MEAN = 0.7;
const REVIEW_POINTS = 3;

interface Counted {
  question: QuestionState;
  grade: Grade;
  /** With the person's own verdicts, where they gave any. */
  personal: Grade | null;
}

/** The answer that counts for a question: the latest that has a grade. */
export function latestGraded(question: QuestionState): (AnswerState & { grade: Grade }) | null {
  const answer = question.answers.findLast(({ grade }) => grade !== undefined);
  return answer?.grade ? { ...answer, grade: answer.grade } : null;
}

/** The graded attempt before one; a reply to a follow-up and what it replies to are two of them. */
export function attemptBefore(question: QuestionState, answerId: string): AnswerState | null {
  const at = question.answers.findIndex(({ id }) => id === answerId);
  return question.answers.slice(0, Math.max(at, 0)).findLast(({ grade }) => grade !== undefined) ?? null;
}

/** The report of an interview, computed from its events alone. */
export function makeReport(state: InterviewState, context: ViewContext = AT_REST): ReportView {
  const view = viewInterview(state, context);
  const counted = state.questions.flatMap((question): Counted[] => {
    const answer = latestGraded(question);
    if (!answer || answer.isReferenceSeen) return [];
    return [{ question, grade: answer.grade, personal: personalGrade(answer, question.question.kind) }];
  });
  const topics = topicResults(state, counted);
  return {
    interview: view,
    overall: overallByGrader(counted),
    ...personalMeans(counted),
    topics,
    strong: topics
      .filter(({ meanScore }) => meanScore !== null && meanScore >= STRONG_MEAN)
      .sort((a, b) => (b.meanScore ?? 0) - (a.meanScore ?? 0))
      .map(({ topic }) => topic),
    review: pointsToReview(state),
    ungraded: view.questions.flatMap(({ questionId, stem, answers }) => {
      const last = answers.at(-1);
      return last?.state === 'ungraded' && last.ungraded
        ? [{ questionId, stem, answerId: last.id, reason: last.ungraded.reason }]
        : [];
    }),
    skipped: view.questions
      .filter(({ status, answers }) => status === 'skipped' && answers.length === 0)
      .map(({ questionId, stem }) => ({ questionId, stem })),
  };
}

function mean(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** One mean per kind of grader: an offline estimate and a model's grade are different measures. */
function overallByGrader(counted: readonly Counted[]): ReportView['overall'] {
  return (['llm', 'offline'] as const).flatMap((grader) => {
    const scores = counted
      .filter(({ grade }) => grade.grader.kind === grader)
      .map(({ grade }) => grade.score);
    if (scores.length === 0) return [];
    const meanScore = mean(scores);
    return [{ grader, meanScore, band: bandOf(meanScore), answers: scores.length }];
  });
}

/** The person's own verdicts never enter the machine's mean; the mean with them stands beside it. */
function personalMeans(counted: readonly Counted[]): Pick<ReportView, 'personal'> {
  if (counted.every(({ personal }) => personal === null)) return {};
  return { personal: overallByGrader(counted.map((one) => ({ ...one, grade: one.personal ?? one.grade }))) };
}

/** The topic that a question is counted under: the innermost heading. */
function topicOf({ question }: QuestionState): string {
  return question.topics.at(-1) ?? question.documentName;
}

/** A topic's mean is that of the grader who graded more of it, the model when they graded the same number. */
function topicResults(state: InterviewState, counted: readonly Counted[]): TopicResult[] {
  const topics = [...new Set(state.questions.map(topicOf))];
  return topics.map((topic) => {
    const results = overallByGrader(counted.filter(({ question }) => topicOf(question) === topic));
    const most = [...results].sort((a, b) => b.answers - a.answers)[0] ?? null;
    return {
      topic,
      asked: state.questions.filter((question) => topicOf(question) === topic).length,
      meanScore: most?.meanScore ?? null,
      band: most?.band ?? null,
      ...(most ? { grader: most.grader } : {}),
    };
  });
}

const URGENCY = { contradicted: 0, missing: 1, partial: 2 } as const;

interface OpenPoint extends ReviewPoint {
  weight: number;
}

/** Core points not covered; of a choice question that was answered wrongly, the right option. */
function openPoints(asked: QuestionState): OpenPoint[] {
  const grade = latestGraded(asked)?.grade;
  const { question } = asked;
  if (!grade) return [];
  const source = { questionId: question.id, stem: question.stem };
  const { choice } = grade;
  const right = choice?.correct ?? question.correct;
  if (question.kind === 'choice' && right !== undefined && !choice?.isRight) {
    const verdict = choice?.chosen ? 'contradicted' : 'missing';
    return [{ ...source, point: rightOptions(question, right), isChoice: true, verdict, weight: 1 }];
  }
  return grade.points.flatMap(({ core, verdict, point, weight }) =>
    core && verdict !== 'covered' ? [{ ...source, point, verdict, weight }] : [],
  );
}

function rightOptions({ options = [], answer }: QuestionState['question'], right: string): string {
  const named = options.filter(({ label }) => right.includes(label));
  return named.length > 0
    ? named.map(({ label, text }) => `${label}. ${text}`).join('\n\n')
    : `${right}. ${answer}`;
}

/** What was said wrongly first, then what was not said, heavier points first; one point a question before a second. */
function pointsToReview(state: InterviewState): ReviewPoint[] {
  const perQuestion = state.questions.map((question) =>
    openPoints(question).sort((a, b) => URGENCY[a.verdict] - URGENCY[b.verdict] || b.weight - a.weight),
  );
  const ranked = perQuestion.flatMap((points) => points.map((point, rank) => ({ point, rank })));
  return ranked
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        URGENCY[a.point.verdict] - URGENCY[b.point.verdict] ||
        b.point.weight - a.point.weight,
    )
    .slice(0, REVIEW_POINTS)
    .map(({ point: { weight: _, ...point } }) => point);
}

/** One line of the list of interviews. */
export function summarise(state: InterviewState): InterviewSummary {
  return {
    id: state.id,
    mode: state.mode,
    status: state.finishedAt === null ? 'active' : 'finished',
    createdAt: state.createdAt,
    finishedAt: state.finishedAt,
    asked: state.questions.length,
    limit: state.limit,
    bands: state.questions.map((question) => latestGraded(question)?.grade.band ?? null),
    topics: [...new Set(state.questions.map(topicOf))],
    review: pointsToReview(state),
  };
}
