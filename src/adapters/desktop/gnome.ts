/** Whether the desktop is GNOME's own, or built on it as Ubuntu's is. */
export function isGnome(env: NodeJS.ProcessEnv): boolean {
  return env['XDG_CURRENT_DESKTOP']?.split(':').includes('GNOME') === true;
}
