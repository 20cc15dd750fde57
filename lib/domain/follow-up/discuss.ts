import type { Language } from '../grading';
import { type Excerpt, excerptAround } from './excerpt';
import { keyTermsOf } from './terms';

/** A reply to a question about a graded answer, without a model: the best passages, said to be just that. */
export function writeDiscussion(question: string, excerpts: readonly Excerpt[], language: Language): string {
  const isChinese = language === 'zh';
  if (excerpts.length === 0) {
    return isChinese
      ? '没有配置模型，题库里也没有找到相关的内容。换一个说法再问，或者在设置里配置模型。'
      : 'No model is configured, and nothing in your bank matches. Ask in other words, or configure a model in the settings.';
  }
  const terms = keyTermsOf(question).map(({ text }) => text);
  const lead = isChinese
    ? '没有配置模型，下面是题库里最相关的内容，不影响评分：'
    : 'No model is configured. These are the closest places in your bank; the grade stays as it is:';
  const lines = excerpts.map(
    ({ title, document, text }) =>
      `- **${title}** (${document})\n  > ${excerptAround(text, termIn(text, terms))}`,
  );
  return [lead, '', ...lines].join('\n');
}

/** The term asked about that a text speaks of; without one it is shown from its beginning. */
function termIn(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  return terms.find((term) => lower.includes(term.toLowerCase())) ?? '';
}
