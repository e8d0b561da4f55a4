/**
 * The addresses inside the address of a mail filter or redirect: in a parameter (SafeLinks, Google, Facebook,
 * Barracuda…), in the path (Cisco, Proofpoint v3), or in a special encoding (Proofpoint v2, Sophos).
 */
export function innerAddresses(address: string): string[] {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const values = [...url.searchParams.values()];
  const inner = [
    ...values,
    ...values.map(proofpoint2),
    ...values.map(base64),
    decoded(url.pathname),
    proofpoint3(address),
  ];
  return inner.flatMap(
    (text) => /(?:https?|latchkey):\/\/?.*/is.exec(text)?.[0].replace(/^(\w+):\/(?!\/)/, '$1://') ?? [],
  );
}

/** `https-3A__host_path-3Ftoken-3D…`: hyphens replace percent signs, underscores replace slashes. */
function proofpoint2(value: string): string {
  return /^https?-3A/i.test(value) ? decoded(value.replaceAll('_', '/').replaceAll('-', '%')) : '';
}

/** `/v3/__https://…__;XYZ!…`: an asterisk replaces each removed character (`**` and a letter for a run). */
function proofpoint3(address: string): string {
  const [, text, taken = ''] = /\/v3\/__(.+?)__;([^!]*)!/s.exec(address) ?? [];
  if (text === undefined) return '';
  const characters = Array.from(fromBase64(taken));
  return text.replaceAll(/\*(?:\*(.))?/g, (_, run: string | undefined) =>
    characters.splice(0, run === undefined ? 1 : runs.indexOf(run) + 2).join(''),
  );
}

const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64(value: string): string {
  return /^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(value) ? fromBase64(value) : '';
}

function fromBase64(value: string): string {
  return Buffer.from(value, 'base64').toString();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
