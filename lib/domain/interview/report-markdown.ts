import { type AppealSubject, isSameSubject, type Language, type Verdict } from '../grading';
import type { AnswerView, AskedQuestionView, GraderMean, ReportView } from './view';

const WORDS = {
  zh: {
    title: 'Viva 面试报告',
    practice: '练习',
    mock: '模拟',
    overall: '总评',
    offline: '离线估计',
    llm: '模型评分',
    answers: '题',
    topics: '主题',
    review: '最该复习',
    questions: '逐题',
    ungraded: '未评分',
    skipped: '跳过',
    yourAnswer: '你的回答',
    critique: '点评',
    reference: '参考答案',
    seen: '看过参考，不计入平均',
    yours: '你的判定',
    right: '没有说错',
    personal: '计入你的判定',
    falseClaims: '说法有误',
    none: '无',
    bands: ['未答到', '很弱', '欠缺', '基本', '较好', '很好'],
    verdicts: { covered: '提到了', partial: '部分提到', missing: '未提到', contradicted: '与参考相反' },
    choice: { missing: '没有选', contradicted: '选错了' },
  },
  en: {
    title: 'Viva interview report',
    practice: 'practice',
    mock: 'mock',
    overall: 'Overall',
    offline: 'offline estimate',
    llm: 'graded by the model',
    answers: 'answers',
    topics: 'Topics',
    review: 'Most worth reviewing',
    questions: 'Question by question',
    ungraded: 'not graded',
    skipped: 'skipped',
    yourAnswer: 'Your answer',
    critique: 'Feedback',
    reference: 'Reference answer',
    seen: 'reference seen, left out of averages',
    yours: 'your verdict',
    right: 'not wrong',
    personal: 'with your verdicts',
    falseClaims: 'Wrong statements',
    none: 'none',
    bands: ['No evidence', 'Weak', 'Partial', 'Fair', 'Good', 'Excellent'],
    verdicts: { covered: 'covered', partial: 'partly', missing: 'missing', contradicted: 'contradicted' },
    choice: { missing: 'not chosen', contradicted: 'wrong choice' },
  },
} as const;

type Words = (typeof WORDS)[Language];

const SIGNS: Record<Verdict, string> = { covered: '✓', partial: '◐', missing: '✗', contradicted: '⚠' };

/** The report as a Markdown document, in the language of the interview. */
export function writeReport(report: ReportView): string {
  const { interview } = report;
  const words = WORDS[interview.language];
  return [
    `# ${words.title}`,
    `${interview.createdAt.slice(0, 10)} · ${words[interview.mode]} · ${interview.questions.length} / ${interview.limit}`,
    `## ${words.overall}`,
    [
      list(report.overall, words, (mean) => meanLine(mean, words)),
      ...(report.personal ?? []).map((mean) => `- ${words.personal}: ${meanLine(mean, words)}`),
    ].join('\n'),
    `## ${words.topics}`,
    list(report.topics, words, ({ topic, asked, band }) => {
      return `${oneLine(topic)}: ${band === null ? '–' : (words.bands[band] ?? '')} (${asked})`;
    }),
    `## ${words.review}`,
    list(report.review, words, ({ point, stem, verdict, isChoice }) => {
      const said = isChoice && verdict !== 'partial' ? words.choice[verdict] : words.verdicts[verdict];
      return `${oneLine(point)} (${said}; ${oneLine(stem)})`;
    }),
    `## ${words.questions}`,
    ...interview.questions.flatMap((question) => questionPart(question, words)),
  ].join('\n\n');
}

function list<T>(items: readonly T[], words: Words, line: (item: T) => string): string {
  return items.length === 0 ? words.none : items.map((item) => `- ${line(item)}`).join('\n');
}

/** Offline grades are coarse: a band, not two digits. */
function meanLine({ grader, band, answers, meanScore }: GraderMean, words: Words): string {
  const digits = grader === 'llm' ? ` ${Math.round(meanScore * 100)}%` : '';
  return `${words.bands[band] ?? ''}${digits} (${words[grader]}, ${answers} ${words.answers})`;
}

/** The person's own verdict, after the machine's. */
function ownVerdict(answer: AnswerView, subject: AppealSubject, words: Words): string {
  const own = answer.overrides?.find((other) => isSameSubject(other.subject, subject));
  if (!own) return '';
  return ` · ${words.yours}: ${'claim' in subject ? words.right : words.verdicts[own.verdict]}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function questionPart(question: AskedQuestionView, words: Words): string[] {
  const heading = `### ${question.index + 1}. ${oneLine(question.stem)}`;
  const context = question.context === undefined ? [] : [question.context];
  const answers = question.answers.filter(({ gradedWith }) => gradedWith === undefined);
  const state = question.answers.length === 0 ? [`*${words.skipped}*`] : [];
  const reference = question.reference ? [`**${words.reference}**`, quoted(question.reference.answer)] : [];
  return [
    heading,
    ...context,
    ...state,
    ...answers.flatMap((answer) => answerPart(answer, words)),
    ...reference,
  ];
}

function answerPart(answer: AnswerView, words: Words): string[] {
  const { grade, critique } = answer;
  const note = answer.countsInAverage ? '' : ` · ${words.seen}`;
  const result = grade ? `${words.bands[grade.band]} (${words[grade.grader.kind]})` : words.ungraded;
  const points = grade?.points.map(({ pointId, verdict, point, quote }) => {
    const evidence = quote === null ? '' : ` “${oneLine(quote)}”`;
    const own = ownVerdict(answer, { pointId }, words);
    return `- ${SIGNS[verdict]} ${words.verdicts[verdict]}: ${oneLine(point)}${evidence}${own}`;
  });
  const claims = grade?.falseClaims.map(({ quote, reason }) => {
    const own = ownVerdict(answer, { claim: quote }, words);
    return `- ${SIGNS.contradicted} “${oneLine(quote)}”: ${oneLine(reason)}${own}`;
  });
  return [
    `**${words.yourAnswer} ${answer.attempt}** · ${result}${note}`,
    quoted(answer.text),
    ...(points?.length ? [points.join('\n')] : []),
    ...(claims?.length ? [`**${words.falseClaims}**`, claims.join('\n')] : []),
    ...(critique?.text ? [`**${words.critique}**`, critique.text] : []),
  ];
}
