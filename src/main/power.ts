import type { PowerMonitor } from 'electron';
import type { Power } from '../app/ports.ts';

/**
 * What Electron reports about the computer. `lock-screen` comes only on macOS and Windows; on Linux the desktop
 * reports it (`adapters/power/desktop-watch.ts`).
 */
export function createPower(
  powerMonitor: Pick<PowerMonitor, 'on' | 'removeListener' | 'getSystemIdleTime'>,
  platform: NodeJS.Platform,
): Power {
  return {
    tells: {
      idle: 'system',
      triggers: platform === 'darwin' || platform === 'win32' ? ['suspend', 'screenLock'] : ['suspend'],
    },
    idleMs: () => powerMonitor.getSystemIdleTime() * 1_000,
    watch(happened) {
      const onSuspend = () => happened('suspend');
      const onLock = () => happened('screenLock');
      powerMonitor.on('suspend', onSuspend);
      powerMonitor.on('lock-screen', onLock);
      return () => {
        powerMonitor.removeListener('suspend', onSuspend);
        powerMonitor.removeListener('lock-screen', onLock);
      };
    },
  };
}
