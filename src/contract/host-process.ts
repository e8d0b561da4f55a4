/** What the Electron host sends to the process that started it, once its window shows Latchkey. */
export const windowShown = 'window-shown';
