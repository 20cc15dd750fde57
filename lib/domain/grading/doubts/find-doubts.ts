import { type Passage, type Question, questionText } from '../../question-bank';
import type { Glossary } from '../../retrieval';
import { referenceOf } from '../question-task';
import { isApart, type UsualGround, usualGround } from './common-ground';
import { ExpansionLedger } from './expansions';
import { cautionIn, foreignToBank, foreignToQuestion, SMALLEST_BANK, type Usual, usualOf } from './off-topic';
import { doubtReason } from './reasons';
import { BankSurvey, type Standing } from './survey';

/** A sign, found without a model, that a reference may be wrong. */
export interface FoundDoubt {
  code: 'wrong-expansion' | 'answers-another' | 'off-topic';
  /** One sentence, in the language of the question. */
  reason: string;
  /** The exact words of the reference; '' when it is about all of it. */
  quote: string;
}

/** So many references tell what is usual in a bank. */
const SAMPLE = 240;

/**
 * Looks for references that speak of something else than their question, by the words alone: read the whole bank first
 * (`addQuestion`, then `addPassage`, then `closing`), then ask for one question after the other. All steps are small, so that a caller
 * can let other work go on between them.
 */
export class DoubtFinder {
  private readonly questions: Question[] = [];
  private readonly survey: BankSurvey;
  private readonly ledger: ExpansionLedger;
  private usual: Usual | null = null;
  private ground: UsualGround = new Map();

  constructor(glossary: Glossary) {
    this.survey = new BankSurvey(glossary);
    this.ledger = new ExpansionLedger(glossary);
  }

  addQuestion(question: Question): void {
    this.questions.push(question);
    this.survey.addQuestion(question);
    this.ledger.add(question.id, textOf(question));
  }

  addPassage(passage: Passage): void {
    this.survey.addPassage(passage);
    this.ledger.add(passage.id, [...passage.headings, passage.text].join('\n'));
  }

  /** After the last text, all of `closing` at once. */
  close(): void {
    for (const _ of this.closing());
  }

  /** After the last text: learns what is usual in this bank. To be gone through to its end, as a whole or in steps. */
  *closing(): Generator<void> {
    yield* this.survey.closing();
    const step = Math.max(1, Math.floor(this.questions.length / SAMPLE));
    const sample: Standing[] = [];
    for (let at = 0; at < this.questions.length; at += step) {
      sample.push(this.survey.standing(at));
      yield;
    }
    this.usual = usualOf(sample);
    this.ground = usualGround(sample.map(({ ground }) => ground));
  }

  /** @param at the place of the question in the order they were added */
  doubtsOf(at: number): FoundDoubt[] {
    const question = this.questions[at];
    const reference = question ? referenceOf(question) : '';
    if (!question || reference === '') return [];
    const expansions = this.ledger
      .wrongIn(reference)
      .map((wrong) => doubt(question, { code: 'wrong-expansion', ...wrong }, wrong.quote));
    const subject = this.questions.length >= SMALLEST_BANK ? this.aboutSubject(question, at) : [];
    return [...expansions, ...subject];
  }

  private aboutSubject(question: Question, at: number): FoundDoubt[] {
    const standing = this.survey.standing(at);
    if (isApart(standing.ground, this.ground))
      return [doubt(question, { code: 'off-topic', of: 'question' }, '')];
    const caution = cautionIn(this.questions.length);
    if (foreignToQuestion(standing) > caution) {
      const other = this.questions[standing.otherAt];
      return [doubt(question, fitsAnother(standing, other) ?? { code: 'off-topic', of: 'question' }, '')];
    }
    const isForeign = this.usual !== null && foreignToBank(standing, this.usual) > caution;
    return isForeign ? [doubt(question, { code: 'off-topic', of: 'bank' }, '')] : [];
  }
}

/** A question that the reference is this near to is worth naming. */
const WORTH_NAMING = 0.15;

function fitsAnother({ other }: Standing, question: Question | undefined) {
  return question && other > WORTH_NAMING ? { code: 'answers-another' as const, stem: question.stem } : null;
}

function doubt(question: Question, finding: Parameters<typeof doubtReason>[0], quote: string): FoundDoubt {
  const language = /\p{Script=Han}/u.test(`${question.stem}${question.answer}`) ? 'zh' : 'en';
  return { code: finding.code, reason: doubtReason(finding, language), quote };
}

function textOf(question: Question): string {
  return [questionText(question), question.answer, question.explanation ?? ''].join('\n');
}
