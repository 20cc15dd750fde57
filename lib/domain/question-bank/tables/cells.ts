import { letterOf } from '../reading/letters';

/** Letters of right options in a cell: "B", "a,c", "ABD", "选项 C", "(D)". Null when it holds anything else. */
export function lettersOf(cell: string): string | null {
  const folded = cell
    .normalize('NFKC')
    .trim()
    .replace(/^(?:选项|答案|正确答案|option|answer)[\s:_]*/iu, '')
    .replace(/^[\s*_`"'([{【]+|[\s*_`"')\]}】.。]+$/gu, '');
  if (!/^[a-z](?:\s*[,;/&、+|和]?\s*[a-z])*$/iu.test(folded)) return null;
  const letters = [...folded.toUpperCase()].filter((character) => /[A-Z]/u.test(character));
  const isWord = letters.length > 1 && !/^[A-Z]+$|[,;/&、+|和\s]/u.test(folded);
  return isWord || new Set(letters).size < letters.length ? null : letters.sort().join('');
}

/** An option as a cell or a list item gives it: its label where it has one, and its text. */
interface LabelledText {
  label?: string;
  text: string;
}

const LABEL = /^[（([【]?([A-Za-z])[)）\].、．:：】]\s*/u;

function labelled(text: string): LabelledText {
  const found = LABEL.exec(text);
  return found === null
    ? { text: text.trim() }
    : { label: found[1]?.toUpperCase() ?? '', text: text.slice(found[0].length).trim() };
}

/** `["…", "…"]` or `{"A": "…", "B": "…"}`, as data sets put lists into one cell. */
function fromJson(cell: string): LabelledText[] | null {
  if (!/^\s*[[{]/u.test(cell)) return null;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    // Brackets that are no JSON: read as text.
    return null;
  }
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string' || typeof each === 'number')
      ? value.map((each) => labelled(String(each)))
      : null;
  const pairs = Object.entries(value as object);
  return pairs.every(([label, text]) => /^[A-Za-z]$/u.test(label) && typeof text !== 'object')
    ? pairs.map(([label, text]) => ({ label: label.toUpperCase(), text: String(text).trim() }))
    : null;
}

/** Where one labelled option ends and the next begins inside a line: "A.甲 B.乙 C.丙". */
const NEXT_LABEL = /(?<=[\s;；|,，。]|^)(?=[（([]?[A-Z][)）\].、．:：](?!\/\/))/u;

/** All options in one cell: a line each, labelled letters in one line, JSON, or parts between `;`, `|`, `#`. */
export function splitOptions(cell: string): LabelledText[] {
  const json = fromJson(cell);
  if (json !== null) return json;
  const pieces = cell
    .split(NEXT_LABEL)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (
    pieces.length > 1 &&
    pieces.every((piece, index) => LABEL.exec(piece)?.[1]?.toUpperCase() === letterOf(index))
  )
    return pieces.map((piece) => labelled(piece.replace(/[\s;；|,，]+$/u, '')));
  for (const separator of [/\r?\n|<br\s*\/?>/u, /\|\||[|｜]/u, /[;；]/u, /\$;\$|[#$]/u]) {
    const parts = cell
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
    if (parts.length > 1) return parts.map(labelled);
  }
  return cell.trim() === '' ? [] : [labelled(cell.trim())];
}

/** Parts of a list in a cell: a line each, JSON, or between `;` or `|`; list marks are taken off. */
export function splitItems(cell: string): string[] {
  const json = fromJson(cell);
  if (json !== null) return json.map(({ text }) => text).filter(Boolean);
  const lines = cell.split(/\r?\n/u);
  const parts = lines.length > 1 ? lines : cell.split(/[;；|｜]/u);
  return parts
    .map((part) => part.replace(/^\s*(?:[-*•·]|\d{1,2}[.、)）])\s+/u, '').trim())
    .filter((part) => part !== '');
}

/** Labels in a cell: between commas, semicolons, bars or (as Anki writes them) spaces. */
export function splitTags(cell: string): string[] {
  const json = fromJson(cell);
  const parts = cell.split(/[,，;；、|｜\n]/u);
  const tags = json?.map(({ text }) => text) ?? (parts.length === 1 ? cell.split(/\s+/u) : parts);
  return [...new Set(tags.map((tag) => tag.trim().replace(/^#/u, '')).filter((tag) => tag !== ''))];
}

/** A comma between topics, or within the name of one: "Law, order and peace". */
const TOPIC_COMMA = /[，,]/u;
const NAMED_TOGETHER = /(?:^|\s)(?:and|or|&)\s|[\p{Script=Han}\s][和与及][\p{Script=Han}\s]/u;

/**
 * Headings in a cell, outer first: `微调 > LoRA`, `微调::LoRA`, `微调/LoRA`; or a list of topics: `微调;LoRA`, and, where
 * commas part topics in its column (`hasCommas`), `微调, LoRA`.
 */
export function splitTopics(cell: string, hasCommas = true): string[] {
  const path = cell.split(/\s*(?:::|->|→|»|>)\s*|\s\/\s|\n/u);
  const parts = path.length > 1 ? path : cell.split(hasCommas ? /[;；,，]/u : /[;；]/u);
  return parts.map((topic) => topic.trim()).filter((topic) => topic !== '');
}

/**
 * Whether commas part topics in the cells of a column: none of them joins the last words of a name ("law, order and peace"),
 * or what stands between commas comes again elsewhere.
 */
export function areTopicsCommaParted(column: readonly string[]): boolean {
  const lists = [...new Set(column)].map((cell) => cell.split(TOPIC_COMMA).map((part) => part.trim()));
  if (!lists.some((parts) => parts.slice(1).some((part) => NAMED_TOGETHER.test(part)))) return true;
  const parts = lists.flatMap((list) => [...new Set(list)]).filter((part) => part !== '');
  return new Set(parts).size < parts.length;
}

/** Words for how hard a question is, as the middle of the third of the scale that each names (see difficulty.ts). */
const DIFFICULTY_WORDS: readonly (readonly [number, RegExp])[] = [
  [
    2,
    /^(?:(?:非常|很|较|偏|比较)?(?:简单|容易|易)|初级|初学者|入门|基础|低|(?:very )?easy|simple|basics?|beginner|junior|low)$/u,
  ],
  [
    5,
    /^(?:中等|中|中级|一般|适中|普通|中等偏[上下难易]|medium|moderate|intermediate|normal|average|mid(?:dle)?)$/u,
  ],
  [
    8,
    /^(?:(?:非常|很|较|偏|比较)?(?:困难|难)|高级|进阶|专家|高|(?:very )?(?:hard|difficult)|challenging|tricky|advanced|senior|expert|high)$/u,
  ],
];

/** The figure of 1 to 10 that a cell states, counts in stars or has a word for; undefined when it does none of it. */
export function difficultyOf(cell: string): number | undefined {
  const folded = cell.normalize('NFKC').trim().toLowerCase();
  const figure = /^(\d{1,2})(?:\.0+)?(?:\s*\/\s*(?:5|10))?(?:\s*(?:星|级|分|stars?))?$/u.exec(folded)?.[1];
  if (figure !== undefined) return Number(figure) >= 1 && Number(figure) <= 10 ? Number(figure) : undefined;
  const stars = /^[★⭐*✦]+(?=[☆\s]*$)/u.exec(folded.replaceAll('\ufe0f', ''))?.[0];
  if (stars !== undefined) return stars.length <= 10 ? stars.length : undefined;
  // 【中等】, 难度：中等, 中等难度, Hard level: the word alone says it.
  const word = folded
    .replace(/^[\s[({【「]+|[\s\])}】」]+$/gu, '')
    .replace(/^(?:难度|difficulty|level)\s*[:：]?\s*/u, '')
    .replace(/\s*(?:(?<=.)(?:难度|级别)|(?<=门|础|易|难|单)级| level)$/u, '');
  return DIFFICULTY_WORDS.find(([, pattern]) => pattern.test(word))?.[0];
}
