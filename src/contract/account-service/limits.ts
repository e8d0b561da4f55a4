/**
 * Lengths and numbers that both ends rely on (account.md, "Numbers"); without zod, so that the window can
 * load them alone.
 */
export const accountLimits = {
  name: 100,
  /** Of an address, and of whatever else a method has for one: a number, an authenticator's label. */
  address: 254,
  deviceName: 100,
  reason: 2_000,
  /** Of a new password, once it is in its one form (`plainPassword`). */
  passwordMin: 15,
  passwordMax: 128,
  /** Of texts as they are typed, before they are brought to one form: what is longer is not looked at. */
  passwordTyped: 1_024,
  addressTyped: 1_024,
  codeTyped: 64,
  recoveryCodeTyped: 128,
  /** Of a server's address. */
  server: 2_048,
  token: 256,
  code: 6,
  codeLifetimeSeconds: 600,
  codeTries: 5,
  activationHours: 48,
  resetMinutes: 60,
  confirmationMinutes: 60,
  trustDays: 7,
  stepUpSeconds: 300,
  sessionIdleSeconds: 3_600,
  sessionAbsoluteSeconds: 86_400,
  methods: 10,
  recoveryCodes: 10,
  /** Characters of one, without what groups them. */
  recoveryCode: 16,
  advisedMethods: 2,
} as const;
