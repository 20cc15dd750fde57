export { type ChatModelOptions, openChatModel } from './open-chat-model';
