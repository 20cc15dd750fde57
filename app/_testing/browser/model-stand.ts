import { afterAll } from 'vitest';
import { type ScriptedOpenAi, startScriptedOpenAi } from '@/lib/testing';
import { FaultyModel } from './fault-script';
import { type Stand, useStand } from './stand';

export const MODEL_NAME = 'scripted-examiner';

/** A stand whose server grades with a scripted model. */
export function useModelStand(): { stand: Stand; model: FaultyModel } {
  const model = new FaultyModel();
  let endpoint: ScriptedOpenAi | undefined;
  const stand = useStand(async () => {
    endpoint = await startScriptedOpenAi({ script: model.script });
    return { CHAT_MODEL: MODEL_NAME, OPENAI_BASE_URL: endpoint.baseUrl, OPENAI_API_KEY: 'sk-scripted-0000' };
  });
  afterAll(() => endpoint?.close());
  return { stand, model };
}
