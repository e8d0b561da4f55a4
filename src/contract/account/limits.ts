/**
 * Lengths and numbers that both ends rely on (account.md, "Numbers"); without zod, so that the window can
 * load them alone.
 */
export const accountLimits = {
  name: 100,
  address: 254,
  passwordMin: 15,
  passwordMax: 128,
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
  advisedMethods: 2,
} as const;
