import { AppError } from '@/lib/domain/errors';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);
const IP_LITERAL = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/;

/** 'LOCALHOST:3000' → 'localhost'; '[::1]:3000' → '[::1]'; null when it is no host. */
function hostName(host: string): string | null {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname.toLowerCase() : null;
}

/**
 * Whether this server answers to a Host header. A name that somebody else's DNS points at this machine (rebinding) is
 * none of ours: known are loopback, the configured HOST, and, where HOST opens every address, literal addresses.
 */
export function isKnownHost(host: string | null, configured: string = process.env.HOST ?? ''): boolean {
  const name = host === null ? null : hostName(host);
  if (name === null) return false;
  if (LOOPBACK.has(name)) return true;
  if (ANY_ADDRESS.has(configured)) return IP_LITERAL.test(name);
  return (
    configured !== '' &&
    name ===
      hostName(configured.includes(':') && !configured.startsWith('[') ? `[${configured}]` : configured)
  );
}

/**
 * Lets a request through when it is for this server and, where it changes something, comes from its own pages or from
 * a program: no Origin, and a JSON content type (which a foreign page cannot send without being asked for permission).
 * @throws AppError invalid `unknown-host`, `foreign-origin`
 */
export function guard(request: Request): void {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!isKnownHost(host))
    throw new AppError(
      'invalid',
      'unknown-host',
      'This server does not answer to that host name. Use localhost or 127.0.0.1.',
    );
  if (SAFE_METHODS.has(request.method)) return;
  if (!isOwnOrigin(request, host))
    throw new AppError(
      'invalid',
      'foreign-origin',
      'Requests that change something must come from Viva’s own pages.',
    );
}

function isOwnOrigin(request: Request, host: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return (request.headers.get('content-type') ?? '').startsWith('application/json');
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
