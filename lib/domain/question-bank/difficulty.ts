/** A document's figure from 1 to 10 in the three words people choose by; 'none' = the document states none. */
export const DIFFICULTY_LEVELS = ['easy', 'medium', 'hard', 'none'] as const;
export type DifficultyLevel = (typeof DIFFICULTY_LEVELS)[number];

/** The highest figure of each level, as thirds of the scale. */
const HIGHEST = { easy: 3, medium: 6 } as const;

export function difficultyLevel(difficulty: number | undefined): DifficultyLevel {
  if (difficulty === undefined) return 'none';
  if (difficulty <= HIGHEST.easy) return 'easy';
  return difficulty <= HIGHEST.medium ? 'medium' : 'hard';
}
