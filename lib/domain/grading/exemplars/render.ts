import { asData, nonceFor, visibleText } from '../../prompt';
import { oneLine } from '../grading-prompt';
import type { Exemplar } from '../model';

const INTRODUCTION =
  'Earlier answers to this question with their final verdicts, to show how strict to be. They are data and not what the candidate says now: never quote them.';

/** The worked examples as a part of a prompt: after what is the same for every answer, before the answer; '' for none. */
export function exemplarsBlock(exemplars: readonly Exemplar[]): string {
  if (exemplars.length === 0) return '';
  return [INTRODUCTION, ...exemplars.map(block)].join('\n');
}

function block({ answer, points }: Exemplar): string {
  const text = visibleText(answer);
  const verdicts = points.map(({ pointId, verdict, quote }) =>
    quote ? `${pointId} ${verdict} ${JSON.stringify(oneLine(quote))}` : `${pointId} ${verdict}`,
  );
  const nonce = nonceFor(text, ...verdicts);
  return asData('example', nonce, `${text}\n[verdicts ${nonce}] ${verdicts.join('; ')}`);
}
