import type { Language } from '../grading';

/** What sort of thing a key point states; a hint may name it without giving the point away. */
export type PointKind =
  | 'call'
  | 'number'
  | 'definition'
  | 'step'
  | 'reason'
  | 'comparison'
  | 'limit'
  | 'condition'
  | 'action'
  | 'fact';

/** The first pattern that fits decides: from the most telling form to the least. */
const PATTERNS: readonly [PointKind, RegExp][] = [
  ['call', /`[^`]+`|\w+\(|\b\w+_\w+\b|[a-z]\w*\.[a-z]\w+/],
  ['number', /\d/],
  [
    'step',
    /^(首先|其次|再|然后|最后|接着|先|第[一二三四五六七八九十]步)|步骤|\b(first|then|next|finally)\b/i,
  ],
  [
    'reason',
    /因为|由于|所以|因此|从而|使得|导致|避免|以便|会使|以免|会(?:加重|浪费|增加|降低|减少|影响|破坏|带来)|\b(because|so that|therefore|avoids?|prevents?|due to)\b/i,
  ],
  [
    'comparison',
    /相比|而不是|不同于|区别|比.{0,8}(更|高|低|快|慢|大|小|少|多)|\b(than|unlike|compared|whereas)\b/i,
  ],
  ['limit', /缺点|局限|代价|风险|不足|不适合|注意|问题是|仍然|不能保证|\b(drawback|limit|cost|risk|caveat)/i],
  ['condition', /适合|适用|当.{1,20}时|如果|场景|取决于|\b(when|if|suits?|depends on)\b/i],
  ['definition', /^.{1,16}(是指|指的是|是一种|即|称为)|\b(is|are) (a|an|the)\b|\brefers? to\b/i],
  [
    'action',
    /^(把|将|用|按|设|对|去除|去掉|删除|减少|冻结|先|从|要|只|选|采用|利用|保留|加入|训练|检查|混入|限制|\b(use|set|keep|freeze|add|remove|train|check|apply)\b)/i,
  ],
];

const NAMES: Record<PointKind, Record<Language, string>> = {
  call: { zh: '一个调用、参数或写法', en: 'a call, an argument or a piece of code' },
  number: { zh: '一个数值或数量关系', en: 'a number or a quantity' },
  definition: { zh: '一个定义', en: 'a definition' },
  step: { zh: '一个步骤', en: 'a step' },
  reason: { zh: '一个原因或作用', en: 'a reason or an effect' },
  comparison: { zh: '一个对比', en: 'a comparison' },
  limit: { zh: '一个局限或注意事项', en: 'a limit or a caveat' },
  condition: { zh: '一个适用条件', en: 'a condition' },
  action: { zh: '一个做法', en: 'something to do' },
  fact: { zh: '一个事实', en: 'a fact' },
};

export function pointKindOf(text: string): PointKind {
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'fact';
}

export function pointKindName(kind: PointKind, language: Language): string {
  return NAMES[kind][language];
}
