/** Sites that a link in the window may open in the person's browser: exact origins. None so far. */
export const externalOrigins: ReadonlySet<string> = new Set<string>();

/**
 * The one gate to `shell.openExternal`, which hands a string to the operating system and can start programs.
 * Opens an address only where it parses, is https, carries no credentials, and is at one of the exact origins.
 * @param open `shell.openExternal`
 */
export function createLinkGate(
  origins: ReadonlySet<string>,
  open: (address: string) => void,
): (address: string) => void {
  return (address) => {
    const url = URL.parse(address);
    if (url === null || url.protocol !== 'https:' || !origins.has(url.origin)) return;
    if (url.username !== '' || url.password !== '') return;
    // What was checked is what is opened: the parsed form, not the text it came from.
    open(url.href);
  };
}
