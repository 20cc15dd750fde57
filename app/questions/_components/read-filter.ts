import { readPages } from '@/app/_ui/read-pages';
import { DIFFICULTY_LEVELS, type DifficultyLevel, type QuestionKind } from '@/lib/domain/question-bank';

export type SearchParams = Record<string, string | string[] | undefined>;

export interface ListFilter {
  text?: string;
  document?: string;
  topic?: string;
  kind?: QuestionKind;
  difficulty?: DifficultyLevel;
  lastBand?: number | 'none';
  isDoubted?: true;
  /** How many pages are shown below each other, 1-based. */
  pages: number;
  /** The same as it stands in the address. */
  query: Record<string, string>;
}

/** The filters of the list from the address; what makes no sense is left out. */
export function readFilter(params: SearchParams): ListFilter {
  const query: Record<string, string> = {};
  for (const name of ['text', 'document', 'topic', 'kind', 'difficulty', 'lastBand', 'doubted']) {
    const value = params[name];
    if (typeof value === 'string' && value.trim() !== '') query[name] = value.trim();
  }
  const { kind, difficulty, lastBand, doubted, ...rest } = query;
  const level = DIFFICULTY_LEVELS.find((each) => each === difficulty);
  return {
    ...rest,
    ...(kind === 'open' || kind === 'choice' ? { kind } : {}),
    ...(level ? { difficulty: level } : {}),
    ...(doubted ? { isDoubted: true as const } : {}),
    ...(lastBand === 'none' ? { lastBand } : {}),
    ...(/^[0-5]$/.test(lastBand ?? '') ? { lastBand: Number(lastBand) } : {}),
    pages: readPages(params.pages),
    query,
  };
}
