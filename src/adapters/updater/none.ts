import type { Updater } from '../../app/ports.ts';

/** For a host that is no installed application: whoever brought its files brings newer ones. */
export const noUpdater: Updater = {
  obstacle: 'host',
  publicKey: '',
  hasFailed: false,
  find: async () => null,
  async download() {},
  async install() {},
};
