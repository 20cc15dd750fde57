import { type Grade, type Language, oneLine, type PointVerdict, type Verdict } from '../grading';

/** In the order in which they are told. */
const TOLD: readonly Verdict[] = ['contradicted', 'missing', 'partial', 'covered'];

const NAMES: Record<Language, Record<Verdict, string>> = {
  zh: { covered: '说到了', partial: '说得不完整', missing: '还没说到', contradicted: '和参考相反' },
  en: {
    covered: 'covered',
    partial: 'partly said',
    missing: 'not said yet',
    contradicted: 'against the reference',
  },
};

function told(point: PointVerdict, language: Language): string {
  const text = oneLine(point.point);
  if (point.quote === null || point.quote === '') return text;
  return language === 'zh'
    ? `${text}（依据“${oneLine(point.quote)}”）`
    : `${text} (from “${oneLine(point.quote)}”)`;
}

/** The verdicts on the core points by kind, one line each. */
export function verdictLines(grade: Pick<Grade, 'points'>, language: Language): string[] {
  const core = grade.points.filter((point) => point.core);
  return TOLD.flatMap((verdict) =>
    core
      .filter((point) => point.verdict === verdict)
      .map((point) => `- **${NAMES[language][verdict]}** ${told(point, language)}`),
  );
}

/** What a grade rests on, and what can be done about it: the reply to a complaint where no model can talk it over. */
export function writeGradeAccount(grade: Pick<Grade, 'points'>, language: Language): string {
  const lines = verdictLines(grade, language);
  const [lead, way] =
    language === 'zh'
      ? [
          '这次评分的依据是下面这些要点，评分本身不变：',
          '换了说法，比对时可能认不出来。哪一条其实说到了，就在评分里那一条下面点“申诉”，指出是哪句话；也可以直接写下自己的判定。',
        ]
      : [
          'The grade rests on these points; it stays as it is:',
          'Other words for a point may go unnoticed. Where you did say one, press “Contest” under it in the feedback and name the sentence, or set your own verdict.',
        ];
  return [lead, '', ...lines, '', way].join('\n');
}
