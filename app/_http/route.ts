import { errorResponse, logUnexpected } from './errors';
import { guard } from './guard';

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** A route: guarded, and with every error turned into `{error: {kind, code, message}}` and its status. */
export function route<Context = unknown>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      guard(request);
      return await handler(request, context);
    } catch (error) {
      logUnexpected(error, `${request.method} ${new URL(request.url).pathname}`);
      return errorResponse(error);
    }
  };
}
