/** A signal that is never given. */
export const never = new AbortController().signal;
