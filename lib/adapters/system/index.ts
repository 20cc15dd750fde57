export { openClock } from './clock';
export { diskUsage } from './disk-usage';
export { openIds } from './ids';
export { openLogger } from './logger';
