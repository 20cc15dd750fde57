import { type Slice, sentencesOf } from '../key-points/sentences';

/** The two kinds of verdict a question may ask for: whether something is true, and whether something can be done. */
export interface Judgement {
  kind: 'truth' | 'ability';
  value: boolean;
}

const OPENING = String.raw`^[\s\p{P}]*(?:答(?:案)?[:：]?|我(?:觉得|认为|感觉)|应该)?[\s，,]*(?:(?:该|这个?|此|上述|以上|题目|题干)?(?:叙述|说法|观点|结论|判断|描述|命题)?(?:应该|应当)?(?:是|为)?)?[\s：:，,]*`;
const JUDGEMENTS: readonly (readonly [RegExp, Judgement])[] = [
  [
    new RegExp(`${OPENING}(?:错误|不正确|不对|错|否|不成立|不是(?=$|[\\s\\p{P}]))`, 'u'),
    { kind: 'truth', value: false },
  ],
  [
    new RegExp(`${OPENING}(?:正确|对(?=的|$|[\\s\\p{P}])|是的|成立|没错)`, 'u'),
    { kind: 'truth', value: true },
  ],
  [
    new RegExp(`${OPENING}(?:不可以|不能|不行|不会|不需要|不应该|无法|没有(?=$|[\\s\\p{P}]))`, 'u'),
    { kind: 'ability', value: false },
  ],
  [
    new RegExp(
      `${OPENING}(?:可以|能够?|行(?=$|[\\s\\p{P}])|会(?=$|[\\s\\p{P}的])|需要|应该(?=$|[\\s\\p{P}]))`,
      'u',
    ),
    { kind: 'ability', value: true },
  ],
  [
    /^\W*(?:no|nope|false|incorrect|wrong|(?:this|that|it)(?:'s| is| does| statement is)(?:n't| not| false| incorrect| wrong))\b/iu,
    { kind: 'truth', value: false },
  ],
  [
    /^\W*(?:yes|yeah|true|correct|right|(?:this|that|it)(?:'s| is| statement is) (?:true|correct|right))\b/iu,
    { kind: 'truth', value: true },
  ],
];

/** The verdict that a text opens with, or null when it opens otherwise. */
export function judgementOf(text: string): Judgement | null {
  return JUDGEMENTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Questions that ask for a verdict: their reference opens with it. */
export function asksForJudgement(question: string): boolean {
  return /判断|是否|对吗|对不对|正确吗|正确与否|能否|可否|能不能|会不会|是不是|吗[？?]?\s*$|true or false|^(?:is|are|does|do|can|should|will|did|was|were)\b|\b(?:does|is|can|should) (?:this|that|it|the)\b/iu.test(
    question,
  );
}

/** Sentences among which the verdict is looked for: who thinks aloud first comes to it a little later. */
const VERDICT_WITHIN = 4;

/** The first verdict of one kind that an answer comes to, with the sentence that says it; null when it gives none. */
export function verdictIn(
  answer: string,
  kind: Judgement['kind'],
): { judgement: Judgement; sentence: Slice } | null {
  for (const sentence of sentencesOf(answer).slice(0, VERDICT_WITHIN)) {
    const judgement = judgementOf(answer.slice(sentence.start, sentence.end));
    if (judgement?.kind === kind) return { judgement, sentence };
  }
  return null;
}
