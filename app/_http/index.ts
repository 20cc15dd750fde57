export { download } from './download';
export { errorResponse } from './errors';
export { endStreamsOnSignals, eventStream, type ServerSentEvent } from './event-stream';
export { guard, isKnownHost } from './guard';
export { readBytes } from './read-bytes';
export { readJson } from './read-json';
export { readQuery, wrongFields } from './read-query';
export { route } from './route';
