import type { Grade, GradeOutcome, LookOutcome, WordingComparison } from '../grading';
import type { Question } from '../question-bank';
import type { Contested, InterviewEvent, Overridden, Regrade, Replied, Said } from './events';
import type { InterviewState } from './state';
import type { MessageView } from './view';

/** What the person sends. `text` may be empty except for answer, clarify and discuss. */
export type Saying = Omit<Said, 'type' | 'at'>;

/** An objection to a verdict, with words. */
export type Contesting = Omit<Contested, 'type' | 'at' | 'machine'>;
/** The person's own verdict, or null to take it back. */
export type Overriding = Omit<Overridden, 'type' | 'at' | 'machine'>;

interface ChosenFollowUp {
  text: string;
  about: string;
  pointIds: string[];
  origin: MessageView['origin'];
}

/** What may happen to an interview: the person says something, work that was asked for is done, the time runs out. */
export type Command =
  | { type: 'say'; message: Saying }
  | { type: 'put-question'; question: Question | null; messageId: string; cause?: string }
  | { type: 'record-grade'; answerId: string; outcome: GradeOutcome; question?: Question; cause?: string }
  | { type: 'contest'; appeal: Contesting }
  | { type: 'record-look'; answerId: string; cause: string; outcome: LookOutcome }
  | { type: 'override'; override: Overriding }
  | { type: 'record-comparison'; answerId: string; against: string; comparison: WordingComparison }
  | { type: 'record-estimate'; answerId: string; grade: Grade; cause?: string }
  | { type: 'record-critique'; answerId: string; text: string; state: 'done' | 'cut'; cause?: string }
  | {
      type: 'put-follow-up';
      answerId: string;
      messageId: string;
      followUp: ChosenFollowUp | null;
      cause?: string;
    }
  | { type: 'record-reply'; reply: Omit<Replied, 'type' | 'at'> }
  | { type: 'expire' };

/** Work to be done outside, as data; its result comes back as a command. `cause` is the message that asked for it. */
export type Effect =
  | { type: 'choose-question'; cause?: string }
  | { type: 'grade'; answerId: string; cause?: string; regrade?: Regrade }
  | { type: 'look-again'; answerId: string; cause: string }
  | { type: 'estimate'; answerId: string; cause?: string }
  | { type: 'critique'; answerId: string; cause?: string }
  | { type: 'follow-up'; answerId: string; number: number; cause?: string }
  | { type: 'hint'; step: 1 | 2 | 3; cause: string }
  | { type: 'reveal'; cause: string }
  | { type: 'clarify'; text: string; cause: string }
  | { type: 'discuss'; text: string; cause: string };

export interface Transition {
  state: InterviewState;
  events: InterviewEvent[];
  effects: Effect[];
}
