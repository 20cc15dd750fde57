import { type Glossary, thingsNamed, tokenise } from '../../retrieval';
import { type Expansion, expansionsIn } from './abbreviations';
import { chineseExpansionsIn, standsForAnother } from './chinese-names';

/** An abbreviation that a reference expands otherwise than is known. */
export interface WrongExpansion {
  /** The exact words of the reference. */
  quote: string;
  abbreviation: string;
  /** What it is known to stand for. */
  known: string;
  /** Who knows it. */
  by: 'glossary' | 'bank';
}

/** Owners of one way to expand an abbreviation. */
interface Reading {
  phrase: string;
  owners: Set<string>;
}

/** A bank is of the glossary's field when this share of its texts names at least so many of the glossary's things. */
const FIELD = { share: 0.25, names: 2 };
/** Texts that are asked for it. */
const MOST_ASKED = 300;

/** A name in Latin letters that has more than one word. */
const SEVERAL_WORDS = /^[a-z][a-z0-9']*(?:[ -][a-z0-9']+)+$/i;

/** All expansions that a bank gives of its abbreviations, beside those of the glossary. */
export class ExpansionLedger {
  private readonly readings = new Map<string, Reading[]>();
  private asked = 0;
  private ofField = 0;

  constructor(private readonly glossary: Glossary) {}

  /** Adds a text of the bank; `owner` is the id of its question or passage. */
  add(owner: string, text: string): void {
    for (const expansion of expansionsIn(text)) this.readingOf(expansion).owners.add(owner);
    if (this.asked >= MOST_ASKED) return;
    this.asked += 1;
    const groups = new Set(thingsNamed(this.glossary, text).groups.values());
    if (groups.size >= FIELD.names) this.ofField += 1;
  }

  /** What a text expands otherwise than the glossary or most of the bank; each abbreviation once. */
  wrongIn(text: string): WrongExpansion[] {
    const wrong = [
      ...expansionsIn(text).flatMap((expansion) => this.judge(expansion) ?? []),
      ...chineseExpansionsIn(text).flatMap((expansion) => this.judgeChinese(expansion) ?? []),
    ];
    return wrong.filter(
      ({ abbreviation }, at) => wrong.findIndex((other) => other.abbreviation === abbreviation) === at,
    );
  }

  private judge({ abbreviation, phrase, quote }: Expansion): WrongExpansion | null {
    const known = this.glossaryNames(abbreviation).filter((name) => SEVERAL_WORDS.test(name));
    const readings = this.readings.get(abbreviation.toLowerCase()) ?? [];
    const own = readings.find((reading) => isSamePhrase(reading.phrase, phrase))?.owners.size ?? 1;
    const [most] = readings.toSorted((a, b) => b.owners.size - a.owners.size);
    const isMost = !most || most.owners.size <= own;
    if (known.some((name) => isSamePhrase(name, phrase))) return null;
    const [first] = known;
    // Where several texts of the bank agree on a reading of their own, the bank is right about its own field.
    if (first && !(isMost && own > 1)) return { quote, abbreviation, known: first, by: 'glossary' };
    return first || isMost ? null : { quote, abbreviation, known: most.phrase, by: 'bank' };
  }

  private judgeChinese({ abbreviation, phrase, quote }: Expansion): WrongExpansion | null {
    if (thingsNamed(this.glossary, phrase).groups.has(phrase)) return null;
    const known = this.glossaryNames(abbreviation).filter((name) => /^\p{Script=Han}+$/u.test(name));
    const [first] = known;
    return first && standsForAnother(phrase, known)
      ? { quote, abbreviation, known: first, by: 'glossary' }
      : null;
  }

  /** Other names of the thing, where the glossary speaks of the bank's field. */
  private glossaryNames(abbreviation: string): string[] {
    if (this.ofField < this.asked * FIELD.share) return [];
    return [...(thingsNamed(this.glossary, abbreviation).groups.get(abbreviation.toLowerCase()) ?? [])];
  }

  private readingOf({ abbreviation, phrase }: Expansion): Reading {
    const key = abbreviation.toLowerCase();
    const readings = this.readings.get(key) ?? [];
    this.readings.set(key, readings);
    const same = readings.find((reading) => isSamePhrase(reading.phrase, phrase));
    if (same) return same;
    const fresh: Reading = { phrase, owners: new Set() };
    readings.push(fresh);
    return fresh;
  }
}

/** Inflection, case and joints aside; a phrase that goes on is the same: "… adaptation of large language models". */
function isSamePhrase(left: string, right: string): boolean {
  const [a, b] = [stemsOf(left), stemsOf(right)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((stem) => long.some((other) => other === stem || sharesRoot(stem, other)));
}

/** Spellings of one word share most of their beginning: adaption, adaptation; quantised, quantized. */
const ROOT = 5;

function sharesRoot(left: string, right: string): boolean {
  return left.length >= ROOT && left.slice(0, ROOT) === right.slice(0, ROOT);
}

function stemsOf(phrase: string): string[] {
  return tokenise(phrase.replace(/[^A-Za-z0-9]+/g, ' ')).filter(
    (stem) => !/^(?:of|from|with|for|and|the|an?|in|on|by|to)$/.test(stem),
  );
}
