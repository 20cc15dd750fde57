/**
 * Boxes to tick that are letters, as Word sets and prints them, as Markdown has them: ☒ is ticked, where ☐ is not. A cross in
 * a document without an empty box says nothing of the kind.
 */
export function withTasks(text: string): string {
  if (!/^\s*(?:- )?☐\s/mu.test(text)) return text;
  return text.replace(
    /^([^\S\n]*)(?:- )?([☐☒☑])[^\S\n]+/gmu,
    (_all, indent: string, box: string) => `${indent}- [${box === '☐' ? ' ' : 'x'}] `,
  );
}
