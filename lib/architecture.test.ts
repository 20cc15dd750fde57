/**
 * May A import B? The picture in ARCHITECTURE.md, executable. Floors from top to bottom; an import may only go down:
 *
 *   app       → lib/domain; types of lib/ports; lib/wiring and lib/config only from app/_server.ts
 *   scripts   → lib/wiring, lib/config, lib/domain, types of lib/ports (and each other)
 *   wiring    → use-cases, adapters, ports, domain, config      (the only file where these two meet)
 *   use-cases → ports (types), domain
 *   adapters  → ports (types), domain; never another adapter room
 *   ports     → domain (types)
 *   domain    → domain rooms to the left in DOMAIN_ORDER
 *   testing   → anything below wiring; only tests (and its own room) import it
 *
 * A room (a folder of domain/ and adapters/, and ports/, use-cases/, testing/) is entered from outside by its
 * index.ts. Vendors live in adapters; the domain uses pure libraries by name (PURE_LIBRARIES) and touches neither
 * clock, chance, disk, network nor environment. No cycle of files. Rooms are read from the folders, so that a new
 * one is guarded at birth.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycles, moduleOf, readSources, type Source, violationsOf } from './testing/architecture';

const sources = readSources(new URL('../', import.meta.url));

function planted(path: string, text: string): string[] {
  const source: Source = { path, text };
  return violationsOf(source, [...sources, source]);
}

describe('the house', () => {
  it('has files to check', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.some((source) => source.path.startsWith('lib/domain/'))).toBe(true);
  });

  it('lets imports only go down, and rooms be entered by their door', () => {
    expect(sources.flatMap((source) => violationsOf(source, sources))).toEqual([]);
  });

  it('has no cycle of files', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('keeps the top level to what it was agreed to be', () => {
    const allowed = ['app', 'lib', 'data', 'scripts'];
    const folders = new Set(
      sources
        .map((source) => source.path.split('/'))
        .filter((parts) => parts.length > 1)
        .map((parts) => parts[0]),
    );
    expect([...folders].filter((folder) => folder && !allowed.includes(folder))).toEqual([]);
  });

  it('has no drawer: a thing belongs to a room', () => {
    const drawers = sources.filter((source) =>
      /\/(utils|helpers|types|common)(\/|\.tsx?$)/.test(source.path),
    );
    expect(drawers.map((source) => source.path)).toEqual([]);
  });
});

describe('a planted violation is caught', () => {
  it.each([
    ['lib/domain/grading/x.ts', "import { a } from '../interview';", 'may not import'],
    ['lib/domain/grading/x.ts', "import { a } from '../../ports';", 'may not import'],
    ['lib/use-cases/x.ts', "import { openStorage } from '../adapters/storage';", 'may not import'],
    ['lib/adapters/llm/x.ts', "import { a } from '../../use-cases';", 'may not import'],
    ['lib/adapters/llm/x.ts', "import { a } from '../storage';", 'may not import'],
    ['lib/use-cases/x.ts', "import { a } from '../domain/grading/score';", 'past its door'],
    ['app/x.tsx', "import { createApp } from '@/lib/wiring';", 'may not import'],
    ['app/x.tsx', "import { a } from '@/lib/use-cases';", 'may not import'],
    ['app/x.tsx', "import { a } from '@/lib/ports';", 'types only'],
    ['lib/use-cases/x.ts', "import OpenAI from 'openai';", 'vendor'],
    ['lib/domain/grading/x.ts', "import OpenAI from 'openai';", 'vendor'],
    ['lib/domain/grading/x.ts', "import fs from 'node:fs';", 'vendor'],
    ['lib/domain/grading/x.ts', "import fs from 'fs';", 'vendor'],
    ['lib/domain/grading/x.ts', 'export const t = Date.now();', 'Date.now'],
    ['lib/domain/grading/x.ts', 'export const t = new Date();', 'new Date()'],
    ['lib/domain/grading/x.ts', 'export const t = Math.random();', 'Math.random'],
    ['lib/domain/grading/x.ts', 'export const t = process.env.HOME;', 'process'],
    ['lib/domain/grading/x.ts', "export const t = fetch('http://x');", 'fetch'],
    ['lib/domain/grading/x.ts', "export const t = () => import('openai');", 'vendor'],
    ['lib/use-cases/x.ts', "export const t = () => import('../adapters/llm');", 'may not import'],
    ['lib/use-cases/x.ts', "import { fake } from '../testing';", 'may not import'],
    ['lib/domain/x.ts', "import 'server-only';", 'server-only'],
  ])('%s: %s', (path, text, expected) => {
    expect(planted(path, text).join('\n')).toContain(expected);
  });

  it('a cycle', () => {
    const a: Source = {
      path: 'lib/domain/grading/a.ts',
      text: "import { b } from './b'; export const a = b;",
    };
    const b: Source = {
      path: 'lib/domain/grading/b.ts',
      text: "import { a } from './a'; export const b = a;",
    };
    expect(findCycles([a, b])).toHaveLength(1);
  });

  it('but a date made from a number is fine, and so is a pure library', () => {
    expect(planted('lib/domain/grading/x.ts', 'export const t = new Date(0);')).toEqual([]);
    expect(planted('lib/domain/grading/x.ts', "import { z } from 'zod'; export const t = z;")).toEqual([]);
  });
});

describe('the picture', () => {
  it('names every room that exists', () => {
    const text = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
    const rooms = new Set(
      sources
        .map((source) => moduleOf(source.path))
        .filter((room) => /^lib\/(domain|adapters)\/./.test(room)),
    );
    expect([...rooms].filter((room) => !text.includes(room.split('/').at(-1) ?? ''))).toEqual([]);
  });
});
