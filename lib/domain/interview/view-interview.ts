import { allowedIntents } from './rules';
import {
  type AnswerState,
  findAnswer,
  gradedWith,
  type InterviewState,
  type QuestionState,
  questionOnStage,
} from './state';
import type { AnswerView, AskedQuestionView, CritiqueView, InterviewView, ReferenceView } from './view';
import { viewOtherReferences } from './view-reference';

/** What is being worked on right now; a grade that nobody works on was interrupted. */
export interface ViewContext {
  /** Answers whose grade, critique or follow-up is being made. */
  working: ReadonlySet<string>;
}

/** An interview in which nothing is being worked on. */
export const AT_REST: ViewContext = { working: new Set() };

const INTERRUPTED = 'Grading was interrupted. The answer is stored; grade it again.';

/** Everything a page needs to draw or resume an interview; the reference only once the person may see it. */
export function viewInterview(state: InterviewState, context: ViewContext = AT_REST): InterviewView {
  const stage = questionOnStage(state);
  return {
    id: state.id,
    mode: state.mode,
    language: state.language,
    status: state.finishedAt === null ? 'active' : 'finished',
    createdAt: state.createdAt,
    finishedAt: state.finishedAt,
    scope: state.scope,
    limit: state.limit,
    seed: state.seed,
    ...(state.minutes !== undefined && state.endsAt !== null
      ? { budget: { minutes: state.minutes, endsAt: state.endsAt } }
      : {}),
    questions: state.questions.map((question) => viewQuestion(state, question, context)),
    current: stage?.index ?? null,
    awaits: whatComesNext(state, context),
    allowedIntents: allowedIntents(state),
    version: state.version,
  };
}

/** What the interview waits for. */
export function whatComesNext(state: InterviewState, { working }: ViewContext): InterviewView['awaits'] {
  if (state.finishedAt !== null) return working.size > 0 ? 'grade' : 'report';
  const question = questionOnStage(state);
  if (!question) return 'next';
  if (question.answers.some(({ id }) => working.has(id))) return 'grade';
  if (question.pendingFollowUp) return 'follow-up';
  return question.answers.length > 0 ? 'next' : 'answer';
}

/** A question as a page may show it. */
export function viewQuestion(
  state: InterviewState,
  asked: QuestionState,
  context: ViewContext = AT_REST,
): AskedQuestionView {
  const { question, pendingFollowUp } = asked;
  const isReferenceOpen =
    asked.isReferenceSeen ||
    state.finishedAt !== null ||
    (state.mode === 'practice' && asked.answers.some((answer) => answer.grade));
  return {
    index: asked.index,
    questionId: question.id,
    kind: question.kind,
    stem: question.stem,
    ...(question.context === undefined ? {} : { context: question.context }),
    ...(question.options ? { options: question.options } : {}),
    topics: question.topics,
    ...(question.difficulty === undefined ? {} : { difficulty: question.difficulty }),
    status: asked.status,
    messages: asked.messages,
    answers: asked.answers.map((answer) => viewAnswer(state, asked, answer, context)),
    hintsSeen: asked.hintsSeen,
    referenceSeen: asked.isReferenceSeen,
    ...(isReferenceOpen ? { reference: referenceOf(asked) } : {}),
    ...(pendingFollowUp
      ? {
          pendingFollowUp: {
            number: pendingFollowUp.number,
            text: pendingFollowUp.text,
            about: pendingFollowUp.about,
          },
        }
      : {}),
  };
}

function referenceOf({ question }: QuestionState): ReferenceView {
  const { answer, explanation, correct, documentName, documentId, lines, referenceDoubts } = question;
  const doubt = referenceDoubts?.[0]?.reason;
  return {
    answer,
    ...(explanation === undefined ? {} : { explanation }),
    ...(correct === undefined ? {} : { correct }),
    document: documentName,
    documentId,
    lines,
    ...(doubt === undefined ? {} : { doubt }),
    ...viewOtherReferences(question),
  };
}

function viewAnswer(
  state: InterviewState,
  question: QuestionState,
  answer: AnswerState,
  context: ViewContext,
): AnswerView {
  const holderId = state.mode === 'mock' ? gradedWith(question, answer.id) : answer.id;
  const holder = findAnswer(state, holderId)?.answer ?? answer;
  const critique = holder.grade ? viewCritique(holder, context) : undefined;
  return {
    id: answer.id,
    text: answer.text,
    attempt: answer.attempt,
    ...(answer.followUp === undefined ? {} : { followUp: answer.followUp }),
    ...(holderId === answer.id ? {} : { gradedWith: holderId }),
    ...gradeState(state, holder, context),
    ...(holder.estimate ? { estimate: holder.estimate } : {}),
    ...(critique ? { critique } : {}),
    hintsSeen: answer.hintsSeen,
    countsInAverage: !answer.isReferenceSeen,
    at: answer.at,
  };
}

function gradeState(
  state: InterviewState,
  answer: AnswerState,
  { working }: ViewContext,
): Pick<AnswerView, 'state' | 'grade' | 'ungraded'> {
  if (answer.isPending && working.has(answer.id)) return { state: 'grading' };
  if (answer.grade) return { state: 'graded', grade: answer.grade };
  if (answer.ungraded) return { state: 'ungraded', ungraded: answer.ungraded };
  if (state.mode === 'mock' && state.finishedAt === null) return { state: 'held' };
  return { state: 'ungraded', ungraded: { reason: 'interrupted', message: INTERRUPTED } };
}

function viewCritique(answer: AnswerState, { working }: ViewContext): CritiqueView {
  if (answer.critique?.state === 'done') return answer.critique;
  if (working.has(answer.id)) return { text: '', state: 'pending' };
  return answer.critique ?? { text: '', state: 'cut' };
}
