import type { EvaluatedSet } from '../evaluate-sets';
import { type Canvas, openCanvas } from './canvas';
import type { Table } from './format';
import { agreementBars, reliabilityCurve, scoresByLevel } from './plots';
import { type Report, titleOf } from './report';
import { STYLE } from './style';
import { tablesOf } from './tables';

/**
 * One HTML page with everything in it: it asks the network for nothing.
 * @throws UsageError where the packages that draw are not installed.
 */
export async function asHtml(report: Report, sets: readonly EvaluatedSet[]): Promise<string> {
  const canvas = await openCanvas();
  const title = escaped(titleOf(report));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escaped(summaryOf(report))}</p>
${sets.length > 0 ? plotSections(canvas, report, sets) : ''}
${tablesOf(report).map(tableSection).join('\n')}
</body>
</html>
`;
}

function summaryOf({ sets }: Report): string {
  if (sets.length === 0) return 'Your own interviews; no graded set was evaluated.';
  const answers = sets.reduce((total, set) => total + set.answers, 0);
  const ungraded = sets.reduce((total, set) => total + set.ungraded, 0);
  return `${answers} answers that people graded, in ${sets.length} ${sets.length === 1 ? 'set' : 'sets'}; ${ungraded} of them could not be graded. Raw scores throughout: nothing was fitted to the sets.`;
}

function plotSections(canvas: Canvas, { sets }: Report, evaluated: readonly EvaluatedSet[]): string {
  const drawn = evaluated.filter(({ figures }) => figures.answers > figures.ungraded);
  return [
    section(
      'Correlation and agreement',
      'Bars: r and QWK with their 95 % intervals. Orange: r of the answer’s length alone, which a grader must leave far behind.',
      figure('', agreementBars(canvas, sets)),
    ),
    section(
      'Machine and people, answer by answer',
      'A dot is an answer; boxes hold the middle half of a level with its median. A grader on the people’s scale follows the dashed line.',
      grid(drawn.map((set) => figure(set.figures.set, scoresByLevel(canvas, set)))),
    ),
    section(
      'Reliability of the raw score',
      'What people gave on average to answers of about the same machine score; a larger dot stands for more answers. Above the dashed line the machine is too strict, below it too kind.',
      grid(drawn.map(({ figures }) => figure(figures.set, reliabilityCurve(canvas, figures)))),
    ),
  ].join('\n');
}

function section(title: string, explanation: string, content: string): string {
  return `<section><h2>${escaped(title)}</h2>\n<p>${escaped(explanation)}</p>\n${content}</section>`;
}

function grid(figures: readonly string[]): string {
  return `<div class="plots">${figures.join('\n')}</div>`;
}

function figure(title: string, svg: string): string {
  const heading = title === '' ? '' : `<strong>${escaped(title)}</strong>`;
  return `<figure>${heading}${svg}</figure>`;
}

function tableSection({ title, head, rows, note }: Table): string {
  const names = head.map((_, column) => rows.every((row) => /^\p{L}/u.test(row[column] ?? '')));
  const cells = (row: readonly string[], tag: 'th' | 'td') => {
    const each = row.map((cell, column) => {
      const place = names[column] ? ' class="name"' : '';
      return `<${tag}${place}>${escaped(cell)}</${tag}>`;
    });
    return `<tr>${each.join('')}</tr>`;
  };
  const body = rows.map((row) => cells(row, 'td')).join('\n');
  const table = `<table><thead>${cells(head, 'th')}</thead><tbody>${body}</tbody></table>`;
  return `<section><h2>${escaped(title)}</h2>\n<div class="scroll">${table}</div>${note ? `<p>${escaped(note)}</p>` : ''}</section>`;
}

/** Names of sets and models come from outside. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
