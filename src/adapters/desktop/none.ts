import type { Desktop } from '../../app/ports.ts';

/** For a host that is its windows, or a terminal, and nothing beyond. */
export const noDesktop: Desktop = {
  choices: [],
  languages: () => [],
  apply() {},
  showTray() {},
  watchTray: () => () => {},
  loginItem: { isOn: () => false, set() {} },
  quit() {},
};
