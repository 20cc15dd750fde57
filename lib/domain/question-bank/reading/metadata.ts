/** Words for how hard a question is, on the scale of ten. */
const WORDS: readonly [RegExp, number][] = [
  [/^e$|入门|简单|容易|初级|基础|easy|beginner|basic|junior/iu, 3],
  [/^m$|中等|中级|一般|适中|medium|intermediate|moderate|middle/iu, 5],
  [/^h$|困难|较难|高级|进阶|难|hard|advanced|difficult|expert|senior/iu, 8],
];

/**
 * Reads a difficulty: "3/10", "3", "★★★☆☆", "中等", "Hard". 1..10; undefined when it says nothing.
 * A figure out of ten, or out of nothing, is the document's own; any other scale is stretched to ten.
 */
export function readDifficulty(text: string): number | undefined {
  const figure = /(\d+(?:\.\d+)?)\s*(?:\/|／|out of|of)?\s*(\d+)?/u.exec(text);
  if (figure?.[1] !== undefined) {
    const scale = Number(figure[2] ?? 10);
    const value = scale === 10 || scale <= 0 ? Number(figure[1]) : (Number(figure[1]) * 10) / scale;
    return value >= 0 && value <= 10 ? Math.max(1, Math.round(value)) : undefined;
  }
  const full = text.match(/★|⭐|🌟/gu)?.length ?? 0;
  const empty = text.match(/☆/gu)?.length ?? 0;
  if (full > 0) return Math.min(10, Math.round((full * 10) / Math.max(5, full + empty)));
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** "👶 easy ⭐️ medium 🚀 expert": a legend that tells what an emoji behind a stem means. */
export function readLegend(text: string): Map<string, number> {
  const legend = new Map<string, number>();
  const pattern =
    /(\p{Extended_Pictographic})(?:\ufe0f|\u200d|[\s:：=-])*(easy|medium|hard|expert|beginner|advanced|简单|中等|困难|容易|较难)/giu;
  for (const [, emoji, word] of text.matchAll(pattern)) {
    const difficulty = readDifficulty(word ?? '');
    if (emoji !== undefined && difficulty !== undefined) legend.set(emoji, difficulty);
  }
  return legend.size >= 2 ? legend : new Map();
}

/** Characters of a section's title that sets tasks. */
const LONGEST_TASK_TITLE = 20;
/** No name of a kind is longer, its remark in brackets included. */
const LONGEST_KIND = 160;

/** "二、编程题：", "选择题（每题 2 分）": a section's title that names a kind of question; "编程题 3" counts one. */
export function isKindTitle(title: string): boolean {
  if (title.length > LONGEST_KIND) return false;
  const text = title.replace(/[(（][^)）]*[)）]/gu, '');
  return (
    /(?:选择|单选|多选|判断|填空|简答|问答|论述|编程|计算|综合|应用|证明|分析|作图)题/u.test(text) &&
    !/\d/u.test(text) &&
    isMereKind(text)
  );
}

/** "二、手撕算法题": what stands below is set as a task, whether or not it asks. */
export function setsTasks(title: string): boolean {
  const text = title.replace(/[(（][^()（）]*[)）]\s*$/u, '');
  return (
    text.length <= LONGEST_TASK_TITLE &&
    /(?:算法|编程|代码|手撕|手写|场景|智力|设计|概率|数学|逻辑|编写|练习|操作|实操)题(?:目)?[\s:：]*$/u.test(
      text,
    )
  );
}

/** A section's title that names a kind of question, or only says that questions follow. */
export function isMereKind(title: string): boolean {
  if (title.length > LONGEST_KIND) return false;
  const text = title
    .replace(/[(（][^)）]*[)）]/gu, '')
    .replace(/[\s\d.。、【】：:*#一二三四五六七八九十]/gu, '');
  return (
    /^(?:单项|多项|不定项)?(?:(?:选择|单选|多选|判断|填空|简答|问答|论述|编程|代码|计算|证明|分析|作图|主观|客观|开放)(?:题目?|题部分)?|(?:应用|综合)(?:题目?|题部分))$/u.test(
      text,
    ) ||
    /^(?:详细|全部|所有|完整|高频)?的?(?:面试)?(?:题目|问题|试题|题)(?:列表|汇总|大全|目录|合集|部分|及答案|与答案)?$/u.test(
      text,
    ) ||
    /^(?:(?:multiplechoice|openended|open|truefalse|shortanswer|coding|all|interview|frequentlyasked)?(?:questions?)(?:list|andanswers?|bank)?|faq|q&a|qa)$/iu.test(
      text,
    )
  );
}
