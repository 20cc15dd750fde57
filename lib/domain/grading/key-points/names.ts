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
  /.*(?:了|是|为|即|叫做?|称为?|使用|采用|利用|通过|包括|例如|比如|以及|或者?|和|与|及|对|在|用|把|将|被)/u;
const HAN_NAME = String.raw`[\p{Script=Han}]{2,16}`;
const LATIN_NAME = '[A-Za-z][A-Za-z0-9.+-]*(?:[ -][A-Za-z0-9.+-]+){0,8}';
const NAME_THEN_BRACKET = new RegExp(
  `(${HAN_NAME})\\s*[（(]\\s*(?:简称|缩写为?|英文)?[:：]?\\s*(${LATIN_NAME}(?:[，,、;；/]\\s*${LATIN_NAME})*)\\s*[)）]`,
  'gu',
);
const SHORTEST_NAME = 3;

/**
 * Names that a text itself declares to mean the same: "参数高效微调（PEFT）", "PEFT（参数高效微调）", "PEFT (Parameter-Efficient
 * Fine-Tuning)". Most brackets hold remarks ("一阶矩（FP32）", "LoRA（不训练偏置）"), so without a spelled-out form beside it a
 * pair counts only when the name in brackets is used again, and when neither is given a second partner.
 */
export function namesDefinedIn(text: string): string[][] {
  const spelled = expansionsIn(text)
    .filter(({ phrase }) => !NO_WORD.test(phrase))
    .map(({ abbreviation, phrase }) => [abbreviation, phrase]);
  const isSpelled = (name: string) => spelled.some((names) => names.includes(name));
  const bracketed = [...hanBeforeBracket(text), ...hanInBracket(text)].filter(
    ([, ...names]) => names.some(isSpelled) || !names.some((name) => /\d/.test(name)),
  );
  const partnersOf = (name: string) =>
    new Set(bracketed.filter((names) => names.includes(name)).map(([han]) => han));
  const certain = bracketed.filter(([, ...names]) => names.every((name) => partnersOf(name).size === 1));
  return distinct([...spelled, ...certain]);
}

/** A unit between figures ("112 GB, 80 GB … B") spells nothing. */
const NO_WORD = /(?:^| )[A-Z]{1,2}(?: |$)/;

function hanBeforeBracket(text: string): string[][] {
  return [...text.matchAll(NAME_THEN_BRACKET)].flatMap(([, before = '', inside = '']) => {
    const names = inside.split(/[，,、;；/]\s*/u);
    const han = before.replace(BEFORE_NAME, '');
    const isUsed = names.some(
      (name) => isAbbreviation(name) && (names.length > 1 || isUsedAgain(text, name)),
    );
    // Where a name with 的 in it begins nobody can tell: “人类反馈的强化学习（RLHF）”.
    return han.length >= SHORTEST_NAME && !han.includes('的') && isUsed ? [[han, ...names]] : [];
  });
}

function hanInBracket(text: string): string[][] {
  return chineseExpansionsIn(text).flatMap(({ abbreviation, phrase }) =>
    isUsedAgain(text, phrase) && !/[的了是在]|^[不无非未]/u.test(phrase) ? [[phrase, abbreviation]] : [],
  );
}

function isUsedAgain(text: string, name: string): boolean {
  return text.indexOf(name) !== text.lastIndexOf(name);
}

function isAbbreviation(name: string): boolean {
  return !name.includes(' ') && (name.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function distinct(groups: readonly string[][]): string[][] {
  const keys = groups.map((names) => names.map(canonical).toSorted().join('='));
  return groups.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}
