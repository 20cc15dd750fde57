import { DoubtFinder, type FoundDoubt } from '../domain/grading';
import { stableId } from '../domain/ids';
import {
  contentBasis,
  type Passage,
  type Question,
  type ReferenceDoubt,
  referenceBasis,
} from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankStore, Clock, DoubtStore } from '../ports';
import { inTurns } from './in-turns';
import { isoNow } from './iso-now';

export interface OfflineDoubtPorts {
  bank: Pick<BankStore, 'listQuestions' | 'listPassages'>;
  doubts: Pick<DoubtStore, 'saveDoubts' | 'clearOpenDoubts'>;
  clock: Clock;
}

/** What a look saw and found, so that the next one need only look at what is new. */
export interface OfflineLook {
  /** By question: what it said. */
  seen: ReadonlyMap<string, string>;
  /** All that was raised, also what is not told because the whole document is about something else. */
  raised: readonly ReferenceDoubt[];
  /** What stands. */
  doubts: ReferenceDoubt[];
  /** Questions that came, changed or went since the whole bank was looked over. */
  drift: number;
}

export interface LookOptions {
  signal?: AbortSignal;
  /** The look before this one; absent: everything is looked at. */
  before?: OfflineLook | null;
  onProgress?(done: number, total: number): void;
}

/** A smaller bank is looked over as a whole each time, in about a second. */
const SMALL_BANK = 1000;

/** What is usual in a bank is learnt anew, and everything measured by it, once so large a part of it has changed. */
const MOST_DRIFT = 0.1;

/** Looks over all references by their words alone: see `lookOver`. */
export async function findOfflineDoubts(
  ports: OfflineDoubtPorts,
  glossary: Glossary,
): Promise<ReferenceDoubt[]> {
  return (await lookOver(ports, glossary))?.doubts ?? [];
}

/**
 * Looks over the references by their words alone and stores what is doubtful; open doubts of an earlier look that are no
 * longer raised are taken back, what a person said of one stays. In a large bank only what changed since `before`, and what
 * was doubted then, is looked at: a doubt may have rested on what is gone. @returns null, with nothing stored, once the signal is raised
 */
export async function lookOver(
  ports: OfflineDoubtPorts,
  glossary: Glossary,
  { signal, before, onProgress }: LookOptions = {},
): Promise<OfflineLook | null> {
  const questions = await ports.bank.listQuestions();
  const seen = seenIn(questions);
  const plan = planLook(seen, before);
  const found = await doubtsOf(ports, questions, glossary, plan.places, { signal, onProgress });
  if (found === null) return null;
  const raised = [...plan.kept, ...found];
  const doubts = withoutOtherFields(raised, questions);
  await ports.doubts.saveDoubts(doubts);
  await ports.doubts.clearOpenDoubts(
    'offline',
    questions.map(({ id }) => id),
    doubts.map(({ id }) => id),
  );
  return { seen, raised, doubts, drift: plan.drift };
}

/** By question: a name of what it says. */
export function seenIn(questions: readonly Question[]): Map<string, string> {
  return new Map(questions.map((question) => [question.id, contentBasis(question)]));
}

/** Which places of the bank are looked at, and what is known of the others. */
function planLook(seen: ReadonlyMap<string, string>, before: LookOptions['before']) {
  const ids = [...seen.keys()];
  const isKnown = (id: string) => before?.seen.get(id) === seen.get(id);
  const fresh = ids.filter((id) => !isKnown(id)).length;
  const gone = before ? [...before.seen.keys()].filter((id) => !seen.has(id)).length : 0;
  const drift = (before?.drift ?? 0) + fresh + gone;
  if (!before || ids.length < SMALL_BANK || drift > MOST_DRIFT * ids.length)
    return { places: ids.map((_, place) => place), kept: [], drift: 0 };
  if (fresh + gone === 0) return { places: [], kept: before.raised, drift };
  const doubted = new Set(before.raised.map(({ questionId }) => questionId));
  const places = ids.flatMap((id, place) => (isKnown(id) && !doubted.has(id) ? [] : [place]));
  return { places, kept: [], drift };
}

/** Null once the signal is raised. */
async function doubtsOf(
  ports: OfflineDoubtPorts,
  questions: readonly Question[],
  glossary: Glossary,
  places: readonly number[],
  { signal, onProgress }: LookOptions,
): Promise<ReferenceDoubt[] | null> {
  if (places.length === 0) return [];
  onProgress?.(0, places.length);
  const finder = new DoubtFinder(glossary);
  const passages = await ports.bank.listPassages();
  if (!(await inTurns(readingBank(finder, questions, passages), signal))) return null;
  const raised: ReferenceDoubt[] = [];
  const at = isoNow(ports.clock);
  function* looking() {
    for (const [done, place] of places.entries()) {
      const question = questions[place];
      if (question) raised.push(...finder.doubtsOf(place).map((doubt) => asStored(question, doubt, at)));
      onProgress?.(done + 1, places.length);
      yield;
    }
  }
  return (await inTurns(looking(), signal)) ? raised : null;
}

function* readingBank(finder: DoubtFinder, questions: readonly Question[], passages: readonly Passage[]) {
  for (const question of questions) yield finder.addQuestion(question);
  for (const passage of passages) yield finder.addPassage(passage);
  yield* finder.closing();
}

function asStored(question: Question, doubt: FoundDoubt, at: string): ReferenceDoubt {
  const basisHash = referenceBasis(question);
  return {
    id: stableId('x', 'offline', question.id, basisHash, doubt.code, doubt.quote),
    questionId: question.id,
    basisHash,
    source: 'offline',
    ...doubt,
    state: 'open',
    at,
  };
}

/** So many doubts of one document are needed before they say something of the document. */
const FEWEST_OF_A_FIELD = 3;

/**
 * A document most of whose references look off-topic is about another field than the rest of the bank: that is no fault
 * of its references, and measured by that bank none of them can be told from a wrong one.
 */
function withoutOtherFields(
  doubts: readonly ReferenceDoubt[],
  questions: readonly Question[],
): ReferenceDoubt[] {
  const documentOf = new Map(questions.map(({ id, documentId }) => [id, documentId]));
  const sizes = countBy(questions.map(({ documentId }) => documentId));
  const offTopic = doubts.filter(({ code }) => code === 'off-topic');
  const doubted = countBy(
    [...new Set(offTopic.map(({ questionId }) => questionId))].map((id) => documentOf.get(id)),
  );
  return doubts.filter(({ code, questionId }) => {
    const document = documentOf.get(questionId);
    const count = doubted.get(document) ?? 0;
    return code !== 'off-topic' || count < FEWEST_OF_A_FIELD || count * 2 <= (sizes.get(document) ?? 0);
  });
}

function countBy<Key>(keys: readonly Key[]): Map<Key | undefined, number> {
  const counts = new Map<Key | undefined, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
