import type { Prompt } from '../prompt';
import { candidateBlock, gradingPrefix, languageName, oneLine, type PointedTask } from './grading-prompt';
import type { FalseClaim, Language, PointVerdict } from './model';

export interface CritiqueVariables {
  task: PointedTask;
  /** Verified: what the page shows. */
  points: PointVerdict[];
  falseClaims: FalseClaim[];
}

const LABELS: Record<Language, string> = {
  zh: '**答得好**、**缺失或有误**、**应该这样说**、**下一步**',
  en: '**Good**, **Missing or wrong**, **Say instead**, **Next step**',
};

/** The second call: the same beginning as the verdict call, then the verified verdicts, then the answer. */
export const critiquePrompt: Prompt<CritiqueVariables> = {
  id: 'grading/critique@3',
  render: ({ task, points, falseClaims }) => [
    gradingPrefix(task),
    {
      role: 'user',
      content: [
        `Task CRITIQUE in ${languageName(task.language)}. Labels: ${LABELS[task.language]}.`,
        tag('verdicts', points.map(verdictLine)),
        ...(falseClaims.length > 0 ? [tag('false-claims', falseClaims.map(claimLine))] : []),
        candidateBlock(task),
      ].join('\n\n'),
    },
  ],
};

function tag(name: string, lines: readonly string[]): string {
  return `<${name}>\n${lines.join('\n')}\n</${name}>`;
}

function verdictLine(point: PointVerdict): string {
  const quote = point.quote ? ` ${JSON.stringify(oneLine(point.quote))}` : '';
  const note = point.note ? ` (${oneLine(point.note)})` : '';
  return `${point.pointId}: ${point.verdict}${quote}${note}`;
}

function claimLine(claim: FalseClaim): string {
  return `- ${JSON.stringify(oneLine(claim.quote))}: ${oneLine(claim.reason)}`;
}
