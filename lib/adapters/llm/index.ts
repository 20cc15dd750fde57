export { openChatModel } from './open-chat-model';
export { recordReplies } from './recording/record';
export { openRecordedChatModel } from './recording/replay';
