export type * from './events';
export { INTENTS } from './view';
export type * from './view';
