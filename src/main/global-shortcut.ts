import type { GlobalShortcut as ElectronShortcuts } from 'electron';
import type { GlobalShortcut } from '../app/ports.ts';

/** The shortcut through Electron, which asks the system for it. Wayland has the portal instead. */
export function createGlobalShortcut(
  electron: Pick<ElectronShortcuts, 'register' | 'unregister'>,
): GlobalShortcut {
  let registered: string | null = null;
  const unregister = () => {
    if (registered !== null) electron.unregister(registered);
    registered = null;
  };
  return {
    way: async () => 'system',
    async register(accelerator, pressed) {
      unregister();
      // False means that another program has it: the systems give no other reason.
      if (!electron.register(accelerator, pressed)) return { outcome: 'failed', cause: 'taken' };
      registered = accelerator;
      return { outcome: 'registered', as: accelerator };
    },
    unregister: async () => unregister(),
  };
}
