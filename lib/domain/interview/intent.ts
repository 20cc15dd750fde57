import {
  ADDS,
  ADMITS,
  ASKS_FOR_MORE,
  ASKS_MEANING,
  COMPLAINS,
  clausesOf,
  GUESS,
  orderOf,
  PLAIN_QUESTION,
  QUESTION_WORD,
} from './intent-words';
import { allowedIntents } from './rules';
import { type InterviewState, questionOnStage } from './state';
import type { Intent } from './view';

/** Where in the interview something is said. */
export interface Situation {
  isChoice: boolean;
  /** Whether one can talk about the question already: it was graded, or its reference shown. */
  isDiscussable: boolean;
  /** A follow-up is waiting for its reply. */
  isReplying: boolean;
  hasAnswered: boolean;
}

/** Characters. What is said to the examiner is short; a longer text that ends with a question is an answer all the same. */
const LONGEST_ASIDE = 80;
/** Without a question mark, a text of several sentences that ends like a question is most likely an answer. */
const LONGEST_UNMARKED = 40;

/** A choice by its letter, with or without words around it. */
const PICKS = /^(我|应该|可能|大概|答案|觉得|是|选择?|就|\s)*[a-h]([\s,，、.)和及]*[a-h])*([^a-z]|$)/;

/**
 * What a person most likely wants with a text: rules only. Orders are understood when nothing else is said with them;
 * whoever asks what the question means gets it explained, questions and complaints after the grade are discussed, and
 * everything else, guesses put as questions too, is an answer.
 */
export function readIntent(text: string, situation: Situation): Intent {
  const said = text.normalize('NFKC').trim().toLowerCase().replaceAll('’', "'");
  if (said.length > LONGEST_ASIDE) return 'answer';
  const clauses = clausesOf(said);
  const order = orderOf(clauses);
  if (order === 'skip' && situation.hasAnswered && !situation.isReplying) return 'next';
  if (order) return order;
  const isPicking = situation.isChoice && PICKS.test(said);
  if (isPicking) return 'answer';
  const isMarked = /[?]\s*$/.test(said);
  const last = clauses.at(-1) ?? '';
  const isShort = said.length <= LONGEST_UNMARKED;
  const { isDiscussable, isReplying } = situation;
  // The ask stands at the end; what is asked about may stand before it (“题目里的秩，是什么意思”).
  if ((isMarked || isShort) && ASKS_MEANING.test(last))
    return isDiscussable && !isReplying ? 'discuss' : 'clarify';
  const isGuess = GUESS.test(last) && !/问/.test(last);
  const isPlain = isShort && PLAIN_QUESTION.test(last) && !ADMITS.test(last);
  if (!isDiscussable)
    return (isMarked ? QUESTION_WORD.test(last) : isPlain) && !isGuess ? 'clarify' : 'answer';
  const isAside = !ADDS.test(said) && (COMPLAINS.test(said) || (isShort && ASKS_FOR_MORE.test(last)));
  const isQuestion = (isMarked || isPlain) && !(isGuess && isReplying) && !last.endsWith('吧');
  return isAside || isQuestion ? 'discuss' : 'answer';
}

/** Whether a text finds the grade wrong, or says that something was said. */
export function complainsOfGrade(text: string): boolean {
  const said = text.normalize('NFKC').trim().toLowerCase().replaceAll('’', "'");
  return said.length <= LONGEST_ASIDE && COMPLAINS.test(said);
}

/** What a person most likely wants with a text that came without an intent. */
export function detectIntent(text: string, state: InterviewState): Intent {
  const stage = questionOnStage(state);
  return readIntent(text, {
    isChoice: stage?.question.kind === 'choice',
    isDiscussable: allowedIntents(state).includes('discuss'),
    isReplying: (stage?.pendingFollowUp ?? null) !== null,
    hasAnswered: (stage?.answers.length ?? 0) > 0,
  });
}
