import type { QuestionKind } from '../model';
import type { OptionRun } from './option-runs';

/** What a person said about one question. */
export interface Wishes {
  /** A person said that it begins here. */
  isBegun?: boolean;
  /** Line index at which its answer begins. */
  answerAt?: number;
  kind?: QuestionKind;
  /** The options to be read when `kind` is 'choice'. */
  options?: OptionRun;
}
