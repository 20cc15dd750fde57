import { dealAnswers } from './answer-key';
import { assemble, type Draft } from './assemble';
import type { QuestionUnit } from './bilingual';
import type { Survey } from './candidates';
import type { KeyRange } from './chapter-keys';
import { type Dissection, dissect } from './dissect';
import { readLegend } from './metadata';
import { type Section, sectionDifficulty, titleIndex, topicsOf } from './sections';
import { lastAtOrBefore } from './sorted';
import type { TableQuestion } from './table-questions';
import { documentTags } from './tags';

/** A question on its way out, with the line it begins at and what carried it. */
export interface Drafted {
  draft: Draft;
  index: number;
  /** Absent: a row of a table, or put in by a person. */
  found?: Dissection;
}

/** What the questions are made from. */
interface DraftSources {
  units: readonly QuestionUnit[];
  rows: readonly TableQuestion[];
  /** Put in by a person: complete as they are. */
  added: readonly TableQuestion[];
  sections: readonly Section[];
  /** Lines with the answers of the document or its chapters. */
  keys: readonly KeyRange[];
}

/** Lines and characters at the top of a document searched for a legend. */
const LEGEND_LINES = 60;
const LEGEND_SIZE = 8_000;

function legendOf(survey: Survey): Map<string, number> {
  const top = survey.lines.slice(0, LEGEND_LINES).map((line) => line.text);
  return readLegend(top.join('\n').slice(0, LEGEND_SIZE));
}

function difficulties(sections: readonly Section[], survey: Survey): Map<number, number> {
  const byHeading = new Map<number, number>();
  for (const section of sections) {
    const difficulty = sectionDifficulty(section, survey);
    if (difficulty !== undefined) byHeading.set(section.path.at(-1) ?? -1, difficulty);
  }
  return byHeading;
}

/** The kept language's parts, with the answers of the others behind them. */
function dissectUnit({ lead, others }: QuestionUnit, survey: Survey): Dissection {
  const found = dissect(lead, survey);
  const answers = others.flatMap((other) =>
    dissect(other, survey).parts.filter((part) => part.kind === 'answer'),
  );
  return { ...found, parts: [...found.parts, ...answers] };
}

/** Questions in document order, those of tables among them. */
export function collectDrafts(
  survey: Survey,
  { units, rows, added, sections, keys }: DraftSources,
): Drafted[] {
  const { lines } = survey;
  const title = titleIndex(lines);
  const byHeading = difficulties(sections, survey);
  const legend = legendOf(survey);
  const tags = documentTags(lines);
  const drafted = units.map((unit) => {
    const { lead } = unit;
    const difficulty =
      [...lead.path]
        .reverse()
        .map((index) => byHeading.get(index))
        .find((value) => value !== undefined) ?? byHeading.get(-1);
    const around = { topics: topicsOf(lead.path, lines, title), difficulty, legend, tags };
    const found = dissectUnit(unit, survey);
    const draft = assemble(found, survey, around);
    return { draft, index: lead.candidate.index, number: lead.candidate.mark.path.at(-1), found };
  });
  dealAnswers(lines, keys, drafted);
  const starts = sections.map((section) => section.start);
  const inTables = rows.map(({ draft, index }) => ({
    draft: {
      ...draft,
      topics: topicsOf(sections[lastAtOrBefore(starts, index)]?.path ?? [], lines, title),
      ...(tags.length === 0 ? {} : { tags }),
    },
    index,
  }));
  return [...drafted, ...inTables, ...added]
    .sort((a, b) => a.index - b.index)
    .filter(({ draft }) => draft.stem !== '');
}
