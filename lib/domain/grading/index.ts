export { type AuditFault, auditPrompt, faultsFrom } from './audit.prompt';
export { type Calibration, calibrated, fitCalibration } from './calibration';
export { type ChoiceReading, gradeChoice } from './choice';
export { critiquePrompt } from './critique.prompt';
export { notingDoubts } from './doubted-reference';
export { DoubtFinder, type FoundDoubt } from './doubts/find-doubts';
export { findQuote } from './evidence';
export {
  givesReasons,
  gradeFromChoice,
  gradeFromVerdicts,
  isEmptyAnswer,
  nothingSaid,
} from './grade-from-verdicts';
export { languageName, oneLine, type PointedTask } from './grading-prompt';
export { deriveKeyPoints } from './key-points/derive';
export { keyPointsFrom, keyPointsPrompt } from './key-points.prompt';
export type * from './model';
export type { ConceptGroups } from './offline/concepts';
export { writeOfflineCritique } from './offline/critique';
export { gradeOffline, type OfflineOptions } from './offline/grade-offline';
export { authoredPoints, referenceOf, referencesOf, rubricBasis, taskOf } from './question-task';
export { type Disagreement, disagreements } from './references/disagreements';
export { gradeFromReferences } from './references/grade-from-references';
export { joinPoints } from './references/join-points';
export { bandOf } from './score';
export { verdictsPrompt } from './verdicts.prompt';
export { namesAnyPoint, type VerifiedVerdicts, verifyVerdicts } from './verify-verdicts';
