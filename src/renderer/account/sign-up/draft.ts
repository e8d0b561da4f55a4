import { createStore } from '../../connection/store.ts';

/** What was filled in for a sign-up, apart from the password: kept for the way back from the mail. */
export const signUpDraft = createStore({ name: '', email: '' });
