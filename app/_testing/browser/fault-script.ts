import { type Behaviour, behave, honestScript, type RecordedRequest, type Script } from '@/lib/testing';

/** One way in which a model endpoint fails, by the word in an answer that provokes it. */
export const FAULTS: Record<string, () => Behaviour> = {
  限流故障: () => behave.rateLimit(600),
  服务故障: () => behave.fail(503),
  拒绝故障: () => behave.refuse(),
  胡言故障: () => behave.say('我想这个回答大概值八十分。'),
  空白故障: () => behave.empty(),
  断线故障: () => behave.cut('{"points": [{"id": "p1"'),
  停住故障: () => behave.stall('{"points": ['),
};

/** A model that is honest except where a fault is on; faults are switched by their words. */
export class FaultyModel {
  private readonly on = new Set<string>();
  /** Milliseconds before each reply. */
  delayMs = 0;
  /** While true, every critique breaks off in its middle. */
  cutsCritiques = false;
  /** What every critique says instead of the honest one. */
  critique: string | null = null;

  readonly script: Script = async (request: RecordedRequest, index: number) => {
    const prompt = request.body.messages?.at(-1)?.content ?? '';
    const fault = [...this.on].find((word) => prompt.includes(word));
    if (fault && prompt.startsWith('Task VERDICTS')) return FAULTS[fault]?.() ?? behave.empty();
    const honest = honestScript();
    const reply = typeof honest === 'function' ? await honest(request, index) : behave.empty();
    if (reply.kind !== 'reply') return reply;
    if (prompt.startsWith('Task CRITIQUE')) return this.criticise(reply.content);
    return { ...reply, delayMs: this.delayMs };
  };

  private criticise(honest: string): Behaviour {
    const text = this.critique ?? honest;
    if (this.cutsCritiques) return behave.cut(text.slice(0, 12));
    return behave.slowly(text, this.delayMs, 10);
  }

  fail(word: string): void {
    this.on.add(word);
  }

  recover(): void {
    this.on.clear();
    this.cutsCritiques = false;
    this.critique = null;
    this.delayMs = 0;
  }
}
