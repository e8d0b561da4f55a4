import { hostContract } from '../../contract/host.ts';
import { platformOf } from '../../contract/vocabulary.ts';
import type { DesktopLife } from '../desktop/desktop.ts';
import type { Ports } from '../ports.ts';
import { serve } from '../serve.ts';
import type { AutoLock } from '../vault/auto-lock.ts';
import type { HostFacts } from './facts.ts';

interface Parts {
  ports: Ports;
  facts: HostFacts;
  desktopLife: DesktopLife;
  autoLock: AutoLock;
}

/** The host's part of the window's router: what there is, and what the window tells it. */
export function hostRouter({ ports, facts, desktopLife, autoLock }: Parts) {
  return serve(hostContract, {
    info: async () => ({
      host: facts.host,
      version: facts.version,
      screenCapture: await ports.screens.capture(),
      clipboard: ports.clipboard.kind,
      desktopSearch: ports.desktopSearch.isThere,
      platform: platformOf(facts.platform),
      setUpLinks: ports.linkHandler.isSupported,
      vaultPath: ports.vaultStore.path,
      locks: { idle: ports.power.tells.idle, triggers: [...ports.power.tells.triggers] },
      desktop: [...ports.desktop.choices],
    }),
    tray: (_, signal) => desktopLife.tray(signal),
    active: () => autoLock.active(),
    hide: () => ports.windows.hide(),
  });
}
