import { execFileSync } from 'node:child_process';

/** Secrets in base32, of 160 bits each. */
export const secrets = {
  github: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  enterprise: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  bank: 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U',
  typed: 'PJSXG5DFOIQHO2LUNAQGC3TPORUGK4RA',
  quick: 'KRUGS4ZANFZSAYJAORSXG5BAON2HE2LO',
} as const;

/** Two entries of which one's name is part of the other's, one with a counter, and one whose period is short. */
export const addresses = [
  `otpauth://totp/GitHub:ann@example.com?secret=${secrets.github}&issuer=GitHub`,
  `otpauth://totp/GitHub%20Enterprise:ann@work.example?secret=${secrets.enterprise}&issuer=GitHub%20Enterprise`,
  `otpauth://hotp/Bank:ann?secret=${secrets.bank}&issuer=Bank&counter=7`,
  `otpauth://totp/Quick:ann?secret=${secrets.quick}&issuer=Quick&period=3`,
];

/** The code that an independent program (oathtool) makes. @param at ISO 8601 */
export function totpBy(secret: string, at: string, period = 30): string {
  const args = [
    '--totp',
    '--base32',
    `--time-step-size=${period}s`,
    `--now=${at.replace('T', ' ').replace(/\..*$/u, ' UTC')}`,
    '-',
  ];
  return execFileSync('oathtool', args, { input: secret, encoding: 'utf8' }).trim();
}

export function hotpBy(secret: string, counter: number): string {
  return execFileSync('oathtool', ['--hotp', '--base32', `--counter=${counter}`, '-'], {
    input: secret,
    encoding: 'utf8',
  }).trim();
}
