import { type Glossary, thingsNamed } from '../retrieval';
import { type Excerpt, excerptAt, proseOf } from './excerpt';
import { keyTermsOf, type Word } from './terms';

/** What a question names and a person may not know. */
export interface Term {
  text: string;
  /** A name or abbreviation, or known to the glossary: a term of the field. Any other word may be an everyday one. */
  isNamed: boolean;
}

/** How many terms of each sort are looked up: names first, then words that the bank itself may define. */
const MAX_NAMES = 3;
const MAX_WORDS = 4;

/** Inner capitals, or digits beside letters: LoRA, BERT, GPT-4, 3DES. */
const ABBREVIATION = /^(?=.*[A-Za-z]).+[A-Z]|[A-Za-z][-.]?\d|\d[A-Za-z]/;

/** English words that only ask; the Chinese ones are no key terms. */
const ASKING = /^(?:what|why|how|who|where|explain|describe|define|compare|name|list|you|your|we|our)$/i;

/** The terms of a question that may be worth explaining, those of the field first. */
export function termsToExplain(question: string, glossary: Glossary): Term[] {
  const words = keyTermsOf(question).filter(({ text }) => text.length > 1 && !ASKING.test(text));
  const isChinese = /\p{Script=Han}/u.test(question);
  // Among Chinese words a Latin one is a name; among English ones only what is written like one.
  const isName = ({ text }: Word) => /[A-Za-z]/.test(text) && (isChinese || ABBREVIATION.test(text));
  const known = [...thingsNamed(glossary, question).groups.keys()].map((name) => asWritten(name, question));
  const names = unique([...known, ...words.filter(isName).map(({ text }) => text)]);
  const others = unique(runsOf(words.filter((word) => !isName(word))));
  return [
    ...names.slice(0, MAX_NAMES).map((text) => ({ text, isNamed: true })),
    ...others
      .filter((text) => !names.some((name) => contains(name, text)))
      .slice(0, MAX_WORDS)
      .map((text) => ({ text, isNamed: false })),
  ];
}

/** What stands around a thing that is asked about: "能解释一下…吗", "…是什么意思", "what does … mean". */
const BEFORE_ASKED =
  /^(?:请问|麻烦你?|帮我|please\s+)?(?:(?:那么?|请|你|能不能|可不可以|能否|能|可以|帮我|给我|先|再)*(?:解释|说明|介绍|讲|说)(?:一下|下|说)|那?什么(?:是|叫)|何谓|何为|(?:(?:can|could)\s+you\s+)?(?:explain|define|tell\s+me)\b(?:\s+(?:what|the\s+meaning\s+of))?|what(?:'s|\s+(?:is|are|does|do))(?:\s+meant\s+by)?\b)?\s*(?:什么是|(?:the\s+(?:term|word)|an?|the)\s+)?/iu;
const AFTER_ASKED =
  /\s*(?:这个词|到底|具体|究竟)*(?:(?:是|指的?是?|叫|怎么|如何|的(?:意思|含义|定义)是?)(?:什么|啥|理解|讲)(?:意思|含义|东西)?|的(?:意思|含义|定义)|\s(?:is|are|means?|stands?\s+for)(?:\s+here)?)?(?:吗|呢|啊|呀)?$/iu;
/** The question itself, and no thing that it speaks of. */
const THE_QUESTION =
  /^(?:[这那本该此]?(?:一?[道个])?(?:题目?|问题|题[意干])?|意思|(?:(?:this|that|the|it)\s*)*(?:question|it|this|that)?)$/iu;
/** What asks for a name is no longer than this, and neither is the name. Characters. */
const LONGEST_ASKING = 100;
const LONGEST_NAME = 40;

/** What a person asks to have explained by its name, whether or not the question speaks of it. */
export function termsAskedFor(asked: string): Term[] {
  const things = asked.split(/[，,。.；;！!？?\n]+/u).flatMap((clause) => {
    const said = clause.trim();
    if (said.length > LONGEST_ASKING) return [];
    const thing = said
      .replace(BEFORE_ASKED, '')
      .replace(AFTER_ASKED, '')
      .replace(/^["“「]|["”」]$/gu, '')
      .trim();
    return thing !== said && !THE_QUESTION.test(thing) && thing.length <= LONGEST_NAME ? [thing] : [];
  });
  return unique(things.filter((thing) => thing.length > 1)).map((text) => ({ text, isNamed: true }));
}

/** The glossary's name as the question writes it. */
function asWritten(name: string, question: string): string {
  return new RegExp(patternOf(name), 'iu').exec(question)?.[0] ?? name;
}

/** Words that stand together, whole before their parts: 梯度检查点, then 检查点 and 梯度. */
function runsOf(words: readonly Word[]): string[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    // One space stands between English words.
    const gap = /[A-Za-z]/.test(word.text) ? 1 : 0;
    if (last && before && word.start - before.end === gap) last.push(word);
    else runs.push([word]);
  }
  const wholes = runs.filter((run) => run.length > 1).map(textOf);
  return [...wholes, ...words.map(({ text }) => text).sort((a, b) => b.length - a.length)];
}

function textOf(run: readonly Word[]): string {
  return run.map(({ text }) => text).join(/[A-Za-z]/.test(run[0]?.text ?? '') ? ' ' : '');
}

function unique(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function contains(whole: string, part: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

/**
 * What a place of the bank says a term is, shortened; null where it does not say. A mention is no explanation: the term
 * must be defined there, or asked for. A word that may be an everyday one (流程, step) must be the subject as well.
 */
export function explanationOf({ title, text }: Excerpt, { text: term, isNamed }: Term): string | null {
  const pattern = patternOf(term);
  const prose = proseOf(text);
  const defined = definitionOf(pattern).exec(prose);
  const isAsked = asksWhatItIs(pattern).test(title.trim());
  const isHeading = isNamed && new RegExp(`^${pattern}${ASIDE}$`, 'iu').test(title.trim());
  if (isAsked || isHeading) return excerptAt(prose, defined?.index ?? 0);
  const mayBe = isNamed || new RegExp(pattern, 'iu').test(title);
  return defined && mayBe ? excerptAt(prose, defined.index) : null;
}

/** The term alone: LoRA is not in QLoRA, and a step is not in a footstep. */
function patternOf(term: string): string {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s_-]+');
  const [before, after] = [/^[a-z0-9]/i.test(term), /[a-z0-9]$/i.test(term)];
  return `${before ? '(?<![a-z0-9])' : ''}${escaped}${after ? '(?![a-z0-9])' : ''}`;
}

/** Another name in brackets, with emphasis around. */
const ASIDE = '[\\s*_`]*(?:[（(][^（）()\\n]{1,80}[）)])?\\s*';

/** A title whose first sentence asks what the term is. */
function asksWhatItIs(term: string): RegExp {
  const lead =
    '(?:\\d+[.、)]\\s*)?(?:什么(?:是|叫)|何为|何谓|(?:请)?(?:简述|介绍|解释)(?:一下)?|what\\s+(?:is|are)(?:\\s+an?|\\s+the)?|define|explain)\\s*';
  const tail =
    '\\s*(?:是什么(?:意思)?|是指什么|指什么|的(?:定义|概念|含义|(?:基本|核心)?(?:原理|思想))(?:是什么)?)';
  return new RegExp(`^(?:${lead}${term}${ASIDE}|${term}${ASIDE}${tail})\\s*(?:[?？。.，,]|$)`, 'iu');
}

/** What definitions end with: "X 是 … 的过程". */
const KINDS =
  '过程|方法|技术|机制|算法|模型|结构|概念|能力|现象|指标|函数|操作|做法|协议|语言|框架|工具|组件|单位|策略|手段|形式|数据|参数';

/** A sentence with the term as its subject that says what it is, or one that gives the term as a name. */
function definitionOf(term: string): RegExp {
  const opening = '(?:^|[\\n。！？!?；;：:，,（(>|]|\\.\\s|[-*]\\s|\\b(?:an?|the)\\s)[\\s*_`]*';
  const chinese = `就?是指|指的?是|就是|是一(?:种|类|个|项|套|组|款|门)|是[^。！？\\n]{1,80}的(?:${KINDS})|又称|又叫|也叫|全称`;
  const english =
    'is\\s+(?:an?|the)\\b|are\\s+(?:the|those)\\b|refers?\\s+to\\b|means\\b|stands\\s+for\\b|denotes\\b|is\\s+(?:defined\\s+as|short\\s+for)\\b';
  const named = `(?:称为|称作|叫做|叫作|简称为?|known\\s+as|(?:is|are)\\s+called)[\\s*_\`“"「]*${term}`;
  return new RegExp(`${opening}${term}${ASIDE}(?:${chinese}|${english})|${named}`, 'iu');
}
