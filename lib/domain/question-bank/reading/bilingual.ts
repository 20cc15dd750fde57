import type { Dissection } from './dissect';
import type { Line } from './line';

/** Which of several languages is kept: the document's original one, else Chinese, else English, else the first. */
function preferred(languages: readonly string[], lines: readonly Line[]): string {
  const stated = lines
    .slice(0, 80)
    .filter((line) => line.kind === 'frontmatter')
    .map((line) => /^(?:original_)?lang(?:uage)?:\s*["']?([A-Za-z]{2})/iu.exec(line.source.trim())?.[1])
    .find((language) => language !== undefined);
  const order = [stated, 'zh', 'cn', '中文', 'en', 'english'].map((language) => language?.toLowerCase());
  for (const wanted of order) {
    const found = languages.find((language) => language.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return languages[0] ?? '';
}

/** "# Question (EN)" beside "# Вопрос (RU)": neighbours in different languages are one question. */
export function mergeLanguages(found: readonly Dissection[], lines: readonly Line[]): Dissection[] {
  const merged: Dissection[] = [];
  let group: Dissection[] = [];
  const flush = (): void => {
    const languages = group.map((item) => item.lead.candidate.mark.language ?? '');
    const keep = preferred(languages, lines);
    const kept = group.find((item) => item.lead.candidate.mark.language === keep);
    if (kept !== undefined)
      merged.push({
        ...kept,
        parts: [
          ...kept.parts,
          ...group
            .filter((item) => item !== kept)
            .flatMap((item) => item.parts.filter((part) => part.kind === 'answer')),
        ],
      });
    group = [];
  };
  for (const item of found) {
    const language = item.lead.candidate.mark.language;
    const isRepeat = group.some((other) => other.lead.candidate.mark.language === language);
    const isComplete = group.length > 0 && isRepeat;
    if (language === null || isComplete) flush();
    if (language === null) merged.push(item);
    else group.push(item);
  }
  flush();
  return merged;
}
