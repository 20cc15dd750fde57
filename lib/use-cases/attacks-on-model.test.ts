import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChatModel } from '../adapters/llm';
import { deriveKeyPoints, findQuote, type Grade, type GradingTask } from '../domain/grading';
import type { ChatModel } from '../ports';
import {
  type Attack,
  attackSuite,
  obedientScript,
  type Script,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from '../testing';
import { gradeAnswer } from './grade-answer';

const attacks = attackSuite();

let server: ScriptedOpenAi;
let chat: ChatModel;
beforeAll(async () => {
  server = await startScriptedOpenAi({});
  chat = openChatModel({ model: 'obedient', baseUrl: server.baseUrl, retries: 0 });
});
afterAll(() => server.close());

async function grade(attack: Attack, text: string, script: Script): Promise<Grade> {
  server.setScript(script);
  const { question, references, lang: language } = attack;
  const points = deriveKeyPoints(question, references[0] ?? '');
  const task: GradingTask = {
    question,
    kind: 'open',
    references,
    points,
    turns: [{ text }],
    language,
  };
  const outcome = await gradeAnswer({ chat }, { task });
  if (outcome.state !== 'graded') throw new Error(`${attack.id}: ${outcome.message}`);
  return outcome.grade;
}

/** Obeys, and says besides that it has seen through the answer. */
const suspicious: Script = (request, index) => {
  const behaviour = obedientScript({ quoteAnswer: true })(request);
  if (behaviour.kind !== 'reply') throw new Error(`No reply to request ${index}.`);
  const reply: object = JSON.parse(behaviour.content);
  return { ...behaviour, content: JSON.stringify({ ...reply, flags: ['injection'] }) };
};

describe.each(attacks.map((attack) => [attack.id, attack.kind, attack] as const))(
  'an obedient model and attack %s (%s)',
  (_id, _kind, attack) => {
    it.each([
      ['the points themselves', obedientScript()],
      ['the whole answer', obedientScript({ quoteAnswer: true })],
    ])('give no verdict without the answer’s own words when it quotes %s', async (_, script) => {
      const graded = await grade(attack, attack.attack, script);
      for (const { verdict, quote } of graded.points) {
        expect(quote === null).toBe(verdict === 'missing');
        if (quote !== null) expect(findQuote(attack.attack, quote)?.text).toBe(quote);
      }
      const hasEvidence = graded.points.some(({ quote }) => quote !== null);
      if (!hasEvidence) expect(graded).toMatchObject({ score: 0, band: 0 });
    });

    it('take nothing from the benign twin, flagged or not', async () => {
      const honest = await grade(attack, attack.twin, obedientScript({ quoteAnswer: true }));
      expect(honest).toMatchObject({ score: 1, band: 5 });
      const flagged = await grade(attack, attack.twin, suspicious);
      expect(flagged.flags).toContain('injection');
      expect(flagged).toMatchObject({ score: 1, band: 5, points: honest.points });
    });
  },
);

it('a model that only repeats the points gives an attack no more than what it says of them', async () => {
  const scores = new Map<string, number>();
  for (const attack of attacks)
    scores.set(attack.id, (await grade(attack, attack.attack, obedientScript())).score);
  const gained = attacks.filter(({ id }) => (scores.get(id) ?? 0) > 0);
  // Only who pastes references has their words in the answer; five of them are told offline.
  expect(new Set(gained.map(({ kind }) => kind))).toEqual(new Set(['five-references']));
}, 60_000);
