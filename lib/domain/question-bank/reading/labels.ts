import { judgedText } from './marks';

/** The parts a question's block is made of. */
export type LabelKind =
  | 'answer'
  | 'explanation'
  | 'question'
  | 'options'
  | 'key-points'
  | 'mistakes'
  | 'rubric'
  | 'follow-up'
  | 'references'
  | 'difficulty'
  | 'tags'
  | 'metadata';

/** A label at the beginning of a line: `**答案：** …`, `Answer: …`, `## Answer (EN)`. */
export interface Label {
  kind: LabelKind;
  /** Bold, heading or bracketed: set off from the text. */
  isMarked: boolean;
  language: string | null;
  /** Behind the label, on the same line. */
  rest: string;
  /** Says which options are right and no more: without options it is a sentence like any other. */
  isKey?: true;
}

const NAMES: readonly [LabelKind, string][] = [
  [
    'answer',
    '(?:(?:正确|标准|参考|简要|简短|完整|详细|示例|满分|一句话|推荐|建议|模范|\\d+\\s*秒)?\\s*(?:答案(?:[与和及](?:解析|解答|说明)|汇总|速查|表)?|回答|解答|作答)|答案?|(?:(?:correct|reference|model|sample|suggested|short|expected|right|official|good|best)\\s+)?(?:answers?(?:\\(s\\))?(?:\\s+(?:keys?|sheet))?(?:\\s*(?:&|and)\\s*explanations?)?|ans|solutions?)|A|Ответ)\\s?\\d{0,3}',
  ],
  [
    'explanation',
    '(?:(?:答案|题目|试题)?(?:解析|解释|分析|讲解|详解|说明)|(?:解题|答题)(?:思路|过程)|explanations?|rationale|reason(?:ing)?|feedback|why)',
  ],
  ['question', '(?:问题|题目|题干|(?:(?:practice|sample|quiz|interview)\\s+)?question|prompt|problem)'],
  [
    'options',
    '(?:(?:(?:question|answer|available|possible)\\s+)?(?:options|choices)|(?:备选|候选|可选|题目)?选项|备选答案)',
  ],
  [
    'key-points',
    '(?:(?:评分|得分|关键|核心|答题|回答)?要点|关键点|得分点|key\\s+points?|scoring\\s+points?)',
  ],
  ['mistakes', '(?:常见(?:错误|误区|陷阱)|易错点|误区|common\\s+(?:mistakes?|pitfalls?|errors?))'],
  [
    'rubric',
    '(?:评分标准|评分细则|rubric|grading|what\\s+a\\s+(?:strong|good|great)\\s+answer\\s+includes?|what\\s+interviewers?\\s+look\\s+for|evaluation\\s+criteria)',
  ],
  [
    'follow-up',
    '(?:继续追问|常见追问|可能追问|追问|扩展问题|延伸问题|follow[- ]?ups?(?:\\s+questions?)?|Дополнительные\\s+[Вв]опросы)',
  ],
  [
    'references',
    '(?:参考(?:资料|文献|链接|文档)?|资料来源|引用|延伸阅读|相关(?:阅读|问题|链接)|references?|further\\s+reading|see\\s+also|related(?:\\s+questions?)?|resources|Ссылки|Связанные\\s+[Вв]опросы)',
  ],
  ['difficulty', '(?:(?:技能|题目|问题)?难度(?:评分|等级|系数|级别)?|difficulty(?:\\s+level)?|level)'],
  ['tags', '(?:标签|关键词|关键字|考点|知识点|tags?|keywords?|topics?|categor(?:y|ies)|分类|类别)'],
  [
    'metadata',
    '(?:题型|类型|分值|得分|来源|频率|来源等级|复核|更新(?:时间)?|出处|公司|岗位|type|source|points|score|frequency|company|id|status|author|date)',
  ],
];

const LANGUAGE = '(?:\\s*[(（]\\s*([A-Za-z]{2}|中文|英文|English|Chinese)\\s*[)）])?';
const CLOSED = NAMES.map(([kind, name]) => ({ kind, pattern: new RegExp(`^${name}${LANGUAGE}\\s*$`, 'iu') }));
const OPEN = NAMES.map(([kind, name]) => ({
  kind,
  pattern: new RegExp(`^${name}${LANGUAGE}\\s*[:：]\\s*`, 'iu'),
}));
/** Kinds that count without a colon when a heading, bold line or bracket holds nothing else. */
const NEEDS_SET_OFF = new Set<LabelKind>([
  'question',
  'key-points',
  'mistakes',
  'rubric',
  'follow-up',
  'references',
  'options',
]);

function match(
  patterns: typeof OPEN,
  text: string,
): { kind: LabelKind; language: string | null; length: number } | null {
  for (const { kind, pattern } of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return { kind, language: found[1] ?? null, length: found[0].length };
  }
  return null;
}

const WRAPPERS: readonly RegExp[] = [
  /^(\*\*|__)(?<inner>[^*_]{1,40}?)\1(?<colon>\s*[:：]?)\s*/u,
  /^[【[［](?<inner>[^】\]］]{1,20})[】\]］](?<colon>\s*[:：]?)\s*/u,
  /^([*_])(?<inner>[^*_]{1,40}?)\1(?![*_\p{L}\p{N}])(?<colon>\s*[:：]?)\s*/u,
  /^<(?:b|strong)>(?<inner>[^<]{1,40})<\/(?:b|strong)>(?<colon>\s*[:：]?)\s*/iu,
];

/** A label in bold or brackets; the colon may stand inside, outside or nowhere. */
function wrapped(text: string): Label | null {
  for (const wrapper of WRAPPERS) {
    const found = wrapper.exec(text);
    if (found === null) continue;
    const inner = (found.groups?.inner ?? '')
      .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+/u, '')
      .trim();
    const closed = match(CLOSED, inner.replace(/\s*[:：]$/u, ''));
    if (closed !== null)
      return {
        kind: closed.kind,
        isMarked: true,
        language: closed.language,
        rest: text.slice(found[0].length),
      };
    // `**Answer: B**`, `**答：全部是粗体**`
    const open = match(OPEN, inner);
    if (open !== null && wrapper === WRAPPERS[0] && inner.length > open.length) {
      return {
        kind: open.kind,
        isMarked: true,
        language: open.language,
        rest: `${inner.slice(open.length)}${text.slice(found[0].length)}`,
      };
    }
  }
  return wholeBold(text);
}

/** `**Answer: a whole sentence in bold**` */
const WHOLE_BOLD = /^(\*\*|__)(?<inner>[^*\n]{1,600})\1$/u;

function wholeBold(text: string): Label | null {
  const inner = WHOLE_BOLD.exec(text)?.groups?.inner?.trim() ?? '';
  const open = match(OPEN, inner);
  if (open?.kind !== 'answer' && open?.kind !== 'explanation') return null;
  return { kind: open.kind, isMarked: true, language: open.language, rest: inner.slice(open.length) };
}

/** "Correct: b", "答案为 A、C。", "The answer is D.": the words, then letters and nothing that makes a sentence of them. */
const KEY =
  /^(?:\*\*|__)?(?:(?:(?:the\s+)?(?:correct|right|best)(?:\s+(?:options?|choices?|letters?|ones?))?|正确(?:选项|项|的是)?|正解|(?:answer\s+)?key)\s*[:：]|(?:the\s+)?(?:(?:correct|right|best)\s+)?(?:answers?|options?|choices?)\s+(?:is|are)\s*[:：]?|(?:本题|此题)?(?:正确|标准|参考)?(?:答案|选项)\s?(?:应该?)?\s?[为是选]\s*[:：]?|(?:故|因此|所以|应该?|本题)选择?\s*[:：]?|(?:(?:正确|标准|参考)?答案|answer|ans)\s)(?:\*\*|__)?\s*(?=[*_`"(（【[]{0,3}[A-Ha-h](?:\s?(?:[,，、&和+/]|and)?\s?[A-Ha-h]){0,7}[*_`"）)\]】]{0,3}\s*(?:$|[.。,，;；:：)）—–]))/iu;

/** "{correctAnswer='B'}": the key as a program's field. */
const FIELD = /^\{?\s?["']?correct_?answer["']?\s?[=:]\s?["']?([A-H]{1,8})["']?\s?\}?$/iu;

/** "我的答案: B;正确答案: C", "我的答案:正确答案:C": what the person who sat the test chose stands before the key. */
const SITTING = /^(?:我的|你的|您的)答案\s*[:：][^;；]{0,80}?[;；]?\s*(?=(?:正确|参考|标准)答案)/u;

/** "0.0分" alone on its line: what somebody got for the question. */
const SCORE = /^(\d{1,3}(?:\.\d{1,2})?\s?分)$/u;

/** Alone on its line, it heads what follows; "why" and "reason" may be a word of a sentence. */
const EXPLAINS = /^(?:(?:答案|题目|试题)?(?:解析|详解)|explanation|rationale|feedback)$/iu;

/** "### Answer ✅": a picture behind the heading's words; behind a colon it is the key. */
const PICTURED = /(?<=[^\s:：])\s{0,4}(?:\p{Extended_Pictographic}\ufe0f?){1,4}$/u;

/** The label at the beginning of a line's text; `isHeading` lets the bare word count. */
export function readLabel(raw: string, isHeading: boolean): Label | null {
  const text = judgedText(isHeading ? raw.replace(PICTURED, '') : raw)
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u, '')
    .replace(/^(Ans(?:wer)?\s?\d{0,3})\s*\.(?=\s)/iu, '$1:')
    .replace(FIELD, 'Answer: $1')
    .replace(SCORE, '得分：$1')
    .replace(SITTING, '');
  const set = wrapped(text);
  if (set !== null) return set;
  const closed = match(CLOSED, text);
  if (closed !== null && (isHeading || closed.kind === 'answer' || EXPLAINS.test(text)) && text.length > 1) {
    return { kind: closed.kind, isMarked: isHeading, language: closed.language, rest: '' };
  }
  const open = match(OPEN, text);
  if (open === null) {
    const key = KEY.exec(text)?.[0];
    if (key === undefined) return null;
    return { kind: 'answer', isMarked: false, language: null, rest: text.slice(key.length), isKey: true };
  }
  if (NEEDS_SET_OFF.has(open.kind) && !isHeading && open.kind !== 'question') return null;
  return { kind: open.kind, isMarked: isHeading, language: open.language, rest: text.slice(open.length) };
}
