import { createStore } from '../../connection/store.ts';

/** The sign-up fields except the password, kept for the way back from the mail. */
export const signUpDraft = createStore({ name: '', email: '' });
