/**
 * Whether a text looks like the full path of a folder: from the root, a drive letter, a network share or the person's
 * own folder (`~`) on, in quotes or not, or as a file manager's address. For a hint; the application decides.
 */
export function isFullPath(text: string): boolean {
  return /^["']?\s*(\/|[a-z]:[\\/]|\\\\|file:|~(?:[\\/"']|$))/i.test(text.trim());
}
