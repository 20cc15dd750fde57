export type * from './model';
export { tokenise } from './tokenise';
