import { expansionsIn } from '../doubts/abbreviations';
import { chineseExpansionsIn } from '../doubts/chinese-names';
import type { KeyPoint } from '../model';

/** More other names on one point than this are noise. */
const MOST_SYNONYMS = 8;

const BETWEEN = /\s*[=＝]\s*/u;

/** Names of one thing that the points' synonyms say are the same ("PEFT = 参数高效微调"). */
export function sameNames(points: readonly KeyPoint[]): string[][] {
  return points.flatMap(({ synonyms = [] }) => synonyms.map(namesOf)).filter((names) => names.length > 1);
}

/** Other ways to say the whole point. */
export function otherWordings({ synonyms = [] }: Pick<KeyPoint, 'synonyms'>): string[] {
  return synonyms.filter((entry) => namesOf(entry).length === 1);
}

function namesOf(entry: string): string[] {
  return entry.split(BETWEEN).filter((name) => /[\p{L}\p{N}]/u.test(name));
}

/** The points, each with those names of `groups` for what it mentions that it does not itself give. */
export function withNames(points: readonly KeyPoint[], groups: readonly (readonly string[])[]): KeyPoint[] {
  return points.map((point) => {
    const text = canonical(`${point.text} ${point.evidence ?? ''}`);
    const known = point.synonyms ?? [];
    const found = groups
      .filter((names) => names.some((name) => mentions(text, canonical(name))))
      .map((names) => names.join(' = '))
      .filter((entry) => !known.includes(entry));
    const synonyms = [...new Set([...known, ...found])].slice(0, Math.max(known.length, MOST_SYNONYMS));
    return synonyms.length > known.length ? { ...point, synonyms } : point;
  });
}

function canonical(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐–]+/g, ' ');
}

/** Latin names stand alone (LoRA is not in QLoRA), Chinese ones anywhere. */
function mentions(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  return !/[a-z0-9]/.test(name) || !/[a-z0-9]/.test(`${text[at - 1] ?? ''}${text[at + name.length] ?? ''}`);
}

/** What cannot be part of a name that ends before a bracket: "我们采用了参数高效微调（PEFT）" names 参数高效微调. */
const BEFORE_NAME =
  /.*(?:的|了|是|为|即|叫做?|称为?|使用|采用|利用|通过|包括|例如|比如|以及|或者?|和|与|及|对|在|用|把|将|被)/u;
const HAN_NAME = String.raw`[\p{Script=Han}]{2,16}`;
const LATIN_NAME = '[A-Za-z][A-Za-z0-9.+-]*(?:[ -][A-Za-z0-9.+-]+){0,8}';
const NAME_THEN_BRACKET = new RegExp(
  `(${HAN_NAME})\\s*[（(]\\s*(?:简称|缩写为?|英文)?[:：]?\\s*(${LATIN_NAME}(?:[，,、;；/]\\s*${LATIN_NAME})*)\\s*[)）]`,
  'gu',
);
const SHORTEST_NAME = 3;

/**
 * Names that a text itself declares to mean the same: "参数高效微调（PEFT）", "PEFT（参数高效微调）", "PEFT (Parameter-Efficient
 * Fine-Tuning)". A Latin name in brackets counts when it is an abbreviation or is spelled out beside one: other brackets
 * hold examples and asides.
 */
export function namesDefinedIn(text: string): string[][] {
  const groups = [...expansionsIn(text), ...chineseExpansionsIn(text)].map(({ abbreviation, phrase }) => [
    abbreviation,
    phrase,
  ]);
  for (const [, before = '', inside = ''] of text.matchAll(NAME_THEN_BRACKET)) {
    const names = inside.split(/[，,、;；/]\s*/u);
    const han = before.replace(BEFORE_NAME, '');
    if (han.length >= SHORTEST_NAME && names.some(isAbbreviation)) groups.push([han, ...names]);
  }
  const seen = new Set<string>();
  return groups.filter((names) => {
    const key = names.map(canonical).join('=');
    return seen.has(key) ? false : seen.add(key);
  });
}

function isAbbreviation(name: string): boolean {
  return !name.includes(' ') && (name.match(/[A-Z]/g)?.length ?? 0) >= 2;
}
