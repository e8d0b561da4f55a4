import process from 'node:process';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../../src/bootstrap/app-window.ts';

/**
 * A real browser with its window on a real X screen. Asked for the screen, it shares all of it, as a person who
 * picks "Entire screen" would.
 */
export async function openBrowser(
  display: string,
  place: { x: number; y: number; width: number; height: number },
): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium or Chrome was found');
  return chromium.launch({
    executablePath,
    headless: false,
    env: { ...process.env, DISPLAY: display },
    // Playwright's own list would hide the sandbox's absence; as root there is no other way.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--ozone-platform=x11',
      '--auto-select-desktop-capture-source=Entire screen',
      `--window-position=${place.x},${place.y}`,
      `--window-size=${place.width},${place.height}`,
      '--disable-gpu',
      '--force-device-scale-factor=1',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
