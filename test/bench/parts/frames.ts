import type { Page } from '@playwright/test';
import { z } from 'zod';

const framesSchema = z.object({
  longest: z.number(),
  long: z.array(z.object({ ms: z.number(), scripts: z.array(z.string()) })),
});

/** Runs in the page. A frame is the time between two; the browser itself says what was in those over 50 ms. */
const script = `globalThis.frames = (() => {
  let last = 0;
  let longest = 0;
  let long = [];
  const tick = (now) => {
    if (last > 0) longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const observer = new PerformanceObserver((list) => {
    for (const { duration, scripts } of list.getEntries()) {
      const said = scripts.map((one) => \`\${Math.round(one.duration)} \${one.invoker} \${one.sourceFunctionName}\`);
      long.push({ ms: duration, scripts: said });
    }
  });
  observer.observe({ type: 'long-animation-frame' });
  const frame = () => new Promise(requestAnimationFrame);
  return {
    begin: () => {
      longest = 0;
      long = [];
    },
    end: async () => {
      for (let count = 0; count < 10; count += 1) await frame();
      return { longest, long };
    },
  };
})();`;

/** Watches a page's frames, from the next time that it is loaded. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript({ content: script });
}

export async function beginFrames(page: Page): Promise<void> {
  await page.evaluate('frames.begin()');
}

/** Since `beginFrames`: the longest frame, and those over 50 ms with the scripts that took part; times in ms. */
export async function endFrames(page: Page): Promise<z.infer<typeof framesSchema>> {
  return framesSchema.parse(await page.evaluate('frames.end()'));
}
