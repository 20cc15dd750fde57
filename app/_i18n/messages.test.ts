import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import en from './en.json';
import zh from './zh.json';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const chinese = flatten(zh);
const english = flatten(en);

function sourceFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return sourceFiles(file);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** Every `t('key')` of a file with the namespace its `t` was made with; keys made at run time as patterns. */
function usedKeys(file: string): { key: RegExp; written: string }[] {
  const source = readFileSync(file, 'utf8');
  const makers = source.matchAll(
    /(?:const |\[|, )(\w+)(?:, \w+)?\]? = .*?(?:use|get)Translations\('([\w.]+)'\)/g,
  );
  return [...makers].flatMap(([, name = '', namespace = '']) => {
    const calls = source.matchAll(new RegExp(`\\b${name}\\(\\s*(['\`])([^'\`]+)\\1`, 'g'));
    return [...calls].map(([, , written = '']) => {
      const pattern = `${namespace}.${written}`
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[\\w-]+');
      return { key: new RegExp(`^${pattern}$`), written: `${path.basename(file)}: ${namespace}.${written}` };
    });
  });
}

/** Names of the values a message takes. */
function parameters(message: string): string[] {
  return [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name).sort();
}

/** A code where an error is made. */
const RAISED = /AppError\(\s*(?:'[a-z-]+'|\w+ \? '[a-z-]+' : '[a-z-]+'),\s*'([a-z-]+)'/g;
/** Only commands and tests reach these. */
const FOR_COMMANDS = ['adapters/llm/recording/', '.contract.ts', 'lib/testing/'];

describe('messages', () => {
  test('Chinese and English have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test('no message is empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('both languages take the same values', () => {
    const differing = [...chinese.keys()].filter((key) => {
      const mine = new Set(parameters(chinese.get(key) ?? ''));
      const other = new Set(parameters(english.get(key) ?? ''));
      return mine.size !== other.size || [...mine].some((name) => !other.has(name));
    });
    expect(differing).toEqual([]);
  });

  test('the English text holds no Chinese, but for what names itself', () => {
    const mixed = [...english].filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith('nav.'),
    );
    expect(mixed).toEqual([]);
  });

  test('every key that a screen uses exists', () => {
    const app = path.resolve(import.meta.dirname, '..');
    const used = sourceFiles(app).flatMap(usedKeys);
    expect(used.length).toBeGreaterThan(150);
    const keys = [...chinese.keys()];
    expect(
      used.filter(({ key }) => !keys.some((known) => key.test(known))).map(({ written }) => written),
    ).toEqual([]);
  });

  test('every failure that can reach a page has a sentence', () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const server = ['lib', 'app/_http', 'app/api'].flatMap((dir) => sourceFiles(path.join(root, dir)));
    const raised = server
      .filter((file) => !FOR_COMMANDS.some((place) => file.includes(place)))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(RAISED)].map(([, code = '']) => code));
    expect(raised.length).toBeGreaterThan(60);
    const known = new Set(Object.keys(zh.errors.codes));
    expect([...new Set(raised)].filter((code) => !known.has(code))).toEqual([]);
  });

  test('every problem of a model has a sentence', () => {
    const file = path.resolve(import.meta.dirname, '../../lib/adapters/llm/failure.ts');
    const named = [...readFileSync(file, 'utf8').matchAll(/problem: '([\w-]+)'/g)].map(
      ([, name = '']) => name,
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(zh.errors.problems).sort());
  });

  test('every failure that has a sentence is one that the server knows', () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const server = ['lib', 'app/_http', 'app/api'].flatMap((dir) => sourceFiles(path.join(root, dir)));
    const source = server.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(Object.keys(zh.errors.codes).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });
});
