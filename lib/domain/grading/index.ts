export { compareGrades, type GradeComparison } from './appeal/compare-grades';
export {
  type AppealSubject,
  compareVerdicts,
  isSameSubject,
  reviseGrade,
  type VerdictChange,
} from './appeal/revise';
export {
  contestedIn,
  type LookOutcome,
  lookAgainOffline,
  type SecondLook,
  verifyLook,
} from './appeal/second-look';
export { appealPrompt } from './appeal.prompt';
export { type AuditFault, auditPrompt, faultsFrom } from './audit.prompt';
export { type Calibration, calibrated, FEWEST_PAIRS, fitCalibration } from './calibration';
export { withChecks } from './checks/derive-checks';
export { type ChoiceReading, gradeChoice, hasKey } from './choice';
export {
  agreedComparison,
  type Change,
  comparePrompt,
  type WordingComparison,
  type WordingOutcome,
} from './compare.prompt';
export { critiquePrompt } from './critique.prompt';
export { notingDoubts } from './doubted-reference';
export { DoubtFinder, type FoundDoubt } from './doubts/find-doubts';
export { findQuote } from './evidence';
export {
  givesReasons,
  gradeFromChoice,
  isEmptyAnswer,
  nothingSaid,
} from './grade-from-verdicts';
export { languageName, oneLine, type PointedTask } from './grading-prompt';
export { deriveKeyPoints } from './key-points/derive';
export { namesDefinedIn, withNames } from './key-points/names';
export { keyPointsFrom, keyPointsPrompt } from './key-points.prompt';
export type * from './model';
export type { ConceptGroups } from './offline/concepts';
export { writeOfflineCritique } from './offline/critique';
export { gradeOffline } from './offline/grade-offline';
export type { OfflineOptions } from './offline/grade-open';
export { authoredPoints, referenceOf, referencesOf, rubricBasis, taskOf } from './question-task';
export { type Disagreement, disagreements } from './references/disagreements';
export { gradeFromReferences } from './references/grade-from-references';
export { joinPoints } from './references/join-points';
export { bandOf } from './score';
export { joinReplies } from './second-call/join-replies';
export { needsSecondCall } from './second-call/needs-second-call';
export { verdictsPrompt } from './verdicts.prompt';
export { namesAnyPoint, type VerifiedVerdicts, verifyVerdicts } from './verify-verdicts';
