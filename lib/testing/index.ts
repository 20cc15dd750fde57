export { type RunningServer, removeDataDir, startServer } from './app-server';
export { type Attack, attackSuite } from './attack-suite';
export {
  aChoiceQuestion,
  aDocumentChange,
  aPassage,
  aQuestion,
  aReading,
  aReadQuestion,
  aRubric,
  countingIds,
  fixedClock,
  TEST_TIME,
} from './builders';
export {
  gradeByWords,
  threePointRubric,
} from './fake-examiner';
export {
  type BenchOptions,
  collect,
  DISTINCT,
  gate,
  type InterviewBench,
  interviewBench,
} from './interview-bench';
export { lineReader } from './line-reader';
export { type HubBehaviour, type HubRequest, type ModelHub, startModelHub } from './model-hub-server';
export { type Behaviour, behave, type ChatBody, type RecordedRequest } from './openai/behaviours';
export { obedientScript } from './openai/obedient';
export {
  honestScript,
  type Refusals,
  type Script,
  type ScriptedOpenAi,
  type ScriptedOpenAiOptions,
  startScriptedOpenAi,
} from './scripted-openai-server';
