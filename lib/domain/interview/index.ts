export { type AppealTally, tallyAppeals } from './appeal-tally';
export { personalGrade } from './appeals';
export { attemptsIn, lastBands, type QuestionAttempt } from './attempts';
export type { Command, Contesting, Effect, Overriding, Saying } from './commands';
export { difficultyShift } from './difficulty';
export type * from './events';
export { foldInterview } from './evolve';
export { complainsOfGrade, detectIntent, readIntent, type Situation } from './intent';
export { attemptBefore, latestGraded, makeReport, summarise } from './report';
export { writeReport } from './report-markdown';
export { revealReference } from './reveal';
export {
  findAnswer,
  type InterviewState,
  isTimeUp,
  type QuestionState,
  questionOnStage,
} from './state';
export { findSaid, findStored, type InterviewStreamEvent, replay, streamEventsOf } from './stream';
export { startInterview, transition } from './transition';
export { allTurns, turnsOf } from './turns';
export type * from './view';
export { INTENTS } from './view';
export { AT_REST, INTERRUPTED, type ViewContext } from './view-answer';
export { viewInterview, whatComesNext } from './view-interview';
export type * from './view-recourse';
