import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A source file; `path` is relative to the project's root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

export interface Import {
  /** As written: '../grading', 'zod', '@/lib/domain/ids'. */
  specifier: string;
  /** True when nothing of it remains at run time. */
  isTypeOnly: boolean;
}

const SKIPPED = new Set(['node_modules', '.next', '.git', 'local']);

/** Every TypeScript file of the project. */
export function readSources(root: URL): Source[] {
  const base = fileURLToPath(root);
  const walk = (folder: string): Source[] =>
    readdirSync(path.join(base, folder), { withFileTypes: true }).flatMap((entry) => {
      const inside = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(inside);
      if (!/\.tsx?$/.test(entry.name) || entry.name.endsWith('.d.ts')) return [];
      return [{ path: inside, text: readFileSync(path.join(base, inside), 'utf8') }];
    });
  return walk('');
}

export function parse(source: Source): ts.SourceFile {
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
}

/** Static imports, re-exports and dynamic imports of a file, read with the compiler's own parser. */
export function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const item = importOf(node);
    if (item) found.push(item);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: isTypeOnlyImport(node) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteral(argument)) return { specifier: argument.text, isTypeOnly: false };
  }
  return null;
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

/** The project file a specifier means; null for a package. Resolves `@/`, relative paths, and `index`. */
export function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const isLocal = specifier.startsWith('.') || specifier.startsWith('@/');
  if (!isLocal) return null;
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`];
  // A folder never counts as a file; an unknown target is kept as written so that it is still judged by place.
  return candidates.find((candidate) => known.has(candidate)) ?? target;
}
