/** Letters of options that an answer names to say that they are not meant. */

const LETTER = '[A-HＡ-Ｈ]';
const listed = (separators: string) =>
  `(?<![A-Za-z])${LETTER}(?:\\s*(?:[${separators}]|和|与|跟|以及|and|or|或)\\s*${LETTER})*(?![A-Za-z'’])`;
/** A comma may stand between two statements: "C，B 和 D 都不对". */
const SEVERAL = listed('、/&+');
/** "不选 A", "不是 A", "not B", "排除 C 和 D". "不是 A 就是 B" leaves both open. */
const BEFORE = `(?:(?:不|别|没有?|未)(?:应该|应|会|要|能|可能)?(?:选择?|是|包括)?|排除(?:掉|了)?|并?非|[Nn]ot(?: option| answer)?|[Nn]either|n't(?: be| pick| choose)?|[Rr]ule out|[Ee]liminate)\\s*(?:选项)?\\s*${SEVERAL}(?!\\s*就是)`;
const FALSE_ZH = String.raw`(?:项|选项)?\s*(?:肯定|显然|明显|都|也|应该|这个|说法)*\s*(?:是\s*)?(?:错误?的?|不对(?!的)|不正确(?!的)|有误|不行|不成立|不符合)`;
const FALSE_EN = String.raw`\s+(?:(?:is|are)\s+(?:both\s+|clearly\s+|definitely\s+)?(?:wrong|incorrect|false|not (?:right|correct|true|it))|(?:is|are)n['’]t (?:right|correct|true|it))\b`;
const TRUE_ZH = String.raw`(?:项|选项)?\s*(?:肯定|显然|都|也|是)*\s*(?:正确|对)的?`;
const TRUE_EN = String.raw`\s+(?:is|are)\s+(?:both\s+)?(?:right|correct|true)\b`;
/** "A? no, C", "A, I mean C", "选 A……不对，选 C". */
const TAKEN_BACK = String.raw`[\s\p{P}]+(?:no+|nope|wait|hmm)(?=\s*(?:$|[\p{P}]|wait|it))|[\s\p{P}]*(?:不对|不是|错了|说错了?|不选了?|算了)(?=\s*(?:$|[\p{P}]|改|应该|是|选))|[\s\p{P}]+(?:actually|I mean|sorry|make that|or rather|rather)[\s\p{P}]+(?=(?:it'?s\s+)?${LETTER}(?![A-Za-z]))`;

const TURNED_DOWN = new RegExp(BEFORE, 'gu');
const WITHDRAWN = new RegExp(`${SEVERAL}(?:${TAKEN_BACK})`, 'gu');
const CALLED_FALSE = new RegExp(`${SEVERAL}(?:${FALSE_ZH}|${FALSE_EN})`, 'gu');
const CALLED_TRUE = new RegExp(`${SEVERAL}(?:${TRUE_ZH}|${TRUE_EN})`, 'gu');

const SEEKS_WRONG =
  /(?:错误|不正确|不对|有误|不成立|不恰当|不合理)的?(?:一?项|选项|是|有|说法|叙述|描述)|(?:说法|叙述|描述)(?:错误|不正确|有误)|哪[个些项](?:是)?(?:错误|不正确|不对|错)|\b(?:incorrect|wrong|false)\b|\bnot (?:correct|true)\b/iu;

/** Whether a question asks which option is wrong: whoever calls one wrong then chooses it. */
export function seeksWrong(question: string): boolean {
  return SEEKS_WRONG.test(question);
}

/** The text with the letters blanked that are turned down, taken back, or called the opposite of what is asked for. */
export function withoutRejected(text: string, labels: readonly string[], isWrongSought: boolean): string {
  const blank = (found: string) =>
    lettersIn(found).some((letter) => labels.includes(letter)) ? ' '.repeat(found.length) : found;
  return [TURNED_DOWN, WITHDRAWN, isWrongSought ? CALLED_TRUE : CALLED_FALSE].reduce(
    (rest, pattern) => rest.replace(pattern, blank),
    text,
  );
}

const EXCEPT = new RegExp(
  `(?:(?<!排)除了?|除去|[Ee]verything (?:but|except)|[Aa]ll (?:of them )?(?:but|except(?: for)?)|[Aa]ll options except)\\s*(${listed('、/&+,，')})\\s*(?:以外|之外|外)?[\\s，,]*(.*)`,
  'su',
);
const REST_IS_WRONG = /^[^。.]*?(?:错|不对|不正确|不选|不是|不行|wrong|false|incorrect)/iu;

/** "除了 B 和 D 都对", "all except B": the other options, or those named where the rest is called wrong. */
export function readExcluded(
  text: string,
  labels: readonly string[],
  isWrongSought: boolean,
): { labels: string[]; quote: string } | null {
  const match = EXCEPT.exec(text);
  const named = lettersIn(match?.[1] ?? '').filter((letter) => labels.includes(letter));
  if (!match || named.length === 0) return null;
  const isNamed = REST_IS_WRONG.test(match[2] ?? '') !== isWrongSought;
  return {
    labels: isNamed ? named : labels.filter((label) => !named.includes(label)),
    quote: match[0].trim(),
  };
}

function lettersIn(text: string): string[] {
  return text.normalize('NFKC').match(/(?<![A-Za-z])[A-H](?![A-Za-z])/g) ?? [];
}
