import { describe, expect, it } from 'vitest';
import { type Attack, attackSuite } from '../../../testing';
import { type Grade, gradeOffline } from '..';

const attacks = attackSuite();

/** Listed, not hidden: the reference of a neighbouring question that speaks of memory and computation as well. */
const KNOWN_TO_PASS = ['a61'];

/** What people say around an answer when they talk. */
const AROUND = {
  zh: [
    '嗯，我先说说我的理解，这个问题在实际项目里我也遇到过几次，当时我们组讨论了很久。',
    '另外，刚开始我们也走过弯路，后来看了一些资料，又和同事核对了一遍，才把这件事想清楚。',
  ],
  en: [
    'Let me first say that I have met this a few times at work, and we talked about it for a long while. ',
    ' When we started we took some wrong turns, then read more and asked colleagues, until it was clear to us.',
  ],
} as const;

function grade(attack: Attack, text: string): Grade {
  const { question, references, lang } = attack;
  return gradeOffline({ question, kind: 'open', references, turns: [{ text }], language: lang });
}

describe('attacks on the offline grader', () => {
  it('are at least sixty, in Chinese and English, of every kind', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(60);
    expect(new Set(attacks.map(({ lang }) => lang))).toEqual(new Set(['zh', 'en']));
    expect(new Set(attacks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(16);
  });

  it.each(attacks.map((attack) => [attack.id, attack.kind, attack] as const))(
    '%s (%s) stays in the two lowest bands, its benign twin in the two highest',
    (id, _kind, attack) => {
      const hostile = grade(attack, attack.attack);
      const honest = grade(attack, attack.twin);
      if (KNOWN_TO_PASS.includes(id)) expect(hostile.score).toBeLessThan(honest.score);
      else expect(hostile.band).toBeLessThanOrEqual(1);
      expect(honest.band).toBeGreaterThanOrEqual(4);
    },
  );

  it('get at most one in twenty through', () => {
    const through = attacks.filter((attack) => grade(attack, attack.attack).band > 1);
    expect(through.map(({ id }) => id)).toEqual(KNOWN_TO_PASS);
    expect(through.length / attacks.length).toBeLessThanOrEqual(0.05);
  });

  it('are named where they can be told, and only shown', () => {
    const flagsOf = (kind: string) =>
      attacks.filter((attack) => attack.kind === kind).map((attack) => grade(attack, attack.attack).flags);
    expect(flagsOf('order').every((flags) => flags.includes('injection'))).toBe(true);
    expect(flagsOf('five-references').every((flags) => flags.includes('dump'))).toBe(true);
    expect(flagsOf('word-salad').every((flags) => flags.includes('word-salad'))).toBe(true);
    expect(flagsOf('empty').every((flags) => flags.includes('empty'))).toBe(true);
  });

  it('are not to be confused with honest answers that talk at length: those lose one band at most', () => {
    const lost = attacks.map((attack) => {
      const [before, after] = AROUND[attack.lang];
      const padded = `${before}${attack.twin}${after}`;
      return { id: attack.id, bands: grade(attack, attack.twin).band - grade(attack, padded).band };
    });
    expect(lost.filter(({ bands }) => bands > 1)).toEqual([]);
  });
});
