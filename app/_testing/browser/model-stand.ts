import { afterAll } from 'vitest';
import { type ScriptedOpenAi, startScriptedOpenAi } from '@/lib/testing';
import { FaultyModel } from './fault-script';
import { type ServerStand, type Stand, suiteServer, suiteStand } from './stand';

export const MODEL_NAME = 'scripted-examiner';
export const API_KEY = 'sk-scripted-0000';

/** A scripted model and the environment of a server that grades with it. */
function suiteModel(): { model: FaultyModel; environment: () => Promise<Record<string, string>> } {
  const model = new FaultyModel();
  let endpoint: ScriptedOpenAi | undefined;
  afterAll(() => endpoint?.close());
  const environment = async () => {
    endpoint = await startScriptedOpenAi({ script: model.script });
    return { CHAT_MODEL: MODEL_NAME, OPENAI_BASE_URL: endpoint.baseUrl, OPENAI_API_KEY: API_KEY };
  };
  return { model, environment };
}

/** A server that grades with a scripted model, and a browser. */
export function modelStand(): { stand: Stand; model: FaultyModel } {
  const { model, environment } = suiteModel();
  return { model, stand: suiteStand(environment) };
}

/** The same without a browser. */
export function modelServer(): { stand: ServerStand; model: FaultyModel } {
  const { model, environment } = suiteModel();
  return { model, stand: suiteServer(environment) };
}
