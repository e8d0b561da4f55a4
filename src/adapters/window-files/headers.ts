/**
 * The headers that both hosts send with each of the window's files; Electron's `app://` and the browser host's
 * loopback server send the same ones.
 */

/**
 * What the window may load and do: its own files, and a connection to its origin (the browser host's WebSocket;
 * Electron cancels even that). No inline script or style, no `eval`, no frames, no forms, nothing from anywhere
 * else. Content Security Policy Level 3.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** All headers except the content type. Hosts neither add to them nor remove any. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Its own process, not shared with whatever else this machine serves on other ports.
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy':
    'camera=(self), display-capture=(self), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  // The files change with the version, and nothing of the window should remain in a cache.
  'Cache-Control': 'no-store',
} as const;
