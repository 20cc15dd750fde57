import type { KeyPoint, Language } from '../grading';
import { findLeak } from './leak';
import { pointKindName, pointKindOf } from './point-kind';
import { keyTermsOf, wordsOf } from './terms';
import { topicOfPoint } from './topic';

export type HintStep = 1 | 2 | 3;

export interface HintRequest {
  question: string;
  /** Points that are not covered yet, in rubric order; never empty. */
  points: readonly KeyPoint[];
  /** What the person has said on this question so far. */
  answers: readonly string[];
  step: HintStep;
  language: Language;
}

/** How many characters of a point its beginning may show: fewer than the run that counts as a leak. */
const BEGINNING_CHARACTERS = 3;

const BLANK = '＿＿';

/**
 * A hint made by rules. Step 1: number and topics of the open points, what costs nothing apart; 2: what kind of thing each is and how it
 * begins; 3: each open point with its key terms blanked.
 */
export function writeHint(request: HintRequest): string {
  if (request.step === 1) return countAndTopics(request);
  const lines = request.points.map((point, index) =>
    request.step === 2
      ? kindAndBeginning(point, index, request)
      : `${numbered(index, point, request.language)}${blankKeyTerms(point.text, [request.question])}`,
  );
  return [heading(request), ...lines].join('\n');
}

/** "2. ", and of a point that costs nothing when it is left out, that it is one. */
function numbered(index: number, { core }: KeyPoint, language: Language): string {
  const bonus = language === 'en' ? '(bonus) ' : '（加分）';
  return `${index + 1}. ${core ? '' : bonus}`;
}

function heading({ step, language }: HintRequest): string {
  if (language === 'en')
    return step === 2
      ? 'What each open point is, and how it begins:'
      : 'The open points with their key terms left blank:';
  return step === 2 ? '每个要点是什么样的内容，以及怎么开头：' : '还没说到的要点，关键词留空：';
}

function countAndTopics({ question, points, answers, language }: HintRequest): string {
  const known = [question, ...answers];
  const texts = points.map((point) => point.text);
  const found = new Set(texts.map((text) => topicOfPoint(text, known)).filter((topic) => topic !== null));
  const sentence = (topics: readonly string[]) => describeTopics(points, topics, language);
  const topics: string[] = [];
  for (const topic of found) {
    topics.push(topic);
    // Side by side two harmless topics may spell a point out; the later one is then left out.
    if (findLeak(sentence(topics), texts, known) !== null) topics.pop();
  }
  return sentence(topics);
}

function describeTopics(points: readonly KeyPoint[], topics: readonly string[], language: Language): string {
  // As they are counted on the card: what counts, and beside it what can only add.
  const core = points.filter((point) => point.core).length;
  const [count, bonus] = core > 0 ? [core, points.length - core] : [points.length, 0];
  if (language === 'en') {
    const about =
      topics.length > 0 ? ` ${points.length === 1 ? 'It is' : 'They are'} about: ${topics.join(' · ')}.` : '';
    const more = bonus > 0 ? `, and ${bonus} bonus point${bonus === 1 ? '' : 's'}` : '';
    return `${count} point${count === 1 ? '' : 's'}${more} ${points.length === 1 ? 'is' : 'are'} still open.${about}`;
  }
  return `还有 ${count} 个要点可以说${bonus > 0 ? `，另有 ${bonus} 个加分点` : ''}。${topics.length > 0 ? `${topics.length > 1 ? '分别和这些有关' : '和这个有关'}：${topics.join(' · ')}。` : ''}`;
}

function kindAndBeginning(point: KeyPoint, index: number, request: HintRequest): string {
  const { question, points, answers, language } = request;
  const kind = pointKindName(pointKindOf(point.text), language);
  const bare = `${numbered(index, point, language)}${kind}`;
  const beginning = beginningOf(point.text, [question, ...answers]);
  if (beginning === null) return bare;
  const line = language === 'en' ? `${bare}; it begins “${beginning}…”` : `${bare}，开头是“${beginning}……”`;
  const isSafe =
    findLeak(
      line,
      points.map((other) => other.text),
      [question, ...answers],
    ) === null;
  return isSafe ? line : bare;
}

/** The point's first word or characters, as far as they give nothing away. */
function beginningOf(text: string, known: readonly string[]): string | null {
  const isChinese = /\p{Script=Han}/u.test(text);
  const plain = text.replace(/[*`$#_]/g, '').trim();
  const first = isChinese
    ? [...plain].slice(0, BEGINNING_CHARACTERS).join('')
    : (wordsOf(plain)[0]?.text ?? '');
  return first !== '' && findLeak(first, [text], known) === null ? first : null;
}

/** Replaces every key term that the `known` texts do not hold; neighbouring blanks become one. */
export function blankKeyTerms(text: string, known: readonly string[]): string {
  let result = '';
  let from = 0;
  for (const term of keyTermsOf(text, known)) {
    result += text.slice(from, term.start) + BLANK;
    from = term.end;
  }
  return (result + text.slice(from)).replace(new RegExp(`${BLANK}(?:\\s*${BLANK})+`, 'g'), BLANK);
}
