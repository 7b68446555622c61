/** An id for a request that may be sent again; `crypto.randomUUID` is there on TLS only, and some offices have none inside. */
export function newRequestId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
