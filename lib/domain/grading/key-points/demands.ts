/** What kinds of thing a question, or a heading of its reference, is about. */
export type Aspect =
  | 'definition'
  | 'principle'
  | 'steps'
  | 'advantage'
  | 'disadvantage'
  | 'comparison'
  | 'reason'
  | 'example'
  | 'application'
  | 'code'
  | 'formula'
  | 'challenge'
  | 'measure'
  | 'summary'
  | 'aside';

const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  ['definition', /什么是|是什么|何谓|定义|概念|含义|what (?:is|are)|\bdefin|meaning/i],
  [
    'principle',
    /原理|机制|思想|如何工作|怎么工作|工作方式|\bhow do(?:es)?\b.*\bwork|mechanism|principle|idea/i,
  ],
  ['steps', /步骤|流程|过程|如何|怎么|怎样|\bsteps?\b|procedure|\bhow (?:to|do|can|would)\b/i],
  ['advantage', /优点|优势|好处|优缺点|优劣|advantage|benefit|\bpros\b|strength/i],
  [
    'disadvantage',
    /缺点|劣势|不足|局限|弊端|优缺点|优劣|disadvantage|drawback|limitation|\bcons\b|weakness/i,
  ],
  ['comparison', /区别|比较|对比|不同|差异|异同|相比|differen|compar|\bvs\b|versus/i],
  ['reason', /为什么|为何|原因|理由|why|reason|explain|解释|justif/i],
  ['example', /举例|例子|示例|实例|案例|example|instance/i],
  ['application', /应用|场景|用途|适用|什么情况|何时|application|use case|\bwhen (?:to|would|should)/i],
  ['code', /代码|实现|编程|\bcode|implement|snippet/i],
  ['formula', /公式|推导|数学|formula|equation|deriv/i],
  ['challenge', /挑战|难点|问题|困难|challenge|difficult|problem/i],
  ['measure', /指标|评估|衡量|评价|metric|evaluat|measure/i],
  ['summary', /总结|小结|结论|综上|summary|conclusion/i],
  [
    'aside',
    /背景|历史|补充|拓展|扩展|延伸|注意事项|参考|备注|进阶|background|history|further|note|reference/i,
  ],
];

/** Every aspect that a text names. */
export function aspectsOf(text: string): Set<Aspect> {
  return new Set(ASPECTS.filter(([, pattern]) => pattern.test(text)).map(([aspect]) => aspect));
}

/** A question so broad that nothing on its subject is beside it. */
const BROAD =
  /介绍|谈谈|说说|聊聊|讲讲|阐述|论述|概述|详细|全面|了解|discuss|describe|tell me about|elaborate|overview|introduce/i;

/** Aspects that a reference often adds of its own accord. */
const OFTEN_ADDED: readonly Aspect[] = [
  'advantage',
  'disadvantage',
  'example',
  'application',
  'code',
  'summary',
  'aside',
  'challenge',
  'measure',
];

/**
 * Whether the question left out what this lead announces. Decided from question and lead alone, and in doubt the point
 * is core: only a lead that names nothing the question names, and something references often add, makes a bonus.
 */
export function isBesideTheQuestion(question: string, lead: string): boolean {
  if (lead === '' || BROAD.test(question)) return false;
  const asked = aspectsOf(question);
  const announced = aspectsOf(lead);
  if (asked.size === 0 || announced.size === 0) return false;
  for (const aspect of announced) if (asked.has(aspect)) return false;
  return [...announced].every((aspect) => OFTEN_ADDED.includes(aspect));
}

/** A sentence that only illustrates or adds; a bonus unless the question wants examples or reasons. */
const ASIDE_OPENING =
  /^(?:例如|比如|举例|譬如|顺便|补充|值得一提|题外话|for example|for instance|e\.g\.|by the way|as an aside)/i;

/** Whether a sentence by its opening only illustrates, in a question that asked for neither example nor reason. */
export function isIllustration(question: string, sentence: string): boolean {
  if (!ASIDE_OPENING.test(sentence)) return false;
  const asked = aspectsOf(question);
  return !(asked.has('example') || asked.has('reason') || asked.has('application') || BROAD.test(question));
}

const NUMERALS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const COUNT_ZH =
  /(?:至少|任意|任选|列举|列出|举出|说出|写出|给出|简述|说明)[^，。？?\d一二两三四五六七八九十]{0,6}(\d+|[一二两三四五六七八九十])\s*(?:条|个|种|点|项|方面|类)/;
const COUNT_EN =
  /\b(?:name|list|give|provide|state|mention|describe)\s+(?:(?:and|or) \w+\s+)?(?:me\s+)?(?:at least\s+)?(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** Signs that the counted things are only one of several demands. */
const FURTHER_DEMAND =
  /\b(?:further(?:more)?|also|as well|additionally|besides|moreover)\b|\band (?:explain|justify|why|how)\b|此外|另外|同时|并且?(?:请)?(?:说明|解释|分析|比较|举例)/i;

/**
 * How many things the question demands ("至少两条", "name two"), or null when it names no number or demands other things
 * besides.
 */
export function demandedCount(question: string): number | null {
  if (FURTHER_DEMAND.test(question)) return null;
  const found = COUNT_ZH.exec(question)?.[1] ?? COUNT_EN.exec(question)?.[1];
  if (found === undefined) return null;
  const count = NUMERALS[found.toLowerCase()] ?? Number(found);
  return Number.isInteger(count) && count > 0 ? count : null;
}

/** A question for a list: its reference is graded item by item. */
export function asksForList(question: string): boolean {
  return /哪些|哪几|哪两|哪三|哪四|有几种|几类|几个|分为|分成|包括|包含|列举|列出|主要有|类型|which .*s\b|\blist\b|\bname\b|what are (?:the )?(?:\w+ )?(?:types|kinds|steps|stages|phases)/i.test(
    question,
  );
}
