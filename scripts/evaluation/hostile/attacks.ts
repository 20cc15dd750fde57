import { shuffle } from '../random';
import { negate } from './negate';
import { CHINESE_NEGATION, ENGLISH_NEGATION } from './negation-rules';
import { ORDERS } from './orders';

export const ATTACK_KINDS = [
  'echo',
  'order',
  'other-reference',
  'negated-reference',
  'five-references',
  'word-salad',
] as const;
export type AttackKind = (typeof ATTACK_KINDS)[number];

/** An answer that deserves nothing. */
export interface Attack {
  kind: AttackKind;
  text: string;
}

export interface Target {
  question: string;
  /** The question's own. */
  reference: string;
  /** Those of other questions of the set. */
  others: readonly string[];
}

/** A reference with fewer letters keeps its meaning when it is shuffled, so no salad is made of it. */
const FEWEST_LETTERS = 12;
const OTHERS_PASTED = 4;
const SEPARATORS = /[\s\p{P}]/gu;

/** The hostile answers to one question; the same seed gives the same ones. A kind that cannot be made is left out. */
export function attacksOn({ question, reference, others }: Target, seed: number): Attack[] {
  const isChinese = /\p{Script=Han}/u.test(question + reference);
  const pasted = shuffle(others, seed).slice(0, OTHERS_PASTED);
  const negated = negate(reference, isChinese ? CHINESE_NEGATION : ENGLISH_NEGATION);
  const texts: Record<AttackKind, (string | null | undefined)[]> = {
    echo: [question, `${isChinese ? '关于这个问题：' : 'The question was: '}${question} ${question}`],
    order: shuffle(ORDERS[isChinese ? 'zh' : 'en'], seed).slice(0, 1),
    'other-reference': pasted.slice(0, 1),
    'negated-reference': [negated],
    'five-references':
      pasted.length < OTHERS_PASTED ? [] : [shuffle([reference, ...pasted], seed).join('\n')],
    'word-salad': saladsOf(question, reference, isChinese, seed),
  };
  return ATTACK_KINDS.flatMap((kind) => texts[kind].flatMap((text) => (text ? [{ kind, text }] : [])));
}

/** Chinese: the reference's characters, and its pairs of characters. English: its words, and those of the question with them. */
function saladsOf(question: string, reference: string, isChinese: boolean, seed: number): string[] {
  const letters = reference.replace(SEPARATORS, '');
  if ([...letters].length < FEWEST_LETTERS) return [];
  if (isChinese)
    return [shuffle([...letters], seed).join(''), shuffle(letters.match(/.{1,2}/gu) ?? [], seed).join('')];
  const words = reference.split(/\s+/);
  return [shuffle(words, seed).join(' '), shuffle([...words, ...question.split(/\s+/)], seed).join(' ')];
}
