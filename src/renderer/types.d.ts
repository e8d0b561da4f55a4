/** Generated at build time by issuer-icons.ts. */
declare module 'virtual:issuer-icons' {
  export const marks: Record<string, readonly [path: string, hex: string, name: string]>;
}

declare namespace React {
  /** Allows CSS variables in `style`. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
