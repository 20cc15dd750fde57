import type { Language } from '../grading';
import { demandsOf } from './demands';
import type { Excerpt } from './excerpt';

/** More explanations than these are no help. */
const MAX_EXPLAINED = 3;

export interface ExplainedTerm {
  term: string;
  /** Where it is explained, and what is said there of it. */
  excerpt: Excerpt;
  said: string;
}

/**
 * What a question means, without a model: what it asks for in plain words, and its terms as other places of the bank
 * explain them.
 */
export function writeClarification(
  { stem, kind }: { stem: string; kind: 'open' | 'choice' },
  explained: readonly ExplainedTerm[],
  language: Language,
): string {
  const isChinese = language === 'zh';
  const demands = demandsOf(stem, kind, language);
  const [only] = demands.length === 1 ? demands : [];
  const asks = isChinese ? '这道题要的是' : 'The question asks for';
  const asked =
    only === undefined
      ? [isChinese ? `${asks}：` : `${asks}:`, '', ...demands.map((demand) => `- ${demand}`)]
      : [isChinese ? `${asks}${only}。` : `${asks} ${only}.`];
  if (explained.length === 0) return [...asked, '', NOTHING_EXPLAINED[language]].join('\n');
  const lead = isChinese
    ? '其中的词，题库别处是这样说的：'
    : 'How other places in your bank explain the terms:';
  const lines = explained
    .slice(0, MAX_EXPLAINED)
    .map(({ term, said, excerpt }) =>
      isChinese
        ? `- **${term}**：${said}（${excerpt.document}）`
        : `- **${term}**: ${said} (${excerpt.document})`,
    );
  return [...asked, '', lead, '', ...lines].join('\n');
}

const NOTHING_EXPLAINED: Record<Language, string> = {
  zh: '其中的词，题库别处没有解释。先按自己的理解说，说到哪里算哪里；没有头绪可以看提示。',
  en: 'No other place in your bank explains the terms. Answer as you understand it; if you have nothing to go on, look at the hints.',
};
