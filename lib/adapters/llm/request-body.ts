import type { ChatCompletionCreateParamsBase } from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { ChatRequest, JsonRequest } from '../../ports';
import type { Accepted, Uses } from './negotiation';

type Body = Omit<ChatCompletionCreateParamsBase, 'stream'>;

/** The request as this endpoint takes it. */
export function bodyOf(model: string, request: ChatRequest, accepted: Accepted): Body {
  const [limit] = accepted.tokenLimits;
  return {
    model,
    messages: request.messages,
    ...(request.temperature !== undefined && accepted.temperature
      ? { temperature: request.temperature }
      : {}),
    ...(request.maxOutputTokens !== undefined && limit ? { [limit]: request.maxOutputTokens } : {}),
  };
}

/** The same with the reply's shape asked for in the strictest way that the endpoint knows. */
export function jsonBodyOf<T>(model: string, request: JsonRequest<T>, accepted: Accepted): Body {
  const body = bodyOf(model, request, accepted);
  if (accepted.structuredOutput === 'text') return body;
  if (accepted.structuredOutput === 'json-object')
    return { ...body, response_format: { type: 'json_object' } };
  return {
    ...body,
    response_format: {
      type: 'json_schema',
      json_schema: { name: request.schemaName, strict: true, schema: strictSchema(request.schema) },
    },
  };
}

export function usesOf(request: ChatRequest, kind: 'json' | 'stream'): Uses {
  return {
    json: kind === 'json',
    temperature: request.temperature !== undefined,
    streamOptions: kind === 'stream',
    tokenLimit: request.maxOutputTokens !== undefined,
  };
}

/** Some strict modes refuse these outright; zod checks them on the reply all the same. */
const LIMITS = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'default',
] as const;

/** JSON schema in the subset that strict modes take: closed objects, every field required, no limits on values. */
function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      for (const limit of LIMITS) delete jsonSchema[limit];
    },
  });
  return rest;
}
