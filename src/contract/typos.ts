/** For the suggestions of the window, which does not import the core. */
export { typosBetween } from '../core/typos.ts';
