import { isReadingList } from './bullet-decisions';
import type { Candidate, Survey } from './candidates';
import type { ConsideredGroup } from './considered';
import type { Evidence, Spanned, Tally } from './evidence';
import { endsInQuestionMark, isAppendix, isFrame, mayBeStep, promisesQuestions } from './likeness';
import type { Line } from './line';

/** So many questions are few: a shape says little by repetition, the text must be about them. */
const MOST_FEW = 3;
/** Share of the document's text that a few questions and their answers hold. */
const MOST_TEXT = 0.65;
/** An answer may ask on, but a heading above a list of questions is no question itself. */
const MOST_INNER = 2;
/** Share of headings with prose below that makes questions of those that only name their subject. */
const WITH_PROSE = 0.6;

/** So many named subjects for each line below them that asks. */
const PER_ASKING = 2;

const HOW_TO = /^(?:如何|怎么|怎样|how\s+to\b)/iu;

/** The verb before its subject: a question also where its mark was left out. */
const INVERTED =
  /^(?:what|why|how|when|where)\s+(?:is|are|was|were|do|does|did|can|could|should|would|will)\s/iu;
/** What a manual goes on with behind "What is it". */
const MANUAL =
  /^(?:install|usage|getting started|quick ?start|licen[cs]e|contribut|api\b|features|configuration|requirements)/iu;

function isManual({ headings, lines }: Survey): boolean {
  return headings.some((index) => MANUAL.test(lines[index]?.text ?? ''));
}

/** Whether a title asks so clearly that no second one is needed beside it; guides have "How to use it" as well. */
function asksClearly({ index, likeness, mark }: Candidate, survey: Survey): boolean {
  const { headings, title } = survey;
  if (likeness < 1) return false;
  if (INVERTED.test(mark.title) && index === headings[0] && !isManual(survey)) return true;
  if (endsInQuestionMark(mark.title) || title.promises) return true;
  // "聊聊微服务" above everything is how an article is called.
  const isSetOff = mark.kind !== 'none' || (/[\u4e00-\u9fff]/u.test(mark.title) && index !== headings[0]);
  return isSetOff && !mayBeStep(mark.title) && !HOW_TO.test(mark.title);
}

/** Candidates within a span that ask themselves. */
function innerAsking({ candidate, end }: Spanned, survey: Survey): number {
  const inside = survey.candidates.filter(({ index }) => index > candidate.index && index < end);
  return inside.filter((inner) => inner.likeness === 1 && endsInQuestionMark(inner.mark.title)).length;
}

/**
 * One to three alike titles that ask, in a document that consists of them and their answers: one question to a file.
 * Beside them only what frames a document may look the same.
 */
export function areFewQuestions(spans: readonly Spanned[], survey: Survey, tally: Tally): boolean {
  const asking = spans.filter(({ candidate }) => asksClearly(candidate, survey));
  if (asking.length === 0 || asking.length > MOST_FEW) return false;
  const others = spans.filter((span) => !asking.includes(span)).map(({ candidate }) => candidate.mark.title);
  if (!others.every((title) => isFrame(title) || isAppendix(title))) return false;
  const { bodies, innerLabels } = tally.measure(asking);
  if (bodies < 1 || innerLabels > 0) return false;
  return (
    tally.shareOf(asking) >= MOST_TEXT && asking.every((span) => innerAsking(span, survey) <= MOST_INNER)
  );
}

/** A title that calls the whole document questions with their answers. */
const BANK =
  /面试(?:真|考)?题|面试问题|问答(?:题)?$|八股|题库|简答题|名词解释|面试(?:必备|总结|整理|笔记|复习|知识点|高频|考点|重点|集合|合集|汇总|大全)|面试$|面试.{0,10}(?:题目|问题)|[练复]?习题|\bFAQ\b|Q\s*&\s*A|interview questions|quiz questions/iu;

/** What tells of an interview instead of asking: its rounds, how it was prepared, how it ended. */
const STORY =
  /^第?[一二三四五六七八九十\d]+[面轮]|^(?:HR|电话|技术|主管|交叉|终|笔)[面试]|简历|准备|投递|流程|心得|感[受想悟]|经[历验]|结果|时间|岗位|薪资|建议|技巧|offer/iu;

/** What is made with a bank, not one. */
const TOOL = /说明|教程|平台|小程序|网站|仓库/u;

/** Whether a title calls the whole document questions with their answers. */
function isBank(title: string): boolean {
  return BANK.test(title) && !TOOL.test(title);
}

/** Whether text follows on a title at once: prose, a box of it, or where `orList` a list. */
function isExplained({ candidate, end }: Spanned, survey: Survey, orList: boolean): boolean {
  const own = survey.lines.slice(candidate.index + 1, end);
  // The title of a box is none of its text.
  const isText = ({ kind, text }: Line): boolean =>
    kind !== 'blank' && kind !== 'rule' && !text.startsWith('<summary>');
  const first = own.find(isText);
  return first?.kind === 'paragraph' && (orList || first.item === null);
}

/** Most sections around headings of a level say that questions stand in them: "CSS 面试题". */
function arePromised(level: number, { headings, lines }: Survey): boolean {
  const around = headings.slice(1).flatMap((index) => {
    const line = lines[index];
    return line !== undefined && line.depth < level ? [line.text] : [];
  });
  return around.length >= 2 && around.filter(promisesQuestions).length * 2 >= around.length;
}

/** Headings that only name their subject, right below a title that promises questions: "死锁" in "操作系统面试题". */
export function areNamedQuestions(spans: readonly Spanned[], survey: Survey, evidence: Evidence): boolean {
  const own = spans.filter(
    ({ candidate }) => !isFrame(candidate.mark.title) && !isAppendix(candidate.mark.title),
  );
  if (own.length < 2) return false;
  if (!isBank(survey.title.text)) return areEverything(own, survey, evidence);
  if (own.some(({ candidate }) => STORY.test(candidate.mark.title))) return false;
  if (!areInnermost(own, survey) && !areCounted(own, survey, evidence)) return false;
  // Lists alone may be the points of a text; below names of which some ask, or where questions are promised, they answer.
  const orList = evidence.likeness >= LIKELY || arePromised(own[0]?.candidate.level ?? 0, survey);
  return areExplained(own, survey, orList);
}

/** The outermost headings below the document's title, counted from one to the last: what is deeper belongs to them. */
function areCounted(own: readonly Spanned[], { headings, lines }: Survey, { likeness }: Evidence): boolean {
  const first = own[0]?.candidate;
  if (first === undefined || own.length < FEWEST_COUNTED || likeness < LIKELY) return false;
  const isOuter = headings.slice(1).every((index) => (lines[index]?.depth ?? 0) >= first.level);
  return (
    isOuter && own.every(({ candidate: { mark } }, at) => mark.path.length === 1 && mark.path[0] === at + 1)
  );
}

/** Fewer numbered headings may be parts of a text. */
const FEWEST_COUNTED = 4;

/** Below the document's title, no heading is deeper, and those around them ask nothing. */
function areInnermost(own: readonly Spanned[], { candidates, headings, lines }: Survey): boolean {
  const level = own[0]?.candidate.level ?? 0;
  if (level <= (lines[headings[0] ?? -1]?.depth ?? level)) return false;
  if (headings.some((index) => (lines[index]?.depth ?? 0) > level)) return false;
  return !candidates.some((one) => one.carrier === 'heading' && one.level < level && one.likeness === 1);
}

/** The mean likeness of headings without a word below any, which are only there to be explained. */
const LIKELY_BARE = 0.1;
/** Share of them that has something below, or has nothing. */
const FILLED = 0.9;
/** So many headings that are all of a document and name subjects, some of which ask, are notes to learn from. */
const FEWEST_ALONE = 10;

/** Front matter gives the page the title that its text goes without. */
function isTitled({ lines, title }: Survey): boolean {
  return (
    lines.some(({ kind, text }) => kind === 'frontmatter' && /^title\s*[:=]/iu.test(text)) && !title.promises
  );
}

/** Index of the first line of text; -1 where there is none. */
function firstText({ lines }: Survey): number {
  return lines.findIndex(({ kind }) => kind !== 'blank' && kind !== 'frontmatter');
}

/** Headings of one level from the first line on: nobody writes an article without a title so. */
function areEverything(
  own: readonly Spanned[],
  survey: Survey,
  { innerLabels, innerAsking }: Evidence,
): boolean {
  if (innerLabels > 0 || innerAsking >= 1) return false;
  const { headings, lines } = survey;
  const first = own[0]?.candidate;
  if (own.length < FEWEST_ALONE || first === undefined || firstText(survey) !== first.index) return false;
  if (isTitled(survey)) return false;
  if (headings.some((index) => (lines[index]?.depth ?? 0) < first.level)) return false;
  const isFilled = ({ candidate, end }: Spanned): boolean =>
    lines.slice(candidate.index + 1, end).some(({ kind }) => kind !== 'blank' && kind !== 'rule');
  const filled = own.filter(isFilled).length / own.length;
  if (filled < FILLED && filled > 1 - FILLED) return false;
  const likeness = own.reduce((sum, { candidate }) => sum + candidate.likeness, 0) / own.length;
  return likeness >= (filled >= FILLED ? LIKELY : LIKELY_BARE);
}

/** Candidates behind the line `start`, before `end`; looked up, because every section may ask. */
function candidatesBetween({ candidates }: Survey, start: number, end: number): readonly Candidate[] {
  const at = (line: number): number => {
    let low = 0;
    let high = candidates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[middle]?.index ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return candidates.slice(at(start + 1), at(end));
}

/** Prose stands below them; where what stands there asks, they are its sections. */
function areExplained(own: readonly Spanned[], survey: Survey, orList: boolean): boolean {
  const first = own[0]?.candidate;
  const below = candidatesBetween(survey, first?.index ?? 0, own.at(-1)?.end ?? 0);
  const asking = below.filter(({ carrier, likeness }) => carrier !== first?.carrier && likeness === 1);
  if (asking.length * PER_ASKING > own.length) return false;
  const explained = own.filter((span) => isExplained(span, survey, orList));
  return explained.length >= own.length * WITH_PROSE;
}

/** Fewer numbered subjects are the points of a text. */
const FEWEST_ITEMS = 3;
/** Characters of a subject. */
const LONGEST_SUBJECT = 30;

/** Share of items that name a subject in a line, and mean likeness, of a list that is all of a document. */
const MOSTLY_SHORT = 0.9;
const LONGEST_LINE = 60;
const LIKELY_ITEMS = 0.15;

/** One numbered list from the first line to the last, each item with something below: notes to learn from. */
function areAllItems(
  spans: readonly Spanned[],
  survey: Survey,
  { bodies, likeness, innerAsking }: Evidence,
): boolean {
  if (survey.headings.length > 0 || spans.length < FEWEST_ALONE) return false;
  if (firstText(survey) !== spans[0]?.candidate.index) return false;
  const short = spans.filter(({ candidate }) => candidate.mark.title.length <= LONGEST_LINE);
  const areShort = short.length >= spans.length * MOSTLY_SHORT;
  return areShort && bodies >= FILLED && likeness >= LIKELY_ITEMS && innerAsking < 1;
}

/** The same with numbers instead of headings: "1. 死锁" with a paragraph below, nothing but such below the title. */
export function areNamedItems(spans: readonly Spanned[], survey: Survey, evidence: Evidence): boolean {
  const first = spans[0]?.candidate;
  if (first?.carrier !== 'numbered' || first.level > 1 || first.mark.kind !== 'decimal') return false;
  if (areAllItems(spans, survey, evidence)) return true;
  const { bodies } = evidence;
  if (spans.length < FEWEST_ITEMS || bodies < 1 || !isBank(survey.title.text)) return false;
  const isNamed = ({ candidate: { mark } }: Spanned): boolean =>
    mark.title.length <= LONGEST_SUBJECT && !/[。.:：；;，,]$/u.test(mark.title) && !STORY.test(mark.title);
  return spans.every(isNamed) && areExplained(spans, survey, false);
}

/** A group of that many carries a bank in which nothing else does, when so much of it asks. */
const FEWEST_LIKELY = 5;
const LIKELY = 0.15;

/** In a document that calls itself a bank: of the groups that may be its questions, the one that asks most. */
export function likeliestGroup(
  groups: readonly ConsideredGroup[],
  survey: Survey,
): ConsideredGroup | undefined {
  if (!isBank(survey.title.text)) return undefined;
  return groups
    .filter(({ evidence }) => evidence.count >= FEWEST_LIKELY && evidence.likeness >= LIKELY)
    .filter(({ members }) => !isReadingList(members))
    .filter(({ members }) => members.every(({ level }) => members[0]?.carrier === 'heading' || level <= 1))
    .sort((a, b) => b.evidence.likeness - a.evidence.likeness)[0];
}
