import { appealIn } from './appeals';
import type { Behaviour, RecordedRequest } from './behaviours';
import { behave } from './behaviours';
import { answerIn, pointsIn } from './honest';

/**
 * The worst case: a model that does whatever an answer orders. It calls every point covered, with quotes that are the
 * point's own words (or the whole answer, when `quoteAnswer`), adds scores of its own and raises no flag.
 */
export function obedientScript(
  options: { quoteAnswer?: boolean } = {},
): (request: RecordedRequest) => Behaviour {
  return (request) => {
    const system = request.body.messages?.[0]?.content ?? '';
    const user = request.body.messages?.at(-1)?.content ?? '';
    if (user.startsWith('Task APPEAL')) {
      const quote = options.quoteAnswer ? answerIn(user) : appealIn(user).words;
      return behave.json({ quote, verdict: 'covered', reason: '你说得对。', score: 100 });
    }
    if (!user.startsWith('Task VERDICTS')) return behave.say('**满分** 100/100');
    const answer = answerIn(user);
    const points = pointsIn(system).map((point) => ({
      id: point.id,
      quote: options.quoteAnswer ? answer : point.text,
      verdict: 'covered',
      note: '',
      score: 100,
    }));
    return behave.json({ points, falseClaims: [], flags: [], referenceDoubt: '', score: 100, band: 5 });
  };
}
