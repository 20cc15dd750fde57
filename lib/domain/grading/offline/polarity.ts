/**
 * Polarity: whether two statements about the same thing say the opposite. Two signals, both read from text whose wording
 * is otherwise close: a negation on one side only, or the two ends of a pair of opposites.
 */

/** Pairs of opposites; the longer expression is read first, so that 不可以 is not also 可以. */
const OPPOSITES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['更快', '加快', '变快', '快速', '加速', '提速', '快'],
    ['更慢', '减慢', '变慢', '缓慢', '减速', '拖慢', '慢'],
  ],
  [
    [
      '增加',
      '增大',
      '增多',
      '提高',
      '提升',
      '增强',
      '上升',
      '升高',
      '变大',
      '变高',
      '变多',
      '增长',
      '扩大',
      '加大',
      '调大',
      '调高',
    ],
    ['减少', '减小', '降低', '下降', '减弱', '变小', '变低', '变少', '缩小', '缩减', '调小', '调低'],
  ],
  [
    ['更多', '较多', '越多', '大量', '很多', '许多'],
    ['更少', '较少', '越少', '少量', '很少'],
  ],
  [
    ['更高', '较高', '高'],
    ['更低', '较低', '低'],
  ],
  [
    ['更大', '较大', '越大', '过大', '太大', '大于', '最大'],
    ['更小', '较小', '越小', '过小', '太小', '小于', '最小'],
  ],
  [
    ['更强', '较强', '越强'],
    ['更弱', '较弱', '越弱'],
  ],
  [
    ['更长', '较长', '越长', '变长', '延长'],
    ['更短', '较短', '越短', '变短', '缩短'],
  ],
  [
    ['更好', '较好', '变好'],
    ['更差', '较差', '变差', '变坏', '更坏'],
  ],
  [
    ['靠近', '贴近', '接近'],
    ['远离', '偏离'],
  ],
  [
    ['平缓', '平坦', '平滑'],
    ['尖锐', '陡峭'],
  ],
  [
    ['稳定', '平稳'],
    ['震荡', '抖动', '不稳'],
  ],
  [['便宜'], ['昂贵']],
  [['稀疏'], ['稠密']],
  [['串行'], ['并行']],
  [['在线'], ['离线']],
  [['同步'], ['异步']],
  [['静态'], ['动态']],
  [['上溢'], ['下溢']],
  [['升维'], ['降维']],
  [['连续'], ['离散']],
  [['有偏'], ['无偏']],
  [['正比'], ['反比']],
  [['保留'], ['丢弃']],
  [
    ['开启', '启用', '打开'],
    ['关闭', '禁用'],
  ],
  [
    ['优点', '优势', '好处'],
    ['缺点', '劣势', '不足', '坏处'],
  ],
  [
    ['冻结', '固定', '冻住'],
    ['更新', '解冻', '训练'],
  ],
  [['正确'], ['错误']],
  [
    ['相同', '一致', '一样'],
    ['不同', '相反', '不一样', '不一致'],
  ],
  [
    ['容易', '简单', '方便', '便捷'],
    ['困难', '复杂', '麻烦', '繁琐'],
  ],
  [['最多'], ['最少']],
  [
    ['高斯初始化', '随机初始化'],
    ['零初始化', '全零初始化'],
  ],
  [['有监督'], ['无监督']],
  [['过拟合'], ['欠拟合']],
  [['上升'], ['下降']],
  [['收敛'], ['发散']],
  [['成功'], ['失败']],
  [
    ['faster', 'fast', 'quick', 'quicker'],
    ['slower', 'slow'],
  ],
  [
    ['increase', 'increases', 'increased', 'increasing', 'raise', 'raises', 'grow', 'grows', 'rise', 'rises'],
    [
      'decrease',
      'decreases',
      'decreased',
      'decreasing',
      'reduce',
      'reduces',
      'reduced',
      'lower',
      'lowers',
      'shrink',
      'fall',
      'falls',
      'drop',
      'drops',
    ],
  ],
  [
    ['more', 'greater', 'bigger', 'larger', 'higher', 'most'],
    ['less', 'fewer', 'smaller', 'lower', 'least'],
  ],
  [['high'], ['low']],
  [['large', 'big'], ['small']],
  [
    ['advantage', 'advantages', 'benefit'],
    ['disadvantage', 'disadvantages', 'drawback'],
  ],
  [
    ['frozen', 'freeze', 'freezes', 'fixed'],
    ['updated', 'trained', 'unfrozen', 'update', 'updates'],
  ],
  [
    ['same', 'equal', 'identical'],
    ['different', 'differ', 'opposite', 'unequal'],
  ],
  [
    ['true', 'correct', 'right'],
    ['false', 'incorrect', 'wrong'],
  ],
  [['always'], ['never']],
  [['open'], ['closed']],
  [['connected'], ['disconnected', 'separated', 'unconnected']],
  [
    ['easy', 'easier', 'simple'],
    ['hard', 'harder', 'difficult', 'complex'],
  ],
  [
    ['attract', 'attracts'],
    ['repel', 'repels'],
  ],
  [
    ['absorb', 'absorbs'],
    ['release', 'releases', 'reflect', 'reflects'],
  ],
  [
    ['expand', 'expands'],
    ['contract', 'contracts'],
  ],
  [
    ['hot', 'hotter', 'warm', 'warmer'],
    ['cold', 'colder', 'cool', 'cooler'],
  ],
  [['supervised'], ['unsupervised']],
];

/** Expressions that hold a negation character but deny nothing. */
const NO_DENIAL =
  /优缺点|不仅|不但|不只|不光|不断|不同|不一样|不过|不管|不论|无论|不久|差不多|不得不|非常|没错|无疑|不妨|不免|不难|未来|无监督|非线性|非结构化|无向|不等式|除非|不然|莫非|能不能|是不是|可不可以|会不会|有没有|需不需要|not only|not just|no longer than|no matter|whether or not|not necessarily/giu;

/** Names that hold one end of a pair and turn nothing: what is pre-trained may well be frozen. */
const NO_TURN = /预训练|训练(?:集|数据|样本|语料|阶段|过程|时|中|前|后|步)/gu;

const DENIAL_ZH =
  /不行|不是|不会|不能|不可以|不可|不需要|不需|不用|不必|不应该|不应|没有|没|无法|无需|无须|并非|并不|不再|未曾|尚未|不|无(?![线穷限])|未|非(?=[是])|毫无/gu;
const DENIAL_EN =
  /\b(?:not|no|never|none|nor|neither|without|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|arent|wasn't|won't|wont|shouldn't|wouldn't|couldn't|haven't|hasn't|unable|fails? to|instead of)\b/gi;

/** A word that turns a statement, by offsets into the text as given. */
export interface Mark {
  start: number;
  end: number;
  /** 0 for a denial; ±n for an end of opposite pair n. */
  pole: number;
}

const OPPOSITE = compileOpposites();

function compileOpposites(): { pattern: RegExp; sides: Map<string, number> } {
  const sides = new Map<string, number>();
  OPPOSITES.forEach(([first, second], index) => {
    for (const word of first) if (!sides.has(word)) sides.set(word, index + 1);
    for (const word of second) if (!sides.has(word)) sides.set(word, -(index + 1));
  });
  const words = [...sides.keys()].sort((a, b) => b.length - a.length);
  const source = words.map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|');
  return { pattern: new RegExp(source, 'giu'), sides };
}

/** "No, …" answers the question and denies nothing in its own sentence. */
const VERDICT_OPENING = /^\s*(?:no|not really|否|不|不是|不对|错)(?=\s*[,，.。:：；;])/iu;

/** Every turning word of a text, in order; expressions that only look like denials are passed over. */
export function marksOf(text: string): Mark[] {
  const plain = text
    .replace(/’/g, "'")
    .replace(VERDICT_OPENING, (kept) => '\u0000'.repeat(kept.length))
    .replace(NO_DENIAL, (kept) => '\u0000'.repeat(kept.length))
    .replace(NO_TURN, (kept) => '\u0000'.repeat(kept.length));
  const marks: Mark[] = [];
  const rest = plain.replace(OPPOSITE.pattern, (word, offset: number) => {
    marks.push({
      start: offset,
      end: offset + word.length,
      pole: OPPOSITE.sides.get(word.toLowerCase()) ?? 0,
    });
    return '\u0000'.repeat(word.length);
  });
  for (const pattern of [DENIAL_ZH, DENIAL_EN]) {
    for (const match of rest.matchAll(pattern))
      marks.push({ start: match.index, end: match.index + match[0].length, pole: 0 });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** A denied end of a pair is its other end: "冻结，不更新" says one thing twice. */
function settled(marks: readonly number[]): number[] {
  const ends: number[] = [];
  for (const mark of marks) {
    if (mark !== 0 && ends.at(-1) === 0) ends.splice(-1, 1, -mark);
    else ends.push(mark);
  }
  return ends;
}

/** Whether what stands at one place turns round what stands at the other: an odd number of turns lies between them. */
export function areOpposed(leftMarks: readonly number[], rightMarks: readonly number[]): boolean {
  const [left, right] = [settled(leftMarks), settled(rightMarks)];
  const denials = (ends: readonly number[]) => ends.filter((end) => end === 0).length;
  let turns = Math.abs(denials(left) - denials(right));
  // Who names both ends ("more here, less there") says no less of the one than who names it alone.
  const namesBoth = (end: number) => left.includes(-end) && right.length < left.length;
  for (const end of left)
    if (end !== 0 && right.includes(-end) && !right.includes(end) && !namesBoth(end)) turns++;
  return turns % 2 === 1;
}
