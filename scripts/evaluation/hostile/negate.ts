import type { NegationRules } from './negation-rules';

/** The text turned into its opposite by rules; null when no clause of it fits any. */
export function negate(text: string, { clauses, rules }: NegationRules): string | null {
  const turned = text.split(clauses).map((clause) => {
    const rule = rules.find(([pattern]) => pattern.test(clause));
    return rule ? clause.replace(...rule) : clause;
  });
  const result = turned.join('');
  return result === text ? null : result;
}
