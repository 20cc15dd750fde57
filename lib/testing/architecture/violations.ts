import { builtinModules } from 'node:module';
import ts from 'typescript';
import { floorOf, forbiddenArrow, isTest, moduleOf, passesDoor } from './rooms';
import { type Import, importsOf, parse, resolve, type Source } from './sources';

/** Libraries that only compute; allowed everywhere. */
const PURE_LIBRARIES = [
  'zod',
  'unified',
  'yaml',
  'stemmer',
  'pure-rand',
  '@noble/hashes',
  'vfile',
  'unist-util-visit',
  'p-retry',
  'eventsource-parser',
  // Delimited text with quotes, from and to strings; its ways to files and the network are the browser's and Node's, unused.
  'papaparse',
];
const PURE_FAMILIES = [/^(remark|micromark|mdast|unist)(-|$)/];

/** Screens' libraries; `app` only. */
const SCREEN_LIBRARIES = [
  /^(react|react-dom|next|next-intl|katex|server-only)(\/|$)/,
  /^@mantine\//,
  /^@tabler\//,
  /^react-markdown$/,
  /^rehype-/,
];

/** What the domain may not touch, by the text of the expression. */
const IMPURE_GLOBALS = new Set([
  'process',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'crypto',
  'localStorage',
  'console',
]);

/** Every rule a file breaks, each as one line that names the file. */
export function violationsOf(source: Source, all: readonly Source[]): string[] {
  if (isTest(source.path)) return [];
  const known = new Set(all.map((other) => other.path));
  const file = parse(source);
  const fromImports = importsOf(file).flatMap((item) => importViolations(source.path, item, known));
  const fromGlobals = floorOf(moduleOf(source.path)) === 'domain' ? impureUses(file) : [];
  return [...fromImports, ...fromGlobals].map((message) => `${source.path}: ${message}`);
}

function importViolations(from: string, item: Import, known: ReadonlySet<string>): string[] {
  const target = resolve(from, item.specifier, known);
  if (target === null) return packageViolations(from, item);
  if (/\.(json|css|svg)$/.test(target)) return [];
  const forbidden = forbiddenArrow(from, target, item.isTypeOnly);
  if (forbidden) return [forbidden];
  return passesDoor(from, target) ? [] : [`enters ${moduleOf(target)} past its door (${item.specifier})`];
}

function packageViolations(from: string, item: Import): string[] {
  const floor = floorOf(moduleOf(from));
  const name = item.specifier;
  if (name === 'server-only')
    return from === 'app/_server.ts' ? [] : ['server-only belongs into app/_server.ts alone'];
  if (isPure(name) || (item.isTypeOnly && floor !== 'domain')) return [];
  if (floor === 'app' || floor === 'root') {
    return SCREEN_LIBRARIES.some((pattern) => pattern.test(name)) || isBuiltin(name)
      ? []
      : [`vendor ${name} does not belong into app`];
  }
  if (floor === 'domain' || floor === 'use-cases' || floor === 'ports')
    return [`vendor ${name} outside its adapter room`];
  if (floor === 'wiring')
    return isBuiltin(name) || name === 'pino' ? [] : [`vendor ${name} outside its adapter room`];
  return [];
}

function isPure(name: string): boolean {
  return (
    PURE_LIBRARIES.some((library) => name === library || name.startsWith(`${library}/`)) ||
    PURE_FAMILIES.some((family) => family.test(name))
  );
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function impureUses(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const use = impureUse(node);
    if (use) found.push(`the domain may not use ${use}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function impureUse(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === 'Date.now' || text === 'Math.random') return text;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && isReference(node)) return node.text;
  return null;
}

/** Whether an identifier reads a variable, as against naming a property, a member or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent) || ts.isBinaryExpression(parent)) return true;
  return false;
}
