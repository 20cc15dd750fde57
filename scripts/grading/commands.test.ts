import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behave, honestScript, startScriptedOpenAi } from '../../lib/testing';

/** The commands as people call them: a process of its own, real parts, a data folder of its own. */
const root = new URL('../../', import.meta.url).pathname;
const KEY = 'sk-key-that-must-not-be-kept';
const A_WHILE = 120_000;
const NONE = { CHAT_MODEL: '', OPENAI_BASE_URL: '', OPENAI_API_KEY: '', EMBEDDINGS: 'hashing' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'viva-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  out: string;
  err: string;
}

function run(script: 'grade' | 'evaluate', args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${script}.ts`, ...args],
      { cwd: root, env: { ...process.env, ...NONE, DATA_DIR: path.join(folder, 'data'), ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** The output's first line, with a reader that goes away after it. */
function firstLine(args: string[]): Promise<Omit<Ended, 'code'>> {
  const command = `"$0" --import tsx scripts/grade.ts "$@" | head -1`;
  const env = { ...process.env, ...NONE, DATA_DIR: path.join(folder, 'data') };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command, process.execPath, ...args], { cwd: root, env }, (_, out, err) =>
      resolve({ out, err }),
    );
  });
}

function write(name: string, lines: readonly unknown[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

const QUESTION = {
  question: '为什么训练时要打乱样本顺序？',
  references: ['打乱顺序让每个批次接近整体分布，梯度估计的偏差更小；也避免模型记住样本的先后次序。'],
};
const ANSWERS = [
  '打乱以后每个批次更接近整体分布，梯度偏差小，模型也记不住先后次序。',
  '避免模型记住样本的先后次序。',
  '不知道。',
];
const LINES = ANSWERS.map((answer, index) => ({ id: `a${index}`, ...QUESTION, answer }));
/** Graded by hand on a harder scale than the raw score's. */
const GRADED = Array.from({ length: 24 }, (_, index) => ({
  ...QUESTION,
  qid: 'q1',
  answer: ANSWERS[index % 3],
  score: [0.6, 0.4, 0][index % 3],
}));

describe('a recorded run', () => {
  it(
    'is replayed byte for byte with the model gone, and what was not recorded is said to be missing',
    async () => {
      const honest = honestScript();
      const server = await startScriptedOpenAi({
        script: (request, index) =>
          index === 1
            ? behave.say('no JSON at all')
            : typeof honest === 'function'
              ? honest(request, index)
              : behave.hang(),
      });
      const dir = path.join(folder, 'replies');
      const input = write('lines.jsonl', LINES);
      const args = ['--json', '--critique', '--input', input];
      const env = { CHAT_MODEL: 'scripted', OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY };
      const recorded = await run('grade', [...args, '--record', dir], env);
      await server.close();
      expect(recorded).toMatchObject({ code: 0 });
      expect(server.requests.length).toBeGreaterThan(LINES.length);

      const replayed = await run('grade', [...args, '--replay', dir]);
      expect(replayed).toMatchObject({ code: 0, out: recorded.out });

      for (const file of readdirSync(dir))
        expect(readFileSync(path.join(dir, file), 'utf8')).not.toContain(KEY);

      const another = write('another.jsonl', [...LINES, { id: 'new', ...QUESTION, answer: '随机。' }]);
      const partly = await run('grade', ['--json', '--input', another, '--replay', dir]);
      const last = JSON.parse(partly.out.trim().split('\n').at(-1) ?? '');
      expect(last).toMatchObject({ id: 'new', state: 'ungraded', score: null });
      expect(last.reason).toMatch(/recorded/);
    },
    A_WHILE,
  );

  it(
    'cannot be replayed from an empty folder, nor be recorded without a model',
    async () => {
      const input = write('lines.jsonl', LINES);
      const empty = await run('grade', ['--json', '--input', input, '--replay', path.join(folder, 'none')]);
      expect(empty).toMatchObject({ code: 1, out: '' });
      expect(empty.err).toMatch(/no recorded replies/);
      const alone = await run('grade', ['--json', '--input', input, '--record', path.join(folder, 'x')]);
      expect(alone).toMatchObject({ code: 1, out: '' });
      expect(alone.err).toMatch(/CHAT_MODEL/);
      expect(existsSync(path.join(folder, 'x'))).toBe(false);
    },
    A_WHILE,
  );
});

it(
  'a command ends quietly when nobody reads on',
  async () => {
    // More than a pipe holds: the command is still writing when its reader goes.
    const id = 'a'.repeat(4000);
    const input = write(
      'long.jsonl',
      Array.from({ length: 40 }, () => ({ ...LINES[0], id })),
    );
    const { out, err } = await firstLine(['--json', '--input', input]);
    expect(JSON.parse(out)).toMatchObject({ state: 'graded' });
    expect(err).not.toContain('EPIPE');
  },
  A_WHILE,
);

describe('a calibration', () => {
  it(
    'stands beside the raw score of its bank and grader, and needs 20 graded answers',
    async () => {
      const input = write('lines.jsonl', LINES);
      const few = await run('evaluate', ['--calibrate', write('few.jsonl', GRADED.slice(0, 19))]);
      expect(few).toMatchObject({ code: 1, out: '' });
      expect(few.err).toMatch(/at least 20/);

      const before = await run('grade', ['--json', '--input', input, '--grader', 'offline']);
      const fitted = await run('evaluate', ['--calibrate', write('graded.jsonl', GRADED)]);
      expect(JSON.parse(fitted.out)).toMatchObject({ grader: 'offline', size: 24 });
      const after = await run('grade', ['--json', '--input', input, '--grader', 'offline']);
      const [raw, both] = [before, after].map(({ out }) =>
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
      expect(both?.map(({ calibrated: _, ...line }) => line)).toEqual(raw);
      expect(both?.[0].calibrated).toBeCloseTo(0.6, 0);
      expect(both?.[0].calibrated).toBeGreaterThan(both?.[2].calibrated);

      const elsewhere = await run('grade', ['--json', '--input', input, '--bank', 'another']);
      expect(elsewhere.out).toBe(before.out);
    },
    A_WHILE,
  );
});

describe('an evaluation', () => {
  it(
    'reports a tiny set as JSON and as one page that asks the network for nothing',
    async () => {
      const html = path.join(folder, 'report.html');
      const set = write('tiny<set>.jsonl', GRADED);
      const ended = await run('evaluate', ['--json', '--no-attacks', '--html', html, set]);
      expect(ended).toMatchObject({ code: 0 });
      const { grader, sets, suite } = JSON.parse(ended.out);
      expect({ grader, suite }).toEqual({ grader: { kind: 'offline' }, suite: [] });
      expect(sets[0]).toMatchObject({
        set: 'tiny<set>',
        answers: 24,
        questions: 1,
        ungraded: 0,
        hostile: [],
      });
      expect(sets[0].r).toBeGreaterThan(0.9);
      const page = readFileSync(html, 'utf8');
      expect(page.match(/<svg/g)).toHaveLength(3);
      expect(page).toContain('tiny&lt;set&gt;');
      expect(page).not.toMatch(/<script|<link|<img|@import|url\(|NaN/);
      expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//);
    },
    A_WHILE,
  );

  it(
    'of a model repeats, prices and records its replies; the replay finds the same figures and no time',
    async () => {
      // Moody: every other reply finds nothing.
      const honest = honestScript();
      const server = await startScriptedOpenAi({
        script: (request, index) =>
          index % 2 === 0 && typeof honest === 'function'
            ? honest(request, index)
            : behave.json({
                points: [{ id: 'p1', quote: '', verdict: 'missing', note: '' }],
                falseClaims: [],
                flags: [],
                referenceDoubt: '',
              }),
      });
      const keyPoints = [{ text: '每个批次更接近整体分布，梯度偏差更小', weight: 1, core: true }];
      const set = write(
        'model.jsonl',
        GRADED.slice(0, 3).map((line) => ({ ...line, keyPoints })),
      );
      const dir = path.join(folder, 'evaluated');
      const args = [
        '--json',
        '--no-attacks',
        '--grader',
        'llm',
        '--repeat',
        '2',
        '--price-in',
        '1',
        '--price-out',
        '2',
      ];
      const env = { CHAT_MODEL: 'moody', OPENAI_BASE_URL: server.baseUrl };
      const recorded = await run('evaluate', [...args, '--record', dir, set], env);
      await server.close();
      const replayed = await run('evaluate', [...args, '--replay', dir, set]);
      const [first, again] = [recorded, replayed].map(({ out }) => JSON.parse(out));
      expect(first.grader).toEqual({ kind: 'llm', model: 'moody' });
      expect(first.sets[0].spread).toMatchObject({ runs: 2, answers: 3 });
      expect(first.sets[0].spread.maxDeviation).toBeGreaterThan(0);
      const { inputTokens, outputTokens, perThousand, milliseconds } = first.sets[0].cost;
      expect(perThousand).toBeCloseTo((inputTokens + 2 * outputTokens) / 1000);
      expect(milliseconds).toBeGreaterThan(0);
      first.sets[0].cost.milliseconds = null;
      expect(again).toEqual(first);
    },
    A_WHILE,
  );
});
