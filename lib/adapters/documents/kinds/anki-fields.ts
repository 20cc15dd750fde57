import { clozeCards, type Table, tableOf } from '../../../domain/question-bank';
import { htmlToMarkdown } from './html';

/** A note type: the names of its fields, and whether its cards are gaps in a text. */
export interface NoteType {
  name: string;
  fields: string[];
  isCloze: boolean;
}

export interface Note {
  /** HTML, in the order of the note type's fields. */
  fields: string[];
  /** With white space between them, as Anki keeps them. */
  tags: string;
  /** `微调::LoRA`. */
  deck: string;
}

/** What was left out of notes on the way. */
export interface NoteLosses {
  media: number;
}

/** Decks that every collection has and that say nothing. */
const NAMELESS_DECK = /^(?:default|默认|系统默认|預設|標準|缺省)$/iu;
/** Sounds, and shapes that hide parts of a picture: nothing of either can be read. */
const MEDIA = /\[sound:[^\]\n]*\]|\{\{c\d+::image-occlusion:[^{}]*\}\}/gu;
const LATEX = /\[latex\](.*?)\[\/latex\]/gsu;

/** The deck of a note, nothing for the one that every collection has. */
export function deckName(name: string): string {
  const deck = name.trim();
  return NAMELESS_DECK.test(deck) ? '' : deck;
}

/** A field's HTML as Markdown. Sounds and shapes on pictures are taken out and counted; TeX in Anki's brackets gets dollars. */
export function fieldText(html: string, losses: NoteLosses): string {
  const silent = html.replace(MEDIA, () => {
    losses.media += 1;
    return '';
  });
  const math = silent
    .replace(LATEX, (_all, tex: string) => (tex.includes('$') ? tex : `$${tex.trim()}$`))
    .replace(/\\\((.*?)\\\)|\[\$\](.*?)\[\/\$\]/gsu, (_all, a?: string, b?: string) => `$${a ?? b ?? ''}$`)
    .replace(
      /\\\[(.*?)\\\]|\[\$\$\](.*?)\[\/\$\$\]/gsu,
      (_all, a?: string, b?: string) => `$$${a ?? b ?? ''}$$`,
    );
  if (!/[<&]/u.test(math)) return math.trim();
  // A line of its own each, as Anki's editor makes them.
  const { text } = htmlToMarkdown(math.replace(/<div>\s*<br\s*\/?>\s*<\/div>/giu, '<p></p>'));
  losses.media += html.match(/<img\b/giu)?.length ?? 0;
  return text.trim();
}

/** Notes of one type as a table: its fields, then tags and deck. A cloze note gives one row per gap number. */
export function tableOfNotes(type: NoteType, notes: readonly Note[], losses: NoteLosses): Table {
  const rows = notes.flatMap((note) => {
    const cells = type.fields.map((_, index) => fieldText(note.fields[index] ?? '', losses));
    const ends = [note.tags.trim(), deckName(note.deck)];
    if (!type.isCloze) return [[...cells, ...ends]];
    const [text = '', ...others] = cells;
    const cards = clozeCards(text);
    return cards.length === 0
      ? [[text, '', ...others, ...ends]]
      : cards.map(({ question, answer }) => [question, answer, ...others, ...ends]);
  });
  const [first = '', ...rest] = type.fields;
  const fields = type.isCloze ? ['Question', 'Answer', ...rest] : [first, ...rest];
  return tableOf([...fields, 'Tags', 'Deck'], rows);
}
