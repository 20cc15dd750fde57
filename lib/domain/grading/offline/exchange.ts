import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { claimsOf } from './claims';
import { fold } from './units';

/**
 * From so many words told of the wrong one, and more than this many times as many as of the right one, facts are exchanged:
 * none of some 2,600 answers that people graded well did so, a tenth of the confidently wrong ones to questions of this kind
 * did. On 208 answers written blind afterwards, 3 of 65 honest ones did.
 */
const FEWEST_EXCHANGED = 2;
const TIMES_AS_MANY = 2;

/**
 * Facts told of the wrong one: the question sets things side by side (FP16 and BF16, too large and too small), and the
 * answer tells of one what the reference tells of another alone.
 * @returns the clauses of the answer that hold an exchanged fact.
 */
export function exchangesOf(question: string, reference: string, answer: string): Slice[] {
  const pattern = subjectPattern(comparedIn(question), reference);
  if (!pattern) return [];
  const asked = new Set(piecesOf(question.toLowerCase()));
  const wanted = bindingsOf(reference, pattern, asked);
  if (subjectsOf(wanted).size < 2) return [];
  // Who begins a new paragraph begins anew; in a reference the lines below a lead go on with it.
  const said = [...answer.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    bindingsOf(answer, pattern, asked, { start: index, end: index + line.length }),
  );
  const [mine, theirs] = [ownersOf(wanted), ownersOf(said)];
  const isOf = (term: string, isSame: boolean) => {
    const [right, other] = [mine.get(term), theirs.get(term)];
    if (right?.size !== 1 || other?.size !== 1 || right.has(NOBODY) || other.has(NOBODY)) return false;
    return shareOne(right, other) === isSame;
  };
  const terms = [...theirs.keys()];
  const exchanged = new Set(terms.filter((term) => isOf(term, false)));
  const kept = terms.filter((term) => isOf(term, true)).length;
  if (exchanged.size < FEWEST_EXCHANGED || exchanged.size <= TIMES_AS_MANY * kept) return [];
  return said.filter((binding) => [...binding.terms].some((term) => exchanged.has(term)));
}

function shareOne(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some((one) => right.has(one));
}

/** The subject of clauses before which none was named: what they say may be said of any. */
const NOBODY = '';

/** What is said of one subject in one clause. */
interface Binding extends Slice {
  subject: string;
  /** Words of the clause, "!" before them where it denies something. */
  terms: Set<string>;
}

function subjectsOf(bindings: readonly Binding[]): Set<string> {
  return new Set(bindings.map(({ subject }) => subject).filter((subject) => subject !== NOBODY));
}

function ownersOf(bindings: readonly Binding[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { subject, terms } of bindings) {
    for (const term of terms) {
      const known = owners.get(term);
      if (known) known.add(subject);
      else owners.set(term, new Set([subject]));
    }
  }
  return owners;
}

const SMALL = '(?:过|太|越|较)[小低少弱短]|(?<![a-z])(?:too (?:small|low|few|little)|smaller|lower)(?![a-z])';
const LARGE =
  '(?:过|太|越|较)[大高多强长]|(?<![a-z])(?:too (?:large|high|big|many|much)|larger|higher|bigger)(?![a-z])';
const NAMES_SIZE = new RegExp(`(?:${LARGE}|${SMALL})$`, 'u');
const IS_SMALL = new RegExp(`^(?:${SMALL})$`, 'u');
const IS_LARGE = new RegExp(`^(?:${LARGE})$`, 'u');

/** One name for every expression of the same subject. */
function subjectOf(expression: string): string {
  if (IS_LARGE.test(expression)) return 'large';
  return IS_SMALL.test(expression) ? 'small' : expression;
}

/** Words before a subject that leave it the topic of its clause. */
const LEAD =
  /^(?:[\s\p{P}]|而|但是?|那么?|然后|所以|因为|其中|至于|对于?|像|在|如果|要是|用|当|系数|参数|温度|取值|[a-zα-ω]{1,2}(?![a-z])|the|and|but|while|whereas|if|when|with|for|coefficient|temperature|rate|\d+)*$/u;
const COMPARES = /比|相较|不如|优于|[高低大小多少长短快慢]于|\bthan\b|\bcompared\b|\bunlike\b/u;

/**
 * Clauses of a text, or of a part of it, with the subject they speak of: the last one that opened a clause, after words of
 * the question at most.
 */
function bindingsOf(
  text: string,
  pattern: RegExp,
  asked: ReadonlySet<string>,
  part: Slice = { start: 0, end: text.length },
): Binding[] {
  let topic = NOBODY;
  return sentencesOf(text, part.start, part.end)
    .flatMap((sentence) => clausesOf(text, sentence))
    .flatMap((clause): Binding[] => {
      const words = text.slice(clause.start, clause.end).toLowerCase();
      const named = [...words.matchAll(pattern)];
      const subjects = [...new Set(named.map(([expression]) => subjectOf(expression)))];
      const [first] = named;
      const lead = words.slice(0, first?.index ?? 0);
      if (first && (LEAD.test(lead) || piecesOf(lead).every((piece) => asked.has(piece))))
        topic = subjects.length === 1 || COMPARES.test(words) ? subjectOf(first[0]) : NOBODY;
      const isOfOthers = subjects.some((subject) => subject !== topic) && !COMPARES.test(words);
      return isOfOthers ? [] : [{ ...clause, subject: topic, terms: termsIn(words.replace(pattern, '，')) }];
    });
}

/** Han characters and words of Latin letters. */
function piecesOf(text: string): string[] {
  return text.match(/[a-z0-9]+|\p{Script=Han}/gu) ?? [];
}

function termsIn(words: string): Set<string> {
  return new Set(
    claimsOf(words).flatMap(({ terms, hasDenial }) =>
      [...terms].map((term) => (hasDenial ? `!${term}` : term)),
    ),
  );
}

/**
 * Words that ask to tell things apart. Where a long question only names several things, such as the steps of a project, an
 * answer that goes on from one to the next was taken for exchanging them (10 of 13 honest ones that the rule met).
 */
const ASKS_TO_COMPARE =
  /区别|差别|差异|不同|异同|对比|比较|相比|相较|区分|分别|各自|各[是有怎]|优缺点|优劣|还是|过大|过小|太大|太小|vs\.?|\b(?:versus|differ\w*|compar\w+|distinguish\w*|over|between|than|too)\b/iu;

/** The sentences of a question that ask to tell things apart. */
function comparedIn(question: string): string {
  return sentencesOf(question)
    .map(({ start, end }) => question.slice(start, end))
    .filter((sentence) => ASKS_TO_COMPARE.test(sentence))
    .join('\n');
}

/** A pattern for what the question sets side by side, as far as the reference speaks of it; null for fewer than two. */
function subjectPattern(question: string, reference: string): RegExp | null {
  const [asked, told] = [fold(question).text, fold(reference).text.toLowerCase()];
  const names = new Set([
    ...namesIn(asked, told),
    ...coordinatedIn(asked.toLowerCase(), told),
    ...opposedIn(asked.toLowerCase(), told),
  ]);
  const sources = [...names].sort((left, right) => right.length - left.length).map(nameSource);
  const hasSizes = new RegExp(LARGE, 'u').test(told) && new RegExp(SMALL, 'u').test(told);
  if (hasSizes) sources.push(LARGE, SMALL);
  return sources.length < 2 ? null : new RegExp(sources.join('|'), 'gu');
}

function nameSource(name: string): string {
  const source = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[a-z]/.test(name) ? `(?<![a-z0-9-])${source}(?![a-z0-9-])` : source;
}

/** Words of Latin letters in a Chinese question; abbreviations and names with digits or a hyphen in an English one. */
function namesIn(question: string, reference: string): string[] {
  const isChinese = /\p{Script=Han}/u.test(question);
  return [...question.matchAll(/[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*/g)]
    .map(([name]) => name)
    .filter((name) => name.length > 1 && (isChinese || /[A-Z].*[A-Z]|\d|-[a-z]$/.test(name)))
    .map((name) => name.toLowerCase())
    .filter((name) => new RegExp(nameSource(name), 'u').test(reference));
}

const COORDINATOR = /和|与|跟|及|、|或者?|还是|相比|对比/gu;
const LONGEST_NAME = 8;

/** What stands on both sides of "and" in a Chinese question: the longest expressions that the reference uses too. */
function coordinatedIn(question: string, reference: string): string[] {
  return [...question.matchAll(COORDINATOR)].flatMap(({ index, 0: word }) => {
    const before = /\p{Script=Han}*$/u.exec(question.slice(0, index).trimEnd())?.[0] ?? '';
    const after = /^\p{Script=Han}*/u.exec(question.slice(index + word.length).trimStart())?.[0] ?? '';
    const lengths = Array.from({ length: LONGEST_NAME - 1 }, (_, at) => LONGEST_NAME - at);
    const longest = (pick: (length: number) => string) =>
      lengths.map(pick).find((name) => name.length > 1 && !NAMES_SIZE.test(name) && reference.includes(name));
    return [longest((length) => before.slice(-length)), longest((length) => after.slice(0, length))].filter(
      (name) => name !== undefined,
    );
  });
}

const OPPOSED =
  /(?:between (?:an? |the )?([a-z][\w-]{2,}) and|([a-z][\w-]{2,}) (?:over|vs\.?|versus)) (?:an? |the )?([a-z][\w-]{2,})/gu;

/** "between X and Y", "X over Y" of an English question, where the reference names both. */
function opposedIn(question: string, reference: string): string[] {
  return [...question.matchAll(OPPOSED)].flatMap(([, between, before, after]) => {
    const names = [between ?? before, after].filter((name) => name !== undefined);
    return names.every((name) => new RegExp(nameSource(name), 'u').test(reference)) ? names : [];
  });
}
