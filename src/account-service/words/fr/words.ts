export { landing } from './landing.ts';
export { messages } from './messages.ts';
