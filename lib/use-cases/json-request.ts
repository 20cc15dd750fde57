import type { JsonPrompt } from '../domain/prompt';
import type { JsonRequest } from '../ports';

/** What a model is asked with a prompt whose reply is one JSON object. */
export function jsonRequest<Variables, Reply>(
  { id: promptId, schemaName, schema, render }: JsonPrompt<Variables, Reply>,
  variables: Variables,
  limits: Pick<JsonRequest<Reply>, 'temperature' | 'maxOutputTokens' | 'signal'>,
): JsonRequest<Reply> {
  return { messages: render(variables), promptId, schemaName, schema, ...limits };
}
