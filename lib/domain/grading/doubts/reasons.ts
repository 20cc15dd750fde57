import { oneLine } from '../grading-prompt';
import type { Language } from '../model';

/** What was found, with what a person needs to check it. */
export type Finding =
  | { code: 'wrong-expansion'; abbreviation: string; known: string; by: 'glossary' | 'bank' }
  | { code: 'answers-another'; stem: string }
  | { code: 'off-topic'; of: 'question' | 'bank' };

const LONGEST_STEM = 60;

/** The finding as one sentence. */
export function doubtReason(finding: Finding, language: Language): string {
  return language === 'zh' ? inChinese(finding) : inEnglish(finding);
}

function inChinese(finding: Finding): string {
  if (finding.code === 'wrong-expansion') {
    const source = finding.by === 'glossary' ? '一般' : '题库其他地方';
    return `${finding.abbreviation} ${source}指 ${finding.known}，这里写的是别的意思。`;
  }
  if (finding.code === 'answers-another')
    return `这段内容与本题关系不大，更像在回答另一题：“${shortened(finding.stem)}”。`;
  return finding.of === 'question'
    ? '这段内容几乎没有提到题目所问的东西，可能答的是别的问题。'
    : '这段内容的用词与题库里关于同一主题的内容几乎没有交集，说的可能是另一个领域的同名事物。';
}

function inEnglish(finding: Finding): string {
  if (finding.code === 'wrong-expansion') {
    const source = finding.by === 'glossary' ? 'usually' : 'elsewhere in the bank';
    return `${finding.abbreviation} ${source} stands for ${finding.known}; here it is given another meaning.`;
  }
  if (finding.code === 'answers-another')
    return `This has little to do with its question and reads like an answer to another: “${shortened(finding.stem)}”.`;
  return finding.of === 'question'
    ? 'This hardly mentions what the question asks and may answer something else.'
    : 'This shares almost no words with what the bank says on the subject; it may be about a namesake in another field.';
}

function shortened(stem: string): string {
  const line = oneLine(stem);
  return line.length > LONGEST_STEM ? `${line.slice(0, LONGEST_STEM)}…` : line;
}
