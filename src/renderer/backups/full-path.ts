/**
 * Whether a text looks like a folder's full path: from the root, a drive letter, a network share or the home
 * folder (`~`), quoted or not, or as a file manager's address. Only for a hint; the application decides.
 */
export function isFullPath(text: string): boolean {
  return /^["']?\s*(\/|[a-z]:[\\/]|\\\\|file:|~(?:[\\/"']|$))/i.test(text.trim());
}
