/**
 * Lengths and numbers that both sides rely on. Free of zod, so that the window can load them alone.
 */
export const accountLimits = {
  name: 100,
  /** Of a method's destination: an address, a number or an authenticator's label. */
  address: 254,
  deviceName: 100,
  reason: 2_000,
  /** Of a new password in normalized form (`plainPassword`). */
  passwordMin: 15,
  passwordMax: 128,
  /** Of texts as typed, before normalization; longer ones are rejected unread. */
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
  /** Characters in one code, without separators. */
  recoveryCode: 16,
  advisedMethods: 2,
  /** How long a computer's request to be let in stands, and how many an account has. */
  syncRequestMinutes: 60,
  syncRequests: 8,
  /** All items of an account: as much as 10,000 items of 16 KiB. */
  syncBytes: 160 * 1024 * 1024,
  /** How long the revision that was replaced last stays, of each item. */
  syncPastDays: 90,
} as const;
