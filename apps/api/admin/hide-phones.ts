import { maskPhone } from '#identity/vault/mask.js';

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** A citizen's text with mobile numbers in it masked. */
export const hidePhones = (text: string): string => text.replace(MOBILE, maskPhone);
