export type * from './model';
export type * from './view';
