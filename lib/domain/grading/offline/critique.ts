import type { QuestionKind } from '../../question-bank';
import type { Grade, Language, PointVerdict } from '../model';

interface Words {
  found: string;
  half: string;
  missing: string;
  wrong: string;
  next: (point: string) => string;
  right: string;
  choiceRight: (chosen: string) => string;
  choiceWrong: (chosen: string, correct: string) => string;
  choiceUnread: string;
  nothing: string;
  noReference: string;
  doubted: string;
  unsure: string;
  quoted: (point: string, quote: string) => string;
  more: (count: number) => string;
}

const ZH: Words = {
  found: '说到的：',
  half: '说到一半的：',
  missing: '还没说到的：',
  wrong: '与参考答案相反的：',
  next: (point) => `下一步：再答一次，先把这一点讲清楚：${point}。`,
  right: '下一步：要点都已说到，可以试着用一个具体例子把它们串起来。',
  choiceRight: (chosen) => `选择 ${chosen}，正确。`,
  choiceWrong: (chosen, correct) => `选择 ${chosen}，正确的是 ${correct}。`,
  choiceUnread: '没有从回答里认出选了哪一项。再答一次，写出选项的字母或原文。',
  nothing: '这份回答里没有找到与参考答案对应的内容。',
  noReference: '这道题没有参考答案，只能估计回答是否切题。',
  doubted: '这道题的参考答案可能有误，下面的评价以它为准，请自行判断。',
  unsure: '这类题目（判断、数值或代码）离线估计不够可靠，请对照参考答案。',
  quoted: (point, quote) => `${point}（你说：“${quote}”）`,
  more: (count) => `另有 ${count} 点`,
};

const EN: Words = {
  found: 'What you said:',
  half: 'Half said:',
  missing: 'Not said yet:',
  wrong: 'Opposite to the reference:',
  next: (point) => `Next step: answer once more and make this clear first: ${point}.`,
  right: 'Next step: the points are all there; try to tie them together with one concrete example.',
  choiceRight: (chosen) => `You chose ${chosen}, which is right.`,
  choiceWrong: (chosen, correct) => `You chose ${chosen}; the right one is ${correct}.`,
  choiceUnread: 'No option was recognised in this answer. Answer again with its letter or its words.',
  nothing: 'Nothing in this answer matches the reference.',
  noReference: 'This question has no reference answer, so only its relevance could be estimated.',
  doubted: 'The reference of this question may be wrong, and what follows rests on it: judge for yourself.',
  unsure:
    'For this kind of question (judgement, number or code) an offline estimate is unsure; compare with the reference.',
  quoted: (point, quote) => `${point} (you said: “${quote}”)`,
  more: (count) => `${count} more`,
};

/** Lines per heading; a critique is read, not studied. */
const MOST_LINES = 4;
const LONGEST_QUOTE = 60;

/**
 * Feedback without a model, Markdown: what was found (with quotes), what is missing, what is contradicted, one next step.
 */
export function writeOfflineCritique(grade: Grade, language: Language, kind: QuestionKind = 'open'): string {
  const words = language === 'zh' ? ZH : EN;
  const of = (verdict: PointVerdict['verdict']) => grade.points.filter((point) => point.verdict === verdict);
  const open = grade.points.filter((point) => point.core && point.verdict === 'missing');
  const found = of('covered');
  const parts = [
    ...choiceLine(grade, kind, words),
    ...(grade.flags.includes('reference-doubted') ? [words.doubted] : []),
    ...(grade.flags.includes('no-reference') ? [words.noReference] : []),
    ...(found.length + of('partial').length + of('contradicted').length === 0 &&
    !grade.choice &&
    kind === 'open'
      ? [words.nothing]
      : []),
    ...section(words.found, found, words),
    ...section(words.half, of('partial'), words),
    ...section(words.wrong, of('contradicted'), words),
    ...section(words.missing, open, words),
    ...(grade.flags.includes('low-confidence') && !grade.flags.includes('no-reference')
      ? [words.unsure]
      : []),
    nextStep(grade, words),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function choiceLine(grade: Grade, kind: QuestionKind, words: Words): string[] {
  if (!grade.choice) return kind === 'choice' ? [words.choiceUnread] : [];
  const { chosen, correct, isRight } = grade.choice;
  return [isRight ? words.choiceRight(chosen) : words.choiceWrong(chosen, correct)];
}

function section(title: string, points: readonly PointVerdict[], words: Words): string[] {
  if (points.length === 0) return [];
  const lines = points
    .slice(0, MOST_LINES)
    .map(
      (point) => `- ${point.quote === null ? point.point : words.quoted(point.point, shorten(point.quote))}`,
    );
  if (points.length > MOST_LINES) lines.push(`- ${words.more(points.length - MOST_LINES)}`);
  return [[title, '', ...lines].join('\n')];
}

function nextStep(grade: Grade, words: Words): string {
  const first =
    grade.points.find((point) => point.verdict === 'contradicted') ??
    grade.points.find((point) => point.core && point.verdict === 'missing') ??
    grade.points.find((point) => point.core && point.verdict === 'partial');
  if (first) return words.next(first.point.replace(/[。.]$/, ''));
  // Bonus points alone ask for nothing: only what was said can be called said.
  const isAllSaid = grade.points.some(({ core }) => core) || grade.points.every(isCovered);
  return grade.points.length > 0 && isAllSaid ? words.right : '';
}

function isCovered({ verdict }: PointVerdict): boolean {
  return verdict === 'covered';
}

function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE)}…`;
}
