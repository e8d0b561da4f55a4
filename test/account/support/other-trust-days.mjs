/** Loaded before the service: the one constant of the days of trust has another value, and nothing else differs. */
import { registerHooks } from 'node:module';
import process from 'node:process';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/contract/account-service/limits.ts')) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    const other = source.replace(/trustDays: \d+/, `trustDays: ${process.env.OTHER_TRUST_DAYS}`);
    if (other === source) throw new Error('the days of trust are not where they were');
    return { ...loaded, source: other };
  },
});
