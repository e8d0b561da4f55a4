/** How the command ends, for scripts. What each means, the help and the manual say. */
export const exits = {
  done: { code: 0 },
  failed: { code: 1 },
  usage: { code: 2 },
  none: { code: 3 },
  several: { code: 4 },
  locked: { code: 5 },
  closed: { code: 6 },
  notRunning: { code: 7 },
  interrupted: { code: 130 },
} as const;

export type Exit = keyof typeof exits;

/** How it can end, by its code. */
export function exitCodes(): [exit: Exit, code: number][];
export function exitCodes(): [string, number][] {
  return Object.entries(exits).map(([exit, { code }]) => [exit, code]);
}
