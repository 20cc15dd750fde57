import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { isTalk } from './fillers';

/** The two kinds of verdict a question may ask for: whether something is true, and whether something can be done. */
export interface Judgement {
  kind: 'truth' | 'ability';
  value: boolean;
}

const OPENING = String.raw`^[\s\p{P}]*(?:好的?[\s，,]+)?(?:答(?:案)?[:：]?|我(?:觉得|认为|感觉)|应该)?[\s，,]*(?:(?:该|这个?|此|上述|以上|题目|题干)?(?:句话|叙述|说法|观点|结论|判断|描述|命题)?(?:应该|应当)?(?:是|为)?)?[\s：:，,]*`;
const OPENING_EN = String.raw`^[^\w\p{L}√✓✔☑✅×✗✘✖❌]*(?:(?:well|hmm|actually|so|ok|okay|alright)\W+)?(?:i(?:'d| would)? (?:think|believe|guess|say) (?:that )?|(?:the )?answer(?: is|:) ?|it(?:'s| is| must be) (?:definitely )?)?`;
/** Ticks and crosses are verdicts where they mark a statement, and signs of a calculation before a letter or digit. */
const YES_SIGN = '[√✓✔☑✅]';
const NO_SIGN = '[×✗✘✖❌]';
const SIGN = new RegExp(
  `^[\\s\\p{P}]*(?:${YES_SIGN}|${NO_SIGN})\\ufe0f?(?=$|[\\s\\p{P}\\p{Script=Han}])`,
  'u',
);
const JUDGEMENTS: readonly (readonly [RegExp, Judgement])[] = [
  [
    new RegExp(
      `${OPENING}(?:错误|不正确|不对|错|否|假(?=的?(?:$|[\\s\\p{P}]))|不成立|有误|(?:不是|不)(?=的?(?:$|[\\s\\p{P}])))|^[\\s\\p{P}]*${NO_SIGN}\\ufe0f?(?=$|[\\s\\p{P}\\p{Script=Han}])`,
      'u',
    ),
    { kind: 'truth', value: false },
  ],
  [
    new RegExp(
      `${OPENING}(?:正确(?!吗|与否)|(?:对|是|真)(?=的?(?:$|[\\s\\p{P}]))|对的|是的|成立|没错|无误)|^[\\s\\p{P}]*${YES_SIGN}\\ufe0f?(?=$|[\\s\\p{P}\\p{Script=Han}])`,
      'u',
    ),
    { kind: 'truth', value: true },
  ],
  [
    new RegExp(`${OPENING}(?:不可以|不能|不行|不会|不需要|不应该|无法|没有(?=$|[\\s\\p{P}]))`, 'u'),
    { kind: 'ability', value: false },
  ],
  [
    new RegExp(
      `${OPENING}(?:可以|能够?|行(?=$|[\\s\\p{P}])|(?:会|有)(?=$|[\\s\\p{P}的])|需要|应该(?=$|[\\s\\p{P}]))`,
      'u',
    ),
    { kind: 'ability', value: true },
  ],
  [
    new RegExp(
      `${OPENING_EN}(?:(?:no|nope|nah|false|incorrect|wrong|not (?:true|correct|right|really)|(?:this|that|it|the statement)(?:'s| is| does| statement is)(?:n't| not| false| incorrect| wrong))\\b|[fn](?=\\s*(?:$|[.,;:!)。，；：！）])))`,
      'iu',
    ),
    { kind: 'truth', value: false },
  ],
  [
    new RegExp(
      `${OPENING_EN}(?:(?:yes|yeah|yep|yup|true|correct|right|(?:this|that|it|the)(?:'s| is| statement is) (?:true|correct|right))\\b|[ty](?=\\s*(?:$|[.,;:!)。，；：！）])))`,
      'iu',
    ),
    { kind: 'truth', value: true },
  ],
];

/** The verdict that a text opens with, or null when it opens otherwise. */
export function judgementOf(text: string): Judgement | null {
  return readJudgement(text)?.judgement ?? null;
}

/** Characters, signs before them aside, that a verdict is looked for in. */
const LONGEST_OPENING = 120;

/** The verdict and where what follows it begins. */
function readJudgement(text: string): { judgement: Judgement; end: number } | null {
  const start = Math.max(0, text.search(/[^\s\p{P}]/u));
  const opening = halfWidth(text.slice(start, start + LONGEST_OPENING));
  for (const [pattern, judgement] of JUDGEMENTS) {
    const match = pattern.exec(opening);
    if (match) return { judgement, end: start + match[0].length };
  }
  return null;
}

/** Full-width letters as plain ones; the signs stay what they are. */
function halfWidth(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ]/g, (letter) => letter.normalize('NFKC'));
}

/** Whether a text opens with a tick or a cross: it holds no letter and says something all the same. */
export function isVerdictSign(text: string): boolean {
  return SIGN.test(text);
}

/** Letters that a verdict and nothing else has at most: "the statement is incorrect" aside, whose frame is taken off. */
const BARE =
  /^(?:(?:这|该|此)?(?:句话|个?说法|命题|题)?(?:是|为)?(?:对|错|是|否|真|假|不|不对|不是|正确|错误|不正确|没错|有误|无误|成立|不成立|可以|不可以|能|不能|会|不会|行|不行|有|没有|需要|不需要)的?|(?:(?:it|this|that|the statement) is )?(?:yes|no|true|false|correct|incorrect|right|wrong|t|f|y|n)|[√✓✔☑✅×✗✘✖❌]\ufe0f?)$/iu;

/** Whether a text is a verdict and gives no reason. */
export function isBareVerdict(text: string): boolean {
  const said = halfWidth(text)
    .replace(/^[\s\p{P}]*(?:答案?|answer)\s*[:：]/iu, '')
    .replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '');
  return BARE.test(said) && judgementOf(said) !== null;
}

/** Questions that ask for a verdict: their reference opens with it. */
export function asksForJudgement(question: string): boolean {
  return /判断|是否|对吗|对不对|正确吗|正确与否|能否|可否|能不能|会不会|是不是|吗[？?]?\s*$|true or false|^(?:is|are|does|do|can|should|will|did|was|were)\b|\b(?:does|is|can|should) (?:this|that|it|the)\b/iu.test(
    question,
  );
}

/** Sentences among which the verdict is looked for: who thinks aloud first comes to it a little later. */
const VERDICT_WITHIN = 4;

/**
 * The verdict of one kind that an answer comes to, with the sentence that says it; null when it gives none. The first one
 * that goes on to speak of the subject counts, else the last bare one: "right, … no".
 * @param kind 'any' where the question was answered by a verdict alone: "can it" and "is it so" both take a yes.
 * @param isBeside whether words say something beside the subject: a yes before such talk answers something else ("yes, sure,
 * I'll try").
 */
export function verdictIn(
  answer: string,
  kind: Judgement['kind'] | 'any',
  isBeside: (words: Slice) => boolean = () => false,
): { judgement: Judgement; sentence: Slice } | null {
  let bare: { judgement: Judgement; sentence: Slice } | null = null;
  const told = sentencesOf(answer).filter(
    (sentence) =>
      judged(answer, sentence, 'any', isBeside) ||
      !(isBeside(sentence) || isTalk(answer.slice(sentence.start, sentence.end))),
  );
  for (const sentence of told.slice(0, VERDICT_WITHIN)) {
    const found = judged(answer, sentence, kind, isBeside);
    const tail = found && answer.slice(found.tail.start, found.tail.end);
    if (!found || tail === null || (isTalk(tail) && isBeside(found.tail))) continue;
    const said = { judgement: found.judgement, sentence };
    if (/[\p{L}\p{N}]/u.test(tail)) return bare ?? said;
    bare = said;
  }
  return bare;
}

/** The verdict that a sentence opens with, or comes to after its lead, and what it says behind it. */
function judged(
  text: string,
  sentence: Slice,
  kind: Judgement['kind'] | 'any',
  isBeside: (words: Slice) => boolean,
): { judgement: Judgement; tail: Slice } | null {
  for (const { start, end } of openingsOf(text, sentence, isBeside)) {
    const found = readJudgement(text.slice(start, end));
    if (found && (kind === 'any' || found.judgement.kind === kind))
      return { judgement: found.judgement, tail: { start: start + found.end, end } };
  }
  return null;
}

/** Where a verdict may open: behind the lead ("I would put it like this: no, …"), at once, or behind words beside the subject. */
function openingsOf(text: string, sentence: Slice, isBeside: (words: Slice) => boolean): Slice[] {
  const { start, end } = sentence;
  const lead = /[：:](?!\d)/.exec(text.slice(start, end));
  const clauses = clausesOf(text, sentence);
  const first = clauses.findIndex((clause) => !isBeside(clause));
  const openings = [lead && start + lead.index + 1, start, first > 0 ? clauses[first]?.start : null];
  return openings.flatMap((opening) => (opening == null ? [] : [{ start: opening, end }]));
}
