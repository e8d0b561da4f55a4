import type { GlobalShortcut } from '../../app/ports.ts';

/** For a host that can register no shortcut: the person binds `latchkey toggle` in the desktop's own settings. */
export const noGlobalShortcut: GlobalShortcut = {
  way: async () => 'none',
  register: async () => ({ outcome: 'failed', cause: 'unsupported' }),
  unregister: async () => {},
};
