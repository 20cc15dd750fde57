export { openChatModel } from './open-chat-model';
