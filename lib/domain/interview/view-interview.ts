import { allowedIntents } from './rules';
import { type InterviewState, type QuestionState, questionOnStage } from './state';
import type { AskedQuestionView, InterviewView } from './view';
import { AT_REST, type ViewContext, viewAnswer } from './view-answer';
import { viewReference } from './view-reference';

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
    ...(context.grader ? { grader: context.grader } : {}),
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
    ...(isReferenceOpen ? { reference: viewReference(question) } : {}),
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
