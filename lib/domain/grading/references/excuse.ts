import type { GradingTask, KeyPoint, Language, PointVerdict } from '../model';
import { denialOf, statementsOf } from '../offline/contradiction';

const NOTE: Record<Language, string> = {
  zh: '几份参考在这一点上说法不一，你的说法与其中一份一致。',
  en: 'The references disagree on this point; what you said agrees with one of them.',
};

/**
 * Verdicts in which nothing is held against an answer that another reference supports: a contradicted point that the
 * other reference contradicts too, without contradicting the answer's own words, counts as said.
 */
export function excuseDisputed(
  verdicts: readonly PointVerdict[],
  task: Pick<GradingTask, 'references' | 'language'> & { points: readonly KeyPoint[] },
): PointVerdict[] {
  if (task.references.length < 2) return [...verdicts];
  const references = task.references.map(statementsOf);
  return verdicts.map((verdict) => {
    const point = task.points.find(({ id }) => id === verdict.pointId);
    if (verdict.verdict !== 'contradicted' || !verdict.quote || !point) return verdict;
    const wanted = statementsOf(point.evidence ?? point.text);
    const said = statementsOf(verdict.quote);
    const isSupported = references.some(
      (reference, index) =>
        index !== (point.reference ?? 0) && denialOf(wanted, reference) && !denialOf(said, reference),
    );
    return isSupported ? { ...verdict, verdict: 'covered', note: NOTE[task.language] } : verdict;
  });
}
