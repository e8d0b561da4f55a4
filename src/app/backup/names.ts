const NAME = /^latchkey-(?<vault>[0-9a-f]{8})-(?<at>\d{8}T\d{9}Z)\.latchkey$/u;

/** A backup's file name: vault and time, so that a folder sorts chronologically. */
export function backupName(vaultId: string, at: number): string {
  return `${prefixOf(vaultId)}${new Date(at).toISOString().replaceAll(/[-:.]/gu, '')}.latchkey`;
}

/** Whether a name belongs to one of this vault's backups. */
export function isOwnName(name: string, vaultId: string): boolean {
  return NAME.test(name) && name.startsWith(prefixOf(vaultId));
}

/** When a backup was made according to its name, in ms since 1970; null for any other name. */
export function timeInName(name: string): number | null {
  const at = NAME.exec(name)?.groups?.['at'];
  if (at === undefined) return null;
  const iso = at.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/u, '$1-$2-$3T$4:$5:$6.$7Z');
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

function prefixOf(vaultId: string): string {
  return `latchkey-${vaultId.slice(0, 8)}-`;
}
