import type { Line } from './line';
import type { Lead } from './structure';

/** One question; `others` are the same question in other languages, right beside it. */
export interface QuestionUnit {
  lead: Lead;
  others: Lead[];
}

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
export function groupLanguages(leads: readonly Lead[], lines: readonly Line[]): QuestionUnit[] {
  const units: QuestionUnit[] = [];
  let group: Lead[] = [];
  const flush = (): void => {
    const languages = group.map((lead) => lead.candidate.mark.language ?? '');
    const keep = preferred(languages, lines);
    const lead = group.find((one) => one.candidate.mark.language === keep);
    if (lead !== undefined) units.push({ lead, others: group.filter((one) => one !== lead) });
    group = [];
  };
  for (const lead of leads) {
    const { language } = lead.candidate.mark;
    const isRepeat = group.some((other) => other.candidate.mark.language === language);
    const isComplete = group.length > 0 && isRepeat;
    if (language === null || isComplete) flush();
    if (language === null) units.push({ lead, others: [] });
    else group.push(lead);
  }
  flush();
  return units;
}
