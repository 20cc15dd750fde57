import { type Unit, unitsOf } from './units';

/** Groups of expressions that mean the same; each group is one concept. */
export type ConceptGroups = readonly (readonly string[])[];

/** A place where a known expression stands: unit indexes, end exclusive. */
export interface ConceptSpan {
  concept: number;
  from: number;
  to: number;
}

interface Entry {
  keys: string[];
  concept: number;
}

/** Looks expressions up by their first unit. */
export interface ConceptIndex {
  byFirst: Map<string, Entry[]>;
}

/** Prepares groups of synonyms and abbreviations for `spansOf`. */
export function indexConcepts(groups: ConceptGroups): ConceptIndex {
  const byFirst = new Map<string, Entry[]>();
  groups.forEach((group, concept) => {
    for (const expression of group) {
      const keys = unitsOf(expression).map((unit) => unit.key);
      const first = keys[0];
      if (first === undefined) continue;
      const entries = byFirst.get(first) ?? [];
      entries.push({ keys, concept });
      byFirst.set(first, entries);
    }
  });
  for (const entries of byFirst.values()) entries.sort((a, b) => b.keys.length - a.keys.length);
  return { byFirst };
}

/** Every known expression in a text. The same place may carry several concepts. */
export function spansOf(units: readonly Unit[], index: ConceptIndex): ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  units.forEach((unit, at) => {
    for (const entry of index.byFirst.get(unit.key) ?? []) {
      if (
        entry.keys.every(
          (key, offset) => units[at + offset]?.key === key && (offset === 0 || units[at + offset]?.isJoined),
        )
      )
        spans.push({ concept: entry.concept, from: at, to: at + entry.keys.length });
    }
  });
  return spans;
}
