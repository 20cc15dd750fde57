import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../testing';
import type { AppealSubject, Grade, PointVerdict, Verdict } from '../grading';
import { bandOf } from '../grading';
import type { InterviewEvent } from './events';
import { foldInterview } from './evolve';
import { makeReport, summarise } from './report';
import { writeReport } from './report-markdown';

const AT = '2026-01-02T03:04:05.000Z';

function point(text: string, verdict: Verdict, rest: Partial<PointVerdict> = {}): PointVerdict {
  const quote = verdict === 'missing' ? null : text;
  return { pointId: text, point: text, core: true, weight: 1, verdict, quote, note: '', ...rest };
}

function grade(score: number, kind: 'offline' | 'llm' = 'llm', points: PointVerdict[] = []): Grade {
  return { score, band: bandOf(score), points, falseClaims: [], flags: [], grader: { kind } };
}

/** A log of questions, each with what was said and how it was graded, ended or not. */
class Log {
  readonly events: InterviewEvent[];
  private ids = 0;

  constructor(mode: 'practice' | 'mock' = 'practice') {
    const base = {
      at: AT,
      interviewId: 'i_1',
      language: 'zh' as const,
      scope: {},
      limit: 5,
      seed: 1,
      recentIds: [],
    };
    this.events = [{ type: 'started', mode, ...base, ...(mode === 'mock' ? { minutes: 10 } : {}) }];
  }

  private id(): string {
    this.ids += 1;
    return `m_${this.ids}`;
  }

  ask(topic: string, more: Parameters<typeof aQuestion>[0] = {}): this {
    const question = aQuestion({
      id: `q_${this.ids}`,
      stem: `关于${topic}的第${this.ids}问`,
      topics: ['大类', topic],
      ...more,
    });
    this.events.push({ type: 'asked', at: AT, messageId: this.id(), question });
    return this;
  }

  answer(...grades: (Grade | null)[]): this {
    for (const given of grades) {
      const answerId = this.id();
      this.events.push({ type: 'said', at: AT, messageId: answerId, intent: 'answer', text: '我的\n回答' });
      if (given) this.events.push({ type: 'graded', at: AT, answerId, grade: given });
      else this.events.push({ type: 'ungraded', at: AT, answerId, reason: 'timeout', message: 'late' });
    }
    return this;
  }

  estimate(given: Grade): this {
    const last = this.events.findLast((event) => event.type === 'said');
    if (last?.type === 'said')
      this.events.push({ type: 'estimated', at: AT, answerId: last.messageId, grade: given });
    return this;
  }

  /** The person's own verdict on a point or statement of the last answer. */
  override(subject: AppealSubject, verdict: Verdict, text: string): this {
    const last = this.events.findLast((event) => event.type === 'said');
    if (last?.type !== 'said') return this;
    const machine = { verdict: 'missing' as const, grader: { kind: 'llm' as const }, text };
    const override = { answerId: last.messageId, subject, verdict, machine };
    this.events.push({ type: 'overridden', at: AT, messageId: this.id(), ...override });
    return this;
  }

  reveal(): this {
    const cause = this.id();
    this.events.push({ type: 'said', at: AT, messageId: cause, intent: 'reveal', text: '' });
    const reply = {
      cause,
      messageId: this.id(),
      kind: 'reveal' as const,
      text: '参考',
      state: 'done' as const,
    };
    this.events.push({ type: 'replied', at: AT, ...reply, origin: 'document' });
    return this;
  }

  leave(intent: 'next' | 'skip' | 'finish'): this {
    this.events.push({ type: 'said', at: AT, messageId: this.id(), intent, text: '' });
    if (intent === 'finish') this.events.push({ type: 'finished', at: AT, reason: 'person' });
    return this;
  }

  report() {
    return makeReport(foldInterview(this.events));
  }
}

describe('makeReport', () => {
  it('counts the latest grade of a question', () => {
    const report = new Log().ask('甲').answer(grade(0.2), grade(0.8)).leave('finish').report();
    expect(report.overall).toEqual([{ grader: 'llm', meanScore: 0.8, band: 4, answers: 1 }]);
  });

  it('never mixes the grades of the model with offline ones', () => {
    const log = new Log()
      .ask('甲')
      .answer(grade(0.2, 'offline'))
      .leave('next')
      .ask('甲')
      .answer(grade(0.8))
      .leave('next');
    const report = log.ask('甲').answer(grade(0.6)).leave('finish').report();
    expect(report.overall.map(({ grader, answers }) => [grader, answers])).toEqual([
      ['llm', 2],
      ['offline', 1],
    ]);
    expect(report.topics).toMatchObject([{ topic: '甲', asked: 3, grader: 'llm' }]);
    expect(report.topics[0]?.meanScore).toBeCloseTo(0.7);
  });

  it('keeps the person’s own verdicts out of every number but the one that is theirs', () => {
    const graded = grade(0.5, 'llm', [point('说到', 'covered'), point('没说', 'missing')]);
    const log = new Log().ask('甲').answer(graded).override({ pointId: '没说' }, 'covered', '没说');
    const report = log.leave('next').ask('乙').answer(grade(0.2)).leave('finish').report();
    expect(report.overall).toEqual([{ grader: 'llm', meanScore: 0.35, band: 2, answers: 2 }]);
    expect(report.personal).toEqual([{ grader: 'llm', meanScore: 0.6, band: 3, answers: 2 }]);
    expect(report.topics[0]).toMatchObject({ meanScore: 0.5 });
    expect(report.review).toMatchObject([{ point: '没说' }]);
    expect(writeReport(report)).toContain('- 计入你的判定: 基本 60% (模型评分, 2 题)');
    expect(writeReport(report)).toContain('- ✗ 未提到: 没说 · 你的判定: 提到了');
  });

  it('leaves out answers given after the reference was seen', () => {
    const report = new Log().ask('甲').reveal().answer(grade(1)).leave('finish').report();
    expect(report.overall).toEqual([]);
    expect(report.topics).toMatchObject([{ asked: 1, meanScore: null, band: null }]);
  });

  it('lists ungraded answers apart, and no estimate enters an average', () => {
    const report = new Log().ask('甲').answer(null).estimate(grade(1, 'offline')).leave('finish').report();
    expect(report.overall).toEqual([]);
    expect(report.ungraded).toMatchObject([{ reason: 'timeout' }]);
    expect(report.skipped).toEqual([]);
  });

  it('names strong topics and what was skipped', () => {
    const report = new Log().ask('甲').answer(grade(0.9)).leave('next').ask('乙').leave('skip').report();
    expect(report.strong).toEqual(['甲']);
    expect(report.skipped).toHaveLength(1);
  });

  it('puts what was said wrongly before what was not said, one point a question first', () => {
    const first = grade(0.3, 'llm', [
      point('缺一', 'missing'),
      point('缺二', 'missing'),
      point('加分', 'missing', { core: false }),
    ]);
    const second = grade(0.3, 'llm', [point('说错', 'contradicted'), point('说对', 'covered')]);
    const report = new Log()
      .ask('甲')
      .answer(first)
      .leave('next')
      .ask('乙')
      .answer(second)
      .leave('finish')
      .report();
    expect(report.review.map((entry) => entry.point)).toEqual(['说错', '缺一', '缺二']);
  });
});

describe('a choice question answered wrongly', () => {
  it('is reviewed by its right option', () => {
    const wrong = { ...grade(0), choice: { chosen: 'A', correct: 'B', isRight: false } };
    const { review } = new Log().ask('甲', { kind: 'choice' }).answer(wrong).leave('finish').report();
    expect(review).toMatchObject([{ verdict: 'contradicted', point: expect.stringMatching(/^B\. /) }]);
  });

  it('is reviewed by all its right options, each by itself', () => {
    const options = ['甲项', '乙项', '丙项'].map((text, index) => ({ label: 'ABC'.charAt(index), text }));
    const wrong = { ...grade(0), choice: { chosen: 'A', correct: 'BC', isRight: false } };
    const question = { kind: 'choice' as const, options, correct: 'BC', answer: '乙项\n丙项' };
    const report = new Log().ask('甲', question).answer(wrong).leave('finish').report();
    expect(report.review).toMatchObject([{ point: 'B. 乙项\n\nC. 丙项', isChoice: true }]);
    expect(writeReport(report)).toContain('- B. 乙项 C. 丙项 (选错了; 关于甲');
  });
});

describe('a choice question of which no option was recognised', () => {
  it('is reviewed by its right option', () => {
    const question = { kind: 'choice' as const, correct: 'B', answer: '乙项' };
    const { review } = new Log().ask('甲', question).answer(grade(0)).leave('finish').report();
    expect(review).toMatchObject([{ verdict: 'missing', point: 'B. 乙项' }]);
  });
});

describe('summarise', () => {
  it('has a band for each question asked, none where there is no grade', () => {
    const log = new Log().ask('甲').answer(grade(0.8)).leave('next').ask('乙').answer(null);
    expect(summarise(foldInterview(log.events))).toMatchObject({
      asked: 2,
      bands: [4, null],
      topics: ['甲', '乙'],
    });
  });
});

describe('writeReport', () => {
  it('names statements called wrong, and the person’s view of them', () => {
    const graded = { ...grade(0.9), falseClaims: [{ quote: '推理会慢', reason: '不会' }] };
    const log = new Log().ask('甲').answer(graded).override({ claim: '推理会慢' }, 'covered', '推理会慢');
    expect(writeReport(log.leave('finish').report())).toContain('- ⚠ “推理会慢”: 不会 · 你的判定: 没有说错');
  });

  it('shows the code that a question speaks of under its heading', () => {
    const context = '```python\nprint(2 ** 3)\n```';
    const text = writeReport(new Log().ask('甲', { context }).leave('skip').report());
    expect(text).toMatch(/### 1\. .*\n\n```python\nprint\(2 \*\* 3\)\n```\n/);
  });

  it('says everything in Markdown, an offline mean as a band without digits', () => {
    const graded = grade(0.62, 'offline', [point('冻结权重', 'covered'), point('优化器状态', 'missing')]);
    const text = writeReport(
      new Log().ask('甲').answer(graded).leave('next').ask('乙').answer(null).leave('finish').report(),
    );
    expect(text).toContain('离线估计');
    expect(text).not.toContain('62');
    expect(text).toContain('- ✓ 提到了: 冻结权重 “冻结权重”');
    expect(text).toContain('- ✗ 未提到: 优化器状态');
    expect(text).toContain('> 我的\n> 回答');
    expect(text).toContain('未评分');
  });
});
