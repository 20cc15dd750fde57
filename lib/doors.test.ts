import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * What each room lets out. A new export at a door is a conscious act: it changes this snapshot, and a reviewer sees it.
 * Read from the source, so that no vendor needs to be loaded.
 */
const rooms = ['domain', 'adapters'].flatMap((floor) =>
  readdirSync(new URL(`./${floor}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${floor}/${entry.name}`),
);

function exportsOf(room: string): string[] {
  const path = new URL(`./${room}/index.ts`, import.meta.url);
  const file = ts.createSourceFile('index.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return file.statements
    .flatMap((statement) => {
      if (!ts.isExportDeclaration(statement)) return [`not a re-export: ${statement.getText().slice(0, 60)}`];
      if (!statement.exportClause)
        return statement.isTypeOnly ? [] : ['export * (a door is an explicit list)'];
      if (!ts.isNamedExports(statement.exportClause)) return ['export * as'];
      return statement.exportClause.elements
        .filter((element) => !statement.isTypeOnly && !element.isTypeOnly)
        .map((element) => element.name.text);
    })
    .sort();
}

describe('doors', () => {
  it.each([...rooms, 'use-cases'])('%s', (room) => {
    expect(exportsOf(room)).toMatchSnapshot();
  });
});
