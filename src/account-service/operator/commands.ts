/** Every command of `latchkey-account`. The usage and the checks of its arguments derive from this table. */
export { audit } from './commands/audit.ts';
export { doctor } from './commands/doctor.ts';
export { keysReseal } from './commands/keys-reseal.ts';
export { mfaReset } from './commands/mfa-reset.ts';
export { migrate } from './commands/migrate.ts';
export { sessionsEnd } from './commands/sessions-end.ts';
export { supportClose } from './commands/support-close.ts';
export { supportList } from './commands/support-list.ts';
export { supportShow } from './commands/support-show.ts';
