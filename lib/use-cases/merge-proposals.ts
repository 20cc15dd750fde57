import { hashText } from '../domain/ids';
import {
  keptApartTest,
  type MergeProposals,
  proposalsOf,
  type Question,
  questionText,
  type SamePair,
} from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankSearch, BankStore, Logger, MergeStore } from '../ports';
import { findSamePairs } from './find-same-pairs';

export interface MergeProposalPorts {
  bank: Pick<BankStore, 'revision' | 'listQuestions'>;
  merges: Pick<MergeStore, 'listKeptApart'>;
  search: Pick<BankSearch, 'questions'>;
  logger: Logger;
}

/** Goes through the bank behind the scenes, once for each question; what it found before is there at once. */
export interface LiveMergeProposals {
  /** What is known now; a bank that has changed is gone through from here on. */
  view(): Promise<MergeProposals>;
  /** Waits until everything has been gone through. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

class LiveProposals implements LiveMergeProposals {
  private questions: readonly Question[] = [];
  private revision = -1;
  /** What each question said when its pairs were found. */
  private known = new Map<string, string>();
  private pairs: SamePair[] = [];
  private progress = { done: 0, total: 0 };
  private running: Promise<void> | null = null;
  private hasFailed = false;
  private readonly ending = new AbortController();

  constructor(
    private readonly ports: MergeProposalPorts,
    private readonly glossary: Glossary,
  ) {}

  async view(): Promise<MergeProposals> {
    await this.follow();
    const areKeptApart = keptApartTest(await this.ports.merges.listKeptApart());
    const state = this.running ? 'working' : this.hasFailed ? 'failed' : 'ready';
    return { state, ...this.progress, proposals: proposalsOf(this.questions, this.pairs, areKeptApart) };
  }

  async settled(): Promise<void> {
    await this.follow();
    await this.running;
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async follow(): Promise<void> {
    const revision = await this.ports.bank.revision();
    if (this.running || (revision === this.revision && !this.hasFailed) || this.ending.signal.aborted) return;
    const questions = await this.ports.bank.listQuestions();
    // Another view may have begun while this one read the bank.
    if (this.running) return;
    this.questions = questions;
    this.revision = revision;
    this.running = this.run(questions).finally(() => {
      this.running = null;
    });
  }

  private async run(questions: readonly Question[]): Promise<void> {
    const texts = new Map(questions.map((question) => [question.id, textHash(question)]));
    const isKnown = (id: string) => this.known.has(id) && this.known.get(id) === texts.get(id);
    const fresh = questions.filter(({ id }) => !isKnown(id));
    this.progress = { done: 0, total: fresh.length };
    this.hasFailed = false;
    this.pairs = this.pairs.filter(({ firstId, secondId }) => isKnown(firstId) && isKnown(secondId));
    if (fresh.length === 0) {
      this.known = texts;
      return;
    }
    try {
      const found = await findSamePairs(this.ports, {
        questions,
        fresh,
        glossary: this.glossary,
        signal: this.ending.signal,
        onProgress: (done) => {
          this.progress = { done, total: fresh.length };
        },
      });
      this.pairs = [...this.pairs, ...found];
      this.known = texts;
    } catch (error) {
      this.hasFailed = true;
      this.ports.logger.warn({ error }, 'questions not compared; the next view tries again');
    }
  }
}

function textHash(question: Question): string {
  return hashText(JSON.stringify([questionText(question), question.options ?? [], question.answer]));
}

/** Starts knowing nothing; the first view begins to go through the bank. */
export function createMergeProposals(
  ports: MergeProposalPorts,
  options: { glossary: Glossary },
): LiveMergeProposals {
  return new LiveProposals(ports, options.glossary);
}
