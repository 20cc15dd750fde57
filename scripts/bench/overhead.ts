import OpenAI from 'openai';
import { removeDataDir, type ScriptedOpenAi, startScriptedOpenAi, startServer } from '../../lib/testing';
import { post, sendMessage, type TimedEvent } from './app-client';
import { median, round } from './timing';

const ANSWERS = 30;
const ANSWER = '原来的权重都冻结，只训练两个低秩矩阵，所以要存的梯度和优化器状态少很多，推理时还能合并回去。';

/**
 * What the app adds to a graded answer when the model is instant: the time from sending the answer to its verdicts and
 * to the end, and the delay from the model's first critique token to that token at the client, as ratios to making the
 * same two calls directly. Needs the built app (`npm start` or `npm test` builds it).
 */
export async function run(): Promise<Record<string, unknown>> {
  const model = await startScriptedOpenAi();
  const server = await startServer({
    env: { CHAT_MODEL: 'scripted', OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'none' },
  });
  try {
    const interview = await post(`${server.url}/api/interviews`, {
      mode: 'practice',
      kinds: ['open'],
      limit: 1,
      seed: 1,
    });
    const id = String(interview.id);
    // The first answer extracts the rubric and negotiates the endpoint; it is not counted.
    await sendMessage(server.url, id, { text: ANSWER, intent: 'answer' });
    const viaApp = [];
    for (let index = 0; index < ANSWERS; index += 1) viaApp.push(await throughApp(server.url, id, model));
    const direct = [];
    for (let index = 0; index < ANSWERS; index += 1) direct.push(await directly(model));
    return figures(viaApp, direct);
  } finally {
    await server.stop();
    removeDataDir(server);
    await model.close();
  }
}

interface Timing {
  toVerdictsMs: number;
  toEndMs: number;
  firstTokenDelayMs: number;
}

async function throughApp(url: string, id: string, model: ScriptedOpenAi): Promise<Timing> {
  const started = performance.now();
  const events = await sendMessage(url, id, { text: ANSWER, intent: 'answer' });
  const at = (name: string) => events.find((event: TimedEvent) => event.event === name)?.at ?? Number.NaN;
  const asked = critiqueRequestedAt(model);
  return {
    toVerdictsMs: at('verdicts') - started,
    toEndMs: at('done') - started,
    firstTokenDelayMs: performance.timeOrigin + at('critique') - asked,
  };
}

/** Milliseconds since the epoch at which the model server received the newest streamed request. */
function critiqueRequestedAt(model: ScriptedOpenAi): number {
  return model.requests.findLast((request) => request.body.stream === true)?.at ?? Number.NaN;
}

/** The same two calls, word for word as the app made them, with the client that the app uses. */
async function directly(model: ScriptedOpenAi): Promise<Timing> {
  const client = new OpenAI({ baseURL: model.baseUrl, apiKey: 'none' });
  const bodies = [false, true].map(
    (isStream) => model.requests.findLast((request) => (request.body.stream === true) === isStream)?.body,
  );
  const [verdictBody, critiqueBody] = bodies as unknown as [
    OpenAI.ChatCompletionCreateParamsNonStreaming,
    OpenAI.ChatCompletionCreateParamsStreaming,
  ];
  const started = performance.now();
  await client.chat.completions.create(verdictBody);
  const toVerdictsMs = performance.now() - started;
  let firstToken = Number.NaN;
  for await (const chunk of await client.chat.completions.create(critiqueBody)) {
    if (Number.isNaN(firstToken) && chunk.choices[0]?.delta.content) firstToken = performance.now();
  }
  return {
    toVerdictsMs,
    toEndMs: performance.now() - started,
    firstTokenDelayMs: performance.timeOrigin + firstToken - critiqueRequestedAt(model),
  };
}

function figures(viaApp: Timing[], direct: Timing[]): Record<string, unknown> {
  const row = (name: keyof Timing) => {
    const [app, base] = [
      median(viaApp.map((timing) => timing[name])),
      median(direct.map((timing) => timing[name])),
    ];
    return { appMs: round(app), directMs: round(base), ratio: round(app / base) };
  };
  return {
    answers: ANSWERS,
    toVerdicts: row('toVerdictsMs'),
    toEnd: row('toEndMs'),
    firstCritiqueToken: row('firstTokenDelayMs'),
  };
}
