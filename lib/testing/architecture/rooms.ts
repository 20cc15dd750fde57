/** Left may not import right: the order of the thinking rooms (ARCHITECTURE.md). */
export const DOMAIN_ORDER = ['question-bank', 'retrieval', 'speech', 'grading', 'follow-up', 'interview'];

/** Domain rooms on the same step, which must not know each other. */
const SAME_STEP = new Set(['retrieval', 'speech']);

export function isTest(path: string): boolean {
  return (
    /(\.test|\.test-d|\.contract)\.tsx?$|\/contract\.ts$|^lib\/testing\/|^app\/_testing\//.test(path) ||
    /^vitest\.(\w+\.)?config\.ts$/.test(path)
  );
}

/** The room a file lives in: 'lib/domain/grading', 'lib/ports', 'app' …; a loose file of lib is its own room. */
export function moduleOf(path: string): string {
  const parts = path.split('/');
  if (parts[0] !== 'lib') return parts.length > 1 ? (parts[0] ?? '') : 'root';
  const isNested = (parts[1] === 'domain' || parts[1] === 'adapters') && parts.length > 3;
  return parts
    .slice(0, isNested ? 3 : 2)
    .join('/')
    .replace(/\.tsx?$/, '');
}

/** The floor a room stands on. */
export function floorOf(room: string): string {
  const [top, second] = room.split('/');
  return top === 'lib' ? (second ?? 'lib') : (top ?? '');
}

/** What each floor may import; 'types' means nothing of it may remain at run time. */
const MAY_IMPORT: Record<string, Record<string, 'values' | 'types'>> = {
  app: { app: 'values', domain: 'values', ports: 'types' },
  root: { app: 'values', root: 'values' },
  scripts: { scripts: 'values', wiring: 'values', config: 'values', domain: 'values', ports: 'types' },
  wiring: {
    'use-cases': 'values',
    adapters: 'values',
    ports: 'types',
    domain: 'values',
    config: 'values',
    wiring: 'values',
  },
  config: { domain: 'values' },
  'use-cases': { 'use-cases': 'values', ports: 'types', domain: 'values' },
  adapters: { ports: 'types', domain: 'values' },
  ports: { ports: 'types', domain: 'types' },
  domain: { domain: 'values' },
};

/** Why `from` may not import `to`; null when it may. */
export function forbiddenArrow(from: string, to: string, isTypeOnly: boolean): string | null {
  const [fromRoom, toRoom] = [moduleOf(from), moduleOf(to)];
  if (fromRoom === toRoom) return null;
  // Benchmarks measure against the scripted model server.
  if (from.startsWith('scripts/bench/') && toRoom === 'lib/testing') return null;
  if (from === 'app/_server.ts' && ['lib/wiring', 'lib/config'].includes(toRoom)) return null;
  const allowed = MAY_IMPORT[floorOf(fromRoom)]?.[floorOf(toRoom)];
  if (!allowed) return `${fromRoom} may not import ${toRoom}`;
  if (floorOf(fromRoom) === 'adapters' && floorOf(toRoom) === 'adapters')
    return `${fromRoom} may not import ${toRoom}`;
  if (floorOf(fromRoom) === 'domain' && !domainArrowGoesDown(fromRoom, toRoom))
    return `${fromRoom} may not import ${toRoom}`;
  return allowed === 'types' && !isTypeOnly ? `${fromRoom} may import ${toRoom} as types only` : null;
}

function domainArrowGoesDown(fromRoom: string, toRoom: string): boolean {
  const name = (room: string) => room.split('/')[2] ?? '';
  // errors.ts, ids.ts and prompt.ts are shared by the rooms of the floor and know none of them.
  if (toRoom === 'lib/domain') return true;
  if (fromRoom === 'lib/domain') return false;
  if (SAME_STEP.has(name(fromRoom)) && SAME_STEP.has(name(toRoom))) return false;
  return (
    DOMAIN_ORDER.indexOf(name(toRoom)) >= 0 &&
    DOMAIN_ORDER.indexOf(name(toRoom)) < DOMAIN_ORDER.indexOf(name(fromRoom))
  );
}

/** Whether an import from another room goes past the room's door. */
export function passesDoor(from: string, to: string): boolean {
  const [fromRoom, toRoom] = [moduleOf(from), moduleOf(to)];
  const hasDoor = /^lib\/(domain|adapters)\/.|^lib\/(ports|use-cases)$/.test(toRoom);
  if (fromRoom === toRoom || !hasDoor) return true;
  return to === toRoom || to === `${toRoom}/index.ts`;
}
