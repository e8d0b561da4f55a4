/** First stable release of the major in use. Whoever raises Electron adds the new one. */
const released: Record<number, string> = { 45: '2026-10-21' };

/** Electron's rhythm, and how long a major gets security fixes: the newest three (electronjs.org, "Release Timelines"). */
const msPerMajor = 8 * 7 * 86_400_000;
const supportedMajors = 3;

/**
 * How many majors have come out since this one, by Electron's rhythm of one every eight weeks.
 * @param version Electron's, as in its package.json
 * @throws where the table above does not know the major
 */
export function majorsBehind(version: string, now: Date): number {
  const major = Number.parseInt(version, 10);
  const date = released[major];
  if (date === undefined) throw new Error(`add the release date of Electron ${major} to electron-age.ts`);
  return Math.floor((now.getTime() - Date.parse(date)) / msPerMajor);
}

/** @throws where this Electron gets no security fixes any more, so that it is not packed and given to people. */
export function refuseOldElectron(version: string, now: Date): void {
  const behind = majorsBehind(version, now);
  if (behind >= supportedMajors) {
    throw new Error(`Electron ${version} is ${behind} majors old and gets no security fixes: raise it first`);
  }
}
