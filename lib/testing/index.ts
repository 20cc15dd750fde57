export { freePort, type RunningServer, removeDataDir, startServer, temporaryDataDir } from './app-server';
export {
  aChoiceQuestion,
  aDocument,
  aDocumentChange,
  aKeyPoint,
  aPassage,
  aQuestion,
  aReading,
  aReadQuestion,
  aRubric,
  countingIds,
  fixedClock,
  TEST_TIME,
} from './builders';
export { lineReader } from './line-reader';
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
