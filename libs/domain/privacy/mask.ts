/** A name with only its first character left: 张三丰 → 张**; a single character disappears. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  if (characters.length < 2) return '*'.repeat(characters.length);
  return characters[0] + '*'.repeat(characters.length - 1);
}

/** A number of a person with its middle hidden: 13800001234 → 138****1234; a short one disappears altogether. */
export function maskNumber(number: string): string {
  const characters = Array.from(number.trim());
  if (characters.length < 10) return '*'.repeat(characters.length);
  return [...characters.slice(0, 3), '*'.repeat(characters.length - 7), ...characters.slice(-4)].join('');
}

/** An address of electronic mail with only its first character and its provider left: zhang@qq.com → z****@qq.com. */
export function maskMail(mail: string): string {
  const at = mail.indexOf('@');
  return mail.slice(0, 1) + '*'.repeat(Math.max(at - 1, 1)) + mail.slice(at);
}
