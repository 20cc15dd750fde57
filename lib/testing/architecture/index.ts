export { findCycles } from './cycles';
export { moduleOf } from './rooms';
export { readSources, type Source } from './sources';
export { violationsOf } from './violations';
