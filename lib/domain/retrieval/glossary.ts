import { z } from 'zod';
import type { WeightedTerm } from './model';
import { tokenise } from './tokenise';

/** The file's shape: groups of names for one thing, in any language, abbreviations included. */
export const glossarySchema = z.object({ groups: z.array(z.array(z.string().min(1)).min(2)) });

/** Names of the same thing, ready to be found in a text. */
export interface Glossary {
  /** Longest name first, so that 全参数微调 is found before 微调. */
  names: readonly { name: string; group: readonly string[] }[];
}

/** A glossary that knows nothing. */
export const EMPTY_GLOSSARY: Glossary = { names: [] };

/**
 * Makes a glossary of the content of a glossary file.
 * @throws ZodError when the content has another shape.
 */
export function parseGlossary(content: unknown): Glossary {
  const names = glossarySchema
    .parse(content)
    .groups.flatMap((group) => group.map((name) => ({ name: canonical(name), group })));
  return { names: names.sort((left, right) => right.name.length - left.name.length) };
}

/** Things of the glossary that a text mentions, each as its group of names, and the text with those names blanked. */
export function thingsNamed(
  glossary: Glossary,
  text: string,
): { groups: Map<string, readonly string[]>; rest: string } {
  let rest = canonical(text);
  const groups = new Map<string, readonly string[]>();
  for (const { name, group } of glossary.names) {
    if (placeOf(name, rest) < 0) continue;
    // A found name is blanked, so that no shorter name is found inside it.
    rest = rest.replaceAll(name, ' '.repeat(name.length));
    groups.set(name, group);
  }
  return { groups, rest };
}

/** Other names of the things that a text mentions; the mentioned names themselves are left out. */
export function otherNames(glossary: Glossary, text: string): string[] {
  const { groups } = thingsNamed(glossary, text);
  const others = new Set([...groups.values()].flat());
  return [...others].filter((other) => !groups.has(canonical(other)));
}

/**
 * What a text asks for, as weighted terms: its own at 1, those of other names of the things it mentions at
 * `otherWeight`, divided among the terms of a name, so that a long name does not outweigh what was written.
 */
export function queryTerms(text: string, glossary: Glossary, otherWeight: number): WeightedTerm[] {
  const written = tokenise(text);
  const known = new Set(written);
  const inferred = otherNames(glossary, text).flatMap((name) => {
    const terms = [...new Set(tokenise(name))].filter((term) => !known.has(term) && !isSingleCharacter(term));
    return terms.map((term) => ({ term, weight: otherWeight / Math.sqrt(terms.length) }));
  });
  return [...written.map((term) => ({ term, weight: 1 })), ...inferred];
}

/** More other names than this drown the question in an embedding. */
const MAX_NAMES = 6;

/** The query as an embedder should read it: followed by other names of what it mentions. */
export function expandedQuery(text: string, glossary: Glossary): string {
  const names = otherNames(glossary, text).slice(0, MAX_NAMES);
  return names.length === 0 ? text : `${text}（${names.join('，')}）`;
}

/** Width, case and joints do not tell names apart: Low-Rank Adaptation = low rank adaptation. */
function canonical(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-‐–]+/g, ' ');
}

/** Latin names must stand alone (LoRA is not in QLoRA); Chinese ones may stand anywhere. */
function placeOf(name: string, text: string): number {
  for (let place = text.indexOf(name); place >= 0; place = text.indexOf(name, place + 1)) {
    const before = isWordLike(name[0]) && isWordLike(text[place - 1]);
    const after = isWordLike(name.at(-1)) && isWordLike(text[place + name.length]);
    if (!before && !after) return place;
  }
  return -1;
}

function isWordLike(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

function isSingleCharacter(term: string): boolean {
  return [...term].length === 1;
}
