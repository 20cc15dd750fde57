export type { ChosenFollowUp, Command, Effect, Saying, Transition } from './commands';
export { difficultyShift } from './difficulty';
export type * from './events';
export { foldInterview } from './evolve';
export { detectIntent } from './intent';
export { latestGraded, makeReport, summarise } from './report';
export { writeReport } from './report-markdown';
export { revealReference } from './reveal';
export {
  type AnswerState,
  findAnswer,
  type InterviewState,
  isTimeUp,
  type QuestionState,
  questionOnStage,
} from './state';
export { findSaid, type InterviewStreamEvent, type ProgressStep, replay, streamEventsOf } from './stream';
export { startInterview, transition } from './transition';
export { allTurns, turnsOf } from './turns';
export type * from './view';
export { INTENTS } from './view';
export { AT_REST, type ViewContext, viewInterview, whatComesNext } from './view-interview';
