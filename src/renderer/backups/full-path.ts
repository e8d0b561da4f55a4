/** Whether a text can be the full path of a folder: from the root, a drive letter or a network share on. */
export function isFullPath(text: string): boolean {
  return /^(\/|[a-z]:[\\/]|\\\\)/i.test(text.trim());
}
