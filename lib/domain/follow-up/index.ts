export type { Excerpt, ExplainedTerm } from './clarify';
export { excerptAround, termsToExplain, writeClarification } from './clarify';
export { writeDiscussion } from './discuss';
export type { FollowUp, FollowUpRequest } from './follow-up';
export { choosePointToProbe, isLeakFree, MAX_FOLLOW_UPS, writeFollowUp } from './follow-up';
export type { HintRequest, HintStep } from './hint';
export { blankKeyTerms, writeHint } from './hint';
export { findLeak } from './leak';
